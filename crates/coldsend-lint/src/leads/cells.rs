//! The cells of a record, found in one pass over its bytes.
//!
//! Cells are those of the crates `csv` and `csv-core`, which a property test compares: a quote opens a cell only at its
//! beginning, two quotes in a quoted cell are one, and what follows the closing quote belongs to the cell.
use super::quote;
use std::ops::Range;

/// The number of bytes that are compared at a time.
const BLOCK: usize = 16;

/// The cells of a record that may arrive in several parts. Offsets are those in the record, which is shorter than 4 GB.
pub(super) struct Cells {
    delimiter: u8,
    /// Where each cell ends, with its quotes. The next one starts after the separator.
    ends: Vec<u32>,
    /// The cells whose content is not written as it is, in order, and where it is in `contents`.
    unescaped: Vec<(usize, Range<usize>)>,
    contents: Vec<u8>,
    /// Where the current cell starts.
    start: usize,
    /// How far its quotes were read.
    state: State,
    /// Whether it has two quotes that are one.
    has_quotes: bool,
    /// Whether any cell has a quote, perhaps as content.
    pub(super) has_quote: bool,
    pub(super) has_nul: bool,
    /// The number of line ends within quotes.
    pub(super) lines: u64,
    /// The number of them before the current cell.
    lines_before: u64,
    /// The first cell with a line end within its quotes and text after them.
    pub(super) torn: Option<usize>,
    /// The offset after the last carriage return within quotes.
    after_return: usize,
}

/// Where the next byte of a cell is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// In a cell that does not begin with a quote.
    Bare,
    /// Within quotes.
    Quoted,
    /// After the quote before this offset, which may be the closing one.
    Closed(usize),
}

impl Cells {
    pub(super) fn new(delimiter: u8) -> Self {
        Cells {
            delimiter,
            ends: Vec::new(),
            unescaped: Vec::new(),
            contents: Vec::new(),
            start: 0,
            state: State::Bare,
            has_quotes: false,
            has_quote: false,
            has_nul: false,
            lines: 0,
            lines_before: 0,
            torn: None,
            after_return: 0,
        }
    }

    /// Starts a new record.
    pub(super) fn clear(&mut self) {
        self.ends.clear();
        self.unescaped.clear();
        (self.start, self.state, self.has_quotes) = (0, State::Bare, false);
        (self.has_quote, self.has_nul, self.torn) = (false, false, None);
        (self.lines, self.lines_before, self.after_return) = (0, 0, 0);
    }

    /// Reads the next part of a record, which is at the offset `base`. Returns the offset in the part of the byte that
    /// ends the record, if it is there.
    pub(super) fn read(&mut self, part: &[u8], base: usize) -> Option<usize> {
        let mut at = 0;
        while let Some(rest) = part.get(at..).filter(|rest| !rest.is_empty()) {
            for (half, mut marks) in marks(rest, self.delimiter).into_iter().enumerate() {
                while marks != 0 {
                    let found = at + half * 8 + marks.trailing_zeros() as usize / 8;
                    marks &= marks - 1;
                    if self.mark(part.get(found).copied(), base + found) {
                        return Some(found);
                    }
                }
            }
            at += BLOCK;
        }
        None
    }

    /// Reads a quote, a separator, NUL or a byte that ends a line. Returns whether it ends the record.
    #[inline]
    fn mark(&mut self, byte: Option<u8>, at: usize) -> bool {
        let ends_cell = self.state != State::Quoted;
        match byte {
            Some(byte) if byte == self.delimiter && ends_cell => self.end(at),
            Some(b'\n' | b'\r') if ends_cell => {
                self.end(at);
                return true;
            }
            Some(b'\n' | b'\r') => {
                self.lines += u64::from(byte == Some(b'\r') || self.after_return != at);
                if byte == Some(b'\r') {
                    self.after_return = at + 1;
                }
            }
            Some(b'"') => self.quote(at),
            Some(0) => self.has_nul = true,
            _ => {}
        }
        false
    }

    fn quote(&mut self, at: usize) {
        self.has_quote = true;
        match self.state {
            State::Quoted => self.state = State::Closed(at + 1),
            State::Closed(closed) if closed == at => (self.state, self.has_quotes) = (State::Quoted, true),
            State::Bare if self.start == at => self.state = State::Quoted,
            _ => {}
        }
    }

    /// Ends the current cell at this offset.
    #[inline]
    pub(super) fn end(&mut self, at: usize) {
        if self.state != State::Bare {
            let has_rest = matches!(self.state, State::Closed(closed) if closed != at);
            if has_rest && self.lines > self.lines_before {
                self.torn = self.torn.or(Some(self.ends.len()));
            }
            self.lines_before = self.lines;
            if self.has_quotes || self.state != State::Closed(at) {
                self.unescaped.push((self.ends.len(), 0..0));
            }
            (self.state, self.has_quotes) = (State::Bare, false);
        }
        self.ends.push(at as u32);
        self.start = at + 1;
    }

    /// Returns the index of the current cell and where it starts, if the quote at its start is not closed.
    pub(super) fn open(&self) -> Option<(usize, usize)> {
        (self.state == State::Quoted).then_some((self.ends.len(), self.start))
    }

    /// Finds the contents of the cells of a record that is complete.
    pub(super) fn unescape(&mut self, record: &[u8]) {
        self.contents.clear();
        for index in 0..self.unescaped.len() {
            let range = self.unescaped.get(index).map_or(0..0, |(cell, _)| self.range(*cell));
            let start = self.contents.len();
            quote::unescape(record.get(range).unwrap_or_default(), &mut self.contents);
            if let Some((_, range)) = self.unescaped.get_mut(index) {
                *range = start..self.contents.len();
            }
        }
    }

    /// Returns the number of cells.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the range of a cell with its quotes, which is empty if there is no such cell.
    #[inline]
    pub(super) fn range(&self, index: usize) -> Range<usize> {
        let start =
            index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize + 1);
        self.ends.get(index).map_or(0..0, |end| start..*end as usize)
    }

    /// Returns the content of a cell, which is empty if there is no such cell.
    #[inline]
    pub(super) fn content<'r>(&'r self, index: usize, record: &'r [u8]) -> &'r [u8] {
        let content = match self.place(index, record) {
            Place::Record(range) => record.get(range),
            Place::Contents(range) => self.contents.get(range),
        };
        content.unwrap_or_default()
    }

    /// Returns the content of a cell of a record that is UTF-8.
    #[inline]
    pub(super) fn text<'r>(&'r self, index: usize, record: &'r str) -> &'r str {
        let text = match self.place(index, record.as_bytes()) {
            Place::Record(range) => record.get(range),
            Place::Contents(range) => {
                self.contents.get(range).and_then(|text| std::str::from_utf8(text).ok())
            }
        };
        text.unwrap_or_default()
    }

    #[inline]
    fn place(&self, index: usize, record: &[u8]) -> Place {
        let range = self.range(index);
        match self.has_quote && record.get(range.start) == Some(&b'"') {
            true => self.quoted_place(index, range),
            false => Place::Record(range),
        }
    }

    fn quoted_place(&self, index: usize, range: Range<usize>) -> Place {
        let found = self.unescaped.binary_search_by_key(&index, |(cell, _)| *cell);
        match found.ok().and_then(|found| self.unescaped.get(found)) {
            Some((_, range)) => Place::Contents(range.clone()),
            None => Place::Record(range.start + 1..range.end.saturating_sub(1)),
        }
    }
}

/// Where the content of a cell is.
enum Place {
    Record(Range<usize>),
    Contents(Range<usize>),
}

/// Returns 1 for each quote, separator, NUL and byte that ends a line in the first block of a text, and 0 for other bytes.
#[inline]
fn marks(text: &[u8], delimiter: u8) -> [u64; 2] {
    let mut marks = [0; BLOCK];
    let is_marked =
        |byte| (byte == delimiter) | (byte == b'"') | (byte == b'\n') | (byte == b'\r') | (byte == b'\0');
    let mark = |byte| u8::from(is_marked(byte));
    match text.first_chunk::<BLOCK>() {
        // Compiles to vector instructions.
        Some(block) => marks.iter_mut().zip(block).for_each(|(to, byte)| *to = mark(*byte)),
        None => marks.iter_mut().zip(text).for_each(|(to, byte)| *to = mark(*byte)),
    }
    let marks = u128::from_le_bytes(marks);
    [marks as u64, (marks >> 64) as u64]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the cells of a record as written, and their contents.
    fn cells(record: &str) -> Vec<(&str, String)> {
        let mut cells = Cells::new(b',');
        let end = cells.read(record.as_bytes(), 0);
        assert_eq!(end, None, "{record}");
        cells.end(record.len());
        cells.unescape(record.as_bytes());
        let content = |index| String::from_utf8(cells.content(index, record.as_bytes()).to_vec()).unwrap();
        (0..cells.len()).map(|index| (&record[cells.range(index)], content(index))).collect()
    }

    #[test]
    fn cells_are_found_with_their_quotes() {
        let contents =
            |record: &str| -> Vec<String> { cells(record).into_iter().map(|cell| cell.1).collect() };
        assert_eq!(contents("a,\"b,\"\"c\",d\"e,"), ["a", "b,\"c", "d\"e", ""]);
        assert_eq!(contents("\"a\" b,\"c"), ["a b", "c"]);
        assert_eq!(contents("\"a\"b\"\"c,\"\",\"\"\"\""), ["ab\"\"c", "", "\""]);
        assert_eq!(contents("\"a\nb\",c"), ["a\nb", "c"]);
        assert_eq!(
            cells("a,\"b\"\"\",c d").iter().map(|cell| cell.0).collect::<Vec<_>>(),
            ["a", "\"b\"\"\"", "c d"]
        );
        assert_eq!(contents(""), [""]);
    }

    #[test]
    fn parts_of_any_size_are_one_record() {
        let record = "a long bare cell,\"a quoted one,\r\nof two lines\",\"\"\"twice\"\"\",\"open";
        for size in 1..record.len() {
            let mut cells = Cells::new(b',');
            for (part, text) in record.as_bytes().chunks(size).enumerate() {
                assert_eq!(cells.read(text, part * size), None);
            }
            assert_eq!((cells.lines, cells.open()), (1, Some((3, record.len() - 5))));
            cells.end(record.len());
            cells.unescape(record.as_bytes());
            let contents: Vec<_> =
                (0..cells.len()).map(|index| cells.content(index, record.as_bytes())).collect();
            assert_eq!(
                contents,
                [&b"a long bare cell"[..], b"a quoted one,\r\nof two lines", b"\"twice\"", b"open"]
            );
        }
    }

    #[test]
    fn text_after_quotes_with_a_line_end_is_seen() {
        for (record, torn) in [
            ("\"a\nb\" c", Some(0)),
            ("\"a\nb\",\"a\n\"\"b\" c,\"d\r\n\"e", Some(1)),
            ("\"a\nb\",\"c\" d", None),
            ("\"a\nb\"", None),
            ("\"a\nb\"\"", None),
        ] {
            let mut cells = Cells::new(b',');
            cells.read(record.as_bytes(), 0);
            cells.end(record.len());
            assert_eq!(cells.torn, torn, "{record}");
        }
    }

    #[test]
    fn a_record_ends_at_a_line_end_outside_quotes() {
        for (text, end) in [("a,b\nc", 3), ("\"a\nb\",c\r\nd", 7), ("a\rb", 1), ("a\"\nb\"", 2)] {
            assert_eq!(Cells::new(b',').read(text.as_bytes(), 0), Some(end), "{text}");
        }
    }
}
