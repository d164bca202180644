//! From bytes to an answer.
use super::body::Body;
use super::kind::{
    API_KEY_REQUIRED, API_KEY_REQUIRED_BY_GATEWAY, CONNECTION_FAILED, EMAIL_EXISTS, INBOX_IN_USE,
    INSUFFICIENT_SCOPES, INVALID_API_KEY, METHOD_NOT_ALLOWED, MISSING_SCOPES, NOT_DRAFT, NOT_FOUND,
    RATE_LIMITED, ROUTE_NOT_FOUND,
};
use super::{AnswerKind, MAX_BYTES};
use crate::error::{ErrorItem, ErrorKind};
use crate::json::{self, Guide, Tag};
use crate::redact;

/// Older wordings: `errors-old` and `scopes-old` in facts.md.
const OLD_API_KEY_REQUIRED: &str = "API key required";
const OLD_MISSING_SCOPES: &str = "Missing API key scopes: ";
/// The number of characters to show of text that is not JSON.
const MAX_SHOWN: usize = 4096;
/// The members beside `detail` that say what happened: those of gateways, and of problem details (RFC 9457).
const EXTRA: [&str; 5] = ["title", MESSAGE, "error", "code", ERRORS];
pub(super) const MESSAGE: &str = "message";
const ERRORS: &str = "errors";

#[derive(Default)]
pub(super) struct Read {
    pub(super) kind: Option<AnswerKind>,
    pub(super) parts: Parts,
}

/// The parts of an answer that may be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parts {
    /// The JSON text of `detail`.
    pub(super) detail: Option<String>,
    /// Whether the answer says all that `detail` does.
    pub(super) is_detail_read: bool,
    /// The members of an object in `detail` that are not read: their names, and their JSON texts.
    pub(super) inside: Vec<(String, String)>,
    /// The JSON texts of the members beside it that are not read.
    pub(super) extra: Vec<(&'static str, String)>,
    /// What a launch lacks, although the request succeeded.
    pub(super) missing: Option<Vec<String>>,
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
    let by_detail = detail.and_then(|detail| body.by_detail(detail));
    let is_known = by_detail.is_some();
    let kind = by_detail.or_else(|| body.in_other_forms(detail, status));
    let is_list = detail.is_some_and(|detail| body.is(detail, Tag::Array));
    let is_null = detail.is_some_and(|detail| body.is(detail, Tag::Null));
    let is_detail_read = is_known || is_null || is_list && matches!(kind, Some(AnswerKind::Validation(_)));
    // What a success contains is its result, and explains nothing.
    let is_result = kind.is_none() && is_success(status);
    let is_shown = |name: &str, at: u32| !is_result && !body.is_read(kind.as_ref(), name, at);
    let found = EXTRA.iter().filter_map(|name| Some((*name, body.member(0, name)?)));
    let extra: Vec<(&str, u32)> =
        found.filter(|(name, at)| !body.is(*at, Tag::Null) && is_shown(name, *at)).collect();
    let object = detail.filter(|detail| body.is(*detail, Tag::Object)).into_iter();
    let members = object.flat_map(|object| body.0.keys(object)).map(|key| (key, key + 1));
    let inside = members.filter(|(key, at)| body.text(*key).is_some_and(|name| is_shown(&name, *at)));
    let inside: Vec<(u32, u32)> = inside.collect();
    let hidden = if detail.is_some() || !extra.is_empty() { body.hidden() } else { Vec::new() };
    let shown = |at: u32| body.shown(at, &hidden);
    let parts = Parts {
        detail: detail.map(shown),
        is_detail_read,
        inside: inside
            .into_iter()
            .map(|(key, at)| (message(&shown(key)).unwrap_or_default(), shown(at)))
            .collect(),
        extra: extra.into_iter().map(|(name, at)| (name, shown(at))).collect(),
        missing: body.missing(0).filter(|_| kind.is_none()),
    };
    Read { kind, parts }
}

fn is_success(status: Option<u16>) -> bool {
    status.is_some_and(|status| status / 100 == 2)
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

/// Returns the answer that a message alone means.
fn sentence(message: &str) -> Option<AnswerKind> {
    let within = |[before, after]: [&str; 2]| message.strip_prefix(before)?.strip_suffix(after);
    Some(match message {
        API_KEY_REQUIRED | API_KEY_REQUIRED_BY_GATEWAY | OLD_API_KEY_REQUIRED => AnswerKind::ApiKeyRequired,
        INVALID_API_KEY => AnswerKind::InvalidApiKey,
        NOT_DRAFT => AnswerKind::CampaignNotDraft,
        EMAIL_EXISTS => AnswerKind::EmailAlreadyExists,
        CONNECTION_FAILED => AnswerKind::ConnectionFailed,
        INBOX_IN_USE => AnswerKind::InboxInUse,
        ROUTE_NOT_FOUND => AnswerKind::RouteNotFound,
        METHOD_NOT_ALLOWED => AnswerKind::MethodNotAllowed,
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

impl Body<'_> {
    /// Returns what `detail` means in the form of the documentation: a message, or a list of items.
    fn by_detail(&self, detail: u32) -> Option<AnswerKind> {
        match self.text(detail) {
            Some(message) => self.scopes(&message).or_else(|| sentence(&message)),
            None if self.is(detail, Tag::Array) => self.items(detail).map(AnswerKind::Validation),
            None => None,
        }
    }

    /// Returns what the body means in other forms. An object in `detail` is read as the body itself is.
    fn in_other_forms(&self, detail: Option<u32>, status: Option<u16>) -> Option<AnswerKind> {
        let inner = detail.filter(|detail| self.is(*detail, Tag::Object));
        let objects = || [Some(0), inner].into_iter().flatten();
        let launch = objects().find_map(|object| self.launch(object, status));
        // Anything else that a success contains is its result.
        if launch.is_some() || is_success(status) {
            return launch;
        }
        let items = || self.other_items(detail, status).map(AnswerKind::Validation);
        objects().find_map(|object| self.in_other_words(object)).or_else(items)
    }

    /// Returns what an object means if it is not in the form of the documentation.
    fn in_other_words(&self, object: u32) -> Option<AnswerKind> {
        self.listed_scopes(object).or_else(|| sentence(&self.text_of(object, MESSAGE)?))
    }

    /// Returns the items in forms that the documentation does not show. Other statuses mean something else.
    fn other_items(&self, detail: Option<u32>, status: Option<u16>) -> Option<Vec<ErrorItem>> {
        if !matches!(status, None | Some(400 | 422)) {
            return None;
        }
        let errors = |object: u32| self.items_in_any_form(self.member(object, ERRORS)?);
        let in_detail = |detail: u32| match self.0.node(detail).tag {
            Tag::Array => self.items_in_any_form(detail),
            _ => errors(detail),
        };
        detail.and_then(in_detail).or_else(|| errors(0))
    }

    /// Returns whether the meaning of the body says all that a member of it does.
    fn is_read(&self, kind: Option<&AnswerKind>, name: &str, at: u32) -> bool {
        match kind {
            Some(AnswerKind::Validation(items)) => {
                name == ERRORS && self.items_in_any_form(at).is_some_and(|errors| errors == *items)
            }
            Some(AnswerKind::InsufficientScopes { .. }) => match name {
                "required" | "granted" => true,
                "error" => self.text(at).is_some_and(|text| text == INSUFFICIENT_SCOPES),
                _ => false,
            },
            Some(AnswerKind::LaunchRequirements { .. }) => {
                matches!(name, "is_launch_ready" | "missing_requirements")
            }
            Some(_) => name == MESSAGE && self.text(at).and_then(|text| sentence(&text)).is_some(),
            None => false,
        }
    }

    /// `{"is_launch_ready": false, "missing_requirements": […]}`. The response to a successful update has these keys,
    /// too.
    fn launch(&self, object: u32, status: Option<u16>) -> Option<AnswerKind> {
        let missing = self.missing(object)?;
        let is_success = self.member(object, "success").is_some_and(|success| self.is(success, Tag::True));
        let succeeded = is_success && status.is_none_or(|status| status / 100 == 2);
        (!succeeded).then_some(AnswerKind::LaunchRequirements { missing })
    }

    /// Returns what a launch lacks, if it lacks anything.
    fn missing(&self, object: u32) -> Option<Vec<String>> {
        let missing = self.texts_of(object, "missing_requirements")?;
        self.is(self.member(object, "is_launch_ready")?, Tag::False).then_some(missing)
    }

    /// Returns the scopes in a list, or else those in the message.
    fn scopes(&self, message: &str) -> Option<AnswerKind> {
        let in_message =
            message.strip_prefix(MISSING_SCOPES).or_else(|| message.strip_prefix(OLD_MISSING_SCOPES))?;
        let listed = self.texts_of(0, "required");
        let required =
            listed.unwrap_or_else(|| in_message.split(',').map(|scope| scope.trim().to_owned()).collect());
        Some(AnswerKind::InsufficientScopes { required, granted: self.texts_of(0, "granted") })
    }

    /// Returns the scopes of an answer with other words: both lists, or one and the code of the error.
    fn listed_scopes(&self, object: u32) -> Option<AnswerKind> {
        let (required, granted) = (self.texts_of(object, "required")?, self.texts_of(object, "granted"));
        let code = self.text_of(object, "error").is_some_and(|code| code == INSUFFICIENT_SCOPES);
        (granted.is_some() || code).then_some(AnswerKind::InsufficientScopes { required, granted })
    }
}
