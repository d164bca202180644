//! Reads the bytes of a body as a document.
use super::encoding::Undecodable;
use super::{Document, Guide, Node, ReadError, Reason, Unreadable, decode, read};
use std::borrow::Cow;

/// Returns the text of a body and its document. If the text had to be converted to UTF-8, it borrows from `text`; the
/// document borrows from `nodes`. It must be checked against the shape that the guide is from. If the body cannot be decoded, its bytes are returned as its text.
pub(crate) fn read_body<'c>(
    body: &'c [u8],
    guide: Guide,
    text: &'c mut Vec<u8>,
    nodes: &'c mut Vec<Node>,
) -> (&'c [u8], Result<Document<'c>, ReadError>) {
    *text = Vec::new();
    let (decoded, start) = match decode(body) {
        Ok(decoded) => decoded,
        Err(Undecodable { offset }) => {
            return (body, Err(ReadError::Unreadable(Unreadable { reason: Reason::Encoding, offset })));
        }
    };
    let decoded = match decoded {
        Cow::Borrowed(decoded) => decoded,
        Cow::Owned(decoded) => {
            *text = decoded;
            text
        }
    };
    // An empty body is not a document: the API reads it as null. Whitespace is malformed.
    let document = match body.is_empty() {
        true => read(b"null", 0, guide, nodes),
        false => read(decoded, start, guide, nodes),
    };
    (decoded, document)
}
