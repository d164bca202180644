//! The shares of parts of the core in the instructions of a row, counted by callgrind.
use super::folder;
use super::programs::runner;
use crate::tool::program;
use std::collections::HashMap;
use std::process::{Command, Stdio};

/// The rows, and the parts whose shares are counted, by the beginnings of their functions' names.
const ROWS: [&str; 2] = ["coldsend-lint, verdict", "coldsend-lint, add_lead with advice"];
const PARTS: [(&str, &[&str]); 2] = [
    ("the reader (room `json`)", &["coldsend_lint::json::", "core::str::converts::from_utf8"]),
    ("the e-mail type", &["coldsend_lint::types::email", "email_address::"]),
];

/// The function that runs the rounds. What the runner does before is not counted.
const ROUNDS: &str = "coldsend_lint_benches::repeat*";

/// The share of a part in the instructions of a row.
pub(super) struct Share {
    pub(super) row: &'static str,
    pub(super) part: &'static str,
    pub(super) percent: f64,
}

/// Returns the shares, or `None` if valgrind is not installed.
pub(super) fn shares() -> Result<Option<Vec<Share>>, String> {
    if !Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok_and(|it| it.success())
    {
        return Ok(None);
    }
    let mut shares = Vec::new();
    for row in ROWS {
        let file = folder().join("callgrind.out");
        let runner = runner("release");
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--quiet", "--tool=callgrind", "--collect-atstart=no"]);
        valgrind.arg(format!("--toggle-collect={ROUNDS}"));
        valgrind.arg(format!("--callgrind-out-file={}", file.display()));
        program::run(valgrind.arg(runner.get_program()).args(["--row", row, "10"]))?;
        let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let costs = costs(&text);
        let total: u64 = costs.values().sum();
        for (part, names) in PARTS {
            let of: u64 = costs.iter().filter(|(name, _)| is_in(name, names)).map(|(_, cost)| cost).sum();
            shares.push(Share { row, part, percent: of as f64 * 100.0 / total as f64 });
        }
    }
    Ok(Some(shares))
}

/// Returns whether a function belongs to a part. The name of a trait's method is `<Type as Trait>::name`.
fn is_in(function: &str, part: &[&str]) -> bool {
    part.iter().any(|name| function.trim_start_matches('<').starts_with(name))
}

/// Returns the instructions of each function itself, without those that it calls.
fn costs(text: &str) -> HashMap<&str, u64> {
    let (mut names, mut costs) = (HashMap::new(), HashMap::new());
    let mut current = "";
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("fn=") {
            current = resolve(name, &mut names);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            resolve(name, &mut names);
        } else if line.starts_with("calls=") {
            // The next line is the cost of the call.
            lines.next();
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            let cost = line.split(' ').nth(1).and_then(|cost| cost.parse::<u64>().ok());
            *costs.entry(current).or_default() += cost.unwrap_or(0);
        }
    }
    costs
}

/// Returns the name in `(id) name`, which is stated once, or of `(id)`.
fn resolve<'t>(name: &'t str, names: &mut HashMap<&'t str, &'t str>) -> &'t str {
    match name.split_once(") ") {
        Some((id, name)) => {
            names.insert(id, name);
            name
        }
        None => names.get(name.trim_end_matches(')')).copied().unwrap_or(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_counts_for_the_function_that_is_called() {
        let text = "events: Ir\nfn=(1) check\n5 10\ncfn=(2) coldsend_lint::json::read\ncalls=3 7\n5 900\n+1 4\n\
                    fn=(2)\n7 30\n* 70\n\ntotals: 114\n";
        assert_eq!(costs(text), HashMap::from([("check", 14), ("coldsend_lint::json::read", 100)]));
    }

    #[test]
    fn methods_of_traits_belong_to_the_part_of_their_type() {
        let names = PARTS[1].1;
        assert!(is_in(
            "<coldsend_lint::types::email::EmailType as coldsend_lint::types::ScalarType>::read",
            names
        ));
        assert!(is_in("coldsend_lint::types::email::ascii::can_judge", names));
        assert!(!is_in("coldsend_lint::types::uuid::plain", names));
    }
}
