//! coldsend-lint for JavaScript: text in, text out. `pkg/` is what users see of it.
#[cfg(any(feature = "check", feature = "preflight"))]
mod answer;
#[cfg(any(feature = "explain", feature = "preflight"))]
mod explain;
#[cfg(any(feature = "check", feature = "preflight"))]
mod host;
#[cfg(feature = "preflight")]
mod preflight;

#[cfg(feature = "explain")]
use coldsend_lint::Answer;
#[cfg(any(feature = "check", feature = "preflight"))]
use coldsend_lint::{Checker, Operation, Request};
#[cfg(any(feature = "check", feature = "preflight"))]
use host::Host;
use wasm_bindgen::prelude::*;

/// A third of the size of the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Checks the body of a request, or its query string, with advice or without. For an unknown operation, the result is
/// the list of ids: JavaScript then needs no list of its own.
#[cfg(feature = "check")]
#[wasm_bindgen(skip_typescript)]
pub fn check(operation: &str, body: &str, advice: bool) -> String {
    let Ok(request) = operation.parse::<Request>() else { return ids() };
    let mut checker = Checker::with_host(&Host);
    answer::answer(&checker.check(request, body.as_bytes()), advice)
}

/// Explains an answer of the API. Status 0 is none; so is a wait that is negative.
#[cfg(feature = "explain")]
#[wasm_bindgen(skip_typescript)]
pub fn explain(status: u16, body: &str, wait: f64) -> String {
    let status = Some(status).filter(|status| *status > 0);
    let mut answer = Answer::parse(status, body.as_bytes());
    if wait >= 0.0 {
        answer = answer.with_reset(wait as u64, 0);
    }
    explain::explained(&answer, answer.detail())
}

/// Predicts the answer to a request in a situation, which is JSON. For an unknown operation, the result is the list of
/// ids.
#[cfg(feature = "preflight")]
#[wasm_bindgen(skip_typescript)]
pub fn preflight(operation: &str, body: &str, situation: &str) -> String {
    let Ok(request) = operation.parse::<Request>() else { return ids() };
    let mut checker = Checker::with_host(&Host);
    match checker.situation(situation.as_bytes()) {
        Ok(situation) => preflight::prediction(&checker.preflight(&request, body.as_bytes(), &situation)),
        Err(invalid) => preflight::invalid(&invalid),
    }
}

/// `create_campaign, update_campaign, …`
#[cfg(any(feature = "check", feature = "preflight"))]
fn ids() -> String {
    let mut ids = String::new();
    for operation in Operation::ALL {
        ids.push_str(if ids.is_empty() { "" } else { ", " });
        ids.push_str(operation.id());
    }
    ids
}
