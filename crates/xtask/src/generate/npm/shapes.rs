//! `shapes.js`: the kinds of the fields, for forms.
use super::{head, objects, quoted};
use coldsend_lint::Operation;
use coldsend_lint::shape::{Field, Kind, Presence, Shape};
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
    let required = field.presence == Presence::Required && field.limit.rejects();
    format!("{}{}", kind(&field.kind), if required { ", required: true" } else { "" })
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
        Kind::Choice(_) => plain("choice"),
        Kind::List { of, .. } => format!("{}, of: {{ {} }}", plain("list"), self::kind(of)),
        Kind::Map(of) => format!("{}, of: {{ {} }}", plain("map"), self::kind(of)),
        Kind::Any => plain("any"),
        Kind::Object(shape) => format!("{}, fields: {}", plain("object"), shape.name),
    }
}
