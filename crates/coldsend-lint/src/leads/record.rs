//! Records of a CSV that arrives in chunks: each as written, with its line and its cells.
use super::cells::Cells;
use super::rule::MAX_RECORD;
use std::ops::Range;

/// Reads records. It holds one of them.
pub(super) struct Records {
    delimiter: u8,
    cells: Cells,
    /// The record as written, as far as it is not in the current chunk.
    carried: Vec<u8>,
    /// The line at which the next byte stands, and whether a carriage return precedes it.
    line: u64,
    after_return: bool,
    /// The line of the current record, once it has begun.
    begun: Option<u64>,
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
    cells: &'r Cells,
}

impl<'r> RawRecord<'r> {
    /// Returns the number of cells.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Returns the first cell with a line end within its quotes and text after them.
    pub(super) fn torn(&self) -> Option<usize> {
        self.cells.torn
    }

    /// Returns whether a cell has NUL in it.
    pub(super) fn has_nul(&self) -> bool {
        self.cells.has_nul
    }

    /// Returns the content of a cell, which is empty if there is no such cell.
    #[inline]
    pub(super) fn cell(&self, index: usize) -> &'r [u8] {
        self.cells.content(index, self.raw)
    }

    /// Returns the content of a cell of a record that is `text`.
    #[inline]
    pub(super) fn text(&self, index: usize, text: &'r str) -> &'r str {
        self.cells.text(index, text)
    }

    /// Returns the contents of the cells.
    pub(super) fn iter(self) -> impl Iterator<Item = &'r [u8]> {
        (0..self.len()).map(move |index| self.cell(index))
    }

    /// Returns the range of a cell in the record as written, with its quotes.
    pub(super) fn range(&self, index: usize) -> Range<usize> {
        self.cells.range(index)
    }

    /// Returns whether all cells are blank.
    pub(super) fn is_blank(&self) -> bool {
        let is_blank = |byte: &u8| byte.is_ascii_whitespace();
        match self.cells.has_quote {
            true => self.iter().all(|cell| cell.iter().all(is_blank)),
            false => self.raw.iter().all(|byte| *byte == self.delimiter || is_blank(byte)),
        }
    }
}

impl Records {
    /// Creates a reader of records that begin at this line.
    pub(super) fn new(delimiter: u8, line: u64) -> Self {
        let (cells, carried) = (Cells::new(delimiter), Vec::new());
        Records { delimiter, cells, carried, line, after_return: false, begun: None }
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
            self.cells.clear();
            self.carried.clear();
        }
        let rest = chunk.get(*at..).unwrap_or_default();
        // One byte more than the maximum, so that the end of the longest record is seen.
        let rest = rest.get(..MAX_RECORD + 1 - self.carried.len()).unwrap_or(rest);
        let Some(length) = self.cells.read(rest, self.carried.len()) else {
            self.carried.extend_from_slice(rest);
            *at += rest.len();
            return if self.carried.len() > MAX_RECORD { Read::TooLong } else { Read::NeedsMore };
        };
        let start = *at;
        *at += length + 1;
        let raw = &rest[..length];
        let in_chunk = if self.carried.is_empty() {
            self.cells.unescape(raw);
            Some(start..start + length)
        } else {
            self.carried.extend_from_slice(raw);
            self.cells.unescape(&self.carried);
            None
        };
        self.line += self.cells.lines;
        self.pass(rest[length]);
        Read::Record(in_chunk)
    }

    /// Ends the input. Returns whether that completes a record, which was carried over.
    pub(super) fn finish(&mut self) -> bool {
        let is_complete = self.begun.is_some();
        if is_complete {
            self.cells.end(self.carried.len());
            self.cells.unescape(&self.carried);
        }
        is_complete
    }

    /// Returns the column and the line of the quote that is open at the end of the record so far.
    pub(super) fn open_quote(&self) -> Option<(usize, u64)> {
        let (column, start) = self.cells.open()?;
        Some((column, self.begun? + lines(self.carried.get(..start)?)))
    }

    /// Returns the record that is complete.
    pub(super) fn record<'r>(&'r self, in_chunk: Option<&'r [u8]>) -> RawRecord<'r> {
        RawRecord {
            raw: in_chunk.unwrap_or(&self.carried),
            line: self.begun.unwrap_or(self.line),
            delimiter: self.delimiter,
            cells: &self.cells,
        }
    }

    /// Forgets the record that is complete.
    pub(super) fn next(&mut self) {
        self.begun = None;
    }

    /// Counts a byte that ends a line.
    fn pass(&mut self, byte: u8) {
        self.line += u64::from(byte == b'\r' || !self.after_return);
        self.after_return = byte == b'\r';
    }
}

/// Returns the number of line ends: line feeds, carriage returns, or both together.
pub(super) fn lines(text: &[u8]) -> u64 {
    let ends = |(index, byte): (usize, &u8)| match byte {
        b'\r' => true,
        b'\n' => index.checked_sub(1).and_then(|before| text.get(before)) != Some(&b'\r'),
        _ => false,
    };
    text.iter().enumerate().filter(|(index, byte)| ends((*index, byte))).count() as u64
}
