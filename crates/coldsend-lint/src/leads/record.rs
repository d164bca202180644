//! Records of a CSV that arrives in chunks. `csv-core` finds the cells; this keeps the record as written, and its line.
use super::quote;
use super::rule::MAX_RECORD;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::ops::Range;

/// How many bytes are read at a time, so that a record that is too long is noticed early.
const MAX_READ: usize = 1 << 16;

/// Reads records. It holds one of them.
pub(super) struct Records {
    reader: Reader,
    delimiter: u8,
    /// The cells, one after another, and where each ends.
    cells: Vec<u8>,
    ends: Vec<usize>,
    length: usize,
    count: usize,
    /// The record as written, as far as it is not in the current chunk.
    carried: Vec<u8>,
    /// The line at which the next byte stands, and whether a carriage return precedes it.
    line: u64,
    after_return: bool,
    /// The line of the current record, once it has begun.
    begun: Option<u64>,
    /// The number of line ends within the record that is complete.
    inner_lines: u64,
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
    cells: &'r [u8],
    ends: &'r [usize],
}

impl<'r> RawRecord<'r> {
    /// Returns the number of cells.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the content of all cells, without separators.
    pub(super) fn content(&self) -> &'r [u8] {
        self.cells
    }

    /// Returns where each cell ends in the content.
    pub(super) fn ends(&self) -> &'r [usize] {
        self.ends
    }

    /// Returns the content of a cell, which is empty if there is no such cell.
    pub(super) fn cell(&self, index: usize) -> &'r [u8] {
        self.cells.get(self.place(index)).unwrap_or_default()
    }

    /// Returns the range of a cell in the content.
    fn place(&self, index: usize) -> Range<usize> {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        start..self.ends.get(index).copied().unwrap_or(start)
    }

    /// Returns the cells.
    pub(super) fn iter(self) -> impl Iterator<Item = &'r [u8]> {
        let mut start = 0;
        self.ends
            .iter()
            .map(move |end| self.cells.get(std::mem::replace(&mut start, *end)..*end).unwrap_or_default())
    }

    /// Returns whether the record has quotes that are not content.
    pub(super) fn has_quotes(&self) -> bool {
        self.raw.len() + 1 != self.cells.len() + self.ends.len()
    }

    /// Returns whether all cells are blank.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(u8::is_ascii_whitespace)
    }

    /// Returns the range of a cell in the record as written, with its quotes.
    pub(super) fn range(&self, index: usize) -> Range<usize> {
        if self.has_quotes() {
            return quote::cells(self.raw, self.delimiter).nth(index).map_or(0..0, |cell| cell.range);
        }
        let Range { start, end } = self.place(index);
        start + index..end + index
    }
}

impl Records {
    /// Creates a reader of records that begin at this line.
    pub(super) fn new(delimiter: u8, line: u64) -> Self {
        Records {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            delimiter,
            cells: vec![0; 1 << 12],
            ends: vec![0; 1 << 6],
            length: 0,
            count: 0,
            carried: Vec::new(),
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
            (self.length, self.count) = (0, 0);
            self.carried.clear();
        }
        let start = *at;
        while let Some(input) = chunk.get(*at..).filter(|input| !input.is_empty()) {
            let input = input.get(..MAX_READ).unwrap_or(input);
            let (is_complete, read) = self.advance(input);
            *at += read;
            let raw = start..*at - usize::from(is_complete);
            if self.carried.len() + raw.len() > MAX_RECORD {
                self.carried.extend_from_slice(&chunk[raw]);
                return Read::TooLong;
            }
            if is_complete {
                let end = chunk.get(raw.end).copied().unwrap_or(b'\n');
                if self.carried.is_empty() {
                    self.end(&chunk[raw.clone()], end);
                    return Read::Record(Some(raw));
                }
                let mut carried = std::mem::take(&mut self.carried);
                carried.extend_from_slice(&chunk[raw]);
                self.end(&carried, end);
                self.carried = carried;
                return Read::Record(None);
            }
        }
        self.carried.extend_from_slice(&chunk[start..*at]);
        Read::NeedsMore
    }

    /// Ends the input. Returns whether that completes a record, which was carried over.
    pub(super) fn finish(&mut self) -> bool {
        let is_complete = self.begun.is_some() && self.advance(&[]).0;
        if is_complete {
            let raw = std::mem::take(&mut self.carried);
            self.end(&raw, b'\n');
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
            cells: self.cells.get(..self.length).unwrap_or_default(),
            ends: self.ends.get(..self.count).unwrap_or_default(),
        }
    }

    /// Forgets the record that is complete.
    pub(super) fn next(&mut self) {
        self.begun = None;
    }

    /// Feeds bytes to the reader. Returns whether the record is complete, and how many bytes were read.
    fn advance(&mut self, input: &[u8]) -> (bool, usize) {
        let mut read = 0;
        loop {
            let (result, bytes, length, count) = self.reader.read_record(
                &input[read..],
                &mut self.cells[self.length..],
                &mut self.ends[self.count..],
            );
            read += bytes;
            self.length += length;
            self.count += count;
            match result {
                ReadRecordResult::InputEmpty => return (false, read),
                ReadRecordResult::OutputFull => self.cells.resize(2 * self.cells.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::Record => return (true, read),
                ReadRecordResult::End => return (false, read),
            }
        }
    }

    /// Counts the lines of a complete record that ended with the byte `end`.
    fn end(&mut self, raw: &[u8], end: u8) {
        // Only in quotes.
        self.inner_lines = if raw.len() + 1 == self.length + self.count { 0 } else { lines(raw) };
        self.line += self.inner_lines;
        self.pass(end);
    }

    /// Counts a byte that ends a line.
    fn pass(&mut self, byte: u8) {
        self.line += u64::from(byte == b'\r' || !self.after_return);
        self.after_return = byte == b'\r';
    }
}

/// Returns the number of line ends: line feeds, carriage returns, or both together.
pub(super) fn lines(text: &[u8]) -> u64 {
    // Most texts have none, which vector instructions find.
    let is_any = |byte: &&u8| (**byte == b'\n') | (**byte == b'\r');
    if text.iter().filter(is_any).count() == 0 {
        return 0;
    }
    let mut after_return = false;
    let is_end = |byte: &&u8| {
        let ends = matches!(byte, b'\r') || matches!(byte, b'\n') && !after_return;
        after_return = **byte == b'\r';
        ends
    };
    text.iter().filter(is_end).count() as u64
}
