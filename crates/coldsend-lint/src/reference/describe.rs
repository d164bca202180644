//! Types, presences and default values in words.
use crate::schema::shape::{DefaultValue, FieldType, Presence};
use crate::types::describe_lengths;
use std::fmt::{Display, Formatter, Result};

impl Display for FieldType {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            FieldType::List { min, max, of } => {
                f.write_str("list")?;
                describe_lengths(f, *min, *max, "items")?;
                write!(f, ", each item: {of}")
            }
            FieldType::Map(of) => write!(f, "object with any keys, each value: {of}"),
            FieldType::Object(shape) => write!(f, "object ({})", shape.name),
            _ => match self.scalar() {
                Some(scalar) => scalar.describe(f),
                None => f.write_str("anything"),
            },
        }
    }
}

impl Display for Presence {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Presence::Required => f.write_str("required"),
            Presence::Nullable(DefaultValue::Null) => f.write_str("optional, may be null"),
            Presence::Nullable(default) => write!(f, "may be null; {default} by default"),
            Presence::Default(default) => write!(f, "not null; {default} by default"),
            Presence::Path => f.write_str("part of the path"),
        }
    }
}

/// Shows the value as JSON.
impl Display for DefaultValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            DefaultValue::Null => f.write_str("null"),
            DefaultValue::Boolean(value) => Display::fmt(value, f),
            DefaultValue::Integer(value) => Display::fmt(value, f),
            DefaultValue::Text(text) => write!(f, "{text:?}"),
            DefaultValue::Integers(values) => {
                let values: Vec<_> = values.iter().map(ToString::to_string).collect();
                write!(f, "[{}]", values.join(", "))
            }
        }
    }
}
