//! A garde report as the API's answer.
use crate::error::Finding;
use crate::error::LocItem;
use crate::error::Rejection;
use crate::requests::operation::Operation;
use crate::schema::resolve::{resolve, rule_for_message, unrecognized};
use crate::schema::shape::Shape;
use crate::validate::findings::position;
use crate::validate::path::Section;
use crate::validate::rules::NO_OBJECT;

/// The API's answer to what garde reported on a request. Messages that are not the API's become
/// `value_error` items. A report does not tell which request it is about, so the rules are those of the first
/// request that has all of its paths; `check` of the request itself knows better. A report of nothing gives
/// an answer without items, which the API never gives.
///
/// ```
/// use coldsend_lint::{Rejection, requests::UpdateCampaign};
/// use garde::Validate;
///
/// let update = UpdateCampaign { name: "Short".into(), ..Default::default() };
/// let report = update.validate().unwrap_err();
/// assert_eq!(report.to_string(), "name: ensure this value has at least 8 characters\n");
/// assert_eq!(Rejection::from(report).body(), update.check().unwrap_err().body());
/// ```
impl From<garde::Report> for Rejection {
    fn from(report: garde::Report) -> Self {
        let errors: Vec<(Vec<LocItem>, &str)> =
            report.iter().map(|(path, error)| (steps(path), error.message())).collect();
        // A report does not say what it is about: it is the first request that has all of its paths.
        let shape = Operation::ALL
            .iter()
            .filter_map(|operation| operation.shape())
            .find(|shape| errors.iter().all(|(path, _)| resolve(shape, path).is_some()));
        let mut findings: Vec<Finding> =
            errors.into_iter().map(|(path, message)| finding(shape, path, message)).collect();
        if let Some(shape) = shape {
            findings.sort_by_cached_key(|finding| position(shape, &finding.loc));
        }
        let (alone, items): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| finding.kind.answers_alone().is_some());
        let alone = alone.into_iter().next();
        Rejection::new(items, alone, 0).unwrap_or_else(Rejection::empty)
    }
}

fn finding(shape: Option<&'static Shape>, path: Vec<LocItem>, message: &str) -> Finding {
    let said = shape.and_then(|shape| rule_for_message(shape, &path, message));
    let (rule, kind) = said.unwrap_or_else(|| (NO_OBJECT.info.id, unrecognized(message)));
    let section = shape.map_or(Section::Body, Section::of);
    let loc = std::iter::once(section.name().into()).chain(path).collect();
    Finding::new(rule, loc, kind)
}

/// The steps of a path from its root. garde shows them to its own macros only.
fn steps(path: &garde::Path) -> Vec<LocItem> {
    let mut steps: Vec<LocItem> = path
        .__iter()
        .filter(|(kind, _)| !matches!(kind, garde::error::Kind::None))
        .map(|(kind, text)| match (kind, text.parse()) {
            (garde::error::Kind::Index, Ok(index)) => LocItem::Index(index),
            _ => text.as_str().into(),
        })
        .collect();
    steps.reverse();
    steps
}
