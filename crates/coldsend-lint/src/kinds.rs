//! One kind of value, one file: what is taken as it, and what refuses the rest. Documents and typed
//! values are judged by the same code.
mod boolean;
mod choice;
pub(crate) mod datetime;
pub(crate) mod email;
mod integer;
mod text;
pub(crate) mod uuid;

use crate::error::ErrorKind;
use crate::hint::Remark;
use crate::json::quote;
use crate::python::float;
use crate::rule::Input;
use crate::shape::Kind;
use crate::source::Scalar;
use datetime::{DateTime, Refusal};
use email::Unicode;
use std::borrow::Cow;

/// Judges a value of a kind that holds no others.
pub(crate) fn check(kind: &Kind, value: Scalar<'_>, unicode: &dyn Unicode) -> Result<(), ErrorKind> {
    match kind {
        Kind::Any => Ok(()),
        _ if matches!(value, Scalar::Null) => Err(ErrorKind::Null),
        Kind::Text { min, max, .. } => text::check(value, *min, *max),
        Kind::Email { min, max } => address(value, *min, *max, unicode),
        Kind::Integer { min, max, .. } => integer::check(value, *min, *max),
        Kind::Boolean => boolean::read(value).map(drop),
        Kind::Date => date(value).map(drop),
        Kind::DateTime => date_time(value).map(drop),
        Kind::Uuid => identifier(value).map(drop),
        Kind::Choice(members) => choice::read(value, members).map(drop),
        Kind::List { .. } => Err(ErrorKind::List),
        Kind::Map(_) | Kind::Object(_) => Err(ErrorKind::Dict),
    }
}

/// The length is that of the text as it is sent; the address may be less of it.
fn address(value: Scalar<'_>, min: u32, max: u32, unicode: &dyn Unicode) -> Result<(), ErrorKind> {
    let text = text::read(value)?;
    text::bounded(&text, min, max)?;
    if email::is_valid(&text::to_str(text), unicode) { Ok(()) } else { Err(ErrorKind::Email) }
}

fn identifier(value: Scalar<'_>) -> Result<u128, ErrorKind> {
    match value {
        Scalar::Text(text) => uuid::parse(&text.to_str()),
        _ => None,
    }
    .ok_or(ErrorKind::Uuid)
}

fn date_time(value: Scalar<'_>) -> Result<DateTime, ErrorKind> {
    moment(value, datetime::from_text, ErrorKind::DateTime)
}

fn date(value: Scalar<'_>) -> Result<DateTime, ErrorKind> {
    moment(value, datetime::date_from_text, ErrorKind::Date)
}

fn moment(
    value: Scalar<'_>,
    from_text: fn(&str) -> Result<DateTime, Refusal>,
    format: ErrorKind,
) -> Result<DateTime, ErrorKind> {
    match value {
        Scalar::Text(text) => from_text(&text.to_str()),
        Scalar::Float(literal) => datetime::from_float(float::literal(literal)),
        Scalar::Integer(literal) => Ok(datetime::from_int_literal(literal)),
        Scalar::Number(value) => Ok(datetime::from_int_literal(&value.to_string())),
        Scalar::Boolean(value) => Ok(datetime::from_int_literal(if value { "1" } else { "0" })),
        Scalar::Null | Scalar::List | Scalar::Object => return Err(ErrorKind::DateTimeType),
    }
    .map_err(|refusal| match refusal {
        Refusal::Format => format,
        Refusal::NotANumber => ErrorKind::DateTimeNan,
    })
}

/// Whether a valid value has the JSON type and the form that the documentation names, so that the API
/// keeps it as it is.
pub(crate) fn is_as_documented(kind: &Kind, value: Scalar<'_>, unicode: &dyn Unicode) -> bool {
    match (kind, value) {
        (Kind::Integer { .. }, Scalar::Integer(_))
        | (Kind::Boolean, Scalar::Boolean(_))
        | (Kind::Text { .. } | Kind::Choice(_), Scalar::Text(_))
        | (Kind::Any | Kind::List { .. } | Kind::Map(_) | Kind::Object(_), _) => true,
        (Kind::Email { .. }, Scalar::Text(text)) => {
            let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'@');
            let coded = || text.raw.windows(4).any(|window| window == b"xn--");
            (text.raw.iter().all(plain) && !coded())
                || email::normalize(&text.to_str(), unicode).is_some_and(|kept| text.is(&kept))
        }
        // A year and a hyphen; any other text is a number, a timestamp.
        (Kind::Date | Kind::DateTime, Scalar::Text(text)) => text.to_str().as_bytes().get(4) == Some(&b'-'),
        (Kind::Uuid, Scalar::Text(text)) => text.length() == uuid::WRITTEN,
        _ => false,
    }
}

/// A valid value that is not text, as JSON of what the API takes it for.
pub(crate) fn coerced(kind: &Kind, value: Scalar<'_>, unicode: &dyn Unicode) -> String {
    let text = |text: &str| {
        let mut out = String::new();
        quote(text, &mut out);
        out
    };
    match kind {
        Kind::Integer { .. } => integer::exact(value),
        Kind::Boolean => boolean::read(value).ok().map(|value| value.to_string()),
        Kind::Date => date(value).ok().and_then(|date| date.to_string().get(..10).map(text)),
        Kind::DateTime => date_time(value).ok().map(|time| text(&time.to_string())),
        Kind::Uuid => identifier(value).ok().map(|id| text(&uuid::canonical(id))),
        Kind::Email { .. } => text::read(value)
            .ok()
            .and_then(|sent| email::normalize(&text::to_str(sent), unicode))
            .map(|kept| text(&kept)),
        _ => Some(text(&printed(value))),
    }
    .unwrap_or_else(|| "null".to_owned())
}

/// A value as text.
pub(crate) fn printed(value: Scalar<'_>) -> Cow<'_, str> {
    text::read(value).map(text::to_str).unwrap_or_default()
}

/// A valid value, as rules across fields read it.
pub(crate) fn input<'v>(kind: &Kind, value: Scalar<'v>) -> Input<'v> {
    match kind {
        Kind::Integer { .. } => integer::read(value).map_or(Input::Unknown, Input::Integer),
        Kind::Boolean => boolean::read(value).map_or(Input::Unknown, |value| Input::Integer(value.into())),
        Kind::Date => date(value).map_or(Input::Unknown, |date| Input::Integer(date.order())),
        _ => text::read(value).map_or(Input::Unknown, |text| Input::Text(text::to_str(text))),
    }
}

/// What a limit was compared with: a number of code points, or the number itself; and whether that is
/// what was sent. Nothing for a number too large to show.
pub(crate) fn measure(error: &ErrorKind, value: Scalar<'_>) -> Option<(i64, Remark)> {
    let (measured, as_sent) = match error {
        ErrorKind::MinLength { .. } | ErrorKind::MaxLength { .. } => {
            let length = text::length(&text::read(value).ok()?).try_into().ok()?;
            (length, matches!(value, Scalar::Text(_)))
        }
        ErrorKind::NotGe { .. } | ErrorKind::NotLe { .. } => {
            let number =
                integer::read(value).ok().filter(|number| !matches!(*number, i64::MIN | i64::MAX))?;
            let as_sent = match value {
                Scalar::Integer(_) | Scalar::Number(_) => true,
                Scalar::Text(text) => text.is(&number.to_string()),
                _ => false,
            };
            (number, as_sent)
        }
        _ => return None,
    };
    Some((measured, if as_sent { Remark::None } else { Remark::Converted }))
}
