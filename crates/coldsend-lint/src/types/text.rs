//! Text: strings as they are; numbers and booleans turned to text as Python prints them. Lengths are in
//! code points, a lone surrogate is one. Lists and objects are refused.
//! Facts: pydantic_v1.md 2 and 2.2.
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::Scalar;
use crate::json::{Text, number};
use crate::python::float;
use std::borrow::Cow;

/// Text as it was sent, or as Python prints what was sent.
pub(super) enum Sent<'v> {
    Text(Text<'v>),
    Printed(Cow<'v, str>),
}

pub(super) fn check(value: Scalar<'_>, min: u32, max: u32, host: &dyn Host) -> Result<(), ErrorKind> {
    bounded(&read(value, host)?, min, max)
}

pub(super) fn read<'v>(value: Scalar<'v>, host: &dyn Host) -> Result<Sent<'v>, ErrorKind> {
    Ok(Sent::Printed(match value {
        Scalar::Text(text) => return Ok(Sent::Text(text)),
        Scalar::Boolean(value) => Cow::Borrowed(if value { "True" } else { "False" }),
        Scalar::Integer("-0") => Cow::Borrowed("0"),
        Scalar::Integer(literal) => Cow::Borrowed(literal),
        Scalar::Float(literal) => Cow::Owned(float::repr(float::literal(literal, host), host)),
        Scalar::Number(value) => Cow::Owned(number(value)),
        Scalar::Null | Scalar::List | Scalar::Object => return Err(ErrorKind::Str),
    }))
}

pub(super) fn bounded(text: &Sent<'_>, min: u32, max: u32) -> Result<(), ErrorKind> {
    let (bytes, longest) = match text {
        Sent::Text(text) if text.escaped => (text.raw.len(), 12),
        Sent::Text(text) => (text.raw.len(), 4),
        Sent::Printed(text) => (text.len(), 1),
    };
    // Code points are counted only where the number of bytes does not settle it.
    let (fewest, most) = (min as usize, max as usize);
    if bytes <= most && bytes >= fewest.saturating_mul(longest) {
        return Ok(());
    }
    match length(text) {
        length if length < fewest => Err(ErrorKind::MinLength { limit: min }),
        length if length > most => Err(ErrorKind::MaxLength { limit: max }),
        _ => Ok(()),
    }
}

pub(super) fn length(text: &Sent<'_>) -> usize {
    match text {
        Sent::Text(text) => text.length(),
        Sent::Printed(text) => text.len(),
    }
}

/// Its characters; a lone surrogate reads as NUL.
pub(super) fn to_str(text: Sent<'_>) -> Cow<'_, str> {
    match text {
        Sent::Text(text) => text.to_str(),
        Sent::Printed(text) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Native;

    #[test]
    fn numbers_and_booleans_are_text() {
        let length_of = |value| read(value, &Native).map(|text| length(&text));
        assert_eq!(length_of(Scalar::Boolean(true)), Ok(4));
        assert_eq!(length_of(Scalar::Integer("-0")), Ok(1));
        assert_eq!(length_of(Scalar::Float("1e16")), Ok(5));
        assert_eq!(length_of(Scalar::List), Err(ErrorKind::Str));
    }

    #[test]
    fn code_points_count() {
        let text = |raw: &'static str, escaped| Scalar::Text(Text { raw: raw.as_bytes(), escaped });
        assert_eq!(check(text("😀😀", false), 2, 2, &Native), Ok(()));
        assert_eq!(check(text("😀😀", false), 3, 9, &Native), Err(ErrorKind::MinLength { limit: 3 }));
        assert_eq!(check(text(r"\ud83d\ude00\ud83d", true), 2, 2, &Native), Ok(()));
        assert_eq!(check(text("abc", false), 0, 2, &Native), Err(ErrorKind::MaxLength { limit: 2 }));
    }
}
