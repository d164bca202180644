//! `cargo xtask bench`: measures the checks beside their peers, and writes `BENCHMARKS.md`.
mod budgets;
mod build;
mod children;
mod command_line;
mod machine;
mod page;
mod profile;
mod programs;
mod report;
mod row;

use crate::tool::program;
use crate::tool::root::{core, root};
use budgets::Facts;
pub(crate) use page::page;
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

/// How many violations the rows in other languages find, because a benchmark that skips work must not look fast. The
/// peers miss some: typebox and the server's library have no rules across fields, and zod and valibot check those only
/// if there is no other error.
const FOUND: [(&str, usize); 12] = [
    ("coldsend-lint, checkText", 100),
    ("coldsend-lint, checkText without advice", 100),
    ("coldsend-lint, check of an object", 100),
    ("ajv", 100),
    ("typebox", 96),
    ("valibot", 99),
    ("zod", 99),
    ("coldsend-lint, verdict", 100),
    ("pydantic 1", 90),
    ("coldsend-lint, international addresses", 0),
    ("coldsend-lint, plain addresses", 0),
    ("email-validator", 0),
];

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

/// Runs each row in another language once, checks what it finds, and returns how many there are. The tests of the
/// benchmarks run those in Rust.
pub(crate) fn once() -> Result<u64, String> {
    let build = ["build", "--locked", "--package", "coldsend-lint-benches"];
    program::run(program::cargo().args(build))?;
    let peers = Peers::new("debug")?;
    let mut rows = Vec::new();
    for set in [peers.node(), peers.server()?, peers.international()?] {
        rows.extend(set.measure(Effort::Once)?);
    }
    rows.iter().for_each(|row| println!("{row}"));
    let found: Vec<(&str, usize)> = rows.iter().map(|row| (&*row.name, row.violations)).collect();
    match found == FOUND {
        true => Ok(rows.len() as u64),
        false => Err(format!("the rows must find {FOUND:?}")),
    }
}
