//! `check`: reads files and prints the API's answers.
mod file;
mod files;
mod skipped;

use super::situation::Known;
use crate::args::{Advice, Check, Format, misused};
use crate::config::levels::Levels;
use crate::config::{Config, Configs};
use crate::exit::Exit;
use crate::input::{self, Input};
use crate::output;
use crate::render::{Body, Github, Human, Json, Problem, Render, Sarif};
use coldsend_lint::Checker;
use file::FileCheck;
use files::{Files, Target};
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
    Levels::of_flags(&options.allow, &options.deny).map_err(|message| misused(&message))
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
            Ok(()) => {
                let file = FileCheck { options, task, known, checker: &mut checker, render };
                let Some(exit) = file.run(&body)? else {
                    render.skipped();
                    skipped.add();
                    continue;
                };
                exit
            }
        };
        worst = worst.max(exit);
    }
    render.end()?;
    Ok(worst.max(skipped.finish(tasks.len())))
}
