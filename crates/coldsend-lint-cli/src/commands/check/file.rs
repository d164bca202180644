//! Checks a file: a body, a query string, or several requests.
use super::files::Target;
use super::{Task, skipped};
use crate::args::{Advice, Check, Format};
use crate::commands::situation::{self, Known};
use crate::excerpt::position;
use crate::exit::Exit;
use crate::input::requests::{self, Body, FileRequest, Sent, Where};
use crate::render::{Checked, OperationChoice, Part, Prediction, Problem, QuerySource, Render};
use coldsend_lint::{
    Checker, Detection, ErrorKind, NotARequest, Operation, Outcome, Payload, Request, UnknownOperation,
};
use std::io;
use std::path::Path;

/// The check of a file.
pub(super) struct FileCheck<'k, R> {
    pub(super) options: &'k Check,
    pub(super) task: &'k Task,
    pub(super) known: Option<&'k Known>,
    pub(super) checker: &'k mut Checker,
    pub(super) render: &'k mut R,
}

impl<R: Render> FileCheck<'_, R> {
    /// Checks the content of the file. Returns `None` if it is skipped.
    pub(super) fn run(mut self, content: &[u8]) -> io::Result<Option<Exit>> {
        match self.path().is_some_and(requests::is_requests) {
            true => self.requests(content),
            false => self.body(content),
        }
    }

    fn path(&self) -> Option<&Path> {
        let Target { input, .. } = &self.task.target;
        input.as_ref().ok()?.path(self.options.stdin_filename.as_deref())
    }

    /// Checks a body or a query string.
    fn body(&mut self, body: &[u8]) -> io::Result<Option<Exit>> {
        let found = self.task.target.found;
        let configured = || self.path().and_then(|path| self.task.config.operation(path));
        let (request, choice) = match self.options.request.as_ref().or_else(configured) {
            Some(request) => (request.clone(), OperationChoice::Given(request.operation())),
            None if self.options.configured => return Ok(None),
            None => match self.checker.detect(body) {
                Detection::One(operation) => (operation.into(), OperationChoice::Found(operation)),
                Detection::Any if found && skipped::is_something_else(body) => return Ok(None),
                // Any operation works.
                Detection::Any => (Request::new(Operation::CreateCampaign), OperationChoice::Any),
                Detection::NotARequest(instead)
                    if !found
                        || matches!(instead, NotARequest::Wrapped { .. } | NotARequest::List { .. }) =>
                {
                    return self.problem(&Problem::NotARequest(instead));
                }
                Detection::Ambiguous(candidates) if !found => {
                    return self.problem(&Problem::Ambiguous(candidates));
                }
                _ => return Ok(None),
            },
        };
        let body = match request.operation().query() {
            Some(_) if body.contains(&0) => {
                return self
                    .unreadable("this is not a query string: it contains NUL bytes; save the file as UTF-8");
            }
            Some(_) => without_frame(body),
            None => body,
        };
        self.request(&request, choice, body, None).map(Some)
    }

    /// Checks a file of requests. Those that go to other hosts are skipped.
    fn requests(&mut self, text: &[u8]) -> io::Result<Option<Exit>> {
        let Ok(text) = std::str::from_utf8(text) else { return self.unreadable("this is not UTF-8") };
        let (elsewhere, requests): (Vec<_>, Vec<_>) = requests::read(text)
            .into_iter()
            .map(|request| (self.operation(&request), request))
            .partition(|(operation, request)| passes_over(operation, request));
        if requests.is_empty() {
            return match self.task.target.found || self.options.configured {
                true => Ok(None),
                false => self.unreadable("there is no request to ColdSend in this file"),
            };
        }
        if self.options.format == Format::Body && requests.len() > 1 {
            return self
                .unreadable("--format body prints a single answer, and this file has several requests");
        }
        elsewhere.iter().for_each(|_| self.render.skipped());
        let mut worst = Exit::Accepted;
        for (operation, request) in requests {
            worst = worst.max(self.part(operation, request)?);
        }
        Ok(Some(worst))
    }

    /// Returns what a request of a file asks for.
    fn operation(&self, request: &FileRequest<'_>) -> Result<Request, UnknownOperation> {
        match &self.options.request {
            Some(request) => Ok(request.clone()),
            None => Request::of(request.method, &request.url),
        }
    }

    /// Checks one of several requests.
    fn part(
        &mut self,
        operation: Result<Request, UnknownOperation>,
        request: FileRequest<'_>,
    ) -> io::Result<Exit> {
        let FileRequest { number, line, body, .. } = request;
        let body = match body {
            Body::Text(sent) => Ok(sent),
            Body::InFile => Err("its body is in another file: check that one"),
            Body::Unmarked => Err("the blank line before its body is missing"),
            Body::OtherType => Err("its Content-Type is not JSON, so the API does not read its body as JSON"),
        };
        let part = Part { number, line };
        let reason = match (operation, body) {
            (Ok(request), Ok(body)) => {
                let choice = OperationChoice::Given(request.operation());
                return self.request(&request, choice, body.text.as_bytes(), Some((part, &body)));
            }
            (Ok(_), Err(reason)) => reason.to_owned(),
            (Err(unknown), _) => unknown.to_string(),
        };
        self.render.problem(&self.task.target.name, &Problem::OfPart(part, reason))?;
        Ok(Exit::CouldNotCheck)
    }

    /// Checks a body or a query string, which may be part of the file.
    fn request(
        &mut self,
        request: &Request,
        choice: OperationChoice,
        body: &[u8],
        part: Option<(Part, &Sent<'_>)>,
    ) -> io::Result<Exit> {
        let FileCheck { options, task, .. } = *self;
        let wants_advice = options.advice != Advice::Off;
        let (outcome, mut advice, prediction) =
            situation::check(self.known, choice, request, body, self.checker, wants_advice);
        let (part, sent) = part.unzip();
        if let Some(part) = part.filter(|_| hinges_on_variable(&outcome)) {
            let reason = "what is wrong depends on a variable that has no value in this file".to_owned();
            self.render.problem(&task.target.name, &Problem::OfPart(part, reason))?;
            return Ok(Exit::CouldNotCheck);
        }
        let is_csv = matches!(request.operation().payload(), Payload::Csv);
        if is_csv
            && part.is_none()
            && outcome.is_accepted()
            && prediction.as_ref().is_none_or(Prediction::is_sent)
        {
            let reason = "`coldsend-lint leads` checks a list of leads".to_owned();
            self.render.problem(&task.target.name, &Problem::Unreadable(reason))?;
            return Ok(Exit::CouldNotCheck);
        }
        advice.retain(|advice| !task.levels.allows(advice));
        let (levels, query_source) = (&task.levels, QuerySource::new(request, body));
        let checked = Checked { choice, outcome, advice, prediction, levels, query_source, part, sent };
        let exit = match checked.failed() && !options.exit_zero {
            true => Exit::Rejected,
            false => Exit::Accepted,
        };
        self.render.checked(&task.target.name, &checked)?;
        Ok(exit)
    }

    fn unreadable(&mut self, reason: &str) -> io::Result<Option<Exit>> {
        self.problem(&Problem::Unreadable(reason.to_owned()))
    }

    fn problem(&mut self, problem: &Problem) -> io::Result<Option<Exit>> {
        self.render.problem(&self.task.target.name, problem)?;
        Ok(Some(Exit::CouldNotCheck))
    }
}

/// Strips the byte order mark and the final line break that an editor adds to a query string.
fn without_frame(text: &[u8]) -> &[u8] {
    let text = position::without_mark(text);
    match text.strip_suffix(b"\n") {
        Some(line) => line.strip_suffix(b"\r").unwrap_or(line),
        None => text,
    }
}

/// Returns whether a request of a file is not for the API: it goes to another host, or to one that is unknown and has no
/// operation of the API.
fn passes_over(operation: &Result<Request, UnknownOperation>, request: &FileRequest<'_>) -> bool {
    match request.goes_to {
        Where::Api => false,
        Where::Unknown => operation.is_err(),
        Where::Elsewhere => true,
    }
}

/// Returns whether an error is about a value that contains an unknown variable, `{{…}}`.
fn hinges_on_variable(outcome: &Outcome<'_>) -> bool {
    const VARIABLE: &[u8] = b"{{";
    let contains = |text: &[u8]| text.windows(VARIABLE.len()).any(|part| part == VARIABLE);
    let Some(rejection) = outcome.rejection.as_ref().filter(|_| contains(outcome.text())) else {
        return false;
    };
    rejection.findings().iter().any(|finding| {
        let is_malformed = matches!(finding.kind, ErrorKind::JsonInvalid { .. });
        let span = finding.span.clone().filter(|_| !is_malformed);
        is_malformed || span.and_then(|span| outcome.text().get(span)).is_some_and(contains)
    })
}
