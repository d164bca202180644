//! Recommendations: what is worth a look and does not reject.
pub(crate) mod campaign;
pub(crate) mod context;
pub(crate) mod rules;
pub(crate) mod style;
pub(crate) mod template;
