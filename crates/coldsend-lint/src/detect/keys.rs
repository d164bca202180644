//! The operation that the keys of an object suggest.
use super::document;
use crate::error::suggest;
use crate::json::{Document, Tag, ValueRef};
use crate::malformed::NotARequest;
use crate::python::dict;
use crate::requests::operation::Operation;
use crate::schema::shape::{Presence, SCHEMA_KEY, Shape};
use crate::validate::Source;
use std::cmp::Reverse;

/// The maximum number of unknown keys that are compared with the names of fields.
const MAX_COMPARED: usize = 32;

/// The operation that the keys of a body suggest.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detection {
    /// One operation matches best.
    One(Operation),
    /// The body cannot be read, is null, or is a list or text with requests in it, so the answer is the same for every
    /// operation.
    Any,
    /// The keys do not decide. These operations match best, all equally well.
    Ambiguous(Vec<Operation>),
    /// The body is something else, such as an export of another program.
    NotARequest(NotARequest),
}

/// Detects the operation of a document.
pub(crate) fn detect(document: Document<'_>) -> Detection {
    let root = ValueRef::ROOT;
    let instead = document::instead(document);
    if document.node(0).tag != Tag::Object && !document.is_null(root) {
        // Python's `dict()` reads some lists. The answer to all others is the same for every operation.
        return match instead {
            Some(_) if dict::pairs(document, root).is_none() => Detection::Any,
            Some(instead) => Detection::NotARequest(instead),
            None => Detection::Ambiguous(with_body().map(|(operation, _)| operation).collect()),
        };
    }
    match instead {
        Some(instead) => Detection::NotARequest(instead),
        None if document.is_null(root) => Detection::Any,
        None => of_keys(document, 0),
    }
}

/// Detects the operation of an object, of which only the keys are read.
fn of_keys(document: Document<'_>, object: u32) -> Detection {
    let mut scores: Vec<_> = with_body()
        .map(|(operation, shape)| (Score::new(document, object, operation, shape), operation))
        .collect();
    scores.sort_by_key(|(score, _)| Reverse(score.rank()));
    match scores[..] {
        [(best, first), (next, _), ..] if best.decides() && next.rank() < best.rank() => {
            Detection::One(first)
        }
        [(best, _), ..] => {
            let equal = scores.iter().filter(|(score, _)| best.known == 0 || score.rank() == best.rank());
            Detection::Ambiguous(equal.map(|(_, operation)| *operation).collect())
        }
        [] => Detection::Any,
    }
}

/// Returns whether an object has enough keys of an operation to be a request.
pub(super) fn is_request(document: Document<'_>, object: u32) -> bool {
    with_body().any(|(operation, shape)| Score::new(document, object, operation, shape).decides())
}

/// Returns the operations with a body.
fn with_body() -> impl Iterator<Item = (Operation, &'static Shape)> {
    Operation::ALL.iter().filter_map(|operation| Some((*operation, operation.body()?)))
}

/// Returns the number of keys of a shape in the first object of a list.
fn inner_keys(document: Document<'_>, list: u32, shape: &Shape) -> usize {
    let first = Some(list).filter(|list| document.node(*list).tag == Tag::Array);
    let first = first.and_then(|list| document.elements(list).next());
    let Some(first) = first.filter(|first| document.node(*first).tag == Tag::Object) else { return 0 };
    let is_known = |key: &u32| shape.find(&document.string(document.node(*key)).to_bytes()).is_some();
    document.keys(first).filter(is_known).count()
}

/// How well the keys of an object fit an operation.
#[derive(Clone, Copy)]
struct Score {
    /// The number of fields that are there, misspelled ones included.
    known: usize,
    /// The number of keys that are spelled exactly like a field.
    exact: usize,
    /// The number of those that are required.
    required: usize,
    /// The number of other keys.
    unknown: usize,
    /// The number of known keys in the first object of each list.
    inner: usize,
    /// Whether the operation creates something.
    creates: bool,
}

impl Score {
    fn new(document: Document<'_>, object: u32, operation: Operation, shape: &Shape) -> Self {
        let (mut known, mut exact, mut required, mut unknown, mut compared) = (0u32, 0u32, 0u32, 0, 0);
        let mut inner = 0;
        for at in document.keys(object) {
            let key = document.string(document.node(at));
            let similar = || {
                compared += 1;
                let few = compared <= MAX_COMPARED && key.raw.len() <= suggest::MAX_RAW;
                let key = few.then(|| key.to_str()).filter(|key| key.len() <= suggest::MAX_LENGTH)?;
                shape.fields.iter().position(|field| suggest::is_misspelled(field.name, &key))
            };
            let found = shape.find(&key.to_bytes());
            match found.or_else(similar) {
                Some(index) => {
                    let field = shape.fields.get(index);
                    let items = field.and_then(|field| field.field_type.object());
                    inner += items.map_or(0, |items| inner_keys(document, at + 1, items));
                    exact |= u32::from(found.is_some()) << index;
                    let is_required = field.is_some_and(|field| field.presence == Presence::Required);
                    known |= 1 << index;
                    required |= u32::from(is_required) << index;
                }
                None => {
                    let mut others = document.keys(object).take(MAX_COMPARED).take_while(|other| *other < at);
                    let bytes = key.to_bytes();
                    let is_repeated =
                        others.any(|other| document.string(document.node(other)).to_bytes() == bytes);
                    unknown += usize::from(!is_repeated && !key.is(SCHEMA_KEY));
                }
            }
        }
        let creates = operation.method() == "POST";
        let [known, exact, required] = [known, exact, required].map(|mask| mask.count_ones() as usize);
        Score { known, exact, required, unknown, inner, creates }
    }

    /// Returns what is compared with the scores of other operations.
    fn rank(self) -> (usize, usize, usize, usize, bool) {
        (self.known, self.exact, self.required, self.inner, self.creates)
    }

    /// Returns whether so many keys are known that this must be a request.
    fn decides(self) -> bool {
        self.known > 0 && self.unknown == 0 || self.known >= 2 && self.known > self.unknown
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::Checker;

    #[test]
    fn keys_decide_only_where_they_decide() {
        let detect = |body: &str| Checker::new().detect(body.as_bytes());
        for (body, operation) in [
            (r#"{"name": 1}"#, Operation::CreateCampaign),
            (r#"{"name": 1, "launch": true}"#, Operation::UpdateCampaign),
            (r#"{"smtp_host": 1}"#, Operation::CreateSmtpAccount),
            (r#"{"email": 1, "first_nmae": 2}"#, Operation::AddLead),
            (r#"{"$schema": "x", "name": 1}"#, Operation::CreateCampaign),
            (r#"{"recipient_emial": 1}"#, Operation::SendTestEmail),
            (r#"{"Email": 1, "First_Name": 2}"#, Operation::AddLead),
            (r#"{"targetDomain": 1, "statusCode": 2}"#, Operation::SetDomainRedirect),
            (r#"{"inboxes": [{"smtp_host": 1, "smtp_port": 2}]}"#, Operation::CreateSmtpAccounts),
            (r#"{"name": 1, "daily_limit_per_inbox": 2, "x": 3}"#, Operation::CreateCampaign),
            (r#"{"x": 1, "name": 1, "x": 2, "daily_limit_per_inbox": 2, "x": 3}"#, Operation::CreateCampaign),
        ] {
            assert_eq!(detect(body), Detection::One(operation), "{body}");
        }
        for body in [
            "{}",
            "[]",
            "5",
            r#""text""#,
            r#"[{"op": "add"}]"#,
            r#"{"x": 1}"#,
            r#"{"name": "web", "version": "1.0.0", "private": true}"#,
            r#"{"type": "module"}"#,
            r#"{"name": 1, "timezone": 2, "x": 3, "y": 4}"#,
            r#"{"$schema": "x"}"#,
        ] {
            assert!(matches!(detect(body), Detection::Ambiguous(_)), "{body}");
        }
        let both = Detection::Ambiguous(vec![Operation::CreateCampaign, Operation::AddLead]);
        assert_eq!(detect(r#"{"email": 1, "name": 2, "email": 1}"#), both);
        for body in ["{", "", "null", "[[[", r#"[{"email": 1}]"#, r#""{\"email\": 1}""#] {
            assert_eq!(detect(body), Detection::Any, "{body}");
        }
    }

    #[test]
    fn what_is_no_request_is_named() {
        let instead = |body: &str| match Checker::new().detect(body.as_bytes()) {
            Detection::NotARequest(instead) => Some(instead),
            _ => None,
        };
        for (body, expected) in [
            (r#"{"body": {"name": "x"}}"#, Some(NotARequest::Wrapped { key: "body" })),
            (r#"{"data": "{\"email\": \"x\"}"}"#, Some(NotARequest::Wrapped { key: "data" })),
            (r#"{"body": "Hello"}"#, None),
            (r#"{"data": {"x": 1}}"#, None),
            (r#"{"data": {"name": "x"}, "x": 1}"#, None),
            (
                r#"{"event": "x", "data": {"name": "x", "timezone": 1}}"#,
                Some(NotARequest::Wrapped { key: "data" }),
            ),
            (
                r#"{"data": {"attributes": {"name": "x", "timezone": 1}}}"#,
                Some(NotARequest::Wrapped { key: "attributes" }),
            ),
            (
                r#"{"total": 1, "items": [{"email": "x", "first_name": 1}, 5]}"#,
                Some(NotARequest::List { items: 2 }),
            ),
            (r#"{"name": 1, "timezone": 2, "data": {"name": "x", "timezone": 1}}"#, None),
            (r#"{"requests": []}"#, Some(NotARequest::Export { what: "a collection of requests" })),
            (r#"{"info": {}, "item": []}"#, Some(NotARequest::Export { what: "a Postman collection" })),
            (r#"{"detail": "Not Found"}"#, Some(NotARequest::Answer)),
            (r#"[{"email": 1, "first_name": 2}]"#, Some(NotARequest::List { items: 1 })),
        ] {
            assert_eq!(instead(body), expected, "{body}");
        }
    }
}
