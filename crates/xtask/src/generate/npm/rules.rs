//! `rules.js`: the catalogue, as `coldsend-lint rules --format json` has it.
use super::{head, listed, quoted};
use coldsend_lint::catalogue::{Rule, Subject};

pub(super) fn module(rules: &[Rule]) -> String {
    let rules: Vec<String> = rules.iter().map(rule).collect();
    format!("{}export default [\n{}];\n", head(), rules.concat())
}

fn rule(rule: &Rule) -> String {
    let (subject, object, fields) = match &rule.subject {
        Subject::Field(fields) => {
            let first = fields.first();
            let object = first.map(|(shape, _)| shape.object);
            ("field", object, first.map(|(_, field)| field.name).into_iter().collect())
        }
        Subject::Across { object, fields } => ("across", Some(*object), fields.clone()),
        Subject::Path(field) => ("path", None, vec![field.name]),
        Subject::Body => ("body", None, Vec::new()),
    };
    let mut out = format!(
        "  {{\n    id: {},\n    summary: {},\n    subject: {},\n    object: {},\n    fields: [{}],\n    operations: [{}],\n",
        quoted(rule.id),
        quoted(rule.about),
        quoted(subject),
        object.map_or("null".to_owned(), quoted),
        listed(fields, ", "),
        listed(rule.operations.iter().map(|operation| operation.id()), ", "),
    );
    out += &format!(
        "    rejects: {},\n    limit: {},\n    wording: {},\n    page: {},\n    since: {},\n    constraints: [\n",
        rule.rejects(),
        quoted(rule.limit.name()),
        quoted(rule.wording().name()),
        quoted(&rule.page.link()),
        quoted(rule.since),
    );
    for constraint in &rule.constraints {
        out += &format!(
            "      {{ at: {}, msg: {}, type: {}, wording: {} }},\n",
            quoted(&constraint.at),
            quoted(&constraint.kind.to_string()),
            quoted(constraint.kind.code()),
            quoted(constraint.wording.name()),
        );
    }
    out + "    ],\n  },\n"
}
