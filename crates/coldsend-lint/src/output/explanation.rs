//! What an answer of the API means.
use crate::answers::Answer;
use serde::Serialize;
use serde_json::value::RawValue;

/// What an answer of the API means, and what to do.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Explanation<'a> {
    /// The id of the answer.
    pub id: &'static str,
    /// Its status.
    pub status: Option<u16>,
    /// The status that is documented or expected, if it is another.
    pub status_expected: Option<u16>,
    /// Whether to send the request again.
    pub retry: &'static str,
    /// The wait, where one is known.
    pub retry_after_seconds: Option<u64>,
    /// What to do.
    pub fix: &'a str,
    /// `detail` as it came, without what may be a secret.
    pub detail: Option<Box<RawValue>>,
}

impl<'a> From<&'a Answer> for Explanation<'a> {
    fn from(answer: &'a Answer) -> Self {
        let retry = answer.retry();
        Explanation {
            id: answer.kind().info().id,
            status: answer.status(),
            status_expected: answer.status_expected(),
            retry: retry.name(),
            retry_after_seconds: retry.seconds(),
            fix: answer.fix(),
            detail: detail(answer),
        }
    }
}

/// `detail` as it came; nothing of one that has numbers which Python's JSON has and JSON has not.
pub(super) fn detail(answer: &Answer) -> Option<Box<RawValue>> {
    answer.detail().and_then(|detail| RawValue::from_string(detail.to_owned()).ok())
}
