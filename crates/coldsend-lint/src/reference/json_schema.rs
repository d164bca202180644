//! JSON Schema 2020-12 of what an operation takes, for editors, generators and validators, from the same
//! declarations as the check.
//!
//! A schema describes the documented types. The API takes more: it reads `"30"` as 30, a list of pairs as
//! an object. It also refuses what a schema has no words for: those rules stand in `$comment`. A field
//! that must not reject is described, and nothing in it is refused.
//!
//! - `value` JSON in a fixed order, indented
//! - `rules` rules across fields, where a schema can say them
mod rules;
mod value;

use crate::preflight::Situation;
use crate::requests::operation::Operation;
use crate::schema::shape::{DefaultValue, Field, Kind, Mode, Presence, Shape};
use value::{Object, Value};

/// The key under which a file names its schema; a request may have any key.
const OWN_SCHEMA: &str = "$schema";
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

impl Operation {
    /// The JSON Schema of its body, or of the parameters of its query string as an object; nothing if it
    /// takes neither.
    ///
    /// Its `$id` is a name, not an address: `urn:coldsend-lint:<version>:<operation>`. It changes with the
    /// version, as what it names may, and nobody needs to serve it.
    ///
    /// ```
    /// use coldsend_lint::Operation;
    ///
    /// let schema = Operation::AddLead.json_schema().unwrap();
    /// assert!(schema.contains(r#""required": ["email"]"#));
    /// assert_eq!(Operation::GetLead.json_schema(), None);
    /// ```
    pub fn json_schema(self) -> Option<String> {
        Some(schema(self.id(), self.shape()?))
    }
}

impl Situation {
    /// The JSON Schema of a file that says it; its `$id` ends in `situation`.
    pub fn json_schema() -> String {
        schema(Self::SHAPE.object, Self::SHAPE)
    }
}

fn schema(name: &str, shape: &Shape) -> String {
    let mut inner = Vec::new();
    collect(shape, &mut inner);
    let mut schema = Object::of("$schema", DIALECT)
        .with("$id", format!("urn:coldsend-lint:{}:{name}", env!("CARGO_PKG_VERSION")))
        .with("$comment", comment(shape, &inner));
    object(shape, &mut schema);
    let mut definitions = Object::default();
    for shape in inner {
        let mut definition = Object::default();
        object(shape, &mut definition);
        definitions.put(shape.name, definition);
    }
    if !definitions.is_empty() {
        schema.put("$defs", definitions);
    }
    format!("{}\n", Value::from(schema))
}

/// What the schema does not tell.
fn comment(shape: &Shape, inner: &[&'static Shape]) -> String {
    let mut comment = match shape.mode {
        Mode::Query => "The parameters of the query string, by their documented types; there, every value is text.",
        Mode::Whole | Mode::Partial => {
            "The documented types; the API reads some other values as these, and passes over keys that it does not know."
        }
        Mode::Facts => "For `coldsend-lint check --situation`. It holds an API key only if you put one in.",
    }
    .to_owned();
    let mut untold: Vec<&str> = Vec::new();
    for id in std::iter::once(shape).chain(inner.iter().copied()).flat_map(rules::untold) {
        if !untold.contains(&id) {
            untold.push(id);
        }
    }
    // What the reference does not have, a description says.
    if !untold.is_empty() && shape.mode != Mode::Facts {
        comment += &format!(" Not told here: {}.", untold.join(", "));
    }
    comment
}

/// The objects in an object, each once, in the order in which they are met.
fn collect(shape: &Shape, found: &mut Vec<&'static Shape>) {
    for field in shape.fields.iter().filter(|field| field.limit.rejects()) {
        if let Some(inner) = field.kind.object()
            && !found.iter().any(|known| known.name == inner.name)
        {
            found.push(inner);
            collect(inner, found);
        }
    }
}

fn object(shape: &Shape, schema: &mut Object) {
    schema.put("title", shape.name);
    schema.put("description", shape.about);
    schema.put("type", "object");
    let mut properties = Object::default();
    shape.fields.iter().for_each(|field| properties.put(field.name, property(shape, field)));
    if shape.mode == Mode::Facts {
        properties.put(OWN_SCHEMA, Object::of("type", "string"));
        schema.put("additionalProperties", false);
    }
    schema.put("properties", properties);
    let is_required = |field: &&Field| field.presence == Presence::Required && field.limit.rejects();
    let required: Vec<&str> = shape.fields.iter().filter(is_required).map(|field| field.name).collect();
    if !required.is_empty() {
        schema.put("required", required);
    }
    let across = rules::across(shape);
    if !across.is_empty() {
        schema.put("allOf", across);
    }
}

fn property(shape: &Shape, field: &Field) -> Object {
    let about = match shape.mode {
        Mode::Facts => field.about.to_owned(),
        Mode::Whole | Mode::Partial | Mode::Query => description(field),
    };
    let mut schema = Object::of("title", title(field.name)).with("description", about);
    // In a query string, nothing is null.
    let nullable = matches!(field.presence, Presence::Nullable(_)) && shape.mode != Mode::Query;
    match (field.limit.rejects(), &field.kind) {
        (true, kind) => self::kind(kind, nullable, &mut schema),
        (false, Kind::Choice(members)) => schema.put("examples", members.to_vec()),
        (false, _) => {}
    }
    if rules::must_be_true(shape, field) {
        schema.put("const", true);
    }
    match field.presence {
        // What an update leaves out keeps its value, and a parameter that is left out is none.
        Presence::Nullable(DefaultValue::Null) if shape.mode != Mode::Whole => {}
        Presence::Nullable(value) | Presence::Default(value) => schema.put("default", default(value)),
        Presence::Required | Presence::Path => {}
    }
    if field.is_secret() {
        schema.put("writeOnly", true);
    }
    schema
}

/// `sending_days` is `Sending days`.
fn title(name: &str) -> String {
    let mut letters = name.replace('_', " ").chars().collect::<Vec<_>>();
    letters.first_mut().into_iter().for_each(|first| *first = first.to_ascii_uppercase());
    letters.into_iter().collect()
}

/// What it is for, and where it comes from.
fn description(field: &Field) -> String {
    let Field { about, kind, rule, limit, page, .. } = field;
    let open = match limit.rejects() {
        true => String::new(),
        false => format!(" Presumably {kind}; that is not sure enough to refuse anything here."),
    };
    format!("{about}{open}\n\nRule {rule}, {}: {}", limit.name(), page.link())
}

/// The JSON type of the values of a kind, where they have one.
fn type_name(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Text { .. }
        | Kind::Email { .. }
        | Kind::Date
        | Kind::DateTime
        | Kind::Uuid
        | Kind::Choice(_) => Some("string"),
        Kind::Integer { .. } => Some("integer"),
        Kind::Boolean => Some("boolean"),
        Kind::List { .. } => Some("array"),
        Kind::Map(_) | Kind::Object(_) => Some("object"),
        Kind::Any => None,
    }
}

fn kind(kind: &Kind, nullable: bool, schema: &mut Object) {
    if let Kind::Object(shape) = kind {
        let target = format!("#/$defs/{}", shape.name);
        return match nullable {
            true => schema.put("anyOf", vec![Object::of("$ref", target), Object::of("type", "null")]),
            false => schema.put("$ref", target),
        };
    }
    match (type_name(kind), nullable) {
        (Some(name), true) => schema.put("type", vec![name, "null"]),
        (name, _) => schema.put_some("type", name),
    }
    match kind {
        Kind::Text { min, max, .. } => lengths(*min, *max, ["minLength", "maxLength"], schema),
        Kind::Email { min, max } => {
            schema.put("format", "email");
            lengths(*min, *max, ["minLength", "maxLength"], schema);
        }
        Kind::Integer { min, max, .. } => {
            schema.put_some("minimum", Some(*min).filter(|min| *min > i64::MIN));
            schema.put_some("maximum", Some(*max).filter(|max| *max < i64::MAX));
        }
        Kind::Date => schema.put("format", "date"),
        Kind::DateTime => schema.put("format", "date-time"),
        Kind::Uuid => schema.put("format", "uuid"),
        Kind::Choice(members) => {
            let members = members.iter().map(|member| Value::from(*member));
            schema.put("enum", members.chain(nullable.then(Value::null)).collect::<Vec<_>>());
        }
        Kind::List { min, max, of } => {
            lengths(*min, *max, ["minItems", "maxItems"], schema);
            schema.put("items", only(of));
        }
        Kind::Map(of) => schema.put("additionalProperties", only(of)),
        Kind::Boolean | Kind::Any | Kind::Object(_) => {}
    }
}

/// The schema of values of this kind, which are not null.
fn only(of: &Kind) -> Object {
    let mut schema = Object::default();
    kind(of, false, &mut schema);
    schema
}

fn lengths(min: u32, max: u32, [at_least, at_most]: [&str; 2], schema: &mut Object) {
    schema.put_some(at_least, Some(i64::from(min)).filter(|min| *min > 0));
    schema.put_some(at_most, Some(max).filter(|max| *max < u32::MAX).map(i64::from));
}

fn default(value: DefaultValue) -> Value {
    match value {
        DefaultValue::Null => Value::null(),
        DefaultValue::Boolean(value) => value.into(),
        DefaultValue::Integer(value) => value.into(),
        DefaultValue::Text(text) => text.into(),
        DefaultValue::Integers(values) => values.to_vec().into(),
    }
}
