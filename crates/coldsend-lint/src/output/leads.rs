//! The result for a list of leads.
use crate::leads::{Problem, Summary};
use serde::Serialize;
use std::collections::BTreeMap;

/// The counts of a list of leads. A record of the whole list has its problems, too, under the key `problems`.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct LeadsRecord<'r> {
    /// The number of rows, without blank ones.
    pub rows: u64,
    /// The number of rows with a valid address.
    pub valid: u64,
    /// The number of rows with a doubtful address.
    pub doubtful: u64,
    /// The number of invalid rows.
    pub invalid: u64,
    /// The number of rows whose address an earlier row has.
    pub duplicates: u64,
    /// The number of problems of each rule.
    pub rules: &'r BTreeMap<&'static str, u64>,
}

impl<'r> From<&'r Summary> for LeadsRecord<'r> {
    fn from(summary: &'r Summary) -> Self {
        let Summary { rows, valid, doubtful, invalid, duplicates, ref rules, .. } = *summary;
        LeadsRecord { rows, valid, doubtful, invalid, duplicates, rules }
    }
}

/// A problem of a list of leads.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct LeadProblemRecord<'r> {
    /// The number of the row, starting at 1; `None` if the problem is not about a row.
    pub row: Option<u64>,
    /// The line at which the row starts, from 1.
    pub line: u64,
    /// The number of the column, starting at 1; `None` if the problem is not about a cell.
    pub column: Option<u64>,
    /// The id of the rule.
    pub rule: &'static str,
    /// What is wrong.
    pub msg: &'r str,
}

impl<'r> From<&'r Problem> for LeadProblemRecord<'r> {
    fn from(problem: &'r Problem) -> Self {
        let Problem { row, line, column, rule, ref message, .. } = *problem;
        LeadProblemRecord { row, line, column, rule, msg: message }
    }
}
