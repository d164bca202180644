//! The shape of requests as data: values in static memory, which the tables in `requests` declare.
//!
//! - `shape`       objects and their fields
//! - `field_type`  the types of fields
//! - `constraint`  the constraints of a field that have their own evidence
//! - `constraints` all constraints of a field
//! - `rule`        rules across fields
//! - `page`        the sources of fields and rules
//! - `resolve`     finds the rule for a location and a message
//! - `prose`       texts that only the reference contains
#[macro_use]
mod prose;
mod field_type;

pub(crate) mod constraint;
pub(crate) mod constraints;
pub(crate) mod page;
pub(crate) mod resolve;
pub mod rule;
pub mod shape;

pub use page::Page;
