//! Findings: errors and advice, with their rules and their positions in the text.
use crate::error::hint::{self, Remark};
use crate::error::loc::{dotted, path, pointer};
use crate::error::{ErrorItem, ErrorKind, LocItem};
use std::fmt;
use std::ops::Range;

/// An error or advice.
///
/// [`Debug`](fmt::Debug) shows only names and texts that this crate knows, because anything else may be a secret from
/// the request. [`Display`](fmt::Display) shows everything.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The id of the rule, such as `campaign-name`.
    pub rule: &'static str,
    /// The location: `"body"`, `"path"` or `"query"`, then keys and the indices of lists.
    pub loc: Vec<LocItem>,
    /// What is wrong.
    pub kind: ErrorKind,
    /// The range of bytes that the finding is about, such as a value, or the opening bracket of an object that lacks a
    /// field. `None` for typed requests and path parameters.
    pub span: Option<Range<usize>>,
    /// All ranges of bytes that the finding is about, if it is about several values.
    pub related: Vec<Range<usize>>,
    /// What was compared with a bound: the number of characters or items, or the number itself. `None` for secret
    /// values.
    pub measured: Option<i64>,
    /// The sent key that resembles a missing field, or the known name that an unknown one resembles.
    pub suggestion: Option<String>,
    pub(crate) remark: Remark,
}

impl Finding {
    pub(crate) fn new(rule: &'static str, loc: Vec<LocItem>, kind: ErrorKind) -> Self {
        Finding {
            rule,
            loc,
            kind,
            span: None,
            related: Vec::new(),
            measured: None,
            suggestion: None,
            remark: Remark::None,
        }
    }

    /// Returns the finding as an item of the API's answer.
    pub fn item(&self) -> ErrorItem {
        ErrorItem::new(self.loc.clone(), self.kind.clone())
    }

    /// Returns how to fix the finding, for people.
    pub fn hint(&self) -> String {
        let name = field_name(&self.loc);
        hint::hint(&self.kind, name, self.measured, self.suggestion.as_deref(), &self.remark)
    }

    /// Returns the location in the body, path or query string: `loc` without its first step.
    pub fn path(&self) -> &[LocItem] {
        path(&self.loc)
    }

    /// Returns the path as a JSON Pointer (RFC 6901), such as `/variants/0/subject_template`. It is empty for the whole
    /// body. If the body is not JSON, it holds the position of the error instead, as the API's `loc` does.
    pub fn pointer(&self) -> String {
        pointer(self.path())
    }

    /// Returns the path as form libraries write it, such as `variants[0].subject_template`. It is empty for the whole
    /// body.
    pub fn dotted(&self) -> String {
        dotted(self.path())
    }
}

/// Returns the name of the field at the end of a location.
pub(crate) fn field_name(loc: &[LocItem]) -> Option<&str> {
    match loc {
        [_, .., LocItem::Key(name)] => Some(name),
        _ => None,
    }
}

/// Writes the location and the message: `body.name: ensure this value has at least 8 characters`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", dotted(&self.loc), self.kind)
    }
}
