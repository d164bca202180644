//! Why a body cannot be read as text.
use crate::json::{Reason, Unreadable, digits, hexadecimal};
use std::borrow::Cow;

/// The maximum number of bytes to guess an encoding from.
const MAX_GUESSED: usize = 1 << 16;

/// Says why a body cannot be read, and what to do.
pub(crate) fn note(body: &[u8], unreadable: Unreadable) -> Cow<'static, str> {
    match (unreadable.reason, unreadable.offset) {
        (Reason::Encoding, Some(offset)) => not_utf8(body, offset).into(),
        (Reason::Encoding, None) => {
            "The text is not valid in the encoding that its first bytes announce".into()
        }
        (Reason::Depth, _) => "Brackets are nested too deeply here".into(),
        (Reason::Digits, _) => "This integer has too many digits".into(),
        (Reason::Length, _) => "The text is too long".into(),
    }
}

/// Returns whether a text may be in Windows-1252: its bytes beyond ASCII are letters or punctuation of Western languages,
/// which stand alone, and none is a control character.
fn is_western(text: &[u8]) -> bool {
    let is_ascii = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7E);
    let is_western =
        |byte: &u8| matches!(byte, 0x80 | 0x84 | 0x85 | 0x91..=0x97 | 0x99 | 0xA0..=0xBB | 0xBF..);
    let is_known = |byte: &u8| is_ascii(byte) || is_western(byte);
    let mut runs = text.chunk_by(|one, other| one.is_ascii() == other.is_ascii());
    text.iter().all(is_known) && runs.all(|run| run.len() <= 2 || run.first().is_some_and(u8::is_ascii))
}

/// Says which byte is not UTF-8, and what the encoding may be.
fn not_utf8(body: &[u8], offset: usize) -> String {
    let before = body.get(..offset).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let place = offset - before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1) + 1;
    let Some(byte) = body.get(offset) else { return "The text ends within a character".to_owned() };
    let [place, line] = [place, line].map(|number| digits(number as u64));
    let place = ["The text is not UTF-8: byte ", &place, " of line ", &line].concat();
    let start = [&place, " is 0x", &hexadecimal(u32::from(*byte), 2)].concat();
    let rest = body.get(offset..).unwrap_or_default();
    let is_cut =
        std::str::from_utf8(rest).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none());
    if is_cut {
        return start + ", and the text ends within that character";
    }
    let rest = rest.get(..MAX_GUESSED).unwrap_or(rest);
    start + if is_western(rest) { "; it looks like Windows-1252" } else { "" } + ": save it as UTF-8"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(body: &[u8]) -> String {
        let offset = Some(std::str::from_utf8(body).unwrap_err().valid_up_to());
        note(body, Unreadable { reason: Reason::Encoding, offset }).into_owned()
    }

    #[test]
    fn encodings_are_guessed() {
        assert_eq!(
            encoding(b"{\n \"a\": \"Caf\xE9 campaign\"}"),
            "The text is not UTF-8: byte 11 of line 2 is 0xE9; it looks like Windows-1252: save it as UTF-8"
        );
        for text in [
            &b"\"\x83\x65\x83\x58\x83\x67\""[..],
            b"\"\xB2\xE2\xCA\xD4\xD3\xCA\xBC\xFE\"",
            b"\x89PNG\r\n\x1A\n",
        ] {
            assert!(!encoding(text).contains("looks like"), "{}", encoding(text));
        }
        assert!(encoding(b"\"caf\xC3").ends_with("0xC3, and the text ends within that character"));
    }
}
