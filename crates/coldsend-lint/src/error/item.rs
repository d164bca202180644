//! Errors and the body that contains them, in the API's exact form.
use super::{ErrorKind, LocItem};
use crate::error::Finding;
use crate::error::Rejection;
use crate::error::finding::field_name;
use crate::error::hint::{Remark, hint};
use crate::error::loc::{dotted, path, pointer};
use crate::json::{digits, list, number, quote};
use std::borrow::Cow;
use std::fmt;

/// The length of most items as text.
const ITEM_LENGTH: usize = 160;

/// The body of an error response: `{"detail": …}`.
///
/// [`Display`](fmt::Display) writes the API's exact text: compact, with the documented keys in the documented order.
/// serde writes the same, except for the digits of huge numbers in a `loc`, and reads it with or without `ctx`,
/// ignoring unknown keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorBody {
    /// What went wrong.
    pub detail: Detail,
}

/// The `detail` of an error response: what went wrong.
///
/// [`Debug`](fmt::Debug), here and for [`ErrorItem`], shows only messages, types and names of fields that this crate
/// knows, because anything else may be a secret from the request. [`Display`](fmt::Display) of the body shows
/// everything.
#[derive(Clone, PartialEq, Eq)]
pub enum Detail {
    /// A message about the whole request.
    Message(String),
    /// Validation failures, in the API's order.
    Items(Vec<ErrorItem>),
}

/// One validation failure: `loc`, `msg` and `type`.
#[derive(Clone, PartialEq, Eq)]
pub struct ErrorItem {
    /// The location: `"body"`, `"path"` or `"query"`, then keys and the indices of lists.
    pub loc: Vec<LocItem>,
    /// The message, as the API prints it.
    pub msg: String,
    /// What the message means. Its [`error_type`](ErrorKind::error_type) is the `type`.
    pub kind: ErrorKind,
}

impl ErrorItem {
    /// Creates an item with the API's message.
    pub fn new(loc: Vec<LocItem>, kind: ErrorKind) -> Self {
        ErrorItem { loc, msg: kind.message().into_owned(), kind }
    }

    /// Returns the location in the body, path or query string: `loc` without its first step.
    pub fn path(&self) -> &[LocItem] {
        path(&self.loc)
    }

    /// Returns the path as a JSON Pointer (RFC 6901), such as `/variants/0/subject_template`. It is empty for the whole
    /// body. If the body is not JSON, it holds the position of the error instead, as the API's `loc` does.
    pub fn pointer(&self) -> String {
        pointer(self.path())
    }

    /// Returns the path as form libraries write it, such as `variants[0].subject_template`. It is empty for the whole
    /// body.
    pub fn dotted(&self) -> String {
        dotted(self.path())
    }

    /// Returns how to fix the error, for people, such as "At least 8 characters".
    ///
    /// ```
    /// use coldsend_lint::ErrorBody;
    ///
    /// let answer = r#"{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]}"#;
    /// let body: ErrorBody = serde_json::from_str(answer)?;
    /// assert_eq!(body.items()[0].hint(), "At least 8 characters");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn hint(&self) -> String {
        hint(&self.kind, field_name(&self.loc), None, None, &Remark::None)
    }
}

impl ErrorBody {
    /// Returns the items. The slice is empty if `detail` is a message.
    pub fn items(&self) -> &[ErrorItem] {
        match &self.detail {
            Detail::Items(items) => items,
            Detail::Message(_) => &[],
        }
    }

    /// Returns the body in the form that includes `ctx`, which the API's server adds to some items although the
    /// documentation omits it.
    pub fn with_ctx(&self) -> WithCtx<'_> {
        WithCtx(self)
    }

    fn write(&self, out: &mut String, ctx: bool) {
        detail(out, |out| match &self.detail {
            Detail::Message(message) => quote(message, out),
            Detail::Items(items) => list(out, ['[', ']'], items, |item, out| item.write(out, ctx)),
        });
    }
}

impl ErrorItem {
    fn write(&self, out: &mut String, ctx: bool) {
        item(&self.loc, &self.msg, &self.kind, ctx, out);
    }
}

impl Finding {
    /// Appends the JSON of the [`item`](Self::item) to `out`, with its `ctx` if `ctx` is true.
    pub fn write_item(&self, out: &mut String, ctx: bool) {
        item(&self.loc, &self.kind.message(), &self.kind, ctx, out);
    }
}

impl Rejection {
    /// Appends the text of the [`body`](Self::body) to `out`.
    pub fn write_body(&self, out: &mut String) {
        out.reserve(ITEM_LENGTH * self.findings().len());
        detail(out, |out| match self.findings() {
            [only] if only.kind.answers_alone().is_some() => quote(&only.kind.message(), out),
            findings => list(out, ['[', ']'], findings, |finding, out| finding.write_item(out, false)),
        });
    }
}

fn detail(out: &mut String, detail: impl Fn(&mut String)) {
    out.push_str("{\"detail\":");
    detail(out);
    out.push('}');
}

fn item(loc: &[LocItem], msg: &str, kind: &ErrorKind, ctx: bool, out: &mut String) {
    out.push_str("{\"loc\":");
    list(out, ['[', ']'], loc, LocItem::write);
    out.push_str(",\"msg\":");
    quote(msg, out);
    out.push_str(",\"type\":");
    quote(kind.error_type(), out);
    if let (true, Some(context)) = (ctx, kind.ctx()) {
        out.push_str(",\"ctx\":{");
        quote(context.name(), out);
        out.push(':');
        match context {
            Ctx::Limit(limit) => out.push_str(&number(limit)),
            Ctx::Members(members) => list(out, ['[', ']'], members, |member, out| quote(member, out)),
            Ctx::Error(error) => quote(error, out),
        }
        out.push('}');
    }
    out.push('}');
}

impl LocItem {
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            LocItem::Key(key) => quote(key, out),
            LocItem::Index(index) => out.push_str(&digits(*index as u64)),
            LocItem::Number(text) => out.push_str(text),
            LocItem::Bool(key) => out.push_str(if *key { "true" } else { "false" }),
        }
    }
}

impl fmt::Display for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(&mut out, false);
        f.write_str(&out)
    }
}

/// An [`ErrorBody`] that is written with `ctx`.
#[derive(Clone, Copy, Debug)]
pub struct WithCtx<'b>(pub(super) &'b ErrorBody);

impl fmt::Display for WithCtx<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.0.write(&mut out, true);
        f.write_str(&out)
    }
}

/// The typed context of an error, as the API's server writes it: an object with one member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ctx<'k> {
    /// The bound that the value violates.
    Limit(i64),
    /// The permitted values.
    Members(&'k [Cow<'static, str>]),
    /// The reason why a body is not JSON.
    Error(&'k str),
}

impl Ctx<'_> {
    /// Returns the name of the member, such as `limit_value`.
    pub fn name(&self) -> &'static str {
        match self {
            Ctx::Limit(_) => "limit_value",
            Ctx::Members(_) => "enum_values",
            Ctx::Error(_) => "error",
        }
    }
}

impl ErrorKind {
    /// Returns the context, if the API's server writes one.
    pub fn ctx(&self) -> Option<Ctx<'_>> {
        match self {
            Self::MinLength { limit }
            | Self::MaxLength { limit }
            | Self::MinItems { limit }
            | Self::MaxItems { limit } => Some(Ctx::Limit((*limit).into())),
            Self::NotGe { limit } | Self::NotLe { limit } => Some(Ctx::Limit(*limit)),
            Self::Enum { permitted } => Some(Ctx::Members(permitted)),
            Self::JsonInvalid { error } => Some(Ctx::Error(error)),
            _ => None,
        }
    }
}
