//! Makes text safe for a terminal: replaces characters that move the cursor, change the direction of text or are
//! invisible.
use serde_json::ser::Formatter;
use std::borrow::Cow;
use std::io::{self, Write};

/// Returns whether a character must not be shown as is. Joiners and variation selectors, which emoji and some scripts
/// need, are safe.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
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

/// Makes a file name safe to print on one line, also at the beginning of a line in the log of a CI system, which takes
/// `::` there, and `##[` anywhere, for a command.
pub(crate) fn name(name: &str) -> Cow<'_, str> {
    let shown = line(name);
    if !shown.contains("##[") && !shown.trim_start().starts_with("::") {
        return shown;
    }
    let shown = shown.replace("##[", "##\u{FFFD}");
    // This is another name of the same file.
    let prefix = if shown.trim_start().starts_with("::") { "./" } else { "" };
    Cow::Owned(format!("{prefix}{shown}"))
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

/// A JSON formatter that escapes such characters; in raw values, which are the API's answers, only the
/// controls that a terminal could obey.
#[derive(Clone, Copy)]
pub(crate) struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        write_escaped(writer, text, is_unsafe)
    }

    fn write_raw_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, json: &str) -> io::Result<()> {
        write_escaped(writer, json, |c| matches!(c, '\u{80}'..='\u{9F}'))
    }
}

fn write_escaped<W: ?Sized + Write>(
    writer: &mut W,
    text: &str,
    is_escaped: impl Fn(char) -> bool,
) -> io::Result<()> {
    if !text.contains(&is_escaped) {
        return writer.write_all(text.as_bytes());
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if is_escaped(c) { escape(c, &mut safe) } else { safe.push(c) }
    }
    writer.write_all(safe.as_bytes())
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

    #[test]
    fn raw_json_keeps_its_meaning() {
        let json = "{\"\u{9b}é\u{202e}\" :\r\n\t[\"\u{7f}❤\u{fe0f}\"]}";
        let raw: &serde_json::value::RawValue = serde_json::from_str(json).unwrap();
        let mut out = Vec::new();
        raw.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Escaping)).unwrap();
        let expected = "{\"\\u009bé\u{202e}\" :\r\n\t[\"\u{7f}❤\u{fe0f}\"]}";
        assert_eq!(String::from_utf8_lossy(&out), expected);
        let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(value(expected), value(json));
    }

    #[test]
    fn names_are_no_commands_of_a_log() {
        assert_eq!(name("a/::error::b.json"), "a/::error::b.json");
        assert_eq!(name("::error::b.json"), "./::error::b.json");
        assert_eq!(name("\n ::error::b.json"), "␊ ::error::b.json");
        assert_eq!(name(" \u{a0}::error::b.json"), "./ \u{a0}::error::b.json");
        assert_eq!(name("a##[error]b.json"), "a##\u{FFFD}error]b.json");
    }
}
