//! Rules across fields that JSON Schema can express.
use super::{Object, json_type, object_of, put};
use crate::schema::rule::{Check, CrossRule};
use crate::schema::shape::{Field, FieldType, Shape};
use crate::types::{Reading, Value};
use serde_json::json;

/// The maximum number of values of a field for which a maximum that depends on it is written out.
const MAX_VALUES: i64 = 100;

/// Returns whether a field must be true.
pub(super) fn must_be_true(shape: &Shape, field: &Field) -> bool {
    rejecting(shape).any(|rule| matches!(rule.check, Check::True) && rule.fields == [field.name])
}

/// Returns the conditions on an object as a whole, each as a schema.
pub(super) fn across(shape: &Shape) -> Vec<Object> {
    rejecting(shape).flat_map(|rule| conditions(shape, rule)).collect()
}

/// Returns the ids of the rules that a schema cannot express: sums, comparisons, the content of texts.
pub(super) fn inexpressible(shape: &Shape) -> impl Iterator<Item = &'static str> {
    let rules = shape.rules().map(|rule| (&rule.info, matches!(rule.check, Check::Custom(_))));
    let list_rules = shape.list_rules().map(|rule| (&rule.info, true));
    let inexpressible =
        rules.chain(list_rules).filter(|(info, inexpressible)| *inexpressible && info.evidence.rejects());
    inexpressible.map(|(info, _)| info.id)
}

fn rejecting(shape: &Shape) -> impl Iterator<Item = &'static CrossRule> {
    shape.rules().filter(|rule| rule.info.evidence.rejects())
}

fn conditions(shape: &Shape, rule: &CrossRule) -> Vec<Object> {
    let fields: Vec<&Field> = rule.fields.iter().filter_map(|name| shape.field(name)).collect();
    match (&rule.check, &fields[..]) {
        (Check::AtLeastOne, fields) => {
            let given = |field: &&Field| {
                let value = json_type(&field.field_type).map(|name| object_of("type", name));
                property(field, value.unwrap_or_default(), true)
            };
            vec![object_of("anyOf", fields.iter().map(given).collect::<Vec<_>>())]
        }
        (Check::Max(max), [capped, by]) => {
            let caps = values(&by.field_type).into_iter().filter_map(|value| Some((max(&value)?, value)));
            caps.map(|(max, value)| {
                let mut condition = object_of("if", is(by, &value));
                put(&mut condition, "then", property(capped, object_of("maximum", max), false));
                condition
            })
            .collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the schema of objects whose field has this value, sent or by default.
fn is(field: &Field, value: &Value<'_>) -> Object {
    let by_default = same(&field.presence.default_value(), value);
    property(field, object_of("const", constant(value)), !by_default)
}

fn same(a: &Value<'_>, b: &Value<'_>) -> bool {
    !a.is_null() && (a.integer(), a.text()) == (b.integer(), b.text())
}

/// Returns the schema of objects whose field matches a schema. Unless it `is_required`, the field may be omitted.
fn property(field: &Field, schema: Object, is_required: bool) -> Object {
    let mut object = object_of("properties", object_of(field.name, schema));
    if is_required {
        put(&mut object, "required", vec![field.name]);
    }
    object
}

fn constant(value: &Value<'_>) -> serde_json::Value {
    match (value.integer(), value.text()) {
        (Some(number), _) => json!(number),
        (None, Some(text)) => json!(text),
        (None, None) => serde_json::Value::Null,
    }
}

/// Returns every value of a type if there are few, or else none.
fn values(field_type: &FieldType) -> Vec<Value<'static>> {
    match field_type {
        FieldType::Choice(choice) => choice.values().collect(),
        FieldType::Integer(integer) => integer.values(MAX_VALUES).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::operation::Operation;

    #[test]
    fn every_rule_is_expressed_or_listed() {
        let shapes = || Operation::ALL.iter().filter_map(|operation| operation.shape());
        for rule in shapes().flat_map(rejecting) {
            for shape in shapes().filter(|shape| shape.rules().any(|other| other.info.id == rule.info.id)) {
                let is_expressed = match rule.check {
                    Check::True => shape.fields.iter().any(|field| must_be_true(shape, field)),
                    Check::AtLeastOne | Check::Max(_) => !conditions(shape, rule).is_empty(),
                    Check::Custom(_) => inexpressible(shape).any(|id| id == rule.info.id),
                };
                assert!(is_expressed, "{}", rule.info.id);
            }
        }
    }
}
