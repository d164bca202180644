//! What an answer of the API means.
use crate::answers::{Answer, AnswerKind, ExplainedItem, Found, redact_text};
use crate::error::LocItem;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// What an answer of the API means, and what to do.
///
/// [`Debug`](fmt::Debug) shows no text that a server sent.
#[derive(Serialize)]
#[non_exhaustive]
pub struct Explanation<'a> {
    /// The id of the answer, if there is one.
    pub id: Option<&'static str>,
    /// The HTTP status of the answer, if known.
    pub status: Option<u16>,
    /// The documented or expected status, if it differs.
    pub status_expected: Option<u16>,
    /// Whether to send the request again: `never`, `after_fix`, `after` the wait, or with `backoff`.
    pub retry: Option<&'static str>,
    /// The wait in seconds, if known.
    pub retry_after_seconds: Option<u64>,
    /// What happened.
    pub title: Option<&'static str>,
    /// What to do.
    pub fix: Option<&'a str>,
    /// `detail` as received, with what may be a secret hidden. `None` if there is none, or if it is not standard JSON.
    pub detail: Option<Box<RawValue>>,
    /// The items of a validation error; otherwise empty.
    pub items: Vec<ItemRecord<'a>>,
    /// What the campaign lacks for a launch, if the answer says so.
    pub missing_requirements: Option<Vec<Cow<'a, str>>>,
    /// The scopes that the operation needs, if that is why it was rejected.
    pub required: Option<Vec<Cow<'a, str>>>,
    /// The scopes that the API key has, if the answer lists them.
    pub granted: Option<Vec<Cow<'a, str>>>,
    /// The other answers in the same text, in order.
    pub others: Vec<OtherAnswer>,
    /// What stands beside `detail` and is not read as part of the answer, as received, with what may be a secret hidden.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    pub extra: Vec<(&'a str, Box<RawValue>)>,
    /// The shape of a body that is not shown, such as `HTML, 123 bytes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<String>,
    /// What to paste in addition or instead, if the answer is not in the text as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'a, str>>,
}

/// An item of a validation error, with what may be a secret hidden.
#[derive(Serialize)]
#[non_exhaustive]
pub struct ItemRecord<'a> {
    /// The location.
    pub loc: Vec<LocItem>,
    /// The message.
    pub msg: Cow<'a, str>,
    /// The type, if it has one.
    pub r#type: Option<Cow<'a, str>>,
    /// The rule that it comes from, if there is only one.
    pub rule: Option<&'static str>,
    /// How to fix it, if its message is known.
    pub hint: Option<String>,
    /// The rules that it may come from, if there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<&'static str>,
}

/// An answer that stands before the one that is explained.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct OtherAnswer {
    /// Its HTTP status, if known.
    pub status: Option<u16>,
    /// Its id.
    pub id: &'static str,
}

impl Explanation<'_> {
    /// Creates the explanation of a text without an answer.
    fn none() -> Self {
        Explanation {
            id: None,
            status: None,
            status_expected: None,
            retry: None,
            retry_after_seconds: None,
            title: None,
            fix: None,
            detail: None,
            items: Vec::new(),
            missing_requirements: None,
            required: None,
            granted: None,
            others: Vec::new(),
            extra: Vec::new(),
            received: None,
            note: None,
        }
    }
}

impl<'a> From<&'a Found> for Explanation<'a> {
    fn from(found: &'a Found) -> Self {
        let other = |answer: &Answer| OtherAnswer { status: answer.status(), id: answer.kind().info().id };
        let explanation = found.answer.as_ref().map_or_else(Explanation::none, Explanation::from);
        let others = found.others.iter().map(other).collect();
        Explanation { others, note: found.note(), ..explanation }
    }
}

impl<'a> From<&'a Answer> for Explanation<'a> {
    fn from(answer: &'a Answer) -> Self {
        let retry = answer.retry();
        let (required, granted) = match answer.kind() {
            AnswerKind::InsufficientScopes { required, granted } => (Some(required), granted.as_ref()),
            _ => (None, None),
        };
        let extra = answer.extra().filter_map(|(name, text)| Some((name, raw(text)?)));
        Explanation {
            id: Some(answer.kind().info().id),
            status: answer.status(),
            status_expected: answer.status_expected(),
            retry: Some(retry.name()),
            retry_after_seconds: retry.seconds(),
            title: Some(answer.title()),
            fix: Some(answer.fix()),
            detail: detail(answer),
            items: answer.items().map(ItemRecord::from).collect(),
            missing_requirements: answer.missing_requirements().map(redacted),
            required: required.map(|scopes| redacted(scopes)),
            granted: granted.map(|scopes| redacted(scopes)),
            others: Vec::new(),
            extra: extra.collect(),
            received: answer.received_shape(),
            note: None,
        }
    }
}

impl<'a> From<ExplainedItem<'a>> for ItemRecord<'a> {
    fn from(item: ExplainedItem<'a>) -> Self {
        let rule = item.rule();
        let ExplainedItem { loc, msg, error_type, mut rules, hint, .. } = item;
        if rule.is_some() {
            rules.clear();
        }
        ItemRecord { loc, msg, r#type: error_type, rule, hint, rules }
    }
}

impl fmt::Debug for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Explanation")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("retry", &self.retry)
            .field("retry_after_seconds", &self.retry_after_seconds)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ItemRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemRecord").field("rule", &self.rule).finish_non_exhaustive()
    }
}

/// Returns `detail` as received; `None` if it contains numbers that are valid only in Python's JSON.
pub(super) fn detail(answer: &Answer) -> Option<Box<RawValue>> {
    answer.detail().and_then(raw)
}

fn raw(text: &str) -> Option<Box<RawValue>> {
    RawValue::from_string(text.to_owned()).ok()
}

fn as_object<S: Serializer>(members: &[(&str, Box<RawValue>)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(members.iter().map(|(name, value)| (name, value)))
}

fn redacted(texts: &[String]) -> Vec<Cow<'_, str>> {
    texts.iter().map(|text| redact_text(text)).collect()
}
