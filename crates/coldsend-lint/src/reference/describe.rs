//! Kinds and presences in words, for the reference.
use crate::schema::shape::{DefaultValue, Kind, Presence};
use std::fmt::{Display, Formatter, Result};

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Kind::Text { min, max, secret } => {
                f.write_str(if *secret { "secret text" } else { "text" })?;
                lengths(f, *min, *max, "characters")
            }
            Kind::Email { min, max } => {
                f.write_str("e-mail address")?;
                lengths(f, *min, *max, "characters")
            }
            Kind::Integer { min, max, .. } => match (*min > i64::MIN, *max < i64::MAX) {
                (true, true) => write!(f, "whole number from {min} to {max}"),
                (true, false) => write!(f, "whole number, {min} or more"),
                (false, true) => write!(f, "whole number, {max} or less"),
                (false, false) => f.write_str("whole number"),
            },
            Kind::Boolean => f.write_str("true or false"),
            Kind::Date => f.write_str("date"),
            Kind::DateTime => f.write_str("date and time"),
            Kind::Uuid => f.write_str("UUID"),
            Kind::Choice(members) => {
                f.write_str("one of ")?;
                separated(f, members, |member, f| write!(f, "`{member}`"))
            }
            Kind::List { min, max, of } => {
                f.write_str("list")?;
                lengths(f, *min, *max, "items")?;
                write!(f, ", each: {of}")
            }
            Kind::Map(of) => write!(f, "object with keys of your choice, each value: {of}"),
            Kind::Any => f.write_str("anything"),
            Kind::Object(shape) => write!(f, "object ({})", shape.name),
        }
    }
}

fn lengths(f: &mut Formatter<'_>, min: u32, max: u32, unit: &str) -> Result {
    match (min, max) {
        (0, u32::MAX) => Ok(()),
        (0, max) => write!(f, " of at most {max} {unit}"),
        (min, u32::MAX) => write!(f, " of at least {min} {unit}"),
        (min, max) => write!(f, " of {min} to {max} {unit}"),
    }
}

impl Display for Presence {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Presence::Required => f.write_str("required"),
            Presence::Nullable(DefaultValue::Null) => f.write_str("may be left out or null"),
            Presence::Nullable(default) => write!(f, "may be null; left out it is {default}"),
            Presence::Default(default) => write!(f, "not null; left out it is {default}"),
            Presence::Path => f.write_str("a part of the path"),
        }
    }
}

/// As JSON.
impl Display for DefaultValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            DefaultValue::Null => f.write_str("null"),
            DefaultValue::Boolean(value) => Display::fmt(value, f),
            DefaultValue::Integer(value) => Display::fmt(value, f),
            DefaultValue::Text(text) => write!(f, "{text:?}"),
            DefaultValue::Integers(values) => {
                f.write_str("[")?;
                separated(f, values, Display::fmt)?;
                f.write_str("]")
            }
        }
    }
}

fn separated<T>(
    f: &mut Formatter<'_>,
    items: &[T],
    write: impl Fn(&T, &mut Formatter<'_>) -> Result,
) -> Result {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            f.write_str(", ")?;
        }
        write(item, f)?;
    }
    Ok(())
}
