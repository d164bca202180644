//! What stands around a place in a text, as far as advice needs it. Text is read as written in the document, so a line
//! may end with an escape.

/// How far before a place to look for the beginning of code, and how often in a text.
const MAX_BEFORE: usize = 2000;
const MAX_LOOKS: usize = 64;
/// The elements of HTML that contain code.
const ELEMENTS: [&[u8]; 4] = [b"code", b"pre", b"script", b"style"];
/// How far before a place to look for a brace in the same line.
const MAX_LINE: usize = 200;

/// Returns whether a text begins with a prefix in lowercase, in any case.
pub(super) fn begins(text: &[u8], prefix: &[u8]) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Returns the character before a place, or a similar one: a line feed for a carriage return and for any white space
/// that is written as an escape, and DEL for any character that is not ASCII. Returns `None` at the start.
pub(super) fn before(text: &[u8], at: usize) -> Option<u8> {
    const OTHER: u8 = 0x7F;
    let (rest, last) = text.get(..at)?.split_last().map(|(last, rest)| (rest, *last))?;
    if is_escaped(rest) {
        return Some(if matches!(last, b'n' | b'r' | b't' | b'b' | b'f') { b'\n' } else { last });
    }
    if last == b'\r' {
        return Some(b'\n');
    }
    let escape = rest.len().checked_sub(5).and_then(|start| rest.get(start..));
    match escape {
        Some([b'\\', b'u', digits @ ..]) if digits.iter().chain([&last]).all(u8::is_ascii_hexdigit) => {
            Some(OTHER)
        }
        _ if last.is_ascii() => Some(last),
        _ => Some(OTHER),
    }
}

/// Returns whether the byte after this text is escaped: an odd number of backslashes precedes it.
fn is_escaped(text: &[u8]) -> bool {
    text.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// Returns whether a value ends here: the text or a line ends, or punctuation follows.
pub(super) fn ends(rest: &[u8]) -> bool {
    const DASHES: [&str; 5] = [" - ", " –", " —", " \\u2013", " \\u2014"];
    match rest {
        [] | [b',' | b'!' | b';' | b'<' | b'\n' | b'\r', ..] | [b'\\', b'n' | b'r', ..] => true,
        [b'.' | b':', after @ ..] => {
            after.first().is_none_or(|byte| matches!(byte, b' ' | b'<' | b'\\' | b'\n' | b'\r'))
        }
        [b' ', ..] => DASHES.iter().any(|dash| rest.starts_with(dash.as_bytes())),
        _ => false,
    }
}

/// Returns whether a place follows a single brace that is not closed before it in the same line, as in code.
pub(super) fn is_in_braces(text: &[u8], at: usize) -> bool {
    let before = text.get(at.saturating_sub(MAX_LINE)..at).unwrap_or_default();
    let last = before.iter().rposition(|byte| matches!(byte, b'{' | b'}' | b'\n' | b'\r'));
    last.is_some_and(|last| before.get(last) == Some(&b'{'))
}

/// Looks for code around places in a text.
#[derive(Default)]
pub(super) struct Code {
    looks: usize,
}

impl Code {
    /// Returns whether a place is in code: in back quotes, or in an element of HTML for code. After too many places, any
    /// other counts as code.
    pub(super) fn surrounds(&mut self, text: &[u8], at: usize) -> bool {
        self.looks += 1;
        let before = text.get(at.saturating_sub(MAX_BEFORE)..at).unwrap_or_default();
        self.looks > MAX_LOOKS || is_quoted(before) || is_in_element(before)
    }
}

/// Returns whether a text ends in a fence or in back quotes that are not closed in the same line.
fn is_quoted(before: &[u8]) -> bool {
    let fences = before.windows(3).filter(|window| window == b"```").count();
    let breaks = before.windows(2).rposition(|pair| pair == b"\\n" || matches!(pair, [_, b'\n' | b'\r']));
    let line = before.get(breaks.map_or(0, |at| at + 2)..).unwrap_or_default();
    fences % 2 == 1 || line.iter().filter(|byte| **byte == b'`').count() % 2 == 1
}

/// Returns whether a text ends in an element for code: its last tag of such an element opens it.
fn is_in_element(before: &[u8]) -> bool {
    let mut text = before;
    while let Some(at) = text.iter().rposition(|byte| *byte == b'<') {
        let tag = before.get(at + 1..).unwrap_or_default();
        let closing = tag.strip_prefix(b"/").or_else(|| tag.strip_prefix(b"\\/"));
        if ELEMENTS.iter().any(|element| begins(closing.unwrap_or(tag), element)) {
            return closing.is_none();
        }
        text = text.get(..at).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_character_before_accounts_for_escapes() {
        for (text, expected) in [
            ("", None),
            ("a", Some(b'a')),
            (r"a\n", Some(b'\n')),
            ("a\r", Some(b'\n')),
            (r"a\\n", Some(b'n')),
            (r#"a\""#, Some(b'"')),
            (r"a\u00e9", Some(0x7F)),
            ("é", Some(0x7F)),
        ] {
            assert_eq!(before(text.as_bytes(), text.len()), expected, "{text}");
        }
    }

    #[test]
    fn code_is_in_back_quotes_or_elements() {
        for (text, expected) in [
            ("Call `", true),
            ("Call `a` with ", false),
            (r"An odd ` here\nHi ", false),
            (r"```\ncode\n", true),
            (r"```\ncode\n```\n", false),
            ("<p>See <code class=\\\"x\\\"><b>", true),
            ("<p>See <CODE>a</CODE> ", false),
            ("<pre>a < b ", true),
            ("<style>p { }", true),
            ("<style>p { }<\\/style> ", false),
            ("<p>Hi ", false),
        ] {
            assert_eq!(Code::default().surrounds(text.as_bytes(), text.len()), expected, "{text}");
        }
    }

    #[test]
    fn a_value_ends_at_punctuation() {
        for rest in ["", ", x", "!", ". And", ".", r"\nx", "</p>", " – x", r" \u2013 x", " - x"] {
            assert!(ends(rest.as_bytes()), "{rest}");
        }
        for rest in [" behaviour", ".name", "x", "?", r"\u00e9", ":8080"] {
            assert!(!ends(rest.as_bytes()), "{rest}");
        }
    }
}
