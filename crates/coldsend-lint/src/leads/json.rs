//! The JSON that options of a check take.
use crate::json::{Document, Guide, Malformed, Node, ReadError, ValueRef, read_body};
use std::fmt;

/// The error for a text that an option of a check cannot be read from. It repeats nothing of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidOption {
    message: &'static str,
    offset: Option<usize>,
}

impl InvalidOption {
    pub(super) const fn new(message: &'static str) -> Self {
        InvalidOption { message, offset: None }
    }

    /// Returns the byte offset of the error in the text as UTF-8, if it is one of JSON.
    pub fn offset(&self) -> Option<usize> {
        self.offset
    }
}

impl fmt::Display for InvalidOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl std::error::Error for InvalidOption {}

/// Reads a document, and passes it on.
pub(super) fn with_document<T>(
    json: &[u8],
    each: impl FnOnce(Document<'_>) -> Result<T, InvalidOption>,
) -> Result<T, InvalidOption> {
    let (mut text, mut nodes): (Vec<u8>, Vec<Node>) = Default::default();
    let offset = match read_body(json, Guide::NONE, &mut text, &mut nodes).1 {
        Ok(document) => return each(document),
        Err(ReadError::Malformed(Malformed { offset, .. })) => Some(offset),
        Err(ReadError::Unreadable(_)) => None,
    };
    Err(InvalidOption { message: "this is not JSON", offset })
}

/// Returns the members of an object, with the text of those that are texts. A repeated key counts as often as it occurs.
pub(super) fn members<'d>(
    document: Document<'d>,
) -> Option<impl Iterator<Item = (String, Option<String>)> + use<'d>> {
    let object = document.object(ValueRef::ROOT)?;
    Some(document.keys(object).map(move |key| {
        let value = document.text(ValueRef::Node(key + 1)).map(|text| text.to_str().into_owned());
        (document.string(document.node(key)).to_str().into_owned(), value)
    }))
}
