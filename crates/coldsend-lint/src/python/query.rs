//! Query strings, split as by Python's `parse_qsl`: at `&`, then at the first `=`. `+` is a space, `%XX` is a byte, and
//! invalid UTF-8 becomes U+FFFD. If a name is repeated, the last value counts.
use crate::json::{self, Document, Node};
use std::ops::Range;

/// A query string, as sent and decoded.
#[derive(Default)]
pub(crate) struct Query {
    sent: String,
    text: String,
    /// The ranges of names and values in `text`, alternately.
    ranges: Vec<Range<usize>>,
    /// The ranges of names and values in the query string as sent, alternately.
    spans: Vec<Range<usize>>,
}

impl Query {
    pub(crate) fn parse(text: &str) -> Self {
        let mut query = Query { sent: text.to_owned(), ..Query::default() };
        let mut at = 0;
        for pair in text.split('&') {
            let end = at + pair.len();
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if !pair.is_empty() {
                query.push(name);
                query.push(value);
                query.spans.extend([at..at + name.len(), end - value.len()..end]);
            }
            at = end + 1;
        }
        query
    }

    /// Appends a name or a value.
    fn push(&mut self, text: &str) {
        let start = self.text.len();
        self.text.push_str(&unquote(text, true));
        self.ranges.push(start..self.text.len());
    }

    /// Returns the query string as sent.
    pub(crate) fn as_sent(&self) -> &str {
        &self.sent
    }

    /// Returns the parameters as an object.
    pub(crate) fn document<'q>(&'q self, nodes: &'q mut Vec<Node>) -> Document<'q> {
        json::object(self.text.as_bytes(), &self.ranges, nodes)
    }

    /// Returns the range of a name or a value in the query string as sent. `span` is its range in the document, with a
    /// byte for a quote on either side.
    pub(crate) fn sent(&self, span: Range<usize>) -> Option<Range<usize>> {
        // There is no byte before the first name.
        let is_it =
            |range: &Range<usize>| range.start.saturating_sub(1) == span.start && range.end + 1 == span.end;
        let place = self.ranges.iter().position(is_it)?;
        self.spans.get(place).cloned()
    }
}

/// Decodes `%XX`, and `+` if it stands for a space. A `%` without two digits stands for itself. Invalid UTF-8 becomes
/// U+FFFD.
pub(crate) fn unquote(text: &str, plus_is_blank: bool) -> String {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, hex(after.first()), hex(after.get(1))) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high << 4 | low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', ..) if plus_is_blank => bytes.push(b' '),
            (other, ..) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Writes text so that [`unquote`] reads it from a path again.
pub(crate) fn quote_segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => out.push(byte.into()),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_quoted_segment_is_read_again(text in ".*") {
            let quoted = quote_segment(&text);
            prop_assert!(!quoted.contains(['/', '?', '#', ' ', '+']));
            prop_assert_eq!(unquote(&quoted, false), text);
        }
    }

    #[test]
    fn taken_apart_as_python_does() {
        let parsed = |text| {
            let query = Query::parse(text);
            let part = |range: &Range<usize>| query.text[range.clone()].to_owned();
            query
                .ranges
                .chunks(2)
                .map(|pair| format!("{}={}", part(&pair[0]), part(&pair[1])))
                .collect::<Vec<_>>()
        };
        assert_eq!(parsed("a=1&&b&=2&c=3=4"), ["a=1", "b=", "=2", "c=3=4"]);
        assert_eq!(parsed("a+b=%31%zz%&%70=%ff%C3%A9"), ["a b=1%zz%", "p=\u{FFFD}é"]);
    }

    #[test]
    fn values_are_found_where_they_were_sent() {
        let (query, mut nodes) = (Query::parse("a=%31&b=22"), Vec::new());
        let document = query.document(&mut nodes);
        let value = document.node(document.keys(0).nth(1).unwrap() + 1);
        assert_eq!(document.raw(value), b"22");
        assert_eq!(query.sent(value.start as usize - 1..value.end as usize + 1), Some(8..10));
        assert_eq!((query.sent(0..2), query.sent(1..4)), (Some(0..1), Some(6..7)));
        assert_eq!(query.sent(0..1), None);
    }
}
