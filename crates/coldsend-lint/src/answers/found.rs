//! Finds the answer in what people paste: output of clients, logs, HAR files, parts of the errors page.

// - `clean`    bytes to plain lines, without what terminals, logs and clients add
// - `lenient`  values in a text: JSON, Python, Node
// - `message`  a documented message without JSON
// - `notation` items that are not written as JSON
// - `document` the responses in a value
// - `status`   statuses in words
// - `response` statuses and bodies, put together
// - `search`   a text to its responses
// - `shape`    what can be said of a text that is not recognized
mod clean;
mod document;
mod lenient;
mod message;
mod notation;
mod response;
mod search;
mod shape;
mod status;

use super::items::LEFT_OUT;
use super::status::IntoStatus;
use super::{Answer, AnswerKind, ExplainedItem};
use response::{Body, Place, Response, Sink};
use std::borrow::Cow;
use std::fmt;

/// How many strings are searched inside each other, as in a log of a log.
const MAX_DEPTH: u8 = 3;
/// Clients that leave the body out: a word that they print, and where the body is.
const CLIENTS: [(&str, &str); 13] = [
    ("Invoke-RestMethod", "PowerShell keeps the body in $_.ErrorDetails.Message: paste that as well"),
    ("Invoke-WebRequest", "PowerShell keeps the body in $_.ErrorDetails.Message: paste that as well"),
    (
        "Axios",
        "axios keeps the body in error.response.data: paste JSON.stringify(error.response.data) as well",
    ),
    ("curl: (22)", "curl leaves out the body with --fail: use --fail-with-body, and paste what it prints"),
    ("httpx.", "httpx keeps the body in error.response.text: paste that as well"),
    ("requests.", "requests keeps the body in error.response.text: paste that as well"),
    ("aiohttp.", "aiohttp discards the body of an error: read response.text() first, and paste that as well"),
    ("urllib.error.", "urllib keeps the body in error.read(): paste that as well"),
    ("Faraday::", "Faraday keeps the body in error.response[:body]: paste that as well"),
    ("HttpURLConnection", "Java keeps the body in connection.getErrorStream(): paste that as well"),
    ("HTTPError: Request failed", "the body is in error.response: paste its text as well"),
    ("wget", WGET),
    (WGET_WAITS, WGET),
];
const WGET: &str = "wget leaves out the body: use --content-on-error, and paste what it saves";
/// What wget prints before the headers of a response.
const WGET_WAITS: &str = "awaiting response...";
/// What consoles of browsers print before the length of a list that is left out.
const LEFT_OUT_LIST: &str = ": Array(";
/// The hint for that.
const NESTED: &str =
    "the program left out nested values: paste JSON.stringify(error.response.data) to see the fields";
/// The hint for a compressed body.
const COMPRESSED: &str = "the body is compressed: paste what `curl --compressed -i` prints";
/// The hint for any other client.
const BODY: &str = "the body is not in this text: paste it as well";

/// What [`Answer::find`] found.
///
/// Its [`Debug`](fmt::Debug) shows no text.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Found {
    /// The last answer in the text.
    pub answer: Option<Answer>,
    /// The other answers, in the order of the text. In a HAR file, these are the other failed ones.
    pub others: Vec<Answer>,
    /// Why there is none.
    pub reason: Option<NoAnswer>,
    /// What to do if the text has a status but no body.
    pub hint: Option<&'static str>,
    headers: Vec<(&'static str, String)>,
}

/// Why a text has no answer. [`Display`](fmt::Display) says it and what to paste, and repeats nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoAnswer {
    /// There is no text.
    Empty,
    /// It is compressed.
    Compressed,
    /// It has no status and no body of the API.
    Unrecognized,
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoAnswer::Empty => "there is no text here: paste the status and the body of the response, as `curl -i` prints them",
            NoAnswer::Compressed => "the body is compressed: send the request with `curl --compressed -i`, and paste what it prints",
            NoAnswer::Unrecognized => {
                "there is no answer of the API in this text: paste the status and the body of the response, as `curl -i` \
                 prints them"
            }
        })
    }
}

impl Found {
    /// Returns the value of a header of the answer that says when to send again, given its name in lower case.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let found = Answer::find(None, "< HTTP/2 429\n< retry-after: 5\n<\nslow down");
    /// let answer = found.answer.clone().unwrap().with_headers(|name| found.header(name));
    /// assert_eq!(answer.retry().seconds(), Some(5));
    /// ```
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Returns what to paste in addition, if the answer is not in the text as a whole, or instead, if there is none.
    pub fn note(&self) -> Option<Cow<'static, str>> {
        let reason = || self.reason.map(|reason| reason.to_string().into());
        self.hint.map(Cow::Borrowed).or_else(reason)
    }

    fn of(answer: Answer) -> Self {
        Found { answer: Some(answer), others: Vec::new(), reason: None, hint: None, headers: Vec::new() }
    }
}

impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Found")
            .field("answer", &self.answer)
            .field("others", &self.others)
            .field("reason", &self.reason)
            .finish_non_exhaustive()
    }
}

impl Answer {
    /// Finds the answer in what was pasted: the output of a client, a log, a HAR file, or the body alone. Of several
    /// answers, the last one counts. A given status is that of the answer, whatever the text says.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    ///
    /// let log = r#"2024-01-01 ERROR 404 {'detail': 'Campaign 42 not found'}"#;
    /// let answer = Answer::find(None, log).answer.unwrap();
    /// assert_eq!((answer.status(), answer.kind().info().id), (Some(404), "campaign-not-found"));
    /// assert!(Answer::find(None, "Hello").answer.is_none());
    /// ```
    pub fn find(status: impl IntoStatus, text: impl AsRef<[u8]>) -> Found {
        find(status.into_status(), text.as_ref())
    }

    /// Returns the shape of an unknown body and its length, without anything of it, such as `HTML, 123 bytes`. `None` if
    /// the body is known or empty, if [`unread`](Self::unread) has parts of it, and for a success, whose result explains
    /// nothing.
    pub fn received_shape(&self) -> Option<String> {
        let received = self.received();
        let is_shown = self.unread().next().is_some() || *self.kind() == AnswerKind::Success;
        (!is_shown && !received.trim_ascii().is_empty()).then(|| shape::shape(received))
    }
}

fn find(status: Option<u16>, bytes: &[u8]) -> Found {
    let whole = Answer::parse(status, bytes);
    let is_body = whole.received().is_empty() && !bytes.trim_ascii().is_empty();
    if is_body {
        let own = if status.is_none() { document::own_status(&clean::decode(bytes)) } else { None };
        return Found::of(own.map_or(whole, |own| Answer::parse(own, bytes)));
    }
    let is_compressed = clean::is_compressed(bytes);
    let decoded = clean::decode(bytes);
    let text = if lenient::is_json(&decoded) { decoded } else { clean::clean(&decoded).into() };
    let mut sink = Sink::default();
    search::search(&text, search::Extent::All, MAX_DEPTH, &mut sink);
    let has_body = sink.responses.last().is_some_and(|last| last.body.is_some());
    // A status that follows a whole answer is another one.
    let is_known = |response: &Response| matches!(response.body, Some(Body::Known(_)));
    let items = || notation::body(&text).filter(|_| !sink.responses.iter().any(is_known));
    let other = || items().or_else(|| message::body(&text));
    let message = if has_body { None } else { other().map(Body::Known) };
    let last = match (sink.responses.pop(), message) {
        (Some(last), body) => Some(Response { body: last.body.clone().or(body), ..last }),
        (None, body) => body.map(|body| Response { body: Some(body), ..Response::new(Place::default()) }),
    };
    let Some(last) = last else {
        return match status {
            Some(_) => Found::of(whole),
            None => Found { answer: None, reason: Some(reason(&text, is_compressed)), ..Found::of(whole) },
        };
    };
    if status.is_some() && !has_head(bytes) && !matches!(last.body, Some(Body::Known(_))) {
        return Found::of(whole);
    }
    let from = if sink.responses.is_empty() && last.end.is_none() { Place::default() } else { last.place };
    let is_inside = |place: Place| place >= from && last.end.is_none_or(|end| place < end);
    let headers: Vec<_> = sink.headers.into_iter().filter(|(place, ..)| is_inside(*place)).collect();
    let hint = if is_compressed { Some(COMPRESSED) } else { hint(&text, &last, status) };
    Found {
        answer: Some(answer(status.or(last.status), last, is_compressed)),
        others: sink.responses.into_iter().map(|one| answer(one.status, one, false)).collect(),
        reason: None,
        hint,
        headers: headers.into_iter().map(|(_, name, value)| (name, value)).collect(),
    }
}

/// Returns what to do if a response is not in the text as a whole.
fn hint(text: &str, response: &Response, given: Option<u16>) -> Option<&'static str> {
    let of_client = || CLIENTS.iter().find(|(word, _)| text.contains(word)).map(|(_, hint)| *hint);
    match &response.body {
        None => {
            let is_failed = response.status.is_some_and(|status| status >= 400);
            let is_whole = response.has_head && !text.contains(WGET_WAITS);
            let is_bare = is_failed && !is_whole && given.is_none();
            is_bare.then(|| of_client().unwrap_or(BODY))
        }
        // An error of the client itself.
        Some(Body::Other(_)) => of_client(),
        Some(Body::Known(body)) => {
            let is_left_out = LEFT_OUT.iter().chain([&LEFT_OUT_LIST]).any(|mark| text.contains(mark));
            let has_no_place = |item: ExplainedItem<'_>| item.loc.is_empty();
            (is_left_out && Answer::parse(None, body).items().any(has_no_place)).then_some(NESTED)
        }
        Some(Body::Raw(_)) => None,
    }
}

fn answer(status: Option<u16>, response: Response, is_compressed: bool) -> Answer {
    match response.body {
        Some(Body::Raw(_)) if is_compressed => Answer::parse(status, ""),
        Some(Body::Known(body) | Body::Other(body) | Body::Raw(body)) => Answer::parse(status, body),
        None => Answer::parse(status, ""),
    }
}

/// Returns whether a text begins with a status line.
fn has_head(bytes: &[u8]) -> bool {
    let text: Cow<'_, str> = clean::decode(bytes.get(..64).unwrap_or(bytes));
    text.trim_start().starts_with("HTTP/")
}

fn reason(text: &str, is_compressed: bool) -> NoAnswer {
    match text.trim().is_empty() {
        _ if is_compressed => NoAnswer::Compressed,
        true => NoAnswer::Empty,
        false => NoAnswer::Unrecognized,
    }
}

#[cfg(test)]
mod tests;
