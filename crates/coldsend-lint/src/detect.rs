//! Which request a body is for, or what the document is instead.
//!
//! - `keys`     the operation that the keys of an object suggest
//! - `document` documents that are not requests: a list, a wrapped request, an export
mod document;
mod keys;

pub(crate) use document::instead;
pub use keys::Detection;
pub(crate) use keys::detect;
