//! `check`: reads files and prints the API's answers.
mod situation;

use crate::args::{Advice, Check as Options, Format, misused};
use crate::config::levels::{Level, Levels};
use crate::config::{Config, Configs};
use crate::exit::Exit;
use crate::input::requests::{self, Body, FileRequest};
use crate::input::{self, Input};
use crate::output;
use crate::render::{
    self, Checked, Github, Human, Json, OperationChoice, Part, Problem, QuerySource, Render, Sarif,
};
use coldsend_lint::{Checker, Detection, Operation, Request};
use situation::Known;
use std::io;
use std::rc::Rc;

pub(crate) fn run(options: &Options) -> io::Result<Exit> {
    let flags = match validate(options) {
        Ok(flags) => flags,
        Err(error) => {
            // There is nowhere to report a failure here.
            let _ = error.print();
            return Ok(Exit::CouldNotCheck);
        }
    };
    let tasks = match tasks(options, &flags) {
        Ok(tasks) => tasks,
        Err(message) => return Ok(output::print_error(&message)),
    };
    let known = match options.situation.as_ref().map(Known::read).transpose() {
        Ok(known) => known,
        Err(message) => return Ok(output::print_error(&message)),
    };
    let known = known.as_ref();
    match options.format {
        Format::Human => check(options, &tasks, known, &mut Human::new(output::styled(), options)),
        Format::Json => check(options, &tasks, known, &mut Json::new(output::plain(), options.ctx)),
        Format::Body => check(options, &tasks, known, &mut render::Body::new(output::plain(), options.ctx)),
        Format::Github => check(options, &tasks, known, &mut Github::new(output::plain(), options.quiet)),
        Format::Sarif => check(options, &tasks, known, &mut Sarif::new(output::plain())),
    }
}

/// Checks that the arguments are consistent, and returns the levels of rules in them.
fn validate(options: &Options) -> Result<Levels, clap::Error> {
    if options.format == Format::Body && options.files.len() > 1 {
        return Err(misused("--format body prints a single answer: pass one file"));
    }
    if options.files.iter().chain(&options.situation).filter(|file| **file == Input::Stdin).count() > 1 {
        return Err(misused("standard input can be read only once"));
    }
    let mut levels = Levels::default();
    for (rules, level) in [(&options.allow, Level::Allow), (&options.deny, Level::Deny)] {
        for rule in rules {
            if !levels.set(rule, level) {
                return Err(misused(&format!("`{rule}` is both allowed and denied")));
            }
        }
    }
    Ok(levels)
}

/// A file to check, with its configuration.
struct Task<'t> {
    file: &'t Input,
    name: String,
    config: Rc<Config>,
    levels: Levels,
}

/// Returns the files with their configurations. Errors in a configuration are reported before anything is checked.
fn tasks<'t>(options: &'t Options, flags: &Levels) -> Result<Vec<Task<'t>>, String> {
    let mut configs = Configs::default();
    let task = |file: &'t Input| {
        let name = match (file, &options.stdin_filename) {
            (Input::Stdin, Some(name)) => name.clone(),
            _ => file.name(),
        };
        let config = configs.of(options.config.as_deref(), file.path(options.stdin_filename.as_deref()))?;
        let levels = flags.clone().or(&config.levels);
        let levels = if options.advice == Advice::Deny { levels.deny_rest() } else { levels };
        Ok(Task { file, name, config, levels })
    };
    options.files.iter().map(task).collect()
}

fn check(
    options: &Options,
    tasks: &[Task<'_>],
    known: Option<&Known>,
    render: &mut impl Render,
) -> io::Result<Exit> {
    let mut worst = Exit::Accepted;
    let (mut checker, mut body) = (Checker::new(), Vec::new());
    render.begin()?;
    for task in tasks {
        let exit = match task.file.read(&mut body) {
            Err(error) => {
                render.problem(&task.name, &Problem::Unreadable(input::reason(&error)))?;
                Exit::CouldNotCheck
            }
            Ok(()) => {
                let check = &mut Check { options, task, known, checker: &mut checker };
                match task.file.path(options.stdin_filename.as_deref()).is_some_and(requests::is_requests) {
                    true => check.requests(&body, render)?,
                    false => check.body(&body, render)?,
                }
            }
        };
        worst = worst.max(exit);
    }
    render.end()?;
    Ok(worst)
}

/// The check of a file.
struct Check<'k> {
    options: &'k Options,
    task: &'k Task<'k>,
    known: Option<&'k Known>,
    checker: &'k mut Checker,
}

impl Check<'_> {
    /// Checks a file with the body or the query string of a request.
    fn body(&mut self, body: &[u8], render: &mut impl Render) -> io::Result<Exit> {
        let path = self.task.file.path(self.options.stdin_filename.as_deref());
        let configured = || path.and_then(|path| self.task.config.operation(path));
        let (request, choice) = match self.options.request.as_ref().or_else(configured) {
            Some(request) => (request.clone(), OperationChoice::Given(request.operation())),
            None => match self.checker.detect(body) {
                Detection::One(operation) => (operation.into(), OperationChoice::Found(operation)),
                // Any operation works.
                Detection::Any => (Request::new(Operation::CreateCampaign), OperationChoice::Any),
                Detection::Ambiguous(candidates) => {
                    return self.problem(&Problem::Ambiguous(candidates), render);
                }
                Detection::NotARequest(instead) => {
                    return self.problem(&Problem::NotARequest(instead), render);
                }
                // The core knows no other result.
                _ => return Ok(Exit::CouldNotCheck),
            },
        };
        let body = match request.operation().query() {
            Some(_) if body.contains(&0) => {
                let reason = "this is not a query string: it contains NUL bytes; save the file as UTF-8";
                return self.problem(&Problem::Unreadable(reason.to_owned()), render);
            }
            Some(_) => without_frame(body),
            None => body,
        };
        self.request(&request, choice, body, None, render)
    }

    /// Checks a file of requests.
    fn requests(&mut self, text: &[u8], render: &mut impl Render) -> io::Result<Exit> {
        let Ok(text) = std::str::from_utf8(text) else {
            return self.problem(&Problem::Unreadable("this is not UTF-8".to_owned()), render);
        };
        let requests = requests::read(text);
        if requests.is_empty() {
            let reason = "there is no request in this file".to_owned();
            return self.problem(&Problem::Unreadable(reason), render);
        }
        if self.options.format == Format::Body && requests.len() > 1 {
            let reason =
                "--format body prints a single answer, and this file has several requests".to_owned();
            return self.problem(&Problem::Unreadable(reason), render);
        }
        let mut worst = Exit::Accepted;
        for (FileRequest { line, method, url, body }, number) in requests.into_iter().zip(1..) {
            let (body, body_line) = match body {
                Body::Text(text, body_line) => (Some(text), body_line),
                Body::InFile => (None, line),
            };
            let part = Part { number, line, body_line };
            let request = match &self.options.request {
                Some(request) => Ok(request.clone()),
                None => Request::of(method, &url).map_err(|unknown| unknown.to_string()),
            };
            let exit = match (request, body) {
                (Ok(request), Some(body)) => {
                    let choice = OperationChoice::Given(request.operation());
                    self.request(&request, choice, body.as_bytes(), Some(part), render)?
                }
                (Ok(_), None) => {
                    let reason = "its body is in another file: check that one".to_owned();
                    self.problem(&Problem::OfPart(part, reason), render)?
                }
                (Err(reason), _) => self.problem(&Problem::OfPart(part, reason), render)?,
            };
            worst = worst.max(exit);
        }
        Ok(worst)
    }

    fn request(
        &mut self,
        request: &Request,
        choice: OperationChoice,
        body: &[u8],
        part: Option<Part>,
        render: &mut impl Render,
    ) -> io::Result<Exit> {
        let Check { options, task, .. } = *self;
        let wants_advice = options.advice != Advice::Off;
        let (outcome, mut advice, prediction) = match self.known {
            None => {
                let outcome = self.checker.check(request, body);
                let advice = if wants_advice { outcome.advice() } else { Vec::new() };
                (outcome, advice, None)
            }
            Some(known) => known.predict(choice, request, body, self.checker, wants_advice),
        };
        advice.retain(|advice| !task.levels.allows(advice));
        let (levels, query_source) = (&task.levels, QuerySource::new(request, body));
        let checked = Checked { choice, outcome, advice, prediction, levels, query_source, part };
        let exit = match checked.failed() && !options.exit_zero {
            true => Exit::Rejected,
            false => Exit::Accepted,
        };
        render.checked(&task.name, &checked)?;
        Ok(exit)
    }

    fn problem(&self, problem: &Problem, render: &mut impl Render) -> io::Result<Exit> {
        render.problem(&self.task.name, problem)?;
        Ok(Exit::CouldNotCheck)
    }
}

/// Strips the byte order mark and the final line break that an editor adds to a query string.
fn without_frame(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    match text.strip_suffix(b"\n") {
        Some(line) => line.strip_suffix(b"\r").unwrap_or(line),
        None => text,
    }
}
