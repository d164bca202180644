//! From bytes to an answer.
use super::body::Body;
use super::parts::{MESSAGE, Parts};
use super::{AnswerKind, MAX_BYTES};
use crate::json::{self, Guide, Tag};

#[derive(Default)]
pub(super) struct Read {
    pub(super) kind: Option<AnswerKind>,
    pub(super) parts: Parts,
}

pub(super) fn read(status: Option<u16>, body: &[u8]) -> Read {
    let mut nodes = Vec::new();
    // Check the length first, so that a body that is too long is never decoded.
    if body.len() > MAX_BYTES {
        return Read::default();
    }
    let Ok((text, start)) = json::decode(body) else { return Read::default() };
    let Ok(document) = json::read(&text, start, Guide::NONE, &mut nodes) else { return Read::default() };
    let body = Body(document);
    let detail = body.member(0, "detail");
    let documented = detail.and_then(|detail| body.by_detail(detail));
    let is_documented = documented.is_some();
    let kind = documented.or_else(|| body.in_other_forms(detail, status));
    let is_list = detail.is_some_and(|detail| body.is(detail, Tag::Array));
    let is_read = is_documented || is_list && matches!(kind, Some(AnswerKind::Validation(_)));
    let parts = body.parts(kind.as_ref(), is_read, status);
    Read { kind, parts }
}

/// Returns the message of a value that may be shown: its text, or that of its `message`.
pub(super) fn message(text: &str) -> Option<String> {
    let mut nodes = Vec::new();
    let body = Body(json::read(text.as_bytes(), 0, Guide::NONE, &mut nodes).ok()?);
    body.text(0).or_else(|| body.text_of(0, MESSAGE))
}
