//! Output for people: each finding with its lines, then the API's answer.
mod finding;
mod summary;

use super::{
    Checked, MAX_FINDINGS, OperationChoice, Part, Prediction, Problem, QuerySource, Render, Severity, bytes,
    count, first, layout, names, shown_item, spans,
};
use crate::args::Check;
use crate::excerpt::Source;
use crate::excerpt::mask::Masks;
use crate::excerpt::text;
use crate::output;
use coldsend_lint::answers::STATUSES;
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint::{Answer, Detail, ErrorBody, Payload, Rejection};
use finding::Context;
use std::io::{self, Write};
use summary::Summary;

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
        let source = Source { text, masks: Masks::new(text, checked.outcome.hidden()) };
        let advice = &checked.advice[..];
        for (findings, is_advice, left_out) in
            [(checked.errors(), false, checked.left_out()), (advice, true, 0)]
        {
            let shown = first(findings);
            let starts = shown.iter().flat_map(spans).map(|span| span.start);
            let positions = &checked.positions(starts);
            let context = Context {
                file,
                query_source: checked.query_source,
                part_line: checked.part.map(|part| part.line),
                source: &source,
                positions,
                rules: &self.rules,
            };
            for finding in shown {
                let severity = if is_advice { checked.advice_severity(finding) } else { Severity::Error };
                context.show(finding, severity, &mut self.out)?;
            }
            if findings.len() > MAX_FINDINGS {
                writeln!(self.out, "… and {} more\n", findings.len() - MAX_FINDINGS + left_out)?;
            }
        }
        Ok(())
    }

    /// Writes what a situation adds, apart from the rejection.
    fn situation(&mut self, prediction: &Prediction<'_>) -> io::Result<()> {
        if let Some(launch) = &prediction.launch {
            let ready = match launch.is_launch_ready {
                Some(true) => "ready".to_owned(),
                Some(false) => "not ready".to_owned(),
                None => format!("unknown, because it depends on {}", names(&launch.unknown)),
            };
            writeln!(self.out, "  launch: {ready}")?;
        }
        match prediction.unknown() {
            Some(unknown) => writeln!(self.out, "  skipped (unknown): {unknown}"),
            None => Ok(()),
        }
    }

    /// Writes the answer caused by the situation.
    fn refusal(&mut self, answer: &Answer) -> io::Result<()> {
        match answer.status() {
            Some(status) => writeln!(self.out, "{status} {}", reason(status))?,
            None => writeln!(self.out, "(its status is not documented)")?,
        }
        writeln!(self.out, "{}\n", layout::layout(&answer.body().unwrap_or_default()))
    }

    /// Writes the status and the body, in the documentation's layout.
    fn answer(&mut self, rejection: &Rejection) -> io::Result<()> {
        let findings = rejection.findings();
        let body = match rejection.status() {
            422 => ErrorBody { detail: Detail::Items(first(findings).iter().map(shown_item).collect()) },
            _ => rejection.body(),
        };
        writeln!(self.out, "{} {}", rejection.status(), reason(rejection.status()))?;
        writeln!(self.out, "{}", layout::layout(&bytes(&body, self.ctx)))?;
        if findings.len() > MAX_FINDINGS {
            let more = count(findings.len() - MAX_FINDINGS + rejection.left_out(), "more item");
            writeln!(self.out, "… and {more}; use --format body to print more")?;
        }
        self.out.write_all(b"\n")
    }
}

impl<W: Write> Render for Human<W> {
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        let outcome = &checked.outcome;
        let file = &*text::name(file);
        let name = match checked.part {
            Some(Part { line, .. }) => format!("{file}:{line}"),
            None => file.to_owned(),
        };
        let choice = match checked.choice {
            OperationChoice::Given(operation) => match (checked.query_source, operation.payload()) {
                _ if checked.part.is_some() => operation.to_string(),
                (QuerySource::Operation, _) => {
                    format!("{operation} (from the query string of --as; the file is ignored)")
                }
                (_, Payload::Csv) => format!("{operation} (`leads` checks its CSV; the file is ignored)"),
                (_, Payload::Nothing) => format!("{operation} (which has no body; the file is ignored)"),
                _ => operation.to_string(),
            },
            OperationChoice::Found(operation) => {
                format!("{operation} (operation detected from its keys; --as overrides)")
            }
            OperationChoice::Any => "any operation with a body".to_owned(),
        };
        let failed = checked.failed();
        self.summary.failed |= failed;
        self.summary.parts += usize::from(checked.part.is_some());
        let denied = checked.advice.iter().filter(|advice| checked.levels.denies(advice)).count();
        self.summary.denials += denied;
        self.summary.warnings += checked.advice.len() - denied;
        let (refusal, rejection) = (checked.refusal(), outcome.rejection.as_ref());
        self.summary.errors += usize::from(refusal.is_some()) + checked.errors().len() + checked.left_out();
        let accepted = refusal.is_none() && rejection.is_none();
        match (accepted, checked.denied()) {
            (true, false) => self.summary.accepted += 1,
            (true, true) => self.summary.denied += 1,
            (false, _) => self.summary.rejected += 1,
        }
        if self.quiet && !failed {
            return Ok(());
        }
        let verdict = if accepted { "accept" } else { "reject" };
        let but = if accepted && checked.denied() { ", but you deny some of its advice" } else { "" };
        writeln!(self.out, "{name}: the API would {verdict} this as {choice}{but}")?;
        if let Some(prediction) = &checked.prediction {
            self.situation(prediction)?;
        }
        if !accepted || !checked.advice.is_empty() {
            self.out.write_all(b"\n")?;
        }
        if let (Some(answer), Some(prediction)) = (refusal, &checked.prediction) {
            finding::refusal(answer, prediction.file, &mut self.out)?;
        }
        self.findings(file, checked)?;
        match (refusal, rejection) {
            (Some(answer), _) => self.refusal(answer),
            (None, Some(rejection)) => self.answer(rejection),
            (None, None) => Ok(()),
        }
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        self.summary.unchecked += 1;
        self.summary.parts += usize::from(matches!(problem, Problem::OfPart(..)));
        self.summary.failed = true;
        // Keep the order if both streams go to the same terminal.
        self.out.flush()?;
        let mut message = format!("{}: ", text::name(file));
        match problem {
            Problem::Ambiguous(candidates) => {
                message += "cannot detect the operation from the keys; set it with --as:";
                for operation in candidates {
                    message += &format!("\n  {operation}: {} {}", operation.method(), operation.path());
                }
            }
            _ => {
                message += &problem.to_string();
            }
        }
        output::print_error(&message);
        Ok(())
    }

    fn skipped(&mut self) {
        self.summary.skipped += 1;
    }

    fn end(&mut self) -> io::Result<()> {
        if !self.quiet || self.summary.failed {
            writeln!(self.out, "{}", self.summary)?;
        }
        self.out.flush()
    }
}

/// Returns the reason phrase of a status.
fn reason(status: u16) -> &'static str {
    match status {
        // The table in the documentation omits the last word.
        422 => "Unprocessable Entity",
        _ => STATUSES.iter().find(|known| known.code == status).map_or("", |known| known.name),
    }
}
