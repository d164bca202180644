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
use crate::error::hint::Remark;
use crate::host::Host;
use crate::json::Scalar;
use crate::json::{number, quote};
use crate::python::float;
use crate::schema::rule::Input;
use crate::schema::shape::Kind;
use datetime::{DateTime, Refusal};
use std::borrow::Cow;

/// Judges a value of a kind that holds no others.
pub(crate) fn check(kind: &Kind, value: Scalar<'_>, host: &dyn Host) -> Result<(), ErrorKind> {
    match kind {
        Kind::Any => Ok(()),
        _ if matches!(value, Scalar::Null) => Err(ErrorKind::Null),
        Kind::Text { min, max, .. } => text::check(value, *min, *max, host),
        Kind::Email { min, max } => address(value, *min, *max, host),
        Kind::Integer { min, max, .. } => integer::check(value, *min, *max, host),
        Kind::Boolean => boolean::read(value, host).map(drop),
        Kind::Date => date(value, host).map(drop),
        Kind::DateTime => date_time(value, host).map(drop),
        Kind::Uuid => identifier(value).map(drop),
        Kind::Choice(members) => choice::read(value, members).map(drop),
        Kind::List { .. } => Err(ErrorKind::List),
        Kind::Map(_) | Kind::Object(_) => Err(ErrorKind::Dict),
    }
}

/// The length is that of the text as it is sent; the address may be less of it.
fn address(value: Scalar<'_>, min: u32, max: u32, host: &dyn Host) -> Result<(), ErrorKind> {
    let text = text::read(value, host)?;
    text::bounded(&text, min, max)?;
    if email::is_valid(&text::to_str(text), host) { Ok(()) } else { Err(ErrorKind::Email) }
}

fn identifier(value: Scalar<'_>) -> Result<u128, ErrorKind> {
    match value {
        Scalar::Text(text) => uuid::parse(&text.to_str()),
        _ => None,
    }
    .ok_or(ErrorKind::Uuid)
}

fn date_time(value: Scalar<'_>, host: &dyn Host) -> Result<DateTime, ErrorKind> {
    moment(value, datetime::from_text, ErrorKind::DateTime, host)
}

fn date(value: Scalar<'_>, host: &dyn Host) -> Result<DateTime, ErrorKind> {
    moment(value, datetime::date_from_text, ErrorKind::Date, host)
}

fn moment(
    value: Scalar<'_>,
    from_text: fn(&str, &dyn Host) -> Result<DateTime, Refusal>,
    format: ErrorKind,
    host: &dyn Host,
) -> Result<DateTime, ErrorKind> {
    match value {
        Scalar::Text(text) => from_text(&text.to_str(), host),
        Scalar::Float(literal) => datetime::from_float(float::literal(literal, host)),
        Scalar::Integer(literal) => Ok(datetime::from_int_literal(literal, host)),
        Scalar::Number(value) => Ok(datetime::from_int_literal(&number(value), host)),
        Scalar::Boolean(value) => Ok(datetime::from_int_literal(if value { "1" } else { "0" }, host)),
        Scalar::Null | Scalar::List | Scalar::Object => return Err(ErrorKind::DateTimeType),
    }
    .map_err(|refusal| match refusal {
        Refusal::Format => format,
        Refusal::NotANumber => ErrorKind::DateTimeNan,
    })
}

/// Whether a valid value has the JSON type and the form that the documentation names, so that the API
/// keeps it as it is.
pub(crate) fn is_as_documented(kind: &Kind, value: Scalar<'_>, host: &dyn Host) -> bool {
    match (kind, value) {
        (Kind::Integer { .. }, Scalar::Integer(_))
        | (Kind::Boolean, Scalar::Boolean(_))
        | (Kind::Text { .. } | Kind::Choice(_), Scalar::Text(_))
        | (Kind::Any | Kind::List { .. } | Kind::Map(_) | Kind::Object(_), _) => true,
        (Kind::Email { .. }, Scalar::Text(text)) => {
            let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'@');
            let coded = || text.raw.windows(4).any(|window| window == b"xn--");
            (text.raw.iter().all(plain) && !coded())
                || email::normalize(&text.to_str(), host).is_some_and(|kept| text.is(&kept))
        }
        // A year and a hyphen; any other text is a number, a timestamp.
        (Kind::Date | Kind::DateTime, Scalar::Text(text)) => text.to_str().as_bytes().get(4) == Some(&b'-'),
        (Kind::Uuid, Scalar::Text(text)) => text.length() == uuid::WRITTEN,
        _ => false,
    }
}

/// A valid value that is not text, as JSON of what the API takes it for.
pub(crate) fn coerced(kind: &Kind, value: Scalar<'_>, host: &dyn Host) -> String {
    let (read, is_text) = match kind {
        Kind::Integer { .. } => (integer::exact(value, host), false),
        Kind::Boolean => (
            boolean::read(value, host).ok().map(|value| if value { "true" } else { "false" }.to_owned()),
            false,
        ),
        Kind::Date => {
            (date(value, host).ok().and_then(|date| date.isoformat().get(..10).map(str::to_owned)), true)
        }
        Kind::DateTime => (date_time(value, host).ok().map(|time| time.isoformat()), true),
        Kind::Uuid => (identifier(value).ok().map(uuid::canonical), true),
        Kind::Email { .. } => (email::normalize(&printed(value, host), host), true),
        _ => (Some(printed(value, host).into_owned()), true),
    };
    match read {
        Some(read) if is_text => {
            let mut out = String::new();
            quote(&read, &mut out);
            out
        }
        read => read.unwrap_or_else(|| "null".to_owned()),
    }
}

/// A value as text.
pub(crate) fn printed<'v>(value: Scalar<'v>, host: &dyn Host) -> Cow<'v, str> {
    text::read(value, host).map(text::to_str).unwrap_or_default()
}

/// A valid value, as rules across fields read it.
pub(crate) fn input<'v>(kind: &Kind, value: Scalar<'v>, host: &dyn Host) -> Input<'v> {
    match kind {
        Kind::Integer { .. } => integer::read(value, host).map_or(Input::Unknown, Input::Integer),
        Kind::Boolean => {
            boolean::read(value, host).map_or(Input::Unknown, |value| Input::Integer(value.into()))
        }
        Kind::Date => date(value, host).map_or(Input::Unknown, |date| Input::Integer(date.order())),
        _ => text::read(value, host).map_or(Input::Unknown, |text| Input::Text(text::to_str(text))),
    }
}

/// What a limit was compared with: a number of code points, or the number itself; and whether that is
/// what was sent. Nothing for a number too large to show.
pub(crate) fn measure(error: &ErrorKind, value: Scalar<'_>, host: &dyn Host) -> Option<(i64, Remark)> {
    let (measured, as_sent) = match error {
        ErrorKind::MinLength { .. } | ErrorKind::MaxLength { .. } => {
            let length = text::length(&text::read(value, host).ok()?).try_into().ok()?;
            (length, matches!(value, Scalar::Text(_)))
        }
        ErrorKind::NotGe { .. } | ErrorKind::NotLe { .. } => {
            let number =
                integer::read(value, host).ok().filter(|number| !matches!(*number, i64::MIN | i64::MAX))?;
            let as_sent = match value {
                Scalar::Integer(_) | Scalar::Number(_) => true,
                Scalar::Text(text) => text.is(&self::number(number)),
                _ => false,
            };
            (number, as_sent)
        }
        _ => return None,
    };
    Some((measured, if as_sent { Remark::None } else { Remark::Converted }))
}
