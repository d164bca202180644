//! The generated files of the npm package.
mod messages;
mod readme;
mod requests;
mod rules;
mod shapes;

use super::COMMAND;
use crate::root::root;
use coldsend_lint::Operation;
use coldsend_lint::catalogue;
use coldsend_lint::shape::Shape;
use std::path::PathBuf;

pub(super) fn files() -> Result<Vec<(PathBuf, String)>, String> {
    let catalogue = catalogue::rules();
    let path = |name: &str| root().join("pkg/src/generated").join(name);
    Ok(vec![
        readme::file()?,
        (path("requests.d.cts"), requests::types(&catalogue)),
        (path("shapes.js"), shapes::module()),
        (path("rules.js"), rules::module(&catalogue)),
    ])
}

/// Returns the first line of each file.
fn head() -> String {
    format!("// Written by `{COMMAND}` from crates/coldsend-lint/src/requests: change it there.\n")
}

/// Returns a text as a JavaScript literal.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Returns texts as JavaScript literals, joined by `separator`.
fn listed(texts: impl IntoIterator<Item = impl AsRef<str>>, separator: &str) -> String {
    texts.into_iter().map(|text| quoted(text.as_ref())).collect::<Vec<_>>().join(separator)
}

/// Returns the shape of each object that an operation accepts and of the objects in it, each once and after those in
/// it.
fn objects() -> Vec<&'static Shape> {
    let mut found = Vec::new();
    Operation::ALL
        .iter()
        .filter_map(|operation| operation.shape())
        .for_each(|shape| collect(shape, &mut found));
    found
}

fn collect(shape: &'static Shape, found: &mut Vec<&'static Shape>) {
    if found.iter().any(|known| known.name == shape.name) {
        return;
    }
    for field in shape.fields {
        if let Some(inner) = field.field_type.object() {
            collect(inner, found);
        }
    }
    found.push(shape);
}
