//! Any value that serde supports, as JSON text.
use crate::json::{list, quote};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// JSON as Python reads it.
pub(super) struct JsonText(pub(super) String);

impl<'de> Deserialize<'de> for JsonText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Any)
    }
}

struct Any;

impl Any {
    fn number<E>(self, number: impl fmt::Display) -> Result<JsonText, E> {
        Ok(JsonText(number.to_string()))
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = JsonText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request")
    }

    fn visit_unit<E>(self) -> Result<JsonText, E> {
        Ok(JsonText("null".to_owned()))
    }

    fn visit_none<E>(self) -> Result<JsonText, E> {
        Ok(JsonText("null".to_owned()))
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<JsonText, D::Error> {
        JsonText::deserialize(value)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<JsonText, D::Error> {
        JsonText::deserialize(value)
    }

    fn visit_bool<E>(self, value: bool) -> Result<JsonText, E> {
        self.number(value)
    }

    fn visit_i64<E>(self, number: i64) -> Result<JsonText, E> {
        self.number(number)
    }

    fn visit_i128<E>(self, number: i128) -> Result<JsonText, E> {
        self.number(number)
    }

    fn visit_u64<E>(self, number: u64) -> Result<JsonText, E> {
        self.number(number)
    }

    fn visit_u128<E>(self, number: u128) -> Result<JsonText, E> {
        self.number(number)
    }

    fn visit_f64<E>(self, number: f64) -> Result<JsonText, E> {
        Ok(JsonText(match number {
            f64::INFINITY => "Infinity".to_owned(),
            f64::NEG_INFINITY => "-Infinity".to_owned(),
            // A fraction or an exponent distinguishes it from a whole number; `NaN` is Python's spelling.
            number => format!("{number:?}"),
        }))
    }

    fn visit_str<E>(self, text: &str) -> Result<JsonText, E> {
        let mut out = String::new();
        quote(text, &mut out);
        Ok(JsonText(out))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<JsonText, E> {
        self.visit_str(std::str::from_utf8(bytes).map_err(E::custom)?)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<JsonText, A::Error> {
        let mut items = Vec::new();
        while let Some(JsonText(item)) = seq.next_element()? {
            items.push(item);
        }
        let mut out = String::new();
        list(&mut out, ['[', ']'], items, |item, out| out.push_str(&item));
        Ok(JsonText(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonText, A::Error> {
        let mut members = Vec::new();
        while let Some((JsonText(key), JsonText(value))) = map.next_entry()? {
            members.push((key, value));
        }
        let mut out = String::new();
        list(&mut out, ['{', '}'], members, |(key, value), out| {
            // A key that is not text is written as text, since JSON has no others.
            match key.starts_with('"') {
                true => out.push_str(&key),
                false => quote(&key, out),
            }
            out.push(':');
            out.push_str(&value);
        });
        Ok(JsonText(out))
    }
}
