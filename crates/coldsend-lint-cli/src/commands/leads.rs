//! `leads`: checks a list of leads, and writes cleaned copies of it.
mod files;
mod mapping;
mod print;

use crate::args::{Leads, LeadsFormat};
use crate::config::levels::Levels;
use crate::excerpt::position;
use crate::exit::Exit;
use crate::input::{Input, reason};
use crate::output;
use coldsend_lint::leads::{
    Effect, Event, InvalidOption, LeadCheck, LeadOptions, Problem, Summary, Variables,
};
use files::Files;
use indicatif::{ProgressBar, ProgressStyle};
use print::Print;
use std::io::{self, BufRead, IsTerminal};

/// The size of a file from which on the progress is shown, in bytes.
const LONG: u64 = 1 << 24;

pub(crate) fn run(options: &Leads) -> io::Result<Exit> {
    let prepared = check_options(options).and_then(|check| Ok((check, Files::create(options)?)));
    let (check, mut files) = match prepared {
        Ok(prepared) => prepared,
        Err(message) => return Ok(output::print_error(&message)),
    };
    let name = options.file.name();
    let mut print = Print::new(options.format, &name)?;
    let mut stop = None;
    let summary = read(options, check, |event| {
        if let Event::Problem(problem) = event
            && problem.effect == Effect::Stops
        {
            stop = Some(located(problem));
        }
        files.event(&event);
        print.event(&event);
        files.failure().is_none() && !print.has_failed()
    });
    let summary = match summary {
        Ok(summary) => summary,
        Err(error) => return Ok(output::print_error_about(&name, &reason(&error))),
    };
    if let Some(message) = files.failure() {
        return Ok(output::print_error(message));
    }
    print.end(&summary)?;
    if let Some(stop) = stop {
        return Ok(output::print_error_about(&name, &stop));
    }
    if let Err(message) = files.finish(&summary) {
        return Ok(output::print_error(&message));
    }
    Ok(if summary.is_accepted() { Exit::Accepted } else { Exit::Rejected })
}

fn check_options(options: &Leads) -> Result<LeadCheck, String> {
    Levels::of_flags(&options.allow, &options.deny)?;
    let mut of_check = LeadOptions::default();
    of_check.mapping = options.mapping.as_deref().map(mapping::read).transpose()?;
    if let Some(campaign) = &options.campaign {
        of_check.variables = variables(campaign)?;
    }
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    (of_check.allow, of_check.deny) = (owned(&options.allow), owned(&options.deny));
    Ok(LeadCheck::new(of_check))
}

/// Reads what the texts of a campaign need.
fn variables(campaign: &Input) -> Result<Variables, String> {
    let (name, mut bytes) = (campaign.name(), Vec::new());
    campaign.read(&mut bytes).map_err(|error| format!("{name}: {}", reason(&error)))?;
    of_option(&name, &bytes, Variables::of_campaign(&bytes))
}

/// Adds the place of an error in the text of an option, which has this name.
fn of_option<T>(name: &str, text: &[u8], read: Result<T, InvalidOption>) -> Result<T, String> {
    // Offsets are in UTF-8 bytes.
    let offset = |error: &InvalidOption| error.offset().filter(|_| std::str::from_utf8(text).is_ok());
    read.map_err(|error| position::located(name, text, offset(&error), &error.to_string()))
}

/// Reads the file, until its end or until `each` returns `false`.
fn read(
    options: &Leads,
    mut check: LeadCheck,
    mut each: impl FnMut(Event<'_>) -> bool,
) -> io::Result<Summary> {
    let progress = progress(options);
    let mut input = options.file.open()?;
    let mut goes_on = true;
    while goes_on {
        let chunk = input.fill_buf()?;
        let length = chunk.len();
        if length == 0 {
            break;
        }
        let mut is_wanted = true;
        let needs_more = check.push(chunk, &mut |event| is_wanted &= each(event));
        goes_on = needs_more && is_wanted;
        input.consume(length);
        progress.inc(length as u64);
    }
    progress.finish_and_clear();
    Ok(check.finish(&mut |event| {
        each(event);
    }))
}

/// Returns a progress bar, which is only visible on a terminal, for a long file.
fn progress(options: &Leads) -> ProgressBar {
    let size = match &options.file {
        Input::File(path) => path.metadata().map_or(0, |file| file.len()),
        Input::Stdin => 0,
    };
    // Output that appears while the file is read would be mixed with the bar.
    let prints_while_reading = matches!(options.format, LeadsFormat::Csv | LeadsFormat::Github);
    if size < LONG || prints_while_reading && io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}");
    ProgressBar::new(size).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Returns a message with the place of a problem.
fn located(problem: &Problem) -> String {
    let Problem { line, column, message, .. } = problem;
    match column {
        Some(column) => format!("line {line}, column {column}: {message}"),
        None => format!("line {line}: {message}"),
    }
}
