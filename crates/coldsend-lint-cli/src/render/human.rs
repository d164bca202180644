//! For people: each finding with its lines, then the API's answer.
mod finding;
mod summary;

use super::{Checked, Choice, MOST, Origin, Problem, Render, Severity, bytes, first, layout, spans};
use crate::args::Check;
use crate::excerpt::Source;
use crate::mask::Masks;
use crate::output;
use crate::position::Positions;
use crate::text;
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint::{Detail, ErrorBody, Finding, Rejection, Takes};
use finding::Context;
use std::io::{self, Write};
use summary::{Summary, count};

pub(crate) struct Human<W> {
    out: W,
    quiet: bool,
    ctx: bool,
    rules: Vec<Rule>,
    summary: Summary,
}

impl<W: Write> Human<W> {
    pub(crate) fn new(out: W, options: &Check) -> Self {
        let (rules, summary) = (catalogue::rules(), Summary::default());
        Human { out, quiet: options.quiet, ctx: options.ctx, rules, summary }
    }

    fn findings(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        let text = checked.outcome.text();
        let source = Source { text, masks: Masks::new(text, checked.outcome.secrets()) };
        let advice = &checked.outcome.advice[..];
        for (findings, is_advice, left_out) in
            [(checked.errors(), false, checked.left_out()), (advice, true, 0)]
        {
            let shown = first(findings);
            let starts = shown.iter().flat_map(spans).map(|span| span.start);
            let positions = &Positions::new(text, starts);
            let context =
                Context { file, origin: checked.origin, source: &source, positions, rules: &self.rules };
            for finding in shown {
                let severity = if is_advice { checked.advice_severity(finding) } else { Severity::Error };
                context.show(finding, severity, &mut self.out)?;
            }
            if findings.len() > MOST {
                writeln!(self.out, "… and {} more\n", findings.len() - MOST + left_out)?;
            }
        }
        Ok(())
    }

    /// The status and the body, as the documentation prints them.
    fn answer(&mut self, rejection: &Rejection) -> io::Result<()> {
        let findings = rejection.findings();
        let body = match findings.len() {
            ..=MOST => rejection.body(),
            _ => ErrorBody { detail: Detail::Items(first(findings).iter().map(Finding::item).collect()) },
        };
        writeln!(self.out, "{} {}", rejection.status(), reason(rejection.status()))?;
        writeln!(self.out, "{}", layout::layout(&bytes(&body, self.ctx)))?;
        if findings.len() > MOST {
            let more = count(findings.len() - MOST + rejection.left_out(), "more item");
            writeln!(self.out, "… and {more}; --format body prints more of them")?;
        }
        self.out.write_all(b"\n")
    }
}

impl<W: Write> Render for Human<W> {
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        let outcome = &checked.outcome;
        let file = &*text::line(file);
        let choice = match checked.choice {
            Choice::Given(operation) => match (checked.origin, operation.takes()) {
                (Origin::Operation, _) => {
                    format!("{operation} (by its own query string; the file is not read)")
                }
                (_, Takes::Nothing) => format!("{operation} (which reads no file)"),
                _ => operation.to_string(),
            },
            Choice::Found(operation) => format!("{operation} (found by its keys, or use --as)"),
            Choice::Any => "every operation with a body".to_owned(),
        };
        let failed = checked.failed();
        self.summary.failed |= failed;
        self.summary.warnings += outcome.advice.len();
        match &outcome.rejection {
            Some(rejection) => {
                self.summary.rejected += 1;
                self.summary.errors += rejection.findings().len() + rejection.left_out();
                writeln!(self.out, "{file}: the API would refuse this as {choice}\n")?;
                self.findings(file, checked)?;
                self.answer(rejection)
            }
            None => {
                self.summary.accepted += 1;
                if self.quiet && !failed {
                    return Ok(());
                }
                let but = if checked.denied() { ", but advice is denied" } else { "" };
                let end = if outcome.advice.is_empty() { "" } else { "\n" };
                writeln!(self.out, "{file}: the API would accept this as {choice}{but}{end}")?;
                self.findings(file, checked)
            }
        }
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        self.summary.unchecked += 1;
        self.summary.failed = true;
        // What was found before comes before, where both go to one terminal.
        self.out.flush()?;
        let mut message = format!("{}: ", text::line(file));
        match problem {
            Problem::Ambiguous(candidates) => {
                message += "the keys do not tell the operation; name it with --as:";
                for operation in candidates {
                    message += &format!("\n  {operation}: {} {}", operation.method(), operation.path());
                }
            }
            Problem::Unreadable(reason) => message += reason,
        }
        output::complain(&message);
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        if !self.quiet || self.summary.failed {
            writeln!(self.out, "{}", self.summary)?;
        }
        self.out.flush()
    }
}

/// The words behind a status.
fn reason(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        422 => "Unprocessable Entity",
        500 => "Internal Server Error",
        _ => "",
    }
}
