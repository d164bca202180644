//! The reference: every rule as data.
pub mod catalogue;
mod describe;
#[cfg(feature = "schema")]
mod json_schema;
#[cfg(feature = "docs")]
mod pages;
