//! Reads values in a text and writes them as JSON: JSON, the `repr` of Python, what Node prints, or a value that is cut
//! off, of which the complete members are kept.
use crate::answers::meaning::sentence;
use crate::error::ErrorKind;
use crate::json::{Guide, quote, read};
use std::ops::Range;

/// The maximum depth of nesting, that of the reader of JSON.
const MAX_DEPTH: usize = 900;
/// How many times its length may be read of a text. A text of unclosed brackets and quotes would take quadratic time.
const MAX_ROUNDS: usize = 16;
/// The maximum number of lines after the first of a message that was wrapped.
const MAX_WRAPS: usize = 4;
/// The number of bytes in which a value inside a string has its first escape.
const MAX_LOOKAHEAD: usize = 32;
/// Words that are other words in JSON. Any other word is shown as `null`.
const WORDS: [(&str, &str); 7] = [
    ("true", "true"),
    ("True", "true"),
    ("false", "false"),
    ("False", "false"),
    ("NaN", "NaN"),
    ("Infinity", "Infinity"),
    ("null", "null"),
];

/// A value in a text.
#[derive(Debug, PartialEq)]
pub(super) enum PastedValue {
    /// An object or a list that contains an object with a member, as JSON.
    Json {
        text: String,
        /// Whether it is complete.
        is_whole: bool,
        /// The same without an element of a list that is cut off, if there is one.
        without_part: Option<String>,
    },
    /// A value that is inside a string: its text.
    Inside(String),
}

/// Returns the values in a text that are not inside each other, in order, with their ranges.
pub(super) fn values(text: &str) -> Vec<(Range<usize>, PastedValue)> {
    let (mut found, mut at) = (Vec::new(), 0);
    let mut fuel = text.len().saturating_mul(MAX_ROUNDS);
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(['{', '['])).map(|start| at + start) {
        if let Some(end) = escaped(text, start) {
            found.push((start..end, PastedValue::Inside(unescape(text.get(start..end).unwrap_or_default()))));
            at = end.max(start + 1);
            continue;
        }
        let mut reader = ValueReader::new(text, start);
        let is_whole = reader.run();
        let read = reader.at.saturating_sub(start) + reader.wasted;
        if reader.members > 0 {
            let without_part = reader.without_part();
            reader.close();
            at = reader.at.max(start + 1);
            // What is JSON as it stands is kept as it stands.
            let text = text.get(start..at).filter(|text| is_json(text)).map_or(reader.out, str::to_owned);
            found.push((start..at, PastedValue::Json { text, is_whole, without_part }));
        } else {
            at = if is_whole { reader.at } else { reader.last.max(start) + 1 };
        }
        fuel = match fuel.checked_sub(read) {
            Some(fuel) => fuel,
            None => break,
        };
    }
    found
}

/// Returns whether a text is a message of the API.
fn is_documented(text: &str) -> bool {
    let is_unknown =
        matches!(ErrorKind::from_message(text), ErrorKind::ValueError { .. } | ErrorKind::Other { .. });
    !is_unknown || sentence(text).is_some()
}

/// Returns whether a text is JSON.
pub(super) fn is_json(text: &str) -> bool {
    read(text.as_bytes(), 0, Guide::NONE, &mut Vec::new()).is_ok()
}

/// Returns the end of a value inside a string, such as `{\"a\": 1}`, if there is one at `start`.
fn escaped(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let mut next = rest.bytes().take(MAX_LOOKAHEAD).skip_while(|byte| matches!(byte, b'{' | b'[' | b' '));
    let is_escape = next.next() == Some(b'\\')
        && matches!(next.find(|byte| *byte != b'\\'), Some(b'"' | b'\'' | b'n' | b'r' | b't'));
    if !is_escape {
        return None;
    }
    let mut bytes = rest.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(start + at),
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    Some(text.len())
}

/// Returns the text of a string without its escapes.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut after = escape.chars();
        match after.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => match hex(after.as_str(), 4).and_then(char::from_u32) {
                Some(c) => {
                    out.push(c);
                    after = after.as_str().get(4..).unwrap_or_default().chars();
                }
                None => out.push(char::REPLACEMENT_CHARACTER),
            },
            Some(c) => out.push(c),
            None => {}
        }
        rest = after.as_str();
    }
    out.push_str(rest);
    out
}

/// Returns the number that this many hexadecimal digits at the beginning of a text stand for.
fn hex(text: &str, digits: usize) -> Option<u32> {
    let digits = text.get(..digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

/// An open object or list.
struct Frame {
    /// The bracket that closes it in JSON.
    close: char,
    /// The length of the output after its last complete member.
    good: usize,
    is_empty: bool,
}

struct ValueReader<'t> {
    text: &'t str,
    at: usize,
    out: String,
    frames: Vec<Frame>,
    /// The number of members of objects.
    members: usize,
    /// The offset of the last bracket that was opened.
    last: usize,
    /// The number of bytes of strings that do not end.
    wasted: usize,
}

impl<'t> ValueReader<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        ValueReader { text, at, out: String::new(), frames: Vec::new(), members: 0, last: at, wasted: 0 }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn take(&mut self, token: &str) -> bool {
        let is_next = self.rest().starts_with(token);
        self.at += if is_next { token.len() } else { 0 };
        is_next
    }

    /// Reads the value. Returns whether it is complete; otherwise, it ends before what cannot be read.
    fn run(&mut self) -> bool {
        loop {
            self.skip_blanks();
            if let Some(frame) = self.frames.last() {
                let Frame { close, good, is_empty } = *frame;
                if self.peek().is_some_and(|c| c == close || close == ']' && c == ')') {
                    self.at += 1;
                    self.out.truncate(good);
                    self.out.push(close);
                    self.frames.pop();
                    if self.end_of_value() {
                        return true;
                    }
                    continue;
                }
                if !is_empty {
                    self.out.push(',');
                }
                if close == '}' && !self.key() {
                    return false;
                }
            }
            match self.value() {
                Some(false) => {}
                Some(true) => {
                    if self.end_of_value() {
                        return true;
                    }
                }
                None => return false,
            }
        }
    }

    /// Ends a value. Returns whether it is the whole one.
    fn end_of_value(&mut self) -> bool {
        let Some(frame) = self.frames.last_mut() else { return true };
        (frame.good, frame.is_empty) = (self.out.len(), false);
        self.members += usize::from(frame.close == '}');
        self.skip_blanks();
        self.take(",");
        false
    }

    fn key(&mut self) -> bool {
        let is_key = match self.peek() {
            Some('"' | '\'') => self.string(),
            _ => {
                let word = self.word();
                quote(word, &mut self.out);
                !word.is_empty()
            }
        };
        self.skip_blanks();
        let is_key = is_key && (self.take(":") || self.take("=>") || self.take("="));
        self.out.push(':');
        self.skip_blanks();
        is_key
    }

    /// Reads a value, or the beginning of an object or a list, and then returns false.
    fn value(&mut self) -> Option<bool> {
        match self.peek()? {
            c @ ('{' | '[' | '(') => {
                if self.frames.len() >= MAX_DEPTH {
                    return None;
                }
                let (open, close) = if c == '{' { ('{', '}') } else { ('[', ']') };
                self.out.push(open);
                self.last = self.at;
                self.at += 1;
                self.frames.push(Frame { close, good: self.out.len(), is_empty: true });
                Some(false)
            }
            '"' | '\'' | '`' => self.string().then_some(true),
            c if c.is_ascii_digit() || matches!(c, '-' | '+' | '.') => {
                let number = self.run_of(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.'));
                // `-Infinity` is JSON in Python only.
                let is_number = number.ends_with(|c: char| c.is_ascii_digit()) && is_json(number);
                self.out.push_str(if is_number { number } else { "null" });
                Some(true)
            }
            _ => {
                let word = self.word();
                if word.is_empty() {
                    return None;
                }
                // `b'…'`, `u'…'` and `r'…'` in Python.
                if word.len() <= 2 && self.peek().is_some_and(|c| matches!(c, '"' | '\'')) {
                    return self.string().then_some(true);
                }
                let known = WORDS.iter().find(|(known, _)| *known == word);
                self.out.push_str(known.map_or("null", |(_, json)| json));
                Some(true)
            }
        }
    }

    fn word(&mut self) -> &'t str {
        self.run_of(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '.'))
    }

    fn run_of(&mut self, is_part: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let run = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len())).unwrap_or_default();
        self.at += run.len();
        run
    }

    /// Reads a string. Returns false if it does not end.
    fn string(&mut self) -> bool {
        let Some(mark) = self.peek() else { return false };
        let open = self.at;
        self.at += mark.len_utf8();
        self.out.push('"');
        let start = self.out.len();
        let mut wraps = Vec::new();
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            match c {
                c if c == mark => {
                    self.unwrap(start, &wraps);
                    self.out.push('"');
                    return true;
                }
                '\\' => self.escape(),
                '"' => self.out.push_str("\\\""),
                // A terminal or a log wrapped the line.
                '\n' => {
                    self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t']).len();
                    wraps.push(self.out.len());
                }
                '\t' => self.out.push_str("\\t"),
                '\0'..='\x1F' => self.out.push(char::REPLACEMENT_CHARACTER),
                c => self.out.push(c),
            }
        }
        self.wasted += self.at - open;
        self.at = open;
        false
    }

    /// Adds the blanks at which a message was wrapped, if that makes it a documented one. A program that wraps between
    /// words leaves them out.
    fn unwrap(&mut self, start: usize, wraps: &[usize]) {
        if wraps.is_empty() || wraps.len() > MAX_WRAPS {
            return;
        }
        let text = self.out.get(start..).unwrap_or_default();
        let known = (1..1usize << wraps.len()).map(|choice| {
            let (mut joined, mut from) = (String::new(), 0);
            for (_, at) in wraps.iter().enumerate().filter(|(index, _)| choice >> index & 1 == 1) {
                joined.push_str(text.get(from..at - start).unwrap_or_default());
                joined.push(' ');
                from = at - start;
            }
            joined + text.get(from..).unwrap_or_default()
        });
        if let Some(message) = known.into_iter().find(|text| is_documented(text)) {
            self.out.truncate(start);
            self.out.push_str(&message);
        }
    }

    fn escape(&mut self) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return };
        self.at += c.len_utf8();
        match c {
            '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => self.out.extend(['\\', c]),
            'u' if hex(rest.get(1..).unwrap_or_default(), 4).is_some() => self.out.push_str("\\u"),
            'x' if hex(rest.get(1..).unwrap_or_default(), 2).is_some() => {
                self.at += 2;
                self.out.push_str("\\u00");
                self.out.push_str(rest.get(1..3).unwrap_or_default());
            }
            '\'' | '`' | 'x' => self.out.push(c),
            '\n' => {}
            c => {
                self.out.push_str("\\\\");
                self.out.push(if c < ' ' { char::REPLACEMENT_CHARACTER } else { c });
            }
        }
    }

    /// Closes a value that is cut off, after its last complete member.
    fn close(&mut self) {
        if let Some(frame) = self.frames.last() {
            self.out.truncate(frame.good);
        }
        self.out.extend(self.frames.drain(..).rev().map(|frame| frame.close));
    }

    /// Returns a value that is cut off, without the element of a list in which that is.
    fn without_part(&self) -> Option<String> {
        let is_list = |frame: &Frame| frame.close == ']' && !frame.is_empty;
        let around = self.frames.get(..self.frames.len().checked_sub(1)?)?;
        let list = around.iter().rposition(is_list)?;
        let whole = self.out.get(..around.get(list)?.good)?;
        let closes = around.get(..=list)?.iter().rev().map(|frame| frame.close);
        Some(whole.chars().chain(closes).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<String> {
        let value = |(_, value)| match value {
            PastedValue::Json { text, .. } => text,
            PastedValue::Inside(text) => format!("inside {text}"),
        };
        values(text).into_iter().map(value).collect()
    }

    #[test]
    fn values_are_found_in_other_text() {
        for (text, expected) in [
            (r#"a {"b": [1, -2.5e3, "c\n"]} d"#, &[r#"{"b": [1, -2.5e3, "c\n"]}"#][..]),
            ("{'a': None, 'b': True, 'c': ('x', b'y')}", &[r#"{"a":null,"b":true,"c":["x","y"]}"#]),
            (r#"{'a': "it's", 'b': 'it\'s', 'c': '"'}"#, &[r#"{"a":"it's","b":"it's","c":"\""}"#]),
            ("{ data: { detail: [ [Object] ] }, }", &[r#"{"data":{"detail":[[null]]}}"#]),
            (r#"{"a"=>[{"b"=>nil}]}"#, &[r#"{"a":[{"b":null}]}"#]),
            (r#"{"a": 1, "b": {"c": [2, "x"#, &[r#"{"a":1,"b":{"c":[2]}}"#]),
            (r#"{"a": 1, oops oops {"b": 2}"#, &[r#"{"a":1}"#, r#"{"b": 2}"#]),
            (r#"{ [163 bytes data] {id} [[]] {"a": 1}"#, &[r#"{"a": 1}"#]),
            ("[{\"a\": \"b\n     c\"}] [1]", &[r#"[{"a":"bc"}]"#]),
            (
                "{\"a\": \"ensure this value has\n at least 8\n char\nacters\"}",
                &[r#"{"a":"ensure this value has at least 8 characters"}"#],
            ),
            (r#""{\"a\":\"\\\"b\\\"\"}" {"c":1}"#, &[r#"inside {"a":"\"b\""}"#, r#"{"c":1}"#]),
            (r#""{\n  \"a\": 1\n}""#, &["inside {\n  \"a\": 1\n}"]),
            (r#"{"a": 007, "b": +1, "c": 1., "d": \x}"#, &[r#"{"a":null,"b":null,"c":null}"#]),
            ("{'a': 00.5, 'b': -0, 'c': -Infinity, 'd': 0.5}", &[r#"{"a":null,"b":-0,"c":null,"d":0.5}"#]),
            (r#"{'a': '\x41\q\u00e9'}"#, &[r#"{"a":"\u0041\\q\u00e9"}"#]),
            ("", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_read_a_few_times() {
        for part in
            ["{", "[", "{\"", "{'", "{\"\\\"", "[{\"a\":", "[{\"a\":1,", "{\\\"", "{a {'", "{\"a", "'", "((["]
        {
            let text = part.repeat(200_000);
            assert!(values(&text).len() <= 200_000, "{part}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_json(text in r#"([{}\[\](),:"'\\a0-9 \n\t.eEx+-]|true|\\u00e9|\PC){0,60}"#) {
            for json in found(&text).iter().filter(|json| !json.starts_with("inside")) {
                prop_assert!(read(json.as_bytes(), 0, Guide::NONE, &mut Vec::new()).is_ok(), "{} {}", text, json);
            }
        }
    }
}
