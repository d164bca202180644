//! Whole numbers of any size: literals, fractions truncated toward zero, `true` and `false` as 1 and 0, and strings
//! that Python's `int()` reads. The lower bound is checked first. Numbers beyond 64 bits are compared as the nearest
//! 64-bit number, which makes no difference to the API's bounds. Facts: pydantic_v1.md 2 and 2.3.
use super::{Failure, Form, Measured, Reading, ScalarType, Soft, To, put};
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Literal, Scalar, Text, number};
use crate::python::{float, int};

/// A whole number. Its bounds are inclusive. `i64::MIN` and `i64::MAX` mean that there is no bound.
#[derive(Debug)]
pub struct IntegerType {
    /// The minimum.
    pub min: i64,
    /// The maximum.
    pub max: i64,
    /// Whether the message for a number out of bounds is ours, because no page shows it.
    pub chosen: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct IntegerValue<'v> {
    number: i64,
    /// The source of the digits of a number that may be beyond 64 bits.
    large: Option<Large<'v>>,
    is_as_documented: bool,
}

#[derive(Clone, Copy, Debug)]
enum Large<'v> {
    Literal(Literal<'v>),
    Float(f64),
    Text(Text<'v>),
}

#[cfg(feature = "schema")]
impl IntegerType {
    /// Returns every value, if there are at most `max`.
    pub(crate) fn values(&self, max: i64) -> impl Iterator<Item = super::Value<'static>> {
        let few = self.max.saturating_sub(self.min) < max;
        few.then_some(self.min..=self.max).into_iter().flatten().map(|number| IntegerValue::of(number).into())
    }
}

impl<'v> IntegerValue<'v> {
    /// Returns the number that a value is read as. A literal may be read again, which is as quick as to remember it.
    #[inline]
    pub(crate) fn number(scalar: Scalar<'_>, host: &dyn Host) -> Option<i64> {
        #[cfg(test)]
        if !matches!(scalar, Scalar::Integer(_)) {
            super::reads::count(scalar);
        }
        read(scalar, host)
    }

    /// Creates a number that was sent as `scalar`.
    fn sent(number: i64, scalar: Scalar<'v>, host: &dyn Host) -> Self {
        let large = match scalar {
            _ if !is_limit(number, scalar) => None,
            Scalar::Integer(literal) => Some(Large::Literal(literal)),
            Scalar::Float(literal) => Some(Large::Float(float::literal(literal, host))),
            Scalar::Text(text) => Some(Large::Text(text)),
            _ => None,
        };
        IntegerValue { number, large, is_as_documented: is_as_documented(scalar) }
    }

    /// Creates a number that was not sent.
    pub(crate) const fn of(number: i64) -> Self {
        IntegerValue { number, large: None, is_as_documented: true }
    }
}

impl ScalarType for IntegerType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        _: Soft,
        host: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let Some(amount) = read(scalar, host) else { return Err(ErrorKind::Integer.into()) };
        let kind = match amount {
            amount if amount < self.min => ErrorKind::NotGe { limit: self.min },
            amount if amount > self.max => ErrorKind::NotLe { limit: self.max },
            _ => {
                put(to, || IntegerValue::sent(amount, scalar, host));
                return Ok(Form::of(is_as_documented(scalar)));
            }
        };
        let as_sent = match scalar {
            Scalar::Text(text) => text.is(&number(amount)),
            other => is_as_documented(other),
        };
        let measured = (!is_limit(amount, scalar)).then_some(Measured { amount, as_sent });
        Err(Box::new(Failure { kind, measured }))
    }

    fn errors(&self) -> Vec<ErrorKind> {
        let min = (self.min > i64::MIN).then_some(ErrorKind::NotGe { limit: self.min });
        let max = (self.max < i64::MAX).then_some(ErrorKind::NotLe { limit: self.max });
        [ErrorKind::Integer].into_iter().chain(min).chain(max).collect()
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("integer", None)
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let IntegerType { min, max, .. } = self;
        match (*min > i64::MIN, *max < i64::MAX) {
            (true, true) => write!(f, "whole number from {min} to {max}"),
            (true, false) => write!(f, "whole number, {min} or more"),
            (false, true) => write!(f, "whole number, {max} or less"),
            (false, false) => f.write_str("whole number"),
        }
    }
}

/// Returns the number that a value is read as, or the nearest 64-bit number.
#[inline]
fn read(scalar: Scalar<'_>, host: &dyn Host) -> Option<i64> {
    match scalar {
        Scalar::Integer(literal) => Some(int::literal(literal.0)),
        Scalar::Number(number) => Some(number),
        Scalar::Boolean(value) => Some(value.into()),
        Scalar::Float(literal) => float::truncate(float::literal(literal, host)),
        Scalar::Text(text) => int::parse(&text.to_str()),
        Scalar::Null | Scalar::List | Scalar::Object => None,
    }
}

/// Returns whether the number may be beyond 64 bits.
fn is_limit(number: i64, scalar: Scalar<'_>) -> bool {
    matches!(number, i64::MIN | i64::MAX)
        && matches!(scalar, Scalar::Integer(_) | Scalar::Float(_) | Scalar::Text(_))
}

fn is_as_documented(scalar: Scalar<'_>) -> bool {
    matches!(scalar, Scalar::Integer(_) | Scalar::Number(_))
}

impl Reading for IntegerValue<'_> {
    fn integer(&self) -> Option<i64> {
        Some(self.number)
    }

    fn is_as_documented(&self) -> bool {
        self.is_as_documented
    }

    fn write(&self, out: &mut String) {
        let digits = match self.large {
            Some(Large::Literal(literal)) => Some(literal.as_str().to_owned()),
            Some(Large::Float(float)) => float::truncate_exact(float),
            Some(Large::Text(text)) => int::canonical(&text.to_str()),
            None => None,
        };
        out.push_str(&digits.unwrap_or_else(|| number(self.number)));
    }
}
