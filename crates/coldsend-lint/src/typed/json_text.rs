//! Any value that serde supports, as JSON text.
use crate::json::quote;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Appends a value as JSON that Python reads as the same value.
pub(super) struct JsonText<'o>(pub(super) &'o mut String);

impl JsonText<'_> {
    fn write<E>(self, value: impl fmt::Display) -> Result<(), E> {
        // Writing to a string cannot fail.
        let _ = fmt::write(self.0, format_args!("{value}"));
        Ok(())
    }

    /// Appends a comma, unless the container that was opened last is still empty.
    fn separate(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }
}

impl<'de> DeserializeSeed<'de> for JsonText<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonText<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.write("null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.write("null")
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.write(value)
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.write(number)
    }

    fn visit_i128<E>(self, number: i128) -> Result<(), E> {
        self.write(number)
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.write(number)
    }

    fn visit_u128<E>(self, number: u128) -> Result<(), E> {
        self.write(number)
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        match number {
            f64::INFINITY => self.write("Infinity"),
            f64::NEG_INFINITY => self.write("-Infinity"),
            // A fraction or an exponent distinguishes it from a whole number; `NaN` is Python's spelling.
            number => self.write(format_args!("{number:?}")),
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        quote(text, self.0);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        self.visit_str(std::str::from_utf8(bytes).map_err(E::custom)?)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        self.0.push('[');
        loop {
            let end = self.0.len();
            self.separate();
            if seq.next_element_seed(JsonText(self.0))?.is_none() {
                self.0.truncate(end);
                self.0.push(']');
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.0.push('{');
        loop {
            let end = self.0.len();
            self.separate();
            let start = self.0.len();
            if map.next_key_seed(JsonText(self.0))?.is_none() {
                self.0.truncate(end);
                self.0.push('}');
                return Ok(());
            }
            // A key that is not text is written as text, since JSON has no others.
            if !self.0.get(start..).is_some_and(|key| key.starts_with('"')) {
                let key = self.0.split_off(start);
                quote(&key, self.0);
            }
            self.0.push(':');
            map.next_value_seed(JsonText(self.0))?;
        }
    }
}
