//! What a value of a valid document becomes in a struct.
use super::{CustomValue, Patch, Secret};
use crate::host::Host;
use crate::json::{Document, Scalar, ValueRef};
use crate::python::float;
use crate::schema::shape::{Field, FieldType, MAX_FIELDS, Shape};
use crate::types::{Reading, Soft};
use crate::validate::Source;
use crate::validate::path::MapKey;
use std::collections::BTreeMap;

/// What can be made of a value that is not null, as the API understands it.
pub(crate) trait FromDocument: Sized {
    /// Nothing if the value is none of these, which only advice is about.
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        soft: Soft,
        host: &dyn Host,
    ) -> Option<Self>;

    /// What stands for a field that was not sent.
    fn absent() -> Option<Self> {
        None
    }

    /// What stands for a field that is null.
    fn null() -> Option<Self> {
        None
    }
}

/// What a field holds.
pub(crate) fn member<T: FromDocument>(
    document: Document<'_>,
    (field, value): (&Field, Option<ValueRef>),
    host: &dyn Host,
) -> Option<T> {
    let Some(value) = value else { return T::absent() };
    if document.is_null(value) {
        return T::null();
    }
    let read = T::from_document(document, value, &field.field_type, field.soft, host);
    match field.evidence.rejects() {
        true => read,
        // What is of no known type was not refused.
        false => read.or_else(T::absent),
    }
}

/// The fields of an object, and the values that were sent.
pub(crate) fn members(
    document: Document<'_>,
    object: ValueRef,
    shape: &'static Shape,
) -> Option<impl Iterator<Item = (&'static Field, Option<ValueRef>)>> {
    let mut found = [None; MAX_FIELDS];
    document.members(object, shape, &mut found).ok()?;
    Some(shape.fields.iter().zip(found))
}

impl FromDocument for bool {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        soft: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        i64::from_document(document, value, field_type, soft, host).map(|number| number != 0)
    }
}

impl FromDocument for i64 {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        soft: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        field_type.read(document.scalar(value), soft, host).ok()?.integer()
    }
}

impl FromDocument for String {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        soft: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        let read = field_type.read(document.scalar(value), soft, host).ok()?;
        Some(match read.text() {
            Some(text) => text.into_owned(),
            // A date is written between quotes.
            None => read.display().trim_matches('"').to_owned(),
        })
    }
}

impl FromDocument for Secret {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        soft: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        String::from_document(document, value, field_type, soft, host).map(Secret::from)
    }
}

impl<T: FromDocument> FromDocument for Option<T> {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        soft: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        T::from_document(document, value, field_type, soft, host).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn null() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromDocument> FromDocument for Patch<T> {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        soft: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        T::from_document(document, value, field_type, soft, host).map(Patch::Set)
    }

    fn absent() -> Option<Self> {
        Some(Patch::Unset)
    }

    fn null() -> Option<Self> {
        Some(Patch::Null)
    }
}

impl<T: FromDocument> FromDocument for Vec<T> {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        _: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        let FieldType::List { of, .. } = field_type else { return None };
        let item = |item| T::from_document(document, item, of, Soft::NONE, host);
        document.items(value)?.map(item).collect()
    }
}

impl<T: FromDocument> FromDocument for BTreeMap<String, T> {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        field_type: &FieldType,
        _: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        let FieldType::Map(of) = field_type else { return None };
        let (mut map, mut is_read) = (BTreeMap::new(), true);
        let entries = document.entries(value, host, &mut |key, value| match T::from_document(
            document,
            value,
            of,
            Soft::NONE,
            host,
        ) {
            Some(value) => drop(map.insert(key_text(key), value)),
            None => is_read = false,
        });
        entries.ok().filter(|()| is_read).map(|()| map)
    }
}

/// A key of a map is text, whatever it was.
fn key_text(key: MapKey<'_>) -> String {
    match key {
        MapKey::Text(text) => text.to_str().into_owned(),
        MapKey::Number(number) => number.to_owned(),
        MapKey::Bool(true) => "True".to_owned(),
        MapKey::Bool(false) => "False".to_owned(),
        MapKey::Null => "None".to_owned(),
    }
}

impl FromDocument for CustomValue {
    fn from_document(
        document: Document<'_>,
        value: ValueRef,
        _: &FieldType,
        _: Soft,
        host: &dyn Host,
    ) -> Option<Self> {
        custom(document, value, host)
    }
}

fn custom(document: Document<'_>, value: ValueRef, host: &dyn Host) -> Option<CustomValue> {
    let inner = |value| custom(document, value, host);
    Some(match document.scalar(value) {
        Scalar::Null => CustomValue::Null,
        Scalar::Boolean(value) => CustomValue::Boolean(value),
        Scalar::Number(number) => CustomValue::Integer(number),
        Scalar::Integer(literal) => match literal.as_str().parse() {
            Ok(number) => CustomValue::Integer(number),
            Err(_) => CustomValue::Float(float::literal(literal.as_str(), host)),
        },
        Scalar::Float(literal) => CustomValue::Float(float::literal(literal, host)),
        Scalar::Text(text) => CustomValue::Text(text.to_str().into_owned()),
        Scalar::List => CustomValue::List(document.items(value)?.map(inner).collect::<Option<_>>()?),
        Scalar::Object => {
            let mut map = BTreeMap::new();
            document.each_key(value, &mut |key, value| {
                map.extend(inner(value).map(|value| (key.to_str().into_owned(), value)));
            });
            CustomValue::Map(map)
        }
    })
}
