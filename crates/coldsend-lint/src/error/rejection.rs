//! The API's answer to a request that it rejects.
use crate::error::Finding;
use crate::error::{Detail, ErrorBody};
use std::fmt;

/// The API's answer to a request that it would reject, and the errors in it.
///
/// ```
/// use coldsend_lint::{Detail, Operation, check};
///
/// let rejection = check(Operation::CreateCampaign, br#"{"name": "Short"}"#).unwrap_err();
/// assert_eq!(rejection.status(), 422);
/// let Detail::Items(items) = rejection.body().detail else { panic!() };
/// assert_eq!(items[0].kind.error_type(), "value_error.any_str.min_length");
/// assert_eq!(rejection.findings()[0].rule, "campaign-name");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    findings: Vec<Finding>,
    left_out: usize,
}

impl Rejection {
    /// Returns the answer to these errors, or `None` if there are none. `whole`, an error that is an answer by itself,
    /// is used only if there are no others.
    pub(crate) fn new(
        mut errors: Vec<Finding>,
        whole: Option<Box<Finding>>,
        left_out: usize,
    ) -> Option<Self> {
        if errors.is_empty() {
            errors.extend(whole.map(|finding| *finding));
        }
        (!errors.is_empty()).then_some(Rejection { findings: errors, left_out })
    }

    /// Returns the answer to an empty report: a list without items.
    #[cfg(feature = "typed")]
    pub(crate) fn empty() -> Self {
        Rejection { findings: Vec::new(), left_out: 0 }
    }

    /// Adds items in the order of a key, unless the answer is a message.
    pub(crate) fn with(mut self, items: Vec<Finding>, key: impl Fn(&Finding) -> Vec<u8>) -> Self {
        if self.status() == 422 && !items.is_empty() {
            self.findings.extend(items);
            self.findings.sort_by_cached_key(key);
        }
        self
    }

    /// Returns the HTTP status of the answer.
    pub fn status(&self) -> u16 {
        self.findings.first().and_then(|finding| finding.kind.answers_alone()).unwrap_or(422)
    }

    /// Returns the body of the answer. Its text is the API's, byte for byte, unless items are
    /// [omitted](Self::left_out).
    pub fn body(&self) -> ErrorBody {
        let detail = match &self.findings[..] {
            [only] if only.kind.answers_alone().is_some() => {
                Detail::Message(only.kind.message().into_owned())
            }
            items => Detail::Items(items.iter().map(Finding::item).collect()),
        };
        ErrorBody { detail }
    }

    /// Returns the errors with their rules and positions: one for each item of the body, or one for its message.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the number of items that the API's answer has beyond those here. It is 0 unless the body has more than
    /// 100,000 errors.
    pub fn left_out(&self) -> usize {
        self.left_out
    }
}

/// Writes the status and the body.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status(), self.body())
    }
}

impl std::error::Error for Rejection {}
