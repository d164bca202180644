//! coldsend-lint for JavaScript. Its functions take and return text; the interface for users is in `pkg/`.
#[cfg(any(feature = "check", feature = "preflight"))]
mod answer;
#[cfg(any(feature = "explain", feature = "preflight"))]
mod explain;
#[cfg(any(feature = "check", feature = "preflight"))]
#[cfg_attr(test, allow(dead_code))]
mod host;
#[cfg(feature = "preflight")]
mod preflight;

#[cfg(feature = "explain")]
use coldsend_lint::Answer;
#[cfg(feature = "check")]
use coldsend_lint::is_rule;
#[cfg(any(feature = "check", feature = "preflight"))]
use coldsend_lint::{Checker, Request, UnknownOperation};
#[cfg(feature = "check")]
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// An allocator that is one third of the size of the default one.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Checks the body of a request, or its query string, with or without advice. `deny` contains the ids of rules
/// whose advice makes the check fail, separated by commas. Returns a plain message if the operation is unknown.
#[cfg(feature = "check")]
#[wasm_bindgen(skip_typescript)]
pub fn check(operation: &str, body: &str, advice: bool, deny: &str) -> String {
    let request: Request = match operation.parse() {
        Ok(request) => request,
        Err(unknown) => return UnknownOperation::to_string(&unknown),
    };
    let denied: Vec<&str> = deny.split(',').filter(|id| !id.is_empty()).collect();
    if let Some(unknown) = denied.iter().find(|id| !is_rule(id)) {
        return answer::unknown_rule(unknown);
    }
    CHECKER
        .with_borrow_mut(|checker| answer::answer(&checker.check(request, body.as_bytes()), advice, &denied))
}

/// Creates a checker that asks JavaScript for what needs large tables.
#[cfg(all(not(test), any(feature = "check", feature = "preflight")))]
fn new_checker() -> Checker {
    Checker::with_host(&host::Host)
}

/// Creates a checker for tests, which have no JavaScript.
#[cfg(all(test, any(feature = "check", feature = "preflight")))]
fn new_checker() -> Checker {
    Checker::new()
}

#[cfg(feature = "check")]
thread_local! {
    /// The checker of all calls, which reuses its memory.
    static CHECKER: RefCell<Checker> = RefCell::new(new_checker());
}

/// Finds the answer in a text and explains it. `wait` is in seconds. A status of 0 or a negative wait stands for none.
#[cfg(feature = "explain")]
#[wasm_bindgen(skip_typescript)]
pub fn explain(status: u16, body: &str, wait: f64) -> String {
    let status = Some(status).filter(|status| *status > 0);
    let mut found = Answer::find(status, body);
    // A date needs tables, and the time of a reset a clock: only seconds count here.
    let seconds = found.header("retry-after").and_then(|wait| wait.parse().ok());
    let answer = found.answer.take().map(|answer| {
        let answer = if wait >= 0.0 { answer.with_reset(wait as u64, 0) } else { answer };
        match seconds {
            Some(seconds) => answer.with_retry_after(seconds),
            None => answer,
        }
    });
    explain::found(answer.as_ref(), &found.others, found.note().as_deref())
}

/// Predicts the answer to a request in a situation, given as JSON. Returns a plain message if the operation is
/// unknown.
#[cfg(feature = "preflight")]
#[wasm_bindgen(skip_typescript)]
pub fn preflight(operation: &str, body: &str, situation: &str) -> String {
    let request: Request = match operation.parse() {
        Ok(request) => request,
        Err(unknown) => return UnknownOperation::to_string(&unknown),
    };
    let mut checker = new_checker();
    match checker.situation(situation.as_bytes()) {
        Ok(situation) => preflight::prediction(&checker.preflight(&request, body.as_bytes(), &situation)),
        Err(invalid) => preflight::invalid(&invalid),
    }
}

#[cfg(all(test, feature = "check"))]
mod tests {
    use coldsend_lint::Operation;
    use coldsend_lint_tests::{SECRET, planted};

    #[test]
    fn answers_show_no_planted_secret() {
        let mut requests = 0;
        for operation in Operation::ALL {
            // Keys are repeated in locations.
            for request in planted(*operation).iter().filter(|request| !request.in_key) {
                requests += 1;
                let shown = super::check(operation.id(), &request.text, true, "");
                assert!(!shown.contains(SECRET), "{operation}: {} shows {shown}", request.text);
            }
        }
        assert!(requests > 2_000, "{requests}");
    }
}
