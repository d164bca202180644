//! The results of the functions in JavaScript, with the names that its form libraries use.
use super::explanation::{Explanation, detail};
use super::record::LaunchRecord;
use crate::answers::Answer;
use crate::error::{Finding, LocItem, Rejection};
use crate::preflight::Preflight;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// What `check` returns in JavaScript: `{"ok":true,"issues":[],"advice":[…]}`, or `{"ok":false,"status":422,
/// "issues":[…],"advice":[…]}`, to which JavaScript adds the body, a text that is written as it is. If there is only
/// denied advice, the status is null, and so is the body.
///
/// [`Debug`](std::fmt::Debug) shows no text of the request.
#[derive(Debug)]
#[non_exhaustive]
pub struct CheckRecord<'r> {
    /// The API's rejection, if there is one.
    pub rejection: Option<&'r Rejection>,
    /// The denied advice, which comes after the errors.
    pub denied: &'r [Finding],
    /// The other advice.
    pub advice: &'r [Finding],
}

impl<'r> CheckRecord<'r> {
    /// Creates a record.
    pub fn new(rejection: Option<&'r Rejection>, denied: &'r [Finding], advice: &'r [Finding]) -> Self {
        CheckRecord { rejection, denied, advice }
    }
}

impl Serialize for CheckRecord<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let ok = self.rejection.is_none() && self.denied.is_empty();
        let mut to = to.serialize_struct("CheckRecord", if ok { 3 } else { 4 })?;
        to.serialize_field("ok", &ok)?;
        if !ok {
            to.serialize_field("status", &self.rejection.map(Rejection::status))?;
        }
        let errors = self.rejection.map(Rejection::findings).unwrap_or_default();
        to.serialize_field("issues", &Issues(errors, self.denied))?;
        to.serialize_field("advice", &Issues(&[], self.advice))?;
        to.end()
    }
}

/// What `preflight` returns in JavaScript: as [`CheckRecord`], with `"unknown":["…"]` and `"launch":…`, and with
/// `"explanation":{…}` of a rejection.
///
/// [`Debug`](std::fmt::Debug) shows no text of the request.
#[derive(Debug)]
#[non_exhaustive]
pub struct PredictionRecord<'r> {
    /// The predicted answer, if it is a rejection.
    pub answer: Option<&'r Answer>,
    /// The rejection by the check, if that is the answer.
    pub rejection: Option<&'r Rejection>,
    /// What the answer means.
    pub explanation: Option<Explanation<'r>>,
    /// The advice.
    pub advice: Vec<Finding>,
    /// The unknown facts.
    pub unknown: Vec<&'static str>,
    /// Whether the campaign can be launched, if the request asks for that.
    pub launch: Option<LaunchRecord>,
}

impl PredictionRecord<'_> {
    /// Returns the errors and the advice.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.rejection.map(Rejection::findings).unwrap_or_default().iter().chain(&self.advice)
    }
}

impl<'r> From<&'r Preflight<'_>> for PredictionRecord<'r> {
    fn from(preflight: &'r Preflight<'_>) -> Self {
        let (answer, rejection) = (preflight.answer.as_ref(), preflight.rejection());
        PredictionRecord {
            answer,
            rejection,
            explanation: answer.map(|answer| Explanation {
                detail: detail(&Answer::parse(answer.status(), text(answer, rejection).as_bytes())),
                ..Explanation::from(answer)
            }),
            advice: preflight.advice(),
            unknown: preflight.unknown.iter().map(|fact| fact.name()).collect(),
            launch: preflight.launch.as_ref().map(LaunchRecord::from),
        }
    }
}

impl Serialize for PredictionRecord<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut to = to.serialize_struct("PredictionRecord", 8)?;
        to.serialize_field("ok", &self.answer.is_none())?;
        if let Some(answer) = self.answer {
            to.serialize_field("status", &answer.status())?;
            to.serialize_field("body", &text(answer, self.rejection))?;
        }
        let errors = self.rejection.map(Rejection::findings).unwrap_or_default();
        to.serialize_field("issues", &Issues(errors, &[]))?;
        if let Some(explanation) = &self.explanation {
            to.serialize_field("explanation", explanation)?;
        }
        to.serialize_field("advice", &Issues(&[], &self.advice))?;
        to.serialize_field("unknown", &self.unknown)?;
        to.serialize_field("launch", &self.launch)?;
        to.end()
    }
}

fn text(answer: &Answer, rejection: Option<&Rejection>) -> String {
    rejection.map_or_else(|| answer.body().unwrap_or_default(), body)
}

fn body(rejection: &Rejection) -> String {
    let mut body = String::new();
    rejection.write_body(&mut body);
    body
}

/// Two lists of findings as one.
struct Issues<'r>(&'r [Finding], &'r [Finding]);

impl Serialize for Issues<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter().chain(self.1).map(Issue))
    }
}

struct Issue<'r>(&'r Finding);

impl Serialize for Issue<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Finding { rule, loc, kind, .. } = self.0;
        let ctx = kind.ctx();
        let mut to = to.serialize_struct("Issue", 6 + usize::from(ctx.is_some()))?;
        to.serialize_field("path", &Path(self.0.path()))?;
        to.serialize_field("message", &kind.message())?;
        to.serialize_field("hint", &self.0.hint())?;
        to.serialize_field("type", kind.error_type())?;
        to.serialize_field("rule", rule)?;
        to.serialize_field("loc", loc)?;
        if let Some(ctx) = &ctx {
            to.serialize_field("ctx", ctx)?;
        }
        to.end()
    }
}

/// A path in a value of JavaScript, whose keys are text or numbers.
struct Path<'r>(&'r [LocItem]);

impl Serialize for Path<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter().map(Step))
    }
}

struct Step<'r>(&'r LocItem);

impl Serialize for Step<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            LocItem::Bool(key) => to.serialize_str(if *key { "true" } else { "false" }),
            other => other.serialize(to),
        }
    }
}
