//! Unknown operations, and suggestions.
use super::not_checked::Reason;
use super::operation::Operation;
use crate::error::suggest::suggest;
use std::fmt;

/// The error for text that does not name a known operation. The text is not repeated, because it may contain secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownOperation(Unknown);

#[derive(Clone, Debug, PartialEq)]
enum Unknown {
    NotChecked(&'static str, &'static str, Reason),
    /// The most similar operation.
    Other(Option<Operation>),
}

impl UnknownOperation {
    /// Creates the error for a known method and path that are not checked.
    pub(super) fn not_checked(method: &'static str, path: &'static str, reason: Reason) -> Self {
        UnknownOperation(Unknown::NotChecked(method, path, reason))
    }

    /// Creates the error for an unknown method or path, with the most similar operation.
    pub(super) fn other(nearest: Option<Operation>) -> Self {
        UnknownOperation(Unknown::Other(nearest))
    }

    /// Creates the error for an id that no operation has.
    pub(super) fn of_id(id: &str) -> Self {
        let similar = suggest(id, Operation::ALL.iter().map(|operation| operation.id()));
        UnknownOperation::other(similar.and_then(Operation::from_id))
    }

    /// Returns the operation that was probably meant.
    pub fn nearest(&self) -> Option<Operation> {
        match self.0 {
            Unknown::Other(nearest) => nearest,
            Unknown::NotChecked(..) => None,
        }
    }
}

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unknown::NotChecked(method, path, reason) => write!(f, "{method} {path} {reason}"),
            Unknown::Other(Some(nearest)) => {
                let (method, path) = (nearest.method(), nearest.path());
                write!(f, "unknown operation; did you mean {nearest} ({method} {path})?")
            }
            Unknown::Other(None) => {
                f.write_str("unknown operation; use one of ")?;
                for (i, operation) in Operation::ALL.iter().enumerate() {
                    write!(f, "{}{operation}", if i > 0 { ", " } else { "" })?;
                }
                f.write_str(", or METHOD /path")
            }
        }
    }
}

impl std::error::Error for UnknownOperation {}
