//! An explanation as JSON text, with the keys of `coldsend-lint explain --format json`.
use coldsend_lint::answers::{Answer, AnswerKind, ExplainedItem, Retry, redact_text};
use coldsend_lint::{LocItem, list, quote};

/// Returns what was found in a text: the keys are null or empty if that is nothing.
#[cfg(feature = "explain")]
pub(crate) fn found(answer: Option<&Answer>, others: &[Answer], note: Option<&str>) -> String {
    explained_with(answer, answer.and_then(Answer::detail), others, note)
}

/// Returns an explanation of one answer.
#[cfg(feature = "preflight")]
pub(crate) fn explained(answer: &Answer, detail: Option<&str>) -> String {
    explained_with(Some(answer), detail, &[], None)
}

/// Returns `{"id":"…","status":…,"status_expected":…,"retry":"…","retry_after_seconds":…,"title":"…","fix":"…",
/// "detail":"…","items":[…],"missing_requirements":[…],"required":[…],"granted":[…],"others":[{"status":…,"id":"…"}],
/// "extra":{…},"received":"…","note":"…"}`. `detail` and what is in `extra` are JSON as text, since JavaScript cannot parse all of Python's JSON.
fn explained_with(
    answer: Option<&Answer>,
    detail: Option<&str>,
    others: &[Answer],
    note: Option<&str>,
) -> String {
    let (status, retry) = (answer.and_then(Answer::status), answer.map(Answer::retry));
    let (required, granted) = match answer.map(Answer::kind) {
        Some(AnswerKind::InsufficientScopes { required, granted }) => {
            (Some(&required[..]), granted.as_deref())
        }
        _ => (None, None),
    };
    let mut out = String::new();
    text("{\"id\":", answer.map(|answer| answer.kind().info().id), &mut out);
    number(",\"status\":", status.map(u64::from), &mut out);
    number(",\"status_expected\":", answer.and_then(Answer::status_expected).map(u64::from), &mut out);
    text(",\"retry\":", retry.map(Retry::name), &mut out);
    number(",\"retry_after_seconds\":", retry.and_then(Retry::seconds), &mut out);
    text(",\"title\":", answer.map(Answer::title), &mut out);
    text(",\"fix\":", answer.map(Answer::fix), &mut out);
    text(",\"detail\":", detail, &mut out);
    out.push_str(",\"items\":");
    list(&mut out, ['[', ']'], answer.into_iter().flat_map(Answer::items), item);
    texts(",\"missing_requirements\":", answer.and_then(Answer::missing_requirements), &mut out);
    texts(",\"required\":", required, &mut out);
    texts(",\"granted\":", granted, &mut out);
    out.push_str(",\"others\":");
    list(&mut out, ['[', ']'], others, |other, out| {
        number("{\"status\":", other.status().map(u64::from), out);
        text(",\"id\":", Some(other.kind().info().id), out);
        out.push('}');
    });
    out.push_str(",\"extra\":");
    list(&mut out, ['{', '}'], answer.into_iter().flat_map(Answer::extra), |(name, json), out| {
        quote(name, out);
        text(":", Some(json), out);
    });
    text(",\"received\":", answer.and_then(Answer::received_shape).as_deref(), &mut out);
    text(",\"note\":", note, &mut out);
    out.push('}');
    out
}

/// Appends `{"loc":[…],"msg":"…","type":"…","rule":"…","hint":"…","rules":[…]}`, where the rules are null unless there
/// are several.
fn item(item: ExplainedItem<'_>, out: &mut String) {
    out.push_str("{\"loc\":");
    list(out, ['[', ']'], &item.loc, |step, out| match step {
        LocItem::Index(_) | LocItem::Bool(_) => out.push_str(&step.to_string()),
        // Python also writes NaN and Infinity, which no JSON parser of JavaScript reads.
        LocItem::Number(number) if number.ends_with(|c: char| c.is_ascii_digit()) => out.push_str(number),
        _ => quote(&step.to_string(), out),
    });
    text(",\"msg\":", Some(&item.msg), out);
    text(",\"type\":", item.error_type.as_deref(), out);
    text(",\"rule\":", item.rule(), out);
    text(",\"hint\":", item.hint.as_deref(), out);
    out.push_str(",\"rules\":");
    let several = item.rules.iter().filter(|_| item.rules.len() > 1);
    list(out, ['[', ']'], several, |rule, out| quote(rule, out));
    out.push('}');
}

/// Appends a list of texts from a server.
fn texts(key: &str, texts: Option<&[String]>, out: &mut String) {
    out.push_str(key);
    match texts {
        Some(texts) => list(out, ['[', ']'], texts, |text, out| quote(&redact_text(text), out)),
        None => out.push_str("null"),
    }
}

pub(crate) fn number(key: &str, value: Option<u64>, out: &mut String) {
    out.push_str(key);
    match value {
        Some(value) => out.push_str(&value.to_string()),
        None => out.push_str("null"),
    }
}

fn text(key: &str, value: Option<&str>, out: &mut String) {
    out.push_str(key);
    match value {
        Some(value) => quote(value, out),
        None => out.push_str("null"),
    }
}
