//! `cargo run --release -p coldsend-lint-benches [PASSES]`: one line per row, separated by tabs: group, name, violations,
//! microseconds per round, and ratio to the peer of its group.
//!
//! `… --row NAME [ROUNDS]` only runs rounds of one row, for a profiler.
//!
//! `… --corpus FOLDER` writes the corpus to files.
//!
//! `… --child NAME` runs one row as a process, as the peers in other languages do: it prints the number of violations,
//! then, for each number of rounds on its standard input, the CPU time in seconds.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)]
use coldsend_lint_benches::corpus;
use coldsend_lint_benches::measure::{measure, time};
use coldsend_lint_benches::rows::{Group, Row, rows};
use std::path::Path;

/// Returns the row with which the others of its group are compared.
fn peer(group: Group) -> &'static str {
    match group {
        Group::Bodies | Group::Invalid => "serde_json, IgnoredAny",
        Group::Leads => "email_address",
        Group::List => "csv, ByteRecord",
        Group::LongList => "csv, ByteRecord of many",
        Group::International => "coldsend-lint, international addresses",
        Group::Answers => "serde_json, Value",
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, default| arguments.get(at).and_then(|text| text.parse().ok()).unwrap_or(default);
    let text = arguments.get(1).map_or("", String::as_str);
    match arguments.first().map(String::as_str) {
        Some("--row") => repeat(&mut row(text), number(2, 100)),
        Some("--corpus") => corpus::write(Path::new(text)).expect("the corpus cannot be written"),
        Some("--child") => child(&mut row(text)),
        _ => table(number(0, 101)),
    }
}

/// Returns the row with this name.
fn row(name: &str) -> Row {
    let mut rows = rows();
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let Some(row) = names.iter().position(|known| *known == name) else {
        panic!("there is no row {name:?}; there are {names:?}");
    };
    rows.swap_remove(row)
}

/// Runs rounds of a row. A profiler finds them by the name of this function.
#[inline(never)]
fn repeat(row: &mut Row, rounds: usize) {
    (0..rounds).for_each(|_| row.round());
}

fn child(row: &mut Row) {
    println!("{}", row.violations());
    for line in std::io::stdin().lines() {
        let rounds = line.expect("a line").parse().expect("a number of rounds");
        println!("{}", time(row, rounds).as_secs_f64());
    }
}

fn table(passes: usize) {
    let mut rows = rows();
    let times = measure(&mut rows, passes);
    let found: Vec<usize> = rows.iter_mut().map(Row::violations).collect();
    for (index, row) in rows.iter().enumerate() {
        let is_peer = |other: &Row| other.group == row.group && other.name == peer(row.group);
        let to = rows.iter().position(is_peer).unwrap_or(index);
        let (time, ratio) = (times.seconds(index) * 1e6, times.ratio(index, to));
        println!("{:?}\t{}\t{}\t{time:.1}\t{ratio:.3}", row.group, row.name, found[index]);
    }
}
