//! `rules.js`: the catalog, as `coldsend-lint rules --format json` prints it.
use super::{head, listed, quoted};
use coldsend_lint::answers::Info;
use coldsend_lint::catalogue::Rule;

pub(super) fn module(rules: &[Rule]) -> String {
    let rules: Vec<String> = rules.iter().map(rule).collect();
    format!("{}export default [\n{}];\n", head(), rules.concat())
}

fn rule(rule: &Rule) -> String {
    let mut out = format!(
        "  {{\n    id: {},\n    summary: {},\n    subject: {},\n    object: {},\n    fields: [{}],\n    operations: [{}],\n",
        quoted(rule.id),
        quoted(rule.about),
        quoted(rule.subject.name()),
        rule.subject.object().map_or("null".to_owned(), quoted),
        listed(rule.subject.fields(), ", "),
        listed(rule.operations.iter().map(|operation| operation.id()), ", "),
    );
    out += &format!(
        "    rejects: {},\n    limit: {},\n    wording: {},\n    page: {},\n    since: {},\n    constraints: [\n",
        if rule.is_rule() { rule.rejects().to_string() } else { "null".to_owned() },
        quoted(rule.evidence.name()),
        rule.wording().map_or("null".to_owned(), |wording| quoted(wording.name())),
        quoted(&rule.page.link()),
        quoted(rule.since),
    );
    for constraint in &rule.constraints {
        out += &format!(
            "      {{ at: {}, msg: {}, type: {}, rejects: {}, limit: {}, wording: {} }},\n",
            quoted(&constraint.at),
            quoted(&constraint.kind.to_string()),
            quoted(constraint.kind.error_type()),
            constraint.rejects(),
            quoted(constraint.evidence.name()),
            quoted(constraint.wording.name()),
        );
    }
    out += "    ],\n";
    out += &match rule.answer {
        Some(answer) => format!("    answer: {},\n", self::answer(answer)),
        None => "    answer: null,\n".to_owned(),
    };
    out + "  },\n"
}

fn answer(answer: &Info) -> String {
    let statuses: Vec<String> = answer.statuses.iter().map(u16::to_string).collect();
    format!(
        "{{ statuses: [{}], status_expected: {}, retry: {}, cause: {}, fix: {} }}",
        statuses.join(", "),
        answer.expected.map_or("null".to_owned(), |status| status.to_string()),
        quoted(answer.retry.name()),
        quoted(answer.cause),
        quoted(answer.fix)
    )
}
