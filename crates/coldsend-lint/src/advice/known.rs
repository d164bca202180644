//! The ids of all rules. The catalogue describes them, but modules for browsers do not contain it and still have to
//! recognize unknown ids.
use super::general::{COERCED, MARKED, REPEATED, RETIRED, UNKNOWN, UNKNOWN_PARAMETER};
use super::rule::rules_of;
use crate::requests::header;
use crate::requests::operation::Operation;
use crate::requests::path::PARAMETERS;
use crate::schema::rule::{BodyRule, RuleInfo};
use crate::schema::shape::Shape;
use crate::validate::rules::{MALFORMED, NO_OBJECT, SERVER_ERROR, UNREADABLE};

/// The rules about bodies as a whole.
pub(crate) const BODY_RULES: [&BodyRule; 10] = [
    &NO_OBJECT,
    &MALFORMED,
    &UNREADABLE,
    &SERVER_ERROR,
    &MARKED,
    &COERCED,
    &UNKNOWN,
    &RETIRED,
    &REPEATED,
    &UNKNOWN_PARAMETER,
];

/// Returns whether a rule of requests with this id exists, for errors or for advice.
///
/// ```
/// assert!(coldsend_lint::is_rule("lead-email"));
/// assert!(!coldsend_lint::is_rule("lead-emial"));
/// ```
pub fn is_rule(id: &str) -> bool {
    BODY_RULES.iter().any(|rule| rule.info.id == id)
        || header::RULES.iter().any(|info| info.id == id)
        || PARAMETERS.iter().any(|field| field.rule == id)
        || Operation::ALL.iter().filter_map(|operation| operation.shape()).any(|shape| has_rule(shape, id))
}

/// Returns whether an object, or one within it, has a rule with this id.
fn has_rule(shape: &Shape, id: &str) -> bool {
    let mut across = shape.rules().map(|rule| &rule.info);
    let mut lists = shape.list_rules().map(|rule| &rule.info);
    let mut advice = rules_of(shape).iter().flat_map(|bound| bound.rule.rules.iter().copied());
    let is_it = |info: &RuleInfo| info.id == id;
    across.any(is_it)
        || lists.any(is_it)
        || advice.any(is_it)
        || shape.fields.iter().any(|field| {
            field.rule == id || field.field_type.object().is_some_and(|inner| has_rule(inner, id))
        })
}

#[cfg(all(test, feature = "reference"))]
mod tests {
    use super::*;
    use crate::reference::catalogue;

    #[test]
    fn all_rules_of_the_catalogue_are_known_and_no_others() {
        for rule in catalogue::rules() {
            let is_of_requests = rule.is_rule() && rule.subject.name() != "list";
            assert_eq!(is_rule(rule.id), is_of_requests, "{}", rule.id);
        }
        assert!(!is_rule("") && !is_rule("campaign"));
    }
}
