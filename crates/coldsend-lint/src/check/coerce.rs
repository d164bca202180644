//! What the API understands of a body that it accepts: numbers cut and read from text, text made of
//! numbers, addresses normalized, lists of pairs taken as objects.
use crate::host::Host;
use crate::json::Scalar;
use crate::json::{Document, Text, escape, list, quote};
use crate::schema::shape::{Field, Kind, Shape};
use crate::types;
use crate::validate::document::Place;
use crate::validate::path::Key;
use crate::validate::source::Source;
use crate::validate::walk::MOST_FIELDS;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Write;

/// Appends an object's known members as JSON, in declaration order.
pub(crate) fn object(document: Document<'_>, shape: &Shape, value: Place, host: &dyn Host, out: &mut String) {
    let mut found = [None; MOST_FIELDS];
    let members = document.members(value, shape, &mut found);
    debug_assert!(members.is_ok());
    let sent = shape.fields.iter().zip(found).filter_map(|(field, member)| Some((field, member?)));
    list(out, ['{', '}'], sent, |(field, member), out| {
        quote(field.name, out);
        out.push(':');
        self::field(document, field, member, host, out);
    });
}

fn field(document: Document<'_>, field: &Field, member: Place, host: &dyn Host, out: &mut String) {
    match field.limit.rejects() {
        true => value(document, &field.kind, member, host, out),
        // Nothing was refused here, so nothing is known to be read in some way.
        false => raw(document, member, out),
    }
}

fn value(document: Document<'_>, kind: &Kind, place: Place, host: &dyn Host, out: &mut String) {
    let scalar = document.scalar(place);
    match kind {
        _ if matches!(scalar, Scalar::Null) => out.push_str("null"),
        Kind::Object(shape) => object(document, shape, place, host, out),
        Kind::List { of, .. } => {
            let items = document.items(place).into_iter().flatten();
            list(out, ['[', ']'], items, |item, out| value(document, of, item, host, out));
        }
        Kind::Map(of) => map(document, of, place, host, out),
        Kind::Any => raw(document, place, out),
        Kind::Text { .. } => match scalar {
            Scalar::Text(text) => self::text(text, out),
            _ => quote(&types::printed(scalar, host), out),
        },
        _ => out.push_str(&types::coerced(kind, scalar, host)),
    }
}

/// Keys that are equal as text are one: the first stands, with the last value.
fn map(document: Document<'_>, of: &Kind, place: Place, host: &dyn Host, out: &mut String) {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut entries: Vec<(String, Place)> = Vec::new();
    let read = document.entries(place, host, &mut |key, value| {
        let mut name = String::new();
        self::key(key, &mut name);
        match places.entry(name.clone()) {
            Entry::Occupied(known) => entries[*known.get()].1 = value,
            Entry::Vacant(new) => {
                new.insert(entries.len());
                entries.push((name, value));
            }
        }
    });
    debug_assert!(read.is_ok());
    list(out, ['{', '}'], entries, |(name, member), out| {
        out.push_str(&name);
        out.push(':');
        value(document, of, member, host, out);
    });
}

/// A key of a map is text, whatever it was.
fn key(key: Key<'_>, out: &mut String) {
    match key {
        Key::Text(text) => self::text(text, out),
        Key::Number(number) => quote(number, out),
        Key::Bool(value) => quote(if value { "True" } else { "False" }, out),
        Key::Null => quote("None", out),
    }
}

/// Text with its lone surrogates, which only an escape can write.
fn text(text: Text<'_>, out: &mut String) {
    out.push('"');
    for code_point in text.code_points() {
        match char::from_u32(code_point) {
            Some(c) => escape(c, out),
            None => drop(write!(out, "\\u{code_point:04x}")),
        }
    }
    out.push('"');
}

/// A value as it was sent.
fn raw(document: Document<'_>, place: Place, out: &mut String) {
    if let (Place::Character { .. }, Scalar::Text(character)) = (place, document.scalar(place)) {
        return text(character, out);
    }
    let bytes = document.span(place).and_then(|span| document.text.get(span)).unwrap_or_default();
    for code_point in (Text { raw: bytes, escaped: false }).code_points() {
        match char::from_u32(code_point) {
            Some(c) => out.push(c),
            None => drop(write!(out, "\\u{code_point:04x}")),
        }
    }
}
