//! Objects, their fields, and what the values of these must be.
use super::Page;
use crate::error::hint::{Remark, hint};
use crate::error::{ErrorKind, Evidence, Wording};
use crate::schema::rule::{AdviceRule, Bound, CrossRule, ListRule};

/// The model of one JSON object; its fields stand in the order in which the API reports their errors.
#[derive(Debug)]
pub struct Shape {
    /// What the object is, as its rule ids begin: `campaign`, `variant`, …
    pub object: &'static str,
    /// The name of the typed request.
    #[cfg(feature = "reference")]
    pub name: &'static str,
    /// What the object is for.
    #[cfg(feature = "reference")]
    pub about: &'static str,
    /// Its fields, in declaration order.
    pub fields: &'static [Field],
    /// Rules across its fields.
    pub rules: &'static [Bound<CrossRule>],
    /// Rules across all objects of a list of these.
    pub list_rules: &'static [Bound<ListRule>],
    /// Recommendations about it.
    pub advice: &'static [Bound<AdviceRule>],
    /// How it is sent.
    pub mode: Mode,
}

/// How an object is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// As JSON, whole.
    Whole,
    /// As JSON; a member that is not sent keeps the value that the server has.
    Partial,
    /// As a query string, where every value is text.
    Query,
    /// Not at all: it is JSON of what is known before a request is sent, for this crate.
    Facts,
}

/// One member of an object.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// The id of its rule.
    pub rule: &'static str,
    /// What its value must be.
    pub kind: Kind,
    /// Whether it may be absent or null.
    pub presence: Presence,
    /// How sure the field and its limits are.
    pub limit: Evidence,
    /// The page that says so.
    pub page: Page,
    /// What it is for.
    #[cfg(feature = "reference")]
    pub about: &'static str,
    /// The version of this crate that knew it first.
    #[cfg(feature = "reference")]
    pub since: &'static str,
}

/// What a value must be. Bounds are inclusive; an open end is the type's own limit.
#[derive(Debug)]
pub enum Kind {
    /// Text; lengths are in code points.
    Text {
        /// Fewest code points.
        min: u32,
        /// Most code points.
        max: u32,
        /// Whether its value must never be shown.
        secret: bool,
    },
    /// An e-mail address; lengths are in code points of the text as it is sent.
    Email {
        /// Fewest code points.
        min: u32,
        /// Most code points.
        max: u32,
    },
    /// A whole number.
    Integer {
        /// The smallest.
        min: i64,
        /// The largest.
        max: i64,
        /// Whether the answer to a number out of bounds is a choice of ours.
        chosen: bool,
    },
    /// True or false.
    Boolean,
    /// A date in ISO 8601, or a timestamp.
    Date,
    /// A date and time in ISO 8601, or a timestamp.
    DateTime,
    /// A UUID.
    Uuid,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A list.
    List {
        /// Fewest items.
        min: u32,
        /// Most items.
        max: u32,
        /// What each item must be.
        of: &'static Kind,
    },
    /// An object with keys of the sender's choice.
    Map(&'static Kind),
    /// Anything at all.
    Any,
    /// An object.
    Object(&'static Shape),
}

/// Whether a field may be absent or null.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Presence {
    /// It must be there, and not null.
    Required,
    /// It may be null. Absent means this value.
    Nullable(DefaultValue),
    /// It must not be null. Absent means this value.
    Default(DefaultValue),
    /// It is a part of the path, so it is always there.
    Path,
}

/// The value of a field that is absent.
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

/// One way in which a field's value can be wrong.
#[derive(Debug)]
pub struct Constraint {
    /// Where, below the field: empty, `[i]` or `{key}`.
    pub at: String,
    /// What the API answers.
    pub kind: ErrorKind,
    /// How sure the wording is.
    pub wording: Wording,
}

impl Constraint {
    /// What to do about it, for people; the field is the one that it constrains.
    pub fn hint(&self, field: Option<&Field>) -> String {
        let optional = field.is_some_and(|field| matches!(field.presence, Presence::Default(_)));
        let remark = if optional && self.at.is_empty() { Remark::Optional } else { Remark::None };
        hint(&self.kind, field.map(|field| field.name), None, None, remark)
    }
}

impl Shape {
    /// The place of a key among the fields. Documents mostly follow the declaration, so the search starts
    /// at the field after the last one found.
    pub(crate) fn find(&self, start: usize, is: impl Fn(&str) -> bool) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(start).unwrap_or((self.fields, &[]));
        let found = after.iter().position(|field| is(field.name));
        found.map(|i| i + before.len()).or_else(|| before.iter().position(|field| is(field.name)))
    }

    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Field {
    /// Whether its value must never be shown.
    pub fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Text { secret: true, .. })
    }

    /// Every way in which its value can be wrong, in the order in which they are checked.
    pub fn constraints(&self, mode: Mode) -> Vec<Constraint> {
        let mut found = Vec::new();
        if mode == Mode::Query {
            // What is in a query string is text, and no other kind of value.
            let of_other_types = [ErrorKind::Str, ErrorKind::DateTimeType];
            self.kind.constraints("", &mut found);
            found.retain(|constraint| !of_other_types.contains(&constraint.kind));
            return found;
        }
        if self.presence == Presence::Required {
            push(&mut found, "", ErrorKind::Missing);
        }
        if matches!(self.presence, Presence::Required | Presence::Default(_)) {
            push(&mut found, "", ErrorKind::Null);
        }
        self.kind.constraints("", &mut found);
        found
    }
}

fn push(found: &mut Vec<Constraint>, at: &str, kind: ErrorKind) {
    found.push(Constraint { at: at.to_owned(), wording: kind.wording(), kind });
}

impl Kind {
    /// The object that a value is, or that lists and maps in it hold.
    pub fn object(&self) -> Option<&'static Shape> {
        match self {
            Kind::Object(shape) => Some(shape),
            Kind::List { of, .. } | Kind::Map(of) => of.object(),
            _ => None,
        }
    }

    fn constraints(&self, at: &str, found: &mut Vec<Constraint>) {
        match self {
            Kind::Text { min, max, .. } | Kind::Email { min, max } => {
                push(found, at, ErrorKind::Str);
                if *min > 0 {
                    push(found, at, ErrorKind::MinLength { limit: *min });
                }
                if *max < u32::MAX {
                    push(found, at, ErrorKind::MaxLength { limit: *max });
                }
                if matches!(self, Kind::Email { .. }) {
                    push(found, at, ErrorKind::Email);
                }
            }
            Kind::Integer { min, max, chosen } => {
                push(found, at, ErrorKind::Integer);
                let bounds = found.len();
                if *min > i64::MIN {
                    push(found, at, ErrorKind::NotGe { limit: *min });
                }
                if *max < i64::MAX {
                    push(found, at, ErrorKind::NotLe { limit: *max });
                }
                if *chosen {
                    found.iter_mut().skip(bounds).for_each(|bound| bound.wording = Wording::Chosen);
                }
            }
            Kind::Boolean => push(found, at, ErrorKind::Bool),
            Kind::DateTime => {
                push(found, at, ErrorKind::DateTime);
                push(found, at, ErrorKind::DateTimeType);
                push(found, at, ErrorKind::DateTimeNan);
            }
            Kind::Date => {
                push(found, at, ErrorKind::Date);
                push(found, at, ErrorKind::DateTimeType);
                push(found, at, ErrorKind::DateTimeNan);
            }
            Kind::Uuid => push(found, at, ErrorKind::Uuid),
            Kind::Choice(members) => push(found, at, ErrorKind::not_among(members)),
            Kind::List { min, max, of } => {
                push(found, at, ErrorKind::List);
                if *min > 0 {
                    push(found, at, ErrorKind::MinItems { limit: *min });
                }
                if *max < u32::MAX {
                    push(found, at, ErrorKind::MaxItems { limit: *max });
                }
                let items = format!("{at}[i]");
                push(found, &items, ErrorKind::Null);
                of.constraints(&items, found);
            }
            Kind::Map(of) => {
                push(found, at, ErrorKind::Dict);
                // A key of a list of pairs may be null even where any value is right.
                let values = format!("{at}{{key}}");
                push(found, &values, ErrorKind::Null);
                of.constraints(&values, found);
            }
            Kind::Any => {}
            Kind::Object(_) => {
                push(found, at, ErrorKind::Dict);
                push(found, at, ErrorKind::Keywords);
                push(found, at, ErrorKind::ForbiddenKey);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Native;
    use crate::json::Scalar;
    use crate::json::Text;
    use crate::requests::operation::Operation;
    use crate::types;

    fn fits(kind: &Kind, value: DefaultValue) -> bool {
        let check = |value| types::check(kind, value, &Native).is_ok();
        match (value, kind) {
            (DefaultValue::Null, _) => true,
            (DefaultValue::Boolean(value), _) => check(Scalar::Boolean(value)),
            (DefaultValue::Integer(value), _) => check(Scalar::Number(value)),
            (DefaultValue::Text(text), _) => check(Scalar::Text(Text::plain(text))),
            (DefaultValue::Integers(values), Kind::List { min, max, of }) => {
                (*min as usize..=*max as usize).contains(&values.len())
                    && values.iter().all(|value| fits(of, DefaultValue::Integer(*value)))
            }
            (DefaultValue::Integers(_), _) => false,
        }
    }

    fn check_defaults(shape: &Shape) {
        for field in shape.fields {
            if let Presence::Nullable(default) | Presence::Default(default) = field.presence {
                assert!(fits(&field.kind, default), "{}: {default}", field.rule);
            }
            if let Some(inner) = field.kind.object() {
                check_defaults(inner);
            }
        }
    }

    #[test]
    fn every_default_passes_its_own_kind() {
        Operation::ALL.iter().filter_map(|operation| operation.shape()).for_each(check_defaults);
        assert!(!fits(&Kind::Integer { min: 1, max: 5, chosen: false }, DefaultValue::Integer(9)));
    }
}
