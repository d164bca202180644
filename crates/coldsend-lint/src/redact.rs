//! Finds the values of a document that must not be shown: those of secret fields, and of keys that sound secret.
//!
//! - `text`  the parts of a text that must not be shown
//! - `redacted` the parts of an error that may be logged
mod redacted;
mod text;

pub use text::redact_text;

use crate::json::{Document, Tag, ValueRef};
use crate::python::Query;
use std::ops::Range;

/// Parts of such keys, even misspelled ones. They cover the secret fields of every request.
const SUSPICIOUS: [&str; 9] = ["pas", "pss", "word", "pwd", "secret", "token", "key", "auth", "cred"];

/// Returns the ranges of these values, in order and at any depth, including those in lists of pairs.
pub(crate) fn values(document: &Document<'_>) -> Vec<Range<usize>> {
    of_keys(document, is_suspicious)
}

/// The keys under which an answer may repeat a value of the request, or the whole request, as those of both versions of
/// Pydantic and of other servers do.
const REPEATED: [&str; 4] = ["input", "given", "doc", "value"];

/// Returns the parts of an answer that must not be shown, in order, with their replacements. A part that begins inside
/// another is hidden with it. Every text is searched, since a server may quote a secret anywhere.
pub(crate) fn in_answer(document: &Document<'_>) -> Vec<(Range<usize>, String)> {
    let hidden = of_keys(document, |name| REPEATED.contains(&name) || is_suspicious(name));
    let values = hidden.into_iter().map(|range| (range, "…".to_owned()));
    let texts = (0..document.length()).filter_map(|at| {
        let node = document.node(at);
        let text = node.is_text().then(|| document.string(node).to_str())?;
        let shown = redact_text(&text);
        (shown != text).then_some((document.range(ValueRef::Node(at)), shown.into_owned()))
    });
    let mut parts: Vec<_> = values.chain(texts).collect();
    parts.sort_by_key(|(range, _)| range.start);
    parts
}

fn of_keys(document: &Document<'_>, is_secret: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut hide = |key: u32, value: u32| {
        if is_secret(&document.string(document.node(key)).to_str()) {
            found.push(document.range(ValueRef::Node(value)));
        }
    };
    for at in 0..document.length() {
        match document.node(at).tag {
            Tag::Object => document.keys(at).for_each(|key| hide(key, key + 1)),
            Tag::Array => {
                let items = pair(document.elements(at)).filter(|(key, _)| document.node(*key).is_text());
                // An object in a list of pairs is a pair, too: its second key is the value of the first.
                let objects = document.elements(at).filter(|item| document.node(*item).tag == Tag::Object);
                let keys = objects.filter_map(|object| pair(document.keys(object)));
                items.into_iter().chain(keys).for_each(|(key, value)| hide(key, value));
            }
            _ => {}
        }
    }
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    // A value inside a hidden one is hidden with it.
    let mut end = 0;
    found.retain(|range| {
        let outside = range.end > end;
        end = end.max(range.end);
        outside
    });
    found
}

/// Returns the ranges of these values in a query string. A value that itself sounds like such a key is included, since
/// it may contain pairs.
pub(crate) fn in_query(query: &Query) -> Vec<Range<usize>> {
    let hidden = query.values().filter(|(name, value, _)| is_suspicious(name) || is_suspicious(value));
    hidden.map(|(.., span)| span).collect()
}

/// Returns whether a key sounds like that of a secret.
pub(crate) fn is_suspicious(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SUSPICIOUS.iter().any(|word| name.contains(word))
}

/// Returns the items if there are exactly two.
fn pair(mut items: impl Iterator<Item = u32>) -> Option<(u32, u32)> {
    let pair = (items.next()?, items.next()?);
    items.next().is_none().then_some(pair)
}

#[cfg(test)]
mod tests {
    use crate::requests::CreateSmtpAccount;
    use crate::{Checker, Operation};

    fn hidden(body: &str) -> Vec<String> {
        let mut checker = Checker::new();
        let outcome = checker.check(Operation::CreateSmtpAccount, body.as_bytes());
        outcome.secrets().into_iter().map(|range| body[range].to_owned()).collect()
    }

    #[test]
    fn secrets_are_found_at_any_depth() {
        let body =
            r#"{"a": [{"API_Key": {"k": ["x"]}}], "smtp_password": "p\"w", "p\u0061ss": 5, "b": "pass"}"#;
        assert_eq!(hidden(body), [r#"{"k": ["x"]}"#, r#""p\"w""#, "5"]);
        assert_eq!(hidden(r#"[["imap_password", "x"], ["name", "y"]]"#), [r#""x""#]);
        assert_eq!(hidden(r#"[{"imap_password": 1, "x": 2}]"#), ["1", r#""x""#]);
        assert_eq!(hidden(r#"{"imap_password": 1, "x": 2}"#), ["1"]);
        assert_eq!(hidden(r#"{"smtp_pasword": "x", "smtp_pwd": "y", "imap_pssword": "z"}"#).len(), 3);
    }

    #[test]
    fn secret_fields_sound_like_it() {
        let secret = CreateSmtpAccount::SHAPE.fields.iter().filter(|field| field.is_secret());
        assert!(secret.clone().count() > 0);
        assert!(secret.clone().all(|field| super::is_suspicious(field.name)));
    }
}
