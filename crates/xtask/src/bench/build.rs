//! What the core costs the person who builds it.
use super::children::median;
use super::folder;
use crate::tool::program;
use crate::tool::root::{core, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The number of clean builds of each, in turn.
const BUILDS: usize = 3;

/// The dependencies of the peer.
const PEER: &str = "garde = { version = \"0.23\", features = [\"derive\"] }\n\
                    serde = { version = \"1\", features = [\"derive\"] }\n";

/// The CPU time of a clean build, in seconds.
pub(super) struct Build {
    pub(super) core: f64,
    /// A crate with `garde` and `serde` by derive.
    pub(super) peer: f64,
}

/// Returns the number of crates that a build of the core with default features compiles.
pub(super) fn crates() -> Result<usize, String> {
    let tree =
        ["tree", "--locked", "--package", "coldsend-lint", "--edges", "normal,build", "--prefix", "none"];
    let tree = program::output(program::cargo().args(tree).args(["--format", "{p}"]))?;
    Ok(tree.lines().map(|line| line.trim_end_matches(" (*)")).collect::<BTreeSet<_>>().len())
}

pub(super) fn measure() -> Result<Build, String> {
    // A literal string of TOML, where a backslash needs no escape.
    let ours = format!("coldsend-lint = {{ path = '{}' }}\n", core().display());
    let (mut core, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..BUILDS {
        core.push(build("with-coldsend-lint", &ours)?);
        peer.push(build("with-garde", PEER)?);
    }
    Ok(Build { core: median(core), peer: median(peer) })
}

/// Builds a crate with these dependencies from scratch and returns the CPU time.
fn build(name: &str, dependencies: &str) -> Result<f64, String> {
    let home = folder().join("build").join(name);
    write(&home, name, dependencies).map_err(|error| format!("{}: {error}", home.display()))?;
    let mut cargo = program::cargo();
    program::run(cargo.args(["fetch", "--quiet"]).current_dir(&home))?;
    // The shell adds up the time of all processes below it; the standard library has no such function.
    let mut shell = Command::new("sh");
    shell.args(["-c", "\"$@\" && times", "sh"]).arg(cargo.get_program());
    shell.args(["build", "--release", "--offline", "--quiet", "--target-dir", "target"]).current_dir(&home);
    // Settings for the workspace's own builds would change what is built, and where.
    shell.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    let output = program::output(&mut shell)?;
    let times = output.lines().nth(1).map(|line| line.split(' ').map(seconds).sum::<Option<f64>>());
    times.flatten().ok_or_else(|| format!("the shell prints other times: {output}"))
}

fn write(home: &Path, name: &str, dependencies: &str) -> std::io::Result<()> {
    let target = home.join("target");
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    fs::create_dir_all(home.join("src"))?;
    let package = format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
    fs::write(home.join("Cargo.toml"), format!("{package}\n[workspace]\n\n[dependencies]\n{dependencies}"))?;
    // With the versions of the workspace.
    fs::copy(root().join("Cargo.lock"), home.join("Cargo.lock"))?;
    fs::write(home.join("src/lib.rs"), "")
}

/// Reads a time as shells print it, such as `1m2.50s`.
fn seconds(time: &str) -> Option<f64> {
    let (minutes, seconds) = time.trim_end_matches('s').split_once('m')?;
    Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.replace(',', ".").parse::<f64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn times_are_read_as_shells_print_them() {
        assert_eq!(seconds("1m2.50s"), Some(62.5));
        assert_eq!(seconds("0m0,125s"), Some(0.125));
        assert_eq!(seconds("real"), None);
    }
}
