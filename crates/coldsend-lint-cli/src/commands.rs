//! The commands; `render` prints their results.
pub(crate) mod batch;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod leads;
pub(crate) mod man;
pub(crate) mod rules;
pub(crate) mod schema;
mod situation;
