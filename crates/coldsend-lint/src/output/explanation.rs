//! What an answer of the API means.
use crate::answers::{Answer, Found};
use serde::Serialize;
use serde_json::value::RawValue;
use std::fmt;

/// What an answer of the API means, and what to do.
///
/// [`Debug`](fmt::Debug) shows no text that a server sent.
#[derive(Serialize)]
#[non_exhaustive]
pub struct Explanation<'a> {
    /// The id of the answer, if there is one.
    pub id: Option<&'static str>,
    /// The HTTP status of the answer, if known.
    pub status: Option<u16>,
    /// The documented or expected status, if it differs.
    pub status_expected: Option<u16>,
    /// Whether to send the request again: `never`, `after_fix`, `after` the wait, or with `backoff`.
    pub retry: Option<&'static str>,
    /// The wait in seconds, if known.
    pub retry_after_seconds: Option<u64>,
    /// What to do.
    pub fix: Option<&'a str>,
    /// `detail` as received, with what may be a secret hidden. `None` if there is none, or if it is not standard JSON.
    pub detail: Option<Box<RawValue>>,
    /// The other answers in the text, in order.
    pub others: Vec<OtherAnswer>,
}

/// An answer that stands before the one that is explained.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct OtherAnswer {
    /// Its HTTP status, if known.
    pub status: Option<u16>,
    /// Its id.
    pub id: &'static str,
}

impl Explanation<'_> {
    /// Creates the explanation of a text without an answer.
    fn none() -> Self {
        Explanation {
            id: None,
            status: None,
            status_expected: None,
            retry: None,
            retry_after_seconds: None,
            fix: None,
            detail: None,
            others: Vec::new(),
        }
    }
}

impl<'a> From<&'a Found> for Explanation<'a> {
    fn from(found: &'a Found) -> Self {
        let other = |answer: &Answer| OtherAnswer { status: answer.status(), id: answer.kind().info().id };
        let explanation = found.answer.as_ref().map_or_else(Explanation::none, Explanation::from);
        Explanation { others: found.others.iter().map(other).collect(), ..explanation }
    }
}

impl<'a> From<&'a Answer> for Explanation<'a> {
    fn from(answer: &'a Answer) -> Self {
        let retry = answer.retry();
        Explanation {
            id: Some(answer.kind().info().id),
            status: answer.status(),
            status_expected: answer.status_expected(),
            retry: Some(retry.name()),
            retry_after_seconds: retry.seconds(),
            fix: Some(answer.fix()),
            detail: detail(answer),
            others: Vec::new(),
        }
    }
}

impl fmt::Debug for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Explanation")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("retry", &self.retry)
            .field("retry_after_seconds", &self.retry_after_seconds)
            .finish_non_exhaustive()
    }
}

/// Returns `detail` as received; `None` if it contains numbers that are valid only in Python's JSON.
pub(super) fn detail(answer: &Answer) -> Option<Box<RawValue>> {
    answer.detail().and_then(|detail| RawValue::from_string(detail.to_owned()).ok())
}
