//! The command line: reads files, checks them with the core, and prints the results. All limits, names and messages
//! come from the core.
mod args;
mod commands;
mod config;
mod excerpt;
mod exit;
mod input;
mod output;
mod render;

use args::{Args, Command, color};
use clap::Parser;
use excerpt::text;
use exit::Exit;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = match Args::try_parse() {
        Ok(args) => run(args),
        Err(help_or_error) => {
            color::apply(color::find(std::env::args_os()));
            output::print_help_or_error(&with_safe_arguments(help_or_error))
        }
    };
    let exit = result.unwrap_or_else(|error| match error.kind() {
        // The reader has closed the pipe.
        ErrorKind::BrokenPipe => Exit::Accepted,
        _ => output::print_error(&format!("cannot write: {}", input::reason(&error))),
    });
    exit.into()
}

/// Returns the same help or error. An error shows arguments, which may be file names, without control characters.
fn with_safe_arguments(help_or_error: clap::Error) -> clap::Error {
    let safe = std::env::args_os().map(|argument| text::line(&argument.to_string_lossy()).into_owned());
    match Args::try_parse_from(safe) {
        Err(error) if help_or_error.use_stderr() => error,
        _ => help_or_error,
    }
}

fn run(args: Args) -> io::Result<Exit> {
    color::apply(args.color);
    match args.command {
        Command::Check(options) => commands::check::run(&options),
        Command::Batch(options) => commands::batch::run(&options),
        Command::Leads(options) => commands::leads::run(&options),
        Command::Explain(options) => commands::explain::run(&options),
        Command::Rules(options) => commands::rules::run(&options),
        Command::Schema(options) => commands::schema::run(&options),
        Command::Completions(options) => commands::completions::run(&options),
        Command::Man(options) => commands::man::run(&options),
    }
}
