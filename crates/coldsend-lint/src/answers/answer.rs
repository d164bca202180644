//! An answer of the API.
use super::kind::AnswerKind;
use super::parts::{MESSAGE, Parts};
use super::retry::Retry;
use super::status::IntoStatus;
use super::{ExplainedItem, log, read, words};
use crate::error::{Detail, ErrorKind, Rejection};
use std::fmt;

/// The maximum length of a body: longer ones are not read, and no more than this is kept. The longest answer of this
/// crate, with 100,000 items, is shorter.
pub const MAX_BYTES: usize = 32 << 20;

/// What happened if a request succeeded, but the campaign cannot be launched.
const NOT_READY: &str = "The request succeeded, but the campaign lacks something for a launch";

/// An answer of the API: its status and what it means.
///
/// It is an [`Error`](std::error::Error): [`into_result`](Self::into_result). Neither its [`Display`](fmt::Display)
/// nor its [`Debug`](fmt::Debug) shows text that a server sent.
#[derive(Clone, PartialEq)]
#[must_use]
pub struct Answer {
    pub(super) status: Option<u16>,
    pub(super) kind: AnswerKind,
    parts: Option<Box<Parts>>,
    received: Box<[u8]>,
    /// What to do, if that differs from what such an answer usually needs.
    fix: Option<Box<str>>,
}

impl Answer {
    /// Creates an answer with its documented status, or the expected one if none is documented.
    pub fn new(kind: AnswerKind) -> Self {
        Answer { status: kind.info().status(), kind, parts: None, received: Box::default(), fix: None }
    }

    /// Reads an answer; this never fails. The status is that of the response, or `None` if you do not know it: then the
    /// documented or expected one is used.
    ///
    /// A known body determines what it means, whatever the status. If the body is unknown, it is kept and the status
    /// determines the meaning: any 2xx is a success, 429 a rate limit, 5xx a failure of the server, and some others have a
    /// meaning in HTTP. All remaining ones are [`AnswerKind::Unknown`]: sending the same request again is not known to
    /// help, so [`retry`](Self::retry) is [`Retry::Never`].
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let text: String = r#"{"detail": "Invalid or revoked API key"}"#.to_owned();
    /// let answer = Answer::parse(401, &text);
    /// assert_eq!(answer.kind().info().id, "invalid-api-key");
    /// assert!(Answer::parse(None, text.into_bytes()) == answer);
    /// ```
    pub fn parse(status: impl IntoStatus, body: impl AsRef<[u8]>) -> Self {
        Self::read(status.into_status(), body.as_ref())
    }

    fn read(status: Option<u16>, body: &[u8]) -> Self {
        let read::Read { kind, parts } = read::read(status, body);
        let received = match kind {
            Some(_) => Box::default(),
            None => body.get(..MAX_BYTES).unwrap_or(body).into(),
        };
        let kind = kind.unwrap_or_else(|| AnswerKind::of_status(status));
        let status = status.or_else(|| kind.info().status());
        Answer { status, kind, parts: Some(parts.into()), received, fix: None }
    }

    /// Returns what it means.
    pub fn kind(&self) -> &AnswerKind {
        &self.kind
    }

    /// Returns the given status, or else the documented or expected one, if any.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the documented or expected status, if a different one was given. For a success, any 2xx is expected; for a
    /// failure of the server, any 5xx except 503.
    pub fn status_expected(&self) -> Option<u16> {
        let (info, status) = (self.kind.info(), self.status?);
        let same = info.statuses.contains(&status)
            || info.expected == Some(status)
            || AnswerKind::of_status(Some(status)).info().id == info.id;
        info.status().filter(|_| !same)
    }

    /// Returns the body in its documented form, if there is one.
    pub fn body(&self) -> Option<String> {
        self.kind.body()
    }

    /// Returns the bytes of an unknown body, at most [`MAX_BYTES`] of them. They may contain secrets.
    pub fn received(&self) -> &[u8] {
        &self.received
    }

    /// Returns the JSON text of `detail` as received, without what may be a secret: values of the request, values of keys
    /// that sound like a secret, and in each text what [`redact_text`](super::redact_text) hides.
    pub fn detail(&self) -> Option<&str> {
        self.parts.as_ref()?.detail.as_deref()
    }

    /// Returns what stands beside `detail` and says what happened, if it is not read as part of the answer: the names
    /// `title`, `message`, `error`, `code` and `errors`, with their JSON texts as received, without what may be a
    /// secret. A success has none.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let answer = Answer::parse(402, r#"{"code": "QUOTA_EXCEEDED", "message": "Plan limit reached"}"#);
    /// let extra: Vec<_> = answer.extra().collect();
    /// assert_eq!(extra, [("message", r#""Plan limit reached""#), ("code", r#""QUOTA_EXCEEDED""#)]);
    /// ```
    pub fn extra(&self) -> impl Iterator<Item = (&str, &str)> {
        let extra = self.parts.iter().flat_map(|parts| &parts.extra);
        extra.map(|(name, text)| (*name, text.as_str()))
    }

    /// Returns what people may want to read in addition, as names and JSON texts without what may be a secret: what
    /// stands in `detail`, unless it is read as part of the answer, then the [`extra`](Self::extra) members. If `detail`
    /// is an object, these are its members.
    pub fn unread(&self) -> impl Iterator<Item = (&str, &str)> {
        let unread = self.parts.iter().flat_map(|parts| &parts.unread);
        unread.map(|(name, text)| (&**name, &**text)).chain(self.extra())
    }

    /// Returns what the campaign lacks for a launch, if the answer says so. A successful update may say it as well.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let body = r#"{"success": true, "is_launch_ready": false, "missing_requirements": ["leads"]}"#;
    /// assert_eq!(Answer::parse(200, body).missing_requirements().unwrap(), ["leads"]);
    /// ```
    pub fn missing_requirements(&self) -> Option<&[String]> {
        match &self.kind {
            AnswerKind::LaunchRequirements { missing } => Some(missing),
            AnswerKind::Success => self.parts.as_ref()?.missing.as_deref(),
            _ => None,
        }
    }

    /// Returns what each item of a validation error means, in order.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let body = r#"{"detail": [{"loc": ["body", "name"], "msg": "field required", "type": "value_error.missing"}]}"#;
    /// let answer = Answer::parse(422, body);
    /// let item = answer.items().next().unwrap();
    /// assert_eq!((item.rule(), item.hint.as_deref()), (Some("campaign-name"), Some("Add `name`")));
    /// ```
    pub fn items(&self) -> impl Iterator<Item = ExplainedItem<'_>> {
        let items = match &self.kind {
            AnswerKind::Validation(items) => items.as_slice(),
            _ => &[],
        };
        ExplainedItem::of_all(items)
    }

    /// Returns the message in `detail`, if it is text, or else in `message`, without what may be a secret. Unlike
    /// [`Display`](fmt::Display), it shows what the server sent:
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let answer = Answer::parse(418, r#"{"detail": "Short and stout"}"#);
    /// assert_eq!(answer.message().as_deref(), Some("Short and stout"));
    /// assert_eq!(answer.to_string(), "418 unknown: The documentation does not describe this answer");
    /// ```
    pub fn message(&self) -> Option<String> {
        let beside = || self.extra().find(|(name, _)| *name == MESSAGE).map(|(_, text)| text);
        self.detail().and_then(read::message).or_else(|| read::message(beside()?))
    }

    /// Returns what happened, without a period: what the answer means or, if its body is unknown, what its status says.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// assert_eq!(Answer::parse(504, "").title(), "A proxy in front of the API got no answer from it in time");
    /// ```
    pub fn title(&self) -> &'static str {
        if self.kind == AnswerKind::Success && self.missing_requirements().is_some() {
            return NOT_READY;
        }
        let by_status = words::title(&self.kind, self.status, &self.received);
        by_status.unwrap_or_else(|| self.kind.info().cause.trim_end_matches('.'))
    }

    /// Returns what to do, according to the documentation or, if the body is unknown, to the status. If the request is
    /// known to have caused a failure of the server, so that sending it again does not help, it says what to change.
    pub fn fix(&self) -> &str {
        let by_status = || words::fix(&self.kind, self.status, &self.received);
        let by_launch = || {
            let launch = AnswerKind::LaunchRequirements { missing: Vec::new() };
            self.missing_requirements().map(|_| launch.info().fix)
        };
        let own = self.fix.as_deref().or_else(by_launch).or_else(by_status).or_else(|| self.kind.fix());
        own.unwrap_or(self.kind.info().fix)
    }

    /// Returns whether to send the request again.
    pub fn retry(&self) -> Retry {
        match self.fix {
            Some(_) => Retry::AfterFix,
            None => self.kind.retry(),
        }
    }

    /// Adds the wait of `X-RateLimit-Reset`, if the message has none. Both times are in Unix seconds.
    pub fn with_reset(self, reset: u64, now: u64) -> Self {
        self.with_retry_after(reset.saturating_sub(now))
    }

    /// Adds the wait of `Retry-After` in seconds, if there is none yet. No page documents this HTTP header: the
    /// message and [`with_reset`](Self::with_reset) take precedence.
    pub fn with_retry_after(mut self, wait: u64) -> Self {
        if let AnswerKind::RateLimited { seconds: seconds @ None } = &mut self.kind {
            *seconds = Some(wait);
        }
        self
    }

    /// Returns one line of JSON for a log: the time, the request, what the answer means, and the locations and types of known
    /// items; no other text of the body.
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

/// The documented answer that a rejection corresponds to.
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

/// The answer to a request that a check rejects, as [`Answer::parse`] reads it from the API; only its
/// [`fix`](Answer::fix) may be more exact.
impl From<&Rejection> for Answer {
    fn from(rejection: &Rejection) -> Self {
        let mut answer = Answer::parse(rejection.status(), rejection.body().to_string());
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
