//! The API's answer to a request that it refuses.
use crate::error::{Detail, ErrorBody};
use crate::finding::Finding;
use std::fmt;

/// Why the API would refuse a request: its answer, and what the answer is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejection {
    findings: Vec<Finding>,
}

impl Rejection {
    /// The answer to these findings; nothing if there are none.
    pub(crate) fn new(findings: Vec<Finding>) -> Option<Self> {
        (!findings.is_empty()).then_some(Rejection { findings })
    }

    /// The answer to findings of a report, which may be empty.
    #[cfg(feature = "typed")]
    pub(crate) fn from_findings(findings: Vec<Finding>) -> Self {
        Rejection { findings }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.findings.first().and_then(|finding| finding.kind.answers_alone()).unwrap_or(422)
    }

    /// The body. Its text is the API's, byte for byte.
    pub fn body(&self) -> ErrorBody {
        let detail = match &self.findings[..] {
            [only] if only.kind.answers_alone().is_some() => Detail::Message(only.kind.to_string()),
            items => Detail::Items(items.iter().map(Finding::item).collect()),
        };
        ErrorBody { detail }
    }

    /// What is wrong, with rules and places; one for each item of the body, or one for its message.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

/// The status and the body.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status(), self.body())
    }
}

impl std::error::Error for Rejection {}
