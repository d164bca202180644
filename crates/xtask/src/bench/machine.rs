//! The machine, and the versions of all peers.
use crate::tool::program;
use crate::tool::root::root;
use std::process::Command;

/// The crates that are measured or timed beside the core.
const CRATES: [&str; 6] = ["serde_json", "garde", "validator", "jsonschema", "email_address", "serde"];
const PACKAGES: [&str; 5] = ["ajv", "ajv-formats", "@sinclair/typebox", "valibot", "zod"];

/// Returns lines about the machine and the versions.
pub(super) fn lines() -> Result<Vec<String>, String> {
    let read =
        |path: &str| std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"));
    let version = |program: &str, argument| {
        program::output(Command::new(program).arg(argument)).map(|version| version.trim().to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let lock = read("Cargo.lock")?;
    let crates = CRATES.iter().map(|name| format!("{name} {}", locked(&lock, name)));
    let lock: serde_json::Value = serde_json::from_str(&read("benches/node/package-lock.json")?)
        .map_err(|error| format!("package-lock.json: {error}"))?;
    let packages = PACKAGES.iter().map(|name| {
        let version = &lock["packages"][format!("node_modules/{name}")]["version"];
        format!("{name} {}", version.as_str().unwrap_or("?"))
    });
    let server = read("tests/oracle/requirements.txt")?;
    let next = read("benches/python/requirements.txt")?;
    let python = [pinned(&server, "pydantic"), pinned(&next, "pydantic"), pinned(&server, "email-validator")];
    Ok(vec![
        format!("{}, {cores} cores", processor()),
        format!("{}: {}", version("rustc", "--version")?, crates.collect::<Vec<_>>().join(", ")),
        format!("Node {}: {}", version("node", "--version")?, packages.collect::<Vec<_>>().join(", ")),
        format!("{}: {}", version_of_python()?, python.join(", ")),
    ])
}

fn version_of_python() -> Result<String, String> {
    let python = crate::oracle::python()?;
    program::output(Command::new(python).arg("--version")).map(|version| version.trim().to_owned())
}

/// Returns the model of the processor.
fn processor() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name"));
    model.map_or("unknown processor", |model| model.trim_start_matches([' ', '\t', ':'])).to_owned()
}

/// Returns the version of a crate in a `Cargo.lock`.
fn locked<'l>(lock: &'l str, name: &str) -> &'l str {
    let rest = lock.split_once(&format!("name = \"{name}\"\nversion = \""));
    rest.and_then(|(_, rest)| rest.split('"').next()).unwrap_or("?")
}

/// Returns the name and version of a package in a `requirements.txt`.
fn pinned(requirements: &str, name: &str) -> String {
    let version = requirements.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix("=="));
    format!("{name} {}", version.unwrap_or("?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found() {
        let lock = "[[package]]\nname = \"serde\"\nversion = \"1.0.9\"\n\n[[package]]\nname = \"serde_json\"\nversion = \"2.0.1\"\n";
        assert_eq!(
            (locked(lock, "serde"), locked(lock, "serde_json"), locked(lock, "none")),
            ("1.0.9", "2.0.1", "?")
        );
        assert_eq!(
            pinned("# pydantic\npydantic_core==2.5\npydantic==1.10.27\n", "pydantic"),
            "pydantic 1.10.27"
        );
    }
}
