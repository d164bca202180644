//! An explanation for people.
use crate::excerpt::text;
use crate::render::MAX_FINDINGS;
use coldsend_lint::answers::{Answer, AnswerKind, ExplainedItem, Found, Retry, redact_text, status_name};
use coldsend_lint::{Backoff, LocItem};
use serde_json::Value;
use std::io::{self, Write};

/// The maximum number of characters of a value to show.
pub(super) const MAX_VALUE: usize = 300;
/// The maximum number of values that are not recognized to show.
const MAX_VALUES: usize = 10;

/// The maximum number of other answers to name.
const MAX_OTHERS: usize = 10;

pub(super) fn human(found: &Found, out: &mut impl Write) -> io::Result<()> {
    let Some(answer) = &found.answer else { return Ok(()) };
    let info = answer.kind().info();
    match answer.status() {
        Some(status) => {
            let name = status_name(status).unwrap_or_default();
            writeln!(out, "{}: {}", info.id, format!("{status} {name}").trim_end())?;
        }
        None => writeln!(out, "{}", info.id)?,
    }
    if let Some(expected) = answer.status_expected() {
        let known = if info.statuses.is_empty() { "expected" } else { "documented" };
        writeln!(out, "  note: the {known} status is {expected}")?;
    }
    writeln!(out, "  what happened: {}.", answer.title())?;
    for (name, value) in details(answer) {
        writeln!(out, "  {name}: {value}")?;
    }
    items(answer, out)?;
    if let Some(hint) = found.hint {
        writeln!(out, "  note: {hint}")?;
    }
    writeln!(out, "  what to do: {}", answer.fix())?;
    let again = match answer.retry() {
        Retry::Never if *answer.kind() == AnswerKind::Success => "no".to_owned(),
        Retry::Never => "not the same request".to_owned(),
        Retry::AfterFix => "after the fix".to_owned(),
        Retry::After { seconds } => format!("in {seconds} seconds"),
        Retry::Backoff => format!("after {} seconds", waits(Backoff::from(answer))),
    };
    writeln!(out, "  retry: {again}")?;
    match found.others.len() {
        0 => Ok(()),
        _ => writeln!(out, "  other answers before it: {}", others(&found.others)),
    }
}

/// Lists answers, such as `401 invalid-api-key, 429 rate-limited`.
fn others(answers: &[Answer]) -> String {
    let name = |answer: &Answer| {
        let id = answer.kind().info().id;
        answer.status().map_or_else(|| id.to_owned(), |status| format!("{status} {id}"))
    };
    let mut names: Vec<String> = answers.iter().take(MAX_OTHERS).map(name).collect();
    if let Some(more) = answers.len().checked_sub(MAX_OTHERS + 1) {
        names.push(format!("and {} more", more + 1));
    }
    names.join(", ")
}

/// Formats waits in seconds, such as `1, 2, 4, 8, then 16`.
fn waits(waits: Backoff) -> String {
    let mut waits: Vec<_> = waits.map(|wait| wait.as_secs().to_string()).collect();
    let last = waits.pop().unwrap_or_default();
    format!("{}, then {last}", waits.join(", "))
}

/// Returns the details of an answer, with their names.
fn details(answer: &Answer) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut line = |name: &str, value: &str| lines.push((name.to_owned(), cut(&redact_text(value))));
    match answer.kind() {
        AnswerKind::InsufficientScopes { required, granted } => {
            line("required", &required.join(", "));
            match granted.as_deref() {
                Some([]) => line("granted", "none"),
                Some(granted) => line("granted", &granted.join(", ")),
                None => {}
            }
        }
        AnswerKind::CampaignNotFound { campaign_id } => line("campaign", campaign_id),
        AnswerKind::DistributionSum { got } => line("sum", &format!("{got}%")),
        _ => {}
    }
    match answer.missing_requirements() {
        Some([]) => line("missing", "the answer does not say"),
        Some(missing) => line("missing", &missing.join(", ")),
        None => {}
    }
    lines.extend(unrecognized(answer));
    lines
}

/// Returns what an answer says that is not recognized, with possible secrets masked.
fn unrecognized(answer: &Answer) -> Vec<(String, String)> {
    let found: Vec<_> = answer.unread().flat_map(|(name, json)| values(name, json)).collect();
    let more = found.len().saturating_sub(MAX_VALUES);
    let mut lines: Vec<_> = found.into_iter().take(MAX_VALUES).collect();
    if more > 0 {
        lines.push(("and".to_owned(), format!("{more} more")));
    }
    lines.extend(answer.received_shape().map(|shape| ("body".to_owned(), shape)));
    lines
}

/// Returns the values in a JSON text: each text of a list, and otherwise the whole.
fn values(name: &str, json: &str) -> Vec<(String, String)> {
    let name = on_one_line(name);
    let texts = match serde_json::from_str(json) {
        Ok(Value::String(text)) => vec![text],
        Ok(Value::Array(list)) if !list.is_empty() && list.iter().all(Value::is_string) => {
            list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        }
        _ => vec![json.to_owned()],
    };
    texts.iter().map(|text| (name.clone(), on_one_line(text))).collect()
}

/// Returns text with single blanks, truncated if it is long.
fn on_one_line(text: &str) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns text on one line, truncated if it is long.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_VALUE).and_then(|(end, _)| text.get(..end)) {
        Some(cut) => format!("{}…", text::line(cut)),
        None => text::line(text).into_owned(),
    }
}

/// Writes the items of a validation error.
fn items(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    for item in answer.items().take(MAX_FINDINGS) {
        let rules = item.rules.join(" or ");
        let rules = if rules.is_empty() { rules } else { format!(" [{rules}]") };
        let place = if item.loc.is_empty() { "the request".to_owned() } else { cut(&place(&item)) };
        writeln!(out, "  at {place}: {}{rules}", cut(&item.msg))?;
        if let Some(hint) = item.hint {
            writeln!(out, "    help: {}", cut(&hint))?;
        }
    }
    let count = match answer.kind() {
        AnswerKind::Validation(items) => items.len(),
        _ => 0,
    };
    match count.saturating_sub(MAX_FINDINGS) {
        0 => Ok(()),
        more => writeln!(out, "  and: {more} more"),
    }
}

/// Formats a location, such as `body.variants[0].name`.
fn place(item: &ExplainedItem<'_>) -> String {
    let mut place = String::new();
    for step in &item.loc {
        match step {
            LocItem::Index(index) => place.push_str(&format!("[{index}]")),
            step => {
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(&step.to_string());
            }
        }
    }
    place
}
