//! What to do about an error, in words for people.
use crate::error::ErrorKind;

/// What a hint should mention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Remark {
    None,
    /// The field may be left out.
    Optional,
    /// What was measured is not the value as it was sent, but what the API makes of it.
    Converted,
    /// What the rule demands.
    About(&'static str),
}

/// A hint: what was measured and what resembles a missing name make it concrete.
pub(crate) fn hint(
    kind: &ErrorKind,
    name: Option<&str>,
    measured: Option<i64>,
    resembling: Option<&str>,
    remark: Remark,
) -> String {
    let (has, is) = match remark {
        Remark::Converted => ("as text, this has", "this is read as"),
        _ => ("this has", "this is"),
    };
    let this = |verb: &str| measured.map(|n| format!("; {verb} {n}")).unwrap_or_default();
    match kind {
        ErrorKind::Missing => match (resembling, name) {
            (Some(sent), Some(name)) => format!("`{sent}` is not known; did you mean `{name}`?"),
            (None, Some(name)) => format!("Add `{name}`"),
            (_, None) => "Send a JSON object".to_owned(),
        },
        ErrorKind::Null if remark == Remark::Optional => "Give it a value, or leave it out".to_owned(),
        ErrorKind::Null => "Give it a value".to_owned(),
        ErrorKind::Str => "Write it as text".to_owned(),
        ErrorKind::MinLength { limit } => format!("At least {}{}", count(*limit, "character"), this(has)),
        ErrorKind::MaxLength { limit } => format!("At most {}{}", count(*limit, "character"), this(has)),
        ErrorKind::Integer => "Write a whole number".to_owned(),
        ErrorKind::NotGe { limit } => format!("{limit} or more{}", this(is)),
        ErrorKind::NotLe { limit } => format!("{limit} or less{}", this(is)),
        ErrorKind::Bool => "Write true or false".to_owned(),
        ErrorKind::Enum { permitted } => format!("One of {}, in just this spelling", permitted.join(", ")),
        ErrorKind::List => "Write a list: [ … ]".to_owned(),
        ErrorKind::MinItems { limit } => format!("At least {}{}", count(*limit, "item"), this(has)),
        ErrorKind::MaxItems { limit } => format!("At most {}{}", count(*limit, "item"), this(has)),
        ErrorKind::Dict => "Write an object: { … }".to_owned(),
        ErrorKind::Keywords => "Write an object with keys in quotes".to_owned(),
        ErrorKind::ForbiddenKey => "Leave out the key `__pydantic_self__`".to_owned(),
        ErrorKind::Uuid => "A UUID, like 550e8400-e29b-41d4-a716-446655440000".to_owned(),
        ErrorKind::DateTimeNan => "Write a date; this is not a number".to_owned(),
        ErrorKind::DateTime | ErrorKind::DateTimeType => {
            "A date with a time, like 2025-01-15T09:00:00Z".to_owned()
        }
        ErrorKind::Date => "A date, like 2025-01-15".to_owned(),
        ErrorKind::Email => "One plain address, like ada@example.com".to_owned(),
        ErrorKind::DistributionSum { .. } => match remark {
            Remark::About(about) => about.to_owned(),
            _ => "The percentages must add up to exactly 100; one left out counts as 100".to_owned(),
        },
        ErrorKind::JsonInvalid { error } if error.is_empty() => "Write valid JSON".to_owned(),
        ErrorKind::JsonInvalid { error } => match error.strip_suffix(" at") {
            Some(error) => format!("Not JSON: {error} here"),
            None => format!("Not JSON: {error}"),
        },
        ErrorKind::Unreadable => {
            "The body is not valid text, nests too deeply, or holds an integer that is too long".to_owned()
        }
        ErrorKind::ServerError => "The API's server breaks down on this body".to_owned(),
        ErrorKind::ValueError { .. } | ErrorKind::Other { .. } => match remark {
            _ if resembling.is_some() => format!("Did you mean `{}`?", resembling.unwrap_or_default()),
            Remark::About(about) => about.trim_end_matches('.').to_owned(),
            _ => kind.to_string(),
        },
    }
}

fn count(n: u32, unit: &str) -> String {
    format!("{n} {unit}{}", if n == 1 { "" } else { "s" })
}
