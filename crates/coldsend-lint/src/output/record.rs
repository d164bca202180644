//! What came of a check.
use crate::answers::Answer;
use crate::check::Outcome;
use crate::error::{ErrorBody, Finding, LocItem, Rejection};
use crate::preflight::{Launch, UnknownFact};
use serde::Serialize;
use serde_json::value::RawValue;

/// What the API would answer, and the advice.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Record<'r> {
    /// Whether the API would accept the request.
    pub ok: bool,
    /// The status of a refusal, where one is known.
    pub status: Option<u16>,
    /// The body of a refusal: the API's bytes.
    pub body: Option<Box<RawValue>>,
    /// The advice, where it is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Vec<AdviceRecord<'r>>>,
    /// The items that the API's answer has beyond these, where there are far too many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<usize>,
    /// What was not known of the situation, where one is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<Vec<&'static str>>,
    /// Whether the campaign can be launched, where the request asks for that: null if it does not, and nothing without
    /// a situation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub launch: Option<Option<LaunchRecord>>,
}

/// Something that is worth a look.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct AdviceRecord<'r> {
    /// The rule that says it.
    pub rule: &'static str,
    /// Where.
    pub loc: &'r [LocItem],
    /// What.
    pub msg: String,
    /// The line, from 1, where the text of the request is known.
    pub line: Option<usize>,
    /// The column, from 1, in code points.
    pub column: Option<usize>,
}

/// Whether a campaign can be launched.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct LaunchRecord {
    /// `None` if that is not known.
    pub is_launch_ready: Option<bool>,
    /// What it is known to lack.
    pub missing_requirements: Vec<&'static str>,
}

impl From<&Launch> for LaunchRecord {
    fn from(launch: &Launch) -> Self {
        let missing = launch.missing_requirements.iter().map(|requirement| requirement.text());
        LaunchRecord { is_launch_ready: launch.is_launch_ready, missing_requirements: missing.collect() }
    }
}

impl<'r> Record<'r> {
    /// The verdict, with `ctx` in the items of the body or without.
    ///
    /// # Errors
    ///
    /// None, unless the body is no JSON, which it always is.
    pub fn new(outcome: &Outcome<'_>, ctx: bool) -> Result<Self, serde_json::Error> {
        let rejection = outcome.rejection.as_ref();
        let body = rejection.map(|rejection| RawValue::from_string(text(&rejection.body(), ctx)));
        Ok(Record {
            ok: outcome.is_accepted(),
            status: rejection.map(Rejection::status),
            body: body.transpose()?,
            advice: None,
            left_out: rejection.map(Rejection::left_out).filter(|items| *items > 0),
            unknown: None,
            launch: None,
        })
    }

    /// The same with advice, and the line and column of each byte that it begins at.
    #[must_use]
    pub fn with_advice(
        self,
        advice: &'r [Finding],
        position: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> Self {
        let advice = advice.iter().map(|finding| {
            let position = finding.span.as_ref().and_then(|span| position(span.start));
            AdviceRecord {
                rule: finding.rule,
                loc: &finding.loc,
                msg: finding.kind.to_string(),
                line: position.map(|(line, _)| line),
                column: position.map(|(_, column)| column),
            }
        });
        Record { advice: Some(advice.collect()), ..self }
    }

    /// The same in a situation: what was not known of it, whether a launch is ready, and the answer that the situation
    /// is the reason for.
    ///
    /// # Errors
    ///
    /// None, unless the body of that answer is no JSON, which it always is.
    pub fn in_situation(
        self,
        unknown: &[UnknownFact],
        launch: Option<&Launch>,
        refusal: Option<&Answer>,
    ) -> Result<Self, serde_json::Error> {
        let unknown = Some(unknown.iter().map(|fact| fact.name()).collect());
        let launch = Some(launch.map(LaunchRecord::from));
        let Some(refusal) = refusal else { return Ok(Record { unknown, launch, ..self }) };
        let body = refusal.body().map(RawValue::from_string).transpose()?;
        Ok(Record { ok: false, status: refusal.status(), body, left_out: None, unknown, launch, ..self })
    }
}

fn text(body: &ErrorBody, ctx: bool) -> String {
    match ctx {
        true => body.with_ctx().to_string(),
        false => body.to_string(),
    }
}
