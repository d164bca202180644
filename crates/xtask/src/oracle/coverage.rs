//! Coverage: whether every declared answer occurred at least once.
use super::case::Expected;
use coldsend_lint::Constraint;
use coldsend_lint::catalogue::{self, Subject};
use coldsend_lint::{ErrorKind, LocItem, Wording};
use std::collections::{BTreeMap, BTreeSet};

/// The answers that occurred.
#[derive(Default)]
pub(super) struct Coverage {
    statuses: BTreeMap<u16, usize>,
    /// The rule, and the `type` and message.
    given: BTreeSet<(&'static str, String)>,
}

impl Coverage {
    pub(super) fn record(&mut self, expected: &Expected) {
        *self.statuses.entry(expected.answer.status).or_default() += 1;
        for finding in &expected.findings {
            self.given.insert((finding.rule, describe(&finding.kind.to_string(), finding.kind.error_type())));
        }
    }

    pub(super) fn add(&mut self, other: Coverage) {
        for (status, count) in other.statuses {
            *self.statuses.entry(status).or_default() += count;
        }
        self.given.extend(other.given);
    }

    /// Formats how often each status occurred, such as `200: 1, 422: 9`.
    pub(super) fn statuses(&self) -> String {
        let shown: Vec<String> =
            self.statuses.iter().map(|(status, count)| format!("{status}: {count}")).collect();
        shown.join(", ")
    }

    /// Returns the number of different answers.
    pub(super) fn answers(&self) -> usize {
        self.given.len()
    }

    /// Returns the declared answers of the server's models that never occurred.
    pub(super) fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for rule in catalogue::rules().iter().filter(|rule| rule.rejects()) {
            if matches!(rule.subject, Subject::Across { .. }) {
                continue;
            }
            let by_server = |constraint: &&Constraint| {
                let is_known = matches!(constraint.kind, ErrorKind::ServerError | ErrorKind::Enum { .. });
                constraint.rejects() && (is_known || constraint.wording != Wording::Chosen)
            };
            for constraint in rule.constraints.iter().filter(by_server) {
                let answer = describe(&constraint.kind.to_string(), constraint.kind.error_type());
                if !self.given.contains(&(rule.id, answer.clone())) {
                    missing.push(format!("{}: {answer}", rule.id));
                }
            }
        }
        missing
    }
}

fn describe(message: &str, code: &str) -> String {
    format!("{code} ({message})")
}

/// Returns what distinguishes an answer. Indices of lists, and keys that are not text, are ignored.
pub(super) fn signature(expected: &Expected) -> BTreeSet<String> {
    let place = |loc: &[LocItem]| {
        let steps = loc.iter().map(|step| match step {
            LocItem::Key(key) => key.as_str(),
            _ => "#",
        });
        steps.take(6).collect::<Vec<_>>().join(".")
    };
    let of = |finding: &coldsend_lint::Finding| format!("{} {}", finding.rule, finding.kind.error_type());
    match expected.findings.is_empty() {
        true => BTreeSet::from([format!("accepted {}", expected.answer.understood.is_some())]),
        false => expected
            .findings
            .iter()
            .map(|finding| format!("{} {}", place(&finding.loc), of(finding)))
            .collect(),
    }
}
