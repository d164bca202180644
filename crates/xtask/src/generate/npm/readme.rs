//! The list of operations in the README of the package.
use crate::generate::COMMAND;
use crate::root::root;
use coldsend_lint::{Operation, Payload};
use std::path::PathBuf;

const END: &str = "<!-- /operations -->";

/// Returns the README with the list in place of the one between its marks.
pub(super) fn file() -> Result<(PathBuf, String), String> {
    let path = root().join("pkg/README.md");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let parts = text.split_once("<!-- operations").zip(text.split_once(END));
    let ((before, _), (_, after)) = parts.ok_or("pkg/README.md has no marks for the operations")?;
    Ok((path, format!("{before}<!-- operations: {COMMAND} -->\n{}{END}{after}", table())))
}

fn table() -> String {
    let mut out = String::from("\n| operation | route | takes |\n|---|---|---|\n");
    for operation in Operation::ALL {
        let takes = match operation.payload() {
            Payload::Body(shape) => format!("`{}`", shape.name),
            Payload::Query(shape) => format!("query: `{}`", shape.name),
            Payload::Csv => "a CSV, which `checkLeads` checks".to_owned(),
            Payload::Nothing => String::new(),
        };
        out += &format!("| `{operation}` | `{} {}` | {takes} |\n", operation.method(), operation.path());
    }
    out + "\n"
}
