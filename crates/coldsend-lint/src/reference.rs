//! Every rule as data, for people and machines.
pub mod catalogue;
mod describe;
mod json_schema;
#[cfg(feature = "docs")]
mod pages;
mod trace;
