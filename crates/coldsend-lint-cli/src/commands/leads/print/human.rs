//! For people: the first problems of each rule, with the addresses that they are about, and the counts.
use crate::excerpt::text;
use crate::output;
use crate::render::{MAX_FINDINGS, count, write_json};
use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_WARNING_STYLE};
use coldsend_lint::leads::{Effect, Event, Problem, Row, Summary};
use coldsend_lint::redact_credentials;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The maximum number of problems of a rule to show.
const MAX_OF_RULE: u64 = 5;
/// The maximum number of characters of a cell to show.
const MAX_CELL: usize = 60;
/// The maximum number of columns with empty cells to name.
const MAX_EMPTY: usize = 30;

pub(super) struct Human<'n> {
    name: &'n str,
    /// The problems to show, each with the address that it is about.
    problems: Vec<(Problem, Option<String>)>,
    /// How many problems precede those of the current row.
    before_row: usize,
    /// The number of problems of each rule so far.
    seen: BTreeMap<&'static str, u64>,
    left_out: usize,
    names: Vec<String>,
    mapping: Option<serde_json::Map<String, serde_json::Value>>,
}

impl<'n> Human<'n> {
    pub(super) fn new(name: &'n str) -> Self {
        Human {
            name,
            problems: Vec::new(),
            before_row: 0,
            seen: BTreeMap::new(),
            left_out: 0,
            names: Vec::new(),
            mapping: None,
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Header(header) => {
                self.names = header.names().to_vec();
                let pairs: serde_json::Map<_, _> =
                    header.mapping().map(|(field, name)| (field.to_owned(), name.into())).collect();
                self.mapping = header.needs_mapping().then_some(pairs);
            }
            Event::Problem(problem) => {
                let seen = self.seen.entry(problem.rule).or_default();
                *seen += 1;
                match *seen <= MAX_OF_RULE && self.problems.len() < MAX_FINDINGS {
                    // That the file cannot be checked is said at the end.
                    _ if problem.effect == Effect::Stops => {}
                    true => self.problems.push(((*problem).clone(), None)),
                    false => self.left_out += 1,
                }
            }
            Event::Row(row) => self.row(row),
            _ => {}
        }
    }

    /// Adds the address of a row to its problems, as far as they are about it.
    fn row(&mut self, row: &Row<'_>) {
        for (problem, address) in self.problems.iter_mut().skip(self.before_row) {
            let is_about_it = problem.row == Some(row.number) && problem.column == Some(row.email_column());
            if is_about_it {
                *address = Some(shown(&row.address()));
            }
        }
        self.before_row = self.problems.len();
    }

    pub(super) fn end(self, summary: &Summary) -> io::Result<()> {
        let mut out = output::styled();
        let file = text::name(self.name);
        for (problem, address) in &self.problems {
            let (style, label) = match problem.effect >= Effect::Invalid {
                true => (DEFAULT_ERROR_STYLE, "error"),
                false => (DEFAULT_WARNING_STYLE, "warning"),
            };
            let (on, off) = (style.render(), style.render_reset());
            let Problem { rule, message, line, row, column, .. } = problem;
            writeln!(out, "{on}{label}[{rule}]{off}: {}", text::line(message))?;
            write!(out, "  {file}:{line}")?;
            if let Some(row) = row {
                write!(out, ", row {row}")?;
            }
            if let Some(column) = column {
                write!(out, ", column {column}")?;
                let index = usize::try_from(*column).ok().and_then(|column| column.checked_sub(1));
                if let Some(name) = index.and_then(|index| self.names.get(index)) {
                    write!(out, " ({})", shown(name))?;
                }
            }
            match address {
                Some(address) => writeln!(out, ": {address}\n")?,
                None => out.write_all(b"\n\n")?,
            }
        }
        if self.left_out > 0 {
            writeln!(out, "… and {}; --format csv lists all\n", count(self.left_out, "more problem"))?;
        }
        if let Some(mapping) = &self.mapping {
            out.write_all(b"mapping, guessed by the names of the columns; upload the file with it:\n  ")?;
            write_json(&mut out, mapping)?;
            out.write_all(b"\n\n")?;
        }
        if summary.is_complete || summary.rows > 0 {
            self.counts(summary, &file, &mut out)?;
        }
        out.flush()
    }

    fn counts(&self, summary: &Summary, file: &str, out: &mut impl Write) -> io::Result<()> {
        let Summary { rows, valid, doubtful, invalid, duplicates, blank, .. } = summary;
        let rows = count(usize::try_from(*rows).unwrap_or(usize::MAX), "row");
        write!(
            out,
            "{file}: {rows}: {valid} valid, {doubtful} doubtful, {invalid} invalid, {duplicates} duplicates"
        )?;
        match blank {
            0 => writeln!(out)?,
            blank => writeln!(out, "; {blank} blank, not counted")?,
        }
        for (rule, number) in &summary.rules {
            match summary.invalid_by_rule.get(rule) {
                Some(rows) if rows == number => writeln!(out, "  {rule}: {number} (invalid)")?,
                Some(rows) => writeln!(out, "  {rule}: {number} (invalid: {rows})")?,
                None => writeln!(out, "  {rule}: {number}")?,
            }
        }
        let empty = self.names.iter().zip(&summary.empty).filter(|(_, empty)| **empty > 0);
        let mut columns: Vec<String> =
            empty.clone().take(MAX_EMPTY).map(|(name, empty)| format!("{} {empty}", shown(name))).collect();
        let others = empty.count().saturating_sub(MAX_EMPTY);
        if others > 0 {
            columns.push(count(others, "other column"));
        }
        if !columns.is_empty() {
            writeln!(out, "  empty cells: {}", columns.join(", "))?;
        }
        Ok(())
    }
}

/// Returns a cell as it may be shown on a terminal: on one line, and without credentials.
fn shown(cell: &str) -> String {
    let shown: String = text::line(&redact_credentials(cell)).into_owned();
    match shown.char_indices().nth(MAX_CELL) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown,
    }
}
