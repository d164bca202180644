//! Searches a text for responses.
use super::document;
use super::lenient::{PastedValue, values};
use super::response::{Assembler, Place, Response, Sink};
use super::status;

/// What counts in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything.
    All,
    /// Values, and statuses in sentences: a number alone is not a status.
    Sentences,
    /// Values alone.
    Values,
}

/// How a heading for an expected status begins.
const EXPECTED: &str = "expected";
/// The words in the status line of a proxy that opens a tunnel.
const TUNNEL: &str = "connection established";

/// Adds the responses in a text. `depth` is how many more strings may be searched inside each other.
pub(super) fn search(text: &str, extent: Extent, depth: u8, sink: &mut Sink) {
    let mut assembler = Assembler::default();
    let mut at = 0;
    for (range, value) in values(text) {
        lines(text, at..range.start, true, extent, &mut assembler, sink);
        let mut inner = Sink::default();
        match value {
            PastedValue::Json { text, is_whole, without_part } => {
                document::responses(&text, range.start, depth, &mut inner);
                if !is_whole {
                    inner.responses.iter_mut().for_each(Response::drop_unknown_part);
                }
                if let Some(text) =
                    without_part.filter(|_| inner.responses.iter().all(|one| one.body.is_none()))
                {
                    let mut whole = Sink::default();
                    document::responses(&text, range.start, depth, &mut whole);
                    whole.responses.iter_mut().for_each(Response::drop_unknown_part);
                    if whole.responses.iter().any(|one| one.body.is_some()) {
                        inner = whole;
                    }
                }
            }
            PastedValue::Inside(json) if depth > 0 => {
                search(&json, Extent::Values, depth - 1, &mut inner);
                for response in &mut inner.responses {
                    response.place = Place { outer: range.start, inner: 0 };
                }
                for header in &mut inner.headers {
                    header.0 = Place { outer: range.start, inner: 0 };
                }
            }
            PastedValue::Inside(_) => {}
        }
        inner.responses.into_iter().for_each(|response| assembler.response(response));
        sink.headers.extend(inner.headers);
        at = range.end;
    }
    lines(text, at..text.len(), false, extent, &mut assembler, sink);
    sink.responses.extend(assembler.finish(text));
}

/// Adds the statuses and headers in the lines of a part of the text. `is_before_value` says that a value follows.
fn lines(
    text: &str,
    part: std::ops::Range<usize>,
    is_before_value: bool,
    extent: Extent,
    assembler: &mut Assembler,
    sink: &mut Sink,
) {
    if extent == Extent::Values {
        return;
    }
    let mut at = part.start;
    let mut lines = text.get(part).unwrap_or_default().split('\n').peekable();
    let mut name: Option<&str> = None;
    let (mut is_expected, mut has_text) = (false, false);
    while let Some(line) = lines.next() {
        let place = Place { outer: at, inner: 0 };
        let is_last = is_before_value && lines.peek().is_none();
        let may_be_alone = extent == Extent::All && !is_expected;
        let is_blank = line.trim().is_empty();
        if !is_blank {
            is_expected = is_expectation(line);
        }
        if let Some(found) = status::of_line(line, is_last, may_be_alone)
            && !(found.is_head && line.to_ascii_lowercase().ends_with(TUNNEL))
        {
            // Below other text, a status right above a value is that of the value, as on the errors page.
            let is_heading = has_text && is_before_value && lines.clone().all(|line| line.trim().is_empty());
            assembler.status(found, place, is_heading);
        }
        has_text |= !is_blank;
        if let Some(name) = name.take() {
            sink.header(place, name, line);
        }
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',');
        match line.split_once(':') {
            Some((key, value)) if value.trim().is_empty() => name = Some(key.trim_matches(is_mark)),
            Some((key, value)) => sink.header(place, key.trim_matches(is_mark), value.trim_matches(is_mark)),
            None => name = Some(line.trim_matches(is_mark)),
        }
        at += line.len() + 1;
    }
}

/// Returns whether a line is a heading for what somebody expects, as in a bug report.
fn is_expectation(line: &str) -> bool {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric());
    line.get(..EXPECTED.len()).is_some_and(|start| start.eq_ignore_ascii_case(EXPECTED))
}
