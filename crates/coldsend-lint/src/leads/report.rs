//! What is known of a list of leads after a check, and what is wrong with it.
use super::header::Header;
use super::options::LeadOptions;
use super::quote;
use super::record::RawRecord;
use super::rule::Effect;
use crate::error::{ErrorKind, Finding};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// Something that is wrong with a list of leads, or advice.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The number of the row, starting at 1, if the problem is about a row. Blank rows do not count.
    pub row: Option<u64>,
    /// The line at which the row starts, from 1. For an unclosed quote, the line of the quote.
    pub line: u64,
    /// The number of the column, starting at 1, if the problem is about a cell.
    pub column: Option<u64>,
    /// The id of the rule, such as `lead-address`.
    pub rule: &'static str,
    /// What follows from it.
    pub effect: Effect,
    /// What is wrong. It has no values of cells, but what was left in them by other programs.
    pub message: Cow<'static, str>,
}

impl Problem {
    /// Returns the problem as a finding of a request, for tests.
    #[doc(hidden)]
    pub fn finding(&self) -> Finding {
        let loc = vec!["body".into(), "file".into()];
        Finding::new(self.rule, loc, ErrorKind::ValueError { message: self.message.clone() })
    }
}

/// The class of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowClass {
    /// The library that the API uses accepts the address. That the API checks leads with it is guessed.
    Valid,
    /// Only the HTML standard's form has the address, as some that exist do.
    Doubtful,
    /// The row has no such address, or cannot be read.
    Invalid,
    /// An earlier row has the same address.
    Duplicate,
}

impl RowClass {
    /// Returns whether a cleaned copy has the row.
    pub fn is_kept(self) -> bool {
        matches!(self, RowClass::Valid | RowClass::Doubtful)
    }
}

/// A row that was checked.
#[non_exhaustive]
pub struct Row<'r> {
    /// The number of the row, starting at 1.
    pub number: u64,
    /// The line at which it starts, from 1.
    pub line: u64,
    /// Its class.
    pub class: RowClass,
    /// The row as written, without the line end.
    pub raw: &'r [u8],
    /// Why it is neither valid nor doubtful, if it is not.
    pub reason: Option<&'r Problem>,
    pub(super) record: RawRecord<'r>,
    pub(super) email: usize,
    /// The address that the API keeps, if it is not the content of the cell.
    pub(super) kept: Option<&'r str>,
}

impl Row<'_> {
    /// Returns the number of the column with addresses, starting at 1.
    pub fn email_column(&self) -> u64 {
        self.email as u64 + 1
    }

    /// Returns the cell with the address. Bytes that are not UTF-8 are replaced.
    pub fn address(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.record.cell(self.email))
    }

    /// Appends the row as it should be uploaded: as written, but a valid address is in the form that the API keeps.
    pub fn write_cleaned(&self, out: &mut Vec<u8>) {
        let Some(kept) = self.kept else { return out.extend_from_slice(self.raw) };
        let range = self.record.range(self.email);
        let [before, after] =
            [self.raw.get(..range.start), self.raw.get(range.end..)].map(Option::unwrap_or_default);
        out.extend_from_slice(before);
        quote::write(kept.as_bytes(), self.record.delimiter, out);
        out.extend_from_slice(after);
    }

    /// Appends the row as written, and a cell that says why it is not uploaded. If the row has too few cells, empty ones
    /// precede that cell.
    pub fn write_rejected(&self, header: &Header, out: &mut Vec<u8>) {
        let delimiter = self.record.delimiter;
        out.extend_from_slice(self.raw);
        let missing = header.names().len().saturating_sub(self.record.len());
        out.extend(std::iter::repeat_n(delimiter, missing + 1));
        let reason = self.reason.map_or("", |reason| reason.message.as_ref());
        quote::write(reason.as_bytes(), delimiter, out);
    }
}

/// Shows nothing of the row's content.
impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Row { number, line, class, .. } = self;
        f.debug_struct("Row")
            .field("number", number)
            .field("line", line)
            .field("class", class)
            .finish_non_exhaustive()
    }
}

/// What a check tells, in the order of the file.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'e> {
    /// The header was read.
    Header(&'e Header),
    /// Something is wrong. The problems of a row precede it.
    Problem(&'e Problem),
    /// A row was checked.
    Row(&'e Row<'e>),
}

/// The counts of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The number of rows, without blank ones. Each is in exactly one of the next four.
    pub rows: u64,
    /// The number of rows with a valid address.
    pub valid: u64,
    /// The number of rows with a doubtful address.
    pub doubtful: u64,
    /// The number of invalid rows.
    pub invalid: u64,
    /// The number of rows whose address an earlier row has.
    pub duplicates: u64,
    /// The number of blank rows.
    pub blank: u64,
    /// The number of problems of each rule.
    pub rules: BTreeMap<&'static str, u64>,
    /// The number of invalid rows by the rule that made them so.
    pub invalid_by_rule: BTreeMap<&'static str, u64>,
    /// The number of empty cells of each column.
    pub empty: Vec<u64>,
    /// Whether the file was checked to its end.
    pub is_complete: bool,
    /// Whether the file exceeds a limit, or cannot be uploaded as it is.
    pub is_rejected: bool,
    /// Whether there is a problem that [`LeadOptions::deny`] has.
    pub is_denied: bool,
}

impl Summary {
    /// Returns whether the file can be uploaded: no row is invalid, no limit is exceeded, and nothing is denied.
    pub fn is_accepted(&self) -> bool {
        self.is_complete && !self.is_rejected && !self.is_denied && self.invalid == 0
    }

    pub(super) fn count(&mut self, class: RowClass) {
        *match class {
            RowClass::Valid => &mut self.valid,
            RowClass::Doubtful => &mut self.doubtful,
            RowClass::Invalid => &mut self.invalid,
            RowClass::Duplicate => &mut self.duplicates,
        } += 1;
    }
}

/// The counts so far, and which problems are not told or denied.
pub(super) struct Tally {
    pub(super) summary: Summary,
    allow: Vec<String>,
    deny: Vec<String>,
}

impl Tally {
    /// Takes the rules out of the options.
    pub(super) fn new(options: &mut LeadOptions) -> Self {
        let [allow, deny] = [&mut options.allow, &mut options.deny].map(std::mem::take);
        Tally { summary: Summary::default(), allow, deny }
    }

    /// Counts a problem, and tells it.
    pub(super) fn tell(&mut self, problem: &Problem, each: &mut dyn FnMut(Event<'_>)) {
        let is_among = |rules: &[String]| rules.iter().any(|rule| rule == problem.rule);
        let denied;
        let problem = match problem.effect < Effect::Invalid {
            true if is_among(&self.deny) => {
                denied = Problem { effect: Effect::Denied, ..problem.clone() };
                &denied
            }
            true if is_among(&self.allow) => return,
            _ => problem,
        };
        *self.summary.rules.entry(problem.rule).or_default() += 1;
        self.summary.is_rejected |= problem.effect == Effect::Rejected;
        self.summary.is_denied |= problem.effect == Effect::Denied;
        each(Event::Problem(problem));
    }
}
