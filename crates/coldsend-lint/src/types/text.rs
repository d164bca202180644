//! Text. Strings are unchanged, numbers and booleans are converted to text as Python prints them, and lists and objects
//! are rejected. Lengths are in code points, including lone surrogates. Facts: pydantic_v1.md 2 and 2.2.
use super::{Failure, Form, Measured, Reading, ScalarType, Soft, To, Value, put};
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Literal, Scalar, Text, number, quote, quote_text};
use crate::python::float;
use std::borrow::Cow;

/// Text.
#[derive(Debug)]
pub struct TextType {
    /// The minimum number of code points.
    pub min: u32,
    /// The maximum number of code points.
    pub max: u32,
    /// Whether the value must never be shown.
    pub secret: bool,
}

/// Text as sent, or as Python prints another value.
#[derive(Clone, Debug)]
pub(crate) enum TextValue<'v> {
    Sent(Text<'v>),
    Printed(Cow<'v, str>),
}

impl ScalarType for TextType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        soft: Soft,
        host: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let bounds = soft.rejecting(self.min, self.max);
        match scalar {
            Scalar::Text(text) => {
                check_sent(text, bounds).map_err(|failure| self.hide(failure))?;
                put(to, || TextValue::Sent(text));
                Ok(Form::AsDocumented)
            }
            other => {
                let text = TextValue::read(other, host)?;
                text.check_length(bounds).map_err(|failure| self.hide(failure))?;
                put(to, || text);
                Ok(Form::Other)
            }
        }
    }

    fn advise(&self, value: &Value<'_>, soft: Soft, _: &dyn Host) -> Option<Failure> {
        let Value::Text(text) = value else { return None };
        text.check_length(soft.advising(self.min, self.max)).err().map(|failure| *self.hide(failure))
    }

    fn errors(&self) -> Vec<ErrorKind> {
        length_errors(self.min, self.max)
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("string", None)
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.secret { "secret text" } else { "text" })?;
        describe_lengths(f, self.min, self.max, "characters")
    }
}

impl TextType {
    /// Removes the length of a secret from a failure.
    fn hide(&self, failure: Box<Failure>) -> Box<Failure> {
        if self.secret { failure.kind.into() } else { failure }
    }
}

/// Returns the errors for a value that is not text or has the wrong length.
pub(super) fn length_errors(min: u32, max: u32) -> Vec<ErrorKind> {
    let min = (min > 0).then_some(ErrorKind::MinLength { limit: min });
    let max = (max < u32::MAX).then_some(ErrorKind::MaxLength { limit: max });
    [ErrorKind::Str].into_iter().chain(min).chain(max).collect()
}

/// Writes a description of the bounds of a length.
#[cfg(feature = "reference")]
pub(crate) fn describe_lengths(
    f: &mut std::fmt::Formatter<'_>,
    min: u32,
    max: u32,
    unit: &str,
) -> std::fmt::Result {
    match (min, max) {
        (0, u32::MAX) => Ok(()),
        (0, max) => write!(f, " of at most {max} {unit}"),
        (1, u32::MAX) => write!(f, " of at least 1 {}", unit.trim_end_matches('s')),
        (min, u32::MAX) => write!(f, " of at least {min} {unit}"),
        (min, max) => write!(f, " of {min} to {max} {unit}"),
    }
}

/// Checks the number of code points of a text as sent.
#[inline]
pub(super) fn check_sent(text: Text<'_>, (min, max): (u32, u32)) -> Result<(), Box<Failure>> {
    let (bytes, longest) = (text.raw.len(), if text.escaped { 12 } else { 4 });
    // Code points are counted only if the number of bytes does not decide.
    if bytes <= max as usize && bytes >= (min as usize).saturating_mul(longest) {
        return Ok(());
    }
    compare(text.length(), (min, max), true)
}

/// Compares a number of code points with its bounds.
fn compare(length: usize, (min, max): (u32, u32), as_sent: bool) -> Result<(), Box<Failure>> {
    let kind = match length {
        length if length < min as usize => ErrorKind::MinLength { limit: min },
        length if length > max as usize => ErrorKind::MaxLength { limit: max },
        _ => return Ok(()),
    };
    let measured = length.try_into().ok().map(|amount| Measured { amount, as_sent });
    Err(Box::new(Failure { kind, measured }))
}

impl<'v> TextValue<'v> {
    /// Reads text of any length.
    #[inline]
    pub(crate) fn read(scalar: Scalar<'v>, host: &dyn Host) -> Result<Self, ErrorKind> {
        match scalar {
            Scalar::Text(text) => Ok(TextValue::Sent(text)),
            other => Self::print(other, host).map(TextValue::Printed).ok_or(ErrorKind::Str),
        }
    }

    /// Prints a value that is not text, as Python does.
    fn print(scalar: Scalar<'v>, host: &dyn Host) -> Option<Cow<'v, str>> {
        Some(match scalar {
            Scalar::Boolean(value) => Cow::Borrowed(if value { "True" } else { "False" }),
            Scalar::Integer(Literal(b"-0")) => Cow::Borrowed("0"),
            Scalar::Integer(literal) => Cow::Borrowed(literal.as_str()),
            Scalar::Float(literal) => Cow::Owned(float::repr(float::literal(literal, host), host)),
            Scalar::Number(value) => Cow::Owned(number(value)),
            Scalar::Text(text) => text.to_str(),
            Scalar::Null | Scalar::List | Scalar::Object => return None,
        })
    }

    pub(super) fn check_length(&self, bounds: (u32, u32)) -> Result<(), Box<Failure>> {
        match self {
            TextValue::Sent(text) => check_sent(*text, bounds),
            TextValue::Printed(text) => compare(text.len(), bounds, false),
        }
    }

    /// Returns the characters. A lone surrogate becomes NUL.
    pub(crate) fn into_str(self) -> Cow<'v, str> {
        match self {
            TextValue::Sent(text) => text.to_str(),
            TextValue::Printed(text) => text,
        }
    }
}

impl Reading for TextValue<'_> {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(match self {
            TextValue::Sent(text) => text.to_str(),
            TextValue::Printed(text) => Cow::Borrowed(text),
        })
    }

    fn is_as_documented(&self) -> bool {
        matches!(self, TextValue::Sent(_))
    }

    fn write(&self, out: &mut String) {
        match self {
            TextValue::Sent(text) => quote_text(*text, out),
            TextValue::Printed(text) => quote(text, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Native;

    #[test]
    fn numbers_and_booleans_are_text() {
        let length_of = |scalar| TextValue::read(scalar, &Native).map(|text| text.into_str().len());
        assert_eq!(length_of(Scalar::Boolean(true)), Ok(4));
        assert_eq!(length_of(Scalar::Integer(Literal(b"-0"))), Ok(1));
        assert_eq!(length_of(Scalar::Float("1e16")), Ok(5));
        assert_eq!(length_of(Scalar::List), Err(ErrorKind::Str));
    }

    #[test]
    fn code_points_count() {
        let check = |raw: &'static str, escaped, min, max| {
            let text = TextValue::Sent(Text { raw: raw.as_bytes(), escaped });
            text.check_length((min, max)).map_err(|failure| (failure.kind, failure.measured.unwrap().amount))
        };
        assert_eq!(check("😀😀", false, 2, 2), Ok(()));
        assert_eq!(check("😀😀", false, 3, 9), Err((ErrorKind::MinLength { limit: 3 }, 2)));
        assert_eq!(check(r"\ud83d\ude00\ud83d", true, 2, 2), Ok(()));
        assert_eq!(check("abc", false, 0, 2), Err((ErrorKind::MaxLength { limit: 2 }, 3)));
    }

    #[test]
    fn a_secret_is_not_measured() {
        let secret = TextType { min: 3, max: 9, secret: true };
        let failure = secret.read(Scalar::Text(Text::plain("a")), Soft::NONE, &Native, None).unwrap_err();
        assert_eq!(*failure, ErrorKind::MinLength { limit: 3 }.into());
    }
}
