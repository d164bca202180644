//! An explanation as JSON text, with the keys of `coldsend-lint explain --format json`.
use coldsend_lint::answers::{Answer, Retry};
use coldsend_lint::quote;

/// Returns what was found in a text: the keys are null if that is nothing.
#[cfg(feature = "explain")]
pub(crate) fn found(answer: Option<&Answer>, others: &[Answer]) -> String {
    explained_with(answer, answer.and_then(Answer::detail), others)
}

/// Returns an explanation of one answer.
#[cfg(feature = "preflight")]
pub(crate) fn explained(answer: &Answer, detail: Option<&str>) -> String {
    explained_with(Some(answer), detail, &[])
}

/// Returns `{"id":"…","status":…,"status_expected":…,"retry":"…","retry_after_seconds":…,"fix":"…","detail":"…",
/// "others":[{"status":…,"id":"…"}]}`. `detail` is JSON as text, since JavaScript cannot parse all of Python's JSON.
fn explained_with(answer: Option<&Answer>, detail: Option<&str>, others: &[Answer]) -> String {
    let (status, retry) = (answer.and_then(Answer::status), answer.map(Answer::retry));
    let mut out = String::new();
    text("{\"id\":", answer.map(|answer| answer.kind().info().id), &mut out);
    number(",\"status\":", status.map(u64::from), &mut out);
    number(",\"status_expected\":", answer.and_then(Answer::status_expected).map(u64::from), &mut out);
    text(",\"retry\":", retry.map(Retry::name), &mut out);
    number(",\"retry_after_seconds\":", retry.and_then(Retry::seconds), &mut out);
    text(",\"fix\":", answer.map(Answer::fix), &mut out);
    text(",\"detail\":", detail, &mut out);
    out.push_str(",\"others\":[");
    for (index, other) in others.iter().enumerate() {
        number(
            if index == 0 { "{\"status\":" } else { ",{\"status\":" },
            other.status().map(u64::from),
            &mut out,
        );
        text(",\"id\":", Some(other.kind().info().id), &mut out);
        out.push('}');
    }
    out.push_str("]}");
    out
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
