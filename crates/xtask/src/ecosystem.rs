//! `cargo xtask ecosystem` and `cargo xtask browsers`: the npm package where users use it.
use crate::tool::root::root;
use crate::tool::{apt, npm, program};
use std::path::Path;
use std::process::Command;

/// Runs the projects in `tests/ecosystem` and writes the table in `pkg/ECOSYSTEM.md`. Fails if a row has changed.
pub(crate) fn run() -> Result<(), String> {
    crate::build_wasm(&[])?;
    prepare(&[CHROMIUM])?;
    program::run(Command::new("node").arg("tests/ecosystem/main.js").current_dir(root()))
}

/// Runs the tests of the engine and the forms in Firefox and in WebKit.
pub(crate) fn browsers() -> Result<(), String> {
    crate::build_wasm(&[])?;
    prepare(&[FIREFOX, WEBKIT, XVFB])?;
    program::run(program::cargo().args(["build", "--locked"]))?;
    let mut failed = Vec::new();
    for browser in ["firefox", "webkit"] {
        println!("\n== {browser}");
        let mut tests = Command::new("xvfb-run");
        tests.args(["-a", "node", "--test", "--test-concurrency=1"]).current_dir(root());
        tests.args(["tests/browser/engine.test.js", "tests/browser/form.test.js"]);
        tests.env("BROWSER", browser).env("COLDSEND_LINT", root().join("target/debug/coldsend-lint"));
        if program::run(&mut tests).is_err() {
            failed.push(browser);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("tests failed in {}", failed.join(" and "))) }
}

/// A program, and the Debian package that has it.
type Program = (&'static str, &'static str);

pub(crate) const CHROMIUM: Program = ("/usr/bin/chromium", "chromium");
const FIREFOX: Program = ("/usr/bin/firefox-esr", "firefox-esr");
const WEBKIT: Program = ("/usr/bin/WebKitWebDriver", "webkit2gtk-driver");
/// WebKit has no mode without a screen.
const XVFB: Program = ("/usr/bin/xvfb-run", "xvfb");

/// Installs the programs that are missing and what the tests in browsers need from npm.
pub(crate) fn prepare(programs: &[Program]) -> Result<(), String> {
    let is_missing = |&&(path, _): &&Program| !Path::new(path).exists();
    let missing: Vec<&str> = programs.iter().filter(is_missing).map(|&(_, package)| package).collect();
    if !missing.is_empty() {
        apt::install(&missing)?;
    }
    npm::install("tests/browser").map(drop)
}
