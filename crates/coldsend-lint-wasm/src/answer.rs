//! The result of a check as JSON text. Creating objects with serde-wasm-bindgen would cost 9 kB more after gzip.
use coldsend_lint::{Finding, list, quote};
#[cfg(feature = "check")]
use coldsend_lint::{Outcome, Rejection, number};

/// Returns `{"ok":true,"advice":[…]}`, or `{"ok":false,"status":422,"body":"…","issues":[…],"advice":[…]}`. Advice from
/// denied rules is among the issues. If there are no other issues, the status and the body are null. Without `advice`,
/// all other advice is omitted.
#[cfg(feature = "check")]
pub(crate) fn answer(outcome: &Outcome<'_>, advice: bool, denied: &[&str]) -> String {
    let found = if advice || !denied.is_empty() { outcome.advice() } else { Vec::new() };
    let (denied, found): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|finding| denied.contains(&finding.rule));
    let mut out = String::new();
    match &outcome.rejection {
        None if denied.is_empty() => out.push_str("{\"ok\":true"),
        None => out.push_str("{\"ok\":false,\"status\":null,\"body\":null"),
        Some(rejection) => {
            out.push_str("{\"ok\":false,\"status\":");
            out.push_str(&number(rejection.status().into()));
            out.push_str(",\"body\":");
            let mut body = String::new();
            rejection.write_body(&mut body);
            quote(&body, &mut out);
        }
    }
    let errors = outcome.rejection.as_ref().map(Rejection::findings).unwrap_or_default();
    if !outcome.is_accepted() || !denied.is_empty() {
        out.push_str(",\"issues\":");
        issues(errors.iter().chain(&denied), &mut out);
    }
    out.push_str(",\"advice\":");
    issues(found.iter().filter(|_| advice), &mut out);
    out.push('}');
    out
}

/// Returns `{"unknown_rule":"…"}`.
#[cfg(feature = "check")]
pub(crate) fn unknown_rule(id: &str) -> String {
    let mut out = String::from("{\"unknown_rule\":");
    quote(id, &mut out);
    out.push('}');
    out
}

/// Appends `[{"item":{"loc":[…],"msg":"…","type":"…","ctx":{…}},"rule":"…","hint":"…"},…]`.
pub(crate) fn issues<'f>(findings: impl IntoIterator<Item = &'f Finding>, out: &mut String) {
    list(out, ['[', ']'], findings, |finding, out| {
        out.push_str("{\"item\":");
        finding.write_item(out, true);
        out.push_str(",\"rule\":");
        quote(finding.rule, out);
        out.push_str(",\"hint\":");
        quote(&finding.hint(), out);
        out.push('}');
    });
}
