//! Rules that compare fields, as data: what they read, and what they require.
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
    /// Its id.
    pub id: &'static str,
    /// What it requires.
    pub about: &'static str,
    /// The message of its `value_error`, with `{}` for each part that varies.
    pub message: &'static str,
    /// How certain it is.
    pub evidence: Evidence,
    /// The page that states it.
    pub page: Page,
    /// The version of this crate that added it; empty without the feature `reference`.
    pub since: &'static str,
}

impl RuleInfo {
    /// A recommendation.
    pub(crate) const fn advice(
        id: &'static str,
        about: &'static str,
        message: &'static str,
        evidence: Evidence,
        page: Page,
    ) -> Self {
        RuleInfo { id, about, message, evidence, page, since: since!() }
    }

    /// Its error, with the parts that vary filled in.
    pub(crate) fn error(&self, parts: &[&str]) -> ErrorKind {
        if parts.is_empty() {
            return ErrorKind::value_error(self.message);
        }
        ErrorKind::ValueError { message: fill(self.message, parts).into() }
    }

    /// Whether it has this message.
    #[cfg(any(feature = "reference", feature = "typed"))]
    pub(crate) fn matches(&self, message: &str) -> bool {
        !self.message.is_empty() && crate::error::matches_template(self.message, message)
    }
}

/// A rule across the fields of an object. It applies only if every field that it reads is valid.
#[derive(Debug)]
pub struct CrossRule {
    /// Its id, evidence and description.
    pub info: RuleInfo,
    /// The fields it reads; its error is reported at the first.
    pub fields: &'static [&'static str],
    pub(crate) check: Check,
}

/// What a rule across fields requires, as data where possible, so that the JSON Schema can include it.
#[derive(Debug)]
pub(crate) enum Check {
    /// The field is true.
    True,
    /// One of the fields is not null.
    AtLeastOne,
    /// The first field is at most the cap that the second sets, if any.
    Max(fn(&Value<'_>) -> Option<i64>),
    /// Whether the object is wrong.
    Custom(fn(&[&Value<'_>]) -> Option<bool>),
}

impl CrossRule {
    /// The error if the object breaks the rule.
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

/// A rule across all objects of a list. It reads one field of each, if that field is valid.
#[derive(Debug)]
pub struct ListRule {
    /// Its id, evidence and description.
    pub info: RuleInfo,
    /// The field it reads.
    pub field: &'static str,
    pub(crate) check: ListCheck,
}

/// What a rule across a list requires.
#[derive(Debug)]
pub(crate) enum ListCheck {
    /// No two objects have the same key. Objects without a key are not compared; one that is wrong is reported at
    /// its field.
    Unique(for<'v> fn(&'v Value<'_>) -> Option<Cow<'v, str>>),
    /// The numbers add up to exactly this. The error is an answer by itself.
    SumIs { total: u64, error: fn(u64) -> ErrorKind },
    /// These amounts add up to at most this.
    SumAtMost { max: u64, amount: fn(&Value<'_>) -> u64 },
}

impl ListRule {
    /// Its error, if that is an answer by itself, with an example for what varies.
    #[cfg(any(feature = "reference", feature = "typed"))]
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
    #[cfg_attr(not(feature = "reference"), expect(dead_code))]
    pub(crate) errors: &'static [ErrorKind],
}

/// A rule bound to its object: it has the indices of the fields that it reads.
#[derive(Debug)]
pub(crate) struct Bound<R: 'static> {
    pub(crate) rule: &'static R,
    indices: [usize; MAX_READ],
    count: usize,
}

impl<R> Bound<R> {
    /// Reading a field that the object does not have is a compile error.
    #[allow(clippy::panic)]
    pub(crate) const fn to(rule: &'static R, reads: &[&str], fields: &[&str]) -> Self {
        let mut indices = [0; MAX_READ];
        let mut i = 0;
        while i < reads.len() {
            indices[i] = match index_of(fields, reads[i]) {
                Some(index) => index,
                None => panic!("a rule reads a field that its object does not have"),
            };
            i += 1;
        }
        Bound { rule, indices, count: reads.len() }
    }

    /// The indices of the fields it reads.
    pub(crate) fn indices(&self) -> &[usize] {
        self.indices.get(..self.count).unwrap_or_default()
    }

    /// A bit for each field that it reads.
    pub(crate) const fn mask(&self) -> u32 {
        let mut mask = 0;
        let mut i = 0;
        while i < self.count {
            mask |= 1 << self.indices[i];
            i += 1;
        }
        mask
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

    /// The index of the field it reads.
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
