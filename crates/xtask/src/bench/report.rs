//! `BENCHMARKS.md`.
use super::budgets::{Budget, Facts, budgets};
use super::row::Row;

/// The groups of rows: their name, a title, and what is compared.
const GROUPS: [(&str, &str, &str); 9] = [
    (
        "Bodies",
        "Bodies in Rust",
        "A round is all bodies, each as bytes; the ratio is to `serde_json` skipping them (`IgnoredAny`). The peers \
         check the same rules, as far as they can: an error of serde hides the others in the same body.",
    ),
    (
        "Invalid",
        "Invalid bodies in Rust",
        "The same with the invalid bodies only, and the text of the answer.",
    ),
    (
        "Leads",
        "Leads in Rust",
        "A round is 10,000 addresses, some malformed: a whole `add_lead` request with its advice, and `email_address` \
         with the address alone.",
    ),
    (
        "List",
        "A list of leads in Rust",
        "A round is a CSV of 10,000 rows: two percent of the addresses are malformed, some cells are quoted, some rows \
         ragged. Ours checks everything, duplicates included; the ratio is to the `csv` crate, which only reads the \
         records.",
    ),
    ("LongList", "A long list of leads in Rust", "The same with 1,000,000 rows."),
    ("Answers", "Answers in Rust", "A round is the documented answers of the API."),
    (
        "Node",
        "Bodies in Node",
        "The same bodies as text, each row in its own process. A peer reads the text with `JSON.parse` and returns all \
         errors; `check` gets objects, and reading them does not count. The ratio is to the fastest peer.",
    ),
    (
        "Python",
        "Bodies in Python",
        "The same bodies with the server's own library and its next version, beside our verdict in Rust.",
    ),
    (
        "International",
        "International addresses",
        "A round is 1,000 addresses: ours reads each in the body of a sender account, email-validator alone and \
         without DNS. The difference to the same bodies with plain addresses is the cost of the address.",
    ),
];

/// Writes the tables.
pub(super) fn markdown(rows: &[Row], facts: &Facts, machine: &[String]) -> String {
    let mut out = "<!-- Written by `cargo xtask bench`. -->\n\n# Benchmarks\n\n\
        Ratios of CPU times, measured in turn in one run: each pass measures every row, and a ratio is the median of \
        those within a pass. The corpus is made from a seed: 200 bodies of `update_campaign` and \
        `create_smtp_account`, 40 of them invalid.\n\n"
        .to_owned();
    machine.iter().for_each(|line| out += &format!("- {line}\n"));
    out += "\n## Budgets\n\n| what | measured | must | aim |\n|---|---|---|---|\n";
    budgets(rows, facts).iter().for_each(|budget| out += &budget_line(budget));
    for (group, title, about) in GROUPS {
        out += &format!("\n## {title}\n\n{about}\n\n");
        let rows: Vec<&Row> = rows.iter().filter(|row| row.group == group).collect();
        out += &table(&rows);
    }
    out + &shares(facts) + &command_line(facts) + &build(facts)
}

/// A met budget has a check mark.
fn budget_line(Budget { what, must, aim, measured }: &Budget) -> String {
    let mark = |met: bool| if met { " ✓" } else { "" };
    let (text, is_must, is_aim) = match *measured {
        Some(number) => (must.measured(number), must.is_met(number), aim.is_met(number)),
        None => ("not measured".to_owned(), false, false),
    };
    format!("| {what} | {text} | {}{} | {}{} |\n", must.text(), mark(is_must), aim.text(), mark(is_aim))
}

fn table(rows: &[&Row]) -> String {
    let mut out = "| row | violations found | time per round | ratio |\n|---|--:|--:|--:|\n".to_owned();
    for row in rows {
        let name = if row.is_ours() { format!("**{}**", row.name) } else { row.name.clone() };
        out += &format!("| {name} | {} | {:.0} µs | {} |\n", row.violations, row.time, ratio(row.ratio));
    }
    out
}

fn ratio(ratio: f64) -> String {
    match ratio {
        ..0.1 => format!("1/{:.0}", ratio.recip()),
        10.0.. => format!("{ratio:.0}"),
        _ => format!("{ratio:.2}"),
    }
}

fn shares(facts: &Facts) -> String {
    let mut out =
        "\n## Shares\n\nShares of the instructions of a row, by function; what the compiler inlined counts \
                   for the caller.\n\n"
            .to_owned();
    let Some(shares) = &facts.shares else { return out + "Not measured: valgrind is not installed.\n" };
    out += "| row | part | share |\n|---|---|--:|\n";
    for share in shares {
        out += &format!("| {} | {} | {:.0} % |\n", share.row, share.part, share.percent);
    }
    out
}

fn command_line(facts: &Facts) -> String {
    let mut out =
        "\n## Command line\n\nTime from start to end, the median of several runs.\n\n| command | time |\n|---|--:|\n"
            .to_owned();
    for time in &facts.command_line {
        out += &format!("| {} | {:.1} ms |\n", time.command, time.milliseconds);
    }
    out
}

fn build(facts: &Facts) -> String {
    let out = "\n## Clean release build\n\n".to_owned();
    match &facts.build {
        Some(build) => {
            out + &format!(
                "CPU time of all processes: {:.1} s for the core with default features, {:.1} s for `garde` and \
                 `serde` by derive.\n",
                build.core, build.peer
            )
        }
        None => out + "Not measured: `cargo xtask bench --build` measures it.\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::budgets::Bound;

    #[test]
    fn a_budget_that_is_met_has_a_check_mark() {
        let budget =
            |measured| Budget { what: "check", must: Bound::AtMost(2.0), aim: Bound::AtMost(1.0), measured };
        assert_eq!(budget_line(&budget(Some(1.5))), "| check | 1.50× | ≤ 2× ✓ | ≤ 1× |\n");
        assert_eq!(budget_line(&budget(None)), "| check | not measured | ≤ 2× | ≤ 1× |\n");
    }

    #[test]
    fn ratios_are_short() {
        assert_eq!(([0.004, 0.5, 1.234, 107.4].map(ratio)), ["1/250", "0.50", "1.23", "107"]);
    }
}
