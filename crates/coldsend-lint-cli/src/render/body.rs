//! The exact bytes of the API's answer, and nothing else.
use super::{Checked, Problem, Render, bytes};
use crate::output;
use std::io::{self, Write};

pub(crate) struct Body<W> {
    out: W,
    ctx: bool,
}

impl<W: Write> Body<W> {
    pub(crate) fn new(out: W, ctx: bool) -> Self {
        Body { out, ctx }
    }
}

impl<W: Write> Render for Body<W> {
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        if let Some(refusal) = checked.refusal() {
            return self.out.write_all(refusal.body().unwrap_or_default().as_bytes());
        }
        let Some(rejection) = &checked.outcome.rejection else { return Ok(()) };
        self.out.write_all(bytes(&rejection.body(), self.ctx).as_bytes())?;
        if rejection.left_out() > 0 {
            output::print_error_about(file, &format!("{} more items are omitted", rejection.left_out()));
        }
        Ok(())
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        output::print_error_about(file, &problem.to_string());
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
