//! The budgets, and what they are compared with.
use super::build::Build;
use super::command_line::Time;
use super::profile::Share;
use super::row::Row;

/// What is measured beside the rows.
pub(super) struct Facts {
    /// `None` without valgrind.
    pub(super) shares: Option<Vec<Share>>,
    pub(super) command_line: Vec<Time>,
    /// The number of crates in the core's tree.
    pub(super) crates: usize,
    /// `None` unless asked for.
    pub(super) build: Option<Build>,
}

/// A ratio that must be reached, and one that should be.
pub(super) struct Budget {
    pub(super) what: &'static str,
    pub(super) must: Bound,
    pub(super) aim: Bound,
    /// `None` if it was not measured.
    pub(super) measured: Option<f64>,
}

/// A bound of a number, which is a multiple unless it counts something.
#[derive(Clone, Copy)]
pub(super) enum Bound {
    /// At most this many times the cost.
    AtMost(f64),
    /// Less than the cost.
    Below(f64),
    /// At least this many times as fast.
    Faster(f64),
    /// At most this number.
    Count(f64),
}

impl Bound {
    pub(super) fn is_met(self, measured: f64) -> bool {
        match self {
            Bound::AtMost(limit) | Bound::Count(limit) => measured <= limit,
            Bound::Below(limit) => measured < limit,
            Bound::Faster(limit) => measured >= limit,
        }
    }

    pub(super) fn text(self) -> String {
        match self {
            Bound::AtMost(limit) => format!("≤ {limit}×"),
            Bound::Below(limit) => format!("< {limit}×"),
            Bound::Faster(limit) => format!("≥ {limit}× faster"),
            Bound::Count(limit) => format!("≤ {limit}"),
        }
    }

    /// Writes a measured number as its bound is written.
    pub(super) fn measured(self, number: f64) -> String {
        match self {
            Bound::AtMost(_) | Bound::Below(_) => format!("{number:.2}×"),
            Bound::Faster(_) => format!("{number:.2}× faster"),
            Bound::Count(_) => format!("{number}"),
        }
    }
}

/// Returns the budgets with what was measured.
pub(super) fn budgets(rows: &[Row], facts: &Facts) -> Vec<Budget> {
    use Bound::{AtMost, Below, Count, Faster};
    let row = |group: &str, name: &str| rows.iter().find(|row| row.group == group && row.name == name);
    let ratio = |group, name| row(group, name).map(|row| row.ratio);
    let verdict = ratio("Bodies", "coldsend-lint, verdict");
    let garde = ratio("Bodies", "serde_json, garde by derive");
    let international = ratio("International", "coldsend-lint, international addresses");
    let plain = ratio("International", "coldsend-lint, plain addresses");
    let build = facts.build.as_ref().map(|build| build.core / build.peer);
    let budget = |what, must, aim, measured| Budget { what, must, aim, measured };
    vec![
        budget("verdict, against `serde_json` skipping the text", AtMost(1.8), AtMost(1.2), verdict),
        budget(
            "verdict and advice, against the same",
            AtMost(3.0),
            AtMost(2.0),
            ratio("Bodies", "coldsend-lint, verdict and advice"),
        ),
        budget(
            "verdict, against `serde_json` and `garde` by derive",
            Faster(1.8),
            Faster(3.0),
            garde.zip(verdict).map(|(garde, verdict)| garde / verdict),
        ),
        budget(
            "invalid bodies with the answer's text, against `serde_json` skipping the text",
            AtMost(3.0),
            AtMost(2.0),
            ratio("Invalid", "coldsend-lint, answer"),
        ),
        budget(
            "`add_lead` of one address with advice, against `email_address` alone",
            AtMost(1.0),
            AtMost(0.6),
            ratio("Leads", "coldsend-lint, add_lead with advice"),
        ),
        budget(
            "a list of leads with duplicates, against the `csv` crate reading it",
            AtMost(3.5),
            AtMost(2.0),
            ratio("List", "coldsend-lint, leads"),
        ),
        budget(
            "the same with 1,000,000 rows",
            AtMost(3.5),
            AtMost(2.0),
            ratio("LongList", "coldsend-lint, many leads"),
        ),
        budget(
            "an international address (the difference to a plain one), against Python's email-validator",
            Faster(100.0),
            Faster(200.0),
            international.zip(plain).map(|(international, plain)| (international - plain).recip()),
        ),
        budget(
            "`checkText` in Node, against the fastest peer",
            Below(1.0),
            AtMost(0.5),
            ratio("Node", "coldsend-lint, checkText"),
        ),
        budget("crates in the core's tree", Count(20.0), Count(15.0), Some(facts.crates as f64)),
        budget("clean release build, against `garde` and `serde` by derive", AtMost(1.5), AtMost(1.0), build),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_met_on_their_side() {
        assert!(Bound::AtMost(1.8).is_met(1.8) && !Bound::AtMost(1.8).is_met(1.81));
        assert!(Bound::Below(1.0).is_met(0.99) && !Bound::Below(1.0).is_met(1.0));
        assert!(Bound::Faster(100.0).is_met(100.0) && !Bound::Faster(100.0).is_met(99.0));
        assert_eq!(Bound::Faster(1.8).text(), "≥ 1.8× faster");
        assert_eq!(Bound::Count(20.0).measured(18.0), "18");
    }
}
