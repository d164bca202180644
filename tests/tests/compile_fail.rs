//! Checks that compiler errors say what to write instead. Each case in `ui` begins with what the compiler must print.
// Clippy recognizes tests only by their attribute, but their helpers may panic too.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

#[test]
fn the_compiler_says_what_to_write() {
    let _ = std::fs::remove_dir_all("wip");
    // Capture what the compiler prints, which would fill the screen.
    let arguments = ["cases", "--exact", "--ignored", "--nocapture"];
    let run = Command::new(std::env::current_exe().unwrap()).args(arguments).output().unwrap();
    let printed = String::from_utf8_lossy(&run.stderr);

    let cases: Vec<_> = std::fs::read_dir("tests/ui").unwrap().map(|case| case.unwrap().path()).collect();
    assert!(printed.contains(&format!("new stderr files for {} test cases", cases.len())), "{printed}");
    let missing: Vec<_> = cases.iter().flat_map(|case| missing(case)).collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    std::fs::remove_dir_all("wip").unwrap();
}

/// trybuild compares everything that the compiler prints, which changes with each release of Rust. Without files to
/// compare with, it saves the output in `wip`, and fails with the number of cases that did not compile.
#[test]
#[ignore = "run by the other test, which reads what it prints"]
fn cases() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

/// Returns what the compiler should have printed about a case, but did not.
fn missing(case: &Path) -> Vec<String> {
    let name = Path::new(case.file_name().unwrap());
    let printed = std::fs::read_to_string(Path::new("wip").join(name.with_extension("stderr"))).unwrap();
    let text = std::fs::read_to_string(case).unwrap();
    let wanted: Vec<_> = text.lines().map_while(|line| line.strip_prefix("//~ ")).collect();
    assert!(!wanted.is_empty(), "{}", case.display());
    let missing = wanted.into_iter().filter(|wanted| !printed.contains(wanted));
    missing.map(|wanted| format!("{}: {wanted}\n{printed}", case.display())).collect()
}
