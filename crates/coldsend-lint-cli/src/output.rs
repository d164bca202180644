//! Standard output and standard error.
use crate::excerpt::text;
use crate::exit::Exit;
use annotate_snippets::renderer::DEFAULT_ERROR_STYLE;
use anstream::AutoStream;
use std::io::{self, BufWriter, Write};

const BUFFER: usize = 1 << 16;

/// Standard output for programs: bytes are written unchanged.
pub(crate) fn plain() -> impl Write {
    BufWriter::with_capacity(BUFFER, io::stdout().lock())
}

/// Standard output for people, with colors depending on `--color`, the terminal and the environment.
pub(crate) fn styled() -> impl Write {
    BufWriter::with_capacity(BUFFER, AutoStream::auto(io::stdout()))
}

/// Prints an error on standard error.
pub(crate) fn print_error(message: &str) -> Exit {
    let (bold, reset) = (DEFAULT_ERROR_STYLE.render(), DEFAULT_ERROR_STYLE.render_reset());
    let message = text::lines(message);
    // A failure here cannot be reported to anybody.
    let _ = writeln!(anstream::stderr(), "{bold}error{reset}: {message}");
    Exit::CouldNotCheck
}
