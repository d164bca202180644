//! `cargo run --release -p coldsend-lint-benches [PASSES]`: one line per row, separated by tabs: group, name, violations,
//! microseconds per round, and ratio to the peer of its group.
//!
//! `… --row NAME [ROUNDS]` only runs rounds of one row, for a profiler.
#![allow(clippy::panic, clippy::print_stdout)]
use coldsend_lint_benches::measure::measure;
use coldsend_lint_benches::rows::{Group, Row, rows};

/// Returns the row with which the others of its group are compared.
fn peer(group: Group) -> &'static str {
    match group {
        Group::Bodies | Group::Invalid => "serde_json, IgnoredAny",
        Group::Leads => "email_address",
        Group::International => "coldsend-lint, international addresses",
        Group::Answers => "serde_json, Value",
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, default| arguments.get(at).and_then(|text| text.parse().ok()).unwrap_or(default);
    match arguments.first().map(String::as_str) {
        Some("--row") => run(arguments.get(1).map_or("", String::as_str), number(2, 100)),
        _ => table(number(0, 101)),
    }
}

/// Runs rounds of the row with this name.
fn run(name: &str, rounds: usize) {
    let mut rows = rows();
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let Some(row) = names.iter().position(|known| *known == name) else {
        panic!("there is no row {name:?}; there are {names:?}");
    };
    (0..rounds).for_each(|_| rows[row].round());
}

fn table(passes: usize) {
    let mut rows = rows();
    let times = measure(&mut rows, passes);
    for (index, row) in rows.iter().enumerate() {
        let is_peer = |other: &Row| other.group == row.group && other.name == peer(row.group);
        let to = rows.iter().position(is_peer).unwrap_or(index);
        let (time, ratio) = (times.seconds(index) * 1e6, times.ratio(index, to));
        println!("{:?}\t{}\t{}\t{time:.1}\t{ratio:.3}", row.group, row.name, row.violations);
    }
}
