//! The types of typed fields that the standard library does not have.
use serde::ser::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// A field of a partial update: a member that is not sent keeps its value, `null` clears it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Patch<T> {
    /// Not sent.
    #[default]
    Unset,
    /// Sent as `null`.
    Null,
    /// Sent.
    Set(T),
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Patch::Set(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Patch::Set(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Patch::Set(value) => value.serialize(to),
            Patch::Null | Patch::Unset => to.serialize_none(),
        }
    }
}

/// A password. It is sent, and shown nowhere.
#[derive(Clone, PartialEq)]
pub struct Secret(String);

impl Secret {
    /// The password itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Secret(value)
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Secret(value.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

/// A value that the API takes as it is, such as that of a custom field of a lead.
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

macro_rules! custom {
    ($($from:ty => $variant:ident),* $(,)?) => {$(
        impl From<$from> for CustomValue {
            fn from(value: $from) -> Self {
                CustomValue::$variant(value.into())
            }
        }
    )*};
}
custom! { bool => Boolean, i64 => Integer, i32 => Integer, f64 => Float, String => Text, &str => Text, Vec<CustomValue> => List }

impl Serialize for CustomValue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            CustomValue::Null => to.serialize_none(),
            CustomValue::Boolean(value) => value.serialize(to),
            CustomValue::Integer(value) => value.serialize(to),
            CustomValue::Float(value) => value.serialize(to),
            CustomValue::Text(value) => value.serialize(to),
            CustomValue::List(value) => value.serialize(to),
            CustomValue::Map(value) => value.serialize(to),
        }
    }
}

/// A field of a typed request: whether it is sent.
pub(crate) trait MaybeSet {
    fn is_set(&self) -> bool {
        true
    }
}

impl<T> MaybeSet for Option<T> {
    fn is_set(&self) -> bool {
        self.is_some()
    }
}

impl<T> MaybeSet for Patch<T> {
    fn is_set(&self) -> bool {
        !matches!(self, Patch::Unset)
    }
}

impl MaybeSet for String {}
impl MaybeSet for Secret {}
impl MaybeSet for i64 {}
impl MaybeSet for bool {}
impl<T> MaybeSet for Vec<T> {}
