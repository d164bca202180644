//! The rules for lists of leads.
use super::report::Problem;
use crate::advice::lead::{COLUMN_NAME_AS_VALUE, ROLE_ADDRESS};
use crate::advice::text::LEFTOVER_VALUE;
use crate::error::{Evidence, fill};
use crate::schema::page;
use crate::schema::rule::RuleInfo;

/// What follows from breaking a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Effect {
    /// Nothing: it is advice.
    Advice,
    /// The row is a duplicate.
    Duplicate,
    /// The row is doubtful.
    Doubtful,
    /// The row is invalid.
    Invalid,
    /// The file is not accepted, because [`LeadOptions::deny`](super::LeadOptions::deny) has the rule.
    Denied,
    /// The file as a whole exceeds a limit, or cannot be uploaded as it is.
    Rejected,
    /// The file cannot be checked, or not to its end.
    Stops,
}

impl Effect {
    /// Returns the name in the reference, such as `invalid`.
    pub const fn name(self) -> &'static str {
        match self {
            Effect::Advice => "advice",
            Effect::Duplicate => "duplicate row",
            Effect::Doubtful => "doubtful row",
            Effect::Invalid => "invalid row",
            Effect::Denied => "denied",
            Effect::Rejected => "rejected file",
            Effect::Stops => "not checked",
        }
    }
}

/// A rule for lists of leads.
#[derive(Debug)]
pub(crate) struct LeadRule {
    pub(crate) info: &'static RuleInfo,
    /// The strongest effect that it can have.
    pub(crate) effect: Effect,
}

impl LeadRule {
    /// Returns the problem of breaking the rule at a column, which starts at 0, with `parts` in place of what varies.
    pub(super) fn problem(
        &self,
        effect: Effect,
        row: Option<u64>,
        line: u64,
        column: Option<usize>,
        parts: &[&str],
    ) -> Problem {
        let RuleInfo { id, message, .. } = *self.info;
        Problem {
            row,
            line,
            column: column.map(|column| column as u64 + 1),
            rule: id,
            effect,
            message: if parts.is_empty() { message.into() } else { fill(message, parts).into() },
        }
    }
}

shared_number! { MEGABYTES, max_megabytes = 50 }
shared_number! { LEADS, max_leads = 10_000 }
shared_number! { ROW_MEGABYTES, max_row_megabytes = 1 }

/// The maximum size of a file, in bytes: 50 mebibytes, the larger meaning of 50 MB.
pub const MAX_BYTES: u64 = (MEGABYTES as u64) << 20;
/// The maximum number of leads of an upload.
pub const MAX_LEADS: u64 = LEADS as u64;

/// The maximum length of a record as written, in bytes.
pub(super) const MAX_RECORD: usize = ROW_MEGABYTES as usize * 1_000_000;

/// Declares the rules, and the list of them.
macro_rules! lead_rules {
    ($( $name:ident: $effect:ident = $id:literal, $about:expr, $message:expr, $evidence:ident, $page:ident; )*) => {
        $( pub(super) static $name: LeadRule = LeadRule {
            effect: Effect::$effect,
            info: &RuleInfo::advice($id, $about, $message, Evidence::$evidence, page::$page),
        }; )*

        const OWN: &[&LeadRule] = &[$( &$name ),*];
    };
}

lead_rules! {
    FILE_EMPTY: Stops = "lead-file-empty",
        "A list of leads should have a header and a row for each lead.",
        "there is nothing to read", Printed, LEADS;
    FILE_FORMAT: Stops = "lead-file-format",
        "A list of leads should be a CSV file in UTF-8.",
        "this is {}, not a CSV in UTF-8: save it as \"CSV UTF-8\", and check that file", Printed, LEADS;
    FILE_SIZE: Rejected = "lead-file-size",
        concat!("A list of leads may be at most ", max_megabytes!(), " MB."),
        concat!("this file has more than ", max_megabytes!(), " MB, the maximum for an upload: split it"), Printed, LEADS;
    COUNT: Rejected = "lead-count",
        concat!("A list may have at most ", max_leads!(), " leads."),
        concat!("this is one row more than the ", max_leads!(), " of an upload: split the file"), Printed, LEADS;
    HEADER_MISSING: Stops = "lead-header-missing",
        "The first row should be a header with the names of the columns.",
        "the first row {}",
        Printed, LEADS;
    EMAIL_COLUMN: Stops = "lead-email-column",
        "A list of leads should have a column with e-mail addresses.",
        "{}: rename the column of addresses, or give a mapping",
        Printed, LEADS;
    QUOTE_UNCLOSED: Stops = "lead-quote-unclosed",
        "Each quote that begins a cell should be closed.",
        "a quote that opens here is never closed, so the rest of the file is in this cell", Guessed, LEADS;
    ROW_LENGTH: Stops = "lead-row-length",
        concat!("A row may be at most ", max_row_megabytes!(), " MB."),
        concat!("this row has more than ", max_row_megabytes!(), " MB"), Guessed, LEADS;
    HEADER_NAME: Advice = "lead-header-name",
        "The name of a column should be plain text, because it is compared with a mapping and with variables.",
        "the name of this column {}", Guessed, LEADS;
    HEADER_ENCODING: Rejected = "lead-header-encoding",
        "The names of columns should be UTF-8.",
        "the name of this column is not UTF-8: it has the byte {}: save the file as \"CSV UTF-8\"", Client, CLIENT;
    HEADER_REPEATED: Advice = "lead-header-repeated",
        "Each column should have a name of its own.",
        "this column has the same name as column {}: the API may use either", Guessed, LEADS;
    SEPARATOR: Advice = "lead-separator",
        "The columns should be separated by commas.",
        "the columns are separated by {}, and the API may expect commas", Guessed, LEADS;
    SEPARATOR_LINE: Advice = "lead-separator-line",
        "The header should be the first line.",
        "this line is for Excel, and the API may read it as the header: remove it", Printed, LEADS;
    MAPPING: Advice = "upload-mapping",
        "A mapping should map each field of leads to the name of a column, exactly as in the header.",
        "the mapping has {} for {}, {}", Corroborated, LEADS;
    VARIABLE_COLUMN: Advice = "lead-variable-column",
        "Each variable in the campaign's texts should have a column or a fallback.",
        "the campaign uses {} without a fallback, and no column has it", Guessed, VARIANTS;
    VARIABLE_EMPTY: Advice = "lead-variable-empty",
        "A cell should not be empty if the campaign's texts use it without a fallback.",
        "{} is empty, and the campaign uses it without a fallback", Guessed, VARIANTS;
    ROW_BLANK: Advice = "lead-row-blank",
        "A list should have no blank rows.",
        "this row is blank, so it is skipped: the API may count it as an error", Guessed, LEADS;
    ROW_CELLS: Invalid = "lead-row-cells",
        "Each row should have as many cells as the header.",
        "this row has {}, and the header has {}{}", Guessed, LEADS;
    ROW_QUOTE: Invalid = "lead-row-quote",
        "A quoted cell should end where its quote is closed.",
        "this cell has text after its closing quote, in line {}: a quote is probably missing", Guessed, LEADS;
    ENCODING: Invalid = "lead-encoding",
        "A row should be UTF-8.",
        "this cell is not UTF-8: it has the byte {}: save the file as \"CSV UTF-8\"", Client, CLIENT;
    NUL: Invalid = "lead-nul",
        "A row should have no NUL bytes.",
        "this cell has a NUL byte: the file is damaged, or is not text", Guessed, LEADS;
    ADDRESS_MISSING: Invalid = "lead-address-missing",
        "Each lead should have an address.",
        "there is no address", Guessed, LEADS;
    ADDRESS: Invalid = "lead-address",
        "The address of a lead should be valid.",
        "this is not a valid e-mail address{}", Guessed, LEAD;
    ADDRESSES: Invalid = "lead-addresses",
        "A cell should have a single address.",
        "this cell has several addresses: give each its own row", Guessed, LEAD;
    ADDRESS_DOUBTFUL: Doubtful = "lead-address-doubtful",
        "The address of a lead should be one that every mail software accepts.",
        "only browsers accept an address of this form: it may exist, but the API may reject it", Guessed, LEAD;
    ADDRESS_FORM: Advice = "lead-address-form",
        "A cell should have the address alone.",
        "the address has {} around it", Guessed, LEAD;
    DUPLICATE: Duplicate = "lead-duplicate",
        "Each address should occur once.",
        "row {} has the same address", Client, CLIENT;
    FORMULA: Advice = "lead-formula",
        "A cell should not begin like a formula, which spreadsheets run.",
        "this cell begins with {}, so a spreadsheet may run it as a formula; it is left as it is",
        Guessed, LEADS;
    NUMBER: Advice = "lead-number",
        "A long number should be complete.",
        "a spreadsheet has shortened this number: format the column as text, and export it again",
        Guessed, LEADS;
    MOJIBAKE: Advice = "lead-mojibake",
        "A text should have been read in its own encoding.",
        "this text has {}", Guessed, LEADS;
}

/// Rules for the values of leads that requests have, too.
pub(super) static LEFTOVER: LeadRule = LeadRule { info: &LEFTOVER_VALUE, effect: Effect::Invalid };
pub(super) static COLUMN_NAME: LeadRule = LeadRule { info: &COLUMN_NAME_AS_VALUE, effect: Effect::Invalid };
pub(super) static ROLE: LeadRule = LeadRule { info: &ROLE_ADDRESS, effect: Effect::Advice };

const SHARED: [&LeadRule; 3] = [&LEFTOVER, &COLUMN_NAME, &ROLE];

/// Returns the strongest effect of a rule for lists of leads, or `None` if there is no rule with this id.
///
/// ```
/// use coldsend_lint::leads::{Effect, effect_of};
///
/// assert_eq!(effect_of("lead-duplicate"), Some(Effect::Duplicate));
/// assert_eq!(effect_of("campaign-name"), None);
/// ```
pub fn effect_of(rule: &str) -> Option<Effect> {
    rules().find(|known| known.info.id == rule).map(|known| known.effect)
}

/// Returns all rules, those that requests have, too, last.
pub(crate) fn rules() -> impl Iterator<Item = &'static LeadRule> {
    OWN.iter().copied().chain(SHARED)
}
