//! What stands where JSON is malformed, and what to write instead. Only words of a closed list are repeated: any other
//! may be a secret.
use super::characters::{Instead, code_point, name};
use super::instead::NotARequest;
use super::text;
use crate::error::telling::is_telling;
use crate::json::{Malformed, digits};
use std::borrow::Cow;

/// The words of other languages for values, and the JSON for them.
const WORDS: [(&str, &str); 12] = [
    ("True", "true"),
    ("TRUE", "true"),
    ("False", "false"),
    ("FALSE", "false"),
    ("None", "null"),
    ("NULL", "null"),
    ("Null", "null"),
    ("nil", "null"),
    ("undefined", "null"),
    ("nan", "null"),
    ("inf", "null"),
    ("infinity", "null"),
];
/// The maximum length of a key that is looked at.
const MAX_KEY: usize = 128;
const LEADING_ZERO: &str = "a number does not begin with 0";
const LINE_BREAK: &str = "a line break within text is written \\n; otherwise, its closing quote is missing";
const TRAILING_COMMA: &str = "remove the comma before this";
const PLACEHOLDER: &str = "this is a placeholder without quotes: put a value in its place";
/// Python's message for text after a complete value.
const EXTRA_DATA: &str = "Extra data";
/// Python's message where a value must be.
const VALUE: &str = "Expecting value";
/// Python's message for a key without a colon.
const COLON: &str = "Expecting ':' delimiter";

/// Says what stands at the error, and what to do.
pub(crate) fn note(text: &[u8], malformed: Malformed) -> Option<Cow<'static, str>> {
    let at = malformed.offset;
    let before = text.get(..at)?;
    let before = before.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(before);
    // Text that is not even meant as JSON is malformed at its beginning; a merge conflict may be anywhere, and settings
    // may begin like a list.
    if let Some(instead) = text::instead(text, at)
        && (before.trim_ascii().is_empty()
            || matches!(
                instead,
                NotARequest::MergeConflict { .. } | NotARequest::Settings | NotARequest::Markup
            )
            || malformed.message == EXTRA_DATA)
    {
        return Some(instead.message());
    }
    let here = Here { before, rest: text.get(at..)? };
    here.note(malformed.message)
}

/// The place of an error.
struct Here<'t> {
    before: &'t [u8],
    rest: &'t [u8],
}

impl Here<'_> {
    fn note(&self, message: &str) -> Option<Cow<'static, str>> {
        if let Some(character) = self.character() {
            return Some(character.into());
        }
        let first = self.rest.first().copied();
        let note = match message {
            "Unterminated string starting at" => match self.closing_quote() {
                Some(quote) => return Some(quote.into()),
                None => "the text that begins here has no closing quote",
            },
            "Invalid control character at" => match first {
                Some(b'\n' | b'\r') => LINE_BREAK,
                Some(b'\t') => "a tab within text is written \\t",
                _ => "this character is written with \\u and four digits",
            },
            "Invalid \\escape" => match self.rest.get(1) {
                Some(b'\'' | b'$' | b'`' | b'#' | b'@' | b'!' | b'&' | b'%') => {
                    "remove the backslash: only some characters may have one"
                }
                Some(b'x') => "a character is written with \\u and four digits",
                Some(b'\n' | b'\r') => LINE_BREAK,
                _ => "a backslash within text is written \\\\",
            },
            "Invalid \\uXXXX escape" => "\\u needs four hexadecimal digits; a backslash is written \\\\",
            _ => match (first, self.last()) {
                (None, _) => "the text ends here, in the middle of the JSON",
                (Some(b'}' | b']'), Some(b',')) => TRAILING_COMMA,
                (Some(b','), Some(b',' | b'[' | b'{')) => "there is a comma too many",
                (Some(b'}' | b']' | b','), Some(b':')) => "a value is missing here",
                (Some(b'\\'), _) => "the quotes have backslashes, as within a JSON string: remove them",
                (Some(b'&'), _) if self.rest.starts_with(b"&quot;") => {
                    "`&quot;` stands for a quote in HTML: write \""
                }
                (Some(b'&'), _) => "this is written as in HTML: write the character itself",
                (Some(b'\'' | b'b'), None)
                    if matches!(self.rest, [b'\'', b'{', ..] | [b'b', b'\'' | b'"', ..]) =>
                {
                    "remove the quotes around the JSON"
                }
                (Some(b'\''), _) => "text and keys need double quotes, not `'`",
                (Some(b'`'), _) => "text and keys need double quotes, not backticks",
                (Some(b'#'), _) => "JSON has no comments: remove what begins with `#`",
                (Some(b'/'), _) if self.rest.starts_with(b"//") => {
                    "JSON has no comments: remove what begins with `//`"
                }
                (Some(b'/'), _) if self.rest.starts_with(b"/*") => {
                    "JSON has no comments: remove what begins with `/*`"
                }
                (Some(b'{'), Some(b'{')) if matches!(self.rest.get(1), Some(b'"' | b'}' | b'\n')) => {
                    "the braces are doubled: write one of them"
                }
                (Some(b'{'), Some(b'{')) => PLACEHOLDER,
                (Some(b'{'), _) if self.rest.starts_with(b"{{") => PLACEHOLDER,
                (Some(b'$' | b'<' | b'%'), _) if message == VALUE => {
                    "this may be a placeholder: put a value in its place"
                }
                (Some(b'0'..=b'9' | b'_'), Some(b'0')) if self.is_after_zero() => LEADING_ZERO,
                (Some(b'0'..=b'9'), Some(b'-')) => LEADING_ZERO,
                (Some(b'0'..=b'9'), Some(b',')) if message != VALUE => "a number has no comma",
                (Some(b'+' | b'.'), Some(b'"')) => "JSON cannot join texts: write a single one",
                (Some(b'.'), _) if self.rest.starts_with(b"...") => {
                    "put the rest of the JSON in place of the dots"
                }
                (Some(b'-'), _) if message == VALUE => "a number needs a digit after the minus sign",
                (Some(b'+'), _) => "a number has no plus sign",
                (Some(b'.'), Some(b'0'..=b'9')) => "a number needs a digit after the decimal point",
                (Some(b'.'), _) => "a number needs a digit before the decimal point",
                (Some(b';'), _) => "remove the semicolon",
                _ if message == EXTRA_DATA => return self.extra(),
                _ => return self.word(message),
            },
        };
        Some(note.into())
    }

    /// Returns the last byte before the error that is not a blank.
    fn last(&self) -> Option<u8> {
        self.before.trim_ascii_end().last().copied()
    }

    /// Returns whether the error is right after a zero with which a number begins.
    fn is_after_zero(&self) -> bool {
        matches!(self.before, [.., before, b'0'] if !before.is_ascii_digit() && !b".eE+".contains(before))
            || self.before == b"0"
    }

    /// Says which invisible or typographic character is here.
    fn character(&self) -> Option<String> {
        let text = self.rest.get(..4).unwrap_or(self.rest);
        let c = match std::str::from_utf8(text) {
            Ok(text) => text.chars().next(),
            Err(error) => std::str::from_utf8(text.get(..error.valid_up_to())?).ok()?.chars().next(),
        }?;
        if c.is_ascii() && !c.is_control() || matches!(c, '\n' | '\t' | '\r') {
            return None;
        }
        let (name, instead) = name(c)?;
        let this = ["this is ", &code_point(c), " (", name].concat();
        Some(match instead {
            Instead::Nothing => this + "): remove it",
            Instead::Write(what) if what.len() == 1 => [&this, "): write `", what, "` instead"].concat(),
            Instead::Write(what) => [&this, "): write ", what, " instead"].concat(),
        })
    }

    /// Says which typographic quote stands where a text should end.
    fn closing_quote(&self) -> Option<String> {
        let line = self.rest.split(|byte| *byte == b'\n').next()?;
        ends_no_text(line.get(..MAX_KEY).unwrap_or(line))
    }

    /// Says which typographic quote stands in the text that ends here.
    fn open_quote(&self) -> Option<String> {
        let text = self.before.trim_ascii_end().strip_suffix(b"\"")?;
        let text = text.get(text.len().saturating_sub(MAX_KEY)..)?;
        ends_no_text(text.rsplit(|byte| *byte == b'"').next()?)
    }

    /// Says what follows a complete value.
    fn extra(&self) -> Option<Cow<'static, str>> {
        match self.rest.first() {
            Some(b',') if self.rest.get(1..).is_none_or(|rest| rest.trim_ascii().is_empty()) => {
                Some("remove the comma after the end of the JSON".into())
            }
            Some(b'`') => Some("remove the ``` after the JSON".into()),
            Some(b'{' | b'[' | b',') => Some(NotARequest::Values.message()),
            _ => Some("the JSON ends before this".into()),
        }
    }

    /// Says which word is here, if it may be repeated.
    fn word(&self, message: &str) -> Option<Cow<'static, str>> {
        let is_inside =
            |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.$@".contains(byte) || !byte.is_ascii();
        let end = self.rest.iter().take_while(|byte| is_inside(byte)).count();
        let word = self.rest.get(..end)?;
        let length = String::from_utf8_lossy(word).chars().count();
        if let Some((word, json)) = WORDS.iter().find(|(known, _)| known.as_bytes() == word) {
            return Some(["`", word, "` is not JSON: write ", json].concat().into());
        }
        if message == "Expecting ',' delimiter" {
            let is_glued = |byte: Option<&u8>| {
                byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"_%*-.:".contains(byte))
            };
            if self.before.last().is_some_and(u8::is_ascii_alphanumeric) && is_glued(self.rest.first()) {
                return Some("this is neither a number nor a word of JSON: text needs double quotes".into());
            }
            return Some(match (self.rest.first(), self.last()) {
                (Some(b'}' | b']'), _) => "this closes another bracket than the one that is open".into(),
                (Some(first), Some(b'"')) if !b"\"{[".contains(first) => match self.open_quote() {
                    Some(quote) => quote.into(),
                    None => "a quote within text is written \\\"; otherwise, a comma is missing".into(),
                },
                _ => "a comma is missing before this".into(),
            });
        }
        if message == COLON {
            return Some("write `:` between a key and its value".into());
        }
        let (what, must) = match message {
            VALUE => ("word", "text needs double quotes"),
            _ => ("key", "keys need double quotes"),
        };
        match length {
            0 => None,
            _ if what == "word" && self.is_secret() => Some("a bare word: text needs double quotes".into()),
            _ => {
                let noun = if length == 1 { " character: " } else { " characters: " };
                Some(["a bare ", what, " of ", &digits(length as u64), noun, must].concat().into())
            }
        }
    }

    /// Returns whether the key of the value here sounds secret.
    fn is_secret(&self) -> bool {
        let Some(before) = self.before.trim_ascii_end().strip_suffix(b":") else { return false };
        let before = before.trim_ascii_end();
        let before = before.get(before.len().saturating_sub(MAX_KEY)..).unwrap_or_default();
        let before = before.strip_suffix(b"\"").or_else(|| before.strip_suffix(b"'")).unwrap_or(before);
        let is_key = |byte: &u8| !b"\"',{[\n".contains(byte);
        let start = before.iter().rposition(|byte| !is_key(byte)).map_or(0, |end| end + 1);
        is_telling(&String::from_utf8_lossy(before.get(start..).unwrap_or_default()))
    }
}

/// Says which typographic quote of a text does not end it.
fn ends_no_text(text: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(text);
    let quote = text.chars().find(|c| matches!(c, '\u{201C}'..='\u{201F}'))?;
    let (name, _) = name(quote)?;
    Some([&code_point(quote), " (", name, ") ends no text: write `\"` instead"].concat())
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use crate::{Checker, Operation};

    fn note(body: &str) -> String {
        let mut checker = Checker::new();
        let rejection = checker.check(Operation::CreateCampaign, body).rejection;
        let hint = rejection.map(|rejection| rejection.findings()[0].hint()).unwrap_or_default();
        hint.split_once("; ").map(|(_, note)| note.to_owned()).unwrap_or(hint)
    }

    #[test]
    fn what_stands_there_is_named() {
        let quotes = "text and keys need double quotes, not `'`";
        let placeholder = "this is a placeholder without quotes: put a value in its place";
        for (body, expected) in [
            (r#"{"a": True}"#, "`True` is not JSON: write true"),
            (r#"{"a": None}"#, "`None` is not JSON: write null"),
            (r#"{"a": undefined}"#, "`undefined` is not JSON: write null"),
            (r#"{"a": hunter2}"#, "a bare word of 7 characters: text needs double quotes"),
            (r#"{"smtp_password": hunter2}"#, "a bare word: text needs double quotes"),
            (r#"{smtp_password: "hunter2"}"#, "a bare key of 13 characters: keys need double quotes"),
            (r#"{'a': 1}"#, quotes),
            (r#"{"a": 'b'}"#, quotes),
            (r#"{"a": 1,}"#, "remove the comma before this"),
            (r#"{"a": [1, ]}"#, "remove the comma before this"),
            (r#"{"a": [1,,2]}"#, "there is a comma too many"),
            (r#"{"a": }"#, "a value is missing here"),
            (r#"{"a": 01}"#, "a number does not begin with 0"),
            (r#"{"a": -01}"#, "a number does not begin with 0"),
            (r#"{"a": +1}"#, "a number has no plus sign"),
            (r#"{"a": .5}"#, "a number needs a digit before the decimal point"),
            (r#"{"a": 5.}"#, "a number needs a digit after the decimal point"),
            (r#"{"a": 1} // x"#, "JSON has no comments: remove what begins with `//`"),
            ("{\n# x\n}", "JSON has no comments: remove what begins with `#`"),
            (r#"{"a" = 1}"#, "write `:` between a key and its value"),
            (r#"{"a": 1 "b": 2}"#, "a comma is missing before this"),
            (r#"{"a": "say "hi""}"#, "a quote within text is written \\\"; otherwise, a comma is missing"),
            (
                "{\"a\": \"b\nc\"}",
                "a line break within text is written \\n; otherwise, its closing quote is missing",
            ),
            (
                "{\"a\": \"b\u{201D}, \"c\": 1}",
                "U+201D (right double quotation mark) ends no text: write `\"` instead",
            ),
            (r#"{"a": 1,000}"#, "a number has no comma"),
            (r#"{"a": "C:\Users"}"#, "a backslash within text is written \\\\"),
            (r#"{&nbsp;"a": 1}"#, "this is written as in HTML: write the character itself"),
            (r#"b'{"a": 1}'"#, "remove the quotes around the JSON"),
            ("\u{2022} {}", "this is U+2022 (bullet): remove it"),
            ("{\u{2033}a\u{2033}: 1}", "this is U+2033 (double prime): write `\"` instead"),
            (r#"{"a": "C:\dir"}"#, "a backslash within text is written \\\\"),
            (r#"{"a": "b"#, "the text that begins here has no closing quote"),
            (r#"{"a": 1"#, "the text ends here, in the middle of the JSON"),
            (r#"{"a": {{limit}}}"#, placeholder),
            (r#"{"a": ${LIMIT}}"#, "this may be a placeholder: put a value in its place"),
            ("{\u{201C}a\u{201D}: 1}", "this is U+201C (left double quotation mark): write `\"` instead"),
            ("{\u{A0}\"a\": 1}", "this is U+00A0 (no-break space): write an ordinary space instead"),
            ("\u{200B}{\"a\": 1}", "this is U+200B (zero width space): remove it"),
            ("{\"a\"\u{FF1A} 1}", "this is U+FF1A (fullwidth colon): write `:` instead"),
            ("{\"a\": é}", "a bare word of 1 character: text needs double quotes"),
            ("{\"a\": 1};", "remove the semicolon"),
            ("{\"a\": 1},", "remove the comma after the end of the JSON"),
            (r#"{"a": 0x1F}"#, "this is neither a number nor a word of JSON: text needs double quotes"),
            (r#"{"a": 2026-01-01}"#, "this is neither a number nor a word of JSON: text needs double quotes"),
            (r#"{"a": 50%}"#, "this is neither a number nor a word of JSON: text needs double quotes"),
            (r#"{"a": truee}"#, "this is neither a number nor a word of JSON: text needs double quotes"),
            (r#"{"a": "x" + "y"}"#, "JSON cannot join texts: write a single one"),
            (r#"{"a": 1, ...}"#, "put the rest of the JSON in place of the dots"),
            (r#"{"a": - 5}"#, "a number needs a digit after the minus sign"),
            (r#"{{"a": 1}}"#, "the braces are doubled: write one of them"),
            (r#"{"a": "it\'s"}"#, "remove the backslash: only some characters may have one"),
            (r#"{\"a\": 1}"#, "the quotes have backslashes, as within a JSON string: remove them"),
            ("{&quot;a&quot;: 1}", "`&quot;` stands for a quote in HTML: write \""),
            (r#"'{"a": 1}'"#, "remove the quotes around the JSON"),
            ("{\"a\": \"x\u{201D}}", "U+201D (right double quotation mark) ends no text: write `\"` instead"),
        ] {
            assert_eq!(note(body), expected, "{body}");
        }
        assert!(note("{\"email\": 1}\n{\"email\": 2}").starts_with("these are several JSON values"));
        assert!(note("curl -d '{}' https://x").starts_with("this is a curl command"));
        assert!(note("name: x\nlimit: 5").starts_with("this is YAML"));
        assert!(note("Here is the JSON you asked for:\n\n{\"a\": 1}").starts_with("there is other text"));
        assert!(note("fetch('https://x', {})").starts_with("this is a command or a program"));
        assert!(note("{\n<<<<<<< HEAD\n\"a\": 1").ends_with("resolve it at line 2"));
    }

    #[test]
    fn nothing_panics_or_repeats_a_secret() {
        let body = r#"{"smtp_password": "hunter2", "a": [hunter2, 'hunter2', hunter2"#;
        for end in 0..=body.len() {
            for tail in
                ["", "hunter2", "\u{201C}hunter2", "\\hunter2", "\nhunter2", "'hunter2", "{{hunter2}}"]
            {
                let text = format!("{}{tail}", &body[..end]);
                let mut checker = Checker::new();
                if let Some(rejection) = checker.check(Operation::CreateCampaign, &text).rejection {
                    let hints: String = rejection.findings().iter().map(|finding| finding.hint()).collect();
                    assert!(!hints.contains("hunter2"), "{text}: {hints}");
                }
            }
        }
    }
}
