//! `shapes.js`: the kinds of the fields, for forms.
use super::{head, listed, objects, quoted};
use coldsend_lint::Operation;
use coldsend_lint::shape::{DefaultValue, Field, Kind, Presence, Shape};
use std::collections::BTreeMap;

pub(super) fn module() -> String {
    let mut out = head();
    for shape in objects() {
        out += &format!("\nconst {} = {{\n", shape.name);
        for field in shape.fields {
            out += &format!("  {}: {{ {} }},\n", field.name, members(field));
        }
        out += "};\n";
    }
    out += "\n/** The fields of each operation: of its JSON body, or of its query string. */\nexport const shapes = {\n";
    for operation in Operation::ALL {
        let fields: Option<&Shape> = operation.shape();
        out += &format!("  {operation}: {},\n", fields.map_or("{}", |shape| shape.name));
    }
    out += "};\n\n/** The field of each item that a rule about a list reads. */\nexport const reads = {\n";
    for (id, field) in list_rules() {
        out += &format!("  {}: {},\n", quoted(id), quoted(field));
    }
    out + "};\n"
}

fn list_rules() -> BTreeMap<&'static str, &'static str> {
    let rules = objects().into_iter().flat_map(|shape| shape.list_rules);
    rules.map(|bound| (bound.rule.info.id, bound.rule.reads)).collect()
}

fn members(field: &Field) -> String {
    let mut members = kind(&field.kind);
    if field.is_secret() {
        members += ", secret: true";
    }
    match field.presence {
        Presence::Required if field.limit.rejects() => members += ", required: true",
        Presence::Required | Presence::Path => {}
        Presence::Nullable(DefaultValue::Null) => members += ", nullable: true",
        Presence::Nullable(value) => members += &format!(", nullable: true, default: {}", default(value)),
        Presence::Default(value) => members += &format!(", default: {}", default(value)),
    }
    members
}

fn kind(kind: &Kind) -> String {
    let plain = |name: &str| format!("kind: {}", quoted(name));
    match kind {
        Kind::Text { .. } => plain("text"),
        Kind::Email { .. } => plain("email"),
        Kind::Integer { .. } => plain("integer"),
        Kind::Boolean => plain("boolean"),
        Kind::Date => plain("date"),
        Kind::DateTime => plain("datetime"),
        Kind::Uuid => plain("uuid"),
        Kind::Choice(members) => format!("{}, members: [{}]", plain("choice"), listed(*members, ", ")),
        Kind::List { of, .. } => format!("{}, of: {{ {} }}", plain("list"), self::kind(of)),
        Kind::Map(of) => format!("{}, of: {{ {} }}", plain("map"), self::kind(of)),
        Kind::Any => plain("any"),
        Kind::Object(shape) => format!("{}, fields: {}", plain("object"), shape.name),
    }
}

fn default(value: DefaultValue) -> String {
    match value {
        DefaultValue::Null => "null".to_owned(),
        DefaultValue::Boolean(value) => value.to_string(),
        DefaultValue::Integer(value) => value.to_string(),
        DefaultValue::Text(text) => quoted(text),
        DefaultValue::Integers(values) => format!("{values:?}"),
    }
}
