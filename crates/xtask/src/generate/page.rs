//! The part of a rule's page that the declarations know.
use super::COMMAND;
use coldsend_lint::catalogue::{Rule, Subject};

const START: &str = "<!-- declared -->";
const END: &str = "<!-- /declared -->";

/// The page with that part made anew; the rest is written by hand.
pub(super) fn with_declarations(rule: &Rule, page: &str) -> Result<String, String> {
    let title = format!("# {}\n", rule.id);
    let parts = page.split_once(START).zip(page.split_once(END));
    match parts {
        Some(((before, _), (_, after))) if before.starts_with(&title) => {
            Ok(format!("{before}{START}\n{}\n{END}{after}", declarations(rule)))
        }
        _ => {
            Err(format!("docs/rules/{}.md must begin with its id as title, then {START} and {END}", rule.id))
        }
    }
}

fn declarations(rule: &Rule) -> String {
    let mut out =
        format!("<!-- Written by `{COMMAND}` from src/requests: change it there. -->\n\n{}\n\n", rule.about);
    out += "| | |\n|---|---|\n";
    let mut row = |name: &str, text: String| out += &format!("| {name} | {} |\n", cell(&text));
    let field = match &rule.subject {
        Subject::Field(fields) => {
            for (shape, field) in fields {
                row(
                    "field",
                    format!("`{}` of {}: {}; {}", field.name, shape.name, field.kind, field.presence),
                );
            }
            fields.first().map(|(_, field)| *field)
        }
        Subject::Across { object, fields } => {
            row(
                "fields",
                format!(
                    "{} of a {object}",
                    fields.iter().map(|f| format!("`{f}`")).collect::<Vec<_>>().join(", ")
                ),
            );
            None
        }
        Subject::Path(field) => {
            row("parameter", format!("`{{{}}}` in the path: {}", field.name, field.kind));
            Some(*field)
        }
        Subject::Body => {
            row("subject", "the body as a whole".to_owned());
            None
        }
    };
    let operations: Vec<String> = rule.operations.iter().map(|operation| format!("`{operation}`")).collect();
    row("operations", operations.join(", "));
    row("breaking it", if rule.rejects() { "rejects" } else { "is advice" }.to_owned());
    row("limit", rule.limit.name().to_owned());
    row("source", source(rule));
    row("since", rule.since.to_owned());
    out += "\n| where | message | type | wording | hint |\n|---|---|---|---|---|\n";
    for constraint in &rule.constraints {
        let at = if constraint.at.is_empty() { String::new() } else { format!("`{}`", constraint.at) };
        let (code, wording) = (constraint.kind.code(), constraint.wording.name());
        let message = constraint.kind.to_string();
        let hint = constraint.hint(field);
        let hint = if hint == message { String::new() } else { hint };
        out += &format!("| {at} | {} | `{code}` | {wording} | {} |\n", cell(&message), cell(&hint));
    }
    out
}

pub(super) fn source(rule: &Rule) -> String {
    match rule.page.site {
        Some(_) => format!("[{}]({})", rule.page.path, rule.page.link()),
        None => rule.page.link(),
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
