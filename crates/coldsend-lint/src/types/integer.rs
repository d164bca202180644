//! Whole numbers of any size: literals, fractions cut towards zero, `true` and `false` as 1 and 0, and
//! strings that Python's `int()` reads. The lower bound is checked first. Sizes beyond 64 bits count as
//! the largest, which no bound of the API tells from it.
//! Facts: pydantic_v1.md 2 and 2.3.
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::Scalar;
use crate::json::number;
use crate::python::{float, int};

pub(super) fn check(value: Scalar<'_>, min: i64, max: i64, host: &dyn Host) -> Result<(), ErrorKind> {
    match read(value, host)? {
        number if number < min => Err(ErrorKind::NotGe { limit: min }),
        number if number > max => Err(ErrorKind::NotLe { limit: max }),
        _ => Ok(()),
    }
}

pub(super) fn read(value: Scalar<'_>, host: &dyn Host) -> Result<i64, ErrorKind> {
    match value {
        Scalar::Integer(literal) => Some(int::literal(literal)),
        Scalar::Number(value) => Some(value),
        Scalar::Boolean(value) => Some(value.into()),
        Scalar::Float(literal) => float::truncate(float::literal(literal, host)),
        Scalar::Text(text) => int::parse(&text.to_str()),
        Scalar::Null | Scalar::List | Scalar::Object => None,
    }
    .ok_or(ErrorKind::Integer)
}

/// All digits of a valid number.
pub(super) fn exact(value: Scalar<'_>, host: &dyn Host) -> Option<String> {
    match value {
        Scalar::Float(literal) => float::truncate_exact(float::literal(literal, host)),
        Scalar::Text(text) => int::canonical(&text.to_str()),
        Scalar::Integer("-0") => Some("0".to_owned()),
        Scalar::Integer(literal) => Some(literal.to_owned()),
        other => read(other, host).ok().map(number),
    }
}
