//! Standard output and standard error.
use crate::excerpt::text;
use crate::exit::Exit;
use annotate_snippets::renderer::DEFAULT_ERROR_STYLE;
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
    let (bold, reset) = (DEFAULT_ERROR_STYLE.render(), DEFAULT_ERROR_STYLE.render_reset());
    let message = text::lines(message);
    // There is nowhere to report a failure here.
    let _ = writeln!(anstream::stderr(), "{bold}error{reset}: {message}");
    Exit::CouldNotCheck
}
