//! From a body to the API's answer.
#[cfg(feature = "unicode")]
use crate::Operation;
use crate::coerce;
use crate::document::Place;
use crate::error::{At, ErrorKind, LocItem, Section};
use crate::finding::Finding;
use crate::json::{self, Document, Malformed, Node, ReadError, Text};
use crate::kinds::email::Unicode;
use crate::operation::Takes;
use crate::query::{self, Query};
use crate::rejection::Rejection;
use crate::request::Request;
use crate::requests::body::{MALFORMED, NO_OBJECT, SERVER_ERROR, UNREADABLE};
use crate::secret;
use crate::shape::{Kind, Shape};
use crate::source::{Scalar, Source};
use crate::walk::{self, MOST_FIELDS};
use std::borrow::Cow;
use std::ops::Range;

/// Memory for more nodes is given back before the next body: about a megabyte is kept.
const MOST_KEPT: usize = 1 << 16;

/// Checks one body. Any value in the operation's path counts as right.
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
#[cfg(feature = "unicode")]
pub fn check(operation: Operation, body: &[u8]) -> Result<(), Rejection> {
    Checker::new().lint(&Request::new(operation), body).rejection.map_or(Ok(()), Err)
}

/// Checks one body after the other, and keeps the memory that this takes.
///
/// ```
/// use coldsend_lint::{Checker, Request};
///
/// let mut checker = Checker::new();
/// let request: Request = "PUT /campaigns/42".parse()?;
/// let outcome = checker.lint(&request, br#"{"name": "Autumn campaign"}"#);
/// let rejection = outcome.rejection.unwrap();
/// assert_eq!(rejection.findings()[0].rule, "path-campaign-id");
/// # Ok::<(), coldsend_lint::UnknownOperation>(())
/// ```
pub struct Checker {
    unicode: &'static dyn Unicode,
    nodes: Vec<Node>,
    text: Vec<u8>,
    query: String,
}

/// What came of a check.
#[non_exhaustive]
pub struct Outcome<'c> {
    /// The API's answer, if it refuses the request.
    pub rejection: Option<Rejection>,
    /// What is worth a look and does not reject.
    pub advice: Vec<Finding>,
    text: &'c [u8],
    read: Read<'c>,
    unicode: &'static dyn Unicode,
}

/// What was read of a request.
enum Read<'c> {
    Body(Document<'c>, &'static Shape),
    Query(&'c str),
    Nothing,
}

impl Outcome<'_> {
    /// Whether the API would accept the request.
    pub fn is_accepted(&self) -> bool {
        self.rejection.is_none()
    }

    /// The text that the findings' spans count in: the body, or what it reads as if it is UTF-16 or UTF-32,
    /// where a lone surrogate has three bytes, as UTF-8 would write it; or the query string, without the `?`
    /// before it.
    pub fn text(&self) -> &[u8] {
        self.text
    }

    /// What the API understands of the body, as JSON that Python reads: the known fields that were sent,
    /// `30.9` as `30` where a whole number is wanted, `true` as `"True"` where text is. Nothing if it refuses
    /// the request, or reads no body. Passwords are in it as they are in the body.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation, Request};
    ///
    /// let mut checker = Checker::new();
    /// let body = br#"{"name": 123456789, "daily_limit_per_inbox": "30", "colour": "red"}"#;
    /// let outcome = checker.lint(&Request::new(Operation::CreateCampaign), body);
    /// assert_eq!(
    ///     outcome.coerced().as_deref(),
    ///     Some(r#"{"name":"123456789","daily_limit_per_inbox":30}"#)
    /// );
    /// ```
    pub fn coerced(&self) -> Option<String> {
        let (Read::Body(document, shape), true) = (&self.read, self.is_accepted()) else { return None };
        let mut out = String::new();
        coerce::object(*document, shape, Place::Node(0), self.unicode, &mut out);
        Some(out)
    }

    /// The value of a field of the body, and its kind, where it was sent.
    pub(crate) fn sent(&self, name: &str) -> Option<(&'static Kind, Scalar<'_>)> {
        let Read::Body(document, shape) = &self.read else { return None };
        let mut found = [None; MOST_FIELDS];
        document.members(Place::Node(0), shape, &mut found).ok()?;
        let place = shape.find(0, |field| field == name)?;
        let field = shape.fields.get(place)?;
        Some((&field.kind, document.scalar(found.get(place).copied().flatten()?)))
    }

    pub(crate) fn unicode(&self) -> &'static dyn Unicode {
        self.unicode
    }

    /// The bytes of [`text`](Self::text) that must not be shown: the values of secret fields, and of keys
    /// that sound like one (`pass`, `secret`, `token`, `key`, and the like), at any depth, in order. A
    /// malformed document tells none: show nothing of its strings.
    pub fn secrets(&self) -> Vec<Range<usize>> {
        match &self.read {
            Read::Body(document, _) => secret::values(document),
            Read::Query(text) => secret::in_query(&Query::parse(text)),
            Read::Nothing => Vec::new(),
        }
    }
}

#[cfg(feature = "unicode")]
impl Default for Checker {
    fn default() -> Self {
        Checker::new()
    }
}

impl Checker {
    /// A checker; its memory grows with the first body.
    #[cfg(feature = "unicode")]
    pub fn new() -> Self {
        Checker::with_unicode(&crate::kinds::email::Native)
    }

    /// A checker that asks this about international e-mail addresses.
    pub fn with_unicode(unicode: &'static dyn Unicode) -> Self {
        Checker { unicode, nodes: Vec::new(), text: Vec::new(), query: String::new() }
    }

    pub(crate) fn unicode(&self) -> &'static dyn Unicode {
        self.unicode
    }

    /// Checks one request with this body; for an operation that takes a query string, `body` is that, unless
    /// the request has one. A leading `?` is allowed.
    pub fn lint<'c>(&'c mut self, request: &Request, body: &'c [u8]) -> Outcome<'c> {
        let unicode = self.unicode;
        let path = request.parameters().filter_map(|(field, value)| {
            let at = At::Field(&At::Section(Section::Path), field);
            walk::scalar(field, Scalar::Text(Text::plain(value)), &at, unicode)
        });
        let mut errors: Vec<Finding> = path.collect();
        match request.operation().takes() {
            Takes::Body(shape) => self.lint_body(shape, errors, body),
            Takes::Query(shape) => {
                let body = body.strip_prefix(b"?").unwrap_or(body);
                let text = self.query_text(request.query_string().map_or(body, str::as_bytes));
                let query = Query::parse(text);
                let mut found = walk::object(
                    &query,
                    query::Place::Whole,
                    shape,
                    &At::Section(Section::Query),
                    "",
                    unicode,
                );
                errors.append(&mut found.errors);
                let rejection = Rejection::new(errors, None, found.left_out);
                Outcome {
                    rejection,
                    advice: found.advice,
                    text: text.as_bytes(),
                    read: Read::Query(text),
                    unicode,
                }
            }
            Takes::Nothing => {
                let rejection = Rejection::new(errors, None, 0);
                Outcome { rejection, advice: Vec::new(), text: &[], read: Read::Nothing, unicode }
            }
        }
    }

    /// A query string as text; bytes that are none are U+FFFD.
    fn query_text(&mut self, query: &[u8]) -> &str {
        self.query.clear();
        self.query.push_str(&String::from_utf8_lossy(query));
        &self.query
    }

    /// Checks a body, after what is wrong with the path.
    fn lint_body<'c>(&'c mut self, shape: &'static Shape, path: Vec<Finding>, body: &'c [u8]) -> Outcome<'c> {
        let unicode = self.unicode;
        let (text, document) = self.read(body);
        let at = LocItem::from(Section::Body.name());
        let finding = match document {
            Ok(document) => return judge(shape, path, document, text, unicode),
            Err(ReadError::Unreadable) => Finding::new(UNREADABLE.info.id, vec![at], ErrorKind::Unreadable),
            Err(ReadError::Malformed(Malformed { message, position, offset })) => {
                let kind = ErrorKind::JsonInvalid { error: message.into() };
                let finding = Finding::new(MALFORMED.info.id, vec![at, position.into()], kind);
                Finding { span: Some(offset..offset), ..finding }
            }
        };
        Outcome {
            rejection: Some(Rejection::one(finding)),
            advice: Vec::new(),
            text,
            read: Read::Nothing,
            unicode,
        }
    }

    /// The text of a body, and its document.
    pub(crate) fn read<'c>(&'c mut self, body: &'c [u8]) -> (&'c [u8], Result<Document<'c>, ReadError>) {
        if self.nodes.capacity() > MOST_KEPT {
            self.nodes = Vec::new();
        }
        self.text = Vec::new();
        let Ok((text, start)) = json::decode(body) else { return (body, Err(ReadError::Unreadable)) };
        let text = match text {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => {
                self.text = text;
                &self.text
            }
        };
        // No body at all is no document; the API reads it as null. White space is a malformed one.
        let document = match body.is_empty() {
            true => json::read(b"null", 0, &mut self.nodes),
            false => json::read(text, start, &mut self.nodes),
        };
        (text, document)
    }
}

/// Judges a document, after what is wrong with the path.
fn judge<'c>(
    shape: &'static Shape,
    mut errors: Vec<Finding>,
    document: Document<'c>,
    text: &'c [u8],
    unicode: &'static dyn Unicode,
) -> Outcome<'c> {
    let root = Place::Node(0);
    let read = Read::Body(document, shape);
    let whole = |rule, kind| Finding::new(rule, vec![LocItem::from(Section::Body.name())], kind);
    if document.is_null(root) {
        let span = document.span(root).filter(|_| !text.is_empty());
        errors.push(Finding { span, ..whole(NO_OBJECT.info.id, ErrorKind::Missing) });
        return Outcome {
            rejection: Rejection::new(errors, None, 0),
            advice: Vec::new(),
            text,
            read,
            unicode,
        };
    }
    let mut found =
        walk::object(document, root, shape, &At::Section(Section::Body), NO_OBJECT.info.id, unicode);
    match found.unprintable {
        true => errors = vec![whole(SERVER_ERROR.info.id, ErrorKind::ServerError)],
        false => errors.append(&mut found.errors),
    }
    let rejection = Rejection::new(errors, found.last, found.left_out);
    Outcome { rejection, advice: found.advice, text, read, unicode }
}
