//! The result for a list of leads.
use crate::leads::{Header, Problem, Summary};
use crate::redact_credentials;
use serde::Serialize;
use std::borrow::Cow;
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

/// What else is known of a list of leads.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct LeadFileRecord<'r> {
    /// Whether the file can be uploaded: no row is invalid, no limit is exceeded, and nothing is denied.
    pub ok: bool,
    /// Whether the file was checked to its end.
    pub complete: bool,
    /// The number of invalid rows by the rule that made them so.
    pub invalid_by_rule: &'r BTreeMap<&'static str, u64>,
    /// The number of blank rows.
    pub blank: u64,
    /// The mapping that must go with the upload, because columns are named in another way than the fields.
    pub mapping: Option<BTreeMap<&'r str, &'r str>>,
    /// The columns; none if there is no header.
    pub columns: Vec<LeadColumnRecord<'r>>,
}

/// A column of a list of leads.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct LeadColumnRecord<'r> {
    /// Its name, with what may be a secret masked.
    pub name: Cow<'r, str>,
    /// The field of leads that it becomes; `None` if it becomes a custom field.
    pub field: Option<&'r str>,
    /// The number of its empty cells.
    pub empty: u64,
}

impl<'r> LeadFileRecord<'r> {
    /// Creates the record of a list with this header, if it has one.
    pub fn new(summary: &'r Summary, header: Option<&'r Header>) -> Self {
        let column = |(column, (name, field)): (usize, (&'r str, Option<&'r str>))| LeadColumnRecord {
            name: redact_credentials(name),
            field,
            empty: summary.empty.get(column).copied().unwrap_or(0),
        };
        LeadFileRecord {
            ok: summary.is_accepted(),
            complete: summary.is_complete,
            invalid_by_rule: &summary.invalid_by_rule,
            blank: summary.blank,
            mapping: header.filter(|header| header.needs_mapping()).map(|header| header.mapping().collect()),
            columns: header.into_iter().flat_map(Header::columns).enumerate().map(column).collect(),
        }
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
