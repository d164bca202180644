//! The part of a rule's page that the declarations know.
use super::COMMAND;
use coldsend_lint::Page;
use coldsend_lint::Retry;
use coldsend_lint::answers::Info;
use coldsend_lint::catalogue::{Rule, Subject};
use coldsend_lint::shape::{Mode, Presence};
use std::fmt::Display;

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
    let from = if rule.is_rule() { "src/requests" } else { "src/answers" };
    let mut out =
        format!("<!-- Written by `{COMMAND}` from {from}: change it there. -->\n\n{}\n\n", rule.about);
    out += "| | |\n|---|---|\n";
    let mut row = |name: &str, text: String| out += &format!("| {name} | {} |\n", cell(&text));
    let field = match &rule.subject {
        Subject::Field(fields) => {
            for (shape, field) in fields {
                let presence = match (shape.mode, field.presence) {
                    (Mode::Query, Presence::Nullable(_)) => "may be left out".to_owned(),
                    (Mode::Query, Presence::Default(default)) => format!("left out it is {default}"),
                    (_, presence) => presence.to_string(),
                };
                row("field", format!("`{}` of {}: {}; {presence}", field.name, shape.name, field.field_type));
            }
            fields.first().map(|(_, field)| *field)
        }
        Subject::Across { object, fields } => {
            row("fields", format!("{} of a {object}", codes(fields)));
            None
        }
        Subject::Path(field) => {
            row("parameter", format!("`{{{}}}` in the path: {}", field.name, field.field_type));
            Some(*field)
        }
        Subject::Header(name) => {
            row("header", format!("`{name}`"));
            None
        }
        Subject::Body => {
            row("subject", "the body as a whole".to_owned());
            None
        }
        Subject::Answer => None,
    };
    if rule.is_rule() {
        row("operations", codes(&rule.operations));
        row("breaking it", breaking(rule).to_owned());
    }
    if let Some(answer) = rule.answer {
        row("status", statuses(answer));
        if rule.is_rule() {
            row("what happened", answer.cause.to_owned());
        }
        row("what to do", answer.fix.to_owned());
        row("retry", again(answer.retry).to_owned());
    }
    row("limit", rule.evidence.name().to_owned());
    if let (false, Some(wording)) = (rule.is_rule(), rule.wording()) {
        row("wording", wording.name().to_owned());
    }
    row("source", link(rule.page));
    row("since", rule.since.to_owned());
    if rule.constraints.is_empty() {
        return out;
    }
    out += "\n| where | message | type | breaking it | limit | wording | hint |\n|---|---|---|---|---|---|---|\n";
    for constraint in &rule.constraints {
        let at = if constraint.at.is_empty() { String::new() } else { format!("`{}`", constraint.at) };
        let (code, wording) = (constraint.kind.error_type(), constraint.wording.name());
        let (limit, breaking) =
            (constraint.evidence.name(), if constraint.rejects() { "rejects" } else { "is advice" });
        let message = constraint.kind.to_string();
        let hint = constraint.hint(field);
        let hint = if hint == message { String::new() } else { hint };
        let (message, hint) = (cell(&message), cell(&hint));
        out += &format!("| {at} | {message} | `{code}` | {breaking} | {limit} | {wording} | {hint} |\n");
    }
    out
}

/// `422, 400`, or `400 (expected, not documented)`
pub(super) fn statuses(answer: &Info) -> String {
    let statuses: Vec<String> = answer.statuses.iter().map(u16::to_string).collect();
    match (statuses.is_empty(), answer.expected) {
        (false, _) => statuses.join(", "),
        (true, Some(expected)) => format!("{expected} (expected, not documented)"),
        (true, None) => "not documented".to_owned(),
    }
}

/// Whether to send a request again.
pub(super) fn again(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "no",
        Retry::AfterFix => "once that is done",
        Retry::After { .. } | Retry::Backoff => "after a wait, which grows with each try",
    }
}

/// What breaking a rule does.
pub(super) fn breaking(rule: &Rule) -> &'static str {
    match (rule.rejects(), rule.advises()) {
        _ if rule.constraints.is_empty() => "is not possible",
        (true, true) => "rejects, or is advice",
        (true, false) => "rejects",
        (false, _) => "is advice",
    }
}

pub(super) fn link(page: Page) -> String {
    match page.site {
        Some(_) => format!("[{}]({})", page.path, page.link()),
        None => page.link(),
    }
}

/// `a`, `b`
fn codes(names: &[impl Display]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
