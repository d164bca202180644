//! One finding: rule, message, position, lines, hint and source.
use crate::excerpt::position::{Position, Positions};
use crate::excerpt::text;
use crate::excerpt::{Excerpt, Source};
use crate::render::{QuerySource, Severity, beside_text, cause_and_fix, help, spans, title};
use annotate_snippets::renderer::{
    DEFAULT_ERROR_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_WARNING_STYLE, Style,
};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use coldsend_lint::catalogue::Rule;
use coldsend_lint::{Answer, ErrorKind, Finding};
use std::fmt::Display;
use std::io::{self, Write};

/// Excerpts are already truncated, so the renderer must not truncate them again.
const RENDERER: Renderer = Renderer::styled().hyperlink(false).term_width(1000);

impl Severity {
    fn name(self) -> (&'static str, Style) {
        match self {
            Severity::Error => ("error", DEFAULT_ERROR_STYLE),
            Severity::Denied => ("denied", DEFAULT_ERROR_STYLE),
            Severity::Warning => ("warning", DEFAULT_WARNING_STYLE),
        }
    }

    fn level(self) -> Level<'static> {
        match self {
            Severity::Error | Severity::Denied => Level::ERROR,
            Severity::Warning => Level::WARNING,
        }
    }
}

/// The document that findings are about.
pub(super) struct Context<'c> {
    pub(super) file: &'c str,
    pub(super) query_source: QuerySource,
    /// The line of the request in a file of requests.
    pub(super) part_line: Option<usize>,
    pub(super) source: &'c Source<'c>,
    pub(super) positions: &'c Positions,
    pub(super) rules: &'c [Rule],
}

impl Context<'_> {
    pub(in crate::render) fn show(
        &self,
        finding: &Finding,
        severity: Severity,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let spans = spans(finding);
        let excerpt = match (&finding.kind, &finding.span) {
            (ErrorKind::JsonInvalid { .. } | ErrorKind::Unreadable, Some(span)) => {
                self.source.malformed(span.start, self.positions)
            }
            _ => self.source.excerpt(spans, self.positions),
        };
        self.heading(finding, severity, excerpt.as_ref(), out)?;
        let mut group = Group::with_level(severity.level());
        if let Some(Excerpt { first_line, lines, marks }) = excerpt {
            let marks = marks.into_iter().map(|mark| AnnotationKind::Primary.span(mark));
            group = group.element(Snippet::source(lines).line_start(first_line).annotations(marks));
        }
        if let Some(hint) = help(finding) {
            group = group.element(Level::HELP.message(text::line(&hint).into_owned()));
        }
        if let Some(rule) = self.rules.iter().find(|rule| rule.id == finding.rule) {
            group = group.element(Level::NOTE.with_name("source").message(rule.page.link()));
        }
        writeln!(out, "{}\n", RENDERER.render(&[group]))
    }

    /// Writes the header, which the renderer cannot write: it would count columns in the excerpt.
    fn heading(
        &self,
        finding: &Finding,
        severity: Severity,
        excerpt: Option<&Excerpt>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        heading(severity, finding.rule, title(finding), out)?;
        let position =
            spans(finding).first().and_then(|span| self.query_source.position(self.positions, span.start));
        let place = match (beside_text(finding), position) {
            (Some(place), _) => place,
            _ if self.query_source == QuerySource::Operation => "the operation's query string".to_owned(),
            (None, Some(Position { line, column })) => format!("{}:{line}:{column}", self.file),
            (None, None) => self.file.to_owned(),
        };
        let place = match self.part_line {
            Some(line) if position.is_none() => format!("{}:{line}: {place}", self.file),
            _ => place,
        };
        // The arrow is aligned with the end of the line numbers.
        let last_line = excerpt.map_or(0, |excerpt| excerpt.first_line + excerpt.lines.matches('\n').count());
        let indent = last_line.checked_ilog10().map_or(0, |digits| digits as usize + 1);
        arrow(indent, &place, out)
    }
}

/// Writes an answer that is about a situation file rather than the text.
pub(super) fn refusal(answer: &Answer, file: &str, out: &mut impl Write) -> io::Result<()> {
    let (info, [cause, fix]) = (answer.kind().info(), cause_and_fix(answer));
    heading(Severity::Error, info.id, cause, out)?;
    arrow(0, &text::name(file), out)?;
    let group = Group::with_level(Level::ERROR)
        .element(Level::HELP.message(fix))
        .element(Level::NOTE.with_name("source").message(info.page.link()));
    writeln!(out, "{}\n", RENDERER.render(&[group]))
}

fn heading(severity: Severity, rule: &str, message: impl Display, out: &mut impl Write) -> io::Result<()> {
    let (name, style) = severity.name();
    let (on, off) = (style.render(), style.render_reset());
    writeln!(out, "{on}{name}[{rule}]{off}: {message}")
}

fn arrow(indent: usize, place: &str, out: &mut impl Write) -> io::Result<()> {
    let (on, off) = (DEFAULT_LINE_NUM_STYLE.render(), DEFAULT_LINE_NUM_STYLE.render_reset());
    writeln!(out, "{:indent$}{on}-->{off} {place}", "")
}
