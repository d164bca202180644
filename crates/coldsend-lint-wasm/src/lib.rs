//! coldsend-lint for JavaScript. Its functions take text; the interface for users is in `pkg/`.
#[cfg(any(feature = "check", feature = "leads", feature = "preflight"))]
#[cfg_attr(test, allow(dead_code))]
mod host;
#[cfg(feature = "leads")]
mod leads;
#[cfg(any(feature = "explain", feature = "preflight"))]
mod object;
mod text;

#[cfg(feature = "explain")]
use coldsend_lint::Answer;
#[cfg(feature = "check")]
use coldsend_lint::is_rule;
#[cfg(feature = "check")]
use coldsend_lint::output::CheckRecord;
#[cfg(feature = "preflight")]
use coldsend_lint::output::PredictionRecord;
#[cfg(any(feature = "check", feature = "leads"))]
use coldsend_lint::quote;
#[cfg(any(feature = "check", feature = "preflight"))]
use coldsend_lint::{Checker, Request, UnknownOperation};
#[cfg(feature = "check")]
use std::cell::RefCell;
#[cfg(any(feature = "check", feature = "explain", feature = "preflight"))]
use wasm_bindgen::prelude::*;

/// An allocator that is one third of the size of the default one.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(any(feature = "check", feature = "preflight"))]
#[wasm_bindgen]
extern "C" {
    type TypeError;

    #[wasm_bindgen(constructor)]
    fn new(message: &str) -> TypeError;
}

/// Checks the body of a request, or its query string, with or without advice. `deny` contains the ids of rules
/// whose advice makes the check fail, separated by commas.
///
/// Returns `undefined` if there is nothing to report. Otherwise a [`CheckRecord`] as JSON text, followed by a line feed
/// and the body of the answer if the API rejects the request: to create the object with serde-wasm-bindgen makes the
/// module larger and the check slower; ARCHITECTURE.md has the figures.
///
/// Returns an error instead of throwing it, which takes longer even where there is none: a `TypeError` if a rule is
/// unknown; if the operation is unknown, the reason as text.
#[cfg(feature = "check")]
#[wasm_bindgen(skip_typescript)]
pub fn check(operation: &str, body: &str, advice: bool, deny: &str) -> JsValue {
    match record(operation, body, advice, deny) {
        Ok(None) => JsValue::UNDEFINED,
        Ok(Some(text)) => JsValue::from_str(&text),
        Err(error) => error,
    }
}

#[cfg(feature = "check")]
fn record(operation: &str, body: &str, advice: bool, deny: &str) -> Result<Option<String>, JsValue> {
    let request = parse(operation)?;
    let rules = rules("deny", deny, is_rule).map_err(|unknown| TypeError::new(&unknown))?;
    CHECKER.with_borrow_mut(|checker| {
        let outcome = checker.check(request, body.as_bytes());
        let found = if advice || !rules.is_empty() { outcome.advice() } else { Vec::new() };
        let (denied, mut found): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|finding| rules.contains(&finding.rule));
        if !advice {
            found.clear();
        }
        if outcome.is_accepted() && denied.is_empty() && found.is_empty() {
            return Ok(None);
        }
        let record = CheckRecord::new(outcome.rejection.as_ref(), &denied, &found);
        let mut text = text::of(&record).map_err(|_| JsValue::NULL)?;
        if let Some(rejection) = &outcome.rejection {
            text.push('\n');
            rejection.write_body(&mut text);
        }
        Ok(Some(text))
    })
}

/// Reads ids of rules, separated by commas. If one is unknown, the error is the reason as text.
#[cfg(any(feature = "check", feature = "leads"))]
fn rules<'i>(option: &str, ids: &'i str, is_known: fn(&str) -> bool) -> Result<Vec<&'i str>, String> {
    let ids: Vec<&str> = ids.split(',').filter(|id| !id.is_empty()).collect();
    match ids.iter().find(|id| !is_known(id)) {
        None => Ok(ids),
        Some(unknown) => {
            let mut message = ["unknown rule in the option ", option, ": "].concat();
            quote(unknown, &mut message);
            Err(message)
        }
    }
}

/// Reads an operation. If it is unknown, the error is the reason as text.
#[cfg(any(feature = "check", feature = "preflight"))]
fn parse(operation: &str) -> Result<Request, JsValue> {
    operation.parse().map_err(|unknown: UnknownOperation| JsValue::from_str(&unknown.to_string()))
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

/// Finds the answer in a text and explains it, as an object. `wait` is in seconds. A status of 0 or a negative wait
/// stands for none.
///
/// # Errors
///
/// Only if JavaScript has no memory left.
#[cfg(feature = "explain")]
#[wasm_bindgen(skip_typescript)]
pub fn explain(status: u16, body: &str, wait: f64) -> Result<JsValue, JsValue> {
    let status = Some(status).filter(|status| *status > 0);
    let mut found = Answer::find(status, body);
    // A date needs tables, and the time of a reset a clock: only seconds count here.
    let seconds = found.header("retry-after").and_then(|wait| wait.parse().ok());
    found.answer = found.answer.take().map(|answer| {
        let answer = if wait >= 0.0 { answer.with_reset(wait as u64, 0) } else { answer };
        match seconds {
            Some(seconds) => answer.with_retry_after(seconds),
            None => answer,
        }
    });
    object::explanation((&found).into())
}

/// Predicts the answer to a request in a situation, given as JSON. Returns an object.
///
/// # Errors
///
/// A `TypeError` if the situation is invalid; if the operation is unknown, a text for the one that JavaScript throws.
#[cfg(feature = "preflight")]
#[wasm_bindgen(skip_typescript)]
pub fn preflight(operation: &str, body: &str, situation: &str) -> Result<JsValue, JsValue> {
    let request = parse(operation)?;
    let mut checker = new_checker();
    let situation = checker
        .situation(situation.as_bytes())
        .map_err(|invalid| TypeError::new(&format!("invalid situation: {invalid}")))?;
    let preflight = checker.preflight(&request, body.as_bytes(), &situation);
    let mut record = PredictionRecord::from(&preflight);
    let explanation = record.explanation.take();
    let prediction = object::of(&record, record.findings().map(|finding| &finding.loc))?;
    if let Some(explanation) = explanation {
        object::set(&prediction, "explanation", &object::explanation(explanation)?)?;
    }
    Ok(prediction)
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
                let shown =
                    super::record(operation.id(), &request.text, true, "").unwrap().unwrap_or_default();
                assert!(!shown.contains(SECRET), "{operation}: {} shows {shown}", request.text);
            }
        }
        assert!(requests > 2_000, "{requests}");
    }
}
