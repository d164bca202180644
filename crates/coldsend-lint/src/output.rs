//! Results as records for programs: what `--format json` prints and JavaScript gets.

// - `record`      the result of a check for the command line
// - `answer`      the results of a check and of a prediction for JavaScript
// - `finding`     an error or advice
// - `explanation` what an answer of the API means
// - `leads`       the result for a list of leads
mod answer;
mod explanation;
mod finding;
#[cfg(feature = "leads")]
mod leads;
mod record;

pub use answer::{CheckRecord, PredictionRecord};
pub use explanation::{Explanation, ItemRecord, OtherAnswer};
pub use finding::FindingRecord;
#[cfg(feature = "leads")]
pub use leads::{LeadColumnRecord, LeadFileRecord, LeadProblemRecord, LeadsRecord};
pub use record::{LaunchRecord, Record};

/// In builds without the feature `native`, a number that is a key in a location, other than an index, is serialized as
/// a newtype with this name: its JSON text.
pub const NUMBER: &str = crate::error::NUMBER;
