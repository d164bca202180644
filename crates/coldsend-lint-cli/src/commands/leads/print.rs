//! What is printed; one type per format.
mod human;

use crate::args::LeadsFormat;
use crate::output;
use crate::render::{Github, MAX_FINDINGS, write_json};
use coldsend_lint::leads::{Effect, Event, Problem, Summary};
use coldsend_lint::output::{LeadProblemRecord, LeadsRecord};
use human::Human;
use std::io::{self, Seek, Write};
use tempfile::SpooledTempFile;

/// How many bytes of problems are kept in memory, rather than in a temporary file.
const MAX_KEPT: usize = 1 << 22;

/// Prints in a format.
pub(super) struct Print<'n> {
    to: To<'n>,
    failure: Option<io::Error>,
}

enum To<'n> {
    Human(Human<'n>),
    /// The problems, which follow the counts.
    Json(SpooledTempFile),
    Csv(Box<dyn Write>),
    Github {
        github: Github<Box<dyn Write>>,
        name: &'n str,
        shown: usize,
        left_out: usize,
    },
}

impl<'n> Print<'n> {
    pub(super) fn new(format: LeadsFormat, name: &'n str) -> io::Result<Self> {
        let out = || Box::new(output::plain());
        let to = match format {
            LeadsFormat::Human => To::Human(Human::new(name)),
            LeadsFormat::Json => To::Json(SpooledTempFile::new(MAX_KEPT)),
            LeadsFormat::Csv => {
                let mut out = out();
                out.write_all(b"row,line,column,rule,msg\n")?;
                To::Csv(out)
            }
            LeadsFormat::Github => {
                To::Github { github: Github::new(out(), false), name, shown: 0, left_out: 0 }
            }
        };
        Ok(Print { to, failure: None })
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    pub(super) fn event(&mut self, event: &Event<'_>) {
        let printed = match (&mut self.to, event) {
            (To::Human(human), event) => {
                human.event(event);
                Ok(())
            }
            (to, Event::Problem(problem)) => to.problem(problem),
            _ => Ok(()),
        };
        self.failure = self.failure.take().or(printed.err());
    }

    pub(super) fn end(self, summary: &Summary) -> io::Result<()> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        match self.to {
            To::Human(human) => human.end(summary),
            To::Json(problems) => json(problems, summary),
            To::Csv(mut out) => out.flush(),
            To::Github { mut github, left_out, .. } => github.end_of_lines(left_out),
        }
    }
}

impl To<'_> {
    fn problem(&mut self, problem: &Problem) -> io::Result<()> {
        match self {
            To::Human(_) => Ok(()),
            To::Json(problems) => {
                let separator: &[u8] = if problems.stream_position()? > 0 { b",\n" } else { b"" };
                problems.write_all(separator)?;
                write_json(problems, &LeadProblemRecord::from(problem))
            }
            To::Csv(out) => {
                let number =
                    |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
                let Problem { row, line, column, rule, message, .. } = problem;
                let message = crate::excerpt::text::line(message).replace('"', "\"\"");
                writeln!(out, "{},{line},{},{rule},\"{message}\"", number(*row), number(*column))
            }
            To::Github { left_out, shown: MAX_FINDINGS, .. } => {
                *left_out += 1;
                Ok(())
            }
            To::Github { github, name, shown, .. } => {
                *shown += 1;
                let is_error = problem.effect >= Effect::Invalid;
                github.line(is_error, name, problem.line, problem.rule, &problem.message)
            }
        }
    }
}

/// Prints the counts, then the problems.
fn json(mut problems: SpooledTempFile, summary: &Summary) -> io::Result<()> {
    let mut out = output::plain();
    let mut counts = Vec::new();
    write_json(&mut counts, &LeadsRecord::from(summary))?;
    // The problems belong into the same object.
    out.write_all(counts.strip_suffix(b"}").unwrap_or(&counts))?;
    out.write_all(b",\"problems\":[")?;
    problems.rewind()?;
    io::copy(&mut problems, &mut out)?;
    out.write_all(b"]}\n")?;
    out.flush()
}
