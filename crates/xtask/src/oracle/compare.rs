//! Compares our answers with the server's.
use super::case::{Case, Expected};
use super::server::{Reply, Server};
use coldsend_lint::{ErrorBody, LocItem};
use std::fmt;

/// A request with two different answers.
#[derive(Debug)]
pub(super) struct Difference {
    pub(super) case: Case,
    /// What differs: its name, and our value and the server's.
    pub(super) what: Vec<(&'static str, String, String)>,
}

/// The differences among some requests, our answers to all of them, and how many crashed the server's process.
pub(super) struct Compared {
    pub(super) differences: Vec<Difference>,
    pub(super) expected: Vec<Expected>,
    pub(super) broke_down: usize,
}

pub(super) fn compare(server: &mut Server, cases: &[Case]) -> Result<Compared, String> {
    let expected: Vec<Expected> = cases.iter().map(Case::expected).collect();
    let asked: Vec<_> = cases
        .iter()
        .zip(&expected)
        .map(|(case, expected)| (case, expected.answer.understood.as_deref()))
        .collect();
    let replies = server.ask(&asked)?;
    let mut found = Compared { differences: Vec::new(), expected: Vec::new(), broke_down: 0 };
    for ((case, expected), reply) in cases.iter().zip(&expected).zip(&replies) {
        match differences(expected, reply) {
            Some(what) if !what.is_empty() => found.differences.push(Difference { case: case.clone(), what }),
            Some(_) => {}
            None => found.broke_down += 1,
        }
    }
    found.expected = expected;
    Ok(found)
}

/// Returns the differences, or `None` if the server's process crashed.
fn differences(expected: &Expected, reply: &Reply) -> Option<Vec<(&'static str, String, String)>> {
    let Reply::Answer { answer: theirs, ours: read } = reply else { return None };
    let mut what = Vec::new();
    let mut differ = |name, ours: String, theirs: String| {
        if ours != theirs {
            what.push((name, ours, theirs));
        }
    };
    differ("status", expected.answer.status.to_string(), theirs.status.to_string());
    differ("body", expected.answer.body.clone(), theirs.body.clone());
    if let (Some(read), Some(understood)) = (read, &theirs.understood) {
        differ("understood", read.clone(), understood.clone());
    }
    if expected.answer.status == 422 && !has_odd_numbers(expected) {
        // When we read the server's answer and write it again, it must be the same.
        let read = serde_json::from_str::<ErrorBody>(&theirs.body).map(|body| body.with_ctx().to_string());
        differ("answer read", expected.answer.body.clone(), read.unwrap_or_else(|error| error.to_string()));
    }
    Some(what)
}

/// Returns whether a location has a number that serde_json does not keep as written.
fn has_odd_numbers(expected: &Expected) -> bool {
    let is_odd = |step: &LocItem| matches!(step, LocItem::Number(_));
    expected.findings.iter().any(|finding| finding.loc.iter().any(is_odd))
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n\n{}", self.case.request(), String::from_utf8_lossy(&self.case.sent))?;
        if std::str::from_utf8(&self.case.sent).is_err() {
            writeln!(f, "(bytes: {})", self.case.sent.escape_ascii())?;
        }
        for (name, ours, theirs) in &self.what {
            write!(f, "\n{name}, ours:\n  {ours}\n{name}, the server's:\n  {theirs}\n")?;
        }
        Ok(())
    }
}
