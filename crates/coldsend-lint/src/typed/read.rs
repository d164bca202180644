//! Converts the values of a valid document to those of a struct.
use super::{CustomValue, Patch, Secret};
use crate::host::Host;
use crate::json::{Document, Scalar, ValueRef};
use crate::python::float;
use crate::schema::shape::{Field, FieldType, Presence, Shape};
use crate::types::{IntegerValue, Reading, Soft, TextValue, Value};
use crate::validate::Source;
use crate::validate::path::MapKey;
use std::collections::BTreeMap;

/// A value that was sent and is not null, with its type.
#[derive(Clone, Copy)]
pub(crate) struct Sent<'d> {
    pub(crate) document: Document<'d>,
    pub(crate) value: ValueRef,
    pub(crate) field_type: &'d FieldType,
    pub(crate) soft: Soft,
    pub(crate) host: &'d dyn Host,
}

impl<'d> Sent<'d> {
    /// Creates a reference to the whole document.
    pub(crate) fn root(document: Document<'d>, field_type: &'d FieldType, host: &'d dyn Host) -> Self {
        Sent { document, value: ValueRef::ROOT, field_type, soft: Soft::NONE, host }
    }

    /// Reads the value.
    fn read(self) -> Option<Value<'d>> {
        self.field_type.read(self.document.scalar(self.value), self.soft, self.host).ok()
    }

    /// Creates a reference to a value in it.
    fn inner(self, value: ValueRef, field_type: &'d FieldType) -> Self {
        Sent { value, field_type, soft: Soft::NONE, ..self }
    }
}

/// What a value that is not null can be converted to, as the API does.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a typed request",
    note = "to check your own JSON, use `check(operation, body)`; the typed requests are in `requests`"
)]
pub(crate) trait FromDocument: Sized {
    /// Converts the value. Returns `None` if it has another type, for which there is only advice.
    fn from_document(sent: Sent<'_>) -> Option<Self>;

    /// Returns the value of a field that was not sent.
    fn absent() -> Option<Self> {
        None
    }

    /// Returns the value of a field that is null, which the API may reject.
    fn null(_is_refused: bool) -> Option<Self> {
        None
    }
}

/// Returns the value of a field.
pub(crate) fn member<T: FromDocument>(
    object: Sent<'_>,
    (field, value): (&'static Field, Option<ValueRef>),
) -> Option<T> {
    let Some(value) = value else { return T::absent() };
    if object.document.is_null(value) {
        let is_refused = field.evidence.rejects() && !matches!(field.presence, Presence::Nullable(_));
        return T::null(is_refused);
    }
    let read = T::from_document(Sent { soft: field.soft, ..object.inner(value, &field.field_type) });
    match field.evidence.rejects() {
        true => read,
        // A value of another type was not rejected.
        false => read.or_else(T::absent),
    }
}

/// Returns the fields of an object with the values that were sent.
pub(crate) fn members(
    object: Sent<'_>,
    shape: &'static Shape,
) -> Option<impl Iterator<Item = (&'static Field, Option<ValueRef>)>> {
    let members = object.document.members(object.value, shape).ok()?;
    Some(shape.fields.iter().enumerate().map(move |(index, field)| (field, members.get(index))))
}

impl FromDocument for bool {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        Some(sent.read()?.integer()? != 0)
    }
}

impl FromDocument for i64 {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        IntegerValue::number(sent.document.scalar(sent.value), sent.host)
    }
}

impl FromDocument for String {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        let Some(read) = sent.read() else {
            // Invalid text is kept as it is, so that a check of the struct can reject it.
            return Some(
                TextValue::read(sent.document.scalar(sent.value), sent.host).ok()?.into_str().into_owned(),
            );
        };
        Some(match read.text() {
            Some(text) => text.into_owned(),
            // A date is printed in quotes.
            None => read.display().trim_matches('"').to_owned(),
        })
    }
}

impl FromDocument for Secret {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        String::from_document(sent).map(Secret::from)
    }
}

impl<T: FromDocument> FromDocument for Option<T> {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        T::from_document(sent).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn null(is_refused: bool) -> Option<Self> {
        (!is_refused).then_some(None)
    }
}

impl<T: FromDocument> FromDocument for Patch<T> {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        T::from_document(sent).map(Patch::Set)
    }

    fn absent() -> Option<Self> {
        Some(Patch::Unset)
    }

    fn null(_: bool) -> Option<Self> {
        Some(Patch::Null)
    }
}

impl<T: FromDocument> FromDocument for Vec<T> {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        let FieldType::List { of, .. } = sent.field_type else { return None };
        sent.document.items(sent.value)?.map(|item| T::from_document(sent.inner(item, of))).collect()
    }
}

impl<T: FromDocument> FromDocument for BTreeMap<String, T> {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        let FieldType::Map(of) = sent.field_type else { return None };
        let (mut map, mut is_read) = (BTreeMap::new(), true);
        let entries = sent.document.entries(sent.value, sent.host, &mut |key, value| match (
            key,
            T::from_document(sent.inner(value, of)),
        ) {
            (MapKey::Null, _) | (_, None) => is_read = false,
            (key, Some(value)) => drop(map.insert(key.to_str().into_owned(), value)),
        });
        entries.ok().filter(|()| is_read).map(|()| map)
    }
}

impl FromDocument for CustomValue {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        custom(sent.document, sent.value, sent.host)
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
