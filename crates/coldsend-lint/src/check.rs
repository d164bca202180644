//! Checks requests: finds out what the API would answer.
//!
//! - `request` the request to check
//! - `coerce`  how the API reads a body that it accepts
//! - `report`  converts a garde report to the API's answer
mod coerce;
#[cfg(feature = "typed")]
mod report;
mod request;

pub use request::{MissingParameter, Request, UnknownParameter};

use crate::detect::{self, Detection};
use crate::error::hint::Remark;
use crate::error::{ErrorKind, Finding, Rejection};
use crate::host::Host;
use crate::json::{self, Document, Guide, Node, ReadError, Scalar, Tag, Text, ValueRef};
use crate::malformed::{self, NotARequest};
use crate::python::Query;
use crate::redact::{self, Hidden};
#[cfg(feature = "native")]
use crate::requests::operation::Operation;
use crate::requests::operation::Payload;
use crate::schema::shape::{Field, Shape};
use crate::validate::body::{judge, judge_query, server_error};
use crate::validate::findings::Findings;
use crate::validate::path::{LazyLocation, Section};
use crate::validate::{Known, Source, Verdict};
#[cfg(feature = "typed")]
use crate::{requests::ApiRequest, typed::TypedObject};
use std::fmt;
use std::ops::Range;

/// Memory for more than this many nodes, about a megabyte, is released before the next body is read.
const MAX_KEPT_NODES: usize = 1 << 16;

/// Checks the body of a request. Values in the path are not checked, and advice is not included: that is
/// [`Checker::check`].
///
/// The body is a `&str`, a `String`, a `Vec<u8>` or any other type that converts to bytes. For a `serde_json::Value`,
/// pass `value.to_string()`.
///
/// ```
/// use coldsend_lint::{Operation, check};
///
/// let rejection = check(Operation::CreateCampaign, br#"{"name": "Hi"}"#).unwrap_err();
/// assert_eq!(rejection.status(), 422);
/// assert_eq!(
///     rejection.body().to_string(),
///     r#"{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]}"#
/// );
/// ```
///
/// # Errors
///
/// If the API would reject the request.
#[cfg(feature = "native")]
pub fn check(operation: Operation, body: impl AsRef<[u8]>) -> Result<(), Rejection> {
    Checker::new().check(operation, body.as_ref()).into_result()
}

/// A checker for many requests, which reuses its memory.
///
/// ```
/// use coldsend_lint::{Checker, Request};
///
/// let mut checker = Checker::new();
/// let request: Request = "PUT /campaigns/42".parse()?;
/// let outcome = checker.check(&request, br#"{"name": "Autumn campaign"}"#);
/// let rejection = outcome.rejection.unwrap();
/// assert_eq!(rejection.findings()[0].rule, "path-campaign-id");
/// # Ok::<(), coldsend_lint::UnknownOperation>(())
/// ```
pub struct Checker {
    host: &'static dyn Host,
    nodes: Vec<Node>,
    text: Vec<u8>,
    query: Query,
}

/// The result of a check.
#[must_use = "an `Outcome` may be a rejection: check `rejection`, or call `into_result()`"]
#[non_exhaustive]
pub struct Outcome<'c> {
    /// The API's answer, if it rejects the request.
    pub rejection: Option<Rejection>,
    text: &'c [u8],
    pub(crate) read: Read<'c>,
    pub(crate) known: Known,
    host: &'static dyn Host,
}

/// What was read from a request.
pub(crate) enum Read<'c> {
    Body(Document<'c>, &'static Shape),
    Query(&'c Query, Document<'c>, &'static Shape),
    #[cfg(feature = "typed")]
    Typed(&'c dyn TypedObject),
    Nothing,
}

impl Outcome<'_> {
    /// Returns whether the API would accept the request.
    pub fn is_accepted(&self) -> bool {
        self.rejection.is_none()
    }

    /// Converts the outcome to a `Result` with the rejection as its error.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation, Rejection};
    ///
    /// fn send(body: &str) -> Result<(), Rejection> {
    ///     Checker::new().check(Operation::CreateCampaign, body).into_result()?;
    ///     // …
    ///     Ok(())
    /// }
    /// assert!(send(r#"{"name": "Autumn campaign"}"#).is_ok());
    /// assert!(send(r#"{"name": "Hi"}"#).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// If the API would reject the request.
    pub fn into_result(self) -> Result<(), Rejection> {
        self.rejection.map_or(Ok(()), Err)
    }

    /// Returns the text that the spans of findings refer to: the body, converted to UTF-8 if it is UTF-16 or UTF-32 (a
    /// lone surrogate has three bytes), or the query string without its leading `?`.
    pub fn text(&self) -> &[u8] {
        self.text
    }

    /// Returns the body as the API reads it, in Python's JSON: the known fields that were sent, with their values
    /// converted, such as `30.9` to `30` for an integer or `true` to `"True"` for text. Returns `None` if the request
    /// is rejected or has no body. Passwords are included as sent.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation};
    ///
    /// let mut checker = Checker::new();
    /// let body = br#"{"name": 123456789, "daily_limit_per_inbox": "30", "colour": "red"}"#;
    /// let outcome = checker.check(Operation::CreateCampaign, body);
    /// assert_eq!(
    ///     outcome.coerced().as_deref(),
    ///     Some(r#"{"name":"123456789","daily_limit_per_inbox":30}"#)
    /// );
    /// ```
    pub fn coerced(&self) -> Option<String> {
        let (Read::Body(document, shape), true) = (&self.read, self.is_accepted()) else { return None };
        let mut out = String::new();
        coerce::object(*document, shape, ValueRef::ROOT, self.host, &mut out);
        Some(out)
    }

    /// Returns a field of the body and its value, if it was sent.
    pub(crate) fn sent(&self, name: &str) -> Option<(&'static Field, Scalar<'_>)> {
        let (document, field, value) = self.member(name)?;
        Some((field, document.scalar(value)))
    }

    fn member(&self, name: &str) -> Option<(Document<'_>, &'static Field, ValueRef)> {
        let Read::Body(document, shape) = &self.read else { return None };
        let members = document.members(ValueRef::ROOT, shape).ok()?;
        let index = shape.find(name.as_bytes())?;
        Some((*document, shape.fields.get(index)?, members.get(index)?))
    }

    pub(crate) fn host(&self) -> &'static dyn Host {
        self.host
    }

    /// Returns the shape of what was read.
    pub(crate) fn shape(&self) -> Option<&'static Shape> {
        match &self.read {
            Read::Body(_, shape) | Read::Query(_, _, shape) => Some(shape),
            #[cfg(feature = "typed")]
            Read::Typed(request) => Some(request.shape()),
            Read::Nothing => None,
        }
    }

    /// Returns whether a field of the body has a value other than an empty list; `None` if it was not sent or is null.
    pub(crate) fn supplies(&self, name: &str) -> Option<bool> {
        let (document, _, value) = self.member(name)?;
        let is_filled = document.items(value).is_none_or(|mut items| items.next().is_some());
        (!document.is_null(value)).then_some(is_filled)
    }

    /// Returns the parts of [`text`](Self::text) that must not be shown, in order, with what to show instead: the
    /// values of secret fields and of keys that are no fields of the request, and known credentials anywhere, such as
    /// `cs_live_…`. A malformed document has no parts: do not show any of its strings.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation};
    ///
    /// let body = r#"{"smtp_password": "hunter2", "colour": "red"}"#;
    /// let mut checker = Checker::new();
    /// let outcome = checker.check(Operation::CreateSmtpAccount, body);
    /// let shown: Vec<String> = outcome.hidden().iter().map(ToString::to_string).collect();
    /// assert_eq!(shown, [r#""…""#, r#""…3 characters…""#]);
    /// ```
    pub fn hidden(&self) -> Vec<Hidden> {
        match &self.read {
            Read::Body(document, shape) => redact::in_body(*document, shape),
            Read::Query(query, _, shape) => redact::in_query(query, shape),
            #[cfg(feature = "typed")]
            Read::Typed(_) => Vec::new(),
            Read::Nothing => Vec::new(),
        }
    }

    /// Returns the ranges of [`hidden`](Self::hidden).
    pub fn secrets(&self) -> Vec<Range<usize>> {
        self.hidden().into_iter().map(|hidden| hidden.range).collect()
    }
}

/// Adds to errors about a body as a whole what it is instead of a request.
fn remark_on_body(document: Document<'_>, is_empty: bool, findings: &mut [Finding]) {
    let is_about_body = |finding: &&mut Finding| match (&finding.kind, finding.loc.len()) {
        (ErrorKind::Dict | ErrorKind::Missing, 1) => true,
        // The fields may be in an object that the request is wrapped in.
        (ErrorKind::Missing, 2) => true,
        _ => false,
    };
    let mut about_body = findings.iter_mut().filter(is_about_body).peekable();
    if about_body.peek().is_none() {
        return;
    }
    let instead = if is_empty { Some(NotARequest::Empty) } else { detect::instead(document) };
    // A list in an object may be that of an operation with many items.
    let is_list = document.node(0).tag == Tag::Array;
    let is_about_all = |instead: &NotARequest| is_list || !matches!(instead, NotARequest::List { .. });
    let Some(instead) = instead.filter(is_about_all) else { return };
    about_body.for_each(|finding| finding.remark = Remark::Instead(instead.message()));
}

/// Shows whether the request is accepted and which rules it breaks, but none of its content.
impl fmt::Debug for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let findings = self.rejection.as_ref().map(Rejection::findings).unwrap_or_default();
        let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
        f.debug_struct("Outcome").field("is_accepted", &self.is_accepted()).field("rules", &rules).finish()
    }
}

/// Shows nothing of what was checked.
impl fmt::Debug for Checker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Checker").finish_non_exhaustive()
    }
}

#[cfg(feature = "native")]
impl Default for Checker {
    fn default() -> Self {
        Checker::new()
    }
}

impl Checker {
    /// Creates a checker. It allocates no memory until it reads a body.
    #[cfg(feature = "native")]
    pub fn new() -> Self {
        Checker::with_host(&crate::host::Native)
    }

    /// Creates a checker that asks a host for what needs large tables: categories of characters, domains of
    /// international e-mail addresses, and the digits of floats.
    pub fn with_host(host: &'static dyn Host) -> Self {
        Checker { host, nodes: Vec::new(), text: Vec::new(), query: Query::default() }
    }

    pub(crate) fn host(&self) -> &'static dyn Host {
        self.host
    }

    /// Checks a request. For an operation with a query string, `body` is the query string, unless the request has
    /// one; a leading `?` is allowed.
    pub fn check<'c>(
        &'c mut self,
        request: impl Into<Request>,
        body: &'c (impl AsRef<[u8]> + ?Sized),
    ) -> Outcome<'c> {
        self.check_request(&request.into(), body.as_ref())
    }

    pub(crate) fn check_request<'c>(&'c mut self, request: &Request, body: &'c [u8]) -> Outcome<'c> {
        let (host, mut path) = (self.host, self.path(request));
        let (text, read, mut verdict) = match request.operation().payload() {
            Payload::Body(shape) => match self.read(body, shape.guide()) {
                (text, Ok(document)) => {
                    let mut verdict = judge(document, shape, text.is_empty(), host);
                    remark_on_body(document, text.is_empty(), verdict.findings_mut());
                    (text, Read::Body(document, shape), verdict)
                }
                (text, Err(error)) => {
                    path.list.clear();
                    (text, Read::Nothing, Verdict::only(malformed::finding(text, error)))
                }
            },
            Payload::Query(shape) => {
                let body = body.strip_prefix(b"?").unwrap_or(body);
                let body = request.query_string().map_or(body, str::as_bytes);
                self.query = Query::parse(&String::from_utf8_lossy(body));
                let document = self.query.document(&mut self.nodes);
                let verdict = judge_query(&self.query, document, shape, host);
                (self.query.as_sent().as_bytes(), Read::Query(&self.query, document, shape), verdict)
            }
            Payload::Csv | Payload::Nothing => (&[][..], Read::Nothing, Verdict::default()),
        };
        match verdict.is_unprintable() {
            true => *verdict.findings_mut() = vec![server_error()],
            false => verdict.begin_with(path),
        }
        Outcome { known: verdict.known(), rejection: verdict.rejection(), text, read, host }
    }

    /// Detects the operation of a body: the one with the most known keys in it, then the one with the most required
    /// fields among those, then one that creates rather than updates.
    ///
    /// Keys decide only if all of them are known, or at least two of them and more than are unknown. A misspelled key
    /// counts as known, and `$schema` does not count.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Detection, Operation};
    ///
    /// let detection = Checker::new().detect(br#"{"email": "ada@example.com"}"#);
    /// assert_eq!(detection, Detection::One(Operation::AddLead));
    /// let detection = Checker::new().detect(br#"{"name": "web", "version": "1.0.0", "private": true}"#);
    /// assert!(matches!(detection, Detection::Ambiguous(_)));
    /// ```
    pub fn detect(&mut self, body: &[u8]) -> Detection {
        let (_, Ok(document)) = self.read(body, Guide::NONE) else { return Detection::Any };
        detect::detect(document)
    }

    /// Checks a typed request. Its findings have no spans, since there is no text.
    ///
    /// What the documentation does not state is advice, which you can reject with [`Outcome::denied`]:
    ///
    /// ```
    /// use coldsend_lint::{Checker, requests::AddLead};
    ///
    /// let lead = AddLead::new("not an address");
    /// let mut checker = Checker::new();
    /// let outcome = checker.check_typed(&lead);
    /// assert!(outcome.is_accepted());
    /// assert_eq!(outcome.denied(&["lead-email"]).len(), 1);
    /// ```
    ///
    /// Other advice is a recommendation:
    ///
    /// ```
    /// use coldsend_lint::{Checker, requests::CreateCampaign};
    ///
    /// let campaign = CreateCampaign::builder().name("Autumn campaign").daily_limit_per_inbox(90).build()?;
    /// let mut checker = Checker::new();
    /// let outcome = checker.check_typed(&campaign);
    /// assert!(outcome.is_accepted());
    /// assert_eq!(outcome.advice()[0].rule, "daily-limit-by-account-age");
    /// # Ok::<(), coldsend_lint::Rejection>(())
    /// ```
    #[cfg(feature = "typed")]
    #[allow(private_bounds)]
    pub fn check_typed<'c, T: TypedObject>(&'c mut self, request: &'c T) -> Outcome<'c> {
        self.typed(Findings::default(), request)
    }

    /// Checks a typed request together with the values of its path; see [`Request::check_typed`].
    #[cfg(feature = "typed")]
    pub fn check_typed_at<'c, T: ApiRequest>(&'c mut self, request: &Request, body: &'c T) -> Outcome<'c> {
        self.typed(self.path(request), body)
    }

    #[cfg(feature = "typed")]
    fn typed<'c, T: TypedObject>(&'c mut self, path: Findings, request: &'c T) -> Outcome<'c> {
        let mut verdict = crate::typed::verdict(request, self.host);
        verdict.begin_with(path);
        let read = Read::Typed(request);
        Outcome { known: verdict.known(), rejection: verdict.rejection(), text: &[], read, host: self.host }
    }

    /// Returns the errors of the values in a path.
    fn path(&self, request: &Request) -> Findings {
        let mut path = Findings::default();
        for (field, value) in request.parameters() {
            if let Err(failure) =
                field.field_type.read(Scalar::Text(Text::plain(value)), field.soft, self.host)
            {
                let at = LazyLocation::Field(&LazyLocation::Section(Section::Path), field);
                path.push(field.rule, *failure, None, &at);
            }
        }
        path
    }

    /// Reads a body. Returns its text and its document.
    pub(crate) fn read<'c>(
        &'c mut self,
        body: &'c [u8],
        guide: Guide,
    ) -> (&'c [u8], Result<Document<'c>, ReadError>) {
        if self.nodes.capacity() > MAX_KEPT_NODES {
            self.nodes = Vec::new();
        }
        json::read_body(body, guide, &mut self.text, &mut self.nodes)
    }
}
