//! What a body means: in the form of the documentation, and in others.
use super::AnswerKind;
use super::body::Body;
use super::kind::{
    API_KEY_REQUIRED, API_KEY_REQUIRED_BY_GATEWAY, CONNECTION_FAILED, EMAIL_EXISTS, INBOX_IN_USE,
    INSUFFICIENT_SCOPES, INVALID_API_KEY, METHOD_NOT_ALLOWED, MISSING_SCOPES, NOT_DRAFT, NOT_FOUND,
    RATE_LIMITED, ROUTE_NOT_FOUND,
};
use super::parts::{ITEM_LISTS, MESSAGE};
use crate::error::{ErrorItem, ErrorKind};
use crate::json::Tag;

/// Older wordings: `errors-old` and `scopes-old` in facts.md.
const OLD_API_KEY_REQUIRED: &str = "API key required";
const OLD_MISSING_SCOPES: &str = "Missing API key scopes: ";

impl Body<'_> {
    /// Returns what `detail` means in the form of the documentation: a message, or a list of items.
    pub(super) fn by_detail(&self, detail: u32) -> Option<AnswerKind> {
        match self.text(detail) {
            Some(message) => self.scopes(&message).or_else(|| sentence(&message)),
            None if self.is(detail, Tag::Array) => self.items(detail).map(AnswerKind::Validation),
            None => None,
        }
    }

    /// Returns what the body means in other forms. An object in `detail` is read as the body itself is.
    pub(super) fn in_other_forms(&self, detail: Option<u32>, status: Option<u16>) -> Option<AnswerKind> {
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
        let errors = |object: u32| {
            ITEM_LISTS.iter().find_map(|name| self.items_in_any_form(self.member(object, name)?))
        };
        let in_detail = |detail: u32| match self.0.node(detail).tag {
            Tag::Array => self.items_in_any_form(detail),
            _ => errors(detail),
        };
        detail.and_then(in_detail).or_else(|| errors(0))
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
    pub(super) fn missing(&self, object: u32) -> Option<Vec<String>> {
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

pub(super) fn is_success(status: Option<u16>) -> bool {
    status.is_some_and(|status| status / 100 == 2)
}

/// Returns the answer that a message alone means.
pub(super) fn sentence(message: &str) -> Option<AnswerKind> {
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
