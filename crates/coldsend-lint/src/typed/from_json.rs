//! From JSON, or any other form that serde knows, to a typed request: the walk of a check, then what it understood.
use super::json_text::JsonText;
use super::{FromDocument, Sent};
use crate::error::Rejection;
use crate::host::Native;
use crate::json::read_body;
use crate::schema::shape::{FieldType, Shape};
use crate::validate::Verdict;
use crate::validate::body::{judge, refusal, server_error};
use serde::de::{Deserialize, Deserializer, Error};

/// The request that a body is, or the API's answer.
pub(crate) fn from_json<T: FromDocument>(body: &[u8], shape: &'static Shape) -> Result<T, Rejection> {
    let (mut text, mut nodes) = (Vec::new(), Vec::new());
    let document = match read_body(body, &mut text, &mut nodes) {
        (_, Ok(document)) => document,
        (_, Err(error)) => {
            return Err(Verdict::only(refusal(error)).rejection().unwrap_or_else(Rejection::empty));
        }
    };
    let mut verdict = judge(document, shape, body.is_empty(), &Native);
    if verdict.is_unprintable() {
        verdict = Verdict::only(server_error());
    }
    match verdict.rejection() {
        Some(rejection) => Err(rejection),
        None => T::from_document(Sent::root(document, &FieldType::Object(shape), &Native))
            .ok_or_else(Rejection::empty),
    }
}

/// The same of what serde brings.
pub(crate) fn deserialize<'de, T: FromDocument, D: Deserializer<'de>>(
    from: D,
    shape: &'static Shape,
) -> Result<T, D::Error> {
    let JsonText(text) = JsonText::deserialize(from)?;
    from_json(text.as_bytes(), shape).map_err(|rejection| {
        let (first, more) = match rejection.findings() {
            [first, rest @ ..] => (first.to_string(), rest.len() + rejection.left_out()),
            [] => (String::new(), 0),
        };
        D::Error::custom(match more {
            0 => first,
            _ => format!("{first}; and {more} more"),
        })
    })
}
