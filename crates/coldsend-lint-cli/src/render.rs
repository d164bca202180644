//! How checks are printed: one file for each format.
mod answer;
mod body;
mod human;
mod json;
mod layout;

pub(crate) use answer::{Answer, write_json};
pub(crate) use body::Body;
pub(crate) use human::Human;
pub(crate) use json::Json;

use coldsend_lint::{ErrorBody, Operation, Outcome};
use std::fmt;
use std::io;

/// A format: it is told of one file after the other.
pub(crate) trait Render {
    /// Before the first file.
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// A file was checked.
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()>;

    /// A file could not be checked.
    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()>;

    /// After the last file.
    fn end(&mut self) -> io::Result<()>;
}

/// What came of a file.
pub(crate) struct Checked<'c> {
    pub(crate) choice: Choice,
    pub(crate) outcome: Outcome<'c>,
    /// Whether there is advice, and that fails.
    pub(crate) denied: bool,
}

/// Which operation it was checked for.
#[derive(Clone, Copy)]
pub(crate) enum Choice {
    Given(Operation),
    Found(Operation),
    /// All of them would give the same answer.
    Any,
}

impl Choice {
    pub(crate) fn operation(self) -> Option<Operation> {
        match self {
            Choice::Given(operation) | Choice::Found(operation) => Some(operation),
            Choice::Any => None,
        }
    }
}

/// Why a file could not be checked.
pub(crate) enum Problem {
    Unreadable(String),
    Ambiguous(Vec<Operation>),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Unreadable(reason) => f.write_str(reason),
            Problem::Ambiguous(candidates) => {
                f.write_str("the keys do not tell the operation; name it with --as: ")?;
                for (i, candidate) in candidates.iter().enumerate() {
                    write!(f, "{}{candidate}", if i > 0 { ", " } else { "" })?;
                }
                Ok(())
            }
        }
    }
}

/// The API's bytes.
pub(crate) fn bytes(body: &ErrorBody, ctx: bool) -> String {
    match ctx {
        true => body.with_ctx().to_string(),
        false => body.to_string(),
    }
}
