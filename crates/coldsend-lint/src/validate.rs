//! Validation: compares the values of a request with its shape, and collects findings in the API's order.
//!
//! - `walk`       the traversal, generic over its visitor
//! - `verdict`    the visitor that collects what rejects a request
//! - `findings`   the findings of a traversal, and their order
//! - `list_state` the state of rules across a list
//! - `source`     the trait of sources of values
//! - `document`   a JSON document as a source
//! - `path`       locations during a traversal
//! - `rules`      rules about a body as a whole
//! - `body`       the check of a body as a whole
pub(crate) mod body;
mod document;
pub(crate) mod findings;
mod list_state;
pub(crate) mod path;
pub(crate) mod rules;
pub(crate) mod source;
mod verdict;
pub(crate) mod walk;

pub(crate) use source::{Members, Source};
pub(crate) use verdict::Verdict;
pub(crate) use walk::Known;
