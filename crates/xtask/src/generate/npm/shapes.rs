//! `shapes.js`: the types of fields, for forms.
use super::{head, objects, quoted};
use coldsend_lint::Operation;
use coldsend_lint::shape::{Field, FieldType, Presence, Shape};
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
    out +=
        "\n/** The fields of each operation, in its JSON body or query string. */\nexport const shapes = {\n";
    for operation in Operation::ALL {
        let fields: Option<&Shape> = operation.shape();
        out += &format!("  {operation}: {},\n", fields.map_or("{}", |shape| shape.name));
    }
    out += "};\n\n/** For each rule about a list, the field of the items that it reads. */\nexport const reads = {\n";
    for (id, field) in list_rules() {
        out += &format!("  {}: {},\n", quoted(id), quoted(field));
    }
    out + "};\n"
}

fn list_rules() -> BTreeMap<&'static str, &'static str> {
    let rules = objects().into_iter().flat_map(|shape| shape.list_rules());
    rules.map(|rule| (rule.info.id, rule.field)).collect()
}

fn members(field: &Field) -> String {
    let required = field.presence == Presence::Required && field.evidence.rejects();
    format!("{}{}", kind(&field.field_type), if required { ", required: true" } else { "" })
}

fn kind(kind: &FieldType) -> String {
    let plain = |name: &str| format!("kind: {}", quoted(name));
    match kind {
        FieldType::Text(_) => plain("text"),
        FieldType::Email(_) => plain("email"),
        FieldType::Integer(_) => plain("integer"),
        FieldType::Boolean(_) => plain("boolean"),
        FieldType::Date(_) => plain("date"),
        FieldType::DateTime(_) => plain("datetime"),
        FieldType::Uuid(_) => plain("uuid"),
        FieldType::Choice(_) => plain("choice"),
        FieldType::List { of, .. } => format!("{}, of: {{ {} }}", plain("list"), self::kind(of)),
        FieldType::Map(of) => format!("{}, of: {{ {} }}", plain("map"), self::kind(of)),
        FieldType::Any => plain("any"),
        FieldType::Object(shape) => format!("{}, fields: {}", plain("object"), shape.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coldsend_lint::Payload;

    /// `pkg/src/check/api.js` relies on this to convert a value. If an operation has no payload, either is fine.
    #[test]
    fn ids_tell_whether_the_payload_is_a_query_string() {
        for operation in Operation::ALL {
            let reads = ["get_", "list_"].iter().any(|verb| operation.id().starts_with(verb));
            match operation.payload() {
                Payload::Query(_) => assert!(reads && operation.method() == "GET", "{operation}"),
                Payload::Body(_) => assert!(!reads && operation.method() != "GET", "{operation}"),
                Payload::Csv => assert!(!reads, "{operation}"),
                Payload::Nothing => {}
            }
        }
    }
}
