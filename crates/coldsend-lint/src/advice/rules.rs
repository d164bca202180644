//! What can be wrong with a body as a whole, whatever the operation.
use crate::error::Evidence;
use crate::schema::page;
use crate::schema::rule::{BodyRule, RuleInfo};
use crate::validate::rules::{MALFORMED, NO_OBJECT, SERVER_ERROR, UNREADABLE};

/// What only the server's leniency saves.
pub(crate) const COERCED: BodyRule = BodyRule {
    info: RuleInfo {
        id: "coerced-value",
        about: "Values are sent in the JSON type and form that the documentation names.",
        message: "value is read as {}",
        limit: Evidence::Guessed,
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

/// Object, retired key, and what to do instead.
pub(crate) const RETIRED_FIELDS: [(&str, &str, &str); 2] = [
    ("campaign", "current_step", "leave it out, a campaign is set up in any order"),
    ("variant", "body_template", "use email_content"),
];

/// Keys that other software of the vendor's takes or adds; any object, where none is named.
pub(crate) const KNOWN_ELSEWHERE: [(&str, &str); 3] =
    [("", "$schema"), ("campaign", "enable_click_tracking"), ("sequence", "enable_unsubscribe")];

/// All of them.
#[cfg(feature = "reference")]
pub(crate) const RULES: [&BodyRule; 7] =
    [&NO_OBJECT, &MALFORMED, &UNREADABLE, &SERVER_ERROR, &COERCED, &UNKNOWN, &RETIRED];
