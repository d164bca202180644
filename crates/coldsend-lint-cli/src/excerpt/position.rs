//! Lines and columns.
use super::text::{line, name};
use std::collections::BTreeSet;

/// The UTF-8 byte order mark, which editors do not count.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A line and a column, both starting at 1. Columns are in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The positions of some offsets, found in one pass over the text.
#[derive(Default)]
pub(crate) struct Positions {
    offsets: Vec<usize>,
    positions: Vec<Position>,
}

impl Positions {
    pub(crate) fn new(text: &[u8], offsets: impl IntoIterator<Item = usize>) -> Self {
        let mut offsets: Vec<usize> = offsets.into_iter().collect();
        offsets.sort_unstable();
        offsets.dedup();
        let mut positions = Vec::with_capacity(offsets.len());
        let mut at = start(text);
        let mut position = Position { line: 1, column: 1 };
        for &offset in &offsets {
            let passed = text.get(at..offset).unwrap_or_default();
            let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
            let last = match breaks {
                0 => passed,
                _ => {
                    position = Position { line: position.line + breaks, column: 1 };
                    passed.rsplit(|byte| *byte == b'\n').next().unwrap_or_default()
                }
            };
            position.column += last.iter().filter(|byte| !is_continuation(**byte)).count();
            positions.push(position);
            at = at.max(offset);
        }
        Positions { offsets, positions }
    }

    /// Returns the positions in a text of offsets in an edited form of it.
    pub(crate) fn of_edited(
        text: &[u8],
        offsets: impl IntoIterator<Item = usize>,
        original: impl Fn(usize) -> usize,
    ) -> Self {
        let offsets = BTreeSet::from_iter(offsets);
        let originals = Positions::new(text, offsets.iter().map(|offset| original(*offset)));
        let position = |offset: &usize| Some((*offset, originals.of(original(*offset))?));
        let (offsets, positions) = offsets.iter().filter_map(position).unzip();
        Positions { offsets, positions }
    }

    /// Counts the lines before the text, if it is part of a file.
    pub(crate) fn after(mut self, lines: usize) -> Self {
        self.positions.iter_mut().for_each(|position| position.line += lines);
        self
    }

    /// Returns the position of one of the offsets.
    pub(crate) fn of(&self, offset: usize) -> Option<Position> {
        let place = self.offsets.binary_search(&offset).ok()?;
        self.positions.get(place).copied()
    }
}

/// Formats a message about a file on one line, with the position in its text if there is one.
pub(crate) fn located(file: &str, text: &[u8], offset: Option<usize>, message: &str) -> String {
    let (file, message) = (name(file), line(message));
    match offset.and_then(|offset| Positions::new(text, [offset]).of(offset)) {
        Some(Position { line, column }) => format!("{file}:{line}:{column}: {message}"),
        None => format!("{file}: {message}"),
    }
}

/// Returns the offset at which the text begins, after any byte order mark.
pub(crate) fn start(text: &[u8]) -> usize {
    text.len() - without_mark(text).len()
}

/// Returns the text without any byte order mark.
pub(crate) fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// Returns whether a byte continues a character.
pub(crate) fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_code_points() {
        let text = "{é😀\r\n\n  x".as_bytes();
        let positions = Positions::new(text, [text.len() - 1, 0, 3, 7, 7]);
        let at = |offset| positions.of(offset).map(|p| (p.line, p.column));
        assert_eq!(at(0), Some((1, 1)));
        assert_eq!(at(3), Some((1, 3)));
        assert_eq!(at(7), Some((1, 4)));
        assert_eq!(at(text.len() - 1), Some((3, 3)));
        assert_eq!(at(1), None);
    }

    #[test]
    fn a_byte_order_mark_has_no_column_and_a_surrogate_one() {
        let text = b"\xEF\xBB\xBF{\xED\xA0\x80x";
        let positions = Positions::new(text, [3, 7]);
        assert_eq!(positions.of(3), Some(Position { line: 1, column: 1 }));
        assert_eq!(positions.of(7), Some(Position { line: 1, column: 3 }));
    }
}
