//! JSON Schema 2020-12 of bodies, query strings and situations, for editors, generators and validators. It is built
//! from the same declarations as the check.
//!
//! A schema describes the documented types. The API accepts more: it reads `"30"` as 30, and a list of pairs as an
//! object. It also rejects what a schema cannot express: `$comment` lists those rules. A field that never rejects is
//! described without constraints.
//!
//! - `rules` rules across fields that a schema can express
mod rules;

use crate::error::ErrorKind;
use crate::preflight::Situation;
use crate::requests::operation::Operation;
use crate::schema::shape::{
    ConstraintKind, DefaultValue, Field, FieldType, Mode, Presence, SCHEMA_KEY, Shape,
};
use crate::types::Soft;
use serde_json::{Map, Value, json};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

impl Operation {
    /// Returns the JSON Schema of the operation's body, or of the parameters of its query string as an object; `None`
    /// if it has neither.
    ///
    /// Its `$id` is a name, not an address: `urn:coldsend-lint:<version>:<operation>`. It changes with the version, and
    /// does not have to be served.
    ///
    /// ```
    /// use coldsend_lint::Operation;
    ///
    /// let schema = Operation::CreateCampaign.json_schema().unwrap();
    /// assert!(schema.contains(r#""minLength": 8"#));
    /// assert_eq!(Operation::GetLead.json_schema(), None);
    /// ```
    pub fn json_schema(self) -> Option<String> {
        Some(schema(self.id(), self.shape()?))
    }
}

impl Situation {
    /// Returns the JSON Schema of a situation file. Its `$id` ends with `situation`.
    pub fn json_schema() -> String {
        schema(Self::SHAPE.object, Self::SHAPE)
    }
}

/// A JSON object, whose members keep the order in which they are added.
type Object = Map<String, Value>;

/// Creates an object with one member.
fn object_of(key: &str, value: impl Into<Value>) -> Object {
    Object::from_iter([(key.to_owned(), value.into())])
}

fn put(object: &mut Object, key: &str, value: impl Into<Value>) {
    object.insert(key.to_owned(), value.into());
}

fn schema(name: &str, shape: &Shape) -> String {
    let mut inner = Vec::new();
    collect(shape, &mut inner);
    let mut schema = object_of("$schema", DIALECT);
    put(&mut schema, "$id", format!("urn:coldsend-lint:{}:{name}", env!("CARGO_PKG_VERSION")));
    put(&mut schema, "$comment", comment(shape, &inner));
    object(shape, &mut schema);
    let mut definitions = Object::new();
    for shape in inner {
        let mut definition = Object::new();
        object(shape, &mut definition);
        put(&mut definitions, shape.name, definition);
    }
    if !definitions.is_empty() {
        put(&mut schema, "$defs", definitions);
    }
    format!("{:#}\n", Value::from(schema))
}

/// Returns the text of `$comment`, with the rules that the schema does not express.
fn comment(shape: &Shape, inner: &[&'static Shape]) -> String {
    let mut comment = match shape.mode {
        Mode::Query => {
            "The parameters of the query string, with their documented types. In the query string itself, every value is text."
        }
        Mode::Whole | Mode::Partial => {
            "The documented types. The API converts some other values to these, and ignores unknown keys."
        }
        Mode::Facts => "For `coldsend-lint check --situation`. It contains an API key only if you add one.",
    }
    .to_owned();
    let mut inexpressible: Vec<&str> = Vec::new();
    for id in std::iter::once(shape).chain(inner.iter().copied()).flat_map(rules::inexpressible) {
        if !inexpressible.contains(&id) {
            inexpressible.push(id);
        }
    }
    // The rules of situations are not in the reference, so a description states them.
    if !inexpressible.is_empty() && shape.mode != Mode::Facts {
        comment += &format!(" Rules that this schema cannot express: {}.", inexpressible.join(", "));
    }
    comment
}

/// Finds the objects within an object, each once, in the order in which they occur.
fn collect(shape: &Shape, found: &mut Vec<&'static Shape>) {
    for field in shape.fields.iter().filter(|field| field.evidence.rejects()) {
        if let Some(inner) = field.field_type.object()
            && !found.iter().any(|known| known.name == inner.name)
        {
            found.push(inner);
            collect(inner, found);
        }
    }
}

fn object(shape: &Shape, schema: &mut Object) {
    put(schema, "title", shape.name);
    put(schema, "description", shape.about);
    put(schema, "type", "object");
    let mut properties = Object::new();
    shape.fields.iter().for_each(|field| put(&mut properties, field.name, property(shape, field)));
    if shape.mode == Mode::Facts {
        put(&mut properties, SCHEMA_KEY, object_of("type", "string"));
        put(schema, "additionalProperties", false);
    }
    put(schema, "properties", properties);
    let is_required = |field: &&Field| field.presence == Presence::Required && field.evidence.rejects();
    let required: Vec<&str> = shape.fields.iter().filter(is_required).map(|field| field.name).collect();
    if !required.is_empty() {
        put(schema, "required", required);
    }
    let across = rules::across(shape);
    if !across.is_empty() {
        put(schema, "allOf", across);
    }
}

fn property(shape: &Shape, field: &Field) -> Object {
    let about = match shape.mode {
        Mode::Facts => field.about.to_owned(),
        Mode::Whole | Mode::Partial | Mode::Query => description(field),
    };
    let mut schema = object_of("title", title(field.name));
    put(&mut schema, "description", about);
    // No value in a query string is null.
    let nullable = matches!(field.presence, Presence::Nullable(_)) && shape.mode != Mode::Query;
    match (field.evidence.rejects(), &field.field_type) {
        (true, field_type) => values_of(field_type, field.soft, nullable, &mut schema),
        (false, FieldType::Choice(choice)) => put(&mut schema, "examples", choice.members.to_vec()),
        (false, _) => {}
    }
    if rules::must_be_true(shape, field) {
        put(&mut schema, "const", true);
    }
    match field.presence {
        // A field that an update omits keeps its value, and an omitted parameter has none.
        Presence::Nullable(DefaultValue::Null) if shape.mode != Mode::Whole => {}
        Presence::Nullable(value) | Presence::Default(value) => put(&mut schema, "default", default(value)),
        Presence::Required | Presence::Path => {}
    }
    if field.is_secret() {
        put(&mut schema, "writeOnly", true);
    }
    schema
}

/// Returns the title of a field, such as `Sending days` for `sending_days`.
fn title(name: &str) -> String {
    let mut letters = name.replace('_', " ").chars().collect::<Vec<_>>();
    letters.first_mut().into_iter().for_each(|first| *first = first.to_ascii_uppercase());
    letters.into_iter().collect()
}

/// Returns what a field is for, and which page states it.
fn description(field: &Field) -> String {
    let Field { about, field_type, rule, evidence, page, .. } = field;
    let advised = field.constraints(Mode::Whole).into_iter().filter(|constraint| !constraint.rejects());
    let advised: Vec<String> = advised.map(|constraint| constraint.hint(Some(field))).collect();
    let open = match evidence.rejects() {
        true if advised.is_empty() => String::new(),
        true => format!(" Advice, which this schema does not enforce: {}.", advised.join("; ")),
        false => {
            format!(" Presumably {field_type}, but that is not certain enough to reject other values here.")
        }
    };
    format!("{about}{open}\n\nRule {rule}, {}: {}", evidence.name(), page.link())
}

/// Returns the JSON type of the values of a field type, if they have one.
fn json_type(field_type: &FieldType) -> Option<&'static str> {
    match field_type {
        FieldType::List { .. } => Some("array"),
        FieldType::Map(_) | FieldType::Object(_) => Some("object"),
        _ => field_type.scalar().map(|scalar| scalar.json().0),
    }
}

/// Adds the constraints on the values of a field type, except those that do not reject.
fn values_of(field_type: &FieldType, soft: Soft, nullable: bool, schema: &mut Object) {
    if let FieldType::Object(shape) = field_type {
        let target = object_of("$ref", format!("#/$defs/{}", shape.name));
        return match nullable {
            true => put(schema, "anyOf", vec![target, object_of("type", "null")]),
            false => schema.extend(target),
        };
    }
    match (json_type(field_type), nullable) {
        (Some(name), true) => put(schema, "type", vec![name, "null"]),
        (Some(name), false) => put(schema, "type", name),
        (None, _) => {}
    }
    match field_type {
        FieldType::List { min, max, of } => {
            let (min, max) = soft.rejecting(*min, *max);
            if min > 0 {
                put(schema, "minItems", min);
            }
            if max < u32::MAX {
                put(schema, "maxItems", max);
            }
            put(schema, "items", only(of));
        }
        FieldType::Map(of) => put(schema, "additionalProperties", only(of)),
        _ => {
            let Some(scalar) = field_type.scalar() else { return };
            if let Some(format) = scalar.json().1.filter(|_| !soft.form) {
                put(schema, "format", format);
            }
            let rejects =
                |error: &&ErrorKind| ConstraintKind::of(error).is_none_or(|kind| !kind.is_soft(soft));
            scalar.errors().iter().filter(rejects).for_each(|error| keyword(error, nullable, schema));
        }
    }
}

/// Adds the keyword that rejects what the API rejects with this error, if there is one other than `type`.
fn keyword(error: &ErrorKind, nullable: bool, schema: &mut Object) {
    match error {
        ErrorKind::MinLength { limit } => put(schema, "minLength", *limit),
        ErrorKind::MaxLength { limit } => put(schema, "maxLength", *limit),
        ErrorKind::NotGe { limit } => put(schema, "minimum", *limit),
        ErrorKind::NotLe { limit } => put(schema, "maximum", *limit),
        ErrorKind::Enum { permitted } => {
            let members = permitted.iter().map(|member| Value::from(&**member));
            put(schema, "enum", members.chain(nullable.then_some(Value::Null)).collect::<Vec<_>>());
        }
        _ => {}
    }
}

/// Returns the schema of the values of this type that are not null.
fn only(of: &FieldType) -> Object {
    let mut schema = Object::new();
    values_of(of, Soft::NONE, false, &mut schema);
    schema
}

fn default(value: DefaultValue) -> Value {
    match value {
        DefaultValue::Null => Value::Null,
        DefaultValue::Boolean(value) => json!(value),
        DefaultValue::Integer(value) => json!(value),
        DefaultValue::Text(text) => json!(text),
        DefaultValue::Integers(values) => json!(values),
    }
}
