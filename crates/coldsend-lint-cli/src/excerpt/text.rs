//! Makes text safe for a terminal: replaces characters that move the cursor, change the direction of text or are
//! invisible.
use serde_json::ser::Formatter;
use std::borrow::Cow;
use std::io::{self, Write};

/// Returns whether a character must not be shown as is. A joiner inside an emoji is safe.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

/// Returns the character, or a visible replacement.
pub(crate) fn shown(c: char) -> char {
    match c {
        '\0'..=' ' if c != ' ' => char::from_u32(u32::from('␀') + u32::from(c)).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '␡',
        _ if is_unsafe(c) => '\u{FFFD}',
        _ => c,
    }
}

/// Makes text safe to print on one line.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    match text.contains(is_unsafe) {
        true => Cow::Owned(text.chars().map(shown).collect()),
        false => Cow::Borrowed(text),
    }
}

/// Makes text of several lines safe to print.
pub(crate) fn lines(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Appends the JSON escape of a character.
pub(crate) fn escape(c: char, out: &mut String) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        out.push_str(&format!("\\u{unit:04x}"));
    }
}

/// A JSON formatter that escapes such characters. Raw values are left unchanged.
#[derive(Clone, Copy)]
pub(crate) struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        if !text.contains(is_unsafe) {
            return writer.write_all(text.as_bytes());
        }
        let mut safe = String::with_capacity(text.len());
        for c in text.chars() {
            if is_unsafe(c) { escape(c, &mut safe) } else { safe.push(c) }
        }
        writer.write_all(safe.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;

    #[test]
    fn what_acts_on_a_terminal_is_replaced() {
        assert_eq!(line("a\u{1b}[2J\t\u{9b}\u{202e}é😀"), "a␛[2J␉\u{FFFD}\u{FFFD}é😀");
        assert_eq!(lines("a\r\nb\0"), "a␍\nb␀");
    }

    #[test]
    fn json_escapes_it() {
        let mut out = Vec::new();
        let text = "\u{202e}\u{7f}\u{e0001}\n\"é";
        text.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Escaping)).unwrap();
        assert_eq!(String::from_utf8_lossy(&out), r#""\u202e\u007f\udb40\udc01\n\"é""#);
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }
}
