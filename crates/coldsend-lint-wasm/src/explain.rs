//! An explanation as JSON text, with the keys of `coldsend-lint explain --format json`.
use coldsend_lint::answers::Answer;
use coldsend_lint::quote;

/// Returns `{"id":"…","status":…,"status_expected":…,"retry":"…","retry_after_seconds":…,"fix":"…","detail":"…"}`.
/// `detail` is JSON as text, since JavaScript cannot parse all of Python's JSON.
pub(crate) fn explained(answer: &Answer, detail: Option<&str>) -> String {
    let (info, retry) = (answer.kind().info(), answer.retry());
    let mut out = String::new();
    text("{\"id\":", Some(info.id), &mut out);
    number(",\"status\":", answer.status().map(u64::from), &mut out);
    number(",\"status_expected\":", answer.status_expected().map(u64::from), &mut out);
    text(",\"retry\":", Some(retry.name()), &mut out);
    number(",\"retry_after_seconds\":", retry.seconds(), &mut out);
    text(",\"fix\":", Some(answer.fix()), &mut out);
    text(",\"detail\":", detail, &mut out);
    out.push('}');
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
