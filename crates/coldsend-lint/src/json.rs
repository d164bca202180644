//! JSON as Python's `json` module reads it.
//!
//! - `encoding` bytes to text: UTF-8, UTF-16 or UTF-32, with surrogates let through
//! - `scalar`   a value that holds no others
//! - `tape`     text to a flat tape of nodes in document order, or Python's refusal
//! - `text`     the strings of a document: escapes, lone surrogates, code points
//! - `write`    JSON as the API's stack writes it
mod encoding;
mod scalar;
mod tape;
mod text;
mod write;

pub(crate) use encoding::decode;
pub(crate) use scalar::Scalar;
pub(crate) use tape::{Document, Malformed, Node, ReadError, Tag, object, read};
pub(crate) use text::Text;
pub(crate) use write::{digits, escape, list};
pub use write::{number, quote};
