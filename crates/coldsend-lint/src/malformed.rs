//! What a body is that is not JSON, and what stands where it is malformed. Only what is sure to be no secret is repeated.
//!
//! - `instead`    what a text is instead of a request, and what to do
//! - `text`       texts that are not JSON: a command, YAML, a table
//! - `place`      what stands where JSON is malformed
//! - `characters` the names of invisible and typographic characters
//! - `unreadable` why a body is no text
mod characters;
mod instead;
mod place;
mod text;
mod unreadable;

#[cfg(feature = "leads")]
pub(crate) use characters::invisible;
pub use instead::NotARequest;

use crate::error::Finding;
use crate::error::hint::Remark;
use crate::json::ReadError;
use crate::validate::body::refusal;

/// Returns the API's error for a body that it cannot read. Its hint says what stands there, and what to do.
pub(crate) fn finding(text: &[u8], error: ReadError) -> Finding {
    let mut finding = refusal(error);
    let note = match error {
        ReadError::Malformed(malformed) => place::note(text, malformed),
        ReadError::Unreadable(unreadable) => Some(unreadable::note(text, unreadable)),
    };
    if let Some(note) = note {
        finding.remark = Remark::Instead(note);
    }
    finding
}
