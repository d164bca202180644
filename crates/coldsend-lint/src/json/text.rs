//! A string as written in a document. Its escapes are decoded when it is read.
use super::encoding::push;
use std::borrow::Cow;
use std::ops::Range;

/// The bytes between the quotes of a string, or text that is not from a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'t> {
    pub(crate) raw: &'t [u8],
    pub(crate) escaped: bool,
}

impl<'t> Text<'t> {
    pub(crate) fn plain(text: &'t str) -> Self {
        Text { raw: text.as_bytes(), escaped: false }
    }

    /// Returns the code points. A lone surrogate is a code point, too.
    pub(crate) fn code_points(self) -> CodePoints<'t> {
        CodePoints { text: self, at: 0 }
    }

    /// Returns the number of code points.
    pub(crate) fn length(self) -> usize {
        match self.escaped {
            true => self.code_points().count(),
            false => length(self.raw),
        }
    }

    /// Returns the characters. A lone surrogate becomes NUL, which no type other than plain text accepts.
    pub(crate) fn to_str(self) -> Cow<'t, str> {
        let character = |c| char::from_u32(c).unwrap_or('\0');
        match (self.escaped, std::str::from_utf8(self.raw)) {
            (false, Ok(text)) => Cow::Borrowed(text),
            (true, Ok(text)) => {
                let mut out = String::with_capacity(text.len());
                let mut rest = self.code_points();
                // Text between escapes is copied as a whole.
                while let Some(plain) = text.get(rest.at..).filter(|text| !text.is_empty()) {
                    let length = plain.find('\\').unwrap_or(plain.len());
                    out.push_str(plain.get(..length).unwrap_or_default());
                    rest.at += length;
                    out.extend(rest.next().map(character));
                }
                out.into()
            }
            (_, Err(_)) => self.code_points().map(character).collect(),
        }
    }

    /// Converts ranges of the [characters](Self::to_str) to ranges of the raw bytes. The ranges must be in order.
    pub(crate) fn raw_ranges(self, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
        if ranges.is_empty() || (!self.escaped && std::str::from_utf8(self.raw).is_ok()) {
            return ranges.to_vec();
        }
        let (mut points, mut at) = (self.code_points(), 0);
        let mut raw = |wanted: usize| {
            while at < wanted
                && let Some(c) = points.next()
            {
                at += char::from_u32(c).unwrap_or('\0').len_utf8();
            }
            points.at
        };
        ranges.iter().map(|range| raw(range.start)..raw(range.end)).collect()
    }

    /// Returns the string as UTF-8, except that a lone surrogate has three bytes. Two results are equal if and only if
    /// the strings are.
    pub(crate) fn to_bytes(self) -> Cow<'t, [u8]> {
        if !self.escaped {
            return Cow::Borrowed(self.raw);
        }
        let mut bytes = Vec::with_capacity(self.raw.len());
        self.code_points().for_each(|c| push(&mut bytes, c));
        Cow::Owned(bytes)
    }

    /// Returns whether the string equals `text`.
    #[inline]
    pub(crate) fn is(self, text: &str) -> bool {
        match self.escaped {
            false => self.raw == text.as_bytes(),
            true => self.code_points().eq(text.chars().map(u32::from)),
        }
    }

    /// Returns both characters, if there are exactly two.
    pub(crate) fn pair(self) -> Option<(Text<'t>, Text<'t>)> {
        let mut rest = self.code_points();
        rest.next()?;
        let middle = rest.at;
        rest.next()?;
        let part = |raw| Text { raw, escaped: self.escaped };
        rest.next().is_none().then(|| (part(&self.raw[..middle]), part(&self.raw[middle..])))
    }
}

/// Returns the number of code points in valid text. Counts the bytes that begin one.
pub(super) fn length(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

pub(crate) struct CodePoints<'t> {
    text: Text<'t>,
    at: usize,
}

impl CodePoints<'_> {
    fn byte(&self, ahead: usize) -> u8 {
        self.text.raw.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Returns the value of the `\uXXXX` that begins here, if there is one.
    fn unit(&self) -> Option<u32> {
        if (self.byte(0), self.byte(1)) != (b'\\', b'u') {
            return None;
        }
        (2..6).try_fold(0, |unit, i| Some(unit << 4 | char::from(self.byte(i)).to_digit(16)?))
    }

    fn escape(&mut self) -> u32 {
        let Some(unit) = self.unit() else {
            let c = self.byte(1);
            self.at += 2;
            return match c {
                b'b' => 8,
                b'f' => 12,
                b'n' => 10,
                b'r' => 13,
                b't' => 9,
                same => same.into(),
            };
        };
        self.at += 6;
        match (unit, self.unit()) {
            (0xD800..0xDC00, Some(low @ 0xDC00..0xE000)) => {
                self.at += 6;
                0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
            }
            _ => unit,
        }
    }
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.at >= self.text.raw.len() {
            return None;
        }
        let first = self.byte(0);
        if first == b'\\' && self.text.escaped {
            return Some(self.escape());
        }
        let (length, bits) = match first {
            0..0x80 => (1, first),
            0x80..0xE0 => (2, first & 0x1F),
            0xE0..0xF0 => (3, first & 0x0F),
            _ => (4, first & 0x07),
        };
        let code_point = (1..length).fold(bits.into(), |c: u32, i| c << 6 | u32::from(self.byte(i) & 0x3F));
        self.at += length;
        Some(code_point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn escaped(raw: &str) -> Text<'_> {
        Text { raw: raw.as_bytes(), escaped: true }
    }

    proptest! {
        #[test]
        fn characters_are_those_of_the_code_points(
            parts in prop::collection::vec(
                prop::sample::select(vec!["a", "b c", "é", "😀", r"\n", r"\\", r"\u00e9", r"\ud83d\ude00", r"\ud83d", r"\udc00", r"\/"]),
                0..12,
            ),
        ) {
            let raw = parts.concat();
            let expected: String = escaped(&raw).code_points().map(|c| char::from_u32(c).unwrap_or('\0')).collect();
            prop_assert_eq!(escaped(&raw).to_str(), expected.as_str());
            // Each character is found where it was written.
            let ends = expected.char_indices().map(|(at, c)| at..at + c.len_utf8()).collect::<Vec<_>>();
            let found = escaped(&raw).raw_ranges(&ends);
            prop_assert_eq!(found.len(), ends.len());
            for (found, at) in found.into_iter().zip(ends) {
                prop_assert_eq!(escaped(&raw[found]).to_str(), &expected[at]);
            }
        }
    }

    #[test]
    fn a_pair_of_surrogates_is_one_character_and_a_lone_one_too() {
        assert_eq!(escaped(r"\ud83d\ude00x").code_points().collect::<Vec<_>>(), [0x1F600, 'x'.into()]);
        assert_eq!(
            escaped(r"\ud83d\ud83d\n\/é😀").code_points().collect::<Vec<_>>(),
            [0xD83D, 0xD83D, 10, 47, 0xE9, 0x1F600]
        );
        assert_eq!(escaped(r"\ude00").to_bytes(), &[0xED, 0xB8, 0x80][..]);
        assert_eq!(escaped(r"a\ude00").to_str(), "a\0");
        assert_eq!(Text::plain("é😀").length(), 2);
    }

    #[test]
    fn a_pair_has_two_code_points() {
        let (key, value) = escaped(r"\u0041\ud83d\ude00").pair().unwrap();
        assert!(key.is("A") && value.is("😀"));
        assert!(Text::plain("a").pair().is_none() && Text::plain("abc").pair().is_none());
    }
}
