//! From bytes to an answer.
use super::body::Body;
use super::parts::{MESSAGE, Parts};
use super::{AnswerKind, MAX_BYTES};
use crate::json::{self, Guide, Tag};
use crate::redact;

/// The number of characters to show of text that is not JSON.
const MAX_SHOWN: usize = 4096;

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

/// Returns an unknown body as it may be shown, or `None` if secrets in it cannot be recognized, or it is not text.
pub(super) fn shown(body: &[u8]) -> Option<String> {
    let mut nodes = Vec::new();
    let (text, start) = json::decode(body).ok()?;
    if let Ok(document) = json::read(&text, start, Guide::NONE, &mut nodes) {
        let body = Body(document);
        return Some(body.shown(0, &body.hidden()));
    }
    let text = std::str::from_utf8(text.get(start..)?).ok()?.trim_start();
    // Truncated or malformed JSON.
    if text.is_empty() || text.starts_with(['{', '[', '"']) {
        return None;
    }
    // A hidden part may extend beyond the part that is shown.
    let text = redact::redact_text(text);
    let end = text.char_indices().nth(MAX_SHOWN).map_or(text.len(), |(end, _)| end);
    Some(text.get(..end)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the message of a value that may be shown: its text, or that of its `message`.
pub(super) fn message(text: &str) -> Option<String> {
    let mut nodes = Vec::new();
    let body = Body(json::read(text.as_bytes(), 0, Guide::NONE, &mut nodes).ok()?);
    body.text(0).or_else(|| body.text_of(0, MESSAGE))
}
