//! Renders the results of checks; one module per format.
mod body;
mod github;
mod human;
mod json;
mod layout;
pub(crate) mod page;
mod query_source;
mod region;
mod repository;
mod sarif;

pub(crate) use body::Body;
pub(crate) use github::Github;
pub(crate) use human::Human;
pub(crate) use json::{Json, record};
pub(crate) use query_source::QuerySource;
pub(crate) use sarif::Sarif;

use crate::config::levels::Levels;
use crate::excerpt::position::Positions;
use crate::excerpt::text::Escaping;
use crate::input::requests::Sent;
use coldsend_lint::preflight::{Launch, UnknownFact};
use coldsend_lint::{
    ErrorBody, ErrorItem, Finding, LocItem, NotARequest, Operation, Outcome, Rejection, redact_credentials,
};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};
use std::ops::Range;

/// An output format, which receives the results of one file after another.
pub(crate) trait Render {
    /// Called before the first file.
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Called for each file that was checked.
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()>;

    /// Called for each file that could not be checked.
    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()>;

    /// Called for each file that is skipped.
    fn skipped(&mut self) {}

    /// Called after the last file.
    fn end(&mut self) -> io::Result<()>;
}

/// The result for a file.
pub(crate) struct Checked<'c> {
    pub(crate) choice: OperationChoice,
    pub(crate) outcome: Outcome<'c>,
    /// The advice that is shown.
    pub(crate) advice: Vec<Finding>,
    /// What a situation adds, if one is given.
    pub(crate) prediction: Option<Prediction<'c>>,
    /// The levels of its advice.
    pub(crate) levels: &'c Levels,
    pub(crate) query_source: QuerySource,
    /// The part of the file that is the request, if it has several.
    pub(crate) part: Option<Part>,
    /// The body of that part, as it is written in the file.
    pub(crate) sent: Option<&'c Sent<'c>>,
}

/// A request in a file of requests.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    /// Its number, starting at 1.
    pub(crate) number: usize,
    /// Its first line.
    pub(crate) line: usize,
}

/// The prediction for a request in a situation.
pub(crate) struct Prediction<'s> {
    /// The file of the situation.
    pub(crate) file: &'s str,
    /// The answer, if the request is rejected because of the situation, not by the check.
    pub(crate) refusal: Option<coldsend_lint::Answer>,
    pub(crate) unknown: Vec<UnknownFact>,
    pub(crate) launch: Option<Launch>,
}

impl Prediction<'_> {
    /// Returns whether the situation lets the request be carried out.
    pub(crate) fn is_sent(&self) -> bool {
        self.refusal.is_none()
    }

    /// Returns the names of the unknown facts, if there are any.
    fn unknown(&self) -> Option<String> {
        (!self.unknown.is_empty()).then(|| names(&self.unknown))
    }
}

/// Returns the names of facts.
fn names(facts: &[UnknownFact]) -> String {
    facts.iter().map(|fact| fact.name()).collect::<Vec<_>>().join(", ")
}

impl Checked<'_> {
    /// Returns the answer caused by the situation.
    fn refusal(&self) -> Option<&coldsend_lint::Answer> {
        self.prediction.as_ref()?.refusal.as_ref()
    }

    /// Returns the positions in the file of offsets in the text that was checked.
    fn positions(&self, offsets: impl IntoIterator<Item = usize>) -> Positions {
        match self.sent {
            None => Positions::new(self.outcome.text(), offsets),
            Some(sent) => {
                Positions::of_edited(sent.written.as_bytes(), offsets, |offset| sent.written_at(offset))
                    .after(sent.line.saturating_sub(1))
            }
        }
    }

    /// Returns the answer to explain, if a situation is given.
    pub(crate) fn explained(&self) -> Option<coldsend_lint::Answer> {
        match self.prediction.as_ref()? {
            Prediction { refusal: Some(refusal), .. } => Some(refusal.clone()),
            _ => self.outcome.rejection.as_ref().map(coldsend_lint::Answer::from),
        }
    }

    /// Returns the errors that the API reports.
    fn errors(&self) -> &[Finding] {
        self.outcome.rejection.as_ref().map(Rejection::findings).unwrap_or_default()
    }

    /// Returns the number of further errors in the API's answer.
    fn left_out(&self) -> usize {
        self.outcome.rejection.as_ref().map_or(0, Rejection::left_out)
    }

    /// Returns the severity of advice, which depends on the level of its rule.
    fn advice_severity(&self, advice: &Finding) -> Severity {
        if self.levels.denies(advice) { Severity::Denied } else { Severity::Warning }
    }

    /// Returns whether there is denied advice.
    fn denied(&self) -> bool {
        self.advice.iter().any(|advice| self.levels.denies(advice))
    }

    /// Returns whether the file fails the check.
    pub(crate) fn failed(&self) -> bool {
        !self.outcome.is_accepted() || self.refusal().is_some() || self.denied()
    }
}

/// The severity of a finding.
#[derive(Clone, Copy, PartialEq)]
enum Severity {
    /// An error, which the API rejects.
    Error,
    /// Advice whose rule is denied.
    Denied,
    /// Other advice.
    Warning,
}

/// Returns the byte ranges that a finding is about.
fn spans(finding: &Finding) -> &[Range<usize>] {
    match finding.related.is_empty() {
        true => finding.span.as_slice(),
        false => &finding.related,
    }
}

/// Returns the message of a finding, without credentials.
fn title(finding: &Finding) -> String {
    redact_credentials(&finding.kind.to_string()).into_owned()
}

/// Returns the hint of a finding, if it differs from its message, without credentials.
fn help(finding: &Finding) -> Option<String> {
    let hint = Some(finding.hint()).filter(|hint| *hint != finding.kind.to_string());
    hint.map(|hint| redact_credentials(&hint).into_owned())
}

/// Returns the message of a finding and its hint, if it has one, with a separator.
fn message(finding: &Finding, between: &str) -> String {
    match help(finding) {
        Some(help) => format!("{}{between}{help}", title(finding)),
        None => title(finding),
    }
}

/// Returns the finding as an item of the answer, for people: without credentials in the keys of its location.
fn shown_item(finding: &Finding) -> ErrorItem {
    let mut item = finding.item();
    for step in &mut item.loc {
        if let LocItem::Key(key) = step
            && let Cow::Owned(shown) = redact_credentials(key)
        {
            *step = LocItem::Key(shown);
        }
    }
    item
}

/// Returns the cause and the fix of an answer, without the final period, as in a finding.
fn cause_and_fix(answer: &coldsend_lint::Answer) -> [&str; 2] {
    [answer.kind().info().cause, answer.fix()].map(|sentence| sentence.trim_end_matches('.'))
}

/// Returns what a finding is about, if it is not about the text.
fn beside_text(finding: &Finding) -> Option<String> {
    match &finding.loc[..] {
        [LocItem::Key(section), ..] if section == "path" => Some("the operation's path".to_owned()),
        [LocItem::Key(section), LocItem::Key(name)] if section == "header" => {
            Some(format!("the header {name}"))
        }
        _ => None,
    }
}

/// Formats a number of things.
pub(crate) fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// The maximum number of errors, and of advice, shown per file in output for people and for GitHub.
pub(crate) const MAX_FINDINGS: usize = 50;

/// Returns the findings to show, up to the maximum.
fn first(findings: &[Finding]) -> &[Finding] {
    findings.get(..MAX_FINDINGS).unwrap_or(findings)
}

/// The operation that a file was checked for, and how it was chosen.
#[derive(Clone, Copy)]
pub(crate) enum OperationChoice {
    Given(Operation),
    Found(Operation),
    /// Every operation would give the same answer.
    Any,
}

impl OperationChoice {
    pub(crate) fn operation(self) -> Option<Operation> {
        match self {
            OperationChoice::Given(operation) | OperationChoice::Found(operation) => Some(operation),
            OperationChoice::Any => None,
        }
    }
}

/// Why a file could not be checked.
pub(crate) enum Problem {
    Unreadable(String),
    Ambiguous(Vec<Operation>),
    NotARequest(NotARequest),
    /// A request of a file of requests cannot be checked.
    OfPart(Part, String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Unreadable(reason) => f.write_str(reason),
            Problem::OfPart(Part { line, .. }, reason) => write!(f, "the request at line {line}: {reason}"),
            Problem::NotARequest(instead) => write!(f, "{instead}; or set the operation with --as"),
            Problem::Ambiguous(candidates) => {
                f.write_str("cannot detect the operation from the keys; set it with --as: ")?;
                for (i, candidate) in candidates.iter().enumerate() {
                    write!(f, "{}{candidate}", if i > 0 { ", " } else { "" })?;
                }
                Ok(())
            }
        }
    }
}

/// Writes JSON that is safe for a terminal.
pub(crate) fn write_json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut serde_json::Serializer::with_formatter(out, Escaping))?)
}

/// Returns a function from the offset of a finding to its line and column.
fn places(checked: &Checked<'_>) -> impl Fn(usize) -> Option<(usize, usize)> {
    let findings = checked.errors().iter().chain(&checked.advice);
    let positions = checked.positions(findings.filter_map(|finding| Some(finding.span.as_ref()?.start)));
    let query_source = checked.query_source;
    move |offset| query_source.position(&positions, offset).map(|at| (at.line, at.column))
}

/// Returns the exact bytes of the API's answer.
pub(crate) fn bytes(body: &ErrorBody, ctx: bool) -> String {
    match ctx {
        true => body.with_ctx().to_string(),
        false => body.to_string(),
    }
}
