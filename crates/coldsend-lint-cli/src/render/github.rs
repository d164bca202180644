//! Workflow commands of GitHub Actions: each finding becomes an annotation on its lines.
use super::region::{Region, Regions};
use super::{Checked, MAX_FINDINGS, Prediction, Problem, Render, Severity, cause_and_fix, first, message};
use crate::excerpt::text;
use coldsend_lint::Finding;
use std::io::{self, Write};

/// The title of messages that are not findings.
const TITLE: &str = env!("CARGO_BIN_NAME");

/// The workflow commands.
const ERROR: &str = "error";
const WARNING: &str = "warning";
const NOTICE: &str = "notice";

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Denied => ERROR,
        Severity::Warning => WARNING,
    }
}

pub(crate) struct Github<W> {
    out: W,
    quiet: bool,
}

impl<W: Write> Github<W> {
    pub(crate) fn new(out: W, quiet: bool) -> Self {
        Github { out, quiet }
    }

    fn annotate(
        &mut self,
        command: &str,
        file: &str,
        region: Option<&Region>,
        title: &str,
        message: &str,
    ) -> io::Result<()> {
        write!(self.out, "::{command} ")?;
        // Standard input is not a file that GitHub could show.
        let region = region.filter(|_| file != "-");
        if file != "-" {
            write!(self.out, "file={},", property(file))?;
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
        writeln!(self.out, "title={}::{}", property(title), data(message))
    }

    fn findings(
        &mut self,
        file: &str,
        checked: &Checked<'_>,
        findings: &[Finding],
        severity: impl Fn(&Finding) -> Severity,
    ) -> io::Result<()> {
        let regions = Regions::new(checked, first(findings));
        for finding in first(findings) {
            let region = regions.of(finding).into_iter().next();
            let message = message(finding, "\n");
            self.annotate(command(severity(finding)), file, region.as_ref(), finding.rule, &message)?;
        }
        Ok(())
    }
}

impl<W: Write> Render for Github<W> {
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        if self.quiet && !checked.failed() {
            return Ok(());
        }
        if let Some(refusal) = checked.refusal() {
            let message = cause_and_fix(refusal).join("\n");
            self.annotate(ERROR, file, None, refusal.kind().info().id, &message)?;
        }
        if let Some(unknown) = checked.prediction.as_ref().and_then(Prediction::unknown) {
            self.annotate(NOTICE, file, None, TITLE, &format!("skipped (unknown): {unknown}"))?;
        }
        self.findings(file, checked, checked.errors(), |_| Severity::Error)?;
        self.findings(file, checked, &checked.advice, |advice| checked.advice_severity(advice))?;
        let more = |findings: usize| findings.saturating_sub(MAX_FINDINGS);
        let more = more(checked.errors().len()) + checked.left_out() + more(checked.advice.len());
        match more {
            0 => Ok(()),
            // GitHub shows far fewer annotations, so this is for the log.
            _ => writeln!(self.out, "{}: … and {more} more", text::line(file)),
        }
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        self.annotate(ERROR, file, None, TITLE, &problem.to_string())
    }

    fn end(&mut self) -> io::Result<()> {
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
