//! Values that the API accepts unchanged.
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// A value that the API accepts unchanged, such as the value of a lead's custom field.
///
/// Text, numbers, booleans, lists and maps convert to it. If they are mixed, write the first one out:
///
/// ```
/// # #[cfg(feature = "typed")] {
/// use coldsend_lint::requests::{AddLead, CustomValue};
///
/// let lead = AddLead::builder()
///     .email("ada@example.com")
///     .custom_fields([("plan", CustomValue::from("pro")), ("seats", 3.into())])
///     .build()?;
/// # }
/// # Ok::<(), coldsend_lint::Rejection>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum CustomValue {
    /// `null`
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number.
    Float(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<CustomValue>),
    /// An object.
    Map(BTreeMap<String, CustomValue>),
}

#[cfg(feature = "typed")]
impl CustomValue {
    /// Returns whether JSON can represent it: no number in it is infinite or NaN.
    pub(crate) fn is_json(&self) -> bool {
        match self {
            CustomValue::Float(number) => number.is_finite(),
            CustomValue::List(items) => items.iter().all(CustomValue::is_json),
            CustomValue::Map(members) => members.values().all(CustomValue::is_json),
            _ => true,
        }
    }
}

/// Reads any JSON; a number beyond 64 bits becomes the nearest float.
impl<'de> Deserialize<'de> for CustomValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = CustomValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<CustomValue, E> {
        Ok(CustomValue::Null)
    }

    fn visit_none<E>(self) -> Result<CustomValue, E> {
        Ok(CustomValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<CustomValue, D::Error> {
        CustomValue::deserialize(value)
    }

    fn visit_bool<E>(self, value: bool) -> Result<CustomValue, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<CustomValue, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<CustomValue, E> {
        Ok(i64::try_from(number).map_or(CustomValue::Float(number as f64), CustomValue::Integer))
    }

    fn visit_f64<E>(self, number: f64) -> Result<CustomValue, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<CustomValue, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<CustomValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(CustomValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CustomValue, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((key, value)) = map.next_entry()? {
            members.insert(key, value);
        }
        Ok(CustomValue::Map(members))
    }
}

macro_rules! custom {
    ($($from:ty => $variant:ident),* $(,)?) => {$(
        impl From<$from> for CustomValue {
            fn from(value: $from) -> Self {
                CustomValue::$variant(value.into())
            }
        }
    )*};
}
custom! {
    bool => Boolean, i8 => Integer, i16 => Integer, i32 => Integer, i64 => Integer, u8 => Integer, u16 => Integer,
    u32 => Integer, f32 => Float, f64 => Float, String => Text, &str => Text, Vec<CustomValue> => List,
    BTreeMap<String, CustomValue> => Map,
}

/// A number beyond 64 bits is the nearest float.
#[cfg(feature = "serde_json")]
impl From<serde_json::Value> for CustomValue {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => CustomValue::Null,
            Value::Bool(value) => CustomValue::Boolean(value),
            Value::Number(number) => match number.as_i64() {
                Some(number) => CustomValue::Integer(number),
                None => CustomValue::Float(number.as_f64().unwrap_or(f64::NAN)),
            },
            Value::String(text) => CustomValue::Text(text),
            Value::Array(items) => CustomValue::List(items.into_iter().map(CustomValue::from).collect()),
            Value::Object(members) => {
                CustomValue::Map(members.into_iter().map(|(key, value)| (key, value.into())).collect())
            }
        }
    }
}

impl From<&String> for CustomValue {
    fn from(text: &String) -> Self {
        CustomValue::Text(text.clone())
    }
}

impl<T: Into<CustomValue>> From<Option<T>> for CustomValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(CustomValue::Null, T::into)
    }
}

impl Serialize for CustomValue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            CustomValue::Null => to.serialize_none(),
            CustomValue::Boolean(value) => value.serialize(to),
            CustomValue::Integer(value) => value.serialize(to),
            CustomValue::Float(value) if value.is_finite() => value.serialize(to),
            CustomValue::Float(_) => Err(S::Error::custom("JSON cannot represent this number")),
            CustomValue::Text(value) => value.serialize(to),
            CustomValue::List(value) => value.serialize(to),
            CustomValue::Map(value) => value.serialize(to),
        }
    }
}
