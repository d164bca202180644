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
            PastedValue::Json { text, is_whole } => {
                document::responses(&text, range.start, depth, &mut inner);
                if !is_whole {
                    inner.responses.iter_mut().for_each(Response::drop_unknown_part);
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
    while let Some(line) = lines.next() {
        let place = Place { outer: at, inner: 0 };
        let is_last = is_before_value && lines.peek().is_none();
        if let Some(found) = status::of_line(line, is_last, extent == Extent::All)
            && !(found.is_head && line.to_ascii_lowercase().ends_with(TUNNEL))
        {
            assembler.status(found, place);
        }
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
