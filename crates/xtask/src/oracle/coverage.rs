//! What the requests made the API say: whether every answer that is declared was given at least once.
use super::case::Ours;
use coldsend_lint::Constraint;
use coldsend_lint::catalogue::{self, Subject};
use coldsend_lint::{ErrorKind, LocItem, Wording};
use std::collections::{BTreeMap, BTreeSet};

/// Which answers were given.
#[derive(Default)]
pub(super) struct Coverage {
    statuses: BTreeMap<u16, usize>,
    /// Rule and `type`.
    said: BTreeSet<(&'static str, String)>,
}

impl Coverage {
    pub(super) fn note(&mut self, ours: &Ours) {
        *self.statuses.entry(ours.answer.status).or_default() += 1;
        for finding in &ours.findings {
            self.said.insert((finding.rule, said(&finding.kind.to_string(), finding.kind.error_type())));
        }
    }

    pub(super) fn add(&mut self, other: Coverage) {
        for (status, count) in other.statuses {
            *self.statuses.entry(status).or_default() += count;
        }
        self.said.extend(other.said);
    }

    /// How often each status was answered: `422: 9, 200: 1`.
    pub(super) fn statuses(&self) -> String {
        let shown: Vec<String> =
            self.statuses.iter().map(|(status, count)| format!("{status}: {count}")).collect();
        shown.join(", ")
    }

    /// How many different answers were given.
    pub(super) fn answers(&self) -> usize {
        self.said.len()
    }

    /// The declared answers of the server's models that were never given.
    pub(super) fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for rule in catalogue::rules().iter().filter(|rule| rule.rejects()) {
            if matches!(rule.subject, Subject::Across { .. }) {
                continue;
            }
            let said_by_server = |constraint: &&Constraint| {
                constraint.wording != Wording::Chosen || constraint.kind == ErrorKind::ServerError
            };
            for constraint in rule.constraints.iter().filter(said_by_server) {
                let answer = said(&constraint.kind.to_string(), constraint.kind.error_type());
                if !self.said.contains(&(rule.id, answer.clone())) {
                    missing.push(format!("{}: {answer}", rule.id));
                }
            }
        }
        missing
    }
}

fn said(message: &str, code: &str) -> String {
    format!("{code} ({message})")
}

/// Which answer this is, whatever the places in lists and the keys of maps.
pub(super) fn signature(ours: &Ours) -> BTreeSet<String> {
    let place = |loc: &[LocItem]| {
        let steps = loc.iter().map(|step| match step {
            LocItem::Key(key) => key.as_str(),
            _ => "#",
        });
        steps.take(6).collect::<Vec<_>>().join(".")
    };
    let of = |finding: &coldsend_lint::Finding| format!("{} {}", finding.rule, finding.kind.error_type());
    match ours.findings.is_empty() {
        true => BTreeSet::from([format!("accepted {}", ours.answer.understood.is_some())]),
        false => {
            ours.findings.iter().map(|finding| format!("{} {}", place(&finding.loc), of(finding))).collect()
        }
    }
}
