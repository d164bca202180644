//! Where output goes.
use crate::excerpt::text;
use crate::exit::Exit;
use annotate_snippets::renderer::DEFAULT_ERROR_STYLE;
use anstream::AutoStream;
use std::io::{self, BufWriter, Write};

const BUFFER: usize = 1 << 16;

/// Standard output for programs: every byte as it is.
pub(crate) fn plain() -> impl Write {
    BufWriter::with_capacity(BUFFER, io::stdout().lock())
}

/// Standard output for people: with colours if `--color`, the terminal and the environment say so.
pub(crate) fn styled() -> impl Write {
    BufWriter::with_capacity(BUFFER, AutoStream::auto(io::stdout()))
}

/// Prints on standard error what went wrong.
pub(crate) fn print_error(message: &str) -> Exit {
    let (bold, reset) = (DEFAULT_ERROR_STYLE.render(), DEFAULT_ERROR_STYLE.render_reset());
    let message = text::lines(message);
    // Nobody is left to be told of a failure here.
    let _ = writeln!(anstream::stderr(), "{bold}error{reset}: {message}");
    Exit::CouldNotCheck
}
