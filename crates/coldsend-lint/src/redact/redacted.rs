//! The parts of an error that may be logged: names and messages of this crate. Anything else was sent by somebody and
//! may be a secret.
use super::text::redact_text;
use crate::error::telling::is_telling;
use crate::error::{Detail, ErrorItem, ErrorKind, Finding, LocItem};
use crate::requests::operation::Operation;
use crate::schema::shape::Shape;
use crate::validate::path::Section;
use std::borrow::Cow;
use std::fmt;

/// The replacement for anything else.
const UNKNOWN: &str = "…";
/// How messages of Pydantic v2 begin that repeat no value.
const SAFE_STARTS: [&str; 4] = ["Input should", "String should", "List should", "Field required"];
/// The maximum number of steps in a location; longer ones are truncated.
const MAX_STEPS: usize = 16;

impl ErrorItem {
    /// Returns the location, with undeclared names and numeric keys replaced.
    pub(crate) fn redacted_loc(&self) -> Vec<LocItem> {
        redacted_loc(&self.loc)
    }

    /// Returns the message as it may be shown to people: without credentials and, if it is about a secret, only in words
    /// of the API.
    pub fn redacted_msg(&self) -> Cow<'_, str> {
        let is_telling = |step: &LocItem| matches!(step, LocItem::Key(key) if is_telling(key));
        match self.loc.iter().any(is_telling) && !is_known_message(&self.msg) {
            true => UNKNOWN.into(),
            false => redact_text(&self.msg),
        }
    }

    /// Returns the type, replaced if this crate does not know it.
    pub(crate) fn redacted_type(&self) -> &str {
        match &self.kind {
            ErrorKind::Other { .. } => UNKNOWN,
            known => known.error_type(),
        }
    }
}

fn redacted_loc(loc: &[LocItem]) -> Vec<LocItem> {
    let known = |step: &LocItem| match step {
        LocItem::Key(key) if !is_declared(key) => UNKNOWN.into(),
        LocItem::Number(_) => UNKNOWN.into(),
        known => known.clone(),
    };
    let rest = loc.get(MAX_STEPS).map(|_| UNKNOWN.into());
    loc.iter().take(MAX_STEPS).map(known).chain(rest).collect()
}

/// Returns whether this is the name of a part, a parameter or a field of any request.
pub(super) fn is_declared(name: &str) -> bool {
    let sections = [Section::Path, Section::Query, Section::Body];
    sections.iter().any(|section| section.name() == name)
        || Operation::ALL.iter().any(|operation| {
            operation.parameters().any(|parameter| parameter.name == name)
                || operation.shape().is_some_and(|shape| has(shape, name))
        })
}

fn has(shape: &Shape, name: &str) -> bool {
    shape
        .fields
        .iter()
        .any(|field| field.name == name || field.field_type.object().is_some_and(|inner| has(inner, name)))
}

impl fmt::Debug for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(message) => {
                f.debug_tuple("Message").field(&shown(message, &ErrorKind::from_message(message))).finish()
            }
            Self::Items(items) => f.debug_tuple("Items").field(items).finish(),
        }
    }
}

impl fmt::Debug for ErrorItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorItem")
            .field("loc", &self.redacted_loc())
            .field("msg", &shown(&self.msg, &self.kind))
            .field("type", &self.redacted_type())
            .finish()
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finding")
            .field("rule", &self.rule)
            .field("loc", &redacted_loc(&self.loc))
            .field("type", &self.kind.error_type())
            .field("span", &self.span)
            .finish_non_exhaustive()
    }
}

/// Returns whether a message has the wording of the API or of Pydantic, so that it repeats no value.
pub(super) fn is_known_message(message: &str) -> bool {
    let kind = ErrorKind::from_message(message);
    !matches!(kind, ErrorKind::ValueError { .. } | ErrorKind::Other { .. })
        || SAFE_STARTS.iter().any(|start| message.starts_with(start))
}

/// Returns a message as is if its kind determines its wording, and the replacement otherwise.
fn shown<'m>(message: &'m str, kind: &ErrorKind) -> &'m str {
    match kind {
        ErrorKind::ValueError { .. } | ErrorKind::Other { .. } => UNKNOWN,
        known if known.to_string() == message => message,
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_this_crate_are_known() {
        let item = |loc, code: &str| ErrorItem { loc, msg: String::new(), kind: ErrorKind::parse(code, "") };
        let loc = vec!["body".into(), "sequences".into(), 5.into(), "variants".into(), LocItem::Bool(true)];
        assert_eq!(item(loc.clone(), "x").redacted_loc(), loc);
        for name in ["path", "query", "campaign_id", "smtp_password", "distribution_percent"] {
            assert_eq!(item(vec![name.into()], "x").redacted_loc(), [name.into()]);
        }
        for step in ["hunter2".into(), LocItem::Number("1.5".into()), "Body".into()] {
            assert_eq!(item(vec![step], "x").redacted_loc(), [UNKNOWN.into()]);
        }
        assert_eq!(item(Vec::new(), "hunter2").redacted_type(), UNKNOWN);
        assert_eq!(item(Vec::new(), "value_error").redacted_type(), "value_error");
        let deep = item(vec![1.into(); 200_000], "x").redacted_loc();
        assert_eq!((deep.len(), deep.last()), (MAX_STEPS + 1, Some(&UNKNOWN.into())));
    }
}
