//! From what was pasted to plain lines: decodes it, and removes what terminals, logs and clients add to each line.
use crate::json;
use std::borrow::Cow;

/// The maximum number of prefixes of a line, such as a time after the name of a container.
const MAX_PREFIXES: usize = 4;
/// The maximum length of the name of a container in a prefix.
const MAX_NAME: usize = 80;
/// Quotation marks that are not those of JSON, and those that they stand for.
const TYPOGRAPHIC: [(&[char], &str); 2] =
    [(&['“', '”', '„', '‟', '«', '»', '″'], "\""), (&['‘', '’', '‚', '‛', '′'], "'")];
/// Characters that cannot be seen, which editors and chats add.
const INVISIBLE: [char; 6] = ['\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{AD}'];
/// The minimum length of a prefix that lines have in common.
const MIN_PREFIX: usize = 2;
/// How compressed data begins: gzip and Zstandard.
const COMPRESSED: [&[u8]; 2] = [b"\x1F\x8B\x08", b"\x28\xB5\x2F\xFD"];

/// Returns the text of bytes in UTF-8, UTF-16 or UTF-32. Invalid bytes are replaced.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let even = bytes.len() & !1;
    // Half a unit at the end, where a copy was cut off.
    let bytes = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => bytes.get(..even).unwrap_or(bytes),
        _ => bytes,
    };
    match json::decode(bytes) {
        Ok((Cow::Borrowed(text), start)) => String::from_utf8_lossy(text.get(start..).unwrap_or_default()),
        Ok((Cow::Owned(text), start)) => {
            String::from_utf8_lossy(text.get(start..).unwrap_or_default()).into_owned().into()
        }
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

/// Returns whether compressed data begins a text or, after headers, a line.
pub(super) fn is_compressed(bytes: &[u8]) -> bool {
    let begins = |rest: &[u8]| COMPRESSED.iter().any(|magic| rest.starts_with(magic));
    begins(bytes)
        || bytes
            .iter()
            .enumerate()
            .any(|(at, byte)| *byte == b'\n' && bytes.get(at + 1..).is_some_and(begins))
}

/// Returns the lines of a text, without what is not part of the response.
pub(super) fn clean(text: &str) -> String {
    let text = with_quotes(without_escapes(text));
    let is_request = |line: &str| line.starts_with("> ") && line.contains(" HTTP/");
    let is_response = |line: &str| line.starts_with("< ") && is_header(line.get(2..).unwrap_or_default());
    let lines = || text.split('\n').map(|line| strip(line.strip_suffix('\r').unwrap_or(line)));
    let is_curl = lines().any(|line| is_request(line) || is_response(line));
    let mut out = String::with_capacity(text.len());
    let mut chunks = Chunks::default();
    let mut prefix: Option<&str> = None;
    let mut lines = lines().peekable();
    while let Some(line) = lines.next() {
        prefix = prefix
            .filter(|prefix| without_prefix(line, prefix).is_some())
            .or_else(|| lines.peek().and_then(|next| common_prefix(line, next)));
        let mut line = prefix.and_then(|prefix| without_prefix(line, prefix)).unwrap_or(line);
        if is_curl {
            line = of_curl(line);
        } else {
            while let Some(quoted) = line.strip_prefix("> ") {
                line = quoted;
            }
        }
        chunks.push(line, &mut out);
    }
    out
}

/// Returns what a line that opens a value on several lines and the next one begin with, apart from digits: the host or
/// the container in a log.
fn common_prefix<'t>(line: &'t str, next: &str) -> Option<&'t str> {
    if !line.trim_end().ends_with(['{', '[']) {
        return None;
    }
    let pairs = line.char_indices().zip(next.chars());
    let same =
        pairs.take_while(|((_, a), b)| is_same(*a, *b)).last().map_or(0, |((at, c), _)| at + c.len_utf8());
    let prefix = line.get(..same)?.trim_end_matches(|c: char| c.is_alphanumeric());
    // A quotation mark or a bracket is part of the value itself.
    let start = prefix.trim_start();
    let is_value = start.starts_with(['"', '\'', '{']) || start.starts_with('[') && !start.contains(']');
    (!is_value && !prefix.trim().is_empty() && prefix.len() >= MIN_PREFIX).then_some(prefix)
}

fn is_same(a: char, b: char) -> bool {
    a == b || a.is_ascii_digit() && b.is_ascii_digit()
}

/// Returns a line without a prefix, in which digits may differ.
fn without_prefix<'t>(line: &'t str, prefix: &str) -> Option<&'t str> {
    let mut rest = line.chars();
    for c in prefix.chars() {
        match rest.next() {
            Some(other) if is_same(c, other) => {}
            // A blank at the end of the prefix of an empty line is often removed.
            None if c == ' ' => return Some(""),
            _ => return None,
        }
    }
    Some(rest.as_str())
}

/// Writes quotation marks as JSON has them, if an editor, a page or a table changed those of a value.
fn with_quotes(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut text = text;
    if text.contains("&quot;") && !text.contains('"') {
        text = text.replace("&quot;", "\"").into();
    }
    if opens_with(&text, |rest| {
        rest.strip_prefix("\"\"").is_some_and(|name| name.starts_with(char::is_alphabetic))
    }) {
        text = text.replace("\"\"", "\"").into();
    }
    for (marks, mark) in TYPOGRAPHIC {
        if opens_with(&text, |rest| rest.starts_with(marks)) {
            text = text.replace(marks, mark).into();
        }
    }
    text
}

/// Returns whether an object in a text begins with something, after blanks.
fn opens_with(text: &str, is_start: impl Fn(&str) -> bool) -> bool {
    text.split('{').skip(1).any(|rest| is_start(rest.trim_start()))
}

/// Removes escape sequences of terminals and what cannot be seen. A carriage return alone ends a line.
fn without_escapes(text: &str) -> Cow<'_, str> {
    if !text.contains(['\x1B', '\u{9B}', '\r']) && !text.contains(INVISIBLE) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let opening = if c == '\x1B' { chars.next() } else { (c == '\u{9B}').then_some('[') };
        match (c, opening) {
            (_, Some('[')) => drop(chars.by_ref().find(|c| matches!(c, '@'..='~' | '\n'))),
            // A title or a link ends with BEL, or with an escape sequence of its own.
            (_, Some(']')) => {
                let end = chars.by_ref().find(|c| matches!(c, '\x07' | '\x1B' | '\n'));
                if end == Some('\x1B') {
                    chars.next();
                }
            }
            ('\x1B', _) => {}
            ('\r', _) if chars.peek() != Some(&'\n') => out.push('\n'),
            (c, _) if INVISIBLE.contains(&c) => {}
            (c, _) => out.push(c),
        }
    }
    out.into()
}

/// Removes the prefixes of logs from a line.
fn strip(line: &str) -> &str {
    let mut line = line;
    for _ in 0..MAX_PREFIXES {
        let start = line.trim_start();
        let stripped =
            without_time(start).or_else(|| without_stream(start)).or_else(|| without_container(start));
        match stripped {
            Some(rest) => line = rest,
            None => break,
        }
    }
    line
}

/// `2024-01-01T00:00:00Z`, `2024-01-01 00:00:00,123` or `12:00:00.123456`, perhaps in brackets.
fn without_time(line: &str) -> Option<&str> {
    let bare = line.strip_prefix('[').unwrap_or(line);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | '.' | ',' | '+' | 'T' | 'Z');
    let (first, rest) = bare.split_once(' ')?;
    let is_time = |word: &str| {
        let word = word.trim_end_matches(']');
        word.len() >= 8
            && word.chars().all(is_part)
            && word.starts_with(|c: char| c.is_ascii_digit())
            && (word.matches(':').count() == 2 || word.matches(':').count() == 3)
    };
    let is_date = first.len() == 10 && first.matches('-').count() == 2 && first.chars().all(is_part);
    match is_date {
        true => rest.split_once(' ').filter(|(time, _)| is_time(time)).map(|(_, rest)| rest),
        false => is_time(first).then_some(rest),
    }
}

/// `stdout F `, as in the log files of Kubernetes.
fn without_stream(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("stdout ").or_else(|| line.strip_prefix("stderr "))?;
    rest.strip_prefix("F ").or_else(|| rest.strip_prefix("P "))
}

/// `app-1  | ` of Docker, `[pod/name/app] ` of Kubernetes, and `     | ` of PowerShell and Insomnia.
fn without_container(line: &str) -> Option<&str> {
    if let Some((name, rest)) = line.strip_prefix("[pod/").and_then(|rest| rest.split_once("] ")) {
        return (!name.contains(' ') && name.len() <= MAX_NAME).then_some(rest);
    }
    let at = line.find(['|', '│']).filter(|at| *at <= MAX_NAME)?;
    let (name, rest) = line.split_at_checked(at)?;
    let is_name = name.trim_end().chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let rest = rest.trim_start_matches(['|', '│']);
    is_name.then(|| rest.strip_prefix(' ').unwrap_or(rest))
}

/// Returns what a line of `curl -v` says about the response: nothing about the request and the connection.
fn of_curl(line: &str) -> &str {
    match line.as_bytes() {
        [b'<'] | [b'>'] => "",
        [b'<', b' ', ..] => line.get(2..).unwrap_or_default(),
        [b'>', b' ', ..] => "",
        // The number of bytes that were sent or received.
        [b'{' | b'}', b' ', b'[', ..] if line.ends_with(" bytes data]") => "",
        _ if is_progress(line) => "",
        // The body may follow on the same line.
        [b'*', b' ', ..] => line.find(['{', '[']).and_then(|at| line.get(at..)).unwrap_or_default(),
        _ => line,
    }
}

/// Returns whether a line is the progress meter.
fn is_progress(line: &str) -> bool {
    line.contains("--:--:--")
        && line.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ':' | '-' | '.' | 'k' | 'M'))
}

/// Returns whether a line is a status line or a header.
pub(super) fn is_header(line: &str) -> bool {
    line.starts_with("HTTP/") || line.split_once(':').is_some_and(|(name, _)| is_name(name))
}

/// Returns whether this is a valid name of a header (RFC 9110).
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

/// Joins the chunks of a body: with `Transfer-Encoding: chunked`, each has a line before it with its size.
#[derive(Default)]
struct Chunks {
    state: Chunked,
    /// Whether the next line continues the last one.
    is_open: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Chunked {
    #[default]
    No,
    InHeaders,
    InBody,
}

impl Chunks {
    fn push(&mut self, line: &str, out: &mut String) {
        let is_size = (1..=8).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_hexdigit());
        if line.starts_with("HTTP/") {
            self.state = Chunked::No;
        }
        match self.state {
            Chunked::InBody if is_size => {
                let is_first = !self.is_open && out.ends_with("\n\n");
                if !is_first && out.ends_with('\n') {
                    out.pop();
                }
                return;
            }
            Chunked::InHeaders if line.is_empty() => self.state = Chunked::InBody,
            Chunked::No if is_chunked(line) => self.state = Chunked::InHeaders,
            _ => {}
        }
        self.is_open = self.state == Chunked::InBody && !line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
}

fn is_chunked(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        name.eq_ignore_ascii_case("transfer-encoding") && value.trim().eq_ignore_ascii_case("chunked")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_to_lines_is_removed() {
        for (text, expected) in [
            ("\x1B[1;32mHTTP/1.1 422\x1B[0m\r\nx\ry", "HTTP/1.1 422\nx\ny\n"),
            ("\x1B]8;;https://x\x07a\x1B]0;t\x1B\\b \u{9B}1mc\x1B", "ab c\n"),
            ("2024-01-01T00:00:00.123Z stdout F {\"a\"", "{\"a\"\n"),
            ("[2024-01-01 00:00:00,123] INFO x", "INFO x\n"),
            ("app-1  | {\napp-1  |   1\n[pod/x-1/app] }", "{\n  1\n}\n"),
            ("     | {\"detail\"", "{\"detail\"\n"),
            ("> quoted\n> {}", "quoted\n{}\n"),
            (
                "> POST / HTTP/1.1\n> a: 200\n* 503 x\n* left{}\n< HTTP/2 422\n<\n{}",
                "\n\n\n{}\nHTTP/2 422\n\n{}\n",
            ),
            ("12:00:00.123456 < HTTP/2 500", "HTTP/2 500\n"),
            (
                "Transfer-Encoding: chunked\n\n5\n{\"a\"\n3\n:1}\n0\n",
                "Transfer-Encoding: chunked\n\n{\"a\":1}\n",
            ),
            ("a | b c | d", "b c | d\n"),
            ("{“a”: &quot;b&quot;}", "{\"a\": \"b\"}\n"),
            ("“a”: \"b\"", "“a”: \"b\"\n"),
            ("\"x\" { “a”: “b”}", "\"x\" { \"a\": \"b\"}\n"),
            ("{„a“: «b»} {‘c’: 1}", "{\"a\": \"b\"} {'c': 1}\n"),
            ("\"{\"\"a\"\":\"\"b\"\"}\" {\"\":1}", "\"{\"a\":\"b\"}\" {\":1}\n"),
            ("{\u{200B}\"a\":\u{FEFF}1}", "{\"a\":1}\n"),
            (
                "w1 x[7]: got {\nw1 x[8]:   \"a\": 1\nw1 x[8]:\nw1 x[9]: }\nw2 y",
                "got {\n  \"a\": 1\n\n}\nw2 y\n",
            ),
            (">> a\n>> {\n>>   1\n", ">> a\n{\n  1\n\n"),
            ("> > {\n> > }", "{\n}\n"),
            ("[app] {\n[app]  1", "{\n 1\n"),
            ("[ {\n[ 1", "[ {\n[ 1\n"),
            ("{\n  \"a\": [\n  \"a\": [\n", "{\n  \"a\": [\n  \"a\": [\n\n"),
            ("12 x\n2024-01-01 x", "12 x\n2024-01-01 x\n"),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn bytes_are_decoded() {
        assert_eq!(decode(b"\xFF\xFEH\0T\0x"), "HT");
        assert_eq!(decode(b"\xEF\xBB\xBFx"), "x");
        assert_eq!(decode(b"a\xFF"), "a\u{FFFD}");
        assert!(is_compressed(b"\x1F\x8B\x08x") && is_compressed(b"a: b\r\n\r\n\x1F\x8B\x08"));
        assert!(!is_compressed(b"x\x1F\x8B\x08"));
    }
}
