//! Hides the parts of a text that must not be shown. A text of a server may quote anything, so there it is better to
//! hide too much than too little.
use super::{answer, credential, near};
use crate::error::suggest::may_have_key;
use crate::error::telling::{MAX_NAME, is_name_key, is_telling, is_telling_name, is_word};
use crate::json::{self, Guide};
use std::borrow::Cow;
use std::ops::Range;

/// The replacement for a hidden part.
pub(super) const HIDDEN: &str = "…";
/// The separators between a name and a value; `=>` counts as one, too. A comma is one only after a name in quotes.
const SEPARATORS: [char; 5] = [':', '=', '：', '＝', ','];
/// Separators in a percent-encoded text, in HTML, and in JSON inside of it.
const ENCODED: [&str; 9] = ["%3D", "%3d", "%3A", "%3a", "&#61;", "&#58;", "&gt;", "\\u003d", "\\u003a"];
/// The names of a value that was sent, in what Pydantic and others write about one that is invalid.
const SENT: [&str; 3] = ["input_value", "rejected_value", "rejectedvalue"];
/// Words after which any value in the same sentence is hidden. Other telling words must be right before the
/// separator.
pub(super) const CUES: [&str; 5] = ["passw", "pwd", "secret", "token", "authorization"];
/// Quotation marks in a percent-encoded text and in HTML, without the semicolon.
const ENCODED_QUOTES: [&str; 8] = ["%22", "%27", "%5D", "%5d", "&quot", "&apos", "&#34", "&#39"];
/// The quotation marks around a name.
pub(super) const QUOTES: [char; 3] = ['"', '\'', '`'];

/// Who wrote a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The user, who writes e-mails in it: only a name right before its value tells.
    Request,
    /// A server, which may quote a secret in a sentence.
    Answer,
}

/// Hides what may be a secret in a text of a server: the rest of a line after `password:` or similar, and credentials
/// that are recognized by their form, such as the user and password in a URL, what follows `Bearer`, and all but the
/// prefix of each API key.
///
/// ```
/// use coldsend_lint::answers::redact_text;
///
/// assert_eq!(redact_text("bad header Authorization: Bearer hunter2"), "bad header Authorization: …");
/// ```
pub fn redact_text(text: &str) -> Cow<'_, str> {
    masked(text, Mode::Answer)
}

/// Hides known credentials in a text, and nothing else: those that are recognized by their form, and values right after
/// a name such as `password:`. [`redact_text`] hides more, since a server may quote a secret anywhere.
///
/// ```
/// use coldsend_lint::redact_credentials;
///
/// assert_eq!(redact_credentials("Send cs_live_hunter2 to Ada: now"), "Send cs_live_… to Ada: now");
/// ```
pub fn redact_credentials(text: &str) -> Cow<'_, str> {
    masked(text, Mode::Request)
}

pub(super) fn masked(text: &str, mode: Mode) -> Cow<'_, str> {
    let found = ranges(text, mode);
    if found.is_empty() {
        return text.into();
    }
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for Range { start, end } in found {
        out.push_str(text.get(from..start).unwrap_or_default());
        out.push_str(HIDDEN);
        from = end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out.into()
}

/// Returns the parts of a text that must not be shown, in order and apart from each other.
pub(super) fn ranges(text: &str, mode: Mode) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if is_plain_word(text) {
        return found;
    }
    named(text, mode, &mut found);
    credential::find(text, mode, &mut found);
    near::find(text, &mut found);
    json(text, &mut found);
    found.retain(|range| !range.is_empty());
    found.sort_unstable_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// Returns whether a text is a word of small letters, such as the name of a field or the type of an error. It has nothing
/// to hide unless it may have an API key.
fn is_plain_word(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.');
    text.bytes().all(is_plain) && !may_have_key(text)
}

/// Adds values of JSON in a text, as in an answer.
fn json(text: &str, found: &mut Vec<Range<usize>>) {
    let start = text.len() - text.trim_start().len();
    if text.get(start..).is_some_and(|text| text.starts_with(['{', '['])) {
        let mut nodes = Vec::new();
        if let Ok(document) = json::read(text.as_bytes(), start, Guide::NONE, &mut nodes) {
            found.extend(answer::values(&document));
        }
    }
}

/// Adds values that follow a telling name or, in the text of a server, a cue.
fn named(text: &str, mode: Mode, found: &mut Vec<Range<usize>>) {
    let (mut at, mut has_cue, mut is_next) = (0, false, false);
    while let Some((start, end)) = separator(text, at) {
        let (before, after) = (text.get(at..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let is_list = text.get(start..end) == Some(",");
        at = end;
        has_cue = mode == Mode::Answer && has_cue_word(before, has_cue);
        // The colon in a URL does not separate a value.
        let is_cued = has_cue && !is_list && !after.starts_with("//");
        let is_named = match mode {
            _ if is_list => ends_with_quote(before) && is_telling(identifier(before)),
            Mode::Answer => {
                is_telling(name(before))
                    || SENT.iter().any(|sent| identifier(before).eq_ignore_ascii_case(sent))
            }
            Mode::Request => is_telling(identifier(before)),
        };
        if !(is_named || is_cued || is_next && !is_list) {
            // As in `name=password&value=x`.
            is_next |= is_name_key(identifier(before)) && is_telling_name(word(after));
            continue;
        }
        let value = after.trim_start_matches(|c| SEPARATORS.contains(&c) || matches!(c, '>' | ' ' | '\t'));
        let start = text.len() - value.len();
        at = start + line_end(value);
        if text.get(start..at).is_some_and(|value| !value.trim().is_empty()) {
            found.push(start..at);
        }
        (has_cue, is_next) = (false, false);
    }
}

/// Returns the beginning of a value that can be a name, without quotation marks.
fn word(value: &str) -> &str {
    let value = value.trim_start_matches(|c: char| c == ' ' || QUOTES.contains(&c));
    let is_end = |c: char| QUOTES.contains(&c) || matches!(c, '\n' | '&' | ';' | ',' | '<' | '>');
    let end = value.char_indices().take(MAX_NAME).find(|(_, c)| is_end(*c)).map_or(value.len(), |(at, _)| at);
    value.get(..end).unwrap_or_default().trim_end()
}

/// Returns the next separator, from an offset on.
fn separator(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let found = rest.char_indices().find_map(|(at, c)| match c {
        '%' | '&' | '\\' => {
            let rest = rest.get(at..)?;
            ENCODED.iter().find(|code| rest.starts_with(**code)).map(|code| (at, code.len()))
        }
        c => SEPARATORS.contains(&c).then_some((at, c.len_utf8())),
    });
    found.map(|(at, length)| (from + at, from + at + length))
}

/// Returns whether the last sentence of a text contains a cue. If that sentence began before the text, `has_cue` says
/// whether it already had one.
fn has_cue_word(text: &str, has_cue: bool) -> bool {
    let ends = |(at, c): &(usize, char)| match c {
        '\n' => true,
        '.' | '!' | '?' => text[at + 1..].starts_with(char::is_whitespace),
        _ => false,
    };
    let sentence = text.char_indices().rev().find(ends).map(|(at, _)| &text[at..]);
    let words = sentence.unwrap_or(text).to_ascii_lowercase();
    has_cue && sentence.is_none() || CUES.iter().any(|word| words.contains(word))
}

/// Returns the last word of a text or, if that is harmless, the last word before any tags.
fn name(text: &str) -> &str {
    let mut text = text.trim_end();
    let word = last_word(text);
    if is_telling(word) {
        return word;
    }
    while let Some(start) = text.strip_suffix('>').and_then(|tag| tag.rfind('<')) {
        text = text[..start].trim_end();
    }
    last_word(text)
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Returns the end of a value: the end of the first line with more than tags and punctuation.
fn line_end(text: &str) -> usize {
    let (mut is_tag, mut is_value) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            '\n' if is_value => return at,
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ => is_value |= !is_tag && (c.is_ascii_alphanumeric() || !c.is_ascii()),
        }
    }
    text.len()
}

/// Returns whether a text ends with a quotation mark, perhaps at the end of a list.
fn ends_with_quote(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ']' | ')')).ends_with(QUOTES)
}

/// Returns the identifier at the end of a text, such as a name in quotes.
fn identifier(text: &str) -> &str {
    let is_part = |c: char| is_word(c) || matches!(c, '_' | '-' | '.');
    let mut text = text;
    loop {
        text = text.trim_end_matches(|c: char| !is_part(c) && !matches!(c, '>' | '<' | '.'));
        match ENCODED_QUOTES.iter().find_map(|quote| text.strip_suffix(quote)) {
            Some(rest) => text = rest,
            None => break,
        }
    }
    let start = text.char_indices().rev().find(|(_, c)| !is_part(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_may_be_a_secret_is_hidden() {
        for (text, shown) in [
            ("bad password: hunter2 given", "bad password: …"),
            ("bad password: hunter2\nx: y", "bad password: …\nx: y"),
            ("smtp_password=hunter2&x smtp_password= hunter2", "smtp_password=…"),
            ("a=b&smtp_password=hunter2", "a=b&smtp_password=…"),
            ("smtp_password : \"hunter2\"", "smtp_password : …"),
            ("smtp_password => hunter2", "smtp_password => …"),
            ("password=\"hunter 2 secret\"", "password=…"),
            ("password=\"hunter. 2 secret\"", "password=…"),
            ("key: secret: x", "key: …"),
            ("Authorization: Bearer hunter2", "Authorization: …"),
            ("Error 422: x-api-key: hunter2", "Error 422: x-api-key: …"),
            ("<b>password:</b> hunter2", "<b>password:…"),
            ("<b>password</b> : hunter2", "<b>password</b> : …"),
            ("password <b class=x> : hunter2", "password <b class=…"),
            ("password:\n\n  hunter2\nx", "password:…\nx"),
            ("password\n: hunter2", "password\n: …"),
            ("<b>password:</b>\n<i>hunter2</i>\nx", "<b>password:…\nx"),
            ("smtp_password=", "smtp_password="),
            ("smtp_password: \n", "smtp_password: \n"),
            ("the password you gave: hunter2", "the password you gave: …"),
            ("Authorization header: hunter2", "Authorization header: …"),
            ("<input name=\"password\" value=\"hunter2\">", "<input name=\"password\" value=…"),
            ("Error: {\"smtp_password\": \"hunter2\"}", "Error: {\"smtp_password\": …"),
            ("password：hunter2", "password：…"),
            ("invalid password 'hunter 2' for Ada", "invalid password '…' for Ada"),
            ("the password hunter2 is wrong", "the password … is wrong"),
            ("see https://user:hunter2@host/ now", "see https://…@host/ now"),
            ("https://user:hun@ter/2@host/", "https://…@host/"),
            ("https://hunter2@host", "https://…@host"),
            ("smtp user:hunter2@host", "smtp …@host"),
            ("(cs_live_hunter2) cs_live_", "(cs_live_…) cs_live_"),
            ("PASS hunter2", "PASS …"),
            ("the API key 'hunter2' is unknown", "the API key '…' is unknown"),
            ("password “hunter 2” is wrong", "password “…” is wrong"),
            ("Passwort „hunter 2“ ist falsch", "Passwort „…“ ist falsch"),
            ("mysql -phunter2 x", "mysql -p… x"),
            ("http -a jo:hunter2 https://x", "http -a … https://x"),
            ("&lt;password&gt;hunter2&lt;/password&gt;", "&lt;password&gt;…"),
            ("password\\u003dhunter2", "password\\u003d…"),
            ("the password was hunter2", "the password was …"),
            ("smtp_password\n  value 'hunter 2' is too short", "smtp_password\n  value '…' is too short"),
            ("too short [type=x, input_value='hunter2']", "too short [type=x, input_value=…"),
        ] {
            assert_eq!(redact_text(text), shown);
        }
    }

    /// Generates words of small letters that sound like secrets.
    fn word() -> impl Strategy<Value = String> {
        let parts = [
            "a", ".", "_", "bearer", "password", "auth", "cs", "live", "key", "basic", "eyj", "pass", "token",
        ];
        prop::collection::vec(prop::sample::select(parts.to_vec()), 0..9).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn a_plain_word_has_nothing_to_hide(word in word()) {
            // A blank changes nothing, but is no part of a plain word.
            let text = format!("{word} ");
            prop_assert!(!is_plain_word(&text));
            for mode in [Mode::Request, Mode::Answer] {
                prop_assert!(!is_plain_word(&word) || ranges(&text, mode).is_empty(), "{}", word);
            }
        }
    }

    #[test]
    fn other_text_is_left_whole() {
        for text in [
            "",
            "a\n  b\tc",
            "<h1>502 Bad Gateway</h1>",
            "value is not a valid email address: The part after the @-sign is not valid.",
            "value is not a valid enumeration member; permitted: 'A', 'B'",
            "API key required. Include your API key in X-API-Key header.",
            "Missing required scopes: campaigns:write, leads:read",
            "Authentication failed: connection reset by smtp.example.com:587",
            "Reset your password at https://example.com/a?b. Error: 5",
            "The password is wrong.\nStatus: 5",
            "Write to bob@example.com: now",
            "https://example.com/@bob @",
            "docker run -p8080:80 -a x",
            "the key 'name' is missing",
            "Pass 5 tests",
        ] {
            assert_eq!(redact_text(text), text);
        }
    }

    #[test]
    fn a_long_text_is_read_once() {
        // Quadratic time would take minutes.
        for part in [
            ":",
            "a:",
            "a =",
            "<",
            ">",
            "<>:",
            ":<>",
            "password ",
            "password\n",
            "@",
            "a@",
            "a:@ ",
            ". ",
            "cs_live_",
        ] {
            let text = part.repeat(50_000);
            assert!(redact_text(&text).len() <= text.len() * 2, "{part}");
            assert!(redact_text(&format!("{text}password:hunter2")).ends_with('…'), "{part}");
        }
    }
}
