//! Reads typed requests from JSON, from a query string, or from any other format that serde supports.
use super::json_text::JsonText;
use super::{FromDocument, Sent};
use crate::error::Rejection;
use crate::host::Native;
use crate::json::{Document, read_body};
use crate::malformed;
use crate::python::Query;
use crate::schema::shape::{FieldType, Shape};
use crate::validate::Verdict;
use crate::validate::body::{judge, judge_query, server_error};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Reads a request from a body, or returns the API's answer. It checks the body first, with the same traversal.
pub(crate) fn from_json<T: FromDocument>(body: &[u8], shape: &'static Shape) -> Result<T, Rejection> {
    read(body, shape, |document| {
        let document = document?;
        accept(document, body, shape)?;
        request(document, shape).ok_or_else(Rejection::empty)
    })
}

/// Reads a request from a query string, or returns the API's answer.
pub(crate) fn from_query<T: FromDocument>(query: &str, shape: &'static Shape) -> Result<T, Rejection> {
    let query = Query::parse(query.strip_prefix('?').unwrap_or(query));
    let mut nodes = Vec::new();
    let document = query.document(&mut nodes);
    let verdict = judge_query(&query, document, shape, &Native);
    verdict.rejection().map_or(Ok(()), Err)?;
    request(document, shape).ok_or_else(Rejection::empty)
}

/// Reads a request from any serde format. It accepts whatever the struct can hold, so that a check of the struct can
/// report invalid values. The error is what the API would answer.
pub(crate) fn deserialize<'de, T: FromDocument, D: Deserializer<'de>>(
    from: D,
    shape: &'static Shape,
) -> Result<T, D::Error> {
    from.deserialize_any(Requests { shape, request: PhantomData })
}

/// Reads requests from maps. A format adds the position to an error only while it visits the map.
struct Requests<T> {
    shape: &'static Shape,
    request: PhantomData<T>,
}

impl<'de, T: FromDocument> Visitor<'de> for Requests<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut text = String::new();
        JsonText(&mut text).visit_map(map)?;
        parse(&text, self.shape).map_err(A::Error::custom)
    }

    /// The API reads a list of pairs as an object.
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        let mut text = String::new();
        JsonText(&mut text).visit_seq(list)?;
        parse(&text, self.shape).map_err(A::Error::custom)
    }
}

/// Reads a request from text, or returns the first error.
fn parse<T: FromDocument>(text: &str, shape: &'static Shape) -> Result<T, String> {
    let body = text.as_bytes();
    let found = read(body, shape, |document| {
        let document = document?;
        match request(document, shape) {
            Some(request) => Ok(request),
            None => Err(accept(document, body, shape).err().unwrap_or_else(Rejection::empty)),
        }
    });
    found.map_err(|rejection| {
        let (first, more) = match rejection.findings() {
            [first, rest @ ..] => (first.to_string(), rest.len() + rejection.left_out()),
            [] => (String::new(), 0),
        };
        match more {
            0 => first,
            _ => format!("{first}; and {more} more"),
        }
    })
}

fn read<T>(body: &[u8], shape: &Shape, then: impl FnOnce(Result<Document<'_>, Rejection>) -> T) -> T {
    let (mut text, mut nodes) = (Vec::new(), Vec::new());
    let (text, document) = read_body(body, shape.guide(), &mut text, &mut nodes);
    let rejection = |error| Verdict::only(malformed::finding(text, error)).rejection();
    then(document.map_err(|error| rejection(error).unwrap_or_else(Rejection::empty)))
}

fn accept(document: Document<'_>, body: &[u8], shape: &'static Shape) -> Result<(), Rejection> {
    let mut verdict = judge(document, shape, body.is_empty(), &Native);
    if verdict.is_unprintable() {
        verdict = Verdict::only(server_error());
    }
    verdict.rejection().map_or(Ok(()), Err)
}

fn request<T: FromDocument>(document: Document<'_>, shape: &'static Shape) -> Option<T> {
    T::from_document(Sent::root(document, &FieldType::Object(shape), &Native))
}
