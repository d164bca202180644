//! The responses in a JSON value: the body of an answer, perhaps inside other objects with its status, or in a string.
use super::response::{Body, Place, Response, Sink};
use super::search::{self, Extent};
use super::status;
use crate::answers::parts::ITEM_LISTS;
use crate::json::{self, Document, Guide, Node, Tag, Text, ValueRef};
use crate::python::base64;
use std::collections::BTreeSet;

/// The keys of a status.
const STATUS_KEYS: [&str; 9] = [
    "status",
    "statusCode",
    "status_code",
    "code",
    "httpCode",
    "http_code",
    "httpStatus",
    "http_status",
    "responseCode",
];
/// Keys that an object with a status has if it is a response or a line of a log.
const RESPONSE_KEYS: [&str; 12] = [
    "statusText",
    "status_text",
    "headers",
    "data",
    "body",
    "content",
    "reason",
    "ok",
    "url",
    "method",
    "path",
    "level",
];
/// The keys of a request in logs and exports: there is no answer in it.
const REQUEST_KEYS: [&str; 4] = ["request", "postData", "config", "originalRequest"];
/// The keys of errors of other servers.
const OTHER_KEYS: [&str; 4] = ["error", "errors", "message", "title"];
/// The keys of texts that may say a status.
const LOG_KEYS: [&str; 8] = ["message", "msg", "error", "stack", "log", "output", "stderr", "stdout"];
/// The key of the exchanges in a HAR file.
const EXCHANGES: &str = "entries";
/// The keys that say that the text of a body is base64, and that of the text: in a HAR file, and in the events of AWS.
const ENCODED: [(&str, &str); 2] = [("encoding", "text"), ("isBase64Encoded", "body")];
const BASE64: &str = "base64";

/// Adds the responses in a value, given as JSON. `at` is its offset in the text, and `depth` how many more strings may
/// be searched inside each other.
pub(super) fn responses(text: &str, at: usize, depth: u8, sink: &mut Sink) {
    let mut nodes = Vec::new();
    if let Ok(document) = json::read(text.as_bytes(), 0, Guide::NONE, &mut nodes) {
        ResponseFinder::new(document, text, at, depth, sink).run();
    }
}

/// Returns the status that a body says itself, as problem details do.
pub(super) fn own_status(body: &str) -> Option<u16> {
    let mut nodes = Vec::new();
    let document = json::read(body.as_bytes(), 0, Guide::NONE, &mut nodes).ok()?;
    ResponseFinder::new(document, body, 0, 0, &mut Sink::default()).status(0)
}

/// An object that is being searched.
struct OpenObject {
    at: u32,
    node: Node,
    /// Its status, or else that of an object around it, and where that object begins.
    status: Option<(u16, u32)>,
    /// Whether it is a response itself, if it has no body.
    is_response: bool,
    /// Whether it can be the body of another server, and whether it is inside one that can.
    is_other: bool,
    is_inside_other: bool,
    is_har: bool,
    /// The number of responses before it.
    before: usize,
}

struct ResponseFinder<'d, 's> {
    document: Document<'d>,
    text: &'d str,
    at: usize,
    depth: u8,
    open: Vec<OpenObject>,
    /// The values that are requests, those that are texts of logs, and those that are in base64.
    requests: BTreeSet<u32>,
    logs: BTreeSet<u32>,
    encoded: BTreeSet<u32>,
    sink: &'s mut Sink,
}

impl<'d, 's> ResponseFinder<'d, 's> {
    fn new(document: Document<'d>, text: &'d str, at: usize, depth: u8, sink: &'s mut Sink) -> Self {
        let (requests, logs, encoded) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        ResponseFinder { document, text, at, depth, open: Vec::new(), requests, logs, encoded, sink }
    }

    fn run(mut self) {
        // The offset up to which everything belongs to what has been found.
        let mut skip = 0;
        for at in 0..self.document.length() {
            let node = self.document.node(at);
            self.close(node.start);
            if node.start < skip {
                continue;
            }
            if self.requests.contains(&at) {
                skip = node.end;
                continue;
            }
            match node.tag {
                Tag::Object | Tag::Array => {
                    if let Some(body) = self.body(at) {
                        let own = self.status(at);
                        let mut response = self.response(node.start, Some(body));
                        response.status = own.or(response.status);
                        self.sink.responses.push(response);
                        skip = node.end;
                    } else if node.tag == Tag::Object {
                        self.open(at);
                    }
                }
                Tag::Text | Tag::Escaped => self.string(at),
                _ => {}
            }
        }
        self.close(u32::MAX);
    }

    fn open(&mut self, at: u32) {
        let document = self.document;
        let (mut is_other, mut is_har, mut is_response, mut members) = (false, false, false, 0);
        for key in document.keys(at) {
            let name = document.string(document.node(key));
            let is_among = |names: &[&str]| names.iter().any(|known| name.is(known));
            is_other |= is_among(&OTHER_KEYS);
            is_response |= is_among(&RESPONSE_KEYS);
            is_har |= name.is(EXCHANGES) && document.node(key + 1).tag == Tag::Array;
            members += 1;
            if is_among(&REQUEST_KEYS) {
                self.requests.insert(key + 1);
            }
            if is_among(&LOG_KEYS) {
                self.logs.insert(key + 1);
            }
            self.header(name, key + 1);
        }
        self.named_header(at);
        self.encoded.extend(self.base64(at));
        let node = document.node(at);
        let own = self.status(at);
        let parent = self.open.last();
        self.open.push(OpenObject {
            at,
            node,
            status: own.map(|status| (status, node.start)).or_else(|| parent.and_then(|open| open.status)),
            is_response: own.is_some() && (is_response || members == 1),
            is_other,
            is_inside_other: parent.is_some_and(|open| open.is_other || open.is_inside_other),
            is_har: is_har || parent.is_some_and(|open| open.is_har),
            before: self.sink.responses.len(),
        });
    }

    /// Closes what ends before an offset.
    fn close(&mut self, offset: u32) {
        while let Some(open) = self.open.pop_if(|open| open.node.end <= offset) {
            let found = self.sink.responses.get(open.before..).unwrap_or_default();
            let is_body =
                open.is_other && !open.is_inside_other && found.iter().all(|one| one.body.is_none());
            let is_status = open.is_response && !open.is_inside_other && found.is_empty();
            if !is_body && !is_status {
                continue;
            }
            let said = found.last().and_then(|one| one.status);
            self.sink.responses.truncate(open.before);
            let body = is_body.then(|| Body::Other(self.json(open.at)));
            let (status, start) = match open.status {
                Some((status, start)) => (Some(status), start),
                None => (said, open.node.start),
            };
            let place = Place { outer: self.at, inner: start };
            self.sink.responses.push(Response { status, body, is_har: open.is_har, ..Response::new(place) });
        }
    }

    /// Returns a response with the status of the objects around it.
    fn response(&self, start: u32, body: Option<Body>) -> Response {
        let open = self.open.last();
        let (status, start) = match open.and_then(|open| open.status) {
            Some((status, start)) => (Some(status), start),
            None => (None, start),
        };
        let is_har = open.is_some_and(|open| open.is_har);
        Response { status, body, is_har, ..Response::new(Place { outer: self.at, inner: start }) }
    }

    /// Returns the status that an object has as a member.
    fn status(&self, object: u32) -> Option<u16> {
        let document = self.document;
        if document.node(object).tag != Tag::Object {
            return None;
        }
        document.keys(object).find_map(|key| {
            let name = document.string(document.node(key));
            let value = document.node(key + 1);
            let is_status = STATUS_KEYS.iter().any(|known| name.is(known))
                && matches!(value.tag, Tag::Integer | Tag::Text);
            status::code(std::str::from_utf8(document.raw(value)).ok().filter(|_| is_status)?)
        })
    }

    /// Returns the member of an object that is a body in base64.
    fn base64(&self, object: u32) -> Option<u32> {
        let document = self.document;
        ENCODED.into_iter().find_map(|(mark, name)| {
            let mark = document.node(self.member(object, mark)?);
            let is_encoded = mark.tag == Tag::True || mark.is_text() && document.string(mark).is(BASE64);
            self.member(object, name).filter(|_| is_encoded)
        })
    }

    fn member(&self, object: u32, name: &str) -> Option<u32> {
        self.document.member(object, name)
    }

    /// Returns the JSON text of a value.
    fn json(&self, at: u32) -> String {
        self.text.get(self.document.range(ValueRef::Node(at))).unwrap_or_default().to_owned()
    }

    /// Returns the body that a value is, if it is one of the API: an object with `detail` or the missing requirements
    /// of a launch, or a list of items alone.
    fn body(&self, at: u32) -> Option<Body> {
        let document = self.document;
        if document.node(at).tag == Tag::Array {
            let mut items = document.elements(at).peekable();
            let is_list = self.is_alone() && items.peek().is_some() && items.all(|item| self.is_item(item));
            return is_list.then(|| Body::Known(format!("{{\"detail\":{}}}", self.json(at))));
        }
        if self.is_alone() && self.is_item(at) {
            return Some(Body::Known(format!("{{\"detail\":[{}]}}", self.json(at))));
        }
        if self.member(at, "is_launch_ready").is_some() && self.member(at, "missing_requirements").is_some() {
            return Some(Body::Known(self.json(at)));
        }
        let detail = self.member(at, "detail")?;
        let node = document.node(detail);
        let is_whole = match node.tag {
            // An answer that a service passes on as its own `detail`.
            Tag::Object => self.member(detail, "detail").is_none(),
            Tag::Array => document.elements(detail).any(|item| !self.is_left_out(item)),
            Tag::Text | Tag::Escaped => !self.is_error_of_a_list(at) && !self.is_nested(node),
            Tag::Null => false,
            _ => true,
        };
        is_whole.then(|| Body::Known(self.json(at)))
    }

    /// Returns whether a value is not inside an object that can be the body of another server.
    fn is_alone(&self) -> bool {
        !self.open.last().is_some_and(|open| open.is_other || open.is_inside_other)
    }

    /// Returns whether an object with a text in `detail` is one of the items in `errors` of another server.
    fn is_error_of_a_list(&self, at: u32) -> bool {
        let document = self.document;
        let lists =
            self.open.last().map(|open| ITEM_LISTS.iter().filter_map(|name| self.member(open.at, name)));
        lists.into_iter().flatten().any(|list| {
            let (list, object) = (document.node(list), document.node(at));
            list.tag == Tag::Array && list.start < object.start && object.end < list.end
        })
    }

    /// Returns whether a program left out a value: `[Object]` of Node.
    fn is_left_out(&self, at: u32) -> bool {
        let document = self.document;
        let is_null = |at| document.node(at).tag == Tag::Null;
        is_null(at) || document.node(at).tag == Tag::Array && document.elements(at).all(is_null)
    }

    /// Returns whether a text contains an answer as JSON.
    fn is_nested(&self, node: Node) -> bool {
        let text = self.document.string(node).to_str();
        self.depth > 0 && text.trim_start().starts_with(['{', '[']) && {
            let mut sink = Sink::default();
            search::search(&text, Extent::Values, self.depth - 1, &mut sink);
            sink.responses.iter().any(|response| matches!(response.body, Some(Body::Known(_))))
        }
    }

    fn is_item(&self, at: u32) -> bool {
        let document = self.document;
        document.node(at).tag == Tag::Object
            && self.member(at, "loc").is_some_and(|loc| document.node(loc).tag == Tag::Array)
            && self.member(at, "msg").is_some_and(|value| document.node(value).is_text())
    }

    /// Searches the text of a string.
    fn string(&mut self, at: u32) {
        let node = self.document.node(at);
        let mut text = self.document.string(node).to_str();
        if self.encoded.contains(&at) {
            text = String::from_utf8_lossy(&base64::decode(&text)).into_owned().into();
        }
        let extent = if self.logs.contains(&at) { Extent::Sentences } else { Extent::Values };
        if self.depth == 0 || extent == Extent::Values && !text.contains('{') {
            return;
        }
        let mut sink = Sink::default();
        search::search(&text, extent, self.depth - 1, &mut sink);
        let around = self.response(node.start, None);
        for response in sink.responses {
            // A text that only repeats the status says nothing new.
            if response.body.is_some() || response.status != around.status {
                let (status, is_har) = (response.status.or(around.status), around.is_har);
                let known = Response { status, is_har, ..Response::new(around.place) };
                self.sink.responses.push(Response { body: response.body, ..known });
            }
        }
        self.sink
            .headers
            .extend(sink.headers.into_iter().map(|(_, name, value)| (around.place, name, value)));
    }

    /// Keeps a member that is a header.
    fn header(&mut self, name: Text<'_>, value: u32) {
        let node = self.document.node(value);
        if matches!(node.tag, Tag::Text | Tag::Escaped | Tag::Integer) && name.raw.len() <= Sink::MAX_HEADER {
            let text = self.document.string(node).to_str();
            let place = Place { outer: self.at, inner: node.start };
            self.sink.header(place, &name.to_str(), &text);
        }
    }

    /// Keeps a header that is an object, as in a HAR file: `{"name": "retry-after", "value": "5"}`.
    fn named_header(&mut self, at: u32) {
        let name = self.member(at, "name").or_else(|| self.member(at, "key"));
        if let (Some(name), Some(value)) = (name, self.member(at, "value"))
            && self.document.node(name).is_text()
        {
            self.header(self.document.string(self.document.node(name)), value);
        }
    }
}
