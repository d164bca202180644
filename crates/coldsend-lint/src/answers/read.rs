//! From bytes to an answer.
use super::kind::{
    API_KEY_REQUIRED, CONNECTION_FAILED, EMAIL_EXISTS, INBOX_IN_USE, INVALID_API_KEY, MISSING_SCOPES,
    NOT_DRAFT, NOT_FOUND, RATE_LIMITED,
};
use super::{AnswerKind, MAX_BYTES, v2};
use crate::error::{ErrorItem, ErrorKind, LocItem};
use crate::json::{self, Document, Guide, Tag, quote};
use crate::redact;
use std::ops::Range;

/// Older wordings: `errors-old` and `scopes-old` in facts.md.
const OLD_API_KEY_REQUIRED: &str = "API key required";
const OLD_MISSING_SCOPES: &str = "Missing API key scopes: ";
/// The number of characters to show of text that is not JSON.
const MAX_SHOWN: usize = 4096;

#[derive(Default)]
pub(super) struct Read {
    pub(super) kind: Option<AnswerKind>,
    pub(super) detail: Option<String>,
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
    let Some(detail) = body.member(0, "detail") else {
        return Read { kind: body.launch(status), detail: None };
    };
    let kind = match document.node(detail).tag {
        Tag::Text | Tag::Escaped => {
            let message = document.string(document.node(detail)).to_str();
            body.scopes(&message).or_else(|| sentence(&message))
        }
        Tag::Array => body.items(detail).map(AnswerKind::Validation),
        _ => None,
    };
    Read { kind, detail: Some(body.shown(detail)) }
}

/// Returns an unknown body as it may be shown, or `None` if secrets in it cannot be recognized, or it is not text.
pub(super) fn shown(body: &[u8]) -> Option<String> {
    let mut nodes = Vec::new();
    let (text, start) = json::decode(body).ok()?;
    if let Ok(document) = json::read(&text, start, Guide::NONE, &mut nodes) {
        return Some(Body(document).shown(0));
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

/// Returns the answer that a message alone means.
fn sentence(message: &str) -> Option<AnswerKind> {
    let within = |[before, after]: [&str; 2]| message.strip_prefix(before)?.strip_suffix(after);
    Some(match message {
        API_KEY_REQUIRED | OLD_API_KEY_REQUIRED => AnswerKind::ApiKeyRequired,
        INVALID_API_KEY => AnswerKind::InvalidApiKey,
        NOT_DRAFT => AnswerKind::CampaignNotDraft,
        EMAIL_EXISTS => AnswerKind::EmailAlreadyExists,
        CONNECTION_FAILED => AnswerKind::ConnectionFailed,
        INBOX_IN_USE => AnswerKind::InboxInUse,
        _ => {
            if let Some(seconds) = within(RATE_LIMITED) {
                return seconds
                    .parse()
                    .ok()
                    .map(|seconds| AnswerKind::RateLimited { seconds: Some(seconds) });
            }
            if let Some(id) = within(NOT_FOUND).filter(|id| !id.is_empty() && !id.contains(' ')) {
                return Some(AnswerKind::CampaignNotFound { campaign_id: id.to_owned() });
            }
            match ErrorKind::from_message(message) {
                ErrorKind::DistributionSum { got } => AnswerKind::DistributionSum { got },
                ErrorKind::Unreadable => AnswerKind::UnreadableBody,
                ErrorKind::ServerError => AnswerKind::ServerError,
                _ => return None,
            }
        }
    })
}

struct Body<'t>(Document<'t>);

impl Body<'_> {
    /// Returns the value of a key; the last one if it is repeated, as everywhere.
    fn member(&self, object: u32, name: &str) -> Option<u32> {
        let Body(document) = self;
        if document.node(object).tag != Tag::Object {
            return None;
        }
        let named = document.keys(object).filter(|key| document.string(document.node(*key)).is(name));
        named.last().map(|key| key + 1)
    }

    fn text(&self, at: u32) -> Option<String> {
        let node = self.0.node(at);
        node.is_text().then(|| self.0.string(node).to_str().into_owned())
    }

    /// Returns a list of texts.
    fn texts(&self, at: u32) -> Option<Vec<String>> {
        match self.0.node(at).tag {
            Tag::Array => self.0.elements(at).map(|item| self.text(item)).collect(),
            _ => None,
        }
    }

    /// `{"is_launch_ready": false, "missing_requirements": […]}`. The response to a successful update has these keys,
    /// too.
    fn launch(&self, status: Option<u16>) -> Option<AnswerKind> {
        let tag = |name| Some(self.0.node(self.member(0, name)?).tag);
        let missing = self.texts(self.member(0, "missing_requirements")?)?;
        let succeeded = tag("success") == Some(Tag::True) && status.is_none_or(|status| status / 100 == 2);
        let failed = tag("is_launch_ready")? == Tag::False && !succeeded;
        failed.then_some(AnswerKind::LaunchRequirements { missing })
    }

    /// Returns the scopes in a list, or else those in the message.
    fn scopes(&self, message: &str) -> Option<AnswerKind> {
        let in_message =
            message.strip_prefix(MISSING_SCOPES).or_else(|| message.strip_prefix(OLD_MISSING_SCOPES))?;
        let listed = self.member(0, "required").and_then(|at| self.texts(at));
        let required =
            listed.unwrap_or_else(|| in_message.split(',').map(|scope| scope.trim().to_owned()).collect());
        let granted = self.member(0, "granted").and_then(|at| self.texts(at));
        Some(AnswerKind::InsufficientScopes { required, granted })
    }

    fn items(&self, list: u32) -> Option<Vec<ErrorItem>> {
        let items: Option<Vec<_>> = self.0.elements(list).map(|item| self.item(item)).collect();
        items.filter(|items| !items.is_empty())
    }

    fn item(&self, at: u32) -> Option<ErrorItem> {
        let steps = self.member(at, "loc").filter(|loc| self.0.node(*loc).tag == Tag::Array)?;
        let loc = self.0.elements(steps).map(|step| self.step(step)).collect::<Option<_>>()?;
        let msg = self.text(self.member(at, "msg")?)?;
        let code = self.text(self.member(at, "type")?)?;
        Some(match ErrorKind::parse(&code, &msg) {
            ErrorKind::JsonInvalid { .. } => {
                let error = self.member(at, "ctx").and_then(|ctx| self.text(self.member(ctx, "error")?));
                ErrorItem {
                    loc,
                    msg,
                    kind: ErrorKind::JsonInvalid { error: error.unwrap_or_default().into() },
                }
            }
            kind @ (ErrorKind::Other { .. } | ErrorKind::ValueError { .. }) => {
                let input = self.member(at, "input").map(|input| self.0.node(input).tag);
                match v2::kind(&code, &msg, input == Some(Tag::Null)) {
                    Some(same) => ErrorItem::new(loc, same),
                    None => ErrorItem { loc, msg, kind },
                }
            }
            kind => ErrorItem { loc, msg, kind },
        })
    }

    fn step(&self, at: u32) -> Option<LocItem> {
        let node = self.0.node(at);
        let raw = || String::from_utf8_lossy(self.0.raw(node)).into_owned();
        Some(match node.tag {
            Tag::Text | Tag::Escaped => LocItem::Key(self.text(at)?),
            Tag::Integer => raw().parse().map_or_else(|_| LocItem::Number(raw()), LocItem::Index),
            Tag::Float => LocItem::Number(raw()),
            Tag::True => LocItem::Bool(true),
            Tag::False => LocItem::Bool(false),
            Tag::Null | Tag::Array | Tag::Object => return None,
        })
    }

    /// Returns the JSON text of a value, without what may be a secret.
    fn shown(&self, at: u32) -> String {
        let text = |range: Range<usize>| self.0.text.get(range).unwrap_or_default();
        let node = self.0.node(at);
        let quotes = usize::from(node.is_text());
        let whole = (node.start as usize).saturating_sub(quotes)..node.end as usize + quotes;
        let (mut out, mut from) = (String::new(), whole.start);
        for (Range { start, end }, by) in redact::in_answer(&self.0) {
            if start >= from && end <= whole.end {
                out.push_str(&String::from_utf8_lossy(text(from..start)));
                quote(&by, &mut out);
                from = end;
            }
        }
        out.push_str(&String::from_utf8_lossy(text(from..whole.end)));
        out
    }
}
