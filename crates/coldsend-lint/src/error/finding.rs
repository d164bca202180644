//! What a check found: an error or an advice, its rule, and where it is in the text.
use crate::error::hint::{self, Remark};
use crate::error::loc::{dotted, path, pointer};
use crate::error::{ErrorItem, ErrorKind, LocItem};
use std::fmt;
use std::ops::Range;

/// One error or one advice.
///
/// Its [`Debug`](fmt::Debug) shows only what this crate knows: anything else may repeat the request, and so a secret.
/// [`Display`](fmt::Display) shows all.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The id of the rule, like `campaign-name`.
    pub rule: &'static str,
    /// Where: `"body"` or `"path"`, then keys and places in lists.
    pub loc: Vec<LocItem>,
    /// What is wrong.
    pub kind: ErrorKind,
    /// The bytes that it is about: of the value, or of the bracket that opens the object which lacks it.
    /// Nothing for typed requests and path parameters.
    pub span: Option<Range<usize>>,
    /// All the bytes that it is about, where it is about several values.
    pub related: Vec<Range<usize>>,
    /// What was compared with a limit: a number of characters or items, or the number itself. Nothing
    /// for secret values.
    pub measured: Option<i64>,
    /// A key that was sent and that resembles the one that is missing; or the field that an unknown key
    /// resembles.
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

    /// The item of the API's answer.
    pub fn item(&self) -> ErrorItem {
        ErrorItem::new(self.loc.clone(), self.kind.clone())
    }

    /// What to do about it, for people.
    pub fn hint(&self) -> String {
        let name = field_name(&self.loc);
        hint::hint(&self.kind, name, self.measured, self.suggestion.as_deref(), self.remark)
    }

    /// Where, below the body, path or query string: `loc` without its first step.
    pub fn path(&self) -> &[LocItem] {
        path(&self.loc)
    }

    /// The same as a JSON Pointer (RFC 6901), empty for the whole: `/variants/0/subject_template`.
    pub fn pointer(&self) -> String {
        pointer(self.path())
    }
}

/// The name of the field at the end of a place.
pub(super) fn field_name(loc: &[LocItem]) -> Option<&str> {
    match loc {
        [_, .., LocItem::Key(name)] => Some(name),
        _ => None,
    }
}

/// Where and what: `body.name: ensure this value has at least 8 characters`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", dotted(&self.loc), self.kind)
    }
}
