//! Rules that every object has.
use crate::error::Evidence;
use crate::schema::page;
use crate::schema::rule::{BodyRule, RuleInfo};

/// What only the server's leniency saves.
pub(crate) const COERCED: BodyRule = BodyRule {
    info: RuleInfo {
        id: "coerced-value",
        about: "Values are sent in the JSON type and form that the documentation names.",
        message: "value is read as {}",
        evidence: Evidence::Guessed,
        page: page::STACK,
        since: since!(),
    },
    errors: &[],
};

/// Keys that no request of this kind has.
pub(crate) const UNKNOWN: BodyRule = BodyRule {
    info: RuleInfo::advice(
        "unknown-field",
        "Every key is one that the request has.",
        "field is not known, and is ignored",
        Evidence::Guessed,
        page::STACK,
    ),
    errors: &[],
};

/// Keys that such a request once had.
pub(crate) const RETIRED: BodyRule = BodyRule {
    info: RuleInfo::advice(
        "retired-field",
        "No field is one that the API had earlier and has no more.",
        "field is retired: {}",
        Evidence::Recommended,
        page::UPDATE,
    ),
    errors: &[],
};
