//! How to fix an error, for people.
use crate::error::ErrorKind;
use crate::json::number;
use std::borrow::Cow;

/// Something else that a hint mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    None,
    /// The field is optional.
    Optional,
    /// The measured value is not what was sent, but what the API converts it to.
    Converted,
    /// What the rule requires.
    About(&'static str),
    /// What the text is, or what stands where it is malformed, and what to do.
    Instead(Cow<'static, str>),
}

/// Returns the hint for an error. The measured value and the suggested name make it more specific.
pub(crate) fn hint(
    kind: &ErrorKind,
    name: Option<&str>,
    measured: Option<i64>,
    suggestion: Option<&str>,
    remark: &Remark,
) -> String {
    match (kind, remark) {
        // The reason says more than the hint for all of them.
        (ErrorKind::Unreadable, Remark::Instead(note)) => note.clone().into_owned(),
        (_, Remark::Instead(note)) => {
            [&of_kind(kind, name, measured, suggestion, remark), "; ", note].concat()
        }
        _ => of_kind(kind, name, measured, suggestion, remark),
    }
}

fn of_kind(
    kind: &ErrorKind,
    name: Option<&str>,
    measured: Option<i64>,
    suggestion: Option<&str>,
    remark: &Remark,
) -> String {
    let verb = match (kind, remark) {
        (ErrorKind::NotGe { .. } | ErrorKind::NotLe { .. }, Remark::Converted) => "this is read as",
        (ErrorKind::NotGe { .. } | ErrorKind::NotLe { .. }, _) => "this is",
        (_, Remark::Converted) => "as text, this has",
        _ => "this has",
    };
    let this = measured.map(|n| ["; ", verb, " ", &number(n)].concat()).unwrap_or_default();
    let count = |start: &str, limit: u32, unit: &str| {
        [start, &number(limit.into()), unit, if limit == 1 { "" } else { "s" }, &this].concat()
    };
    match kind {
        ErrorKind::Missing => match (suggestion, name) {
            (Some(sent), Some(name)) => {
                return ["`", sent, "` is unknown; did you mean `", name, "`?"].concat();
            }
            (None, Some(name)) => return ["Add `", name, "`"].concat(),
            (_, None) => "Send a JSON object",
        },
        ErrorKind::Null if *remark == Remark::Optional => "Give it a value, or omit it",
        ErrorKind::Null => "Give it a value",
        ErrorKind::Str => "Write it as text",
        ErrorKind::MinLength { limit } => return count("At least ", *limit, " character"),
        ErrorKind::MaxLength { limit } => return count("At most ", *limit, " character"),
        ErrorKind::Integer => "Write a whole number",
        ErrorKind::NotGe { limit } => return [&number(*limit), " or more", &this].concat(),
        ErrorKind::NotLe { limit } => return [&number(*limit), " or less", &this].concat(),
        ErrorKind::Bool => "Write true or false",
        ErrorKind::Enum { permitted } => {
            return ["One of ", &permitted.join(", "), " (exact spelling)"].concat();
        }
        ErrorKind::List => "Write a list: [ … ]",
        ErrorKind::MinItems { limit } => return count("At least ", *limit, " item"),
        ErrorKind::MaxItems { limit } => return count("At most ", *limit, " item"),
        ErrorKind::Dict => "Write an object: { … }",
        ErrorKind::Keywords => "Write an object with keys in quotes",
        ErrorKind::ForbiddenKey => "Remove the key `__pydantic_self__`",
        ErrorKind::Uuid => "A UUID, such as 550e8400-e29b-41d4-a716-446655440000",
        ErrorKind::DateTimeNan => "Write a date; NaN is not a date",
        ErrorKind::DateTime | ErrorKind::DateTimeType => "A date with a time, such as 2026-01-31T00:00:00",
        ErrorKind::Date => "A date, such as 2026-01-31",
        ErrorKind::Email => "One plain address, such as ada@example.com",
        ErrorKind::DistributionSum { .. } => match remark {
            Remark::About(about) => about,
            _ => "The percentages must add up to exactly 100; an omitted one counts as 100",
        },
        ErrorKind::JsonInvalid { error } if error.is_empty() => "Write valid JSON",
        ErrorKind::JsonInvalid { error } => {
            let (error, here) = match error.strip_suffix(" at") {
                Some(error) => (error, " here"),
                None => (&**error, ""),
            };
            return ["Invalid JSON: ", error, here].concat();
        }
        ErrorKind::Unreadable => {
            "The body is not valid text, is nested too deeply, or contains an integer that is too long"
        }
        ErrorKind::ServerError => {
            "Fix the key: the API's server fails if a key contains a lone surrogate, or is NaN or Infinity"
        }
        ErrorKind::ValueError { .. } | ErrorKind::Other { .. } => match (suggestion, remark) {
            (Some(name), _) => return ["Did you mean `", name, "`?"].concat(),
            (None, Remark::About(about)) => about.trim_end_matches('.'),
            (None, _) => return kind.message().into_owned(),
        },
    }
    .to_owned()
}
