//! Reads error bodies with serde leniently: unknown keys are ignored, and unknown types and locations are kept.
use super::{Detail, ErrorBody, ErrorItem, ErrorKind, LocItem};
use crate::host::Native;
use crate::python::float;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(BodyVisitor)
    }
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = ErrorBody;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `detail`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ErrorBody, A::Error> {
        let mut detail = None;
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            match &*key {
                "detail" => detail = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        detail.map(|detail| ErrorBody { detail }).ok_or_else(|| A::Error::missing_field("detail"))
    }
}

impl<'de> Deserialize<'de> for Detail {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(DetailVisitor)
    }
}

struct DetailVisitor;

impl<'de> Visitor<'de> for DetailVisitor {
    type Value = Detail;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message or a list of items")
    }

    fn visit_str<E: Error>(self, message: &str) -> Result<Detail, E> {
        Ok(Detail::Message(message.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Detail, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Detail::Items(items))
    }
}

impl<'de> Deserialize<'de> for ErrorItem {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(ItemVisitor)
    }
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = ErrorItem;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `loc`, `msg` and `type`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ErrorItem, A::Error> {
        let (mut loc, mut msg, mut code, mut ctx) = (None, None, None, None);
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            match &*key {
                "loc" => loc = Some(map.next_value()?),
                "msg" => msg = Some(map.next_value::<String>()?),
                "type" => code = Some(map.next_value::<String>()?),
                "ctx" => ctx = Some(map.next_value::<Loose>()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let loc = loc.ok_or_else(|| A::Error::missing_field("loc"))?;
        let msg = msg.ok_or_else(|| A::Error::missing_field("msg"))?;
        let code = code.ok_or_else(|| A::Error::missing_field("type"))?;
        let kind = match (ErrorKind::parse(&code, &msg), ctx) {
            (ErrorKind::JsonInvalid { .. }, Some(Loose::Object { error: Some(error) })) => {
                ErrorKind::JsonInvalid { error: error.into() }
            }
            (kind, _) => kind,
        };
        Ok(ErrorItem { loc, msg, kind })
    }
}

/// A value of any type. Of an object, only `error` is kept, which is the only part of a `ctx` that the message does
/// not contain.
enum Loose {
    Text(String),
    Object { error: Option<String> },
    Other,
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(LooseVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Loose, E> {
        Ok(Loose::Text(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Loose, E> {
        Ok(Loose::Other)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Loose, E> {
        Ok(Loose::Other)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Loose, E> {
        Ok(Loose::Other)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Loose, E> {
        Ok(Loose::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Loose, E> {
        Ok(Loose::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Loose, A::Error> {
        IgnoredAny.visit_seq(list).map(|_| Loose::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
        let mut error = None;
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if let ("error", Loose::Text(text)) = (&*key, map.next_value()?) {
                error = Some(text);
            }
        }
        Ok(Loose::Object { error })
    }
}

impl<'de> Deserialize<'de> for LocItem {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(LocVisitor)
    }
}

struct LocVisitor;

impl Visitor<'_> for LocVisitor {
    type Value = LocItem;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key or an index")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<LocItem, E> {
        Ok(key.into())
    }

    fn visit_u64<E: Error>(self, index: u64) -> Result<LocItem, E> {
        Ok(usize::try_from(index).map_or_else(|_| LocItem::Number(index.to_string()), LocItem::Index))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<LocItem, E> {
        Ok(LocItem::Number(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<LocItem, E> {
        Ok(LocItem::Number(float::repr(number, &Native)))
    }

    fn visit_bool<E: Error>(self, key: bool) -> Result<LocItem, E> {
        Ok(LocItem::Bool(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]}"#;

    #[test]
    fn there_and_back() {
        let texts = [
            PRINTED,
            r#"{"detail":"Campaign not found"}"#,
            r#"{"detail":[{"loc":["body","lead_mapping",1.5,true,-1,2,"__key__"],"msg":"field required","type":"value_error.missing"}]}"#,
            r#"{"detail":[{"loc":[],"msg":"odd","type":"value_error.odd"}]}"#,
        ];
        for text in texts {
            let body: ErrorBody = serde_json::from_str(text).unwrap();
            assert_eq!(body.to_string(), text);
            assert_eq!(serde_json::to_string(&body).unwrap(), text);
        }
    }

    #[test]
    fn ctx_is_read_and_written_on_request() {
        let text = r#"{"detail":[{"loc":["body",7],"msg":"JSON decode error","type":"json_invalid","ctx":{"error":"Expecting value"}},{"loc":["body","n"],"msg":"ensure this value is less than or equal to 5","type":"value_error.number.not_le","ctx":{"limit_value":5}}]}"#;
        let body: ErrorBody = serde_json::from_str(text).unwrap();
        assert_eq!(body.with_ctx().to_string(), text);
        assert_eq!(serde_json::to_string(&body.with_ctx()).unwrap(), text);
        assert!(!body.to_string().contains("ctx"));
    }

    #[test]
    fn unknown_keys_and_odd_contexts_are_passed_over() {
        let text = r#"{"x":[1],"detail":[{"input":{},"type":"json_invalid","loc":["body",0],"msg":"JSON decode error","ctx":{"error":{"a":[1]},"b":null}}]}"#;
        let body: ErrorBody = serde_json::from_str(text).unwrap();
        assert!(body.to_string().starts_with(r#"{"detail":[{"loc":["body",0],"msg":"JSON decode error""#));
        for ctx in ["[1]", "1", "-1.5", "true", "\"x\"", "null"] {
            let text = format!(r#"{{"detail":[{{"loc":[],"msg":"m","type":"t","ctx":{ctx}}}]}}"#);
            assert!(serde_json::from_str::<ErrorBody>(&text).is_ok(), "{ctx}");
        }
        for odd in ["[]", "{}", r#"{"detail":1}"#, r#"{"detail":[{"loc":["a"]}]}"#] {
            assert!(serde_json::from_str::<ErrorBody>(odd).is_err(), "{odd}");
        }
    }
}
