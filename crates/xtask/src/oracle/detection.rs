//! How often the keys of a random body still decide its operation.
use super::random;
use coldsend_lint::shape::{Presence, Shape};
use coldsend_lint::{Checker, Detection, Operation};
use serde_json::{Map, Value};

/// The seed of the requests, and their number.
const SEED: u64 = 16;
const COUNT: u64 = 8_000;
/// The minimum number of bodies in a thousand whose operation is found.
const MIN_FOUND: usize = 970;

/// Returns the operation whose fields most of the keys are. Unlike the detection, this rule decides on any body, also
/// on one that is no request.
fn closest(body: &Map<String, Value>) -> Option<Operation> {
    let score = |operation: Operation, shape: &Shape| {
        let known = || shape.fields.iter().filter(|field| body.contains_key(field.name));
        let required = known().filter(|field| field.presence == Presence::Required);
        (known().count(), required.count(), operation.method() == "POST")
    };
    let operations = Operation::ALL.iter();
    let mut scores: Vec<_> = operations
        .filter_map(|operation| Some((score(*operation, operation.body()?), *operation)))
        .filter(|((known, ..), _)| *known > 0)
        .collect();
    scores.sort_by(|(one, _), (other, _)| other.cmp(one));
    match scores[..] {
        [(_, operation)] => Some(operation),
        [(best, operation), (next, _), ..] => (next < best).then_some(operation),
        [] => None,
    }
}

/// Returns whether the keys decide: all of them are known, or at least two and more than are unknown.
fn decides(body: &Map<String, Value>, shape: &Shape) -> bool {
    let is_known = |key: &&String| shape.fields.iter().any(|field| field.name == **key);
    let known = body.keys().filter(is_known).count();
    let unknown = body.keys().filter(|key| *key != "$schema").count() - known;
    unknown == 0 || known >= 2 && known > unknown
}

#[test]
fn the_keys_of_a_request_decide_its_operation() {
    let (mut right, mut decided, mut found) = (0, 0, 0);
    for case in (0..COUNT).map(|index| random::case(SEED, index)) {
        let Ok(Value::Object(body)) = serde_json::from_slice(&case.sent) else { continue };
        let Some(shape) = case.operation.body().filter(|_| closest(&body) == Some(case.operation)) else {
            continue;
        };
        if body.len() < 2 {
            continue;
        }
        right += 1;
        let detection = Checker::new().detect(&case.sent);
        let is_found = detection == Detection::One(case.operation);
        found += usize::from(is_found);
        decided += usize::from(decides(&body, shape));
        assert!(
            is_found || !decides(&body, shape),
            "{}: {}: {detection:?}",
            case.operation,
            String::from_utf8_lossy(&case.sent)
        );
    }
    println!(
        "of {right}, the keys decide {decided}; found are {found}, {:.2} %",
        found as f64 / right as f64 * 100.0
    );
    assert!(right > 2_000, "{right}");
    // One known key beside one that is unknown decides nothing, and the generator makes many of those.
    assert!(found * 1_000 >= right * MIN_FOUND, "{found} of {right}");
}
