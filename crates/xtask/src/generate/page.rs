//! The generated part of a rule's page.
use super::COMMAND;
use coldsend_lint::Page;
use coldsend_lint::Retry;
use coldsend_lint::answers::Info;
use coldsend_lint::catalogue::{Rule, Subject};
use coldsend_lint::shape::{Mode, Presence};
use std::fmt::Display;

const START: &str = "<!-- declared -->";
const END: &str = "<!-- /declared -->";

/// Returns the page with its generated part updated. The rest is written by hand.
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
    let from = match rule.subject {
        Subject::List(_) => "src/leads",
        Subject::Answer => "src/answers",
        _ => "src/requests",
    };
    let mut out =
        format!("<!-- Written by `{COMMAND}` from {from}: change it there. -->\n\n{}\n\n", rule.about);
    if let Some(answer) = rule.answer {
        out += &format!("**What to do:** {}\n\n", answer.fix);
    }
    if !rule.constraints.is_empty() {
        out += &format!("{}\n", messages(rule));
    }
    out + &facts(rule)
}

/// Returns the table of a rule's messages, with what to do about each.
fn messages(rule: &Rule) -> String {
    let field = match &rule.subject {
        Subject::Field(fields) => fields.first().map(|(_, field)| *field),
        Subject::Path(field) => Some(*field),
        _ => None,
    };
    // Most rules have no constraint on a part of their field, so they need no such column.
    let has_places = rule.constraints.iter().any(|constraint| !constraint.at.is_empty());
    let place = |text: &str| if has_places { format!("| {text} ") } else { String::new() };
    let mut out = format!(
        "{}| message | what to do | type | effect | limit | wording |\n{}|---|---|---|---|---|---|\n",
        place("where"),
        if has_places { "|---" } else { "" }
    );
    for constraint in &rule.constraints {
        let at = if constraint.at.is_empty() { String::new() } else { format!("`{}`", constraint.at) };
        let (message, hint) = (constraint.kind.to_string(), constraint.hint(field));
        let hint = if hint == message { String::new() } else { hint };
        out += &format!(
            "{}| {} | {} | `{}` | {} | {} | {} |\n",
            place(&at),
            cell(&message),
            cell(&hint),
            constraint.kind.error_type(),
            if constraint.rejects() { "rejects" } else { "advice" },
            constraint.evidence.name(),
            constraint.wording.name()
        );
    }
    out
}

/// Returns the table of facts about a rule.
fn facts(rule: &Rule) -> String {
    let mut out = "| | |\n|---|---|\n".to_owned();
    let mut row = |name: &str, text: String| out += &format!("| {name} | {} |\n", cell(&text));
    match &rule.subject {
        Subject::Field(fields) => {
            for (shape, field) in fields {
                let presence = presence(shape.mode, field.presence);
                row("field", format!("`{}` of {}: {}; {presence}", field.name, shape.name, field.field_type));
            }
        }
        Subject::Across { object, fields } => row(
            "fields",
            format!("{} of the {}", codes(fields), object.replace('-', " ").replace("smtp", "SMTP")),
        ),
        Subject::Path(field) => {
            row("parameter", format!("`{{{}}}` in the path: {}", field.name, field.field_type));
        }
        Subject::Header(name) => row("header", format!("`{name}`")),
        Subject::Body => {
            let is_in_bodies = rule.operations.iter().any(|operation| operation.body().is_some());
            let part = if is_in_bodies { "body" } else { "query string" };
            row("subject", format!("the {part} as a whole"));
        }
        Subject::List(_) => row("subject", "a list of leads".to_owned()),
        Subject::Answer => {}
    }
    if rule.is_rule() {
        row("operations", codes(&rule.operations));
        row("effect", effect(rule).to_owned());
    }
    if let Some(answer) = rule.answer {
        row("status", statuses(answer));
        if rule.is_rule() {
            row("what happened", answer.cause.to_owned());
        }
        row("retry", again(answer.retry).to_owned());
    }
    row("limit", rule.evidence.name().to_owned());
    if let (false, Some(wording)) = (rule.is_rule(), rule.wording()) {
        row("wording", wording.name().to_owned());
    }
    row("source", link(rule.page));
    row("since", rule.since.to_owned());
    out
}

/// Says whether a field may be omitted. Returns an empty string for a field of a path.
pub(super) fn presence(mode: Mode, presence: Presence) -> String {
    match (mode, presence) {
        (Mode::Query, Presence::Nullable(_)) => "optional".to_owned(),
        (Mode::Query, Presence::Default(default)) => format!("{default} by default"),
        (_, Presence::Path) => String::new(),
        (_, presence) => presence.to_string(),
    }
}

/// Formats the statuses of an answer, such as `422, 400` or `400 (expected, not documented)`.
pub(crate) fn statuses(answer: &Info) -> String {
    let statuses: Vec<String> = answer.statuses.iter().map(u16::to_string).collect();
    match (statuses.is_empty(), answer.expected) {
        (false, _) => statuses.join(", "),
        (true, Some(expected)) => format!("{expected} (expected, not documented)"),
        (true, None) => "not documented".to_owned(),
    }
}

/// Says whether to send a request again.
pub(super) fn again(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "not the same request",
        Retry::AfterFix => "after the fix",
        Retry::After { .. } | Retry::Backoff => "after a wait that grows with each attempt",
    }
}

/// Says what the API does if a request breaks a rule.
pub(crate) fn effect(rule: &Rule) -> &'static str {
    match (rule.rejects(), rule.advises()) {
        _ if let Subject::List(effect) = rule.subject => effect.name(),
        _ if rule.constraints.is_empty() => "none",
        (true, true) => "rejects, or advice",
        (true, false) => "rejects",
        (false, _) => "advice",
    }
}

pub(super) fn link(page: Page) -> String {
    match page.site {
        Some(_) => format!("[{}]({})", page.path, page.link()),
        None => page.link(),
    }
}

/// Formats names as code: `a`, `b`.
fn codes(names: &[impl Display]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
