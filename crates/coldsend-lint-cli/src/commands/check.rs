//! `check`: reads files and prints the API's answers.
mod files;
mod situation;
mod skipped;

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
use files::{Files, Target};
use situation::Known;
use skipped::Skipped;
use std::io;
use std::rc::Rc;

pub(crate) fn run(options: &Check) -> io::Result<Exit> {
    let flags = match validate(options) {
        Ok(flags) => flags,
        Err(error) => return output::print_help_or_error(&error),
    };
    let tasks = match tasks(options, &flags) {
        Ok(tasks) => tasks,
        Err(message) => return Ok(output::print_error(&message)),
    };
    if options.format == Format::Body && tasks.len() > 1 {
        return output::print_help_or_error(&one_answer());
    }
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
        return Err(one_answer());
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

fn one_answer() -> clap::Error {
    misused("--format body prints a single answer: pass one file")
}

/// A file to check, with its configuration.
struct Task {
    target: Target,
    config: Rc<Config>,
    levels: Levels,
}

/// Returns the files with their configurations. Errors in a configuration are reported before anything is checked.
fn tasks(options: &Check, flags: &Levels) -> Result<Vec<Task>, String> {
    let Files { targets, folders, in_folders, .. } = Files::new(&options.files);
    let mut configs = Configs::default();
    let (named, stdin) = (options.config.as_deref(), options.stdin_filename.as_deref());
    let task = |mut target: Target| {
        let file = match (&target.input, stdin) {
            (Ok(Input::Stdin), Some(name)) => {
                name.clone_into(&mut target.name);
                Some(name.as_ref())
            }
            (Ok(input), _) => input.path(stdin),
            (Err(_), _) => None,
        };
        let config = configs.of(named, file)?;
        let levels = flags.clone().or(&config.levels);
        let levels = if options.advice == Advice::Deny { levels.deny_rest() } else { levels };
        Ok(Task { target, config, levels })
    };
    let tasks: Vec<Task> = targets.into_iter().map(task).collect::<Result<_, String>>()?;
    if options.request.is_none() && !options.quiet {
        configs.unmatched(named, &folders, &in_folders).iter().for_each(|note| output::print_note(note));
    }
    Ok(tasks)
}

fn check(
    options: &Check,
    tasks: &[Task],
    known: Option<&Known>,
    render: &mut impl Render,
) -> io::Result<Exit> {
    let mut worst = Exit::Accepted;
    let (mut checker, mut body) = (Checker::new(), Vec::new());
    let mut skipped = Skipped::new(options);
    render.begin()?;
    for task in tasks {
        let name = &task.target.name;
        let read = match &task.target.input {
            Ok(input) => input.read(&mut body).map_err(|error| input::reason(&error)),
            Err(reason) => Err(reason.clone()),
        };
        let exit = match read {
            Err(reason) => {
                render.problem(name, &Problem::Unreadable(reason))?;
                Exit::CouldNotCheck
            }
            Ok(()) => match one(options, task, known, &mut checker, &body, render)? {
                Some(exit) => exit,
                None => {
                    render.skipped();
                    skipped.add();
                    continue;
                }
            },
        };
        worst = worst.max(exit);
    }
    render.end()?;
    Ok(worst.max(skipped.finish(tasks.len())))
}

/// Checks a file. Returns `None` if it is skipped.
fn one(
    options: &Check,
    task: &Task,
    known: Option<&Known>,
    checker: &mut Checker,
    body: &[u8],
    render: &mut impl Render,
) -> io::Result<Option<Exit>> {
    let Target { name, input, found } = &task.target;
    let path = input.as_ref().ok().and_then(|input| input.path(options.stdin_filename.as_deref()));
    let configured = || path.and_then(|path| task.config.operation(path));
    let (request, choice) = match options.request.as_ref().or_else(configured) {
        Some(request) => (request.clone(), OperationChoice::Given(request.operation())),
        None if options.configured => return Ok(None),
        None => match checker.detect(body) {
            Detection::One(operation) => (operation.into(), OperationChoice::Found(operation)),
            Detection::Any if *found && skipped::is_other_json(body) => return Ok(None),
            Detection::Ambiguous(_) if *found => return Ok(None),
            // Any operation works.
            Detection::Any => (Request::new(Operation::CreateCampaign), OperationChoice::Any),
            Detection::Ambiguous(candidates) => {
                render.problem(name, &Problem::Ambiguous(candidates))?;
                return Ok(Some(Exit::CouldNotCheck));
            }
        },
    };
    let body = match request.operation().query() {
        Some(_) if body.contains(&0) => {
            let reason =
                "this is not a query string: it contains NUL bytes; save the file as UTF-8".to_owned();
            render.problem(name, &Problem::Unreadable(reason))?;
            return Ok(Some(Exit::CouldNotCheck));
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
    render.checked(name, &checked)?;
    Ok(Some(exit))
}

/// Strips the byte order mark and the final line break that an editor adds to a query string.
fn without_frame(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    match text.strip_suffix(b"\n") {
        Some(line) => line.strip_suffix(b"\r").unwrap_or(line),
        None => text,
    }
}
