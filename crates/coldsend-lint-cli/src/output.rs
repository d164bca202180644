//! Standard output and standard error.
use crate::excerpt::text;
use crate::exit::Exit;
use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_NOTE_STYLE, Style};
use anstream::AutoStream;
use std::io::{self, BufWriter, Write};

const BUFFER: usize = 1 << 16;

/// Returns standard output for programs, to which bytes are written unchanged.
pub(crate) fn plain() -> impl Write {
    BufWriter::with_capacity(BUFFER, io::stdout().lock())
}

/// Returns standard output for people, with colors depending on `--color`, the terminal and the environment.
pub(crate) fn styled() -> impl Write {
    BufWriter::with_capacity(BUFFER, AutoStream::auto(io::stdout()))
}

/// Prints an error to standard error. Returns the exit status for it.
pub(crate) fn print_error(message: &str) -> Exit {
    print("error", DEFAULT_ERROR_STYLE, message);
    Exit::CouldNotCheck
}

/// Prints an error about a file to standard error. Returns the exit status for it.
pub(crate) fn print_error_about(file: &str, message: &str) -> Exit {
    print_error(&format!("{}: {message}", text::name(file)))
}

/// Prints a note to standard error.
pub(crate) fn print_note(message: &str) {
    print("note", DEFAULT_NOTE_STYLE, message);
}

fn print(label: &str, style: Style, message: &str) {
    let (on, off) = (style.render(), style.render_reset());
    let message = text::lines(message);
    // There is nowhere to report a failure here.
    let _ = writeln!(anstream::stderr(), "{on}{label}{off}: {message}");
}

/// Prints clap's help to standard output, or its error to standard error. Returns the exit status.
pub(crate) fn print_help_or_error(help_or_error: &clap::Error) -> io::Result<Exit> {
    if help_or_error.use_stderr() {
        // There is nowhere to report a failure here.
        let _ = help_or_error.print();
        return Ok(Exit::CouldNotCheck);
    }
    help_or_error.print()?;
    io::stdout().flush()?;
    Ok(Exit::Accepted)
}
