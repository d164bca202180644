//! Converts a garde report to the API's answer.
use crate::error::Finding;
use crate::error::LocItem;
use crate::error::Rejection;
use crate::requests::operation::Operation;
use crate::schema::resolve::{resolve, rule_for_message, unrecognized};
use crate::schema::shape::{FieldType, Shape};
use crate::typed::Declared;
use crate::validate::findings::position;
use crate::validate::path::Section;
use crate::validate::rules::NO_OBJECT;

/// Converts a garde report on a request to the API's answer. Messages that are not the API's become `value_error`
/// items. A report does not say which request it is about, so the rules are those of the first request that has all of
/// its paths; the request's own `check` is more precise. An empty report gives an answer without items, which the API
/// never gives.
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
        // A report does not say which request it is about: assume the first one that has all of its paths.
        let has_all = |shape: &&'static Shape| {
            let mut paths = report.iter().map(|(path, _)| steps(Some(shape), &path.to_string()));
            paths.all(|path| resolve(shape, &path).is_some())
        };
        let shapes = Operation::ALL.iter().filter_map(|operation| operation.shape());
        rejection(shapes.into_iter().find(has_all), &report)
    }
}

fn rejection(shape: Option<&'static Shape>, report: &garde::Report) -> Rejection {
    let error = |(path, error): &(garde::Path, garde::Error)| {
        finding(shape, steps(shape, &path.to_string()), error.message())
    };
    let mut findings: Vec<Finding> = report.iter().map(error).collect();
    if let Some(shape) = shape {
        findings.sort_by_cached_key(|finding| position(shape, &finding.loc));
    }
    let (whole, items): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.kind.answers_alone().is_some());
    let whole = whole.into_iter().next();
    Rejection::new(items, whole.map(Box::new), 0).unwrap_or_else(Rejection::empty)
}

impl Rejection {
    /// Converts a garde report on a request, or on a part of one, to the API's answer. A report does not contain the
    /// values that exceed a bound; the hints of [`check`](crate::requests::ApiRequest::check) do.
    ///
    /// ```
    /// use coldsend_lint::{Rejection, requests::Variant};
    /// use garde::Validate;
    ///
    /// let report = Variant::new("", "Short").validate().unwrap_err();
    /// assert_eq!(Rejection::from_report::<Variant>(&report).findings()[0].rule, "variant-email-content");
    /// ```
    #[allow(private_bounds)]
    pub fn from_report<T: Declared>(report: &garde::Report) -> Self {
        rejection(Some(T::SHAPE), report)
    }
}

fn finding(shape: Option<&'static Shape>, path: Vec<LocItem>, message: &str) -> Finding {
    let found = shape.and_then(|shape| rule_for_message(shape, &path, message));
    let (rule, kind) = found.unwrap_or_else(|| (NO_OBJECT.info.id, unrecognized(message)));
    let section = shape.map_or(Section::Body, Section::of);
    let loc = std::iter::once(section.name().into()).chain(path).collect();
    Finding::new(rule, loc, kind)
}

/// Splits a path as garde prints it, such as `variants[1].variant_name`, into steps. Anything below a map is a single
/// key, including any dots.
fn steps(shape: Option<&'static Shape>, path: &str) -> Vec<LocItem> {
    let (mut steps, mut rest) = (Vec::new(), path);
    let mut object = shape;
    let mut field_type: Option<&FieldType> = None;
    while !rest.is_empty() {
        if let Some((index, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'))
            && let Ok(index) = index.parse()
        {
            steps.push(LocItem::Index(index));
            rest = after;
            if let Some(FieldType::List { of, .. }) = field_type {
                (field_type, object) = (Some(*of), of.object());
            }
            continue;
        }
        let key = rest.strip_prefix('.').unwrap_or(rest);
        let end = match field_type {
            Some(FieldType::Map(_)) => key.len(),
            // A key that begins with a bracket is not an index.
            _ => key
                .char_indices()
                .skip(1)
                .find(|(_, c)| matches!(c, '.' | '['))
                .map_or(key.len(), |(at, _)| at),
        };
        let (key, after) = key.split_at(end);
        steps.push(key.into());
        rest = after;
        field_type = object.and_then(|shape| shape.field(key)).map(|field| &field.field_type);
        object = field_type.and_then(FieldType::object);
    }
    steps
}
