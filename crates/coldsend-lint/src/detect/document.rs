//! Documents that are not requests: a list of requests, a request inside something else, an export.
use super::keys;
use crate::json::{Document, Guide, Looked, Node, Tag, read};
use crate::malformed::NotARequest;

/// The keys under which programs wrap a body.
const WRAPPERS: [&str; 24] = [
    "body",
    "data",
    "json",
    "payload",
    "request",
    "params",
    "input",
    "content",
    "campaign",
    "lead",
    "account",
    "raw",
    "value",
    "variables",
    "attributes",
    "leads",
    "campaigns",
    "accounts",
    "items",
    "arguments",
    "function",
    "fields",
    "values",
    "inputData",
];
/// How deep a request is looked for.
const MAX_DEPTH: usize = 3;
/// The minimum number of keys of a request that is not all that a document has.
const MIN_KEYS: usize = 2;

/// An export of another program: the keys that it has at the top, and what it is.
type Export = (&'static [&'static str], &'static str);

/// Exports of other programs.
const EXPORTS: [Export; 9] = [
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

/// The same for keys that a request might have, too. A browser need not know them.
#[cfg(not(feature = "native"))]
const MORE_EXPORTS: [Export; 0] = [];
#[cfg(feature = "native")]
const MORE_EXPORTS: [Export; 8] = [
    (&["requests"], "a collection of requests"),
    (&["collection"], "a collection of requests"),
    (&["request", "response"], "a request that was saved"),
    (&["version", "items"], "a collection of requests"),
    (&["flow"], "a Make scenario"),
    (&["_postman_variable_scope"], "a Postman environment"),
    (&["type", "properties"], "a JSON Schema"),
    (&["interactions"], "a record of requests"),
];

/// The keys of the API's errors.
const ANSWER: &str = "detail";

/// Returns what a document is instead of a request.
pub(crate) fn instead(document: Document<'_>) -> Option<NotARequest> {
    let node = document.node(0);
    match node.tag {
        Tag::Array => list(document, 0, 0, 1),
        Tag::Text | Tag::Escaped => {
            let text = document.string(node).to_str();
            is_request(text.trim().as_bytes(), 1).then_some(NotARequest::JsonString)
        }
        Tag::Object => of_object(document),
        _ => None,
    }
}

fn of_object(document: Document<'_>) -> Option<NotARequest> {
    let mut keys = document.keys(0);
    // Each of these documents has a key that is no field of any request.
    let has_other = keys.any(|key| !matches!(document.field(document.node(key)), Looked::Found(_)));
    let has =
        |name: &str| has_other && document.keys(0).any(|key| document.string(document.node(key)).is(name));
    let export = |exports: &[Export]| {
        let (_, what) = exports.iter().find(|(keys, _)| keys.iter().all(|key| has(key)))?;
        Some(NotARequest::Export { what })
    };
    if has("operation") && (has("body") || has("body_base64")) {
        return Some(NotARequest::BatchLine);
    }
    let is_only = document.keys(0).count() == 1;
    if is_only && has(ANSWER) {
        return Some(NotARequest::Answer);
    }
    let inside =
        || export(&MORE_EXPORTS).or_else(|| wrapped(document, 0, 0, if is_only { 1 } else { MIN_KEYS }));
    // A request may have keys with these names, too. To find out takes longest.
    export(&EXPORTS).or_else(|| inside().filter(|_| is_only || !keys::is_request(document, 0)))
}

/// Returns what is said about a list of requests. They have at least `min` keys.
fn list(document: Document<'_>, at: u32, depth: usize, min: usize) -> Option<NotARequest> {
    let first = document.elements(at).next().filter(|item| document.node(*item).tag == Tag::Object)?;
    let is_list =
        is_request_at(document, first, min) || wrapped(document, first, depth + 1, MIN_KEYS).is_some();
    is_list.then(|| NotARequest::List { items: document.elements(at).count() })
}

/// Returns what is said about the first request within an object. It has at least `min` keys.
fn wrapped(document: Document<'_>, object: u32, depth: usize, min: usize) -> Option<NotARequest> {
    if depth == MAX_DEPTH {
        return None;
    }
    document.keys(object).find_map(|key| {
        let (name, value) = (document.string(document.node(key)), document.node(key + 1));
        if !may_contain_request(document, value) {
            return None;
        }
        let key_name = WRAPPERS.into_iter().find(|wrapper| name.is(wrapper))?;
        let is_wrapped = match value.tag {
            Tag::Array => return list(document, key + 1, depth, min),
            Tag::Object => match wrapped(document, key + 1, depth + 1, min) {
                None => is_request_at(document, key + 1, min),
                inner => return inner,
            },
            Tag::Text | Tag::Escaped => is_request(document.string(value).to_str().trim().as_bytes(), min),
            _ => false,
        };
        is_wrapped.then_some(NotARequest::Wrapped { key: key_name })
    })
}

/// Returns whether a value is no plain text or number, which most values are.
fn may_contain_request(document: Document<'_>, value: Node) -> bool {
    match value.tag {
        Tag::Array | Tag::Object | Tag::Escaped => true,
        Tag::Text => document.string(value).raw.trim_ascii_start().starts_with(b"{"),
        _ => false,
    }
}

/// Returns whether an object with at least this many keys is a request.
fn is_request_at(document: Document<'_>, object: u32, min: usize) -> bool {
    document.keys(object).nth(min - 1).is_some() && keys::is_request(document, object)
}

/// Returns whether a text is a request with a body.
fn is_request(text: &[u8], min: usize) -> bool {
    let mut nodes = Vec::new();
    text.starts_with(b"{")
        && read(text, 0, Guide::NONE, &mut nodes).is_ok_and(|document| is_request_at(document, 0, min))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::operation::Operation;

    #[test]
    fn no_request_has_all_keys_of_another_document() {
        let exports = EXPORTS.iter().chain(&MORE_EXPORTS).map(|(keys, _)| *keys);
        let documents: Vec<_> = exports.chain([&["operation"][..], &[ANSWER]]).collect();
        for shape in Operation::ALL.iter().filter_map(|operation| operation.shape()) {
            for keys in &documents {
                assert!(keys.iter().any(|key| shape.field(key).is_none()), "{}: {keys:?}", shape.name);
            }
        }
    }
}
