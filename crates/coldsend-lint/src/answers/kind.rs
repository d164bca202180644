//! One variant for each documented answer, and what there is to know of it.
use super::Retry;
use crate::error::Evidence;
use crate::error::{Detail, ErrorBody, ErrorItem, ErrorKind, Wording};
use crate::json::{list, quote};
use crate::schema::Page;
use crate::schema::page;
use std::fmt;

/// What an answer means.
///
/// Its [`Debug`](fmt::Debug) shows its id alone.
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
        /// The scopes the operation asks for.
        required: Vec<String>,
        /// Those the key has, if the answer tells.
        granted: Option<Vec<String>>,
    },
    /// Fields are not as they must be.
    Validation(Vec<ErrorItem>),
    /// The percentages of a variants list do not make 100.
    DistributionSum {
        /// What they make.
        got: u64,
    },
    /// There is no such campaign.
    CampaignNotFound {
        /// Its id.
        campaign_id: String,
    },
    /// The campaign has a status in which it cannot be updated, as while it runs.
    CampaignNotDraft,
    /// The campaign is not ready to be launched.
    LaunchRequirements {
        /// What it lacks: `leads`, `inboxes`, `variants`.
        missing: Vec<String>,
    },
    /// The address has an account already.
    EmailAlreadyExists,
    /// The provider did not let the API in.
    ConnectionFailed,
    /// The inbox sends for a campaign.
    InboxInUse,
    /// Too many requests.
    RateLimited {
        /// The wait, if one is known.
        seconds: Option<u64>,
    },
    /// The body could not be read.
    UnreadableBody,
    /// The server failed.
    ServerError,
    /// The server is away for a while.
    Unavailable,
    /// Nothing that is documented.
    Unknown,
}

/// What there is to know of an answer, whatever its values are.
#[derive(Debug, PartialEq)]
pub struct Info {
    /// Its id, like `inbox-in-use`.
    pub id: &'static str,
    /// The statuses that a page prints for it, the likeliest first.
    pub statuses: &'static [u16],
    /// The status that is expected where no page prints one.
    pub expected: Option<u16>,
    /// What happened.
    pub cause: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// Whether to send the request again, if the answer itself tells no wait.
    pub retry: Retry,
    /// How sure it is that the API answers so.
    pub evidence: Evidence,
    /// How sure the words of its body are; none if it has no body of its own.
    pub wording: Option<Wording>,
    /// The page that says so.
    pub page: Page,
    /// The version of this crate that knew it first.
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
/// those that a page prints, or `expected` and one that none prints; the words are those of its body, `None` if there
/// is no body to emit.
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
            /// What is known of every answer, in the order of the variants.
            pub const ALL: &[Info] = &[$($variant),*];

            /// What is known of this answer.
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
        "Set `distribution_percent` of the variants so that they add up to exactly 100.";
    CampaignNotFound = "campaign-not-found" [404] Never, Printed(ERRORS) Printed
        "No campaign of your team has this id.",
        "Check that the id is a valid UUID, that the campaign belongs to your team, and that it has not been deleted.";
    CampaignNotDraft = "campaign-not-draft" [400] AfterFix, Printed(ERRORS) Printed
        "The campaign's status does not allow updates.",
        "If the campaign is running, pause it with POST /campaigns/{campaign_id}/pause, then update it; otherwise create a new one.";
    LaunchRequirements = "launch-requirements" [] AfterFix, Printed(ERRORS) Printed
        "The campaign lacks something that a launch needs.",
        "Add what is missing, then launch again.";
    EmailAlreadyExists = "email-already-exists" [409] AfterFix, Printed(ERRORS) Printed
        "An account with this address already exists.",
        "Use another address, or delete the existing account first.";
    ConnectionFailed = "connection-failed" [400] AfterFix, Printed(ERRORS) Printed
        "The API could not log in to the email provider.",
        "Check the SMTP and IMAP hosts and ports, and use an app-specific password instead of the main one.";
    InboxInUse = "inbox-in-use" [400] AfterFix, Printed(ERRORS) Printed
        "The inbox is assigned to a campaign.",
        "Remove the inbox from all its campaigns, then delete it again.";
    RateLimited = "rate-limited" [429] Backoff, Printed(ERRORS) Printed
        "Too many requests were sent.",
        "Wait, then send the request again; wait longer after each further refusal.";
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
        "Read the status and the body of the answer, and do not send the same request again unchanged.";
}

/// The documented sentences, apart from those that [`ErrorKind`] holds.
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
    /// The status it comes with: the likeliest that a page prints, else the one that is expected.
    pub fn status(&self) -> Option<u16> {
        self.statuses.first().copied().or(self.expected)
    }
}

impl AnswerKind {
    /// What a status means by itself.
    pub(super) fn of_status(status: Option<u16>) -> Self {
        match status {
            Some(200..=299) => Self::Success,
            Some(429) => Self::RateLimited { seconds: None },
            Some(503) => Self::Unavailable,
            Some(500..=599) => Self::ServerError,
            _ => Self::Unknown,
        }
    }

    /// Whether to send the request again.
    pub fn retry(&self) -> Retry {
        match self {
            Self::RateLimited { seconds: Some(seconds) } => Retry::After { seconds: *seconds },
            _ => self.info().retry,
        }
    }

    /// The exact body; none where no page prints one.
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

/// A value between the parts of a sentence.
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
