//! JSON as Python's `json` module reads it.
//!
//! - `encoding` bytes to text: UTF-8, UTF-16 or UTF-32, with surrogates let through
//! - `tape`     text to a flat tape of nodes in document order, or Python's refusal
//! - `text`     the strings of a document: escapes, lone surrogates, code points
//! - `write`    JSON as the API's stack writes it
mod encoding;
mod tape;
mod text;
mod write;

pub(crate) use encoding::decode;
pub(crate) use tape::{Document, Malformed, Node, ReadError, Tag, object, read};
pub(crate) use text::Text;
pub(crate) use write::{digits, escape, list};
pub use write::{number, quote};
