//! A request's shape × its values → findings, in the API's order.
//!
//! - `walk`       the traversal, generic over what it is for
//! - `verdict`    the visitor for what rejects
//! - `findings`   what it finds
//! - `list_state` the state of rules across a list
//! - `source`     sources of values
//! - `document`   a JSON document as a source
//! - `path`       locations while a request is checked
//! - `rules`      what can be wrong with a body as a whole
//! - `body`       a body as a whole, checked or unreadable
pub(crate) mod body;
mod document;
pub(crate) mod findings;
mod list_state;
pub(crate) mod path;
pub(crate) mod rules;
pub(crate) mod source;
mod verdict;
pub(crate) mod walk;

pub(crate) use source::Source;
pub(crate) use verdict::Verdict;
