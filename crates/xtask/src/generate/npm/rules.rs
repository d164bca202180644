//! `rules.js`: the catalog, as `coldsend-lint rules --format json` prints it.
use super::{head, quoted};
use coldsend_lint::answers::Info;
use coldsend_lint::catalogue::Rule;

pub(super) fn module(rules: &[Rule]) -> String {
    let rules: Vec<String> = rules.iter().map(rule).collect();
    format!("{}export default [\n{},\n];\n", head(), rules.join(",\n"))
}

/// Returns a rule in one line: spaces would be a fifth of the file, which the package contains.
fn rule(rule: &Rule) -> String {
    let constraints = rule.constraints.iter().map(|constraint| {
        object(&[
            ("at", quoted(&constraint.at)),
            ("msg", quoted(&constraint.kind.to_string())),
            ("type", quoted(constraint.kind.error_type())),
            ("rejects", constraint.rejects().to_string()),
            ("limit", quoted(constraint.evidence.name())),
            ("wording", quoted(constraint.wording.name())),
        ])
    });
    object(&[
        ("id", quoted(rule.id)),
        ("summary", quoted(rule.about)),
        ("subject", quoted(rule.subject.name())),
        ("object", or_null(rule.subject.object().map(quoted))),
        ("fields", list(rule.subject.fields().into_iter().map(quoted))),
        ("operations", list(rule.operations.iter().map(|operation| quoted(operation.id())))),
        ("rejects", or_null(rule.is_rule().then(|| rule.rejects().to_string()))),
        ("limit", quoted(rule.evidence.name())),
        ("wording", or_null(rule.wording().map(|wording| quoted(wording.name())))),
        ("page", quoted(&rule.page.link())),
        ("since", quoted(rule.since)),
        ("constraints", list(constraints)),
        ("answer", or_null(rule.answer.map(answer))),
    ])
}

fn answer(answer: &Info) -> String {
    object(&[
        ("statuses", list(answer.statuses.iter().map(u16::to_string))),
        ("status_expected", or_null(answer.expected.map(|status| status.to_string()))),
        ("retry", quoted(answer.retry.name())),
        ("cause", quoted(answer.cause)),
        ("fix", quoted(answer.fix)),
    ])
}

fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members.iter().map(|(name, value)| format!("{name}:{value}")).collect();
    format!("{{{}}}", members.join(","))
}

fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(","))
}

fn or_null(value: Option<String>) -> String {
    value.unwrap_or_else(|| "null".to_owned())
}
