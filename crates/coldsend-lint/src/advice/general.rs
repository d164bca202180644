//! Rules for every object.
use crate::error::Evidence;
use crate::schema::page;
use crate::schema::rule::{BodyRule, RuleInfo};

/// The rule against values that only work because the API converts them.
pub(crate) const COERCED: BodyRule = BodyRule {
    info: RuleInfo {
        id: "coerced-value",
        about: "Values should have the JSON type and format that the documentation gives.",
        message: "the API reads this value as {}",
        evidence: Evidence::Guessed,
        page: page::STACK,
        since: since!(),
    },
    errors: &[],
};

/// The rule against unknown keys.
pub(crate) const UNKNOWN: BodyRule = BodyRule {
    info: RuleInfo::advice(
        "unknown-field",
        "Every key should be a field of the request.",
        "unknown field; the API ignores it",
        Evidence::Guessed,
        page::STACK,
    ),
    errors: &[],
};

/// The rule against retired keys.
pub(crate) const RETIRED: BodyRule = BodyRule {
    info: RuleInfo::advice(
        "retired-field",
        "The request should not use fields that the API has retired.",
        "this field is retired: {}",
        Evidence::Recommended,
        page::UPDATE,
    ),
    errors: &[],
};

/// The rule against unknown parameters of query strings.
pub(crate) const UNKNOWN_PARAMETER: BodyRule = BodyRule {
    info: RuleInfo::advice(
        "unknown-parameter",
        "Every parameter of a query string should be one of the operation.",
        "unknown parameter; the API ignores it",
        Evidence::Guessed,
        page::STACK,
    ),
    errors: &[],
};

/// The rule against byte order marks.
pub(crate) const MARKED: BodyRule = BodyRule {
    info: RuleInfo::advice(
        "byte-order-mark",
        "A body should be UTF-8 without a byte order mark.",
        "the body begins with a byte order mark",
        Evidence::Guessed,
        page::STACK,
    ),
    errors: &[],
};

/// The rule against repeated keys and parameters.
pub(crate) const REPEATED: BodyRule = BodyRule {
    info: RuleInfo::advice(
        "repeated-key",
        "A key or parameter should not be repeated in the same object or query string.",
        "repeated; the API reads only the last value",
        Evidence::Guessed,
        page::STACK,
    ),
    errors: &[],
};
