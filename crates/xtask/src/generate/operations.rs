//! The sections of `RULES.md` about operations, each with a table of fields and their rules.
use super::page;
use coldsend_lint::Operation;
use coldsend_lint::catalogue::{Rule, Subject};
use coldsend_lint::shape::{FieldType, Shape};

pub(super) fn sections(rules: &[Rule]) -> String {
    Operation::ALL.iter().map(|operation| section(*operation, rules)).collect()
}

fn section(operation: Operation, rules: &[Rule]) -> String {
    let mut rows = String::new();
    let own: Vec<&Rule> = rules.iter().filter(|rule| rule.operations.contains(&operation)).collect();
    for rule in &own {
        if let Subject::Path(field) = rule.subject {
            let name = format!("`{{{}}}` in the path", field.name);
            rows += &row(&name, &field.field_type.to_string(), rule, true);
        }
    }
    for rule in &own {
        if let Subject::List(_) = rule.subject {
            rows += &row("the CSV", rule.about, rule, true);
        }
    }
    if let Some(shape) = operation.shape() {
        rows += &object(shape, "", &own, true);
    }
    let (method, path) = (operation.method(), operation.path());
    let table = match rows.as_str() {
        "" => "This operation has no parameters.\n".to_owned(),
        rows => format!("| field | what it must be | rule |\n|---|---|---|\n{rows}"),
    };
    format!("\n### {operation}\n\n`{method} {path}`: {}\n\n{table}", operation.about())
}

/// Returns the rows of an object: each field, followed by those in it, then the rules that compare fields.
fn object(shape: &Shape, prefix: &str, rules: &[&Rule], may_reject: bool) -> String {
    let mut rows = String::new();
    for field in shape.fields {
        let name = format!("{prefix}{}", field.name);
        let must_be = match page::presence(shape.mode, field.presence).as_str() {
            "" => field.field_type.to_string(),
            presence => format!("{}; {presence}", field.field_type),
        };
        if let Some(rule) = rules.iter().find(|rule| rule.id == field.rule) {
            rows += &row(&format!("`{name}`"), &must_be, rule, may_reject);
        }
        if let Some(inner) = field.field_type.object() {
            let items = if matches!(field.field_type, FieldType::List { .. }) { "[]." } else { "." };
            let may_reject = may_reject && field.evidence.rejects();
            rows += &object(inner, &format!("{name}{items}"), rules, may_reject);
        }
    }
    for rule in rules {
        if let Subject::Across { object, fields } = &rule.subject
            && *object == shape.object
            && fields.iter().all(|name| shape.field(name).is_some())
        {
            let names: Vec<String> = fields.iter().map(|name| format!("`{prefix}{name}`")).collect();
            rows += &row(&names.join(", "), rule.about, rule, may_reject);
        }
    }
    rows
}

fn row(name: &str, must_be: &str, rule: &Rule, may_reject: bool) -> String {
    let advice = if may_reject && rule.rejects() { "" } else { ", advice" };
    format!("| {name} | {} | [{id}](docs/rules/{id}.md){advice} |\n", page::cell(must_be), id = rule.id)
}
