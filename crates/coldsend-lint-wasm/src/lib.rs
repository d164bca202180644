//! coldsend-lint for JavaScript: text in, text out. `pkg/` is what users see of it.
#[cfg(feature = "check")]
mod answer;
#[cfg(feature = "explain")]
mod explain;
#[cfg(feature = "check")]
mod host;

#[cfg(feature = "check")]
use coldsend_lint::{Checker, Request};
#[cfg(feature = "check")]
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
    let mut checker = Checker::with_unicode(&Host);
    Some(answer::answer(&checker.lint(&request, body.as_bytes())))
}

/// Tells what an answer of the API means. Status 0 is none.
#[cfg(feature = "explain")]
#[wasm_bindgen(skip_typescript)]
pub fn explain(status: u16, body: &str) -> String {
    let status = Some(status).filter(|status| *status > 0);
    explain::explained(&coldsend_lint::answers::Answer::parse(status, body.as_bytes()))
}
