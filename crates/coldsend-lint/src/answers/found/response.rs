//! What is found of responses, and how it is put together.
use super::status;
use crate::answers::Answer;

/// What wget says after the headers of an error.
const WGET: [&str; 2] = ["ERROR ", "Retrying."];

/// Where something stands: the offset in the text, and the one in a value there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) outer: usize,
    pub(super) inner: u32,
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Body {
    /// JSON of the API.
    Known(String),
    /// JSON of another server, which counts only with a status.
    Other(String),
    /// Any other text after headers.
    Raw(String),
}

/// A response.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Response {
    pub(super) place: Place,
    pub(super) status: Option<u16>,
    /// Whether it begins with a status line.
    pub(super) has_head: bool,
    pub(super) body: Option<Body>,
    pub(super) is_har: bool,
    /// Where the next response begins.
    pub(super) end: Option<Place>,
}

impl Response {
    pub(super) fn new(place: Place) -> Self {
        Response { place, status: None, has_head: false, body: None, is_har: false, end: None }
    }

    /// Drops the body, if it is part of one and does not say what the answer means.
    pub(super) fn drop_unknown_part(&mut self) {
        let is_unknown = |body: &mut Body| match body {
            Body::Known(text) => !Answer::parse(None, text).received().is_empty(),
            _ => true,
        };
        drop(self.body.take_if(is_unknown));
    }

    /// Returns whether another response has the same body, perhaps in another form in the same value, as in the
    /// exports of programs.
    fn repeats(&self, other: &Response) -> bool {
        let answer = |response: &Response| match &response.body {
            Some(Body::Known(text)) => {
                Some(Answer::parse(None, text)).filter(|answer| answer.received().is_empty())
            }
            _ => None,
        };
        let is_near = self.place.outer == other.place.outer;
        self.body == other.body
            || is_near
                && answer(self).zip(answer(other)).is_some_and(|(one, other)| one.kind() == other.kind())
    }

    fn is_failed(&self) -> bool {
        self.status.is_none_or(|status| status >= 400)
    }
}

/// What is found, in order.
#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) responses: Vec<Response>,
    pub(super) headers: Vec<(Place, &'static str, String)>,
}

/// The headers that are kept.
const HEADERS: [&str; 3] = ["date", "retry-after", "x-ratelimit-reset"];

impl Sink {
    /// The maximum length of the name of a header that is kept, and of its value.
    pub(super) const MAX_HEADER: usize = 64;

    /// Keeps a header, if it is one that says when to send again.
    pub(super) fn header(&mut self, place: Place, name: &str, value: &str) {
        let known = HEADERS.into_iter().find(|known| known.eq_ignore_ascii_case(name));
        if let Some(name) = known.filter(|_| value.len() <= Self::MAX_HEADER) {
            self.headers.push((place, name, value.trim().to_owned()));
        }
    }
}

/// Puts responses together from statuses and bodies, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Assembler {
    responses: Vec<Response>,
    /// A status that repeats that of the last response, unless a body follows.
    repeated: Option<u16>,
    /// A body of another server without any status.
    alone: Option<Response>,
}

impl Assembler {
    /// Adds a status. `is_heading` says that it is not that of an earlier body.
    pub(super) fn status(&mut self, found: status::LineStatus, place: Place, is_heading: bool) {
        let status::LineStatus { code, is_head } = found;
        let new = Response { status: Some(code), has_head: is_head, ..Response::new(place) };
        let Some(last) = self.responses.last_mut() else {
            self.responses.push(new);
            return;
        };
        match (last.status, &last.body) {
            (Some(status), None) if status == code => last.has_head |= is_head && !last.has_head,
            _ if is_head => self.responses.push(new),
            (None, Some(_)) if !is_heading => last.status = Some(code),
            (Some(status), Some(_)) if status == code => self.repeated = Some(code),
            // A number in the body of a response with headers.
            (Some(_), None) if last.has_head => {}
            _ => self.responses.push(new),
        }
    }

    pub(super) fn response(&mut self, found: Response) {
        let is_known = matches!(found.body, Some(Body::Known(_)));
        let Some(last) = self.responses.last_mut().filter(|_| !found.is_har) else {
            match found.status.is_some() || is_known {
                true => self.responses.push(found),
                false => self.alone = Some(found).filter(|found| found.body.is_some()),
            }
            return;
        };
        let is_same = found.status.is_none() || last.status.is_none() || found.status == last.status;
        if found.body.is_none() {
            if let Some(code) = found.status {
                self.status(status::LineStatus { code, is_head: false }, found.place, false);
            }
        } else if last.body.is_none() && is_same {
            last.status = last.status.or(found.status);
            last.body = found.body;
        } else if !(is_same && last.repeats(&found)) && (is_known || found.status.is_some()) {
            let status = found.status.or(self.repeated.take());
            self.responses.push(Response { status, ..found });
        }
    }

    /// Returns the responses. In a HAR file, only the failed ones count, if there are any.
    pub(super) fn finish(mut self, text: &str) -> Vec<Response> {
        let mut next = None;
        for response in self.responses.iter_mut().rev() {
            response.end = next.replace(response.place);
        }
        if self.responses.iter().any(|one| one.is_har && one.is_failed()) {
            self.responses.retain(|one| !one.is_har || one.is_failed());
        }
        let mut end = text.len();
        for response in self.responses.iter_mut().rev() {
            let start = response.place.outer;
            if response.has_head && response.body.is_none() {
                let body = after_headers(text.get(start..end).unwrap_or_default());
                let is_body = !body.is_empty() && !WGET.iter().any(|start| body.starts_with(start));
                response.body = is_body.then(|| Body::Raw(body.to_owned()));
            }
            end = start.min(end);
        }
        if self.responses.is_empty() {
            self.responses.extend(self.alone);
        }
        self.responses
    }
}

/// Returns the body after a status line and headers: what follows a blank line, or the first line that is no header.
fn after_headers(text: &str) -> &str {
    let mut rest = text.split_once('\n').map_or("", |(_, rest)| rest);
    loop {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let is_header =
            super::clean::is_header(line) || line.starts_with([' ', '\t']) && !line.trim().is_empty();
        match (line.trim().is_empty(), is_header && !line.starts_with("HTTP/")) {
            (true, _) => return after.trim(),
            (_, false) => return rest.trim(),
            (_, true) => rest = after,
        }
        if rest.is_empty() {
            return "";
        }
    }
}
