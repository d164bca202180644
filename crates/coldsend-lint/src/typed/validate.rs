//! What the API would answer to a typed request, and `garde::Validate` in its words.
use super::{Structs, TypedObject, View};
use crate::error::{LocItem, Rejection};
use crate::host::{Host, Native};
use crate::validate::Verdict;
use crate::validate::path::{LazyLocation, Section};
use crate::validate::rules::NO_OBJECT;

/// Judges a value.
pub(crate) fn verdict(value: &dyn TypedObject, host: &dyn Host) -> Verdict {
    let at = LazyLocation::Section(Section::of(value.shape()));
    Verdict::of(Structs, View::Object(value), value.shape(), &at, NO_OBJECT.info.id, host)
}

/// What the API would answer to this value.
pub(crate) fn check(value: &dyn TypedObject) -> Result<(), Rejection> {
    verdict(value, &Native).rejection().map_or(Ok(()), Err)
}

/// `garde::Validate` in the API's order and words.
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
            LocItem::Bool(key) => path.join(key.to_string()),
        });
        report.append(path, garde::Error::new(&finding.kind));
    }
}
