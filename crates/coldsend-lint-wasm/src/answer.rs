//! What came of a check, as JSON text: objects made in here, by serde-wasm-bindgen, would take 9 kB gzip more.
use coldsend_lint::{Finding, quote};
#[cfg(feature = "check")]
use coldsend_lint::{Outcome, number};

/// `{"ok":true,"advice":[…]}`, or `{"ok":false,"status":422,"body":"…","issues":[…],"advice":[…]}`. Without `advice`,
/// none is computed, and the list is empty.
#[cfg(feature = "check")]
pub(crate) fn answer(outcome: &Outcome<'_>, advice: bool) -> String {
    let mut out = String::new();
    match &outcome.rejection {
        None => out.push_str("{\"ok\":true"),
        Some(rejection) => {
            out.push_str("{\"ok\":false,\"status\":");
            out.push_str(&number(rejection.status().into()));
            out.push_str(",\"body\":");
            let mut body = String::new();
            rejection.write_body(&mut body);
            quote(&body, &mut out);
            out.push_str(",\"issues\":");
            issues(rejection.findings(), &mut out);
        }
    }
    out.push_str(",\"advice\":");
    issues(&if advice { outcome.advice() } else { Vec::new() }, &mut out);
    out.push('}');
    out
}

/// `[{"item":{"loc":[…],"msg":"…","type":"…","ctx":{…}},"rule":"…","hint":"…"},…]`
pub(crate) fn issues(findings: &[Finding], out: &mut String) {
    out.push('[');
    for (place, finding) in findings.iter().enumerate() {
        out.push_str(if place > 0 { ",{\"item\":" } else { "{\"item\":" });
        finding.write_item(out, true);
        out.push_str(",\"rule\":");
        quote(finding.rule, out);
        out.push_str(",\"hint\":");
        quote(&finding.hint(), out);
        out.push('}');
    }
    out.push(']');
}
