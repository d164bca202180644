//! From the bytes of a body to its document.
use super::{Document, Node, ReadError, decode, read};
use std::borrow::Cow;

/// The text of a body and its document. A text that is not UTF-8 is kept in `text`, the document in `nodes`.
pub(crate) fn read_body<'c>(
    body: &'c [u8],
    text: &'c mut Vec<u8>,
    nodes: &'c mut Vec<Node>,
) -> (&'c [u8], Result<Document<'c>, ReadError>) {
    *text = Vec::new();
    let Ok((decoded, start)) = decode(body) else { return (body, Err(ReadError::Unreadable)) };
    let decoded = match decoded {
        Cow::Borrowed(decoded) => decoded,
        Cow::Owned(decoded) => {
            *text = decoded;
            text
        }
    };
    // An empty body is not a document: the API reads it as null. Whitespace is malformed.
    let document = match body.is_empty() {
        true => read(b"null", 0, nodes),
        false => read(decoded, start, nodes),
    };
    (decoded, document)
}
