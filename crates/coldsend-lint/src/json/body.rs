//! Reads the bytes of a body as a document.
use super::{Document, Node, ReadError, decode, read};
use std::borrow::Cow;

/// Returns the text of a body and its document. If the text had to be converted to UTF-8, it borrows from `text`; the
/// document borrows from `nodes`. If the body cannot be decoded, its bytes are returned as its text.
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
