//! Records of a CSV that arrives in chunks: each as written, with its line and its cells.
//!
//! Cells are read as the crates `csv` and `csv-core` read them, which a property test compares: a quote opens a cell only
//! at its beginning, two quotes in a quoted cell are one, and what follows the closing quote belongs to the cell.
use super::quote;
use super::rule::MAX_RECORD;
use memchr::{memchr, memchr_iter, memchr2, memchr3};
use std::ops::Range;

/// Reads records. It holds one of them.
pub(super) struct Records {
    delimiter: u8,
    cells: Vec<Cell>,
    /// The contents of cells that differ from what is written.
    unescaped: Vec<u8>,
    /// The record as written, as far as it is not in the current chunk.
    carried: Vec<u8>,
    scan: Scan,
    /// The line at which the next byte stands, and whether a carriage return precedes it.
    line: u64,
    after_return: bool,
    /// The line of the current record, once it has begun.
    begun: Option<u64>,
    /// The number of line ends within the record that is complete.
    inner_lines: u64,
}

/// Where the content of a cell is: a range of the record as written or, if it is unescaped, of [`Records::unescaped`]. A
/// record is shorter than 4 GB.
#[derive(Clone, Copy)]
struct Cell {
    start: u32,
    end: u32,
    is_unescaped: bool,
}

/// How far the current record was searched for its end.
#[derive(Default)]
struct Scan {
    /// Whether the record has a quote, perhaps as content.
    has_quote: bool,
    /// Whether the next byte is within quotes.
    is_quoted: bool,
    /// Whether the byte before the next one closed a quote, unless the next one is a quote as well.
    is_closed: bool,
    /// The byte before the next one, if it is in an earlier chunk.
    before: Option<u8>,
}

/// What reading led to.
pub(super) enum Read {
    /// A record is complete: it is this range of the chunk or, if there is none, was carried over from earlier ones.
    Record(Option<Range<usize>>),
    /// The chunk ends before the record does.
    NeedsMore,
    /// The record is longer than the maximum.
    TooLong,
}

/// A record.
#[derive(Clone, Copy)]
pub(super) struct RawRecord<'r> {
    /// The record as written, without the line end.
    pub(super) raw: &'r [u8],
    /// The line at which it starts.
    pub(super) line: u64,
    pub(super) delimiter: u8,
    /// The number of line ends in its cells.
    pub(super) inner_lines: u64,
    has_quote: bool,
    cells: &'r [Cell],
    unescaped: &'r [u8],
}

impl<'r> RawRecord<'r> {
    /// Returns the number of cells.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Returns the content of a cell, which is empty if there is no such cell.
    pub(super) fn cell(&self, index: usize) -> &'r [u8] {
        self.cells.get(index).map_or(&[], |cell| self.content(*cell))
    }

    /// Returns the contents of the cells.
    pub(super) fn iter(self) -> impl Iterator<Item = &'r [u8]> {
        self.cells.iter().map(move |cell| self.content(*cell))
    }

    #[inline]
    fn content(&self, cell: Cell) -> &'r [u8] {
        let text = if cell.is_unescaped { self.unescaped } else { self.raw };
        text.get(cell.range()).unwrap_or_default()
    }

    /// Returns whether all cells are blank.
    pub(super) fn is_blank(&self) -> bool {
        let is_blank = |byte: &u8| byte.is_ascii_whitespace();
        match self.has_quote {
            true => self.iter().all(|cell| cell.iter().all(is_blank)),
            false => self.raw.iter().all(|byte| *byte == self.delimiter || is_blank(byte)),
        }
    }

    /// Returns the range of a cell in the record as written, with its quotes.
    pub(super) fn range(&self, index: usize) -> Range<usize> {
        match self.has_quote {
            true => quote::cells(self.raw, self.delimiter).nth(index).map_or(0..0, |cell| cell.range),
            false => self.cells.get(index).map_or(0..0, |cell| cell.range()),
        }
    }
}

impl Cell {
    fn new(range: Range<usize>, is_unescaped: bool) -> Self {
        Cell { start: range.start as u32, end: range.end as u32, is_unescaped }
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Records {
    /// Creates a reader of records that begin at this line.
    pub(super) fn new(delimiter: u8, line: u64) -> Self {
        Records {
            delimiter,
            cells: Vec::new(),
            unescaped: Vec::new(),
            carried: Vec::new(),
            scan: Scan::default(),
            line,
            after_return: false,
            begun: None,
            inner_lines: 0,
        }
    }

    /// Reads on in `chunk` from `at`, which is moved.
    pub(super) fn read(&mut self, chunk: &[u8], at: &mut usize) -> Read {
        if self.begun.is_none() {
            while let Some(byte @ (b'\r' | b'\n')) = chunk.get(*at) {
                self.pass(*byte);
                *at += 1;
            }
            if *at == chunk.len() {
                return Read::NeedsMore;
            }
            (self.begun, self.after_return) = (Some(self.line), false);
            self.scan = Scan::default();
            self.carried.clear();
        }
        let rest = chunk.get(*at..).unwrap_or_default();
        // One byte more than the maximum, so that the end of the longest record is seen.
        let rest = rest.get(..MAX_RECORD + 1 - self.carried.len()).unwrap_or(rest);
        let Some(length) = self.scan.end(rest, self.delimiter) else {
            self.carried.extend_from_slice(rest);
            *at += rest.len();
            return if self.carried.len() > MAX_RECORD { Read::TooLong } else { Read::NeedsMore };
        };
        let start = *at;
        *at += length + 1;
        let (raw, end) = (&rest[..length], rest[length]);
        if self.carried.is_empty() {
            self.complete(raw, end);
            return Read::Record(Some(start..start + length));
        }
        let mut carried = std::mem::take(&mut self.carried);
        carried.extend_from_slice(raw);
        self.complete(&carried, end);
        self.carried = carried;
        Read::Record(None)
    }

    /// Ends the input. Returns whether that completes a record, which was carried over.
    pub(super) fn finish(&mut self) -> bool {
        let is_complete = self.begun.is_some();
        if is_complete {
            let raw = std::mem::take(&mut self.carried);
            self.complete(&raw, b'\n');
            self.carried = raw;
        }
        is_complete
    }

    /// Returns the record that is complete.
    pub(super) fn record<'r>(&'r self, in_chunk: Option<&'r [u8]>) -> RawRecord<'r> {
        RawRecord {
            raw: in_chunk.unwrap_or(&self.carried),
            line: self.begun.unwrap_or(self.line),
            delimiter: self.delimiter,
            inner_lines: self.inner_lines,
            has_quote: self.scan.has_quote,
            cells: &self.cells,
            unescaped: &self.unescaped,
        }
    }

    /// Forgets the record that is complete.
    pub(super) fn next(&mut self) {
        self.begun = None;
    }

    /// Finds the cells of a record, and counts its lines. It ended with the byte `end`.
    fn complete(&mut self, raw: &[u8], end: u8) {
        self.cells.clear();
        if self.scan.has_quote {
            self.quoted_cells(raw);
            self.inner_lines = lines(raw);
            self.line += self.inner_lines;
        } else {
            let mut start = 0;
            for end in memchr_iter(self.delimiter, raw) {
                self.cells.push(Cell::new(start..end, false));
                start = end + 1;
            }
            self.cells.push(Cell::new(start..raw.len(), false));
            self.inner_lines = 0;
        }
        self.pass(end);
    }

    fn quoted_cells(&mut self, raw: &[u8]) {
        self.unescaped.clear();
        for cell in quote::cells(raw, self.delimiter) {
            let cell = match cell.plain(raw) {
                Some(content) => Cell::new(content, false),
                None => {
                    let start = self.unescaped.len();
                    quote::unescape(raw.get(cell.range).unwrap_or_default(), &mut self.unescaped);
                    Cell::new(start..self.unescaped.len(), true)
                }
            };
            self.cells.push(cell);
        }
    }

    /// Counts a byte that ends a line.
    fn pass(&mut self, byte: u8) {
        self.line += u64::from(byte == b'\r' || !self.after_return);
        self.after_return = byte == b'\r';
    }
}

impl Scan {
    /// Returns the offset of the byte that ends the record, if it is here.
    fn end(&mut self, bytes: &[u8], delimiter: u8) -> Option<usize> {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if self.is_quoted {
                let Some(quote) = memchr(b'"', rest) else { break };
                (self.is_quoted, self.is_closed) = (false, true);
                at += quote + 1;
                continue;
            }
            if std::mem::take(&mut self.is_closed) && rest[0] == b'"' {
                self.is_quoted = true;
                at += 1;
                continue;
            }
            let Some(found) = memchr3(b'"', b'\n', b'\r', rest) else { break };
            at += found;
            if rest[found] != b'"' {
                return Some(at);
            }
            let before = at.checked_sub(1).map_or(self.before, |before| bytes.get(before).copied());
            self.has_quote = true;
            self.is_quoted = before.is_none_or(|before| before == delimiter);
            at += 1;
        }
        self.before = bytes.last().copied().or(self.before);
        None
    }
}

/// Returns the number of line ends: line feeds, carriage returns, or both together.
pub(super) fn lines(text: &[u8]) -> u64 {
    let (mut count, mut at) = (0, 0);
    while let Some(rest) = text.get(at..)
        && let Some(end) = memchr2(b'\r', b'\n', rest)
    {
        let is_pair = rest.get(end..end + 2) == Some(b"\r\n");
        at += end + if is_pair { 2 } else { 1 };
        count += 1;
    }
    count
}
