//! What a check found: an error or advice, its rule, and its position in the text.
use crate::error::hint::{self, Remark};
use crate::error::loc::{dotted, path, pointer};
use crate::error::{ErrorItem, ErrorKind, LocItem};
use std::fmt;
use std::ops::Range;

/// An error or advice.
///
/// Its [`Debug`](fmt::Debug) shows only what this crate knows: anything else may repeat the request, and with it a
/// secret. [`Display`](fmt::Display) shows all.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The id of the rule, such as `campaign-name`.
    pub rule: &'static str,
    /// Where: `"body"` or `"path"`, then keys and indices of lists.
    pub loc: Vec<LocItem>,
    /// What is wrong.
    pub kind: ErrorKind,
    /// The bytes that it is about: the value, or the opening bracket of the object that lacks it. `None` for typed
    /// requests and path parameters.
    pub span: Option<Range<usize>>,
    /// All the bytes that it is about, if it is about several values.
    pub related: Vec<Range<usize>>,
    /// What was compared with a limit: the number of characters or items, or the number itself. `None` for secret
    /// values.
    pub measured: Option<i64>,
    /// A sent key that resembles the missing one, or the field that an unknown key resembles.
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

    /// How to fix it, for people.
    pub fn hint(&self) -> String {
        let name = field_name(&self.loc);
        hint::hint(&self.kind, name, self.measured, self.suggestion.as_deref(), self.remark)
    }

    /// Where in the body, path or query string: `loc` without its first step.
    pub fn path(&self) -> &[LocItem] {
        path(&self.loc)
    }

    /// The path as a JSON Pointer (RFC 6901), empty for the whole body: `/variants/0/subject_template`. If the body is
    /// not JSON, the API's `loc` has the position of the error instead of a path, and so has this.
    pub fn pointer(&self) -> String {
        pointer(self.path())
    }
}

/// The name of the field at the end of a location.
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
