//! `cargo xtask bench`: measures the checks beside their peers, and writes `BENCHMARKS.md`.
mod budgets;
mod build;
mod children;
mod command_line;
mod machine;
mod profile;
mod programs;
mod report;
mod row;

use crate::tool::program;
use crate::tool::root::{core, root};
use budgets::Facts;
use programs::Peers;
use row::Row;
use std::path::PathBuf;

/// What to measure.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Scope {
    Checks,
    ChecksAndBuild,
}

/// How often the rows are measured.
#[derive(Clone, Copy)]
enum Effort {
    /// One round of each row, to see that it works.
    Once,
    /// This many passes over all rows, after a warm-up.
    Passes(usize),
}

const PASSES: usize = 101;

/// Returns the folder for the corpus and other files that are measured.
fn folder() -> PathBuf {
    root().join("target/bench")
}

/// Measures everything and writes the tables.
pub(crate) fn run(scope: Scope) -> Result<(), String> {
    crate::build_wasm(&[])?;
    // Built one by one, each with only the features of the core that it declares.
    for package in ["coldsend-lint-benches", "coldsend-lint-cli"] {
        program::run(program::cargo().args(["build", "--release", "--locked", "--package", package]))?;
    }
    let peers = Peers::new("release")?;
    let rust = program::output(programs::runner("release").arg(PASSES.to_string()))?;
    let mut rows: Vec<Row> = rust.lines().map(Row::parse).collect::<Result<_, _>>()?;
    // These have no peer in Rust; they are measured beside Python's.
    rows.retain(|row| row.group != "International");
    for set in [peers.node(), peers.python()?, peers.international()?] {
        rows.extend(set.measure(Effort::Passes(PASSES))?);
    }
    let facts = Facts {
        shares: profile::shares()?,
        command_line: command_line::measure()?,
        crates: build::crates()?,
        build: (scope == Scope::ChecksAndBuild).then(build::measure).transpose()?,
    };
    rows.iter().for_each(|row| println!("{row}"));
    let path = core().join("BENCHMARKS.md");
    let text = report::markdown(&rows, &facts, &machine::lines()?);
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Runs each row in another language once, and returns how many there are. The tests of the benchmarks run those in
/// Rust.
pub(crate) fn once() -> Result<u64, String> {
    let build = ["build", "--locked", "--package", "coldsend-lint-benches"];
    program::run(program::cargo().args(build))?;
    let peers = Peers::new("debug")?;
    let mut count = 0;
    for set in [peers.node(), peers.server()?, peers.international()?] {
        for row in set.measure(Effort::Once)? {
            println!("{row}");
            count += 1;
        }
    }
    Ok(count)
}
