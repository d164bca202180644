//! Decodes the text of a body. The encoding is detected as by Python's `json.loads`, and surrogates are allowed
//! (`surrogatepass`). The result is UTF-8, except that a lone surrogate has three bytes. Facts: pydantic_v1.md 3.3 and
//! 3.4.
use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16 { big: bool },
    Utf32 { big: bool },
}

/// The error for bytes that are not valid in their encoding.
#[derive(Debug, PartialEq)]
pub(crate) struct Undecodable {
    /// The offset of the first byte that is not UTF-8; `None` in other encodings.
    pub(crate) offset: Option<usize>,
}

/// The byte order mark in UTF-8.
pub(crate) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Returns the text and the offset at which it starts. A byte order mark is kept, so that offsets in UTF-8 are those of
/// the body.
pub(crate) fn decode(body: &[u8]) -> Result<(Cow<'_, [u8]>, usize), Undecodable> {
    let (encoding, has_mark) = detect(body);
    let start = if has_mark { MARK.len() } else { 0 };
    match encoding {
        Encoding::Utf8 => match not_utf8(body) {
            None => Ok((Cow::Borrowed(body), start)),
            offset => Err(Undecodable { offset }),
        },
        Encoding::Utf16 { big } => wide(body, 2, big).map(|text| (Cow::Owned(text), start)),
        Encoding::Utf32 { big } => wide(body, 4, big).map(|text| (Cow::Owned(text), start)),
    }
}

/// Returns the encoding, and whether there is a byte order mark.
fn detect(body: &[u8]) -> (Encoding, bool) {
    match body {
        [0, 0, 0xFE, 0xFF, ..] => (Encoding::Utf32 { big: true }, true),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding::Utf32 { big: false }, true),
        [0xFE, 0xFF, ..] => (Encoding::Utf16 { big: true }, true),
        [0xFF, 0xFE, ..] => (Encoding::Utf16 { big: false }, true),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, true),
        [0, 0, _, _, ..] => (Encoding::Utf32 { big: true }, false),
        [0, _, _, _, ..] | [0, _] => (Encoding::Utf16 { big: true }, false),
        [_, 0, 0, 0, ..] => (Encoding::Utf32 { big: false }, false),
        [_, 0, _, _, ..] | [_, 0] => (Encoding::Utf16 { big: false }, false),
        _ => (Encoding::Utf8, false),
    }
}

/// Returns the offset of the first byte that is not UTF-8. Surrogates are allowed, as in Python.
fn not_utf8(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        rest = rest.get(error.valid_up_to()..)?;
        match rest {
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, after @ ..] => rest = after,
            _ => return Some(bytes.len() - rest.len()),
        }
    }
    None
}

/// Decodes UTF-16 or UTF-32; `width` is the number of bytes of a unit. The two halves of a surrogate pair are one
/// character in UTF-16 only.
fn wide(bytes: &[u8], width: usize, big: bool) -> Result<Vec<u8>, Undecodable> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut high: Option<u32> = None;
    for unit in bytes.chunks(width) {
        let append = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
        let unit = match big {
            _ if unit.len() < width => return Err(Undecodable { offset: None }),
            true => unit.iter().fold(0, append),
            false => unit.iter().rev().fold(0, append),
        };
        match (high.take(), unit) {
            (Some(high), 0xDC00..0xE000) => {
                push(&mut text, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
                continue;
            }
            (Some(high), _) => push(&mut text, high),
            _ => {}
        }
        match unit {
            0xD800..0xDC00 if width == 2 => high = Some(unit),
            0..0x11_0000 => push(&mut text, unit),
            _ => return Err(Undecodable { offset: None }),
        }
    }
    if let Some(high) = high {
        push(&mut text, high);
    }
    Ok(text)
}

/// Appends a code point as UTF-8. A lone surrogate is encoded in the same way.
pub(super) fn push(text: &mut Vec<u8>, code_point: u32) {
    match char::from_u32(code_point) {
        Some(c) => text.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        None => text.extend([
            0xE0 | (code_point >> 12) as u8,
            0x80 | (code_point >> 6 & 0x3F) as u8,
            0x80 | (code_point & 0x3F) as u8,
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &[u8]) -> Option<String> {
        let (text, start) = decode(body).ok()?;
        Some(String::from_utf8_lossy(&text[start..]).into_owned())
    }

    #[test]
    fn encodings_are_found_by_mark_or_zero_bytes() {
        let cases: [(&[u8], &str); 9] = [
            (b"{}", "{}"),
            (b"\xEF\xBB\xBF{}", "{}"),
            (b"\xFF\xFE{\0}\0", "{}"),
            (b"\xFE\xFF\0{\0}", "{}"),
            (b"{\0}\0", "{}"),
            (b"\0{\0}", "{}"),
            (b"\x31\0", "1"),
            (b"{\0\0\0}\0\0\0", "{}"),
            (b"\0\0\xFE\xFF\0\0\0\x31", "1"),
        ];
        for (body, expected) in cases {
            assert_eq!(text(body).as_deref(), Some(expected), "{body:?}");
        }
    }

    #[test]
    fn invalid_bytes_are_undecodable_but_surrogates_are_not() {
        for body in [
            &b"\"\xFF\""[..],
            b"\"\xC3\"",
            b"\"\xC0\xAF\"",
            b"\"\xF4\x90\x80\x80\"",
            b"\xFF\xFE{\0}",
            b"\0\0\xFE\xFF\0\x11\0\0",
        ] {
            assert!(decode(body).is_err(), "{body:?}");
        }
        assert!(decode(b"\"\xED\xA0\x80\"").is_ok());
        assert_eq!(
            decode(b"\xFF\xFE\x00\xD8").map(|(text, start)| text[start..].to_vec()),
            Ok(vec![0xED, 0xA0, 0x80])
        );
    }
}
