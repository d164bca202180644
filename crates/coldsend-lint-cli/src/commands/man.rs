//! `man`: prints or writes manual pages.
use crate::args::{Args, Man};
use crate::excerpt::text;
use crate::exit::Exit;
use crate::{input, output};
use clap::{Command, CommandFactory};
use clap_mangen::Man as Page;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// An empty date. Without the quotes, the next argument would be used instead:
/// <https://github.com/clap-rs/clap/issues/6040>.
const NO_DATE: &str = r#""""#;

pub(crate) fn run(options: &Man) -> io::Result<Exit> {
    let mut program = Args::command()
        .disable_help_subcommand(true)
        .subcommand_help_heading("COMMANDS")
        .subcommand_value_name("command");
    program.build();
    match &options.dir {
        None => {
            let mut out = output::plain();
            out.write_all(render(&page(&program, &program))?.as_bytes())?;
            out.flush()?;
            Ok(Exit::Accepted)
        }
        Some(dir) => write_all(&program, dir),
    }
}

/// Writes the pages of the program and of its commands.
fn write_all(program: &Command, dir: &Path) -> io::Result<Exit> {
    let failed = |path: &Path, error: &io::Error| {
        let path = path.to_string_lossy();
        output::print_error(&format!("cannot write {}: {}", text::name(&path), input::reason(error)))
    };
    if let Err(error) = fs::create_dir_all(dir) {
        return Ok(failed(dir, &error));
    }
    for command in [program].into_iter().chain(program.get_subcommands()) {
        let page = page(program, command);
        let path = dir.join(page.get_filename());
        if let Err(error) = fs::write(&path, render(&page)?) {
            return Ok(failed(&path, &error));
        }
    }
    Ok(Exit::Accepted)
}

fn page(program: &Command, command: &Command) -> Page {
    let version = program.get_version().unwrap_or_default();
    Page::new(command.clone()).date(NO_DATE).source(format!("{} {version}", program.get_name()))
}

/// Renders the page, with the usual heading "EXIT STATUS" for the section that clap calls "extra".
fn render(page: &Page) -> io::Result<String> {
    let mut text = Vec::new();
    page.render(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    Ok(text.replace(".SH EXTRA\nExit status:\n", ".SH \"EXIT STATUS\"\n"))
}
