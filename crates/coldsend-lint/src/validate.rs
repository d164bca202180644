//! A request's shape × its values → findings, in the API's order.
//!
//! - `walk`     the traversal
//! - `source`   where values come from
//! - `document` a JSON document as a source
//! - `path`     places while a request is checked
//! - `rules`    what can be wrong with a body as a whole
pub(crate) mod document;
pub(crate) mod path;
pub(crate) mod rules;
pub(crate) mod source;
pub(crate) mod walk;
