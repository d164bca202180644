//! Reads a situation from JSON. It is checked by the same traversal as a request, but unknown keys and values of other
//! types are errors, too.
use super::Situation;
use crate::advice::general::{COERCED, UNKNOWN};
use crate::advice::on_document;
use crate::check::Checker;
use crate::error::Finding;
use crate::error::{ErrorKind, LocItem};
use crate::json::{Malformed, ReadError, ValueRef};
use crate::schema::shape::FieldType;
use crate::typed::{FromDocument, Sent};
use crate::validate::Known;
use crate::validate::Verdict;
use crate::validate::path::{LazyLocation, Section};
use crate::validate::rules::NO_OBJECT;
use std::fmt;

/// The error for a text that is not a situation. It repeats no values, since one may be an API key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidSituation {
    message: String,
    offset: Option<usize>,
}

impl InvalidSituation {
    /// Returns the byte offset of the error in the text as UTF-8, if it has one.
    pub fn offset(&self) -> Option<usize> {
        self.offset
    }
}

impl fmt::Display for InvalidSituation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for InvalidSituation {}

/// Reads a situation from JSON. `Checker::situation` does the same with a host.
#[cfg(feature = "native")]
impl std::str::FromStr for Situation {
    type Err = InvalidSituation;

    fn from_str(json: &str) -> Result<Self, InvalidSituation> {
        Checker::new().situation(json.as_bytes())
    }
}

impl Checker {
    /// Reads a situation from JSON: an object of facts, each of which is optional and may be null.
    ///
    /// ```
    /// use coldsend_lint::Checker;
    ///
    /// let mut checker = Checker::new();
    /// let situation = checker.situation(br#"{"scopes": ["campaigns:all"], "campaign_ids": []}"#)?;
    /// assert_eq!(situation.campaign_ids, Some(vec![]));
    ///
    /// let invalid = checker.situation(br#"{"scope": ["campaigns:all"]}"#).unwrap_err();
    /// assert_eq!(invalid.to_string(), "`scope` is unknown; did you mean `scopes`?");
    /// assert_eq!(invalid.offset(), Some(1));
    /// # Ok::<(), coldsend_lint::preflight::InvalidSituation>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first error: malformed JSON, an unknown key, a value of the wrong type, or a campaign that is listed
    /// twice.
    pub fn situation(&mut self, json: &[u8]) -> Result<Situation, InvalidSituation> {
        let host = self.host();
        let document = match self.read(json, Situation::SHAPE.guide()).1 {
            Ok(document) => document,
            Err(ReadError::Unreadable(_)) => {
                let message = "the text is not valid UTF-8, or the JSON is nested too deeply".to_owned();
                return Err(InvalidSituation { message, offset: None });
            }
            Err(ReadError::Malformed(Malformed { message, offset, .. })) => {
                let message = format!("invalid JSON: {message}");
                return Err(InvalidSituation { message, offset: Some(offset) });
            }
        };
        let (root, at) = (ValueRef::ROOT, LazyLocation::Section(Section::Body));
        let mut verdict = Verdict::of(document, root, Situation::SHAPE, &at, NO_OBJECT.info.id, host);
        let advice = on_document(document, Situation::SHAPE, Known::Nothing, host);
        // If a converted value is also invalid, its type is reported, since that is what to fix.
        let wrong = advice.iter().chain(&*verdict.findings_mut()).filter_map(|finding| {
            let start = finding.span.as_ref().map(|span| span.start);
            Some((start, wrong(finding)?))
        });
        match wrong.min_by_key(|(start, _)| *start) {
            Some((offset, message)) => Err(InvalidSituation { message, offset }),
            None => Ok(Situation::from_document(Sent::root(document, &WHOLE, host)).unwrap_or_default()),
        }
    }
}

/// Says what is wrong, and where. Unlike in a request, unknown keys and values of other types are errors. Returns
/// `None` if nothing is wrong in a situation.
fn wrong(finding: &Finding) -> Option<String> {
    let (place, kind) = place(&finding.loc);
    let what = match (kind, finding.loc.last()) {
        (FieldType::Object(shape), Some(LocItem::Key(key))) if finding.rule == UNKNOWN.info.id => {
            match &finding.suggestion {
                Some(suggestion) => format!("`{key}` is unknown; did you mean `{suggestion}`?"),
                None => {
                    let known: Vec<_> = shape.fields.iter().map(|field| field.name).collect();
                    format!("unknown key; known keys are {}", known.join(", "))
                }
            }
        }
        _ if finding.rule == COERCED.info.id => {
            let error = match kind {
                FieldType::Object(_) => ErrorKind::Dict,
                FieldType::Boolean(_) => ErrorKind::Bool,
                FieldType::Integer(_) => ErrorKind::Integer,
                FieldType::Text(_) => ErrorKind::Str,
                // The value is written differently, but means the same.
                _ => return None,
            };
            Finding::new(finding.rule, Vec::new(), error).hint()
        }
        _ => finding.hint(),
    };
    Some(if place.is_empty() { what } else { format!("{place}: {what}") })
}

static WHOLE: FieldType = FieldType::Object(Situation::SHAPE);

/// Returns a location, such as `campaigns[0].status`, and the type of its value. An unknown key is omitted.
fn place(loc: &[LocItem]) -> (String, &'static FieldType) {
    let (mut place, mut kind) = (String::new(), &WHOLE);
    for step in loc.iter().skip(1) {
        match (step, kind) {
            (LocItem::Index(index), FieldType::List { of, .. }) => {
                place.push_str(&format!("[{index}]"));
                kind = of;
            }
            (LocItem::Key(name), FieldType::Object(shape)) => {
                let Some(field) = shape.field(name) else { break };
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(field.name);
                kind = &field.field_type;
            }
            _ => break,
        }
    }
    (place, kind)
}
