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
use coldsend_lint::{Checker, Request};
#[cfg(any(feature = "check", feature = "preflight"))]
use host::Host;
use wasm_bindgen::prelude::*;

/// A third of the size of the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Checks the body of a request, or its query string. Nothing comes back if the operation is not known.
#[cfg(feature = "check")]
#[wasm_bindgen(skip_typescript)]
pub fn check(operation: &str, body: &str) -> Option<String> {
    let request: Request = operation.parse().ok()?;
    let mut checker = Checker::with_host(&Host);
    Some(answer::answer(&checker.lint(&request, body.as_bytes())))
}

/// Tells what an answer of the API means. Status 0 is none.
#[cfg(feature = "explain")]
#[wasm_bindgen(skip_typescript)]
pub fn explain(status: u16, body: &str) -> String {
    let status = Some(status).filter(|status| *status > 0);
    let answer = Answer::parse(status, body.as_bytes());
    explain::explained(&answer, answer.detail())
}

/// Foretells the answer to a request in a situation, which is JSON. Nothing comes back if the operation is not known.
#[cfg(feature = "preflight")]
#[wasm_bindgen(skip_typescript)]
pub fn preflight(operation: &str, body: &str, situation: &str) -> Option<String> {
    let request: Request = operation.parse().ok()?;
    let mut checker = Checker::with_host(&Host);
    Some(match checker.situation(situation.as_bytes()) {
        Ok(situation) => preflight::foretold(&checker.preflight(&request, body.as_bytes(), &situation)),
        Err(invalid) => preflight::invalid(&invalid),
    })
}
