//! What the API requires of each object and of each of its fields, as data.
use super::Page;
pub use super::constraint::{ConstraintEvidence, ConstraintKind};
pub use super::field_type::FieldType;
use super::rule::{Bound, CrossRule, ListRule};
use crate::error::Evidence;
use crate::json::{Guide, Keys, MAX_KEYS, Text};
pub use crate::types::{
    BooleanType, ChoiceType, DateTimeType, DateType, EmailType, IntegerType, TextType, UuidType,
};
use crate::types::{IntegerValue, Soft, TextValue, Value};

/// The maximum number of fields of a request: the traversal keeps an object's values in an array of this size.
pub(crate) const MAX_FIELDS: usize = MAX_KEYS;
/// The maximum number of fields that the rules of an object read.
pub(crate) const MAX_KEPT: usize = 4;
/// The maximum number of rules across a list of an object.
pub(crate) const MAX_LIST_RULES: usize = 2;
/// The key under which a file can name its JSON Schema.
pub(crate) const SCHEMA_KEY: &str = "$schema";

/// The shape of an object: its fields, in the order in which the API reports their errors, and its rules.
#[derive(Debug)]
pub struct Shape {
    /// The kind of object, such as `campaign` or `variant`. The ids of its rules begin with it.
    pub object: &'static str,
    /// The name of the typed request.
    pub name: &'static str,
    /// What the object is for. It is empty without the feature `reference`.
    pub about: &'static str,
    /// The fields, in the order of the declaration.
    pub fields: &'static [Field],
    /// The names of the fields, for the reader of documents.
    pub(crate) keys: &'static Keys,
    pub(crate) rules: &'static [Bound<CrossRule>],
    pub(crate) list_rules: &'static [Bound<ListRule>],
    /// A bit for each field that must be present.
    pub(crate) required: u32,
    /// A bit for each field whose violations reject.
    pub(crate) rejecting: u32,
    /// A bit for each field that the rules read.
    pub(crate) kept: u32,
    /// A bit for each field that advice looks at even if its values are valid and as documented.
    pub(crate) advised: u32,
    /// The keys that the API has retired, and what to do instead.
    pub retired: &'static [(&'static str, &'static str)],
    /// The keys that other software of the vendor accepts or adds.
    pub known_elsewhere: &'static [&'static str],
    /// How the object is sent.
    pub mode: Mode,
}

/// How an object is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// As JSON, where omitted fields have their defaults.
    Whole,
    /// As JSON. The server keeps the values of omitted fields.
    Partial,
    /// As a query string, where every value is text.
    Query,
    /// Not at all. The object is a situation, which only this crate reads.
    Facts,
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// The id of the rule for this field, such as `campaign-name`.
    pub rule: &'static str,
    /// The type of the value.
    pub field_type: FieldType,
    /// Whether the field may be omitted or null.
    pub presence: Presence,
    /// How certain the field and its constraints are.
    pub evidence: Evidence,
    /// The constraints that have their own evidence.
    pub constraints: &'static [ConstraintEvidence],
    pub(crate) soft: Soft,
    /// The page that states the rule.
    pub page: Page,
    /// What the field is for. It is empty without the feature `reference`.
    pub about: &'static str,
    /// The version of this crate that added the field. It is empty without the feature `reference`.
    pub since: &'static str,
}

/// Whether a field may be omitted or null.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Presence {
    /// It must be present and must not be null.
    Required,
    /// It may be null. If omitted, it has this value.
    Nullable(DefaultValue),
    /// It must not be null. If omitted, it has this value.
    Default(DefaultValue),
    /// It is part of the path, so it is always present.
    Path,
}

/// The value of a field that is omitted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DefaultValue {
    /// `null`.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number.
    Integer(i64),
    /// Text.
    Text(&'static str),
    /// A list of numbers.
    Integers(&'static [i64]),
}

impl Presence {
    /// Returns the value that rules read if the field is omitted. Booleans and lists are null for rules.
    pub(crate) fn default_value(self) -> Value<'static> {
        let (Presence::Nullable(default) | Presence::Default(default)) = self else { return Value::Null };
        match default {
            DefaultValue::Integer(value) => IntegerValue::of(value).into(),
            DefaultValue::Text(text) => TextValue::Sent(Text::plain(text)).into(),
            DefaultValue::Null | DefaultValue::Boolean(_) | DefaultValue::Integers(_) => Value::Null,
        }
    }
}

impl Shape {
    /// Returns the index of the field with this name.
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        self.keys.find(name).map(|index| index as usize)
    }

    /// Returns the guide for the reader of an object of this shape.
    pub(crate) const fn guide(&self) -> Guide {
        Guide { keys: Some(self.keys), lists: 0 }
    }

    /// Returns the rules across the fields.
    pub fn rules(&self) -> impl Iterator<Item = &'static CrossRule> + use<> {
        self.rules.iter().map(|bound| bound.rule)
    }

    /// Returns the rules across all objects of a list of these objects.
    pub fn list_rules(&self) -> impl Iterator<Item = &'static ListRule> + use<> {
        self.list_rules.iter().map(|bound| bound.rule)
    }

    /// Returns the field with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.get(self.find(name.as_bytes())?)
    }
}

impl Field {
    /// Returns whether the value must never be shown.
    pub fn is_secret(&self) -> bool {
        self.field_type.is_secret()
    }
}

/// Returns a bit for each field that must be present.
pub(crate) const fn required(fields: &[Field]) -> u32 {
    let (mut mask, mut i) = (0, 0);
    while i < fields.len() {
        if matches!(fields[i].presence, Presence::Required) {
            mask |= 1 << i;
        }
        i += 1;
    }
    mask
}

/// Returns a bit for each field whose violations reject.
pub(crate) const fn rejecting(fields: &[Field]) -> u32 {
    let (mut mask, mut i) = (0, 0);
    while i < fields.len() {
        if fields[i].evidence.rejects() {
            mask |= 1 << i;
        }
        i += 1;
    }
    mask
}

/// Returns a bit for each field that the rules read.
#[allow(clippy::panic)]
pub(crate) const fn kept(rules: &[Bound<CrossRule>], list_rules: &[Bound<ListRule>]) -> u32 {
    let kept = read_by(rules, list_rules, true);
    assert!(kept.count_ones() as usize <= MAX_KEPT);
    assert!(list_rules.len() <= MAX_LIST_RULES);
    kept
}

/// Returns a bit for each field that advice looks at even if its values are valid and as documented: those with
/// constraints that do not reject, those with objects, and those that rules read that do not reject.
pub(crate) const fn advised(
    fields: &[Field],
    rules: &[Bound<CrossRule>],
    list_rules: &[Bound<ListRule>],
) -> u32 {
    let (mut mask, mut i) = (read_by(rules, list_rules, false), 0);
    while i < fields.len() {
        let Field { evidence, soft, field_type, .. } = &fields[i];
        if !evidence.rejects() || !soft.is_none() || field_type.object().is_some() {
            mask |= 1 << i;
        }
        i += 1;
    }
    mask
}

/// Returns a bit for each field that the rules read, without those that reject unless `rejecting`.
const fn read_by(rules: &[Bound<CrossRule>], list_rules: &[Bound<ListRule>], rejecting: bool) -> u32 {
    let (mut mask, mut i) = (0, 0);
    while i < rules.len() {
        if rejecting || !rules[i].rule.info.evidence.rejects() {
            mask |= rules[i].mask;
        }
        i += 1;
    }
    i = 0;
    while i < list_rules.len() {
        if rejecting || !list_rules[i].rule.info.evidence.rejects() {
            mask |= list_rules[i].mask;
        }
        i += 1;
    }
    mask
}
