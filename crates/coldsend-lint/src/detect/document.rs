//! Documents that are not requests: a list of requests, a request inside something else, an export.
use super::keys;
use crate::json::{Document, Guide, Tag, read};
use crate::malformed::NotARequest;

/// The keys under which programs wrap a body.
const WRAPPERS: [&str; 11] = [
    "body", "data", "json", "payload", "request", "params", "input", "content", "campaign", "lead", "account",
];

/// Exports of other programs: the keys that each has at the top, and what it is.
const EXPORTS: [(&[&str], &str); 9] = [
    (&["method", "url"], "a description of a request"),
    (&["info", "item"], "a Postman collection"),
    (&["nodes", "connections"], "an n8n workflow"),
    (&["log"], "a HAR file"),
    (&["_type", "resources"], "an Insomnia export"),
    (&["openapi", "paths"], "an OpenAPI description"),
    (&["swagger", "paths"], "an OpenAPI description"),
    (&["$schema", "properties"], "a JSON Schema"),
    (&["blueprint", "name"], "a Make scenario"),
];

/// The keys of the API's errors.
const ANSWER: &str = "detail";

/// Returns what a document is instead of a request.
pub(crate) fn instead(document: Document<'_>) -> Option<NotARequest> {
    let node = document.node(0);
    match node.tag {
        Tag::Array => {
            let first = document.elements(0).next().filter(|item| document.node(*item).tag == Tag::Object)?;
            keys::is_request(document, first)
                .then(|| NotARequest::List { items: document.elements(0).count() })
        }
        Tag::Text | Tag::Escaped => {
            let text = document.string(node).to_str();
            is_request(text.trim().as_bytes()).then_some(NotARequest::JsonString)
        }
        Tag::Object => of_object(document),
        _ => None,
    }
}

fn of_object(document: Document<'_>) -> Option<NotARequest> {
    let has = |name: &&str| document.keys(0).any(|key| document.string(document.node(key)).is(name));
    if has(&"operation") && (has(&"body") || has(&"body_base64")) {
        return Some(NotARequest::BatchLine);
    }
    if let Some((_, what)) = EXPORTS.iter().find(|(keys, _)| keys.iter().all(has)) {
        return Some(NotARequest::Export { what });
    }
    let mut keys = document.keys(0);
    let (key, None) = (keys.next()?, keys.next()) else { return None };
    let (name, value) = (document.string(document.node(key)), document.node(key + 1));
    if name.is(ANSWER) {
        return Some(NotARequest::Answer);
    }
    let wrapper = WRAPPERS.into_iter().find(|wrapper| name.is(wrapper))?;
    let is_wrapped = match value.tag {
        Tag::Object => keys::is_request(document, key + 1),
        Tag::Text | Tag::Escaped => is_request(document.string(value).to_str().trim().as_bytes()),
        _ => false,
    };
    is_wrapped.then_some(NotARequest::Wrapped { key: wrapper })
}

/// Returns whether a text is a request with a body.
fn is_request(text: &[u8]) -> bool {
    let mut nodes = Vec::new();
    text.starts_with(b"{")
        && read(text, 0, Guide::NONE, &mut nodes).is_ok_and(|document| keys::is_request(document, 0))
}
