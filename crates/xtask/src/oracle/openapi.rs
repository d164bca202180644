//! Compares the server's OpenAPI description with `coldsend-lint schema`, field by field. The server's models are
//! written by hand from the facts about the API, so this finds a mistake on either side.
use coldsend_lint::shape::{FieldType, Shape};
use coldsend_lint::{Operation, Payload};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Facts of our schemas that the server's models cannot express.
const PROSE: [(&str, &str); 5] = [
    // Only prose says which days are valid, and that a deletion must be confirmed.
    ("sending_days[]", "minimum"),
    ("sending_days[]", "maximum"),
    ("confirm_deletion", "const"),
    // Pydantic v1 allows no length limits on its email type, so the model has a string with a validator.
    ("email_address", "format"),
    ("inboxes[].email_address", "format"),
];
/// Facts of the models that no page states: these defaults come from an example, which may just be mid-range.
const EXAMPLES: [(&str, &str); 2] = [("ramp_up_increment", "default"), ("ramp_up_max_limit", "default")];
const KEYWORDS: [&str; 10] = [
    "type",
    "format",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "enum",
    "default",
];

/// The facts of a schema, by field: `variants[].variant_name type` = `"string"`.
type Facts = BTreeMap<String, String>;

/// Compares the facts of all operations. Returns how many were compared, and those that differ.
pub(super) fn compare(openapi: &Value) -> Result<(usize, Vec<String>), String> {
    let (mut compared, mut different) = (0, Vec::new());
    for operation in Operation::ALL {
        let Some((ours, theirs)) = both(*operation, openapi)? else { continue };
        compared += ours.len();
        for fact in ours.keys().chain(theirs.keys().filter(|fact| !ours.contains_key(*fact))) {
            let (ours, theirs) = (ours.get(fact), theirs.get(fact));
            if ours != theirs {
                let shown = |fact: Option<&String>| fact.map_or("nothing", String::as_str).to_owned();
                different.push(format!(
                    "{operation}: {fact}: ours {}, the server's {}",
                    shown(ours),
                    shown(theirs)
                ));
            }
        }
    }
    Ok((compared, different))
}

fn both(operation: Operation, openapi: &Value) -> Result<Option<(Facts, Facts)>, String> {
    let (Some(shape), Some(schema)) = (operation.shape(), operation.json_schema()) else { return Ok(None) };
    let schema: Value = serde_json::from_str(&schema).map_err(|error| format!("{operation}: {error}"))?;
    let mut ours = Facts::new();
    object("", &schema, &schema, Some(shape), &mut ours);

    let method = operation.method().to_lowercase();
    let route = &openapi["paths"][format!("/api/public/v1{}", operation.path())][method];
    if route["operationId"] != operation.id() {
        return Err(format!("{operation}: the server has no such operation"));
    }
    let mut theirs = Facts::new();
    match operation.payload() {
        Payload::Body(_) => {
            let body = &route["requestBody"]["content"]["application/json"]["schema"];
            object("", resolved(body, openapi), openapi, None, &mut theirs);
        }
        _ => {
            let parameters = route["parameters"].as_array().into_iter().flatten();
            for parameter in parameters.filter(|parameter| parameter["in"] == "query") {
                let name = parameter["name"].as_str().unwrap_or_default();
                theirs.insert(format!("{name} required"), parameter["required"].to_string());
                value(name, &parameter["schema"], openapi, None, &mut theirs);
            }
        }
    }
    Ok(Some((ours, theirs)))
}

/// Collects the facts of an object's fields; with a shape, only of the fields that reject.
fn object(path: &str, schema: &Value, whole: &Value, shape: Option<&Shape>, facts: &mut Facts) {
    let required = schema["required"].as_array();
    let properties = schema["properties"].as_object().into_iter().flat_map(Map::iter);
    for (name, property) in properties {
        let field = shape.and_then(|shape| shape.field(name));
        if field.is_some_and(|field| !field.evidence.rejects()) {
            continue;
        }
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let is_required = required.is_some_and(|required| required.iter().any(|known| known == name));
        facts.insert(format!("{path} required"), is_required.to_string());
        value(&path, property, whole, field.map(|field| &field.field_type), facts);
    }
}

fn value(path: &str, schema: &Value, whole: &Value, kind: Option<&FieldType>, facts: &mut Facts) {
    let schema = resolved(schema, whole);
    for keyword in KEYWORDS {
        let stated = &schema[keyword];
        // Pydantic v1 describes neither null nor a default that is null.
        let stated = match stated {
            Value::Null => continue,
            Value::Array(types) if keyword == "type" => {
                types.iter().find(|name| *name != "null").unwrap_or(stated)
            }
            _ => stated,
        };
        let known: &[_] = if kind.is_some() { &PROSE } else { &EXAMPLES };
        if known.contains(&(path, keyword)) {
            continue;
        }
        let number = stated.as_f64().filter(|_| keyword != "default").map(|number| number.to_string());
        facts.insert(format!("{path} {keyword}"), number.unwrap_or_else(|| stated.to_string()));
    }
    let (items, shape) = match kind {
        Some(FieldType::List { of, .. }) => (Some(*of), None),
        Some(FieldType::Object(shape)) => (None, Some(*shape)),
        _ => (None, None),
    };
    if schema["items"].is_object() {
        value(&format!("{path}[]"), &schema["items"], whole, items, facts);
    }
    if schema["additionalProperties"]["type"].is_string() {
        value(&format!("{path}{{}}"), &schema["additionalProperties"], whole, None, facts);
    }
    object(path, schema, whole, shape, facts);
}

/// Resolves a reference. Returns any other schema unchanged.
fn resolved<'v>(schema: &'v Value, whole: &'v Value) -> &'v Value {
    let reference = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str());
    let found = reference.and_then(|reference| whole.pointer(reference.strip_prefix('#')?));
    found.unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn facts_are_collected_in_lists_and_references() {
        let schema = json!({
            "properties": {"a": {"type": ["array", "null"], "maxItems": 2.0, "items": {"$ref": "#/$defs/B"}}},
            "$defs": {"B": {"type": "object", "properties": {"c": {"enum": ["x"]}}, "required": ["c"]}},
        });
        let mut facts = Facts::new();
        object("", &schema, &schema, None, &mut facts);
        let facts: Vec<String> = facts.iter().map(|(fact, value)| format!("{fact} {value}")).collect();
        assert_eq!(
            facts,
            [
                "a maxItems 2",
                "a required false",
                r#"a type "array""#,
                r#"a[] type "object""#,
                r#"a[].c enum ["x"]"#,
                "a[].c required true",
            ]
        );
    }
}
