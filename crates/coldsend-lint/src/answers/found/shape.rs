//! The shape of a text that is not recognized, without anything of it.

use crate::answers::words::is_html;

/// Returns what a text looks like and its length, such as `HTML, 123 bytes`.
pub(super) fn shape(bytes: &[u8]) -> String {
    let trimmed = bytes.trim_ascii();
    let text = String::from_utf8_lossy(trimmed);
    let is_text = !text.contains(char::REPLACEMENT_CHARACTER);
    let length = if is_text { trimmed.len() } else { text.chars().count() };
    let kind = match (is_text, trimmed) {
        (false, _) => "data that is not text",
        (_, [b'{', .., b'}']) => "an object",
        (_, [b'[', .., b']']) => "a list",
        (_, [b'{' | b'[', ..]) => "JSON that is cut off",
        (_, [b'<', ..]) if is_html(trimmed) => "HTML",
        (_, [b'<', ..]) => "HTML or XML",
        _ => "text",
    };
    let plural = if length == 1 { "" } else { "s" };
    format!("{kind}, {length} byte{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_repeat_nothing() {
        for (text, expected) in [
            (&b"hunter2"[..], "text, 7 bytes"),
            (b" x ", "text, 1 byte"),
            (b"{\"a\": \"hunter2\"}", "an object, 16 bytes"),
            (b"[1]", "a list, 3 bytes"),
            (b"{\"a\": \"hunter2", "JSON that is cut off, 14 bytes"),
            (b"<!DOCTYPE html><p>hunter2", "HTML, 25 bytes"),
            (b"<key>hunter2</key>", "HTML or XML, 18 bytes"),
            (b"\xFF\xFE\xFD", "data that is not text, 3 bytes"),
            ("a\u{FFFD}".as_bytes(), "data that is not text, 2 bytes"),
        ] {
            assert_eq!(shape(text), expected);
        }
    }
}
