//! Requests as text, as in fixtures and the examples of rule pages:
//!
//! ```text
//! POST /campaigns
//!
//! {"name": "Hi"}
//! ```
//!
//! A header `X-API-Key` may follow the first line. A list of leads is a CSV alone.
use crate::{files, folder};
use coldsend_lint::catalogue;
use coldsend_lint::leads;
use coldsend_lint::{Checker, Finding, Operation, Request, Situation};
use std::path::PathBuf;

/// A request as text.
#[derive(Clone, Debug)]
pub struct RequestFixture {
    /// The first line.
    pub request: String,
    /// The API key, if there is a header for it.
    pub api_key: Option<String>,
    /// What follows the blank line, without the line feed at the end of the file.
    pub body: Vec<u8>,
}

/// The result for a request.
#[derive(Debug)]
pub struct Answer {
    /// The status and body of the API's answer, if it rejects the request.
    pub refused: Option<(u16, String)>,
    /// The findings that reject.
    pub findings: Vec<Finding>,
    /// The findings that do not reject.
    pub advice: Vec<Finding>,
    /// The counts of a list of leads.
    pub counts: Option<String>,
}

/// The request that a list of leads is uploaded with.
const UPLOAD: &str = "POST /campaigns/550e8400-e29b-41d4-a716-446655440000/leads";

/// The one header that is read.
const API_KEY: &str = "\nX-API-Key: ";

impl RequestFixture {
    /// Parses a request. The body follows a blank line.
    pub fn parse(text: &[u8]) -> Result<Self, String> {
        let end = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
        let request = std::str::from_utf8(&text[..end]).map_err(|error| error.to_string())?.to_owned();
        let mut rest = text.get(end..).unwrap_or_default();
        let mut api_key = None;
        if let Some(key) = rest.strip_prefix(API_KEY.as_bytes()) {
            let end = key.iter().position(|byte| *byte == b'\n').unwrap_or(key.len());
            api_key = Some(String::from_utf8_lossy(&key[..end]).into_owned());
            rest = &key[end..];
        }
        let body = match rest {
            [b'\n', b'\n', body @ ..] => body.strip_suffix(b"\n").unwrap_or(body),
            [] | [b'\n'] => &[],
            _ => return Err(format!("{request}: a blank line must follow")),
        };
        Ok(RequestFixture { request, api_key, body: body.to_vec() })
    }

    /// Returns the upload of a list of leads.
    pub fn upload(csv: impl Into<Vec<u8>>) -> Self {
        RequestFixture { request: UPLOAD.to_owned(), api_key: None, body: csv.into() }
    }

    /// Checks the request.
    pub fn answer(&self) -> Result<Answer, String> {
        let request: Request = self.request.parse().map_err(|error| format!("{}: {error}", self.request))?;
        let mut checker = Checker::new();
        let api_key = self.api_key.as_deref().map(Into::into).unwrap_or_default();
        let situation = Situation { api_key, ..Situation::default() };
        let preflight = checker.preflight(&request, &self.body, &situation);
        let outcome = &preflight.outcome;
        let refused = outcome.rejection.as_ref().map(|r| (r.status(), r.body().to_string()));
        let findings = outcome.rejection.as_ref().map(|r| r.findings().to_vec()).unwrap_or_default();
        let mut answer = Answer { refused, findings, advice: preflight.advice(), counts: None };
        if request.operation() == Operation::UploadLeads {
            answer.add_list(&self.body);
        }
        Ok(answer)
    }
}

impl Answer {
    /// Adds what is wrong with a list of leads.
    fn add_list(&mut self, csv: &[u8]) {
        let leads::LeadReport { summary, problems, .. } = leads::check(csv);
        for problem in problems {
            let rejects = catalogue::rule(problem.rule).is_some_and(|rule| rule.evidence.rejects());
            let list = if rejects { &mut self.findings } else { &mut self.advice };
            list.push(problem.finding());
        }
        let leads::Summary { rows, valid, doubtful, invalid, duplicates, is_complete, .. } = summary;
        let end = if is_complete { "" } else { ", not checked to its end" };
        self.counts = Some(format!(
            "{rows} rows: {valid} valid, {doubtful} doubtful, {invalid} invalid, {duplicates} duplicate{end}"
        ));
    }

    /// Returns whether a rule gives an error or advice.
    pub fn mentions(&self, rule: &str) -> bool {
        self.findings.iter().chain(&self.advice).any(|finding| finding.rule == rule)
    }
}

/// A fixture of a rule.
#[derive(Debug)]
pub struct Fixture {
    /// The file name without the extension, such as `fails-too-short`.
    pub name: String,
    /// What the name promises.
    pub promise: Promise,
    /// The request in the file.
    pub http: RequestFixture,
}

/// What the name of a fixture promises about the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// `passes-…`: the rule does not apply, and nothing is rejected.
    Passes,
    /// `advises-…`: the rule gives advice, and nothing is rejected.
    Advises,
    /// `fails-…`: the rule rejects.
    Fails,
}

impl Fixture {
    /// Returns whether the promise is kept.
    pub fn is_kept(&self, rule: &str, answer: &Answer) -> bool {
        let refused = answer.refused.is_some();
        match self.promise {
            Promise::Passes => !answer.mentions(rule) && !refused,
            Promise::Advises => answer.mentions(rule) && !refused,
            Promise::Fails => answer.findings.iter().any(|finding| finding.rule == rule),
        }
    }
}

/// Returns the requests among the fixtures of a rule.
pub fn fixtures(rule: &str) -> Result<Vec<Fixture>, String> {
    let mut found = Vec::new();
    for (name, text) in texts(rule)? {
        let promise = match name.split_once('-') {
            Some(("fails", _)) => Promise::Fails,
            Some(("advises", _)) => Promise::Advises,
            Some(("passes", _)) => Promise::Passes,
            Some(("answers", _)) => continue,
            _ => {
                return Err(format!(
                    "{rule}/{name}: a fixture's name begins with passes-, advises-, fails- or answers-"
                ));
            }
        };
        let http = match name.strip_suffix(CSV) {
            Some(_) => RequestFixture::upload(text),
            None => RequestFixture::parse(&text).map_err(|error| format!("{rule}/{name}: {error}"))?,
        };
        found.push(Fixture { name, promise, http });
    }
    Ok(found)
}

/// The extension of lists of leads.
const CSV: &str = ".csv";

/// Returns the content of each fixture file, with the file name without the extension `.http`.
pub(crate) fn texts(id: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = match name.strip_suffix(".http") {
            Some(name) => name.to_owned(),
            None if name.ends_with(CSV) => name,
            None => return Err(format!("{}: a fixture's name ends in .http or .csv", path.display())),
        };
        let text = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok((name, text))
    };
    files(&folder().join("fixtures").join(id))?.into_iter().map(read).collect()
}
