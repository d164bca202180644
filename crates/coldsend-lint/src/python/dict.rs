//! How Python's `dict()` reads a value: an object, a list of pairs, or an empty string. Facts: pydantic_v1.md 2.9 and
//! 2.10.
use super::float;
use crate::host::Host;
use crate::json::{Document, Literal, Scalar, Tag, Text, ValueRef};

/// The maximum number of keys to compare with each other. More keys are sorted to find repeated ones.
const MAX_COMPARED_KEYS: usize = 16;

/// Returns the key and the value of each pair in a value that is not an object, or `None` if `dict()` rejects it.
pub(crate) fn pairs(document: Document<'_>, value: ValueRef) -> Option<Vec<(ValueRef, ValueRef)>> {
    let node = document.at(value);
    let ValueRef::Node(list) = value else { return None };
    match node.tag {
        Tag::Array => document.elements(list).map(|item| pair(document, item)).collect(),
        Tag::Text if document.raw(node).is_empty() => Some(Vec::new()),
        _ => None,
    }
}

/// Returns the key and the value of a pair, or `None` if `dict()` rejects it.
fn pair(document: Document<'_>, item: u32) -> Option<(ValueRef, ValueRef)> {
    let node = document.node(item);
    let (key, value) = match node.tag {
        Tag::Array => {
            let mut items = document.elements(item);
            let pair = (ValueRef::Node(items.next()?), ValueRef::Node(items.next()?));
            items.next().is_none().then_some(pair)?
        }
        Tag::Object => {
            let mut distinct = Vec::with_capacity(2);
            for key in document.keys(item) {
                let text = document.string(document.node(key)).to_bytes();
                if !distinct.iter().any(|(_, seen)| *seen == text) {
                    distinct.push((key, text));
                }
                if distinct.len() > 2 {
                    return None;
                }
            }
            let [(key, _), (value, _)] = distinct[..] else { return None };
            (ValueRef::Node(key), ValueRef::Node(value))
        }
        Tag::Text | Tag::Escaped => {
            let (key, value) = document.string(node).pair()?;
            let character = |start, text: Text<'_>| {
                let length = u8::try_from(text.raw.len()).ok()?;
                Some(ValueRef::Character { start, length, escaped: text.escaped })
            };
            (character(node.start, key)?, character(node.start + key.raw.len() as u32, value)?)
        }
        _ => return None,
    };
    let hashable = !matches!(document.at(key).tag, Tag::Array | Tag::Object);
    hashable.then_some((key, value))
}

/// Visits the entries of an object or a list of pairs, each key once. Returns `false` if `dict()` rejects the value.
pub(crate) fn entries(
    document: Document<'_>,
    value: ValueRef,
    host: &dyn Host,
    visit: &mut dyn FnMut(ValueRef, ValueRef),
) -> bool {
    let entries: Option<Vec<_>> = match document.object(value) {
        Some(object) => {
            let entries = document.keys(object).map(|key| (ValueRef::Node(key), ValueRef::Node(key + 1)));
            if has_plain_keys(document, object) {
                entries.for_each(|(key, value)| visit(key, value));
                return true;
            }
            Some(entries.collect())
        }
        None => pairs(document, value),
    };
    let Some(entries) = entries else { return false };
    without_repetition(document, entries, host).into_iter().for_each(|(key, value)| visit(key, value));
    true
}

/// Returns whether an object has few keys, none of them repeated and none with escapes.
fn has_plain_keys(document: Document<'_>, object: u32) -> bool {
    let mut seen = [None; MAX_COMPARED_KEYS];
    for (i, key) in document.keys(object).enumerate() {
        let key = document.string(document.node(key));
        let (Some(slot), false) = (seen.get_mut(i), key.escaped) else { return false };
        *slot = Some(key.raw);
        if seen[..i].contains(&Some(key.raw)) {
            return false;
        }
    }
    true
}

/// Merges entries with equal keys into one, which has the first position and the last value.
fn without_repetition(
    document: Document<'_>,
    mut pairs: Vec<(ValueRef, ValueRef)>,
    host: &dyn Host,
) -> Vec<(ValueRef, ValueRef)> {
    let mut keys: Vec<(Vec<u8>, usize)> = Vec::with_capacity(pairs.len());
    for (index, (key, _)) in pairs.iter().enumerate() {
        keys.extend(identity(document, *key, host).map(|identity| (identity, index)));
    }
    keys.sort_unstable();
    let mut kept = vec![true; pairs.len()];
    for equal in keys.chunk_by(|(key, _), (next, _)| key == next) {
        let [(_, first), rest @ .., (_, last)] = equal else { continue };
        pairs[*first].1 = pairs[*last].1;
        rest.iter().for_each(|(_, index)| kept[*index] = false);
        kept[*last] = false;
    }
    let mut kept = kept.into_iter();
    pairs.retain(|_| kept.next().unwrap_or_default());
    pairs
}

/// Returns bytes that are equal for keys that are equal in Python, which compares numbers of all types by value.
/// Returns `None` for NaN, which equals no key, not even itself.
fn identity(document: Document<'_>, key: ValueRef, host: &dyn Host) -> Option<Vec<u8>> {
    // Adding 0 turns -0 into 0.
    let of_float = |number: f64| tagged(b'f', &(number + 0.0).to_bits().to_be_bytes());
    Some(match document.scalar(key) {
        Scalar::Text(text) => tagged(b't', &text.to_bytes()),
        Scalar::Boolean(key) => of_float(f64::from(key)),
        Scalar::Integer(literal) => match float::literal(literal.as_str(), host) {
            number if float::truncate_exact(number).as_deref() == Some(digits(literal)) => of_float(number),
            _ => tagged(b'i', literal.0),
        },
        Scalar::Float(literal) => match float::literal(literal, host) {
            number if number.is_nan() => return None,
            number => of_float(number),
        },
        _ => tagged(b'n', &[]),
    })
}

fn tagged(tag: u8, bytes: &[u8]) -> Vec<u8> {
    [&[tag], bytes].concat()
}

/// Returns an integer literal as Python prints the number.
pub(crate) fn digits(literal: Literal<'_>) -> &str {
    if literal.0 == b"-0" { "0" } else { literal.as_str() }
}
