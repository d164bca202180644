//! An answer for programs.
use super::{Foretold, Origin, bytes};
use crate::position::Positions;
use crate::text::Escaping;
use coldsend_lint::{Finding, LocItem, Outcome, Rejection, preflight};
use serde::Serialize;
use serde_json::value::RawValue;
use std::io::{self, Write};

/// What the API would answer, and the advice.
#[derive(Serialize)]
pub(crate) struct Answer<'o> {
    ok: bool,
    status: Option<u16>,
    /// The API's bytes.
    body: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) advice: Option<Vec<Advice<'o>>>,
    /// The items that the API's answer has beyond these, where there are far too many.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<usize>,
    /// What was not known of the situation, where one is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<Vec<&'static str>>,
    /// Whether the campaign can be launched, where the request asks for that: null if it does not, and nothing without
    /// a situation.
    #[serde(skip_serializing_if = "Option::is_none")]
    launch: Option<Option<Launch>>,
}

#[derive(Serialize)]
struct Launch {
    is_launch_ready: Option<bool>,
    missing_requirements: Vec<&'static str>,
}

impl From<&preflight::Launch> for Launch {
    fn from(launch: &preflight::Launch) -> Self {
        let missing = launch.missing_requirements.iter().map(|requirement| requirement.text());
        Launch { is_launch_ready: launch.is_launch_ready, missing_requirements: missing.collect() }
    }
}

/// Something that is worth a look.
#[derive(Serialize)]
pub(crate) struct Advice<'o> {
    rule: &'static str,
    loc: &'o [LocItem],
    msg: String,
    line: Option<usize>,
    column: Option<usize>,
}

impl<'o> Answer<'o> {
    pub(crate) fn new(outcome: &'o Outcome<'_>, origin: Origin, ctx: bool) -> io::Result<Self> {
        let rejection = outcome.rejection.as_ref();
        let body = rejection.map(|rejection| RawValue::from_string(bytes(&rejection.body(), ctx)));
        Ok(Answer {
            ok: outcome.is_accepted(),
            status: rejection.map(Rejection::status),
            body: body.transpose()?,
            advice: Some(advice(outcome, origin)),
            left_out: rejection.map(Rejection::left_out).filter(|items| *items > 0),
            unknown: None,
            launch: None,
        })
    }

    /// The answer in a situation.
    pub(crate) fn foretold(self, foretold: &Foretold<'_>) -> io::Result<Self> {
        let unknown = Some(foretold.unknown.iter().map(|fact| fact.name()).collect());
        let launch = Some(foretold.launch.as_ref().map(Launch::from));
        let Some(refusal) = &foretold.refusal else { return Ok(Answer { unknown, launch, ..self }) };
        let body = refusal.body().map(RawValue::from_string).transpose()?;
        Ok(Answer { ok: false, status: refusal.status(), body, left_out: None, unknown, launch, ..self })
    }
}

fn advice<'o>(outcome: &'o Outcome<'_>, origin: Origin) -> Vec<Advice<'o>> {
    let start = |finding: &Finding| finding.span.as_ref().map(|span| span.start);
    let positions = Positions::new(outcome.text(), outcome.advice.iter().filter_map(start));
    let advice = outcome.advice.iter().map(|finding| {
        let position = start(finding).and_then(|offset| origin.position(&positions, offset));
        Advice {
            rule: finding.rule,
            loc: &finding.loc,
            msg: finding.kind.to_string(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
        }
    });
    advice.collect()
}

/// Writes JSON that is safe to look at.
pub(crate) fn write_json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut serde_json::Serializer::with_formatter(out, Escaping))?)
}
