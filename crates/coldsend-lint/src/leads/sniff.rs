//! What a file is, from its first bytes: a CSV and its separator, or something else with that name.
use super::cells::Cells;
use crate::json::MARK;
use std::cmp::Reverse;

/// How many bytes are looked at.
pub(super) const SNIFFED: usize = 1 << 13;

/// The separators that are recognized.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The first bytes of formats that people save or rename as CSV.
const FORMATS: [(&[u8], &str); 8] = [
    (b"PK\x03\x04", "an Excel workbook (.xlsx) or another ZIP file"),
    (b"\xD0\xCF\x11\xE0", "an old Excel workbook (.xls)"),
    (b"\xFF\xFE", "UTF-16"),
    (b"\xFE\xFF", "UTF-16"),
    (b"%PDF", "a PDF"),
    (b"\x1F\x8B", "a gzip file"),
    (b"SQLite format 3\0", "a database"),
    (b"BEGIN:VCARD", "a vCard"),
];

/// How texts in a markup language begin, in lowercase.
const MARKUP: [&[u8]; 5] = [b"<!", b"<?xml", b"<html", b"<table", b"<div"];

/// How the rows of a file begin.
#[derive(Debug, PartialEq)]
pub(super) struct Start {
    /// Whether the first line names the separator, as Excel reads it.
    pub(super) has_separator_line: bool,
    /// The offset of the header.
    pub(super) offset: usize,
    pub(super) delimiter: u8,
    /// The line end of the header.
    pub(super) line_end: &'static str,
}

/// Returns how the rows begin, or what the file is instead. `is_whole` tells whether `head` is the whole file.
pub(super) fn sniff(head: &[u8], is_whole: bool) -> Result<Start, &'static str> {
    if let Some((_, what)) = FORMATS.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(what);
    }
    if is_wide(head) {
        return Err("UTF-16");
    }
    let rest = head.strip_prefix(MARK).unwrap_or(head);
    if let Some(what) = notation(rest.trim_ascii_start()) {
        return Err(what);
    }
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let first = rest.get(blank..).and_then(|rest| first_record(rest, b',')).unwrap_or_default();
    if first.contains(&0) || std::str::from_utf8(first).is_err() && head.contains(&0) {
        return Err("a binary file");
    }
    let separator = separator_line(rest, is_whole);
    let offset = head.len() - rest.len() + separator.map_or(0, |(_, length)| length);
    let delimiter = separator.map_or_else(|| delimiter(&rest[blank..]), |(delimiter, _)| delimiter);
    let header = first_record(head.get(offset..).unwrap_or_default(), delimiter).unwrap_or_default();
    let after_header = head.get(offset + header.len()..).unwrap_or_default();
    let line_end = if after_header.starts_with(b"\r\n") { "\r\n" } else { "\n" };
    Ok(Start { has_separator_line: separator.is_some(), offset, delimiter, line_end })
}

/// Returns the notation of a text that has structure, but no rows.
fn notation(text: &[u8]) -> Option<&'static str> {
    let is_markup =
        |start: &&[u8]| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    if MARKUP.iter().any(is_markup) {
        return Some("HTML or XML");
    }
    let (first, rest) = text.split_first()?;
    matches!((first, rest.trim_ascii_start().first()?), (b'{', b'"') | (b'[', b'{')).then_some("JSON")
}

/// Returns whether a text without a byte order mark is UTF-16: every second byte of its beginning is zero.
fn is_wide(head: &[u8]) -> bool {
    let zeros = |from: usize| head.iter().take(64).skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len().min(64) / 2;
    half >= 2 && (zeros(0) >= half && zeros(1) == 0 || zeros(1) >= half && zeros(0) == 0)
}

/// Returns the separator in a line such as `sep=;`, and the length of the line with its end.
fn separator_line(text: &[u8], is_whole: bool) -> Option<(u8, usize)> {
    let first = first_record(text, b',')?;
    let end = match text.get(first.len()..)? {
        [b'\r', b'\n', ..] => 2,
        [_, ..] => 1,
        [] if is_whole => 0,
        [] => return None,
    };
    let line = first.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(first);
    let (name, [b'=', delimiter]) = line.split_at_checked(3)? else { return None };
    let is_separator = matches!(delimiter, b'\t' | b' '..=b'~') && *delimiter != b'"';
    (name.eq_ignore_ascii_case(b"sep") && is_separator).then_some((*delimiter, first.len() + end))
}

/// Returns the first record, without its line end.
fn first_record(text: &[u8], delimiter: u8) -> Option<&[u8]> {
    text.get(..Cells::new(delimiter).read(text, 0).unwrap_or(text.len()))
}

/// Returns the separator that the first record has most often outside quotes.
fn delimiter(text: &[u8]) -> u8 {
    let count = |delimiter: u8| {
        let mut cells = Cells::new(delimiter);
        if cells.read(text, 0).is_none() {
            cells.end(text.len());
        }
        // Of those that occur equally often, the one that occurs first.
        (cells.len(), Reverse(cells.range(0).end))
    };
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(head: &[u8]) -> Result<(usize, char), &'static str> {
        sniff(head, true).map(|start| (start.offset, char::from(start.delimiter)))
    }

    #[test]
    fn separators_are_found() {
        assert_eq!(start(b"email,name\n"), Ok((0, ',')));
        assert_eq!(start(b"email;name, first\n"), Ok((0, ';')));
        assert_eq!(start(b"\"a;b;c\",d\n"), Ok((0, ',')));
        assert_eq!(start(b"email\tname"), Ok((0, '\t')));
        assert_eq!(start(b"email\nada@example.com;x;y\n"), Ok((0, ',')));
        assert_eq!(start(b"\xEF\xBB\xBFsep=;\r\na;b"), Ok((10, ';')));
        assert_eq!(start(b"\"SEP=|\"\na,b,c"), Ok((8, '|')));
        assert_eq!(start(b"sep=\n"), Ok((0, ',')));
        assert_eq!(start(b""), Ok((0, ',')));
    }

    #[test]
    fn other_formats_are_named() {
        for (head, what) in [
            (&b"PK\x03\x04fake"[..], "an Excel workbook (.xlsx) or another ZIP file"),
            (b"\xFF\xFEe\0m\0", "UTF-16"),
            (b"e\0m\0a\0i\0l\0\n\0", "UTF-16"),
            (b"\0e\0m\0a", "UTF-16"),
            (b"\x7FELF\x02\x01\x01\0\0\0", "a binary file"),
            (b"{\"email\": 1}", "JSON"),
            (b"\xEF\xBB\xBF\n[\n  {\"email\": 1}]", "JSON"),
            (b"<TABLE border=1>", "HTML or XML"),
            (b"BEGIN:VCARD\r\n", "a vCard"),
        ] {
            assert_eq!(start(head), Err(what));
        }
        for csv in [&b"email\nada\0@example.com\n"[..], b"{{email}},x\n", b"[email]\n", b"<email>\n"] {
            assert!(start(csv).is_ok());
        }
    }
}
