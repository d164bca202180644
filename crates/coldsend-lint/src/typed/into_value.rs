//! What builders accept: anything that converts to the value of a field without loss.
use super::{CustomValue, Patch, Secret};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What converts to the value of a field. Text: a `&str`, a `&String`, a `Cow`, a choice or, with the feature `uuid`,
/// a `Uuid`. A whole number: any integer of up to 32 bits, or `i64`. A list: anything that can be iterated over. A
/// map: anything that yields pairs, such as a `HashMap`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used for a value of type `{T}`",
    note = "for a whole number, pass an integer of up to 32 bits or an `i64`; convert a larger one with `i64::try_from`",
    note = "for anything but text, parse text first: `text.parse()?`"
)]
pub trait IntoValue<T> {
    /// Returns the value.
    fn into_value(self) -> T;
}

/// What an optional field accepts: a value, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used for a value of type `{T}`, or for an `Option` of one",
    note = "for a whole number, pass an integer of up to 32 bits or an `i64`; convert a larger one with `i64::try_from`",
    note = "for anything but text, parse text first: `text.parse()?`"
)]
pub trait IntoOption<T, Kind> {
    /// Returns the value, if there is one.
    fn into_option(self) -> Option<T>;
}

/// What a field of an update accepts: a value, an `Option` of one (`None` is not sent), or a [`Patch`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used for a value of type `{T}`, or for an `Option` or a `Patch` of one",
    note = "for a whole number, pass an integer of up to 32 bits or an `i64`; convert a larger one with `i64::try_from`",
    note = "for anything but text, parse text first: `text.parse()?`"
)]
pub trait IntoPatch<T, Kind> {
    /// Returns the value, null, or unset.
    fn into_patch(self) -> Patch<T>;
}

/// A value itself.
#[derive(Debug)]
pub struct Plain;

/// An `Option` of a value.
#[derive(Debug)]
pub struct Optional;

/// A `Patch` of a value.
#[derive(Debug)]
pub struct Patched;

impl<T, U: IntoValue<T>> IntoOption<T, Plain> for U {
    fn into_option(self) -> Option<T> {
        Some(self.into_value())
    }
}

impl<T, U: IntoValue<T>> IntoOption<T, Optional> for Option<U> {
    fn into_option(self) -> Option<T> {
        self.map(U::into_value)
    }
}

impl<T, U: IntoValue<T>> IntoPatch<T, Plain> for U {
    fn into_patch(self) -> Patch<T> {
        Patch::Set(self.into_value())
    }
}

impl<T, U: IntoValue<T>> IntoPatch<T, Optional> for Option<U> {
    fn into_patch(self) -> Patch<T> {
        self.map_or(Patch::Unset, |value| Patch::Set(value.into_value()))
    }
}

/// Accepts only a patch of the field's own type, so that `Patch::Null` needs no type.
impl<T> IntoPatch<T, Patched> for Patch<T> {
    fn into_patch(self) -> Patch<T> {
        self
    }
}

/// Declares conversions to a type.
macro_rules! into_value {
    ($to:ty: $($from:ty),* => $convert:expr) => {$(
        impl IntoValue<$to> for $from {
            fn into_value(self) -> $to {
                let convert: fn(Self) -> $to = $convert;
                convert(self)
            }
        }
    )*};
}

into_value!(String: &str, &String, Cow<'_, str>, &Cow<'_, str>, Box<str>, char, &&str => |text| text.to_string());
into_value!(String: String => |text| text);
into_value!(i64: i64 => |number| number);
into_value!(i64: &i64 => |number| *number);
into_value!(i64: i8, i16, i32, u8, u16, u32 => |number| number.into());
into_value!(i64: &i32, &u32 => |number| (*number).into());
into_value!(bool: bool => |value| value);
into_value!(bool: &bool => |value| *value);
into_value!(Secret: Secret => |secret| secret);
into_value!(Secret: String, &str => |secret| secret.into());
into_value!(Secret: &Secret => |secret| secret.clone());
into_value!(Secret: &String => |secret| secret.as_str().into());
#[cfg(feature = "uuid")]
into_value!(String: uuid::Uuid, &uuid::Uuid => |uuid| uuid.to_string());

impl<T: Into<CustomValue>> IntoValue<CustomValue> for T {
    fn into_value(self) -> CustomValue {
        self.into()
    }
}

impl<T, I: IntoIterator<Item: IntoValue<T>>> IntoValue<Vec<T>> for I {
    fn into_value(self) -> Vec<T> {
        self.into_iter().map(IntoValue::into_value).collect()
    }
}

impl<T, K: IntoValue<String>, V: IntoValue<T>, I: IntoIterator<Item = (K, V)>> IntoValue<BTreeMap<String, T>>
    for I
{
    fn into_value(self) -> BTreeMap<String, T> {
        self.into_iter().map(|(key, value)| (key.into_value(), value.into_value())).collect()
    }
}
