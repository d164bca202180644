//! `check`: files in, the API's answers out.
use crate::args::{Advice, Check, Format, misused};
use crate::exit::Exit;
use crate::input::{self, Input};
use crate::output;
use crate::render::{Body, Checked, Choice, Human, Json, Problem, Render};
use coldsend_lint::{Checker, Detection, Operation, Request};
use std::io;

pub(crate) fn run(options: &Check) -> io::Result<Exit> {
    if let Err(error) = validate(options) {
        // Nobody is left to be told of a failure here.
        let _ = error.print();
        return Ok(Exit::CouldNotCheck);
    }
    match options.format {
        Format::Human => check(options, &mut Human::new(output::styled(), options)),
        Format::Json => check(options, &mut Json::new(output::plain(), options.ctx)),
        Format::Body => check(options, &mut Body::new(output::plain(), options.ctx)),
    }
}

fn validate(options: &Check) -> Result<(), clap::Error> {
    if options.format == Format::Body && options.files.len() > 1 {
        return Err(misused("--format body prints one answer: name one file"));
    }
    if options.files.iter().filter(|file| **file == Input::Stdin).count() > 1 {
        return Err(misused("standard input can be read only once"));
    }
    Ok(())
}

fn check(options: &Check, render: &mut impl Render) -> io::Result<Exit> {
    let mut worst = Exit::Accepted;
    let (mut checker, mut body) = (Checker::new(), Vec::new());
    render.begin()?;
    for file in &options.files {
        let name = match (file, &options.stdin_filename) {
            (Input::Stdin, Some(name)) => name.clone(),
            _ => file.name(),
        };
        let exit = match file.read(&mut body) {
            Err(error) => {
                render.problem(&name, &Problem::Unreadable(input::reason(&error)))?;
                Exit::CouldNotCheck
            }
            Ok(()) => one(options, &name, &mut checker, &body, render)?,
        };
        worst = worst.max(exit);
    }
    render.end()?;
    Ok(worst)
}

fn one(
    options: &Check,
    name: &str,
    checker: &mut Checker,
    body: &[u8],
    render: &mut impl Render,
) -> io::Result<Exit> {
    let (request, choice) = match &options.request {
        Some(request) => (request.clone(), Choice::Given(request.operation())),
        None => match checker.detect(body) {
            Detection::One(operation) => (operation.into(), Choice::Found(operation)),
            // Any operation will do.
            Detection::Any => (Request::new(Operation::CreateCampaign), Choice::Any),
            Detection::Ambiguous(candidates) => {
                render.problem(name, &Problem::Ambiguous(candidates))?;
                return Ok(Exit::CouldNotCheck);
            }
        },
    };
    let mut outcome = checker.lint(&request, body);
    if options.advice == Advice::Off {
        outcome.advice.clear();
    }
    let denied = options.advice == Advice::Deny && !outcome.advice.is_empty();
    let exit = match outcome.is_accepted() && !denied || options.exit_zero {
        true => Exit::Accepted,
        false => Exit::Rejected,
    };
    render.checked(name, &Checked { choice, outcome, denied })?;
    Ok(exit)
}
