//! Advice about the headers of a request.
use crate::error::Evidence;
use crate::error::LocItem;
use crate::schema::page;
use crate::schema::rule::RuleInfo;

/// The name of the header with the API key, which every request needs.
pub const API_KEY_HEADER: &str = "X-API-Key";

/// The prefix of every API key. Nothing else of a key is ever shown.
pub(crate) const KEY_PREFIX: &str = "cs_live_";

pub(crate) const API_KEY_PREFIX: RuleInfo = RuleInfo::advice(
    "api-key-prefix",
    "The header X-API-Key should contain only the API key, which begins with cs_live_.",
    "the API key does not begin with cs_live_",
    Evidence::Guessed,
    page::API_KEYS,
);

pub(crate) const WILDCARD_SCOPE: RuleInfo = RuleInfo::advice(
    "wildcard-scope",
    "An API key should have only the scopes that its integration needs; * is for tools that administrate the account.",
    "the scope * grants everything, and what is added later",
    Evidence::Recommended,
    page::SCOPES,
);

/// Returns the location of the API key.
pub(crate) fn api_key_loc() -> Vec<LocItem> {
    vec!["header".into(), API_KEY_HEADER.into()]
}

/// All rules about headers.
pub(crate) const RULES: [&RuleInfo; 2] = [&API_KEY_PREFIX, &WILDCARD_SCOPE];
