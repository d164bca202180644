//! Hides the parts of a text that must not be shown. A text may quote anything, so it is better to hide too much than
//! too little.
use super::is_suspicious;
use crate::requests::header::KEY_PREFIX;
use std::borrow::Cow;

/// The replacement for a hidden part.
const HIDDEN: char = '…';
/// The separators between a name and a value; `=>` counts as one, too.
const SEPARATORS: [char; 3] = [':', '=', '：'];
/// Words after which any value in the same sentence is hidden. Other suspicious words must be right before the
/// separator.
const CUES: [&str; 5] = ["passw", "pwd", "secret", "token", "authorization"];

/// Hides what may be a secret in a text: the rest of a line after `password:` or similar, the user and password in a
/// URL such as `https://user:password@host`, and all but the prefix of each API key.
///
/// ```
/// use coldsend_lint::answers::redact_text;
///
/// assert_eq!(redact_text("bad header Authorization: Bearer hunter2"), "bad header Authorization: …");
/// ```
pub fn redact_text(text: &str) -> Cow<'_, str> {
    let text = match text.contains(SEPARATORS) {
        true => Cow::Owned(without_values(text)),
        false => Cow::Borrowed(text),
    };
    let text = match text.contains('@') {
        true => Cow::Owned(text.split_inclusive(char::is_whitespace).map(without_user).collect()),
        false => text,
    };
    match text.contains(KEY_PREFIX) {
        true => Cow::Owned(without_keys(&text)),
        false => text,
    }
}

fn without_values(text: &str) -> String {
    let (mut out, mut rest, mut has_cue) = (String::with_capacity(text.len()), text, false);
    while let Some((at, separator)) = rest.match_indices(SEPARATORS).next() {
        let (before, after) = (&rest[..at], &rest[at + separator.len()..]);
        out.push_str(&rest[..at + separator.len()]);
        rest = after;
        has_cue = has_cue_word(before, has_cue);
        // The colon in a URL does not separate a value.
        if !is_suspicious(name(before)) && (!has_cue || after.starts_with("//")) {
            continue;
        }
        let value = after.trim_start_matches(|c| SEPARATORS.contains(&c) || matches!(c, '>' | ' ' | '\t'));
        out.push_str(&after[..after.len() - value.len()]);
        let (value, next) = value.split_at(end(value));
        if !value.trim().is_empty() {
            out.push(HIDDEN);
        }
        (rest, has_cue) = (next, false);
    }
    out + rest
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
    if is_suspicious(word) {
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
fn end(text: &str) -> usize {
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

/// Returns a word with the user and password in a URL hidden.
fn without_user(word: &str) -> Cow<'_, str> {
    let Some((before, host)) = word.rsplit_once('@') else { return word.into() };
    let (scheme, user) = match before.find("://").map(|at| before.split_at(at + 3)) {
        Some((_, user)) if user.contains('/') && !user.contains(':') => return word.into(),
        Some(parts) => parts,
        None if before.contains(':') => ("", before),
        None => return word.into(),
    };
    match user {
        "" => word.into(),
        _ => format!("{scheme}{HIDDEN}@{host}").into(),
    }
}

/// Returns a text with all but the prefix of each API key hidden.
fn without_keys(text: &str) -> String {
    let mut parts = text.split(KEY_PREFIX);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        out.push_str(KEY_PREFIX);
        if rest.len() < part.len() {
            out.push(HIDDEN);
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("smtp_password: \n", "smtp_password: "),
            ("the password you gave: hunter2", "the password you gave: …"),
            ("Authorization header: hunter2", "Authorization header: …"),
            ("<input name=\"password\" value=\"hunter2\">", "<input name=\"password\" value=…"),
            ("Error: {\"smtp_password\": \"hunter2\"}", "Error: {\"smtp_password\": …"),
            ("password：hunter2", "password：…"),
            ("see https://user:hunter2@host/ now", "see https://…@host/ now"),
            ("https://user:hun@ter/2@host/", "https://…@host/"),
            ("https://hunter2@host", "https://…@host"),
            ("smtp user:hunter2@host", "smtp …@host"),
            ("(cs_live_hunter2) cs_live_", "(cs_live_…) cs_live_"),
        ] {
            assert_eq!(redact_text(text), shown);
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
