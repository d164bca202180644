//! Results as records for programs: the same keys in every program.
//!
//! - `record`      what came of a check
//! - `explanation` what an answer of the API means
mod explanation;
mod record;

pub use explanation::Explanation;
pub use record::{AdviceRecord, LaunchRecord, Record};
