//! Rules about a body as a whole, for every operation.
use crate::error::ErrorKind;
use crate::error::Evidence;
use crate::schema::page;
use crate::schema::rule::{BodyRule, RuleInfo};

/// The body is missing, is not an object, or has keys that Pydantic's constructor does not accept.
pub(crate) const NO_OBJECT: BodyRule = BodyRule {
    info: RuleInfo {
        id: "request-body",
        about: "The body must be a JSON object.",
        message: "",
        evidence: Evidence::Corroborated,
        page: page::ERRORS,
        since: since!(),
    },
    errors: &[ErrorKind::Missing, ErrorKind::Dict, ErrorKind::Keywords, ErrorKind::ForbiddenKey],
};

/// The body is not JSON.
pub(crate) const MALFORMED: BodyRule = BodyRule {
    info: RuleInfo {
        id: "malformed-json",
        about: "The body must be JSON that Python can parse.",
        message: "",
        evidence: Evidence::Corroborated,
        page: page::STACK,
        since: since!(),
    },
    errors: &[ErrorKind::JsonInvalid { error: std::borrow::Cow::Borrowed("") }],
};

/// The body is not text, or exceeds the limits of the server's JSON parser.
pub(crate) const UNREADABLE: BodyRule = BodyRule {
    info: RuleInfo {
        id: "unreadable-body",
        about: "The body must be valid text, at most 900 levels deep, with integers of at most 4,300 digits.",
        message: "",
        evidence: Evidence::Corroborated,
        page: page::STACK,
        since: since!(),
    },
    errors: &[ErrorKind::Unreadable],
};

/// The API's server cannot serialize its own answer.
pub(crate) const SERVER_ERROR: BodyRule = BodyRule {
    info: RuleInfo {
        id: "server-error",
        about: "No error may be located at a key that the server cannot print: a lone surrogate, NaN or Infinity.",
        message: "",
        evidence: Evidence::Corroborated,
        page: page::STACK,
        since: since!(),
    },
    errors: &[ErrorKind::ServerError],
};
