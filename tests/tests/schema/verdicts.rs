//! Compares the verdict of a validator on every fixture with that of the check.
//!
//! A schema describes the documented types. The API accepts more, and has rules that a schema cannot express.
//! [`Reason`] lists every way in which the two may differ; a difference without a reason is a failure.
use crate::across::UNTOLD;
use crate::{schema, schemas, validator};
use coldsend_lint::{Checker, ErrorKind, Finding, LocItem, Operation, Outcome, Request, catalogue};
use coldsend_lint_tests::{RequestFixture, fixtures};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Why the API and the schema differ on a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// The API converts values to the documented types, and the converted body is valid.
    Coercion,
    /// The API accepts a date without an offset, or an address in any script. The converted body violates only a
    /// `format`.
    FormatLenient,
    /// The API rejects a text that has the `format`, such as an address that no email can reach.
    FormatStrict,
    /// The API rejects the body because of a rule in [`UNTOLD`].
    Untold,
    /// The API rejects keys that its server cannot handle, in an object that may have any keys.
    Keys,
}

const REASONS: &[Reason] =
    &[Reason::Coercion, Reason::FormatLenient, Reason::FormatStrict, Reason::Untold, Reason::Keys];

/// Returns the requests of all fixtures, with their names.
fn cases() -> Vec<(String, RequestFixture)> {
    let mut cases = Vec::new();
    for rule in catalogue::rules() {
        for fixture in fixtures(rule.id).unwrap() {
            cases.push((format!("{}/{}", rule.id, fixture.name), fixture.http));
        }
    }
    cases
}

#[test]
fn the_verdicts_agree_except_for_known_reasons() {
    let validators: BTreeMap<Operation, Validator> =
        schemas().map(|(operation, schema)| (operation, validator(&schema))).collect();
    let (mut agreed, mut reasons, mut unexplained) = (0, BTreeMap::new(), Vec::new());
    for (name, http) in cases() {
        let request: Request = http.request.parse().unwrap();
        let operation = request.operation();
        let Some(validator) = validators.get(&operation).filter(|_| operation.body().is_some()) else {
            continue;
        };
        let Ok(body) = serde_json::from_slice::<Value>(&http.body) else { continue };
        let mut checker = Checker::new();
        // The schema is only about the body, so the path does not matter.
        let outcome = checker.check(Request::new(operation), &http.body);
        match differ(&outcome, validator, &body) {
            Ok(None) => agreed += 1,
            Ok(Some(reason)) => *reasons.entry(reason).or_insert(0) += 1,
            Err(why) => unexplained.push(format!("{name}: {why}")),
        }
    }
    assert!(unexplained.is_empty(), "{agreed} agree, {reasons:?}\n{}", unexplained.join("\n"));
    assert!(agreed > 600, "only {agreed} agree, {reasons:?}");
    let idle: Vec<&Reason> = REASONS.iter().filter(|reason| !reasons.contains_key(reason)).collect();
    assert!(idle.is_empty(), "nothing differs for these: {idle:?}");
}

/// Returns why the verdicts differ, if they do, or an error if there is no reason.
fn differ(outcome: &Outcome<'_>, validator: &Validator, body: &Value) -> Result<Option<Reason>, String> {
    let errors: Vec<ValidationError<'_>> = validator.iter_errors(body).collect();
    let Some(rejection) = &outcome.rejection else {
        if errors.is_empty() {
            return Ok(None);
        }
        let understood =
            serde_json::from_str(&outcome.coerced().unwrap()).map_err(|error| error.to_string())?;
        let left: Vec<ValidationError<'_>> = validator.iter_errors(&understood).collect();
        return match left.iter().find(|error| !is_format(error)) {
            Some(error) => Err(format!("accepted, but for the schema {error}")),
            None if left.is_empty() => Ok(Some(Reason::Coercion)),
            None => Ok(Some(Reason::FormatLenient)),
        };
    };
    let mut reason = None;
    // If both reject, they do so at the same locations.
    for finding in
        rejection.findings().iter().filter(|finding| !errors.iter().any(|error| covers(error, finding)))
    {
        reason = reason.max(Some(excuse(finding).ok_or_else(|| format!("only the check says {finding:?}"))?));
    }
    Ok(reason.filter(|_| errors.is_empty()))
}

fn is_format(error: &ValidationError<'_>) -> bool {
    matches!(error.kind(), ValidationErrorKind::Format { .. })
}

/// Returns whether an error of the schema is at the location of a finding. For a missing field, a schema reports the
/// object that lacks it. In a value of another type, such as an object written as a list of pairs, it reports nothing.
fn covers(error: &ValidationError<'_>, finding: &Finding) -> bool {
    let place = finding.loc.iter().skip(1).fold(String::new(), |place, step| match step {
        LocItem::Key(key) => format!("{place}/{}", key.replace('~', "~0").replace('/', "~1")),
        LocItem::Index(index) => format!("{place}/{index}"),
        _ => place,
    });
    let below = place.strip_prefix(error.instance_path().as_str());
    match error.kind() {
        _ if below == Some("") => true,
        ValidationErrorKind::Required { .. } | ValidationErrorKind::AnyOf { .. } => {
            below.is_some_and(|below| below.matches('/').count() == 1)
        }
        ValidationErrorKind::Type { .. } => below.is_some_and(|below| below.starts_with('/')),
        _ => false,
    }
}

/// Returns why only the API rejects.
fn excuse(finding: &Finding) -> Option<Reason> {
    match finding.kind {
        _ if UNTOLD.iter().any(|(id, _)| *id == finding.rule) => Some(Reason::Untold),
        ErrorKind::Email | ErrorKind::DateTime | ErrorKind::Date => Some(Reason::FormatStrict),
        ErrorKind::Keywords | ErrorKind::ForbiddenKey => Some(Reason::Keys),
        _ => None,
    }
}

/// In a query string, everything is text. Here, a value has the documented type if it is written as in JSON. The API
/// accepts more, so the schema alone may reject only a type or a format. The API alone may reject only a date that does
/// not exist, such as 0000-01-01.
#[test]
fn the_verdicts_on_queries_agree_except_for_notations() {
    let (mut agreed, mut strict, mut notations) = (0, 0, 0);
    for (name, http) in cases() {
        let request: Request = http.request.parse().unwrap();
        let query = http.request.split_once('?').map_or("", |(_, query)| query);
        // Escapes in a query string do not matter here.
        if request.operation().query().is_none() || !http.body.is_empty() || query.contains(['%', '+']) {
            continue;
        }
        let schema = schema(request.operation()).unwrap();
        let validator = validator(&schema);
        let parameters = Value::Object(parameters(query, &schema["properties"]));
        let errors: Vec<ValidationError<'_>> = validator.iter_errors(&parameters).collect();
        let request = Request::new(request.operation()).query(query);
        let rejection = Checker::new().check(&request, b"").rejection;
        match (rejection, errors.is_empty()) {
            (Some(_), false) | (None, true) => agreed += 1,
            (Some(rejection), true) => {
                let reasons: Vec<Option<Reason>> = rejection.findings().iter().map(excuse).collect();
                assert!(
                    reasons.iter().all(|reason| *reason == Some(Reason::FormatStrict)),
                    "{name}: {parameters}"
                );
                strict += 1;
            }
            (None, false) => {
                let notation = |error: &ValidationError<'_>| {
                    is_format(error) || matches!(error.kind(), ValidationErrorKind::Type { .. })
                };
                assert!(errors.iter().all(notation), "{name}: accepted, but for the schema {}", errors[0]);
                notations += 1;
            }
        }
    }
    assert!(agreed > 50 && strict > 0 && notations > 0, "{agreed} agree, {strict}, {notations}");
}

/// Returns the parameters of a query string. If one occurs several times, the last one counts.
fn parameters(query: &str, properties: &Value) -> Map<String, Value> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let typed = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let read = match (properties[name]["type"].as_str(), serde_json::from_str(value)) {
            (Some("boolean"), Ok(Value::Bool(value))) => Value::Bool(value),
            (Some("integer"), Ok(Value::Number(number))) if !value.contains(['.', 'e', 'E']) => {
                Value::Number(number)
            }
            _ => Value::String(value.to_owned()),
        };
        (name.to_owned(), read)
    });
    typed.collect()
}
