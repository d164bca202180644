//! `cargo xtask test`: runs the steps in order, stops at the first failure, and ends with the counts.
use crate::tool::root::root;
use crate::tool::{npm, program};
use crate::{bench, ecosystem, oracle};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How much to test.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Scope {
    /// The Rust tests, which need no setup.
    Rust,
    /// Everything.
    Everything,
}

/// The counts of the test runners.
#[derive(Clone, Copy, Default)]
struct Counts {
    passed: u64,
    failed: u64,
}

/// The combinations of the core's features that must build.
const CORE_FEATURES: [&str; 15] = [
    "",
    "small",
    "names",
    "native",
    "typed",
    "docs",
    "typed,docs",
    "output",
    "schema",
    "time-zones",
    "uuid",
    "axum",
    "http",
    "serde_json",
    "axum,docs,http,output,schema,serde_json,time-zones,typed,uuid",
];

pub(crate) fn run(scope: Scope) -> Result<(), String> {
    let mut counts = Counts::default();
    if scope == Scope::Everything {
        step("formatting", cargo(&["fmt", "--all", "--check"]))?;
        let lints = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
        step("lints", cargo(&lints))?;
        for features in CORE_FEATURES {
            let check =
                ["check", "-p", "coldsend-lint", "--locked", "--no-default-features", "--features", features];
            step(&format!("core with features [{features}]"), cargo(&check))?;
        }
        for features in ["check", "explain", "preflight"] {
            let lints =
                ["clippy", "-p", "coldsend-lint-wasm", "--locked", "--no-default-features", "--features"];
            let mut lints = cargo(&lints);
            lints.args([features, "--", "-D", "warnings"]);
            step(&format!("WebAssembly crate with features [{features}]"), lints)?;
        }
        let docs = ["doc", "-p", "coldsend-lint", "--no-deps", "--locked", "--all-features"];
        let mut docs = cargo(&docs);
        docs.env("RUSTDOCFLAGS", "-D warnings");
        step("documentation", docs)?;
    }
    let mut outcome =
        tests("Rust tests", cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]), &mut counts);
    if scope == Scope::Everything {
        outcome = outcome.and_then(|()| oracle(&mut counts)).and_then(|()| javascript(&mut counts));
        outcome = outcome.and_then(|()| benchmarks(&mut counts));
    }
    println!("\n{} passed, {} failed", counts.passed, counts.failed);
    outcome
}

/// Builds the npm package and tests it in Node and in Chromium.
fn javascript(counts: &mut Counts) -> Result<(), String> {
    announce("WebAssembly");
    crate::build_wasm(&[])?;
    ecosystem::prepare(&[ecosystem::CHROMIUM])?;
    step("the command line, which answers for comparison", cargo(&["build", "--locked"]))?;
    for folder in ["tests/package", "tests/browser"] {
        npm::install(folder)?;
        let mut node = Command::new("node");
        node.args(["--test", "--test-reporter=tap"]).args(test_files(folder)?).current_dir(root());
        node.env("COLDSEND_LINT", root().join("target/debug/coldsend-lint"));
        tests(folder, node, counts)?;
    }
    Ok(())
}

/// Lists the test files by name: Node 20 accepts folders but no patterns, later versions patterns but no folders.
fn test_files(folder: &str) -> Result<Vec<PathBuf>, String> {
    let describe = |error: std::io::Error| format!("{folder}: {error}");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root().join(folder)).map_err(describe)? {
        let path = Path::new(folder).join(entry.map_err(describe)?.file_name());
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Compares our answers with the real server's.
fn oracle(counts: &mut Counts) -> Result<(), String> {
    announce("oracle");
    let (passed, failed) = oracle::run(oracle::FIXED)?;
    counts.passed += passed;
    counts.failed += failed;
    if failed == 0 { Ok(()) } else { Err("our answers differ from the server's".to_owned()) }
}

/// Runs each benchmark in another language once. The Rust tests run those in Rust.
fn benchmarks(counts: &mut Counts) -> Result<(), String> {
    announce("benchmarks");
    counts.passed += bench::once()?;
    Ok(())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = program::cargo();
    // A snapshot is accepted by a person, never by a test run.
    cargo.args(arguments).env("INSTA_UPDATE", "no");
    // The same inputs in every run, as for the oracle: one that fails does so for the change that causes it.
    cargo.env("PROPTEST_RNG_SEED", "1");
    cargo
}

fn step(name: &str, mut command: Command) -> Result<(), String> {
    announce(name);
    program::run(&mut command)
}

/// Runs tests, prints their output, and adds up their counts.
fn tests(name: &str, mut command: Command, counts: &mut Counts) -> Result<(), String> {
    announce(name);
    let before = *counts;
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{name}: {error}"))?;
    let output = child.stdout.take().map(BufReader::new);
    for line in output.into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
        println!("{line}");
        if let Some(result) = line.strip_prefix("test result: ") {
            counts.passed += number_before(result, " passed");
            counts.failed += number_before(result, " failed");
        }
        // Node's summary.
        let number_of = |word: &str| line.strip_prefix(word).and_then(|number| number.parse::<u64>().ok());
        counts.passed += number_of("# pass ").unwrap_or(0);
        counts.failed += number_of("# fail ").unwrap_or(0);
    }
    match child.wait() {
        Ok(status) if status.success() && counts.passed > before.passed => Ok(()),
        Ok(status) if status.success() => Err(format!("{name} ran no test")),
        Ok(status) => Err(format!("{name} failed ({status})")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit([' ', ';']).next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn announce(name: &str) {
    println!("\n== {name}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_files_are_found_by_name() {
        let files = test_files("tests/package").unwrap();
        assert!(files.contains(&"tests/package/node.test.js".into()));
        assert!(files.iter().all(|file| file.starts_with("tests/package") && file.extension().is_some()));
        assert!(test_files("tests/nothing").is_err());
    }

    #[test]
    fn a_step_without_tests_fails_whatever_was_counted_before() {
        let shell = |script: &str| {
            let mut shell = Command::new("sh");
            shell.args(["-c", script]);
            shell
        };
        let mut counts = Counts { passed: 7, failed: 0 };
        assert_eq!(tests("nothing", shell("true"), &mut counts), Err("nothing ran no test".to_owned()));
        assert_eq!(tests("node", shell("echo '# pass 2'"), &mut counts), Ok(()));
        assert_eq!(counts.passed, 9);
        assert!(tests("failure", shell("echo '# pass 1'; false"), &mut counts).is_err());
    }

    #[test]
    fn counts_are_read_from_the_summary() {
        let line = "ok. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.06s";
        assert_eq!((number_before(line, " passed"), number_before(line, " failed")), (12, 3));
    }
}
