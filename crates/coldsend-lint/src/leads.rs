//! Lists of leads: a CSV, checked before it is uploaded with [`Operation::UploadLeads`](crate::Operation).
//!
//! ```
//! use coldsend_lint::leads;
//!
//! let report = leads::check("email,first_name\nada@example.com,Ada\nbob@,Bob\n");
//! assert_eq!((report.summary.valid, report.summary.invalid), (1, 1));
//! let problem = &report.problems[0];
//! assert_eq!((problem.row, problem.line, problem.rule), (Some(2), 3, "lead-address"));
//! ```
//!
//! [`LeadCheck`] reads a file in chunks of any size, and holds one row and the set of addresses.
//!
//! - `sniff`      what a file is, and its separator
//! - `record`     records with their lines
//! - `cells`      the cells of a record
//! - `quote`      quotes around cells
//! - `header`     the columns, and the fields of leads that they become
//! - `rows`       the check of a row
//! - `options`    what a list is checked against
//! - `mapping`    the mapping that goes with an upload
//! - `json`       the JSON that options take
//! - `places`     the first places of texts in a list
//! - `address`    the classes of addresses
//! - `cell`       advice on other cells
//! - `duplicates` the set of addresses
//! - `variables`  what the texts of a campaign need
//! - `rule`       the rules
//! - `report`     what a check tells
mod address;
mod cell;
mod cells;
mod duplicates;
mod header;
mod json;
mod mapping;
mod options;
mod places;
mod quote;
mod record;
mod report;
mod rows;
pub(crate) mod rule;
mod sniff;
mod variables;

pub use address::AddressClass;
#[cfg(feature = "native")]
pub use address::classify;
pub use header::Header;
pub use json::InvalidOption;
pub use mapping::LeadMapping;
pub use options::LeadOptions;
pub use report::{Event, Problem, Row, RowClass, Summary};
pub use rule::{Effect, MAX_BYTES, MAX_LEADS, effect_of};
pub use variables::Variables;

use crate::host::Host;
use report::Tally;
use rows::Rows;
use rule::LeadRule;
use std::fmt;

/// A check of a list of leads that arrives in chunks. The result is the same for every size of the chunks.
pub struct LeadCheck {
    host: &'static dyn Host,
    options: LeadOptions,
    /// The number of bytes so far.
    bytes: u64,
    state: State,
    tally: Tally,
}

enum State {
    /// The first bytes, until there are enough to see what the file is.
    Head(Vec<u8>),
    Rows(Box<Rows>),
    /// The file cannot be checked further.
    Stopped,
}

/// The result of [`check`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeadReport {
    /// The counts.
    pub summary: Summary,
    /// Everything that is wrong, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Checks a whole list of leads.
#[cfg(feature = "native")]
pub fn check(csv: impl AsRef<[u8]>) -> LeadReport {
    let mut problems = Vec::new();
    let mut each = |event: Event<'_>| {
        if let Event::Problem(problem) = event {
            problems.push(problem.clone());
        }
    };
    let mut check = LeadCheck::new(LeadOptions::default());
    check.push(csv.as_ref(), &mut each);
    LeadReport { summary: check.finish(&mut each), problems }
}

impl LeadCheck {
    /// Creates a check.
    #[cfg(feature = "native")]
    pub fn new(options: LeadOptions) -> Self {
        LeadCheck::with_host(&crate::host::Native, options)
    }

    /// Creates a check that asks a host for what needs large tables, as [`Checker::with_host`](crate::Checker) does.
    pub fn with_host(host: &'static dyn Host, mut options: LeadOptions) -> Self {
        let tally = Tally::new(&mut options);
        LeadCheck { host, options, bytes: 0, state: State::Head(Vec::new()), tally }
    }

    /// Reads the next part of the file. Returns whether more is needed: if not, the rest of the file is not checked.
    pub fn push(&mut self, chunk: &[u8], each: &mut dyn FnMut(Event<'_>)) -> bool {
        self.bytes += chunk.len() as u64;
        let mut rest = chunk;
        if let State::Head(head) = &mut self.state {
            let needed = sniff::SNIFFED.saturating_sub(head.len()).min(chunk.len());
            let (first, after) = chunk.split_at(needed);
            head.extend_from_slice(first);
            if head.len() < sniff::SNIFFED {
                return true;
            }
            let head = std::mem::take(head);
            self.start(&head, false, each);
            rest = after;
        }
        self.read(rest, each);
        self.goes_on()
    }

    /// Ends the file. Returns the counts.
    pub fn finish(mut self, each: &mut dyn FnMut(Event<'_>)) -> Summary {
        if let State::Head(head) = &mut self.state {
            let head = std::mem::take(head);
            self.start(&head, true, each);
        }
        if let State::Rows(rows) = &mut self.state {
            let end = rows.finish(&mut self.tally, each);
            self.follow(end, each);
        }
        if self.goes_on() {
            self.tally.summary.is_complete = true;
            if self.bytes > MAX_BYTES {
                self.file_problem(&rule::FILE_SIZE, &[], each);
            }
        }
        self.tally.summary
    }

    /// Returns the counts so far.
    pub fn summary(&self) -> &Summary {
        &self.tally.summary
    }

    fn goes_on(&self) -> bool {
        !matches!(self.state, State::Stopped)
    }

    fn start(&mut self, head: &[u8], is_whole: bool, each: &mut dyn FnMut(Event<'_>)) {
        match sniff::sniff(head, is_whole) {
            Ok(start) => {
                if start.has_separator_line {
                    self.file_problem(&rule::SEPARATOR_LINE, &[], each);
                }
                let rest = head.get(start.offset..).unwrap_or_default();
                self.state =
                    State::Rows(Box::new(Rows::new(start, self.host, std::mem::take(&mut self.options))));
                self.read(rest, each);
            }
            Err(what) => {
                self.state = State::Stopped;
                self.file_problem(&rule::FILE_FORMAT, &[what], each);
            }
        }
    }

    fn read(&mut self, chunk: &[u8], each: &mut dyn FnMut(Event<'_>)) {
        if let State::Rows(rows) = &mut self.state {
            let end = rows.read(chunk, &mut self.tally, each);
            self.follow(end, each);
        }
    }

    /// Stops if there is a reason to.
    fn follow(&mut self, end: Result<(), Problem>, each: &mut dyn FnMut(Event<'_>)) {
        if let Err(problem) = end {
            self.state = State::Stopped;
            self.tally.tell(&problem, each);
        }
    }

    fn file_problem(&mut self, rule: &LeadRule, parts: &[&str], each: &mut dyn FnMut(Event<'_>)) {
        self.tally.tell(&rule.problem(rule.effect, None, 1, None, parts), each);
    }
}

/// Shows nothing of the file.
impl fmt::Debug for LeadCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LeadCheck").field("summary", self.summary()).finish_non_exhaustive()
    }
}
