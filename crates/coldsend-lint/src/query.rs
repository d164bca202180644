//! A query string as a source of values, as Python's `parse_qsl` takes it apart: at `&`, then at the first
//! `=`; `+` is a blank, `%XX` a byte, bytes that are no text are U+FFFD. The last of several values counts.
use crate::error::{ErrorKind, Key};
use crate::json::Text;
use crate::shape::Shape;
use crate::source::{Scalar, Source};
use std::borrow::Cow;
use std::ops::Range;

/// The names and values of a query string, decoded, and where each value stands.
pub(crate) struct Query<'q> {
    pairs: Vec<(Cow<'q, str>, Cow<'q, str>, Range<usize>)>,
}

impl<'q> Query<'q> {
    pub(crate) fn parse(text: &'q str) -> Self {
        let (mut at, mut pairs) = (0, Vec::new());
        for pair in text.split('&') {
            let end = at + pair.len();
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if !pair.is_empty() {
                pairs.push((decode(name), decode(value), end - value.len()..end));
            }
            at = end + 1;
        }
        Query { pairs }
    }

    /// The names and values, and where the values stand.
    pub(crate) fn values(&self) -> impl Iterator<Item = (&str, &str, Range<usize>)> {
        self.pairs.iter().map(|(name, value, span)| (&**name, &**value, span.clone()))
    }
}

/// Text with `+` and `%XX` decoded; a `%` that nothing follows stands for itself.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains(['+', '%']) {
        return Cow::Borrowed(text);
    }
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
            (b'+', ..) => bytes.push(b' '),
            (other, ..) => bytes.push(*other),
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

/// A value of the query, or the query as a whole.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Whole,
    Value(usize),
}

impl<'q> Source<'q> for &'q Query<'q> {
    type Value = Place;

    fn scalar(self, place: Place) -> Scalar<'q> {
        match place {
            Place::Value(at) => {
                Scalar::Text(Text::plain(self.pairs.get(at).map_or("", |(_, value, _)| value)))
            }
            Place::Whole => Scalar::Object,
        }
    }

    fn members(self, _: Place, shape: &Shape, found: &mut [Option<Place>]) -> Result<bool, ErrorKind> {
        for (i, (name, ..)) in self.pairs.iter().enumerate() {
            if let Some(slot) = shape.find(0, |field| field == name).and_then(|field| found.get_mut(field)) {
                *slot = Some(Place::Value(i));
            }
        }
        Ok(true)
    }

    fn items(self, _: Place) -> Option<impl Iterator<Item = Place> + Clone> {
        None::<std::iter::Empty<Place>>
    }

    fn entries(self, _: Place, _: impl FnMut(Key<'_>, Place)) -> Result<(), ErrorKind> {
        Err(ErrorKind::Dict)
    }

    fn span(self, place: Place) -> Option<Range<usize>> {
        match place {
            Place::Value(at) => self.pairs.get(at).map(|(.., span)| span.clone()),
            Place::Whole => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taken_apart_as_python_does() {
        let parsed = |text| {
            let query = Query::parse(text);
            query.pairs.iter().map(|(name, value, _)| format!("{name}={value}")).collect::<Vec<_>>()
        };
        assert_eq!(parsed("a=1&&b&=2&c=3=4"), ["a=1", "b=", "=2", "c=3=4"]);
        assert_eq!(parsed("a+b=%31%zz%&%70=%ff%C3%A9"), ["a b=1%zz%", "p=\u{FFFD}é"]);
        assert_eq!(Query::parse("a=1&b=22").pairs[1].2, 6..8);
    }
}
