//! The result of a check.
use super::explanation::{Explanation, detail};
use super::finding::FindingRecord;
use crate::answers::Answer;
use crate::check::Outcome;
use crate::error::{ErrorBody, Finding, Rejection};
use crate::preflight::{Launch, UnknownFact};
use serde::Serialize;
use serde_json::value::RawValue;
use std::fmt;

/// What the API would answer, and the advice.
///
/// [`Debug`](fmt::Debug) shows no text of the request.
#[derive(Serialize)]
#[non_exhaustive]
pub struct Record<'r> {
    /// Whether the API would accept the request and there is no denied advice.
    pub ok: bool,
    /// The status of the API's rejection, if known.
    pub status: Option<u16>,
    /// The exact body of the API's rejection, if there is one and its body is known.
    pub body: Option<Box<RawValue>>,
    /// The errors, then the denied advice.
    pub errors: Vec<FindingRecord<'r>>,
    /// The other advice, if requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Vec<FindingRecord<'r>>>,
    /// The number of further errors beyond the maximum.
    pub left_out: usize,
    /// The unknown facts, if a situation is given.
    pub unknown: Option<Vec<&'static str>>,
    /// Whether the campaign can be launched, if a situation is given and the request asks for that.
    pub launch: Option<LaunchRecord>,
    /// What the rejection means, if a situation is given.
    pub explanation: Option<Explanation<'r>>,
}

/// Whether a campaign can be launched.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct LaunchRecord {
    /// Whether nothing is missing; `None` if that is unknown.
    pub is_launch_ready: Option<bool>,
    /// What the campaign lacks, as far as is known.
    pub missing_requirements: Vec<&'static str>,
}

impl fmt::Debug for Record<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("ok", &self.ok)
            .field("status", &self.status)
            .field("errors", &self.errors)
            .field("advice", &self.advice)
            .field("left_out", &self.left_out)
            .field("unknown", &self.unknown)
            .field("launch", &self.launch)
            .field("explanation", &self.explanation)
            .finish_non_exhaustive()
    }
}

impl From<&Launch> for LaunchRecord {
    fn from(launch: &Launch) -> Self {
        let missing = launch.missing_requirements.iter().map(|requirement| requirement.text());
        LaunchRecord { is_launch_ready: launch.is_launch_ready, missing_requirements: missing.collect() }
    }
}

impl<'r> Record<'r> {
    /// Creates a record, with or without `ctx` in the items of the body. `position` returns the line and column of a
    /// byte offset in the outcome's text.
    ///
    /// # Errors
    ///
    /// Only if the body is not JSON, which never happens.
    pub fn new(
        outcome: &'r Outcome<'_>,
        ctx: bool,
        position: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> Result<Self, serde_json::Error> {
        let rejection = outcome.rejection.as_ref();
        let body = rejection.map(|rejection| RawValue::from_string(text(&rejection.body(), ctx)));
        let findings = rejection.map(Rejection::findings).unwrap_or_default();
        Ok(Record {
            ok: outcome.is_accepted(),
            status: rejection.map(Rejection::status),
            body: body.transpose()?,
            errors: FindingRecord::list(findings, position).collect(),
            advice: None,
            left_out: rejection.map_or(0, Rejection::left_out),
            unknown: None,
            launch: None,
            explanation: None,
        })
    }

    /// Adds the advice.
    #[must_use]
    pub fn with_advice(
        mut self,
        advice: impl IntoIterator<Item = &'r Finding>,
        position: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> Self {
        self.advice = Some(FindingRecord::list(advice, position).collect());
        self
    }

    /// Adds denied advice to the errors. If there is any, `ok` is false.
    #[must_use]
    pub fn with_denied(
        mut self,
        denied: impl IntoIterator<Item = &'r Finding>,
        position: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> Self {
        let before = self.errors.len();
        self.errors.extend(FindingRecord::list(denied, position));
        self.ok &= self.errors.len() == before;
        self
    }

    /// Adds a situation: the unknown facts, whether the campaign can be launched, and the answer caused by the
    /// situation. If there is one, it replaces the rejection caused by the request.
    ///
    /// # Errors
    ///
    /// Only if the body of that answer is not JSON, which never happens.
    pub fn in_situation(
        mut self,
        unknown: &[UnknownFact],
        launch: Option<&Launch>,
        refusal: Option<&Answer>,
    ) -> Result<Self, serde_json::Error> {
        self.unknown = Some(unknown.iter().map(|fact| fact.name()).collect());
        self.launch = launch.map(LaunchRecord::from);
        if let Some(refusal) = refusal {
            self.ok = false;
            self.status = refusal.status();
            self.body = refusal.body().map(RawValue::from_string).transpose()?;
            self.errors.clear();
            self.left_out = 0;
        }
        Ok(self)
    }

    /// Adds an explanation of the rejection.
    #[must_use]
    pub fn explained(mut self, refusal: Option<&'r Answer>) -> Self {
        let body = self.body.as_ref().map_or("", |body| body.get());
        self.explanation = refusal.map(|refusal| Explanation {
            detail: detail(&Answer::parse(refusal.status(), body.as_bytes())),
            ..Explanation::from(refusal)
        });
        self
    }
}

fn text(body: &ErrorBody, ctx: bool) -> String {
    match ctx {
        true => body.with_ctx().to_string(),
        false => body.to_string(),
    }
}
