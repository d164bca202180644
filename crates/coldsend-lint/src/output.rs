//! Results as records for programs: the same keys in every program.
//!
//! - `record`      what came of a check
//! - `finding`     one error or one advice
//! - `explanation` what an answer of the API means
mod explanation;
mod finding;
mod record;

pub use explanation::Explanation;
pub use finding::FindingRecord;
pub use record::{LaunchRecord, Record};
