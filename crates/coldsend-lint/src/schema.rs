//! What a request looks like, as data: plain values in static memory, written by the tables in `requests`.
//!
//! - `shape`      objects and their fields
//! - `field_type` what the value of a field must be
//! - `constraint` the evidence of single constraints of a field
//! - `rule`       rules across fields
//! - `page`       the pages that say so
//! - `resolve`    from a place and a message to the rule that says it there
//! - `prose`      what declarations say for people
#[macro_use]
mod prose;
mod field_type;

pub(crate) mod constraint;
pub(crate) mod page;
#[cfg(any(feature = "reference", feature = "typed"))]
pub(crate) mod resolve;
pub mod rule;
pub mod shape;

pub use page::Page;
