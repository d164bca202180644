//! coldsend-lint for JavaScript: text in, text out. `pkg/` is what users see of it.
mod answer;
mod host;

use coldsend_lint::{Checker, Request};
use host::Host;
use wasm_bindgen::prelude::*;

/// A third of the size of the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Checks the body of a request, or its query string. Nothing comes back if the operation is not known.
#[wasm_bindgen(skip_typescript)]
pub fn check(operation: &str, body: &str) -> Option<String> {
    let request: Request = operation.parse().ok()?;
    let mut checker = Checker::with_unicode(&Host);
    Some(answer::answer(&checker.lint(&request, body.as_bytes())))
}
