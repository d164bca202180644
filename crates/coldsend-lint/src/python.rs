//! How Python reads numbers, `dict()`, query strings and Base64. This file has what `int()`, `float()` and
//! `uuid.UUID()` share.
//!
//! White space is stripped. One ASCII sign may precede the digits, which may be of any script or of several, with a
//! single `_` between two digits. Facts: pydantic_v1.md 2.3 (CPython 3.11, Unicode 14).
pub(crate) mod base64;
pub(crate) mod dict;
pub(crate) mod float;
pub(crate) mod int;
mod query;

pub(crate) use query::{Query, quote_segment, unquote};

/// Returns whether `int()` and `float()` strip `c`. They keep U+001C–001F, which `str.strip()` removes.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace()
}

/// The zeros of all scripts, each followed by its other nine digits: the general category Nd of Unicode 14.
#[rustfmt::skip]
const ZEROS: [u32; 66] = [
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66,
    0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946,
    0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0,
    0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0,
    0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60,
    0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

/// Returns the value of a decimal digit of any script.
pub(crate) fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c as u8 & 0x0F);
    }
    let following = ZEROS.partition_point(|zero| *zero <= u32::from(c));
    let zero = ZEROS.get(following.checked_sub(1)?)?;
    u8::try_from(u32::from(c).checked_sub(*zero)?).ok().filter(|value| *value < 10)
}

/// Returns whether the sign is a minus, and the text after the sign.
fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Returns whether the text consists of at least one digit, and of `_` only between two digits.
pub(crate) fn is_grouped(mut text: impl Iterator<Item = char>, is_digit: impl Fn(char) -> bool) -> bool {
    // A `_` is as wrong before the first digit as after another `_`.
    let mut last = '_';
    let fits = text.all(|c| {
        let fits = if c == '_' { last != '_' } else { is_digit(c) };
        last = c;
        fits
    });
    fits && last != '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_that_of_python() {
        let spaces: Vec<u32> = ('\0'..=char::MAX).filter(|c| is_space(*c)).map(u32::from).collect();
        let expected: Vec<u32> = (0x09..=0x0D)
            .chain([0x20, 0x85, 0xA0, 0x1680])
            .chain(0x2000..=0x200A)
            .chain([0x2028, 0x2029, 0x202F, 0x205F, 0x3000])
            .collect();
        assert_eq!(spaces, expected);
    }

    #[test]
    fn digits_of_any_script() {
        let table = [
            ('0', Some(0)),
            ('9', Some(9)),
            ('/', None),
            (':', None),
            ('a', None),
            ('\0', None),
            ('²', None),
            ('٣', Some(3)),
            ('５', Some(5)),
            ('०', Some(0)),
            ('९', Some(9)),
            ('॰', None),
            ('𝟗', Some(9)),
            ('𝟘', Some(0)),
            ('𝟿', Some(9)),
            ('𝠀', None),
            ('🯰', Some(0)),
            ('🯹', Some(9)),
            ('一', None),
            ('Ⅷ', None),
            ('①', None),
            // These have been digits only since Unicode 15.
            ('𞓰', None),
            ('𑽐', None),
            (char::MAX, None),
        ];
        for (c, value) in table {
            assert_eq!(digit(c), value, "{c}");
        }
        assert_eq!(('\0'..=char::MAX).filter(|c| digit(*c).is_some()).count(), 660);
        assert!(ZEROS.is_sorted());
    }

    #[test]
    fn underscores_stand_between_digits() {
        let table = [
            ("1", true),
            ("1_0_0", true),
            ("", false),
            ("_", false),
            ("_1", false),
            ("1_", false),
            ("1__0", false),
        ];
        for (text, fits) in table {
            assert_eq!(is_grouped(text.chars(), |c| digit(c).is_some()), fits, "{text}");
        }
    }
}
