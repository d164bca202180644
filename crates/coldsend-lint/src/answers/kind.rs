//! One variant for each documented answer, and its description.
use super::Retry;
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
    /// Too many requests.
    RateLimited {
        /// The wait, if known.
        seconds: Option<u64>,
    },
    /// The body could not be read.
    UnreadableBody,
    /// The server failed.
    ServerError,
    /// The server is temporarily unavailable.
    Unavailable,
    /// Any answer that is not documented.
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
        "Create a new API key that has the required scopes.";
    Validation = "validation" [422, 400] AfterFix, Printed(ERRORS) Printed
        "Some fields of the request are invalid.",
        "Correct the fields listed, then send the request again.";
    DistributionSum = "distribution-sum" [expected 400] AfterFix, Printed(ERRORS) Printed
        "The percentages of a list of variants do not add up to 100.",
        "Set the `distribution_percent` of each variant so that they add up to exactly 100.";
    CampaignNotFound = "campaign-not-found" [404] Never, Printed(ERRORS) Printed
        "Your team has no campaign with this id.",
        "Check that the id is a valid UUID, that the campaign belongs to your team, and that it has not been deleted.";
    CampaignNotDraft = "campaign-not-draft" [400] AfterFix, Printed(ERRORS) Printed
        "The campaign's status does not allow updates.",
        "If the campaign is running, pause it with POST /campaigns/{campaign_id}/pause, then update it; otherwise create a new one.";
    LaunchRequirements = "launch-requirements" [] AfterFix, Printed(ERRORS) Printed
        "The campaign is missing something that is required for a launch.",
        "Add what is missing, then launch again.";
    EmailAlreadyExists = "email-already-exists" [409] AfterFix, Printed(ERRORS) Printed
        "An account with this address already exists.",
        "Use another address, or delete the existing account first.";
    ConnectionFailed = "connection-failed" [400] AfterFix, Printed(ERRORS) Printed
        "The API could not log in to the e-mail provider.",
        "Check the SMTP and IMAP hosts and ports, and use an app-specific password instead of the main one.";
    InboxInUse = "inbox-in-use" [400] AfterFix, Printed(ERRORS) Printed
        "The inbox is assigned to a campaign.",
        "Remove the inbox from all campaigns, then try again.";
    RateLimited = "rate-limited" [429] Backoff, Printed(ERRORS) Printed
        "Too many requests were sent.",
        "Wait, then send the request again; wait longer each time it is rejected.";
    UnreadableBody = "unreadable-body" [expected 400] AfterFix, Corroborated(STACK) Derived
        "The body could not be read as text or JSON.",
        "Send a body that is JSON in UTF-8.";
    ServerError = "server-error" [500] Backoff, Printed(ERRORS) Chosen
        "The server failed unexpectedly.",
        "Send the request again, waiting longer after each attempt.";
    Unavailable = "unavailable" [503] Backoff, Printed(ERRORS) None
        "The server is temporarily unavailable.",
        "Send the request again, waiting longer after each attempt.";
    Unknown = "unknown" [] Never, Guessed(ERRORS) None
        "The documentation does not describe this answer.",
        "Read the status and body of the answer, and do not send the request again unchanged.";
}

/// The documented messages, apart from those in [`ErrorKind`].
pub(super) const API_KEY_REQUIRED: &str = "API key required. Include your API key in X-API-Key header.";
pub(super) const INVALID_API_KEY: &str = "Invalid or revoked API key";
pub(super) const MISSING_SCOPES: &str = "Missing required scopes: ";
pub(super) const NOT_DRAFT: &str = "Can only update campaigns in DRAFT status";
pub(super) const EMAIL_EXISTS: &str = "An email account with this address already exists.";
pub(super) const CONNECTION_FAILED: &str =
    "Failed to connect to your email provider. Please verify your credentials and app password settings.";
pub(super) const INBOX_IN_USE: &str =
    "Inbox is assigned to a campaign and cannot be deleted. Remove from campaigns first.";
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
            Some(429) => Self::RateLimited { seconds: None },
            Some(503) => Self::Unavailable,
            Some(500..=599) => Self::ServerError,
            _ => Self::Unknown,
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
            Self::Success | Self::Unavailable | Self::Unknown => return None,
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
    out.push_str(",\"error\":\"insufficient_scopes\",\"required\":");
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
