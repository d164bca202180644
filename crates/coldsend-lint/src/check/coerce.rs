//! How the API reads a body that it accepts: numbers truncated or parsed from text, numbers converted to text,
//! addresses normalized, lists of pairs read as objects.
use crate::host::Host;
use crate::json::{Document, Scalar, Text, ValueRef, list, quote, quote_text, surrogate};
use crate::schema::shape::{Field, FieldType, Shape};
use crate::types::{Reading, Soft};
use crate::validate::path::MapKey;
use crate::validate::{Members, Source};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Appends an object's known members as JSON, in declaration order.
pub(crate) fn object(
    document: Document<'_>,
    shape: &'static Shape,
    value: ValueRef,
    host: &dyn Host,
    out: &mut String,
) {
    // An object that was accepted has members.
    let members = document.members(value, shape).unwrap_or_else(|_| Members::new(shape, value));
    let fields = shape.fields.iter().enumerate();
    let sent = fields.filter_map(|(index, field)| Some((field, members.get(index)?)));
    list(out, ['{', '}'], sent, |(field, member), out| {
        quote(field.name, out);
        out.push(':');
        self::field(document, field, member, host, out);
    });
}

fn field(document: Document<'_>, field: &Field, member: ValueRef, host: &dyn Host, out: &mut String) {
    match field.evidence.rejects() {
        true => value(document, &field.field_type, field.soft, member, host, out),
        // The field was not checked, so its type may not be able to read the value.
        false => raw(document, member, out),
    }
}

fn value(
    document: Document<'_>,
    field_type: &FieldType,
    soft: Soft,
    value: ValueRef,
    host: &dyn Host,
    out: &mut String,
) {
    match field_type {
        _ if document.is_null(value) => out.push_str("null"),
        FieldType::Object(shape) => object(document, shape, value, host, out),
        FieldType::List { of, .. } => {
            let items = document.items(value).into_iter().flatten();
            list(out, ['[', ']'], items, |item, out| self::value(document, of, Soft::NONE, item, host, out));
        }
        FieldType::Map(of) => map(document, of, value, host, out),
        FieldType::Any => raw(document, value, out),
        _ => match field_type.read(document.scalar(value), soft, host) {
            Ok(read) => read.write(out),
            Err(_) => out.push_str("null"),
        },
    }
}

/// Appends a map as JSON. Keys that are equal as text become one, at the first position and with the last value.
fn map(document: Document<'_>, of: &FieldType, map: ValueRef, host: &dyn Host, out: &mut String) {
    let mut indices: BTreeMap<String, usize> = BTreeMap::new();
    let mut entries: Vec<(String, ValueRef)> = Vec::new();
    let read = document.entries(map, host, &mut |key, value| {
        let mut name = String::new();
        self::key(key, &mut name);
        match indices.entry(name.clone()) {
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
        value(document, of, Soft::NONE, member, host, out);
    });
}

/// Appends a key of a map. A lone surrogate in it is kept.
fn key(key: MapKey<'_>, out: &mut String) {
    match key {
        MapKey::Text(text) => quote_text(text, out),
        other => quote(&other.to_str(), out),
    }
}

/// Appends a value as sent.
fn raw(document: Document<'_>, value: ValueRef, out: &mut String) {
    if let (ValueRef::Character { .. }, Scalar::Text(character)) = (value, document.scalar(value)) {
        return quote_text(character, out);
    }
    let bytes = document.text.get(document.range(value)).unwrap_or_default();
    for code_point in (Text { raw: bytes, escaped: false }).code_points() {
        match char::from_u32(code_point) {
            Some(c) => out.push(c),
            None => surrogate(code_point, out),
        }
    }
}
