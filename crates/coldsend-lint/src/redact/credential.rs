//! Known credentials in a text: recognized by how they are written, whatever they stand next to.
use super::text::{CUES, Mode, QUOTES};
use crate::error::suggest::KEY_START;
use crate::error::telling::{MAX_NAME, is_telling, is_telling_name, is_word};
use std::ops::Range;

/// The minimum length of a token after `Bearer` or `Basic` that is recognized without `Authorization` before it.
const MIN_TOKEN: usize = 16;
/// The minimum length of a JSON Web Token.
const MIN_JWT: usize = 16;
/// How a JSON Web Token begins: `{"` in base64.
const JWT_START: &str = "eyJ";
const PEM_STARTS: [&str; 2] = ["-----BEGIN ", "---- BEGIN "];
const PEM_ENDS: [&str; 2] = ["-----END ", "---- END "];
/// The options of curl after which a user and a password follow.
const USER_OPTIONS: [&str; 2] = ["-u", "--user"];
/// The options of HTTPie after which a user and a password follow, and of mysql with the password.
const AUTH_OPTIONS: [&str; 2] = ["-a", "--auth"];
const PASSWORD_OPTION: &str = "-p";
/// The command of FTP and POP before a password.
const PASS: &str = "PASS";
/// Words between a cue and a value.
const FILLERS: [&str; 6] = ["was", "is", "value", "of", "given", "provided"];
/// Quotation marks that differ at the beginning and at the end.
const PAIRS: [(char, char); 4] = [('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’')];
/// The schemes after which a token follows.
const SCHEMES: [&str; 2] = ["bearer", "basic"];
/// The mechanisms of SMTP after which a token follows, and the command before them.
const MECHANISMS: [&str; 2] = ["PLAIN", "LOGIN"];
const AUTH: &str = "AUTH";
/// How attributes of elements end before the name of their content.
const NAME_ATTRIBUTES: [&str; 3] = ["name=", "key=", "id="];
/// The minimum length of a word with letters and digits that is hidden right after a word such as `password`.
const MIN_WORD: usize = 4;

/// Adds the parts of a text that are credentials, in any order. They may overlap.
pub(super) fn find(text: &str, mode: Mode, found: &mut Vec<Range<usize>>) {
    keys(text, found);
    web_tokens(text, found);
    pem(text, found);
    words(text, mode, found);
    elements(text, found);
}

/// API keys: `cs_live_…`, of which the prefix may be shown.
fn keys(text: &str, found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while let Some(start) = find_ignoring_case(text, at, KEY_START) {
        let prefix = start + KEY_START.len();
        at = prefix;
        let kind = run(text, prefix, |byte| byte.is_ascii_alphabetic());
        let before = start.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        let is_known = matches!(text.get(prefix..kind), Some("live" | "test" | "LIVE" | "TEST"));
        let begins = !before.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        if kind > prefix && text.as_bytes().get(kind) == Some(&b'_') && (is_known || begins) {
            let end = run(text, kind + 1, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
            found.push(kind + 1..end);
            at = end;
        }
    }
}

fn web_tokens(text: &str, found: &mut Vec<Range<usize>>) {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(JWT_START)).map(|start| at + start) {
        at = run(text, start, is_part);
        if at - start >= MIN_JWT && text.get(start..at).is_some_and(|token| token.contains('.')) {
            found.push(start..at);
        }
    }
}

/// PEM blocks, such as private keys. One that does not end hides the rest.
fn pem(text: &str, found: &mut Vec<Range<usize>>) {
    for (begins, ends) in PEM_STARTS.into_iter().zip(PEM_ENDS) {
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find(begins)).map(|start| at + start) {
            let end = text.get(start..).and_then(|rest| rest.find(ends)).map(|end| start + end + ends.len());
            let end = end.and_then(|end| {
                let label = text.get(end..)?.find("----")?;
                Some(run(text, end + label, |byte| byte == b'-'))
            });
            at = end.unwrap_or(text.len());
            found.push(start..at);
        }
    }
}

/// What is a credential because of the words around it: the user in a URL, what follows `Bearer` or `-u`.
fn words(text: &str, mode: Mode, found: &mut Vec<Range<usize>>) {
    let mut words = Words { text, mode, at: 0 };
    let (mut is_authorized, mut after_option, mut after_cue) = (false, false, false);
    let (mut after_auth_option, mut after_key) = (false, false);
    let (mut is_auth, mut after_auth) = (false, false);
    let mut scheme: Option<bool> = None;
    while let Some(range) = words.next() {
        let word = text.get(range.clone()).unwrap_or_default();
        if let Some(user) = user(word) {
            found.push(range.start + user.start..range.start + user.end);
        }
        let bare = word.trim_start_matches(|c: char| !is_word(c));
        let start = range.end - bare.len();
        let token = run(text, start, is_token);
        if scheme.is_some_and(|sure| sure || is_opaque(text.get(start..token).unwrap_or_default())) {
            found.push(start..if scheme == Some(true) { range.end } else { token });
        }
        let user_option = USER_OPTIONS.iter().find_map(|option| word.strip_prefix(option));
        if user_option.is_some_and(|user| user.contains(':')) {
            found.push(range.end - user_option.unwrap_or_default().len()..range.end);
        }
        if after_option || after_auth || after_auth_option && word.contains(':') {
            found.push(range.clone());
        }
        if mode == Mode::Answer
            && let Some(value) = word.strip_prefix(PASSWORD_OPTION)
        {
            found.extend(opaque(text, range.end - value.len()..range.end));
        }
        if after_key && let Some(value) = quoted(text, range.clone()) {
            found.extend(opaque(text, value));
        }
        if after_cue && let Some(value) = quoted(text, range.clone()).or_else(|| opaque(text, start..token)) {
            found.push(value);
        }
        let is_name = |end: &str| {
            let tail = bare.len().checked_sub(end.len()).and_then(|at| bare.get(at..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
        };
        scheme = SCHEMES.iter().any(|scheme| is_name(scheme)).then_some(is_authorized);
        is_authorized = find_ignoring_case(word, 0, "authorization").is_some();
        let is_option = word.strip_prefix("--").is_some_and(|name| !name.contains('=') && is_telling(name));
        after_option = USER_OPTIONS.contains(&word) || is_option;
        after_auth = is_auth && MECHANISMS.iter().any(|mechanism| mechanism.eq_ignore_ascii_case(word));
        is_auth = bare.eq_ignore_ascii_case(AUTH);
        after_auth_option = AUTH_OPTIONS.contains(&word);
        after_key = mode == Mode::Answer && bare.eq_ignore_ascii_case("key");
        let is_filler = FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word));
        after_cue = mode == Mode::Answer && (is_cue(word) || after_cue && is_filler);
    }
}

/// Returns whether a value may follow a word, as in `the password 'x' is wrong`.
fn is_cue(word: &str) -> bool {
    word == PASS
        || word.len() <= MAX_NAME && {
            let word = word.to_ascii_lowercase();
            CUES.iter().any(|cue| word.contains(cue))
        }
}

/// Returns the text in quotation marks that a word begins, on the same line.
fn quoted(text: &str, word: Range<usize>) -> Option<Range<usize>> {
    let rest = text.get(word.start..)?;
    let mark = rest.chars().next()?;
    let pair = PAIRS.iter().find(|(open, _)| *open == mark).map(|(_, close)| *close);
    let close = pair.or(Some(mark).filter(|mark| QUOTES.contains(mark)))?;
    let start = word.start + mark.len_utf8();
    let inside = text.get(start..)?;
    let end = inside.find([close, '\n']).unwrap_or(inside.len());
    Some(start..start + end)
}

/// Returns a word with letters and digits.
fn opaque(text: &str, word: Range<usize>) -> Option<Range<usize>> {
    let is_opaque =
        text.get(word.clone()).is_some_and(|word| word.len() >= MIN_WORD && has_letters_and_digits(word));
    is_opaque.then_some(word)
}

pub(super) fn has_letters_and_digits(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// The words of a text, between white space and, in an e-mail, between quotation marks and tags.
struct Words<'t> {
    text: &'t str,
    mode: Mode,
    at: usize,
}

impl Words<'_> {
    fn next(&mut self) -> Option<Range<usize>> {
        let mode = self.mode;
        let is_between =
            |c: char| c.is_whitespace() || mode == Mode::Request && matches!(c, '"' | '\'' | '<' | '>');
        let start = self.at + self.text.get(self.at..)?.find(|c| !is_between(c))?;
        let word = self.text.get(start..)?;
        self.at = start + word.find(is_between).unwrap_or(word.len());
        Some(start..self.at)
    }
}

/// Returns the user and the password in a word that contains a URL, or `user:password@host`.
fn user(word: &str) -> Option<Range<usize>> {
    let (before, _) = word.rsplit_once('@').or_else(|| word.rsplit_once("%40"))?;
    let start = match before.find("://").map(|at| at + 3) {
        Some(start) => {
            let user = before.get(start..)?;
            (!user.contains('/') || user.contains(':')).then_some(start)?
        }
        None => {
            let address = before.rsplit_once("mailto:").map_or(before, |(_, address)| address);
            address.contains(':').then_some(0)?
        }
    };
    (start < before.len()).then_some(start..before.len())
}

/// The content of XML elements with a telling name.
fn elements(text: &str, found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('<')).map(|open| at + open + 1) {
        let name =
            run(text, open, |byte| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte) || byte >= 0x80);
        at = name.max(open);
        if name == open {
            continue;
        }
        let Some(close) =
            text.get(name..).and_then(|rest| rest.find(['<', '>'])).map(|close| name + close + 1)
        else {
            return;
        };
        let attributes = text.get(name..close - 1).unwrap_or_default();
        if !text.get(open..name).is_some_and(is_telling) && !has_telling_name(attributes) {
            at = close - 1;
            continue;
        }
        let end = text.get(close..).and_then(|rest| rest.find("</")).map_or(text.len(), |end| close + end);
        if text.get(close..end).is_some_and(|content| !content.trim().is_empty()) {
            found.push(close..end);
        }
        at = end;
    }
}

/// Returns whether the attributes of an element have a telling name, as in `<item name="password">`.
fn has_telling_name(attributes: &str) -> bool {
    let names = NAME_ATTRIBUTES.iter();
    let mut parts = attributes.split(QUOTES);
    let mut before = parts.next().unwrap_or_default();
    parts.any(|part| {
        let is_name = names.clone().any(|name| before.ends_with(name));
        before = part;
        is_name && is_telling_name(part)
    })
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=._~-".contains(&byte)
}

/// Returns whether a word can hardly be a word of a language.
fn is_opaque(word: &str) -> bool {
    word.len() >= MIN_TOKEN
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Returns the end of the bytes from `start` on for which a condition holds.
fn run(text: &str, start: usize, holds: impl Fn(u8) -> bool) -> usize {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    start + rest.iter().position(|byte| !holds(*byte)).unwrap_or(rest.len())
}

/// Finds an ASCII text in another, from an offset on.
fn find_ignoring_case(text: &str, from: usize, wanted: &str) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    let found = rest.windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()));
    found.map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use crate::redact::text::{Mode, masked};

    fn shown(text: &str) -> String {
        masked(text, Mode::Request).into_owned()
    }

    #[test]
    fn credentials_are_recognized_by_their_form() {
        for (text, expected) in [
            ("(cs_live_hunter2) cs_live_", "(cs_live_…) cs_live_"),
            ("x%20cs_test_hunter-2_x. CS_LIVE_hunter2", "x%20cs_test_…. CS_LIVE_…"),
            ("cs_demo_hunter2 docs_page_x", "cs_demo_… docs_page_x"),
            ("a eyJhbGciOiJIUzI1NiJ9.eyJodW50ZXIyIjoxfQ.hunter2 b", "a … b"),
            ("Bearer abcdefgh12345678", "Bearer …"),
            ("Basic training starts on 2026-01-01", "Basic training starts on 2026-01-01"),
            ("see basic dXNlcjpodW50ZXIyMTIz.", "see basic …"),
            ("Authorization Bearer hunter2", "Authorization Bearer …"),
            ("-----BEGIN KEY-----\nhunter2\n-----END KEY----- x", "… x"),
            ("-----BEGIN KEY-----\nhunter2", "…"),
            ("see https://user:hunter2@host/ now", "see https://…@host/ now"),
            ("https://host/?a=1&api_key=hunter2", "https://host/?a=1&api_key=…"),
            ("curl -u user:hunter2 --password hunter2 https://host", "curl -u … --password … https://host"),
            (
                "<a><smtp_password x='1'>hunter2</smtp_password> b",
                "<a><smtp_password x='1'>…</smtp_password> b",
            ),
            ("<item name=\"password\">hunter2</item>", "<item name=\"password\">…</item>"),
            ("curl -uada:hunter2 https://host", "curl -u… https://host"),
            ("AUTH PLAIN hunter2", "AUTH PLAIN …"),
            ("Cookie: a=hunter2; b=hunter2", "Cookie: …"),
            ("Set-Cookie: a=hunter2\nx: 1", "Set-Cookie: …\nx: 1"),
            (r#"{"smtp_pswd": "hunter2"}"#, r#"{"smtp_pswd": …"#),
            (r#"["password", "hunter2"]"#, r#"["password", …"#),
            (r#"{"name": "password", "value": "hunter2"}"#, r#"{"name": "password", …"#),
            ("smtp_password%3Dhunter2", "smtp_password%3D…"),
            ("password%22%3A%22hunter2", "password%22%3A…"),
            ("password&quot;: &quot;hunter2", "password&quot;: …"),
            ("name=password&value=hunter2", "name=password&value=…"),
            ("- name: password\n  value: hunter2\n", "- name: password\n  value: …\n"),
            (r#"{"value": "hunter2", "name": "password"}"#, r#"{"value": …, "name": "password"}"#),
            ("key: 5, name: Ada\nvalue: x", "key: …\nvalue: x"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn what_people_write_is_shown() {
        for text in [
            "Hi {{first_name}}, forgot your password? <a href=\"https://example.com/?utm=1\">Click</a>",
            "The secret of success = work",
            "<p style=\"word-break: break-all\">Hi: you</p>",
            "ada@example.com",
            "<a href=\"https://example.com\" style='color:red'>ada@example.com</a> or mailto:ada@example.com",
            "Basic plan: 5 seats. Bearer bonds, too",
            "",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn a_long_text_is_read_once() {
        // Quadratic time would take minutes.
        for part in [
            "cs_",
            "cs_live_",
            "cs_a_",
            "eyJ",
            "eyJ.",
            "-----BEGIN ",
            "Bearer ",
            "-u ",
            "a:@ ",
            "<key",
            "<key>",
            "<",
            ", ",
            "\"key\",",
        ] {
            let text = part.repeat(50_000);
            assert!(shown(&text).len() <= text.len() * 2, "{part}");
        }
    }
}
