//! One variant for each documented answer, and its description.
use super::Retry;
use super::trace::{NOT_AN_OBJECT, is_whole_body};
use crate::error::Evidence;
use crate::error::{Detail, ErrorBody, ErrorItem, ErrorKind, Wording};
use crate::json::{list, quote};
use crate::schema::Page;
use crate::schema::page;
use std::fmt;

/// What an answer means.
///
/// Its [`Debug`](fmt::Debug) shows only its id.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum AnswerKind {
    /// Any 2xx.
    Success,
    /// No key was sent.
    ApiKeyRequired,
    /// The key is unknown or revoked.
    InvalidApiKey,
    /// The key lacks scopes.
    InsufficientScopes {
        /// The scopes that the operation needs.
        required: Vec<String>,
        /// The scopes that the key has, if the answer lists them.
        granted: Option<Vec<String>>,
    },
    /// Some fields are invalid.
    Validation(Vec<ErrorItem>),
    /// The percentages of a list of variants do not add up to 100.
    DistributionSum {
        /// Their sum.
        got: u64,
    },
    /// There is no such campaign.
    CampaignNotFound {
        /// Its id.
        campaign_id: String,
    },
    /// There is no such path.
    RouteNotFound,
    /// The path does not accept this method.
    MethodNotAllowed,
    /// The campaign's status does not allow updates, for example while it is running.
    CampaignNotDraft,
    /// The campaign is not ready to be launched.
    LaunchRequirements {
        /// What is missing: `leads`, `inboxes`, `variants`.
        missing: Vec<String>,
    },
    /// An account with this address already exists.
    EmailAlreadyExists,
    /// The API could not log in to the provider.
    ConnectionFailed,
    /// The inbox is assigned to a campaign.
    InboxInUse,
    /// Something that the request needs exists already, or is in another state.
    Conflict,
    /// The request is invalid, in words that are not documented.
    Unprocessable,
    /// Too many requests.
    RateLimited {
        /// The wait, if known.
        seconds: Option<u64>,
    },
    /// The body could not be read.
    UnreadableBody,
    /// The body is too large.
    PayloadTooLarge,
    /// The type of the body is not accepted.
    UnsupportedMediaType,
    /// The request did not arrive in time, or the server does not process it yet.
    RequestTimeout,
    /// The server failed.
    ServerError,
    /// The server is temporarily unavailable.
    Unavailable,
    /// Any other answer that is not documented.
    Unknown,
}

/// The description of an answer.
#[derive(Debug, PartialEq)]
pub struct Info {
    /// Its id, such as `inbox-in-use`.
    pub id: &'static str,
    /// Its documented statuses, the most likely first.
    pub statuses: &'static [u16],
    /// The expected status if none is documented.
    pub expected: Option<u16>,
    /// What happened.
    pub cause: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// Whether to send the request again, if the answer itself gives no wait.
    pub retry: Retry,
    /// How certain it is that the API gives this answer.
    pub evidence: Evidence,
    /// How certain its message is; `None` if it has no body of its own.
    pub wording: Option<Wording>,
    /// The page that states it.
    pub page: Page,
    /// The version of this crate that added it.
    pub since: &'static str,
}

macro_rules! words {
    (None) => {
        None
    };
    ($wording:ident) => {
        Some(Wording::$wording)
    };
}

macro_rules! statuses {
    (@printed expected $status:literal) => {
        &[]
    };
    (@printed $($printed:tt)*) => {
        &[$($printed)*]
    };
    (@expected expected $status:literal) => {
        Some($status)
    };
    (@expected $($printed:tt)*) => {
        None
    };
}

/// Declares the answers: `Variant = "id" [statuses] retry, limit(PAGE) words "cause", "fix"`, where the statuses are
/// the documented ones, or `expected` and one that is not documented; the words are the evidence of its message,
/// `None` if there is no body to emit.
macro_rules! info {
    ($(
        $variant:ident = $id:literal [$($status:tt)*] $retry:ident, $limit:ident($page:ident) $wording:ident
            $cause:literal, $fix:literal;
    )*) => {
        $(
            #[allow(non_upper_case_globals)]
            const $variant: Info = Info {
                id: $id,
                statuses: statuses!(@printed $($status)*),
                expected: statuses!(@expected $($status)*),
                cause: $cause,
                fix: $fix,
                retry: Retry::$retry,
                evidence: Evidence::$limit,
                wording: words!($wording),
                page: page::$page,
                since: since!(),
            };
        )*

        impl AnswerKind {
            /// The descriptions of all answers, in the order of the variants.
            pub const ALL: &[Info] = &[$($variant),*];

            /// Its description.
            pub fn info(&self) -> &'static Info {
                match self {
                    $( Self::$variant { .. } => &$variant, )*
                }
            }
        }
    };
}

info! {
    Success = "success" [200, 201, 204] Never, Printed(ERRORS) None
        "The request succeeded.",
        "Nothing needs to be done.";
    ApiKeyRequired = "api-key-required" [401] Never, Printed(ERRORS) Printed
        "The request has no API key.",
        "Send your API key in the header `X-API-Key` with every request.";
    InvalidApiKey = "invalid-api-key" [401] Never, Printed(ERRORS) Printed
        "The API key is unknown or has been revoked.",
        "Generate a new API key in the dashboard, since a revoked one cannot be restored.";
    InsufficientScopes = "insufficient-scopes" [403] Never, Printed(ERRORS) Printed
        "The API key lacks a scope that the operation needs.",
        "Create a new API key that has the required scopes (https://docs.coldsend.pro/authentication/scopes), and use it for one integration only.";
    Validation = "validation" [422, 400] AfterFix, Printed(ERRORS) Printed
        "Some fields of the request are invalid.",
        "Correct the fields listed, then send the request again.";
    DistributionSum = "distribution-sum" [expected 400] AfterFix, Printed(ERRORS) Printed
        "The percentages of a list of variants do not add up to 100.",
        "Set the `distribution_percent` of each variant so that they add up to exactly 100.";
    CampaignNotFound = "campaign-not-found" [404] Never, Printed(ERRORS) Printed
        "Your team has no campaign with this id.",
        "Check that the id is a valid UUID, that the campaign belongs to your team, and that it has not been deleted.";
    RouteNotFound = "route-not-found" [expected 404] Never, Guessed(FRAMEWORK) Derived
        "The API has no such path.",
        "Check the path, which begins with https://api.coldsend.pro/api/public/v1, and the method.";
    MethodNotAllowed = "method-not-allowed" [expected 405] Never, Guessed(FRAMEWORK) Derived
        "The path exists, but not with this method.",
        "Use the method that the documentation gives for this path.";
    CampaignNotDraft = "campaign-not-draft" [400] AfterFix, Printed(ERRORS) Printed
        "The campaign's status does not allow updates.",
        "If the campaign is running, pause it with POST /campaigns/{campaign_id}/pause, then update it; otherwise create a new one.";
    LaunchRequirements = "launch-requirements" [] AfterFix, Printed(ERRORS) Printed
        "The campaign is missing something that is required for a launch.",
        "Add what is missing (https://docs.coldsend.pro/campaigns/overview), then launch again: leads with POST /campaigns/{campaign_id}/leads, or one with POST /campaigns/{campaign_id}/leads/manual; `inbox_ids` and `variants` with PUT /campaigns/{campaign_id}.";
    EmailAlreadyExists = "email-already-exists" [409] AfterFix, Printed(ERRORS) Printed
        "An account with this address already exists.",
        "Use another address, or delete the existing account first.";
    ConnectionFailed = "connection-failed" [400] AfterFix, Printed(ERRORS) Printed
        "The API could not log in to the e-mail provider.",
        "Check that the SMTP and IMAP hosts and ports are those of your provider (https://docs.coldsend.pro/sender-accounts/providers), and that the user names and passwords are right: use an app-specific password instead of the main one.";
    InboxInUse = "inbox-in-use" [400] AfterFix, Printed(ERRORS) Printed
        "The inbox is assigned to a campaign.",
        "Remove the inbox from all campaigns, then try again.";
    Conflict = "conflict" [409] AfterFix, Printed(ERRORS) None
        "The resource exists already, or is in a state that does not fit the request.",
        "Compare what exists with the request, change one of them, then send the request again.";
    Unprocessable = "unprocessable" [422] AfterFix, Printed(ERRORS) None
        "The request did not pass the validation.",
        "Correct the request according to what the answer says, then send it again.";
    RateLimited = "rate-limited" [429] Backoff, Printed(ERRORS) Printed
        "Too many requests were sent.",
        "Wait, then send the request again; wait longer each time it is rejected.";
    UnreadableBody = "unreadable-body" [expected 400] AfterFix, Corroborated(STACK) Derived
        "The body could not be read as text or JSON.",
        "Send a body that is JSON in UTF-8.";
    PayloadTooLarge = "payload-too-large" [expected 413] AfterFix, Guessed(HTTP) None
        "The body of the request is too large.",
        "Send less at a time: fewer items, smaller attachments, or a CSV of at most 50 MB and 10,000 leads.";
    UnsupportedMediaType = "unsupported-media-type" [expected 415] AfterFix, Guessed(HTTP) None
        "The server does not accept a body of this type.",
        "Send JSON with the header `Content-Type: application/json`, and a CSV as multipart/form-data.";
    RequestTimeout = "request-timeout" [expected 408] Backoff, Guessed(HTTP) None
        "The request did not arrive in time, or the server does not process it yet.",
        "Send the request again, waiting longer after each attempt.";
    ServerError = "server-error" [500] Backoff, Printed(ERRORS) Chosen
        "The server failed unexpectedly.",
        "Send the request again, waiting longer after each attempt; log the time, the request id and the context of each.";
    Unavailable = "unavailable" [503] Backoff, Printed(ERRORS) None
        "The server is temporarily unavailable.",
        "Send the request again, waiting longer after each attempt.";
    Unknown = "unknown" [] Never, Guessed(ERRORS) None
        "The documentation does not describe this answer.",
        "Check the status first, then what the answer says: a 4xx asks for a corrected request, a 5xx for another attempt later. Do not send this one again unchanged, and log the time, the request id and the context.";
}

/// The documented messages, apart from those in [`ErrorKind`].
pub(super) const API_KEY_REQUIRED: &str = "API key required. Include your API key in X-API-Key header.";
/// The wording of the vendor's own gateway: facts.md 12.2.
pub(super) const API_KEY_REQUIRED_BY_GATEWAY: &str =
    "API key required. Include your API key in the X-API-Key header.";
pub(super) const INVALID_API_KEY: &str = "Invalid or revoked API key";
pub(super) const MISSING_SCOPES: &str = "Missing required scopes: ";
pub(super) const INSUFFICIENT_SCOPES: &str = "insufficient_scopes";
pub(super) const NOT_DRAFT: &str = "Can only update campaigns in DRAFT status";
pub(super) const EMAIL_EXISTS: &str = "An email account with this address already exists.";
pub(super) const CONNECTION_FAILED: &str =
    "Failed to connect to your email provider. Please verify your credentials and app password settings.";
pub(super) const INBOX_IN_USE: &str =
    "Inbox is assigned to a campaign and cannot be deleted. Remove from campaigns first.";
/// The framework's own answers.
pub(super) const ROUTE_NOT_FOUND: &str = "Not Found";
pub(super) const METHOD_NOT_ALLOWED: &str = "Method Not Allowed";
/// Before and after the value.
pub(super) const NOT_FOUND: [&str; 2] = ["Campaign ", " not found"];
pub(super) const RATE_LIMITED: [&str; 2] = ["Rate limit exceeded. Retry after ", " seconds."];

impl Info {
    /// Returns its most likely documented status, or else the expected one.
    pub fn status(&self) -> Option<u16> {
        self.statuses.first().copied().or(self.expected)
    }
}

impl AnswerKind {
    /// Returns the meaning of a status by itself.
    pub(super) fn of_status(status: Option<u16>) -> Self {
        match status {
            Some(200..=299) => Self::Success,
            Some(405) => Self::MethodNotAllowed,
            Some(408 | 425) => Self::RequestTimeout,
            Some(409) => Self::Conflict,
            Some(413) => Self::PayloadTooLarge,
            Some(415) => Self::UnsupportedMediaType,
            Some(422) => Self::Unprocessable,
            Some(429) => Self::RateLimited { seconds: None },
            Some(503) => Self::Unavailable,
            Some(500..=599) => Self::ServerError,
            _ => Self::Unknown,
        }
    }

    /// Returns what to do, if that differs from what such an answer usually needs.
    pub(super) fn fix(&self) -> Option<&'static str> {
        let is_not_an_object = |item: &ErrorItem| item.kind == ErrorKind::Dict && is_whole_body(&item.loc);
        match self {
            Self::Validation(items) if items.iter().any(is_not_an_object) => Some(NOT_AN_OBJECT),
            _ => None,
        }
    }

    /// Returns whether to send the request again.
    pub fn retry(&self) -> Retry {
        match self {
            Self::RateLimited { seconds: Some(seconds) } => Retry::After { seconds: *seconds },
            _ => self.info().retry,
        }
    }

    /// Returns the field of the body that it is about, if it is about one and does not name it itself, as the items of
    /// [`Validation`](Self::Validation) do. The sum may also be that of a follow-up sequence's variants: the message
    /// does not say.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let answer = Answer::parse(400, r#"{"detail": "Variant distributions must sum to 100%, got 90%"}"#);
    /// assert_eq!(answer.kind().field(), Some("variants"));
    /// ```
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::DistributionSum { .. } => Some("variants"),
            Self::EmailAlreadyExists => Some("email_address"),
            _ => None,
        }
    }

    /// Returns the exact body, or `None` if no page shows one.
    pub fn body(&self) -> Option<String> {
        let message = match self {
            Self::Success
            | Self::Conflict
            | Self::Unprocessable
            | Self::PayloadTooLarge
            | Self::UnsupportedMediaType
            | Self::RequestTimeout
            | Self::Unavailable
            | Self::Unknown => return None,
            Self::Validation(items) => {
                return Some(ErrorBody { detail: Detail::Items(items.clone()) }.to_string());
            }
            Self::LaunchRequirements { missing } => {
                let mut out = "{\"is_launch_ready\":false,\"missing_requirements\":".to_owned();
                texts(missing, &mut out);
                out.push('}');
                return Some(out);
            }
            Self::InsufficientScopes { required, granted } => {
                return Some(insufficient(required, granted.as_deref()));
            }
            Self::RateLimited { seconds } => between(RATE_LIMITED, (*seconds)?),
            Self::CampaignNotFound { campaign_id } => between(NOT_FOUND, campaign_id),
            Self::ApiKeyRequired => API_KEY_REQUIRED.to_owned(),
            Self::InvalidApiKey => INVALID_API_KEY.to_owned(),
            Self::RouteNotFound => ROUTE_NOT_FOUND.to_owned(),
            Self::MethodNotAllowed => METHOD_NOT_ALLOWED.to_owned(),
            Self::CampaignNotDraft => NOT_DRAFT.to_owned(),
            Self::EmailAlreadyExists => EMAIL_EXISTS.to_owned(),
            Self::ConnectionFailed => CONNECTION_FAILED.to_owned(),
            Self::InboxInUse => INBOX_IN_USE.to_owned(),
            Self::DistributionSum { got } => ErrorKind::DistributionSum { got: *got }.to_string(),
            Self::UnreadableBody => ErrorKind::Unreadable.to_string(),
            Self::ServerError => ErrorKind::ServerError.to_string(),
        };
        Some(ErrorBody { detail: Detail::Message(message) }.to_string())
    }
}

/// Puts a value between the parts of a message.
fn between([before, after]: [&str; 2], value: impl fmt::Display) -> String {
    format!("{before}{value}{after}")
}

fn insufficient(required: &[String], granted: Option<&[String]>) -> String {
    let mut out = "{\"detail\":".to_owned();
    quote(&format!("{MISSING_SCOPES}{}", required.join(", ")), &mut out);
    out.push_str(",\"error\":");
    quote(INSUFFICIENT_SCOPES, &mut out);
    out.push_str(",\"required\":");
    texts(required, &mut out);
    if let Some(granted) = granted {
        out.push_str(",\"granted\":");
        texts(granted, &mut out);
    }
    out.push('}');
    out
}

fn texts(texts: &[String], out: &mut String) {
    list(out, ['[', ']'], texts, |text, out| quote(text, out));
}

impl fmt::Debug for AnswerKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.info().id)
    }
}
