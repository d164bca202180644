//! Checks typed requests, also as `garde::Validate` with the API's messages.
use super::{Structs, TypedObject, View};
use crate::error::{ErrorKind, Finding, LocItem, Rejection};
use crate::host::{Host, Native};
use crate::validate::path::{LazyLocation, Section};
use crate::validate::rules::NO_OBJECT;
use crate::validate::{Known, Verdict};

/// Checks a value.
pub(crate) fn verdict(value: &dyn TypedObject, host: &dyn Host) -> Verdict {
    let at = LazyLocation::Section(Section::of(value.shape()));
    let verdict = Verdict::of(Structs, View::Object(value), value.shape(), &at, NO_OBJECT.info.id, host);
    match verdict.known() {
        Known::Nothing => verdict,
        // A number that JSON cannot represent cannot be sent at all.
        Known::Accepted | Known::AsDocumented => not_json(value).map_or(verdict, Verdict::only),
    }
}

/// Returns what the API would answer to this value.
pub(crate) fn check(value: &dyn TypedObject) -> Result<(), Rejection> {
    verdict(value, &Native).rejection().map_or(Ok(()), Err)
}

/// Returns the first value of a map that JSON cannot represent.
fn not_json(value: &dyn TypedObject) -> Option<Finding> {
    let (mut fields, mut found) = (value.shape().fields.iter(), None);
    value.views(&mut |view| {
        let (Some(field), View::Map(map)) = (fields.next(), view) else { return };
        map.entries(&mut |key, value| {
            if matches!(value, View::Custom(value) if !value.is_json()) && found.is_none() {
                let loc = vec![Section::Body.name().into(), field.name.into(), key.into()];
                found = Some(Finding::new(
                    field.rule,
                    loc,
                    ErrorKind::value_error("JSON cannot represent this number"),
                ));
            }
        });
    });
    found
}

/// Adds the API's messages to a report of garde, in the API's order.
pub(crate) fn validate_into(
    value: &dyn TypedObject,
    parent: &mut dyn FnMut() -> garde::Path,
    report: &mut garde::Report,
) {
    let Err(rejection) = check(value) else { return };
    for finding in rejection.findings() {
        let path = finding.loc.iter().skip(1).fold(parent(), |path, step| match step {
            LocItem::Index(index) => path.join(*index),
            LocItem::Key(text) | LocItem::Number(text) => path.join(text.as_str()),
            LocItem::Bool(key) => path.join(if *key { "true" } else { "false" }),
        });
        report.append(path, garde::Error::new(&*finding.kind.message()));
    }
}
