//! Which request a text is, or what it is instead, and what is wrong where JSON is malformed.
//!
//! - `keys`       the operation that the keys of an object suggest
//! - `instead`    what a text is instead of a request, and what to do
//! - `text`       texts that are not JSON: a command, YAML, a table
//! - `document`   documents that are not requests: a list, a wrapped request, an export
//! - `malformed`  what stands where JSON is malformed
//! - `characters` the names of invisible and typographic characters
//! - `unreadable` why a body is no text
mod characters;
mod document;
mod instead;
mod keys;
mod malformed;
mod text;
mod unreadable;

#[cfg(feature = "leads")]
pub(crate) use characters::invisible;
pub(crate) use document::instead;
pub use instead::NotARequest;
pub use keys::Detection;
pub(crate) use keys::detect;
pub(crate) use malformed::note as malformed;
pub(crate) use unreadable::note as unreadable;
