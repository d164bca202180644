//! An answer of the API.
use super::kind::AnswerKind;
use super::retry::Retry;
use super::{log, read};
use crate::error::{Detail, ErrorKind, Rejection};
use std::fmt;

/// Longer bodies are not read, and no more of one is kept. The longest answer of this crate, with 100,000
/// items, is shorter.
pub const MOST_BYTES: usize = 32 << 20;

/// An answer of the API: what it means, and the status it came with.
///
/// It is an [`Error`](std::error::Error): [`into_result`](Self::into_result). Neither its
/// [`Display`](fmt::Display) nor its [`Debug`](fmt::Debug) shows a text that a server sent.
#[derive(Clone, PartialEq)]
#[must_use]
pub struct Answer {
    pub(super) status: Option<u16>,
    pub(super) kind: AnswerKind,
    detail: Option<Box<str>>,
    received: Box<[u8]>,
    /// What to do, where that is known to be another thing than such an answer asks for.
    fix: Option<Box<str>>,
}

impl Answer {
    /// An answer with the status that is documented, or expected where no page prints one.
    pub fn new(kind: AnswerKind) -> Self {
        Answer { status: kind.info().status(), kind, detail: None, received: Box::default(), fix: None }
    }

    /// Reads an answer. Without a status, the one that is documented or expected is taken. A body that is not known
    /// is kept, and its status decides what it means; no body fails.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let text: String = r#"{"detail": "Invalid or revoked API key"}"#.to_owned();
    /// let answer = Answer::parse(401, &text);
    /// assert_eq!(answer.kind().info().id, "invalid-api-key");
    /// assert!(Answer::parse(None, text.into_bytes()) == answer);
    /// ```
    pub fn parse(status: impl Into<Option<u16>>, body: impl AsRef<[u8]>) -> Self {
        Self::read(status.into(), body.as_ref())
    }

    fn read(status: Option<u16>, body: &[u8]) -> Self {
        let read::Read { kind, detail } = read::read(status, body);
        let received = match kind {
            Some(_) => Box::default(),
            None => body.get(..MOST_BYTES).unwrap_or(body).into(),
        };
        let kind = kind.unwrap_or_else(|| AnswerKind::of_status(status));
        let status = status.or_else(|| kind.info().status());
        Answer { status, kind, detail: detail.map(String::into_boxed_str), received, fix: None }
    }

    /// What it means.
    pub fn kind(&self) -> &AnswerKind {
        &self.kind
    }

    /// The status it came with, else the one that is documented or expected, if there is one.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The status that is documented, or expected where no page prints one, if this came with another. Any 2xx will do
    /// for a success, and any 5xx but 503 for a failure of the server.
    pub fn status_expected(&self) -> Option<u16> {
        let (info, status) = (self.kind.info(), self.status?);
        let same = info.statuses.contains(&status)
            || info.expected == Some(status)
            || AnswerKind::of_status(Some(status)).info().id == info.id;
        info.status().filter(|_| !same)
    }

    /// The body in the documented form, if the documentation prints one.
    pub fn body(&self) -> Option<String> {
        self.kind.body()
    }

    /// The bytes of a body that is not known, at most [`MOST_BYTES`] of them. They may hold secrets.
    pub fn received(&self) -> &[u8] {
        &self.received
    }

    /// A body that is not known, for people: JSON without what may be a secret, or the beginning of another text,
    /// on one line. None if it is known, or if secrets in it cannot be told apart, as in JSON that is cut off.
    pub fn received_text(&self) -> Option<String> {
        read::shown(&self.received)
    }

    /// The JSON text of `detail` as it came, but for what may be a secret: values of the request that it repeats,
    /// those of keys that sound like a secret, and in each text what [`without_secrets`](super::without_secrets) hides.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// What to do. That is what the documentation asks for, but where the request is known to be the cause of a
    /// failure of the server: sending it again does not help.
    pub fn fix(&self) -> &str {
        self.fix.as_deref().unwrap_or(self.kind.info().fix)
    }

    /// Whether to send the request again.
    pub fn retry(&self) -> Retry {
        match self.fix {
            Some(_) => Retry::AfterFix,
            None => self.kind.retry(),
        }
    }

    /// The same, with the wait that `X-RateLimit-Reset` tells, where the message tells none; both times are
    /// in Unix seconds.
    pub fn with_reset(self, reset: u64, now: u64) -> Self {
        self.with_retry_after(reset.saturating_sub(now))
    }

    /// The same, with the wait in seconds that `Retry-After` tells, where none is known yet. No page has this header,
    /// which is HTTP's own: heed the message and [`with_reset`](Self::with_reset) first.
    pub fn with_retry_after(mut self, wait: u64) -> Self {
        if let AnswerKind::RateLimited { seconds: seconds @ None } = &mut self.kind {
            *seconds = Some(wait);
        }
        self
    }

    /// One line of JSON for a log: when, which request, what it means, and the places and types of items, as far as
    /// this crate knows their words; no other text of the body.
    ///
    /// ```
    /// use coldsend_lint::answers::Answer;
    ///
    /// let answer = Answer::parse(401, r#"{"detail": "Invalid or revoked API key"}"#);
    /// assert_eq!(
    ///     answer.log_record("2026-01-01T00:00:00Z", Some("7f3a")),
    ///     r#"{"at":"2026-01-01T00:00:00Z","request_id":"7f3a","id":"invalid-api-key","status":401,"retry":"never","retry_after_seconds":null}"#
    /// );
    /// ```
    pub fn log_record(&self, at: &str, request_id: Option<&str>) -> String {
        log::record(self, at, request_id)
    }
}

/// The same answer, as one of all that are documented.
impl From<&Rejection> for AnswerKind {
    fn from(rejection: &Rejection) -> Self {
        match (rejection.body().detail, rejection.findings().first().map(|finding| &finding.kind)) {
            (Detail::Items(items), _) => AnswerKind::Validation(items),
            (_, Some(ErrorKind::DistributionSum { got })) => AnswerKind::DistributionSum { got: *got },
            (_, Some(ErrorKind::Unreadable)) => AnswerKind::UnreadableBody,
            (Detail::Message(_), _) => AnswerKind::ServerError,
        }
    }
}

/// The answer to a request that a check refuses.
impl From<&Rejection> for Answer {
    fn from(rejection: &Rejection) -> Self {
        let mut answer = Answer::new(rejection.into());
        if answer.retry() != Retry::AfterFix {
            answer.fix = rejection.findings().first().map(|finding| (finding.hint() + ".").into());
        }
        answer
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("id", &self.kind.info().id)
            .field("received", &format_args!("{} bytes", self.received.len()))
            .finish()
    }
}
