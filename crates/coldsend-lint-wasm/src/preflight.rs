//! A prediction as JSON text.
use crate::answer::issues;
use crate::explain::{explained, number};
use coldsend_lint::answers::Answer;
use coldsend_lint::preflight::{InvalidSituation, Preflight};
use coldsend_lint::{Rejection, list, quote};

/// Returns `{"ok":true,…}`, or `{"ok":false,"status":…,"body":"…","issues":[…],"explanation":{…},…}`, both with
/// `"advice":[…]`, `"unknown":["…"]` and `"launch":…`.
pub(crate) fn prediction(preflight: &Preflight<'_>) -> String {
    let mut out = String::new();
    match &preflight.answer {
        None => out.push_str("{\"ok\":true"),
        Some(answer) => {
            let rejection = preflight.rejection();
            let body = match rejection {
                Some(rejection) => rejection.body().to_string(),
                None => answer.body().unwrap_or_default(),
            };
            number("{\"ok\":false,\"status\":", answer.status().map(u64::from), &mut out);
            out.push_str(",\"body\":");
            quote(&body, &mut out);
            out.push_str(",\"issues\":");
            issues(rejection.map(Rejection::findings).unwrap_or_default(), &mut out);
            out.push_str(",\"explanation\":");
            let read = Answer::parse(answer.status(), body.as_bytes());
            out.push_str(&explained(answer, read.detail()));
        }
    }
    out.push_str(",\"advice\":");
    issues(&preflight.advice(), &mut out);
    out.push_str(",\"unknown\":");
    texts(preflight.unknown.iter().map(|fact| fact.name()), &mut out);
    out.push_str(",\"launch\":");
    match &preflight.launch {
        None => out.push_str("null"),
        Some(launch) => {
            out.push_str("{\"is_launch_ready\":");
            out.push_str(match launch.is_launch_ready {
                Some(true) => "true",
                Some(false) => "false",
                None => "null",
            });
            out.push_str(",\"missing_requirements\":");
            texts(launch.missing_requirements.iter().map(|requirement| requirement.text()), &mut out);
            out.push('}');
        }
    }
    out.push('}');
    out
}

/// Returns `{"invalid":"…"}`.
pub(crate) fn invalid(invalid: &InvalidSituation) -> String {
    let mut out = String::from("{\"invalid\":");
    quote(&invalid.to_string(), &mut out);
    out.push('}');
    out
}

fn texts<'t>(texts: impl Iterator<Item = &'t str>, out: &mut String) {
    list(out, ['[', ']'], texts, quote);
}
