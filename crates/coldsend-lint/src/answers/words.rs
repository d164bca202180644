//! The words for answers of which only the status is known: those of HTTP, and of servers between a client and the API.
use super::{AnswerKind, STATUSES};

/// The names of statuses in HTTP, or in the notes of Cloudflare, without those of the page; the current name first.
pub(super) const NAMES: [(u16, &str); 35] = [
    (202, "Accepted"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (303, "See Other"),
    (304, "Not Modified"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (402, "Payment Required"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (410, "Gone"),
    (411, "Length Required"),
    (413, "Content Too Large"),
    (413, "Payload Too Large"),
    (413, "Request Entity Too Large"),
    (414, "URI Too Long"),
    (415, "Unsupported Media Type"),
    (421, "Misdirected Request"),
    (425, "Too Early"),
    (431, "Request Header Fields Too Large"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version Not Supported"),
    (507, "Insufficient Storage"),
    (520, "Web Server Returned an Unknown Error"),
    (521, "Web Server Is Down"),
    (522, "Connection Timed Out"),
    (523, "Origin Is Unreachable"),
    (524, "A Timeout Occurred"),
    (525, "SSL Handshake Failed"),
    (526, "Invalid SSL Certificate"),
    (527, "Railgun Error"),
];

/// What a status says by itself, if an answer has no known body.
struct StatusWords {
    /// The first and the last status.
    statuses: (u16, u16),
    /// What happened. Empty for statuses of the page, which has it.
    title: &'static str,
    /// What to do. Empty if it is what the answer usually needs.
    fix: &'static str,
}

const fn words(statuses: (u16, u16), title: &'static str, fix: &'static str) -> StatusWords {
    StatusWords { statuses, title, fix }
}

/// A title, and what to do, if an HTML page came instead of an answer of the API.
const HTML: [&str; 2] = [
    "The response is an HTML page, which is not from the API",
    "Check the address, which begins with https://api.coldsend.pro/api/public/v1: another site, or a proxy or a \
     firewall on the way, answered.",
];
/// The same for a request that seems to have succeeded.
const HTML_SUCCESS: &str =
    "The status says success, but the response is an HTML page, which is not from the API";
/// A request that a server may have carried out, although no answer came.
const PERHAPS_DONE: &str = "The request may have been carried out: if it creates or sends something, check that first. Then \
                            send it again, waiting longer after each attempt.";

/// The words, the first that fit. The page names the statuses without a title.
const WORDS: &[StatusWords] = &[
    words((100, 199), "An interim answer; the final one follows", "Read the answer that follows this one."),
    words((304, 304), "The copy in the cache is up to date", "Use the copy in the cache."),
    words(
        (300, 399),
        "The server redirects to another address",
        "Send the request to the address in the header `Location`, if that is the API's, with the same method, body and \
         API key; a `/` at the end of the path is a usual cause.",
    ),
    words(
        (400, 400),
        "",
        "Correct the request according to what the answer says; unchanged, it would be rejected again.",
    ),
    words(
        (401, 401),
        "",
        "Check the header `X-API-Key`: it needs the whole key of one integration, which has not been revoked.",
    ),
    words(
        (402, 402),
        "The plan or its credits do not cover the request",
        "Check the limits and the credits of your plan in the dashboard.",
    ),
    words(
        (403, 403),
        "",
        "Check that the API key has the scopes that the operation needs \
         (https://docs.coldsend.pro/authentication/scopes).",
    ),
    words(
        (404, 404),
        "",
        "Check that the ids in the path are complete, belong to your team and have not been deleted.",
    ),
    words(
        (406, 406),
        "The server cannot answer in the requested format",
        "Send the header `Accept: application/json`, or none.",
    ),
    words(
        (407, 407),
        "A proxy between you and the API requires a password",
        "Configure the user and the password of your proxy; the API did not see the request.",
    ),
    words((408, 408), "The request did not arrive completely in time", ""),
    words(
        (410, 410),
        "The resource no longer exists",
        "Check the path and the ids in it against the documentation.",
    ),
    words((414, 414), "The address of the request is too long", "Shorten the query string."),
    words(
        (421, 421),
        "The server does not answer for this host",
        "Check the host in the address: https://api.coldsend.pro.",
    ),
    words((425, 425), "The server does not process the request yet", ""),
    words(
        (431, 431),
        "The headers of the request are too large",
        "Send fewer or shorter headers, such as cookies.",
    ),
    words((502, 502), "A proxy in front of the API got no valid answer from it", PERHAPS_DONE),
    words((504, 504), "A proxy in front of the API got no answer from it in time", PERHAPS_DONE),
    words((520, 520), "Cloudflare, in front of the API, got no valid answer from it", PERHAPS_DONE),
    words((521, 521), "The API refused the connection of Cloudflare, which is in front of it", ""),
    words((522, 522), "Cloudflare, in front of the API, could not connect to it in time", ""),
    words((523, 523), "Cloudflare, in front of the API, could not reach it", ""),
    words((524, 524), "Cloudflare, in front of the API, got no answer from it in time", PERHAPS_DONE),
    words((525, 525), "Cloudflare, in front of the API, could not set up an encrypted connection to it", ""),
    words((526, 526), "Cloudflare, in front of the API, does not accept its certificate", ""),
    words((527, 527), "Cloudflare, in front of the API, lost the connection to it", ""),
    words((530, 530), "Cloudflare, in front of the API, could not reach it", ""),
];

fn of(status: u16) -> Option<&'static StatusWords> {
    WORDS.iter().find(|words| (words.statuses.0..=words.statuses.1).contains(&status))
}

fn given(text: &'static str) -> Option<&'static str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Returns the name of a status, such as `Bad Gateway`: that of the errors page, or else that of HTTP, if it is known.
pub fn status_name(status: u16) -> Option<&'static str> {
    let documented = STATUSES.iter().find(|known| known.code == status).map(|known| known.name);
    documented.or_else(|| NAMES.iter().find(|(code, _)| *code == status).map(|(_, name)| *name))
}

/// Returns whether a text is the name of a status.
pub(super) fn is_status_name(text: &str) -> bool {
    STATUSES.iter().any(|known| known.name == text) || NAMES.iter().any(|(_, name)| *name == text)
}

/// Returns what happened, in the words of a status, if the body of the answer is unknown.
pub(super) fn title(kind: &AnswerKind, status: Option<u16>, body: &[u8]) -> Option<&'static str> {
    let own = || given(of(status?)?.title);
    let documented = || STATUSES.iter().find(|known| Some(known.code) == status).map(|known| known.about);
    match kind {
        AnswerKind::Success if is_html(body) => Some(HTML_SUCCESS),
        AnswerKind::Success => documented(),
        AnswerKind::Unknown if own().is_none() && is_html(body) => Some(HTML[0]),
        AnswerKind::Unknown => own().or_else(documented),
        AnswerKind::ServerError | AnswerKind::RequestTimeout => own(),
        _ => None,
    }
}

/// Returns what to do about an answer with an unknown body, according to its status.
pub(super) fn fix(kind: &AnswerKind, status: Option<u16>, body: &[u8]) -> Option<&'static str> {
    let words = status.and_then(of);
    let has_title = words.is_some_and(|words| !words.title.is_empty());
    match kind {
        AnswerKind::Success | AnswerKind::Unknown if !has_title && is_html(body) => Some(HTML[1]),
        AnswerKind::Unknown | AnswerKind::ServerError => given(words?.fix),
        _ => None,
    }
}

/// Returns whether a body is an HTML page.
pub(super) fn is_html(body: &[u8]) -> bool {
    let body = body.trim_ascii_start();
    let begins =
        |start: &str| body.get(..start.len()).is_some_and(|body| body.eq_ignore_ascii_case(start.as_bytes()));
    ["<!doctype html", "<html", "<head", "<body"].into_iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::path::BASE_URL;

    #[test]
    fn statuses_of_the_page_have_its_words_and_each_other_its_own() {
        for words in WORDS {
            let (first, last) = words.statuses;
            let is_documented = STATUSES.iter().any(|known| known.code == first);
            assert!(first <= last && (!is_documented || words.title.is_empty()), "{first}");
            assert!(words.fix.is_empty() || words.fix.ends_with('.'), "{first}");
            assert!(!words.title.ends_with('.'), "{first}");
        }
        for status in 100..600 {
            let kind = AnswerKind::of_status(Some(status));
            let has_title = title(&kind, Some(status), b"").is_some();
            let is_known = STATUSES.iter().any(|known| known.code == status) || of(status).is_some();
            assert!(is_known || !has_title, "{status}");
            let names = NAMES.iter().filter(|(code, _)| *code == status).count();
            let is_documented = STATUSES.iter().any(|known| known.code == status);
            assert_eq!(status_name(status).is_some(), is_documented || names > 0, "{status}");
            assert!(!is_documented || names == 0, "{status}");
        }
    }

    #[test]
    fn addresses_are_those_of_the_api() {
        assert!(HTML[1].contains(BASE_URL));
        for info in AnswerKind::ALL {
            assert_eq!(info.fix.contains("api.coldsend.pro"), info.fix.contains(BASE_URL), "{}", info.id);
        }
    }

    #[test]
    fn pages_are_recognized() {
        for page in ["<html>", " \n<!DOCTYPE html>", "<HTML lang=en>", "<head>"] {
            assert!(is_html(page.as_bytes()), "{page}");
        }
        for other in ["", "{}", "<", "<?xml version=\"1.0\"?>", "html", "<h1>502</h1>"] {
            assert!(!is_html(other.as_bytes()), "{other}");
        }
    }
}
