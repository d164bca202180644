//! Hides what must not be shown of a document: what the core says or, in a malformed document, everything except its
//! punctuation.
use super::position;
use coldsend_lint::Hidden;
use std::ops::Range;

/// The replacement for a string of a malformed document.
pub(crate) const HIDDEN: &str = "\"…\"";
/// The replacement for anything else that is hidden.
pub(crate) const GAP: char = '…';

/// The hidden parts of a text.
#[derive(Default)]
pub(crate) struct Masks {
    /// In order, without overlaps.
    masks: Vec<Mask>,
}

/// One hidden part.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mask {
    pub(crate) range: Range<usize>,
    /// What is shown instead.
    pub(crate) shown: String,
    /// Whether it spans a line break.
    pub(crate) breaks: bool,
}

impl Masks {
    pub(crate) fn new(text: &[u8], hidden: Vec<Hidden>) -> Self {
        let mask = |hidden: Hidden| {
            let breaks = text.get(hidden.range.clone()).unwrap_or_default().contains(&b'\n');
            Mask { shown: hidden.to_string(), range: hidden.range, breaks }
        };
        Masks { masks: hidden.into_iter().map(mask).collect() }
    }

    /// Returns the mask that covers the byte at an offset.
    pub(crate) fn at(&self, offset: usize) -> Option<&Mask> {
        let next = self.masks.partition_point(|mask| mask.range.end <= offset);
        self.masks.get(next).filter(|mask| mask.range.start <= offset)
    }
}

/// Returns the line of a malformed document up to the error, without its values, and the part that contains the
/// error: a string, or the end.
pub(crate) fn skeleton(text: &[u8], error: usize, width: usize) -> (String, Range<usize>) {
    let before = text.get(position::start(text)..error).unwrap_or_default();
    let mut shown = Skeleton::default();
    let mut bytes = before.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => {
                shown.push(HIDDEN, false);
                if !end_of_string(&mut bytes) {
                    let start = shown.line.len() - HIDDEN.len();
                    return shown.cut(start, width);
                }
            }
            b'\n' => shown = Skeleton::default(),
            b'\r' => {}
            b'\t' => shown.push("    ", false),
            b' ' => shown.push(" ", false),
            b'{' | b'}' | b'[' | b']' | b':' | b',' => {
                shown.push(char::from(*byte).encode_utf8(&mut [0; 4]), false);
            }
            _ => shown.push(GAP.encode_utf8(&mut [0; 4]), true),
        }
    }
    let end = shown.line.len();
    shown.cut(end, width)
}

/// Skips the rest of a string. Returns false if the text ends in it.
fn end_of_string<'b>(bytes: &mut impl Iterator<Item = &'b u8>) -> bool {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return true,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    false
}

/// A line that is being collected, of which only the end is needed.
#[derive(Default)]
struct Skeleton {
    line: String,
    /// Whether it ends in a gap.
    gap: bool,
    /// Whether its beginning has been dropped.
    cut: bool,
}

impl Skeleton {
    /// The maximum length of the collected line, far longer than any line that is shown.
    const MAX_LINE: usize = 4096;

    fn push(&mut self, part: &str, gap: bool) {
        if !(gap && self.gap) {
            self.line.push_str(part);
        }
        self.gap = gap;
        if self.line.len() > Self::MAX_LINE {
            let half = self.line.char_indices().map(|(at, _)| at).find(|at| *at > Self::MAX_LINE / 2);
            self.line.drain(..half.unwrap_or(0));
            self.cut = true;
        }
    }

    /// Returns the last columns, and the range of the part that begins at `start`.
    fn cut(self, start: usize, width: usize) -> (String, Range<usize>) {
        // Every character here is one column wide.
        let columns = self.line.chars().count();
        if columns <= width && !self.cut {
            let end = self.line.len();
            return (self.line, start..end);
        }
        let dropped = columns.saturating_sub(width.saturating_sub(1));
        let first = self.line.char_indices().nth(dropped).map_or(self.line.len(), |(at, _)| at);
        let line = format!("{GAP}{}", self.line.get(first..).unwrap_or_default());
        let start = start.saturating_sub(first) + GAP.len_utf8();
        let end = line.len();
        (line, start.min(end)..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the skeleton, and the part of it that is marked.
    fn cut(text: &str, at: &str) -> (String, String) {
        let error = text.find(at).unwrap() + at.len();
        let (line, mark) = skeleton(text.as_bytes(), error, 30);
        let marked = line[mark].to_owned();
        (line, marked)
    }

    #[test]
    fn a_malformed_document_shows_its_punctuation_up_to_the_error() {
        let text = "{\"smtp_password\": \"hun\\\"ter\", \"n\": tru, \"x\": 1}";
        assert_eq!(cut(text, "\"n\": "), ("{\"…\": \"…\", \"…\": ".into(), String::new()));
        assert_eq!(cut(text, "tru"), ("{\"…\": \"…\", \"…\": …".into(), String::new()));
        assert_eq!(cut(text, "hun\\"), ("{\"…\": \"…\"".into(), "\"…\"".into()));
        assert_eq!(cut("{\n\t\"a\": 1,\r\n  2hunter2]", "2hunter2"), ("  …".into(), String::new()));
        assert_eq!(cut("\u{FEFF}[é, 5", "é"), ("[…".into(), String::new()));
    }

    #[test]
    fn only_the_end_of_a_long_line_is_kept() {
        for length in [28, 40, 5000, 100_000] {
            let text = "[".repeat(length) + "\"hunter2";
            let (line, marked) = cut(&text, "hun");
            assert_eq!((line.chars().count(), marked.as_str()), (30, HIDDEN), "{length}");
            assert!(line.starts_with(GAP), "{line}");
        }
        let (line, marked) = cut(&("[".repeat(27) + "\"hunter2"), "hun");
        assert_eq!((line, marked), ("[".repeat(27) + HIDDEN, HIDDEN.to_owned()));
    }

    #[test]
    fn masks_are_found_by_what_they_hide() {
        let text = b"{\"a\": \"x\", \"b\": [\n1]}";
        let outcome = &mut coldsend_lint::Checker::new();
        let outcome = outcome.check(coldsend_lint::Operation::AddLead, text);
        let masks = Masks::new(text, outcome.hidden());
        let at = |offset| masks.at(offset).map(|mask| (mask.range.clone(), mask.breaks));
        assert_eq!([0, 5, 9, 99].map(at), [None, None, None, None]);
        assert_eq!([6, 8].map(at), [Some((6..9, false)), Some((6..9, false))]);
        assert_eq!([16, 19].map(at), [Some((16..20, true)), Some((16..20, true))]);
    }
}
