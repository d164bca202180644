//! One error or one advice.
use crate::error::{Finding, LocItem};
use serde::{Serialize, Serializer};

/// One error or one advice.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct FindingRecord<'r> {
    /// The rule that says it.
    pub rule: &'static str,
    /// Where.
    pub loc: &'r [LocItem],
    /// Where, below the body, path or query string: a JSON Pointer (RFC 6901), empty for the whole.
    #[serde(serialize_with = "pointer")]
    pub pointer: &'r [LocItem],
    /// What.
    pub msg: String,
    /// The kind of error.
    #[serde(rename = "type")]
    pub error_type: &'r str,
    /// What to do.
    pub hint: String,
    /// The line, from 1, where the text of the request is known.
    pub line: Option<usize>,
    /// The column, from 1, in code points.
    pub column: Option<usize>,
}

impl<'r> FindingRecord<'r> {
    pub(super) fn list(
        findings: impl IntoIterator<Item = &'r Finding>,
        position: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> impl Iterator<Item = Self> {
        findings.into_iter().map(move |finding| {
            let position = finding.span.as_ref().and_then(|span| position(span.start));
            FindingRecord {
                rule: finding.rule,
                loc: &finding.loc,
                pointer: finding.loc.get(1..).unwrap_or_default(),
                msg: finding.kind.to_string(),
                error_type: finding.kind.error_type(),
                hint: finding.hint(),
                line: position.map(|(line, _)| line),
                column: position.map(|(_, column)| column),
            }
        })
    }
}

fn pointer<S: Serializer>(steps: &[LocItem], to: S) -> Result<S::Ok, S::Error> {
    let mut pointer = String::new();
    for step in steps {
        pointer.push('/');
        match step {
            LocItem::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            LocItem::Index(index) => pointer.push_str(&index.to_string()),
            LocItem::Number(number) => pointer.push_str(number),
            LocItem::Bool(value) => pointer.push_str(if *value { "true" } else { "false" }),
        }
    }
    to.serialize_str(&pointer)
}
