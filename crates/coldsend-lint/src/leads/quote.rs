//! The cells of a record as written, with their quotes. Only records that have quotes are read in this way.
use memchr::memchr;
use std::ops::Range;

/// A cell as written.
pub(super) struct RawCell {
    pub(super) range: Range<usize>,
    /// Whether its quotes contain quotes.
    has_quotes: bool,
    /// Whether the quote at its beginning is closed.
    pub(super) is_closed: bool,
    /// Whether text follows the closing quote.
    pub(super) has_rest: bool,
}

impl RawCell {
    /// Returns the range of the content, unless it differs from what is written.
    pub(super) fn plain(&self, raw: &[u8]) -> Option<Range<usize>> {
        let Range { start, end } = self.range;
        match raw.get(start) {
            Some(b'"') if !self.is_closed || self.has_rest || self.has_quotes => None,
            Some(b'"') if end > start => Some(start + 1..end - 1),
            _ => Some(start..end),
        }
    }
}

/// Returns the cells: a quote within an unquoted cell is content, and what follows a closing quote belongs to the cell.
pub(super) fn cells(raw: &[u8], delimiter: u8) -> impl Iterator<Item = RawCell> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let mut has_quotes = false;
        let quoted = match raw.get(start) {
            Some(b'"') => quoted(raw, start + 1, &mut has_quotes),
            _ => Some(start),
        };
        // Nothing ends a quote that is not closed.
        let (end, is_closed) = match quoted {
            Some(end) => (end + until(raw, end, delimiter), true),
            None => (raw.len(), false),
        };
        next = (end < raw.len()).then_some(end + 1);
        let has_rest = quoted.is_some_and(|quoted| quoted > start && end > quoted);
        Some(RawCell { range: start..end, has_quotes, is_closed, has_rest })
    })
}

/// Returns the offset after the closing quote of a cell whose content begins at `at`.
fn quoted(raw: &[u8], mut at: usize, has_quotes: &mut bool) -> Option<usize> {
    loop {
        at += until(raw, at, b'"') + 1;
        match raw.get(at) {
            // Two quotes are one that is content.
            Some(b'"') => (at, *has_quotes) = (at + 1, true),
            _ => return (at <= raw.len()).then_some(at),
        }
    }
}

/// Returns the number of bytes before the next one with this value, or before the end.
fn until(raw: &[u8], from: usize, byte: u8) -> usize {
    let rest = raw.get(from..).unwrap_or_default();
    memchr(byte, rest).unwrap_or(rest.len())
}

/// Appends the content of a cell that begins with a quote.
pub(super) fn unescape(cell: &[u8], out: &mut Vec<u8>) {
    let mut rest = cell.get(1..).unwrap_or_default();
    while let Some(quote) = memchr(b'"', rest) {
        out.extend_from_slice(&rest[..quote]);
        rest = &rest[quote + 1..];
        match rest.strip_prefix(b"\"") {
            Some(after) => {
                out.push(b'"');
                rest = after;
            }
            // What follows the closing quote is content as it is.
            None => break,
        }
    }
    out.extend_from_slice(rest);
}

/// Appends a cell, with quotes if it needs them.
pub(super) fn write(cell: &[u8], delimiter: u8, out: &mut Vec<u8>) {
    let is_special = |byte: &u8| matches!(*byte, b'"' | b'\r' | b'\n') || *byte == delimiter;
    if !cell.iter().any(is_special) {
        return out.extend_from_slice(cell);
    }
    out.push(b'"');
    for byte in cell {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_with_their_quotes() {
        let shown = |raw: &'static str| -> Vec<_> {
            let cell = |cell: RawCell| (&raw[cell.range], cell.is_closed, cell.has_rest);
            cells(raw.as_bytes(), b',').map(cell).collect()
        };
        assert_eq!(
            shown("a,\"b,\"\"c\",d\"e,"),
            [("a", true, false), ("\"b,\"\"c\"", true, false), ("d\"e", true, false), ("", true, false)]
        );
        assert_eq!(shown("\"a\" b,\"c"), [("\"a\" b", true, true), ("\"c", false, false)]);
        assert_eq!(shown("\"a\"\""), [("\"a\"\"", false, false)]);
    }

    #[test]
    fn contents_are_found_or_unescaped() {
        for (raw, content) in [("\"a,b\"", "a,b"), ("a\"b", "a\"b"), ("\"\"", ""), ("", ""), ("a", "a")] {
            let cell = cells(raw.as_bytes(), b',').next().unwrap();
            assert_eq!(cell.plain(raw.as_bytes()).map(|range| &raw[range]), Some(content), "{raw}");
        }
        for (raw, content) in [
            ("\"a\"\"b\"", "a\"b"),
            ("\"\"\"\"", "\""),
            ("\"a\" b", "a b"),
            ("\"a\"b\"\"c", "ab\"\"c"),
            ("\"a", "a"),
            ("\"", ""),
        ] {
            let cell = cells(raw.as_bytes(), b',').next().unwrap();
            assert!(cell.plain(raw.as_bytes()).is_none(), "{raw}");
            let mut out = Vec::new();
            unescape(raw.as_bytes(), &mut out);
            assert_eq!(out, content.as_bytes(), "{raw}");
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let written = |cell: &str| {
            let mut out = Vec::new();
            write(cell.as_bytes(), b';', &mut out);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(["a,b", "a;b", "a\"b", "a\nb"].map(written), ["a,b", "\"a;b\"", "\"a\"\"b\"", "\"a\nb\""]);
    }
}
