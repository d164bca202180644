//! `cargo xtask`: the project's own commands.
#![allow(clippy::print_stdout, clippy::print_stderr)]
mod bench;
mod demo;
mod ecosystem;
mod generate;
mod oracle;
mod site;
mod test;
mod tool;
mod wasm;

use std::process::ExitCode;
use tool::{npm, program, root};

const HELP: &str = "\
cargo xtask <command>

  test          runs all tests: formatting, lints, documentation, Rust, the real server, the npm package in Node and in
                Chromium, and each benchmark once
  test --rust   runs only the Rust tests
  bench         measures the checks beside their peers in Rust, Node and Python, and writes BENCHMARKS.md
  bench --build does the same and also measures what a clean build costs, which takes minutes
  bench --page  measures in Chromium how soon a page has its first answer, beside other libraries, and writes STARTUP.md
  bench --once  runs each row in another language once, to see that it works
  oracle [--seed S] [--count N] [--emails N]
                compares our answers with those of the real server, FastAPI on Pydantic v1; without a seed, picks one
  oracle --goldens
                rewrites the server's answers in tests/goldens
  wasm          builds pkg/dist, with rustup's WebAssembly target or Debian's Rust, and prints its size
  wasm --small  does the same with the standard library built from source, as published
  ecosystem     uses the npm package with bundlers, frameworks, test runners and runtimes, each in a project of its own,
                and writes pkg/ECOSYSTEM.md; takes minutes
  browsers      runs the tests of the package in Firefox and WebKit
  site [FOLDER] writes the page to try it and the reference of the rules as static files, by default into target/site
  demo [--port P]
                serves the same and prints its address
  generate      writes the reference from the declarations
  generate --check
                checks that the reference is up to date
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["test"] => test::run(test::Scope::Everything),
        ["test", "--rust"] => test::run(test::Scope::Rust),
        ["bench"] => bench::run(bench::Scope::Checks),
        ["bench", "--page"] => bench::page(),
        ["bench", "--once"] => bench::once().map(drop),
        ["bench", "--build"] => bench::run(bench::Scope::ChecksAndBuild),
        ["ecosystem"] => ecosystem::run(),
        ["browsers"] => ecosystem::browsers(),
        ["site"] => site::run(None),
        ["site", folder] if !folder.starts_with('-') => site::run(Some(folder)),
        ["demo"] => demo::run(4300),
        ["demo", "--port", port] => {
            port.parse().map_err(|_| format!("{port} is not a port")).and_then(demo::run)
        }
        ["generate"] => generate::run(generate::Mode::Write),
        ["generate", "--check"] => generate::run(generate::Mode::Check),
        ["oracle", "--goldens"] => oracle::write_goldens(),
        ["oracle", ref options @ ..] => oracle_options(options).and_then(compare),
        ["wasm", ref options @ ..] => build_wasm(options),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown command\n\n{HELP}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn oracle_options(arguments: &[&str]) -> Result<oracle::Options, String> {
    let now = std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_millis() as u64);
    let mut options = oracle::Options { seed: now, count: 10_000, emails: 6_000 };
    for pair in arguments.chunks(2) {
        let number = || pair.get(1).and_then(|number| number.parse().ok());
        let number = number().ok_or_else(|| format!("{} takes a number", pair[0]))?;
        match pair[0] {
            "--seed" => options.seed = number,
            "--count" => options.count = number,
            "--emails" => options.emails = number,
            other => return Err(format!("unknown option {other}\n\n{HELP}")),
        }
    }
    Ok(options)
}

fn compare(options: oracle::Options) -> Result<(), String> {
    match oracle::run(options)? {
        (_, 0) => Ok(()),
        _ => Err(format!("the answers differ; try again with --seed {}", options.seed)),
    }
}

/// Builds the package in an xtask with the feature `wasm`, so that no other command waits until wasm-bindgen is
/// compiled.
fn build_wasm(options: &[&str]) -> Result<(), String> {
    let profile = match options {
        [] => wasm::Profile::Installed,
        ["--small"] => wasm::Profile::Small,
        _ => return Err(format!("unknown option\n\n{HELP}")),
    };
    if cfg!(feature = "wasm") {
        return wasm::run(profile);
    }
    let mut cargo = program::cargo();
    cargo.args(["run", "--quiet", "--locked", "--package", "xtask", "--features", "wasm", "--target-dir"]);
    cargo.arg(root::root().join("target/xtask-wasm"));
    program::run(cargo.args(["--", "wasm"]).args(options))
}
