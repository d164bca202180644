//! `cargo run --release -p coldsend-lint-benches [PASSES]`: one line per row, separated by tabs: group, name, violations,
//! microseconds per round, and ratio to the peer of its group.
#![allow(clippy::print_stdout)]
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
    let passes = std::env::args().nth(1).and_then(|passes| passes.parse().ok()).unwrap_or(101);
    let mut rows = rows();
    let times = measure(&mut rows, passes);
    for (index, row) in rows.iter().enumerate() {
        let is_peer = |other: &Row| other.group == row.group && other.name == peer(row.group);
        let to = rows.iter().position(is_peer).unwrap_or(index);
        let (time, ratio) = (times.seconds(index) * 1e6, times.ratio(index, to));
        println!("{:?}\t{}\t{}\t{time:.1}\t{ratio:.3}", row.group, row.name, row.violations);
    }
}
