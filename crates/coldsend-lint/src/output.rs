//! Results as records for programs: what `--format json` prints and JavaScript gets, with the same keys.

// - `record`      the result of a check
// - `finding`     an error or advice
// - `explanation` what an answer of the API means
// - `leads`       the result for a list of leads
mod explanation;
mod finding;
#[cfg(feature = "leads")]
mod leads;
mod record;

pub use explanation::{Explanation, ItemRecord, OtherAnswer};
pub use finding::FindingRecord;
#[cfg(feature = "leads")]
pub use leads::{LeadProblemRecord, LeadsRecord};
pub use record::{LaunchRecord, Record};
