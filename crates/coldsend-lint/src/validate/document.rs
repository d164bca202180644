//! A JSON document as a source of values. Facts: pydantic_v1.md 1, 2.9 and 2.10.
use super::path::MapKey;
use super::source::{Members, Source};
use crate::error::{ErrorKind, suggest};
use crate::host::Host;
use crate::json::{Document, Looked, Scalar, Tag, Text, ValueRef};
use crate::python::{dict, float};
use crate::schema::shape::{Mode, Shape};
use std::ops::Range;

/// The maximum number of keys to compare with a missing name.
const MAX_SUGGESTED_FROM: usize = 1000;
/// The key that Pydantic's constructor reserves.
const FORBIDDEN: &str = "__pydantic_self__";

impl<'t> Source<'t> for Document<'t> {
    type Ref = ValueRef;

    #[inline]
    fn is_null(self, value: ValueRef) -> bool {
        self.at(value).tag == Tag::Null
    }

    #[inline]
    fn scalar(self, value: ValueRef) -> Scalar<'t> {
        Document::scalar(self, value)
    }

    fn find(self, members: &mut Members<ValueRef>) -> Result<(), ErrorKind> {
        let value = members.object;
        let mut keys = KeyReader { members, is_forbidden: false };
        match self.object(value) {
            Some(object) => {
                for key in self.keys(object) {
                    let (node, value) = (self.node(key), ValueRef::Node(key + 1));
                    match self.field(node) {
                        Looked::Found(index) => keys.members.set(index, value),
                        Looked::Unknown => keys.unknown(self.string(node)),
                        Looked::Not => keys.assign(self.string(node), value),
                    }
                }
            }
            None => {
                keys.members.is_object = false;
                for (key, value) in dict::pairs(self, value).ok_or(ErrorKind::Dict)? {
                    keys.assign(self.text(key).ok_or(ErrorKind::Keywords)?, value);
                }
            }
        }
        if keys.is_forbidden { Err(ErrorKind::ForbiddenKey) } else { Ok(()) }
    }

    fn items(self, value: ValueRef) -> Option<impl Iterator<Item = ValueRef> + Clone> {
        match (self.at(value).tag, value) {
            (Tag::Array, ValueRef::Node(list)) => Some(self.elements(list).map(ValueRef::Node)),
            _ => None,
        }
    }

    fn entries(
        self,
        value: ValueRef,
        host: &dyn Host,
        visit: &mut dyn FnMut(MapKey<'_>, ValueRef),
    ) -> Result<(), ErrorKind> {
        let are_read = dict::entries(self, value, host, &mut |key, value| match self.scalar(key) {
            Scalar::Text(text) => visit(MapKey::Text(text), value),
            Scalar::Boolean(key) => visit(MapKey::Bool(key), value),
            Scalar::Integer(literal) => visit(MapKey::Number(dict::digits(literal)), value),
            Scalar::Float(literal) => {
                visit(MapKey::Number(&float::repr(float::literal(literal, host), host)), value);
            }
            Scalar::Null | Scalar::Number(_) | Scalar::List | Scalar::Object => visit(MapKey::Null, key),
        });
        if are_read { Ok(()) } else { Err(ErrorKind::Dict) }
    }

    fn each_key(self, value: ValueRef, visit: &mut dyn FnMut(Text<'t>, ValueRef)) {
        for key in self.object(value).into_iter().flat_map(|object| self.keys(object)) {
            visit(self.string(self.node(key)), ValueRef::Node(key + 1));
        }
    }

    fn unknown_keys(
        self,
        value: ValueRef,
        shape: &Shape,
        visit: &mut dyn FnMut(Text<'t>, Option<Range<usize>>),
    ) {
        for key in self.object(value).into_iter().flat_map(|object| self.keys(object)) {
            let text = self.string(self.node(key));
            if shape.find(&text.to_bytes()).is_none() {
                visit(text, Some(self.range(ValueRef::Node(key))));
            }
        }
    }

    fn span(self, value: ValueRef) -> Option<Range<usize>> {
        Some(self.range(value))
    }

    fn opening(self, value: ValueRef) -> Option<Range<usize>> {
        let start = self.range(value).start;
        Some(start..start + 1)
    }

    fn suggestion(self, value: ValueRef, shape: &Shape, name: &str) -> Option<String> {
        let mut unknown = Vec::new();
        for key in self.keys(self.object(value)?).take(MAX_SUGGESTED_FROM) {
            let key = self.string(self.node(key));
            if unknown.len() < suggest::MAX_LENGTH
                && key.raw.len() <= suggest::MAX_RAW
                && shape.find(&key.to_bytes()).is_none()
            {
                unknown.push(key.to_str());
            }
        }
        suggest::closest(name, shape.fields.iter().map(|field| field.name), &unknown)
    }
}

/// The members of an object, while its keys are being read.
struct KeyReader<'m> {
    members: &'m mut Members<ValueRef>,
    is_forbidden: bool,
}

impl KeyReader<'_> {
    /// Stores a value at the index of the field with this key.
    fn assign(&mut self, key: Text<'_>, value: ValueRef) {
        match self.members.shape.find(&key.to_bytes()) {
            Some(index) => self.members.set(index, value),
            None => self.unknown(key),
        }
    }

    fn unknown(&mut self, key: Text<'_>) {
        self.members.all_known = false;
        self.is_forbidden |= self.members.shape.mode != Mode::Query && key.is(FORBIDDEN);
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::json::{Guide, read_body};
    use crate::requests::UpdateCampaign;
    use proptest::prelude::*;

    /// Keys in any order, repeated, unknown, or written with an escape.
    fn key() -> impl Strategy<Value = String> {
        let known = prop::sample::select(UpdateCampaign::NAMES).prop_map(str::to_owned);
        let escaped = known.clone().prop_map(|name| format!("\\u{:04x}{}", name.as_bytes()[0], &name[1..]));
        prop_oneof![8 => known, 1 => escaped, 1 => "[a-z_]{0,9}", 1 => Just("nam".to_owned()), 1 => Just("name_".to_owned())]
    }

    proptest! {
        #[test]
        fn the_reader_finds_the_same_fields_as_a_search(
            keys in prop::collection::vec(key(), 0..40),
            variants in prop::collection::vec(prop_oneof![Just("variant_name"), Just("subject_template"), Just("x")], 0..4),
        ) {
            let inner: Vec<String> = variants.iter().map(|key| format!("\"{key}\": 1")).collect();
            let mut members: Vec<String> = keys.iter().enumerate().map(|(i, key)| format!("\"{key}\" : {i}")).collect();
            members.push(format!("\"variants\":[{{{}}}]", inner.join(",")));
            let body = format!("{{{}}}", members.join(", "));
            let found = |guide: Guide, shape: &'static Shape, inner: bool| {
                let (mut text, mut nodes) = (Vec::new(), Vec::new());
                let (_, document) = read_body(body.as_bytes(), guide, &mut text, &mut nodes);
                let document = document.ok()?;
                let mut object = ValueRef::ROOT;
                if inner {
                    let index = UpdateCampaign::SHAPE.find(b"variants")?;
                    let list = document.members(object, UpdateCampaign::SHAPE).ok()?.get(index)?;
                    object = document.items(list)?.next()?;
                }
                let members = document.members(object, shape).ok()?;
                Some((0..shape.fields.len()).map(|index| members.get(index)).collect::<Vec<_>>())
            };
            let variant = UpdateCampaign::SHAPE.field("variants").and_then(|field| field.field_type.object()).unwrap();
            for (shape, inner) in [(UpdateCampaign::SHAPE, false), (variant, true)] {
                let guided = found(UpdateCampaign::SHAPE.guide(), shape, inner);
                prop_assert!(guided.is_some());
                prop_assert_eq!(guided, found(Guide::NONE, shape, inner));
            }
        }
    }
}
