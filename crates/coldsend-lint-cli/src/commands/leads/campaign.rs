//! What the texts of a campaign need.
use crate::input::{Input, reason};
use crate::output;
use coldsend_lint::leads::Variables;
use serde_json::Value;

/// The fields of a variant that are templates.
const TEXTS: [&str; 2] = ["subject_template", "email_content"];

/// Reads the variables of a campaign: those of its variants and of its follow-ups.
pub(super) fn variables(file: &Input) -> Result<Variables, String> {
    let name = file.name();
    let mut bytes = Vec::new();
    file.read(&mut bytes).map_err(|error| format!("{name}: {}", reason(&error)))?;
    let campaign: Value = serde_json::from_slice(&bytes).map_err(|error| {
        format!("{name}: this is not JSON: line {}, column {}", error.line(), error.column())
    })?;
    let mut variables = Variables::default();
    let mut texts = 0;
    let follow_ups = ["sequences", "sequence_edits"].into_iter().flat_map(|list| items(&campaign, list));
    for variant in std::iter::once(&campaign).chain(follow_ups).flat_map(|object| items(object, "variants")) {
        for text in TEXTS.iter().filter_map(|field| variant.get(field)?.as_str()) {
            variables.add(text);
            texts += 1;
        }
    }
    if texts == 0 {
        output::print_note(&format!("{name}: there are no texts in `variants` or `sequences`"));
    }
    Ok(variables)
}

/// Returns the items of a list in an object, or nothing if there is none.
fn items<'v>(object: &'v Value, list: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    object.get(list).and_then(Value::as_array).into_iter().flatten()
}
