//! Items in Pydantic v2's wording that mean the same as in v1. Facts: pydantic_v1.md 0.
use crate::error::ErrorKind;

/// The equivalent in v1, if there is one. `null` says whether the value was null.
pub(super) fn kind(code: &str, message: &str, null: bool) -> Option<ErrorKind> {
    let limit = |after: &str| Some(number(message.split_once(after)?.1));
    let typed = match code {
        "missing" => return Some(ErrorKind::Missing),
        "string_too_short" => return length(limit("at least ")?).map(|limit| ErrorKind::MinLength { limit }),
        "string_too_long" => return length(limit("at most ")?).map(|limit| ErrorKind::MaxLength { limit }),
        "too_short" => return length(limit("at least ")?).map(|limit| ErrorKind::MinItems { limit }),
        "too_long" => return length(limit("at most ")?).map(|limit| ErrorKind::MaxItems { limit }),
        "greater_than_equal" => {
            return limit("equal to ")?.parse().ok().map(|limit| ErrorKind::NotGe { limit });
        }
        "less_than_equal" => return limit("equal to ")?.parse().ok().map(|limit| ErrorKind::NotLe { limit }),
        "enum" => return members(message.strip_prefix("Input should be ")?),
        "value_error" => {
            return message.starts_with("value is not a valid email address").then_some(ErrorKind::Email);
        }
        "string_type" => ErrorKind::Str,
        "int_parsing" | "int_type" | "int_from_float" => ErrorKind::Integer,
        "bool_parsing" | "bool_type" => ErrorKind::Bool,
        "list_type" => ErrorKind::List,
        "dict_type" | "model_attributes_type" => ErrorKind::Dict,
        "uuid_parsing" | "uuid_type" => ErrorKind::Uuid,
        "datetime_from_date_parsing" | "datetime_parsing" | "datetime_type" => ErrorKind::DateTime,
        _ => return None,
    };
    Some(if null { ErrorKind::Null } else { typed })
}

/// Returns the number that a text begins with.
fn number(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn length(number: &str) -> Option<u32> {
    number.parse().ok()
}

/// Reads the members in `'A', 'B' or 'C'`.
fn members(list: &str) -> Option<ErrorKind> {
    let list = list.strip_prefix('\'')?.strip_suffix('\'')?;
    let parts = list.split("', '").flat_map(|part| part.split("' or '"));
    Some(ErrorKind::Enum { permitted: parts.map(|part| part.to_owned().into()).collect() })
}
