//! An error or advice.
use crate::error::Finding;
use serde::Serialize;

/// An error or advice, with its position in the text.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct FindingRecord<'r> {
    /// The rule, the location, the message and the hint.
    #[serde(flatten)]
    pub finding: &'r Finding,
    /// The line, starting at 1, if the text of the request is known.
    pub line: Option<usize>,
    /// The column in code points, starting at 1.
    pub column: Option<usize>,
}

impl<'r> FindingRecord<'r> {
    pub(super) fn list(
        findings: impl IntoIterator<Item = &'r Finding>,
        position: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> impl Iterator<Item = Self> {
        findings.into_iter().map(move |finding| {
            let position = finding.span.as_ref().and_then(|span| position(span.start));
            let (line, column) = position.unzip();
            FindingRecord { finding, line, column }
        })
    }
}
