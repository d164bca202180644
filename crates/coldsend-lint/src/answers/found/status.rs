//! Statuses in words: `HTTP 422`, `status code 422`, `422 Unprocessable Entity`, `(422)`, or a line of its own.
use crate::answers::STATUSES;
use crate::answers::words::NAMES;

/// The statuses that count as one in a text, without those that are not final.
const RANGE: std::ops::RangeInclusive<u16> = 200..=599;
/// Words before a status.
const BEFORE: [&str; 22] = [
    "http",
    "https",
    "status",
    "code",
    "statuscode",
    "status_code",
    "error",
    "errors",
    "err",
    "returned",
    "response",
    "responded",
    "->",
    "=>",
    "got",
    "→",
    "clientresponseerror",
    "received",
    "answered",
    "replied",
    "failed",
    "was",
];
/// Words after which a number is not that of a response.
const OTHER: [&str; 9] =
    ["exit", "exited", "errno", "errcode", "expected", "expect", "should", "want", "have"];
/// What the libraries `requests` and `urllib3` of Python write after a status.
const CLASSES: [&str; 3] = ["Client Error", "Server Error", "error responses"];
/// What is counted: a number before it is not a status.
const UNITS: [&str; 14] = [
    "bytes",
    "characters",
    "entries",
    "files",
    "items",
    "leads",
    "lines",
    "ms",
    "records",
    "requests",
    "results",
    "rows",
    "seconds",
    "times",
];
/// The number of words before a status that count.
const MAX_WORDS: usize = 3;

/// A status in a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LineStatus {
    pub(super) code: u16,
    /// Whether the line is the status line of a response.
    pub(super) is_head: bool,
}

/// Returns the first status in a line. `is_before_value` says that a value follows the line, and `may_be_alone` that a
/// number on a line of its own counts.
pub(super) fn of_line(line: &str, is_before_value: bool, may_be_alone: bool) -> Option<LineStatus> {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix("HTTP/") {
        let code = rest.split_ascii_whitespace().nth(1).and_then(code)?;
        return Some(LineStatus { code, is_head: true });
    }
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(digit) = bytes.get(at..)?.iter().position(u8::is_ascii_digit) {
        let start = at + digit;
        let length = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        let (before, number, after) = (line.get(..start)?, line.get(start..at)?, line.get(at..)?);
        if length == 3
            && let Some(code) = code(number)
            && is_status(code, [before, after], is_before_value, may_be_alone)
        {
            return Some(LineStatus { code, is_head: false });
        }
    }
    None
}

/// Returns the status that a text is.
pub(super) fn code(text: &str) -> Option<u16> {
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let is_code = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|code| is_code && RANGE.contains(code))
}

/// Returns whether a number between two parts of a line is a status.
fn is_status(code: u16, [before, after]: [&str; 2], is_before_value: bool, may_be_alone: bool) -> bool {
    let is_start = before.chars().next_back().is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '=' | ':' | '"' | '\'' | '`' | '<' | '>' | '*' | ',')
    });
    let mut following = after.chars();
    let is_end = match (following.next(), following.next()) {
        (None, _) => true,
        (Some('.' | ',' | ':'), Some(next)) => !next.is_ascii_digit(),
        (Some(c), _) => !c.is_alphanumeric() && !matches!(c, '%' | '-' | '_' | '/' | '°'),
    };
    if !(is_start && is_end) {
        return false;
    }
    let name = after.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ')' | '(' | '-' | ':' | '–' | '"' | '\'')
    });
    let documented =
        STATUSES.iter().map(|status| (status.code, status.name.split(' ').next().unwrap_or_default()));
    let is_named = CLASSES.iter().any(|class| name.starts_with(class))
        || documented.chain(NAMES).any(|(known, start)| known == code && name.starts_with(start));
    let words = last_words(before);
    let is_cued = words.first().is_some_and(|word| BEFORE.contains(&word.as_str()));
    let is_other = words.iter().any(|word| OTHER.contains(&word.as_str()));
    let next = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_counted = UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(next));
    // "Status code is 200" is the name of a test.
    let is_test = code < 300 && before.trim_end().ends_with(" is");
    let is_alone = may_be_alone && before.is_empty() && (after.is_empty() || after.starts_with(" - "));
    // As in the log of a server: `"POST /campaigns HTTP/1.1" 422`.
    let last = before.trim_end_matches([' ', '"']).rsplit([' ', '"']).next();
    let is_http = last.is_some_and(|word| word.starts_with("HTTP/"));
    let is_error = code >= 400 && is_in_brackets(before, after);
    let is_last = is_before_value && after.chars().all(|c| c.is_whitespace() || matches!(c, ':' | '-' | ','));
    !is_other
        && !is_test
        && (is_named || is_cued && !is_counted || is_alone || is_http || is_last || is_error)
}

/// Returns whether a number is in brackets as in the errors of .NET in any language, `…: (422) …`, or at the beginning
/// of a line, `[422] …`.
fn is_in_brackets(before: &str, after: &str) -> bool {
    match before.strip_suffix('(') {
        Some(before) => before.trim_end().ends_with([':', '：']) && after.starts_with(')'),
        None => before == "[" && after.starts_with("] "),
    }
}

/// Returns the words before a status that can tell what it is, in lower case and without punctuation.
fn last_words(before: &str) -> Vec<String> {
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, ':' | '=' | '(' | '[' | '"' | '\'' | ',' | '<' | '*');
    let words = before.rsplit(is_between).filter(|word| !word.is_empty());
    // "a status of 422", "the server responded with 422".
    let words = words.skip_while(|word| matches!(*word, "of" | "with" | "is" | "be"));
    let bare = |word: &str| word.rsplit(['.', '/']).next().unwrap_or(word).to_ascii_lowercase();
    // What stands before another number is about that one.
    let words = words.take_while(|word| !word.ends_with(|c: char| c.is_ascii_digit()));
    words.take(MAX_WORDS).map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_in_words_are_found() {
        for (line, expected) in [
            ("HTTP/1.1 429 Too Many Requests", 429),
            ("  HTTP/2 422", 422),
            ("HTTP 422", 422),
            ("422 Unprocessable Entity", 422),
            ("422 - oh no", 422),
            ("status: 422", 422),
            ("status=422, took 250 ms", 422),
            ("\"statusCode\": 503,", 503),
            ("Status Code: 429 Too Many Requests", 429),
            ("Status: 422 Unprocessable Entity (via FastAPI) or 400 Bad Request", 422),
            ("curl: (22) The requested URL returned error: 422", 422),
            ("Invoke-RestMethod : The remote server returned an error: (422) Unprocessable Entity.", 422),
            ("Response status code does not indicate success: 422 (Unprocessable Entity).", 422),
            ("AxiosError: Request failed with status code 422", 422),
            ("httpx.HTTPStatusError: Client error '422 Unprocessable Entity' for url 'https://x'", 422),
            ("requests.exceptions.HTTPError: 500 Server Error: Internal Server Error for url: x", 500),
            ("aiohttp.client_exceptions.ClientResponseError: 502, message='Bad Gateway', url='x'", 502),
            ("<Response [422]>", 422),
            ("2024-01-01 12:00:00 ERROR 404: Not Found.", 404),
            ("HTTP request sent, awaiting response... 503 Service Unavailable", 503),
            ("POST https://api.coldsend.pro/campaigns 422 (Unprocessable Content)", 422),
            ("Failed to load resource: the server responded with a status of 429 ()", 429),
            ("1.2.3.4 - - \"POST /campaigns HTTP/1.1\" 422 163", 422),
            ("payload: … -> 500", 500),
            ("418", 418),
            ("error code: 524", 524),
            ("Response code 422", 422),
            ("coldsend answered 422", 422),
            ("Invoke-RestMethod : Error en el servidor remoto: (403) Prohibido.", 403),
            ("リモート サーバーがエラーを返しました: (404) 見つかりません", 404),
            ("[429] slow down", 429),
            ("expected response to have status code 201 but got 422", 422),
            ("expected: 201 but was: 422", 422),
            ("want 200, got 422", 422),
            ("Status code was 422 and not [201]: x", 422),
            ("ResponseError('too many 503 error responses')", 503),
        ] {
            assert_eq!(of_line(line, false, true).map(|found| found.code), Some(expected), "{line}");
        }
        assert_eq!(of_line("ERROR coldsend 422 ", true, true).map(|found| found.code), Some(422));
    }

    #[test]
    fn other_numbers_are_not_statuses() {
        for line in [
            "",
            "at settle (file:///app/settle.js:422:12)",
            "port 443",
            "exit code 255",
            "exited with code 255",
            "HTTP/1.1 100 Continue",
            "Retry after 300 seconds.",
            "got 90%, not 200%",
            "error 42200",
            "content-length: 422",
            "HTTP/",
            "wait 500 ms",
            "version 4.2.422",
            "code 422-1",
            "returned 250 leads",
            "  1. Status code is 201",
            "Expected: 201",
            "should be 422",
            "Sum: (200)",
            "variants[422] x",
            "[200] x",
            "status 600",
        ] {
            assert_eq!(of_line(line, false, true), None, "{line}");
        }
    }
}
