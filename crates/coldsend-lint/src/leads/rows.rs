//! The check of rows.
use super::address::{self, AddressClass};
use super::cell;
use super::duplicates::Known;
use super::header::{self, Header, HeaderRemark};
use super::record::{self, RawRecord, Read, Records};
use super::report::{Event, Problem, Row, RowClass, Tally};
use super::rule::{self, Effect, LeadRule};
use super::sniff::{DELIMITERS, Start};
use super::{LeadOptions, MAX_LEADS};
use crate::advice::lead::role_of;
use crate::advice::template::has_signs_in_any;
use crate::advice::text::left_in;
use crate::error::suggest;
use crate::host::Host;
use crate::json::hexadecimal;
use crate::malformed::invisible;
use std::borrow::Cow;

/// Receives what a check tells.
type Each<'e> = &'e mut dyn FnMut(Event<'_>);

/// The rows of a file: its header, and the state of their check.
pub(super) struct Rows {
    host: &'static dyn Host,
    options: LeadOptions,
    records: Records,
    line_end: &'static str,
    header: Option<Header>,
    /// Why the first row is not a header, and how many rows after it were looked at.
    missing: Option<(Problem, usize)>,
    judge: Judge,
}

/// The maximum number of rows after the first one in which a header is looked for.
const MAX_ABOVE: usize = 20;

/// What is kept between rows.
#[derive(Default)]
struct Judge {
    known: Known,
    /// Whether the texts of the campaign need the cells of each column.
    needed: Vec<bool>,
    /// The problems of the current row.
    problems: Vec<Problem>,
}

impl Rows {
    pub(super) fn new(start: Start, host: &'static dyn Host, options: LeadOptions) -> Self {
        let line = 1 + u64::from(start.has_separator_line);
        let (records, line_end) = (Records::new(start.delimiter, line), start.line_end);
        Rows { host, options, records, line_end, header: None, missing: None, judge: Judge::default() }
    }

    /// Reads a chunk. An error is the reason why the file cannot be checked further.
    pub(super) fn read(&mut self, chunk: &[u8], tally: &mut Tally, each: Each<'_>) -> Result<(), Problem> {
        self.read_records(chunk, tally, each).map_err(|problem| self.first(problem))
    }

    /// Ends the file.
    pub(super) fn finish(&mut self, tally: &mut Tally, each: Each<'_>) -> Result<(), Problem> {
        self.finish_records(tally, each).map_err(|problem| self.first(problem))
    }

    /// Returns the problem, unless it follows from that of the first row.
    fn first(&mut self, problem: Problem) -> Problem {
        match self.missing.take() {
            Some((missing, _)) if problem.rule != rule::HEADER_MISSING.info.id => missing,
            _ => problem,
        }
    }

    fn read_records(&mut self, chunk: &[u8], tally: &mut Tally, each: Each<'_>) -> Result<(), Problem> {
        let mut at = 0;
        loop {
            let in_chunk = match self.records.read(chunk, &mut at) {
                Read::Record(range) => range.and_then(|range| chunk.get(range)),
                Read::NeedsMore => return Ok(()),
                Read::TooLong => return Err(self.too_long()),
            };
            self.record(in_chunk, tally, each)?;
            self.records.next();
        }
    }

    fn finish_records(&mut self, tally: &mut Tally, each: Each<'_>) -> Result<(), Problem> {
        if let Some(problem) = self.unclosed() {
            return Err(problem);
        }
        if self.records.finish() {
            self.record(None, tally, each)?;
        }
        match self.header {
            Some(_) => Ok(()),
            None => Err(rule::FILE_EMPTY.problem(Effect::Stops, None, 1, None, &[])),
        }
    }

    /// Returns the problem of a record that exceeds the maximum length: probably, a quote is not closed.
    fn too_long(&self) -> Problem {
        let line = self.records.record(None).line;
        let too_long = || rule::ROW_LENGTH.problem(Effect::Stops, None, line, None, &[]);
        self.unclosed().unwrap_or_else(too_long)
    }

    /// Returns the problem of the quote that is open.
    fn unclosed(&self) -> Option<Problem> {
        let (column, line) = self.records.open_quote()?;
        Some(rule::QUOTE_UNCLOSED.problem(Effect::Stops, None, line, Some(column), &[]))
    }

    fn record(&mut self, in_chunk: Option<&[u8]>, tally: &mut Tally, each: Each<'_>) -> Result<(), Problem> {
        let Rows { host, options, records, line_end, header, missing, judge } = self;
        let record = records.record(in_chunk);
        if record.is_blank() {
            tally.summary.blank += 1;
            tally.tell(&rule::ROW_BLANK.problem(Effect::Advice, None, record.line, None, &[]), each);
            return Ok(());
        }
        match (header, missing) {
            (Some(header), _) => judge.row(record, header, *host, tally, each),
            (None, Some((missing, looked))) => return look_for_header(record, options, missing, looked),
            (header @ None, missing @ None) => {
                let new = match read_header(record, options, line_end, tally, each) {
                    // Some programs write a title, notes or groups of columns above the header.
                    Err(problem) if problem.rule == rule::EMAIL_COLUMN.info.id => {
                        *missing = Some((problem, 0));
                        return Ok(());
                    }
                    read => read?,
                };
                let columns = new.names().len();
                judge.needed = vec![false; columns];
                for column in options.variables.names().iter().filter_map(|name| new.column_of(name)) {
                    if let Some(needed) = judge.needed.get_mut(column) {
                        *needed = true;
                    }
                }
                tally.summary.empty = vec![0; columns];
                each(Event::Header(header.insert(new)));
            }
        }
        Ok(())
    }
}

/// Looks for a header below the first row. An error is where it is, or ends the search.
fn look_for_header(
    record: RawRecord<'_>,
    options: &LeadOptions,
    missing: &Problem,
    looked: &mut usize,
) -> Result<(), Problem> {
    *looked += 1;
    match Header::read(record, options.mapping.as_ref(), "", &mut Vec::new()) {
        Ok(_) => {
            let line = record.line.to_string();
            let what = ["is not the header, which seems to be in line ", &line, ": remove what precedes it"];
            Err(rule::HEADER_MISSING.problem(Effect::Stops, None, missing.line, None, &[&what.concat()]))
        }
        Err(_) if *looked == MAX_ABOVE => Err(missing.clone()),
        Err(_) => Ok(()),
    }
}

/// Reads the header, and tells what is wrong with it.
fn read_header(
    record: RawRecord<'_>,
    options: &LeadOptions,
    line_end: &'static str,
    tally: &mut Tally,
    each: Each<'_>,
) -> Result<Header, Problem> {
    let line = record.line;
    let at = |rule: &LeadRule, column, parts: &[&str]| rule.problem(rule.effect, None, line, column, parts);
    let mut remarks = Vec::new();
    let header = Header::read(record, options.mapping.as_ref(), line_end, &mut remarks);
    if header.is_ok() && record.delimiter != b',' {
        tally.tell(&at(&rule::SEPARATOR, None, &[&separators(record.delimiter)]), each);
    }
    for remark in &remarks {
        let parts: Vec<&str> = remark.parts.iter().map(String::as_str).collect();
        tally.tell(&at(remark.rule, remark.column, &parts), each);
    }
    for (column, cell) in record.iter().enumerate() {
        if let Some(byte) = not_utf8(cell) {
            tally.tell(&at(&rule::HEADER_ENCODING, Some(column), &[&named(byte)]), each);
        }
    }
    let header = header.map_err(|HeaderRemark { rule, parts, .. }| {
        at(rule, None, &parts.iter().map(String::as_str).collect::<Vec<_>>())
    })?;
    for name in options.variables.names().iter().filter(|name| header.column_of(name).is_none()) {
        tally.tell(&at(&rule::VARIABLE_COLUMN, None, &[&header::code(name)]), each);
    }
    Ok(header)
}

impl Judge {
    fn row(
        &mut self,
        record: RawRecord<'_>,
        header: &Header,
        host: &dyn Host,
        tally: &mut Tally,
        each: Each<'_>,
    ) {
        tally.summary.rows += 1;
        let number = tally.summary.rows;
        self.problems.clear();
        if number == MAX_LEADS + 1 {
            let count = rule::COUNT.problem(Effect::Rejected, Some(number), record.line, None, &[]);
            tally.tell(&count, each);
        }
        let at = At { number, line: record.line };
        let (class, kept) = match self.structure(record, header, at) {
            Some(row) => self.cells(record, row, header, at, host, tally),
            None => (RowClass::Invalid, None),
        };
        tally.summary.count(class);
        let reason = match class {
            RowClass::Valid | RowClass::Doubtful => None,
            _ => self.problems.iter().find(|problem| problem.effect >= Effect::Duplicate),
        };
        if let Some(reason) = reason.filter(|_| class == RowClass::Invalid) {
            *tally.summary.invalid_by_rule.entry(reason.rule).or_default() += 1;
        }
        self.problems.iter().for_each(|problem| tally.tell(problem, each));
        let (raw, email, kept) = (record.raw, header.email, kept.as_deref());
        let row = Row { number, line: record.line, class, raw, reason, record, email, kept };
        each(Event::Row(&row));
    }

    /// Returns the row as text, or `None` if it is wrong as a whole.
    fn structure<'r>(&mut self, record: RawRecord<'r>, header: &Header, at: At) -> Option<&'r str> {
        let content = record.raw;
        // Separators are ASCII, so that no cell can complete a character of another one.
        let Ok(text) = std::str::from_utf8(content) else {
            let mut cells = record.iter().enumerate();
            if let Some((column, byte)) = cells.find_map(|(column, cell)| Some((column, not_utf8(cell)?))) {
                self.problems.push(at.invalid(&rule::ENCODING, Some(column), &[&named(byte)]));
            }
            return None;
        };
        if record.has_nul() {
            let column = record.iter().position(|cell| cell.contains(&0));
            self.problems.push(at.invalid(&rule::NUL, column, &[]));
            return None;
        }
        // Text after a closing quote is part of its cell, unless the quote is one that should have closed an earlier line.
        if let Some(column) = record.torn() {
            let before = content.get(..record.range(column).end).unwrap_or_default();
            let line = at.line + record::lines(before);
            self.problems.push(at.invalid(&rule::ROW_QUOTE, Some(column), &[&line.to_string()]));
            return None;
        }
        let columns = header.names().len();
        if record.len() != columns {
            let column = Some(record.len().min(columns));
            let cells =
                |count: usize| if count == 1 { "1 cell".to_owned() } else { count.to_string() + " cells" };
            let [own, header] = [record.len(), columns].map(cells);
            let other = other_separators(record, columns);
            self.problems.push(at.invalid(&rule::ROW_CELLS, column, &[&own, &header, &other]));
            return None;
        }
        Some(text)
    }

    /// Checks the cells of a row. Returns its class, and the address that the API keeps if the cell has another text.
    fn cells<'r>(
        &mut self,
        record: RawRecord<'r>,
        row: &'r str,
        header: &Header,
        at: At,
        host: &dyn Host,
        tally: &mut Tally,
    ) -> (RowClass, Option<Cow<'r, str>>) {
        let needs_look = has_signs_in_any(record.raw);
        let (class, kept) = self.address(record.text(header.email, row), header, at, host);
        for (column, cell) in record.iter().enumerate() {
            if needs_look || cell::may_be_odd(cell) {
                self.look(record.text(column, row), column, header, at, tally);
            }
        }
        (class, kept)
    }

    /// Looks at a cell that is blank or may be odd.
    #[inline(never)]
    fn look(&mut self, cell: &str, column: usize, header: &Header, at: At, tally: &mut Tally) {
        let is_email = column == header.email;
        if cell.trim_ascii().is_empty() {
            if let Some(empty) = tally.summary.empty.get_mut(column) {
                *empty += 1;
            }
            if self.needed.get(column) == Some(&true) && !is_email {
                let name = header.names().get(column).map_or_else(String::new, |name| header::code(name));
                self.problems.push(at.problem(&rule::VARIABLE_EMPTY, Effect::Advice, Some(column), &[&name]));
            }
        } else if !is_email && let Some((rule, what)) = cell::advice(cell) {
            self.problems.push(at.problem(rule, Effect::Advice, Some(column), &[&what]));
        }
    }

    /// Checks the cell with the address.
    fn address<'r>(
        &mut self,
        email: &'r str,
        header: &Header,
        at: At,
        host: &dyn Host,
    ) -> (RowClass, Option<Cow<'r, str>>) {
        let column = Some(header.email);
        let (class, identity, kept) = match address::classify_with(email, host) {
            AddressClass::Valid(kept) => {
                let is_whole = matches!(kept, Cow::Borrowed(kept) if kept.len() == email.len());
                if !is_whole && let Some(around) = around(email) {
                    self.problems.push(at.problem(&rule::ADDRESS_FORM, Effect::Advice, column, &[around]));
                }
                if let Some(role) = role_of(kept.as_bytes()) {
                    self.problems.push(at.problem(&rule::ROLE, Effect::Advice, column, &[role]));
                }
                (RowClass::Valid, kept.clone(), (!is_whole).then_some(kept))
            }
            AddressClass::Doubtful(address) => {
                self.problems.push(at.problem(&rule::ADDRESS_DOUBTFUL, Effect::Doubtful, column, &[]));
                (RowClass::Doubtful, address.into(), None)
            }
            AddressClass::Invalid => {
                self.problems.push(invalid(email, header, at));
                return (RowClass::Invalid, None);
            }
        };
        match self.known.first(&identity, at.number) {
            None => (class, kept),
            Some(first) => {
                self.problems.retain(|problem| problem.column != Some(header.email as u64 + 1));
                let first = first.to_string();
                self.problems.push(at.problem(&rule::DUPLICATE, Effect::Duplicate, column, &[&first]));
                (RowClass::Duplicate, None)
            }
        }
    }
}

/// Names separators.
fn separators(delimiter: u8) -> Cow<'static, str> {
    match delimiter {
        b',' => "commas".into(),
        b';' => "semicolons".into(),
        b'\t' => "tabs".into(),
        other => header::code(char::from(other).encode_utf8(&mut [0; 4])).into(),
    }
}

/// Says that a row with one cell has the right number of cells with other separators.
fn other_separators(record: RawRecord<'_>, columns: usize) -> String {
    let is_other = |other: &&u8| {
        **other != record.delimiter && record.raw.iter().filter(|byte| byte == other).count() + 1 == columns
    };
    match DELIMITERS.iter().find(is_other) {
        Some(other) if record.len() == 1 && columns > 1 => {
            [": its cells are separated by ", &separators(*other)].concat()
        }
        _ => String::new(),
    }
}

/// Says why a cell has no valid address.
fn invalid(cell: &str, header: &Header, at: At) -> Problem {
    let column = Some(header.email);
    let text = cell.trim();
    let name = header.names().get(header.email).map_or("", String::as_str);
    if text.is_empty() {
        return at.invalid(&rule::ADDRESS_MISSING, column, &[]);
    }
    if let Some(left) = left_in(text) {
        return at.invalid(&rule::LEFTOVER, column, &[left]);
    }
    if suggest::plain(text) == suggest::plain(name) {
        return at.invalid(&rule::COLUMN_NAME, column, &[]);
    }
    if address::is_several(text) {
        return at.invalid(&rule::ADDRESSES, column, &[]);
    }
    let detail = match text.chars().find_map(invisible) {
        _ if text.contains(['\r', '\n']) => ": it has a line break in it".into(),
        Some(character) => Cow::Owned([": it has ", &character].concat()),
        None if !text.contains('@') => ": it has no @".into(),
        None if text.starts_with(is_quote) => ": it has quotes around it".into(),
        None if text.get(..MAILTO.len()).is_some_and(|start| start.eq_ignore_ascii_case(MAILTO)) => {
            [": it begins with ", MAILTO].concat().into()
        }
        None if text.contains(char::is_whitespace) => ": it has a blank in it".into(),
        None if text.ends_with(['.', ',', ';']) => ": it ends with a dot or a separator".into(),
        None if text.starts_with('@') || text.ends_with('@') => ": a part is missing beside the @".into(),
        None => "".into(),
    };
    at.invalid(&rule::ADDRESS, column, &[&detail])
}

/// How links to an address begin.
const MAILTO: &str = "mailto:";

/// Returns whether a character is a quote, straight or typographic.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»')
}

/// Says what is around a valid address in its cell.
fn around(cell: &str) -> Option<&'static str> {
    match cell.as_bytes() {
        [.., b'>' | b' '] if cell.contains('<') => Some("a name"),
        _ => (cell.trim() != cell).then_some("blanks"),
    }
}

/// Where a row is.
#[derive(Clone, Copy)]
struct At {
    number: u64,
    line: u64,
}

impl At {
    fn problem(self, rule: &LeadRule, effect: Effect, column: Option<usize>, parts: &[&str]) -> Problem {
        rule.problem(effect, Some(self.number), self.line, column, parts)
    }

    fn invalid(self, rule: &LeadRule, column: Option<usize>, parts: &[&str]) -> Problem {
        self.problem(rule, Effect::Invalid, column, parts)
    }
}

/// Returns the first byte of a cell that is not UTF-8.
fn not_utf8(cell: &[u8]) -> Option<u8> {
    let error = std::str::from_utf8(cell).err()?;
    cell.get(error.valid_up_to()).copied()
}

/// Names a byte that is not UTF-8, such as `0xEB, which is ë in Windows-1252`.
fn named(byte: u8) -> String {
    let hexadecimal = hexadecimal(u32::from(byte), 2);
    match byte {
        0xA1.. => format!("0x{hexadecimal}, which is {} in Windows-1252", char::from(byte)),
        // Windows-1252 has no character for these.
        0x81 | 0x8D | 0x8F | 0x90 | 0x9D => ["0x", &hexadecimal].concat(),
        _ => format!("0x{hexadecimal}, which is a sign in Windows-1252"),
    }
}
