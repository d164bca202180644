//! Workflow commands of GitHub Actions: each finding becomes an annotation on its lines.
use super::region::{Region, Regions};
use super::repository::{Place, Repository};
use super::{
    Checked, MAX_FINDINGS, Prediction, Problem, Render, Severity, cause_and_fix, count, first, message,
};
use crate::excerpt::text;
use coldsend_lint::Finding;
use std::io::{self, Write};

/// The title of messages that are not findings.
const TITLE: &str = env!("CARGO_BIN_NAME");

/// The workflow commands.
const ERROR: &str = "error";
const WARNING: &str = "warning";
const NOTICE: &str = "notice";

/// The maximum number of annotations of each command that GitHub shows for a step.
const MAX_SHOWN: usize = 10;

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Denied => ERROR,
        Severity::Warning => WARNING,
    }
}

pub(crate) struct Github<W> {
    out: W,
    quiet: bool,
    repository: Repository,
    errors: usize,
    warnings: usize,
    /// The number of files with errors or warnings.
    files: usize,
}

impl<W: Write> Github<W> {
    pub(crate) fn new(out: W, quiet: bool) -> Self {
        Github { out, quiet, repository: Repository::find(), errors: 0, warnings: 0, files: 0 }
    }

    fn annotate(
        &mut self,
        command: &str,
        place: &Place,
        region: Option<&Region>,
        title: &str,
        message: &str,
    ) -> io::Result<()> {
        write!(self.out, "::{command} ")?;
        // The log shows only the message.
        let name = text::name(place.path());
        let message = data(&match (place, region) {
            (_, Some(Region { start, .. })) => format!("{name}:{}:{}: {message}", start.line, start.column),
            (Place::Stdin, None) => message.to_owned(),
            (_, None) => format!("{name}: {message}"),
        });
        // Standard input is not a file that GitHub could show.
        let region = region.filter(|_| *place != Place::Stdin);
        if *place != Place::Stdin {
            write!(self.out, "file={},", property(place.path()))?;
        }
        if let Some(Region { start, end }) = region {
            write!(self.out, "line={},", start.line)?;
            // The runner accepts columns only if the region is on one line.
            if start.line == end.line {
                write!(self.out, "col={},", start.column)?;
            }
            write!(self.out, "endLine={},", end.line)?;
            if start.line == end.line {
                write!(self.out, "endColumn={},", end.column)?;
            }
        }
        writeln!(self.out, "title={}::{message}", property(title))
    }

    /// Annotates a line of a file.
    pub(crate) fn line(
        &mut self,
        is_error: bool,
        file: &str,
        line: u64,
        title: &str,
        message: &str,
    ) -> io::Result<()> {
        let place = self.repository.place(file);
        write!(self.out, "::{} ", if is_error { ERROR } else { WARNING })?;
        if place != Place::Stdin {
            write!(self.out, "file={},line={line},", property(place.path()))?;
        }
        let message = data(&format!("{}:{line}: {message}", text::name(place.path())));
        writeln!(self.out, "title={}::{message}", property(title))
    }

    /// Ends the annotations of lines, with the number of those that were left out.
    pub(crate) fn end_of_lines(&mut self, left_out: usize) -> io::Result<()> {
        if left_out > 0 {
            writeln!(self.out, "… and {left_out} more")?;
        }
        self.out.flush()
    }

    /// Adds the findings of a file to the summary.
    fn add(&mut self, errors: usize, warnings: usize) {
        self.errors += errors;
        self.warnings += warnings;
        self.files += usize::from(errors + warnings > 0);
    }

    fn findings(
        &mut self,
        place: &Place,
        checked: &Checked<'_>,
        findings: &[Finding],
        severity: impl Fn(&Finding) -> Severity,
    ) -> io::Result<()> {
        let regions = Regions::new(checked, first(findings));
        for finding in first(findings) {
            let region = regions.of(finding).into_iter().next();
            let message = message(finding, "\n");
            self.annotate(command(severity(finding)), place, region.as_ref(), finding.rule, &message)?;
        }
        Ok(())
    }
}

impl<W: Write> Render for Github<W> {
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        if self.quiet && !checked.failed() {
            return Ok(());
        }
        let place = self.repository.place(file);
        if let Some(refusal) = checked.refusal() {
            let message = cause_and_fix(refusal).join("\n");
            self.annotate(ERROR, &place, None, refusal.kind().info().id, &message)?;
        }
        if let Some(unknown) = checked.prediction.as_ref().and_then(Prediction::unknown) {
            self.annotate(NOTICE, &place, None, TITLE, &format!("skipped (unknown): {unknown}"))?;
        }
        self.findings(&place, checked, checked.errors(), |_| Severity::Error)?;
        self.findings(&place, checked, &checked.advice, |advice| checked.advice_severity(advice))?;
        let (errors, advice) = (checked.errors().len(), checked.advice.len());
        let denied = checked.advice.iter().filter(|advice| checked.levels.denies(advice)).count();
        let refusals = usize::from(checked.refusal().is_some());
        self.add(refusals + errors + checked.left_out() + denied, advice - denied);
        let more = |findings: usize| findings.saturating_sub(MAX_FINDINGS);
        match more(errors) + checked.left_out() + more(advice) {
            0 => Ok(()),
            more => writeln!(self.out, "{}: … and {more} more", text::name(place.path())),
        }
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        self.add(1, 0);
        self.annotate(ERROR, &self.repository.place(file), None, TITLE, &problem.to_string())
    }

    fn end(&mut self) -> io::Result<()> {
        if self.errors + self.warnings > MAX_SHOWN {
            let kinds = [(self.errors, "error"), (self.warnings, "warning")];
            let some = kinds.into_iter().filter(|(n, _)| *n > 0);
            let counts: Vec<_> = some.map(|(n, noun)| count(n, noun)).collect();
            let message = format!(
                "{} in {}; GitHub shows only {MAX_SHOWN} annotations of each kind per step, see the log for the others",
                counts.join(" and "),
                count(self.files, "file"),
            );
            writeln!(self.out, "::{NOTICE} title={TITLE}::{}", data(&message))?;
        }
        self.out.flush()
    }
}

/// Escapes a message. Control characters are replaced, since the log may be shown on a terminal.
fn data(text: &str) -> String {
    text::line(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")).into_owned()
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("50%, a:b\r\n::error::\u{1b}x"), "50%25, a:b%0D%0A::error::␛x");
        assert_eq!(property("50%, a:b\r\n::error::"), "50%25%2C a%3Ab%0D%0A%3A%3Aerror%3A%3A");
        assert_eq!(property("%0A"), "%250A");
    }
}
