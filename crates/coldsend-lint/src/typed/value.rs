//! Types of fields that the standard library does not have.
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// A field of a partial update: unset keeps the value, `null` clears it.
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

impl<T> Patch<T> {
    /// Returns whether it is not sent.
    pub const fn is_unset(&self) -> bool {
        matches!(self, Patch::Unset)
    }

    /// Returns whether it is sent as `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Patch::Null)
    }

    /// Returns the value, if one is sent.
    pub fn value(self) -> Option<T> {
        match self {
            Patch::Set(value) => Some(value),
            Patch::Unset | Patch::Null => None,
        }
    }

    /// Converts it to one with a reference to the value.
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Patch::Unset => Patch::Unset,
            Patch::Null => Patch::Null,
            Patch::Set(value) => Patch::Set(value),
        }
    }

    /// Converts the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Patch::Unset => Patch::Unset,
            Patch::Null => Patch::Null,
            Patch::Set(value) => Patch::Set(change(value)),
        }
    }
}

/// `None` becomes `Unset`, so that a missing value never clears anything.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Patch::Unset, Patch::Set)
    }
}

impl<T> FromIterator<T> for Patch<Vec<T>> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Patch::Set(items.into_iter().collect())
    }
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

/// A password. It is sent, but never shown.
#[derive(Clone, PartialEq)]
pub struct Secret(String);

impl Secret {
    /// Returns the password itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Secret(value)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Secret)
    }
}

/// `null` becomes [`Patch::Null`]. With `#[serde(default)]`, a missing field becomes [`Patch::Unset`].
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(from)?.map_or(Patch::Null, Patch::Set))
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

/// A field of a typed request, which may not be sent.
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
        !self.is_unset()
    }
}

impl MaybeSet for String {}
impl MaybeSet for Secret {}
impl MaybeSet for i64 {}
impl MaybeSet for bool {}
impl<T> MaybeSet for Vec<T> {}
