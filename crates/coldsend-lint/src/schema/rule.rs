//! Rules across fields, as data: what they read and what they require.
use crate::error::{ErrorKind, Evidence, fill};
use crate::json::number;
use crate::schema::Page;
use crate::types::{Reading, Value};
use std::borrow::Cow;

/// The maximum number of fields that a rule reads.
pub(crate) const MAX_READ: usize = 4;

/// The description of a rule across fields.
#[derive(Debug)]
pub struct RuleInfo {
    /// The id.
    pub id: &'static str,
    /// What the rule requires.
    pub about: &'static str,
    /// The message of the `value_error`, with `{}` for each part that varies.
    pub message: &'static str,
    /// How certain the rule is.
    pub evidence: Evidence,
    /// The page that states the rule.
    pub page: Page,
    /// The version of this crate that added the rule. It is empty without the feature `reference`.
    pub since: &'static str,
}

impl RuleInfo {
    /// Creates the description of a rule that gives advice.
    pub(crate) const fn advice(
        id: &'static str,
        about: &'static str,
        message: &'static str,
        evidence: Evidence,
        page: Page,
    ) -> Self {
        RuleInfo { id, about, message, evidence, page, since: since!() }
    }

    /// Returns the error, with `parts` in place of what varies.
    pub(crate) fn error(&self, parts: &[&str]) -> ErrorKind {
        if parts.is_empty() {
            return ErrorKind::value_error(self.message);
        }
        ErrorKind::ValueError { message: fill(self.message, parts).into() }
    }

    /// Returns whether the rule can have this message.
    pub(crate) fn matches(&self, message: &str) -> bool {
        !self.message.is_empty() && crate::error::matches_template(self.message, message)
    }
}

/// A rule across the fields of an object. It applies only if every field that it reads is valid.
#[derive(Debug)]
pub struct CrossRule {
    /// The id, evidence and description.
    pub info: RuleInfo,
    /// The fields that the rule reads. Its error is reported at the first one.
    pub fields: &'static [&'static str],
    pub(crate) check: Check,
}

/// What a rule across fields requires, as data where possible, so that the JSON Schema can include it.
#[derive(Debug)]
pub(crate) enum Check {
    /// The field must not be false.
    True,
    /// At least one of the fields must not be null.
    AtLeastOne,
    /// The first field must not be greater than the maximum that the second one sets, if it sets one.
    Max(fn(&Value<'_>) -> Option<i64>),
    /// A function that returns whether the object breaks the rule, or `None` if the rule does not apply.
    Custom(fn(&[&Value<'_>]) -> Option<bool>),
}

impl CrossRule {
    /// Returns the error, if the object breaks the rule.
    pub(crate) fn check(&self, values: &[&Value<'_>]) -> Option<ErrorKind> {
        let wrong = match (&self.check, values) {
            (Check::True, [value]) => value.integer()? == 0,
            (Check::AtLeastOne, values) => values.iter().all(|value| value.is_null()),
            (Check::Max(max), [value, of]) => {
                let max = max(of)?;
                let error = || self.info.error(&[&number(max), &of.display()]);
                return (value.integer()? > max).then(error);
            }
            (Check::Custom(is_wrong), values) => is_wrong(values)?,
            (Check::True | Check::Max(_), _) => false,
        };
        wrong.then(|| self.info.error(&[]))
    }
}

/// A rule across all objects of a list. It reads one field of each object in which that field is valid.
#[derive(Debug)]
pub struct ListRule {
    /// The id, evidence and description.
    pub info: RuleInfo,
    /// The field that the rule reads.
    pub field: &'static str,
    pub(crate) check: ListCheck,
}

/// What a rule across a list requires.
#[derive(Debug)]
pub(crate) enum ListCheck {
    /// No two objects may have the same key. Objects without a key are not compared. A repetition is reported at its
    /// field.
    Unique(for<'v> fn(&'v Value<'_>) -> Option<Cow<'v, str>>),
    /// The sum of the numbers must be `total`. The error is an answer by itself.
    SumIs { total: u64, error: fn(u64) -> ErrorKind },
    /// The sum of the amounts must be at most `max`.
    SumAtMost { max: u64, amount: fn(&Value<'_>) -> u64 },
}

impl ListRule {
    /// Returns the error, if it is an answer by itself, with an example of what varies.
    pub(crate) fn answer(&self) -> Option<ErrorKind> {
        match self.check {
            ListCheck::SumIs { total, error } => Some(error(total - total / 10)),
            ListCheck::Unique(_) | ListCheck::SumAtMost { .. } => None,
        }
    }
}

/// A rule about a body as a whole.
#[derive(Debug)]
pub(crate) struct BodyRule {
    pub(crate) info: RuleInfo,
    pub(crate) errors: &'static [ErrorKind],
}

/// A rule that is bound to its object: it knows the indices of the fields that it reads.
#[derive(Debug)]
pub(crate) struct Bound<R: 'static> {
    pub(crate) rule: &'static R,
    indices: [usize; MAX_READ],
    count: usize,
    /// A bit for each field that the rule reads.
    pub(crate) mask: u32,
}

impl<R> Bound<R> {
    /// Binds a rule. If it reads a field that the object does not have, this is a compile error.
    #[allow(clippy::panic)]
    pub(crate) const fn to(rule: &'static R, reads: &[&str], fields: &[&str]) -> Self {
        let (mut indices, mut mask) = ([0; MAX_READ], 0);
        let mut i = 0;
        while i < reads.len() {
            indices[i] = match index_of(fields, reads[i]) {
                Some(index) => index,
                None => panic!("a rule reads a field that its object does not have"),
            };
            mask |= 1 << indices[i];
            i += 1;
        }
        Bound { rule, indices, count: reads.len(), mask }
    }

    /// Returns the indices of the fields that the rule reads.
    pub(crate) fn indices(&self) -> &[usize] {
        self.indices.get(..self.count).unwrap_or_default()
    }
}

impl Bound<CrossRule> {
    pub(crate) const fn new(rule: &'static CrossRule, fields: &[&str]) -> Self {
        Bound::to(rule, rule.fields, fields)
    }
}

impl Bound<ListRule> {
    pub(crate) const fn new(rule: &'static ListRule, fields: &[&str]) -> Self {
        Bound::to(rule, &[rule.field], fields)
    }

    /// Returns the index of the field that the rule reads.
    pub(crate) fn index(&self) -> usize {
        self.indices[0]
    }
}

const fn index_of(names: &[&str], name: &str) -> Option<usize> {
    let mut i = 0;
    while i < names.len() {
        if equal(names[i].as_bytes(), name.as_bytes()) {
            return Some(i);
        }
        i += 1;
    }
    None
}

pub(crate) const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}
