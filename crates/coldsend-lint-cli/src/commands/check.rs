//! `check`: reads files and prints the API's answers.
mod situation;

use crate::args::{Advice, Check, Format, misused};
use crate::config::levels::{Level, Levels};
use crate::config::{Config, Configs};
use crate::exit::Exit;
use crate::input::{self, Input};
use crate::output;
use crate::render::{
    Body, Checked, Github, Human, Json, OperationChoice, Problem, QuerySource, Render, Sarif,
};
use coldsend_lint::{Checker, Detection, Operation, Request};
use situation::Known;
use std::io;
use std::rc::Rc;

pub(crate) fn run(options: &Check) -> io::Result<Exit> {
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
        Format::Body => check(options, &tasks, known, &mut Body::new(output::plain(), options.ctx)),
        Format::Github => check(options, &tasks, known, &mut Github::new(output::plain(), options.quiet)),
        Format::Sarif => check(options, &tasks, known, &mut Sarif::new(output::plain())),
    }
}

/// Checks that the arguments are consistent, and returns the levels of rules in them.
fn validate(options: &Check) -> Result<Levels, clap::Error> {
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
fn tasks<'t>(options: &'t Check, flags: &Levels) -> Result<Vec<Task<'t>>, String> {
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
    options: &Check,
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
            Ok(()) => one(options, task, known, &mut checker, &body, render)?,
        };
        worst = worst.max(exit);
    }
    render.end()?;
    Ok(worst)
}

fn one(
    options: &Check,
    task: &Task<'_>,
    known: Option<&Known>,
    checker: &mut Checker,
    body: &[u8],
    render: &mut impl Render,
) -> io::Result<Exit> {
    let path = task.file.path(options.stdin_filename.as_deref());
    let configured = || path.and_then(|path| task.config.operation(path));
    let (request, choice) = match options.request.as_ref().or_else(configured) {
        Some(request) => (request.clone(), OperationChoice::Given(request.operation())),
        None => match checker.detect(body) {
            Detection::One(operation) => (operation.into(), OperationChoice::Found(operation)),
            // Any operation works.
            Detection::Any => (Request::new(Operation::CreateCampaign), OperationChoice::Any),
            Detection::Ambiguous(candidates) => {
                render.problem(&task.name, &Problem::Ambiguous(candidates))?;
                return Ok(Exit::CouldNotCheck);
            }
            Detection::NotARequest(instead) => {
                render.problem(&task.name, &Problem::NotARequest(instead))?;
                return Ok(Exit::CouldNotCheck);
            }
            // The core knows no other result.
            _ => return Ok(Exit::CouldNotCheck),
        },
    };
    let body = match request.operation().query() {
        Some(_) if body.contains(&0) => {
            let reason =
                "this is not a query string: it contains NUL bytes; save the file as UTF-8".to_owned();
            render.problem(&task.name, &Problem::Unreadable(reason))?;
            return Ok(Exit::CouldNotCheck);
        }
        Some(_) => without_frame(body),
        None => body,
    };
    let wants_advice = options.advice != Advice::Off;
    let (outcome, mut advice, prediction) = match known {
        None => {
            let outcome = checker.check(&request, body);
            let advice = if wants_advice { outcome.advice() } else { Vec::new() };
            (outcome, advice, None)
        }
        Some(known) => known.predict(choice, &request, body, checker, wants_advice),
    };
    advice.retain(|advice| !task.levels.allows(advice));
    let (levels, query_source) = (&task.levels, QuerySource::new(&request, body));
    let checked = Checked { choice, outcome, advice, prediction, levels, query_source };
    let exit = match checked.failed() && !options.exit_zero {
        true => Exit::Rejected,
        false => Exit::Accepted,
    };
    render.checked(&task.name, &checked)?;
    Ok(exit)
}

/// Strips the byte order mark and the final line break that an editor adds to a query string.
fn without_frame(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    match text.strip_suffix(b"\n") {
        Some(line) => line.strip_suffix(b"\r").unwrap_or(line),
        None => text,
    }
}
