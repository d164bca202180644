//! JSON as Python's `json` module reads it.
//!
//! - `body`     bytes to a document
//! - `guide`    the keys that are expected
//! - `encoding` bytes to text: UTF-8, UTF-16 or UTF-32, with surrogates allowed
//! - `scalar`   a scalar value
//! - `scan`     the first of a few bytes
//! - `tape`     text to a flat tape of nodes in document order, or Python's error
//! - `text`     the strings of a document: escapes, lone surrogates, code points
//! - `value_ref` a value in a document
//! - `write`    JSON as the API's stack writes it
mod body;
mod encoding;
mod guide;
mod scalar;
pub(crate) mod scan;
mod tape;
mod text;
mod value_ref;
mod write;

pub(crate) use body::read_body;
pub(crate) use encoding::{MARK, decode};
pub(crate) use guide::{Guide, Keys, MAX_KEYS};
pub(crate) use scalar::{Literal, Scalar};
pub(crate) use tape::{Document, Looked, Malformed, Node, ReadError, Reason, Tag, Unreadable, object, read};
pub(crate) use text::Text;
pub(crate) use value_ref::ValueRef;
pub(crate) use write::{digits, hexadecimal, quote_text, surrogate};
pub use write::{list, number, quote};
