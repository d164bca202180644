//! Results as records for programs: what `--format json` prints and JavaScript gets, with the same keys.

// - `record`      the result of a check
// - `finding`     an error or advice
// - `explanation` what an answer of the API means
mod explanation;
mod finding;
mod record;

pub use explanation::{Explanation, OtherAnswer};
pub use finding::FindingRecord;
pub use record::{LaunchRecord, Record};
