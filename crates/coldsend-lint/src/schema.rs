//! The shape of requests as data: plain values in static memory, declared by the tables in `requests`.
//!
//! - `shape`      objects and their fields
//! - `field_type` what the value of a field must be
//! - `constraint` the evidence of single constraints of a field
//! - `rule`       rules across fields
//! - `page`       the source pages
//! - `resolve`    finds the rule for a location and a message
//! - `prose`      the descriptions in declarations
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
