//! Rules across fields, where JSON Schema can say them.
use super::type_name;
use super::value::{Object, Value};
use crate::schema::rule::{Bound, CrossRule, Demand, Input};
use crate::schema::shape::{DefaultValue, Field, Kind, Presence, Shape};

/// A cap that depends on a number is written out for each value; on no more than these.
const MOST_VALUES: i64 = 100;

/// Whether a field must be true.
pub(super) fn must_be_true(shape: &Shape, field: &Field) -> bool {
    told(shape).any(|rule| matches!(rule.demand, Demand::True) && rule.reads == [field.name])
}

/// The conditions on an object as a whole, each a schema.
pub(super) fn across(shape: &Shape) -> Vec<Object> {
    told(shape).flat_map(|rule| conditions(shape, rule)).collect()
}

/// The rules that a schema cannot tell: sums, comparisons, what is in a text.
pub(super) fn untold(shape: &Shape) -> impl Iterator<Item = &'static str> {
    let rules =
        shape.rules.iter().map(|bound| (&bound.rule.info, matches!(bound.rule.demand, Demand::Judge(_))));
    let list_rules = shape.list_rules.iter().map(|bound| (&bound.rule.info, true));
    let untold = rules.chain(list_rules).filter(|(info, untold)| *untold && info.limit.rejects());
    untold.map(|(info, _)| info.id)
}

fn told(shape: &Shape) -> impl Iterator<Item = &'static CrossRule> {
    let rules: &'static [Bound<CrossRule>] = shape.rules;
    rules.iter().map(|bound| bound.rule).filter(|rule| rule.info.limit.rejects())
}

fn conditions(shape: &Shape, rule: &CrossRule) -> Vec<Object> {
    let fields: Vec<&Field> = rule.reads.iter().filter_map(|name| shape.field(name)).collect();
    match (&rule.demand, &fields[..]) {
        (Demand::Any, fields) => {
            let given = |field: &&Field| {
                let value = type_name(&field.kind).map(|name| Object::of("type", name)).unwrap_or_default();
                property(field, value).with("required", vec![field.name])
            };
            vec![Object::of("anyOf", fields.iter().map(given).collect::<Vec<_>>())]
        }
        (Demand::Cap(cap), [capped, by]) => {
            let caps = values(&by.kind).into_iter().filter_map(|value| Some((cap(&value)?, value)));
            caps.map(|(cap, value)| {
                let then = property(capped, Object::of("maximum", cap));
                Object::of("if", is(by, &value)).with("then", then)
            })
            .collect()
        }
        _ => Vec::new(),
    }
}

/// The schema of objects whose field has this value, be it sent or by default.
fn is(field: &Field, value: &Input<'_>) -> Object {
    let by_default = match (field.presence, value) {
        (Presence::Default(DefaultValue::Text(default)), Input::Text(text)) => default == text,
        (Presence::Default(DefaultValue::Integer(default)), Input::Integer(value)) => default == *value,
        _ => false,
    };
    let found = property(field, Object::of("const", constant(value)));
    if by_default { found } else { found.with("required", vec![field.name]) }
}

fn property(field: &Field, schema: Object) -> Object {
    Object::of("properties", Object::of(field.name, schema))
}

fn constant(value: &Input<'_>) -> Value {
    match value {
        Input::Unknown => Value::null(),
        Input::Integer(value) => (*value).into(),
        Input::Text(text) => text.as_ref().into(),
    }
}

/// Every value of a kind, if there are few.
fn values(kind: &Kind) -> Vec<Input<'static>> {
    match kind {
        Kind::Choice(members) => members.iter().map(|member| Input::Text((*member).into())).collect(),
        Kind::Integer { min, max, .. } if max.saturating_sub(*min) < MOST_VALUES => {
            (*min..=*max).map(Input::Integer).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::operation::Operation;

    #[test]
    fn every_rule_with_a_form_is_told() {
        let shapes = || Operation::ALL.iter().filter_map(|operation| operation.shape());
        for rule in shapes().flat_map(told) {
            for shape in
                shapes().filter(|shape| shape.rules.iter().any(|bound| bound.rule.info.id == rule.info.id))
            {
                let told = match rule.demand {
                    Demand::True => shape.fields.iter().any(|field| must_be_true(shape, field)),
                    Demand::Any | Demand::Cap(_) => !conditions(shape, rule).is_empty(),
                    Demand::Judge(_) => untold(shape).any(|id| id == rule.info.id),
                };
                assert!(told, "{}", rule.info.id);
            }
        }
    }
}
