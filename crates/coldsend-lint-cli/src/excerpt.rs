//! The lines of a document that a finding is about, truncated to the width of a page, without what must not be shown, and
//! with control characters replaced.
mod cluster;
pub(crate) mod mask;
pub(crate) mod position;
pub(crate) mod text;

use mask::{GAP, Masks, skeleton};
use position::{Positions, is_continuation};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The maximum number of columns of source per line.
const WIDTH: usize = 120;
/// The maximum number of marked values in an excerpt.
const MAX_MARKS: usize = 8;
/// The maximum number of lines from the first mark to the last.
const MAX_LINES: usize = 10_000;
const TAB: &str = "    ";

/// Lines of a document, and what to underline in them.
#[derive(Debug, PartialEq)]
pub(crate) struct Excerpt {
    /// The number of the first line.
    pub(crate) first_line: usize,
    /// The lines; those that are not shown are empty.
    pub(crate) lines: String,
    /// The byte ranges of `lines` to underline.
    pub(crate) marks: Vec<Range<usize>>,
}

/// A document, and what must not be shown of it.
pub(crate) struct Source<'t> {
    pub(crate) text: &'t [u8],
    pub(crate) masks: Masks,
}

impl Source<'_> {
    /// Returns the lines around these byte ranges, given their positions.
    pub(crate) fn excerpt(&self, spans: &[Range<usize>], positions: &Positions) -> Option<Excerpt> {
        let mut anchors: Vec<(usize, Range<usize>)> =
            spans.iter().filter_map(|span| Some((positions.of(span.start)?.line, span.clone()))).collect();
        anchors.sort_by_key(|(_, span)| span.start);
        anchors.truncate(MAX_MARKS);
        let first_line = anchors.first()?.0;
        anchors.retain(|(line, _)| line - first_line < MAX_LINES);
        let mut excerpt = Excerpt { first_line, lines: String::new(), marks: Vec::new() };
        let mut last_line = first_line;
        for anchors in anchors.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((line, span)) = anchors.first() else { continue };
            if line - last_line == 2 {
                excerpt.lines.push('\n');
                let (between, _) = self.line(&[self.line_before(span.start)]);
                excerpt.lines.push_str(&between);
                last_line += 1;
            }
            excerpt.lines.extend(std::iter::repeat_n('\n', line - last_line));
            last_line = *line;
            let mut spans: Vec<Range<usize>> = anchors.iter().map(|(_, span)| self.unmasked(span)).collect();
            spans.dedup_by_key(|span| span.start);
            let (shown, marks) = self.line(&spans);
            let start = excerpt.lines.len();
            excerpt.marks.extend(marks.into_iter().map(|mark| mark.start + start..mark.end + start));
            excerpt.lines.push_str(&shown);
        }
        Some(excerpt)
    }

    /// Returns the line of a malformed document that contains the error, up to the error.
    pub(crate) fn malformed(&self, error: usize, positions: &Positions) -> Option<Excerpt> {
        let first_line = positions.of(error)?.line;
        let (lines, mark) = skeleton(self.text, error, WIDTH);
        Some(Excerpt { first_line, lines, marks: vec![mark] })
    }

    /// Returns the mask in which a span begins, or else the span itself.
    fn unmasked(&self, span: &Range<usize>) -> Range<usize> {
        match self.masks.at(span.start) {
            Some(mask) if mask.breaks => span.start..mask.range.end,
            Some(mask) => mask.range.clone(),
            None => span.clone(),
        }
    }

    /// Returns an empty range at the end of the line before the one with this offset.
    fn line_before(&self, offset: usize) -> Range<usize> {
        let before = self.text.get(..offset).unwrap_or_default();
        let end = before.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
        end..end
    }

    /// Returns as much of the line of these spans as fits, and the ranges that show them.
    fn line(&self, spans: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
        let mut line = Line::default();
        let Some(first) = spans.first() else { return (line.shown, Vec::new()) };
        let whole = self.window(&(first.start..first.start), WIDTH, 0..usize::MAX);
        if whole.starts && whole.ends {
            line.push(&whole);
        } else {
            // The spans share the width equally; the rest of the line is replaced by gaps.
            let share = (WIDTH - spans.len() - 1) / spans.len();
            for (i, span) in spans.iter().enumerate() {
                let before = i.checked_sub(1).and_then(|i| spans.get(i)).map_or(0, |before| before.end);
                let after = spans.get(i + 1).map_or(usize::MAX, |after| after.start);
                line.push(&self.window(span, share, before..after));
            }
        }
        line.end();
        let marks = spans.iter().map(|span| line.mark(span)).collect();
        (line.shown, marks)
    }

    /// Returns a span with its context, within the limits.
    fn window(&self, span: &Range<usize>, columns: usize, limits: Range<usize>) -> Window<'_> {
        // For a long value, leave room to show its key.
        let value = self.run(span.start, columns - columns / 3, |at| {
            self.forward(at).map(|cell| (cell.bytes.start < span.end).then_some((cell.bytes.end, cell)))
        });
        let rest = columns - value.columns;
        let mut before = self.run(span.start, rest, |at| {
            self.backward(at)
                .map(|cell| (cell.bytes.start >= limits.start).then_some((cell.bytes.start, cell)))
        });
        let mut after = self.run(value.at, if value.at < span.end { 0 } else { rest }, |at| {
            self.forward(at).map(|cell| (cell.bytes.end <= limits.end).then_some((cell.bytes.end, cell)))
        });
        if value.done {
            after = Run { cells: Vec::new(), columns: 0, at: value.at, done: true };
        }
        before.truncate((rest / 2).max(rest - after.columns));
        after.truncate(rest - before.columns);
        let cells = before.cells.into_iter().rev().chain(value.cells).chain(after.cells).collect();
        Window { cells, starts: before.done, ends: after.done }
    }

    /// Collects cells in one direction, up to a number of columns and within the bounds.
    fn run<'s>(
        &'s self,
        start: usize,
        columns: usize,
        next: impl Fn(usize) -> Option<Option<(usize, Cell<'s>)>>,
    ) -> Run<'s> {
        let mut run = Run { cells: Vec::new(), columns: 0, at: start, done: false };
        while !run.done {
            match next(run.at) {
                None => run.done = true,
                Some(Some((at, cell))) if run.columns + cell.columns() <= columns => {
                    (run.at, run.done) = (at, cell.last);
                    run.columns += cell.columns();
                    run.cells.push(cell);
                }
                Some(_) => break,
            }
        }
        run
    }

    /// Returns the cell that starts at an offset, or `None` at the end of the line.
    fn forward(&self, at: usize) -> Option<Cell<'_>> {
        if let Some(mask) = self.masks.at(at) {
            return Some(Cell {
                bytes: at..mask.range.end,
                shown: Shown::Hidden(&mask.shown),
                last: mask.breaks,
            });
        }
        let rest = self.text.get(at..)?;
        if matches!(rest, [] | [b'\n', ..] | [b'\r'] | [b'\r', b'\n', ..]) {
            return None;
        }
        let (c, length) = decode(rest);
        Some(Cell { bytes: at..at + length, shown: self.shown(c, at), last: false })
    }

    /// Returns the cell that ends at an offset, or `None` at the start of the line.
    fn backward(&self, at: usize) -> Option<Cell<'_>> {
        let before = at.checked_sub(1).filter(|_| at > position::start(self.text))?;
        if let Some(mask) = self.masks.at(before) {
            let whole = at == mask.range.end;
            return whole.then(|| Cell {
                bytes: mask.range.clone(),
                shown: Shown::Hidden(&mask.shown),
                last: mask.breaks,
            });
        }
        match self.before(at)? {
            ('\n', _) => None,
            (c, start) => Some(Cell { bytes: start..at, shown: self.shown(c, start), last: false }),
        }
    }

    /// Returns the character that ends at an offset, and where it starts.
    fn before(&self, at: usize) -> Option<(char, usize)> {
        let before = at.checked_sub(1)?;
        let mut start = before;
        while start + 3 > before && self.text.get(start).is_some_and(|byte| is_continuation(*byte)) {
            start = start.checked_sub(1)?;
        }
        Some((decode(self.text.get(start..at)?).0, start))
    }

    /// Returns what is shown for the character at an offset.
    fn shown(&self, c: char, at: usize) -> Shown<'static> {
        match cluster::is_joining(c) {
            true => cluster::joined(c, self.before(at).map(|(before, _)| before)),
            false if c == '\t' => Shown::Char(c),
            false => Shown::Char(text::shown(c)),
        }
    }
}

/// The text shown for a range of bytes.
#[derive(Clone)]
struct Cell<'s> {
    bytes: Range<usize>,
    shown: Shown<'s>,
    /// Whether it is the last cell of the line in the direction of reading.
    last: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Shown<'s> {
    Char(char),
    Hidden(&'s str),
    Nothing,
}

impl Cell<'_> {
    fn columns(&self) -> usize {
        match self.shown {
            Shown::Char('\t') => TAB.len(),
            // What has no width counts, too, so that a line of it is truncated.
            Shown::Char(c) => c.width().unwrap_or(1).max(1),
            Shown::Hidden(shown) => shown.chars().count(),
            Shown::Nothing => 1,
        }
    }
}

/// Cells in one direction.
struct Run<'s> {
    cells: Vec<Cell<'s>>,
    columns: usize,
    /// The offset at which it ends.
    at: usize,
    /// Whether it reaches the end of the line.
    done: bool,
}

impl Run<'_> {
    fn truncate(&mut self, columns: usize) {
        while self.columns > columns
            && let Some(cell) = self.cells.pop()
        {
            self.columns -= cell.columns();
            self.done = false;
        }
    }
}

/// A part of a line.
struct Window<'s> {
    cells: Vec<Cell<'s>>,
    /// Whether it begins at the start of the line.
    starts: bool,
    /// Whether it ends at the end of the line.
    ends: bool,
}

/// A line as shown.
#[derive(Default)]
struct Line {
    shown: String,
    /// Ranges in the document, and the ranges of the line that show them.
    parts: Vec<(Range<usize>, Range<usize>)>,
    /// Whether the end of the line has been shown.
    ended: bool,
}

impl Line {
    fn push(&mut self, window: &Window<'_>) {
        let at = self.at();
        let Some(first) = window.cells.first() else { return self.ended = window.ends };
        if first.bytes.start > at && !(self.parts.is_empty() && window.starts) {
            self.part(at..first.bytes.start, GAP.encode_utf8(&mut [0; 4]));
        }
        for cell in window.cells.iter().filter(|cell| cell.bytes.start >= at) {
            let bytes = cell.bytes.clone();
            match cell.shown {
                Shown::Char('\t') => self.part(bytes, TAB),
                Shown::Char(c) => self.part(bytes, c.encode_utf8(&mut [0; 4])),
                Shown::Hidden(shown) => self.part(bytes, shown),
                Shown::Nothing => self.part(bytes, ""),
            }
        }
        self.ended = window.ends;
    }

    /// Replaces the rest of the line with a gap.
    fn end(&mut self) {
        if !self.ended {
            self.part(self.at()..usize::MAX, GAP.encode_utf8(&mut [0; 4]));
        }
    }

    /// Returns the offset in the document up to which it has been shown.
    fn at(&self) -> usize {
        self.parts.last().map_or(0, |(bytes, _)| bytes.end)
    }

    fn part(&mut self, bytes: Range<usize>, shown: &str) {
        let start = self.shown.len();
        self.shown.push_str(shown);
        self.parts.push((bytes, start..self.shown.len()));
    }

    /// Returns the bytes of the line that show a span. An empty span is shown as the place between two characters.
    fn mark(&self, span: &Range<usize>) -> Range<usize> {
        let mut inside = self
            .parts
            .iter()
            .filter(|(bytes, _)| bytes.end > span.start && bytes.start < span.end)
            .map(|(_, shown)| shown);
        match (inside.next(), inside.next_back()) {
            (Some(first), last) => first.start..last.unwrap_or(first).end,
            (None, _) => {
                let next = self.parts.iter().find(|(bytes, _)| bytes.start >= span.start);
                let place = next.map_or(self.shown.len(), |(_, shown)| shown.start);
                place..place
            }
        }
    }
}

/// Returns the first character and its length; a lone surrogate counts as one.
fn decode(text: &[u8]) -> (char, usize) {
    let length = match text.first() {
        Some(0xF0..) => 4,
        Some(0xE0..) => 3,
        Some(0xC0..) => 2,
        _ => 1,
    };
    let bytes = text.get(..length).unwrap_or(text);
    let c = std::str::from_utf8(bytes).ok().and_then(|text| text.chars().next());
    (c.unwrap_or(char::REPLACEMENT_CHARACTER), bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use coldsend_lint::{Checker, Operation, Request};

    /// Returns the excerpt around needles, without what the core hides, then each underlined part.
    fn shown(text: &[u8], needles: &[&str]) -> String {
        let mut checker = Checker::new();
        let request = Request::new(Operation::CreateSmtpAccount);
        let outcome = checker.check(&request, text);
        excerpt(text, Masks::new(text, outcome.hidden()), needles)
    }

    /// Returns the same with nothing hidden.
    fn whole(text: &[u8], needles: &[&str]) -> String {
        excerpt(text, Masks::default(), needles)
    }

    fn excerpt(text: &[u8], masks: Masks, needles: &[&str]) -> String {
        let source = Source { text, masks };
        let find = |needle: &str| {
            let at = text.windows(needle.len()).position(|window| window == needle.as_bytes()).unwrap();
            at..at + needle.len()
        };
        let spans: Vec<_> = needles.iter().map(|needle| find(needle)).collect();
        let positions = Positions::new(text, spans.iter().map(|span| span.start));
        let excerpt = source.excerpt(&spans, &positions).unwrap();
        let mut out = String::new();
        let mut start = 0;
        for (i, line) in excerpt.lines.split('\n').enumerate() {
            let end = start + line.len();
            out += &format!("{} {line}\n", excerpt.first_line + i);
            assert!(line.chars().count() <= WIDTH, "{line}");
            for mark in excerpt.marks.iter().filter(|mark| (start..=end).contains(&mark.start)) {
                out += &format!("= {}\n", &excerpt.lines[mark.clone()]);
            }
            start = end + 1;
        }
        out
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(whole(b"{\r\n\t\"name\": 5,\r\n}", &["5"]), "2     \"name\": 5,\n= 5\n");
        assert_eq!(whole(b"\xEF\xBB\xBF[1]", &["1"]), "1 [1]\n= 1\n");
        assert_eq!(whole(b"{\"a\": [\n1]}", &["[\n1]"]), "1 {\"a\": [\n= [\n");
    }

    #[test]
    fn secrets_are_masked_wherever_they_are() {
        let line = |text: &str, needle: &str| shown(text.as_bytes(), &[needle]);
        // With escapes.
        let text = r#"{"smtp_password": "hun\"ter\\", "imap_port": 0, "smtp_port": 1}"#;
        assert_eq!(
            line(text, "1"),
            "1 {\"smtp_password\": \"…\", \"imap_port\": 0, \"smtp_port\": 1}\n= 1\n"
        );
        assert_eq!(
            line(text, r#""hun\"ter\\""#),
            "1 {\"smtp_password\": \"…\", \"imap_port\": 0, \"smtp_port\": 1}\n= \"…\"\n"
        );
        // In another case, and a key that is escaped itself.
        let text = r#"{"API_Key": 12345678, "\u0054oken": "hunter2", "smtp_port": 1}"#;
        assert_eq!(
            line(text, "1}"),
            "1 {\"API_Key\": \"…\", \"\\u0054oken\": \"…\", \"smtp_port\": 1}\n= 1}\n"
        );
        // A nested object.
        let text = r#"{"api_key": {"id": 3, "value": ["hunter2"]}, "imap_port": 0, "smtp_port": 1}"#;
        assert_eq!(line(text, "1}"), "1 {\"api_key\": \"…\", \"imap_port\": 0, \"smtp_port\": 1}\n= 1}\n");
        assert_eq!(
            line(text, "hunter2"),
            "1 {\"api_key\": \"…\", \"imap_port\": 0, \"smtp_port\": 1}\n= \"…\"\n"
        );
        // Pairs.
        let text = r#"[["smtp_password", "hunter2"], ["smtp_port", 1]]"#;
        assert_eq!(line(text, "1"), "1 [[\"smtp_password\", \"…\"], [\"smtp_port\", 1]]\n= 1\n");
        // In what is underlined.
        let text = r#"{"smtp_host": ["password", "hunter2"]}"#;
        let expected = "1 {\"smtp_host\": [\"password\", \"…\"]}\n= [\"password\", \"…\"]\n";
        assert_eq!(line(text, r#"["password", "hunter2"]"#), expected);
        // Under a key that is no field.
        let text = r#"{"colour": "hunter2", "x": [1, 2], "smtp_port": 3}"#;
        let expected = "1 {\"colour\": \"…7 characters…\", \"x\": […2 items…], \"smtp_port\": 3}\n";
        assert_eq!(line(text, "3"), format!("{expected}= 3\n"));
        assert_eq!(line(text, "\"hunter2\""), format!("{expected}= \"…7 characters…\"\n"));
    }

    #[test]
    fn secrets_of_several_lines_are_masked_on_each() {
        let text =
            b"{\"token\": {\n  \"a\": \"hunter2\"\n}, \"smtp_port\": 1, \"x\": {\n  \"key\": [\n    \"hunter2\"]}}";
        assert_eq!(shown(text, &["1"]), "3 \"…\", \"smtp_port\": 1, \"x\": {…1 key…}\n= 1\n");
        assert_eq!(shown(text, &["{\n  \"a\""]), "1 {\"token\": \"…\"\n= \"…\"\n");
        assert_eq!(shown(text, &["hunter2\"\n"]), "2 \"…\"\n= \"…\"\n");
        assert_eq!(
            shown(text, &["{\n  \"key"]),
            "3 \"…\", \"smtp_port\": 1, \"x\": {…1 key…}\n= {…1 key…}\n"
        );
        assert_eq!(
            shown(text, &["\"token\"", "\"smtp_port\""]),
            "1 {\"token\": \"…\"\n= \"token\"\n2 \"…\"\n3 \"…\", \"smtp_port\": 1, \"x\": {…1 key…}\n= \"smtp_port\"\n"
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_value() {
        let text = format!("[{}, \"x\", {}]", "1, ".repeat(5000), "2, ".repeat(5000));
        let out = whole(text.as_bytes(), &["\"x\""]);
        assert_eq!(out.lines().next().unwrap().chars().count(), 2 + 120);
        assert!(
            out.starts_with("1 …") && out.contains(", \"x\", 2, ") && out.ends_with("…\n= \"x\"\n"),
            "{out}"
        );
        let text = format!("{{\"name\": \"{}\", \"n\": 1}}", "a".repeat(100_000));
        let value = format!("\"{}\"", "a".repeat(100_000));
        let out = whole(text.as_bytes(), &[&value]);
        assert!(out.starts_with("1 {\"name\": \"aaa"), "{out}");
        assert!(out.ends_with("aaa…\n"), "{out}");
        let out = whole(text.as_bytes(), &["1}"]);
        assert!(out.ends_with("aa\", \"n\": 1}\n= 1}\n"), "{out}");
    }

    #[test]
    fn several_values_of_a_long_line_share_it() {
        let text = format!("[10, \"{0}\", 20, 30, \"{0}\", 40]", "a".repeat(500));
        let out = whole(text.as_bytes(), &["10", "20", "30", "40"]);
        assert_eq!(
            out,
            "1 [10, \"aaaaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaaaaa\", 20, 30, \"aaaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaaaaaa\", 40]\n= 10\n= 20\n= 30\n= 40\n"
        );
    }

    #[test]
    fn lines_between_are_empty_unless_there_is_just_one() {
        assert_eq!(
            whole(b"[1,\n 2,\n3,\n4,\n4,\n5]", &["1", "3", "5"]),
            "1 [1,\n= 1\n2  2,\n3 3,\n= 3\n4 \n5 \n6 5]\n= 5\n"
        );
    }

    #[test]
    fn nothing_acts_on_a_terminal() {
        let out = whole("[\"\u{7F}\u{202e}\u{9b}é\u{301}日\", 1]".as_bytes(), &["1"]);
        assert_eq!(out, "1 [\"␡\u{FFFD}\u{FFFD}é\u{301}日\", 1]\n= 1\n");
        assert_eq!(whole(b"[\"\xED\xA0\x80\", 1]", &["1"]), "1 [\"\u{FFFD}\", 1]\n= 1\n");
    }
}
