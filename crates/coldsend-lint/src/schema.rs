//! The shape of requests as data: values in static memory, which the tables in `requests` declare.
//!
//! - `shape`      objects and their fields
//! - `field_type` the types of fields
//! - `constraint` the constraints of a field that have their own evidence
//! - `rule`       rules across fields
//! - `page`       the sources of fields and rules
//! - `resolve`    finds the rule for a location and a message
//! - `prose`      texts that only the reference contains
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
