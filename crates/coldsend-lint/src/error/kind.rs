//! The errors of the API. Each is a row with its variant, wording, `type` and `msg`.
use super::Wording;
use crate::json::{digits, number};
use std::borrow::Cow;
use std::fmt;

/// Declares the errors: `Variant { context: type } = wording "type", "message"`. The message shows its context where it
/// has braces.
macro_rules! errors {
    ($(
        $(#[doc = $about:literal])*
        $name:ident $({ $context:ident: $type:ty })? = $wording:ident $code:literal, $message:literal;
    )*) => {
        /// What is wrong with a value. [`Display`](fmt::Display) writes the API's `msg`, and
        /// [`error_type`](Self::error_type) returns its `type`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $(
                $(#[doc = $about])*
                $name $({
                    /// The part of the message that varies.
                    $context: $type,
                })?,
            )*
            /// A body that is not JSON.
            JsonInvalid {
                /// The message of the API's JSON parser, which only `ctx` contains.
                error: Cow<'static, str>,
            },
            /// A `value_error` with any other message: of a rule across fields, or of a rule that this crate does not
            /// know.
            ValueError {
                /// The whole message.
                message: Cow<'static, str>,
            },
            /// An item of an answer whose `type` this crate does not know, or does not know with this message. No check
            /// returns it.
            Other {
                /// The `type`.
                code: String,
                /// The `msg`.
                message: String,
            },
        }

        impl ErrorKind {
            /// Returns the `type` of the item, such as `value_error.missing`.
            pub fn error_type(&self) -> &str {
                match self {
                    $( Self::$name { .. } => $code, )*
                    Self::JsonInvalid { .. } => "json_invalid",
                    Self::ValueError { .. } => "value_error",
                    Self::Other { code, .. } => code,
                }
            }

            /// Returns how certain the message is.
            pub fn wording(&self) -> Wording {
                match self {
                    $( Self::$name { .. } => Wording::$wording, )*
                    Self::JsonInvalid { .. } => Wording::Derived,
                    Self::ValueError { .. } | Self::Other { .. } => Wording::Chosen,
                }
            }

            /// Returns the message, with braces for the context.
            fn template(&self) -> &str {
                match self {
                    $( Self::$name { .. } => $message, )*
                    Self::JsonInvalid { .. } => JSON_INVALID,
                    Self::ValueError { message } => message,
                    Self::Other { message, .. } => message,
                }
            }

            /// Returns the context as the message shows it.
            fn shown(&self) -> Option<String> {
                match self {
                    $( $( Self::$name { $context } => Some($context.shown()), )? )*
                    _ => None,
                }
            }

            /// Returns the kind that has this message, and this `type` if one is given.
            fn with_message(code: Option<&str>, message: &str) -> Option<Self> {
                $(
                    if code.is_none_or(|code| code == $code)
                        && let Some(_shown) = shown($message, message)
                    {
                        $( if let Some($context) = Context::read(_shown) )? {
                            let kind = Self::$name { $($context)? };
                            return (kind.message() == message).then_some(kind);
                        }
                    }
                )*
                None
            }
        }

    };
}

const JSON_INVALID: &str = "JSON decode error";

errors! {
    /// A required field that was omitted.
    Missing = Printed "value_error.missing", "field required";
    /// `null` where a value is required.
    Null = Derived "type_error.none.not_allowed", "none is not an allowed value";
    /// A value that cannot be read as text.
    Str = Derived "type_error.str", "str type expected";
    /// Text with fewer than `limit` code points.
    MinLength { limit: u32 } = Printed "value_error.any_str.min_length", "ensure this value has at least {limit} characters";
    /// Text with more than `limit` code points.
    MaxLength { limit: u32 } = Derived "value_error.any_str.max_length", "ensure this value has at most {limit} characters";
    /// A value that cannot be read as a whole number.
    Integer = Derived "type_error.integer", "value is not a valid integer";
    /// A number less than `limit`.
    NotGe { limit: i64 } = Derived "value_error.number.not_ge", "ensure this value is greater than or equal to {limit}";
    /// A number greater than `limit`.
    NotLe { limit: i64 } = Printed "value_error.number.not_le", "ensure this value is less than or equal to {limit}";
    /// A value that cannot be read as true or false.
    Bool = Derived "type_error.bool", "value could not be parsed to a boolean";
    /// A value that is not one of `permitted`.
    Enum { permitted: Vec<Cow<'static, str>> } = Derived "type_error.enum", "value is not a valid enumeration member; permitted: {permitted}";
    /// A value that is not a list.
    List = Derived "type_error.list", "value is not a valid list";
    /// A list with fewer than `limit` items.
    MinItems { limit: u32 } = Derived "value_error.list.min_items", "ensure this value has at least {limit} items";
    /// A list with more than `limit` items.
    MaxItems { limit: u32 } = Derived "value_error.list.max_items", "ensure this value has at most {limit} items";
    /// A value that cannot be read as an object.
    Dict = Derived "type_error.dict", "value is not a valid dict";
    /// A list of pairs in place of an object, with a key that is not a string.
    Keywords = Derived "type_error", "keywords must be strings";
    /// The key `__pydantic_self__`, which Pydantic's constructor reserves.
    ForbiddenKey = Derived "type_error", "__init__() got multiple values for keyword argument '__pydantic_self__'";
    /// A value that is not a UUID.
    Uuid = Derived "type_error.uuid", "value is not a valid uuid";
    /// A value that is not a date and time.
    DateTime = Derived "value_error.datetime", "invalid datetime format";
    /// A list or an object in place of a date, or a date and time.
    DateTimeType = Derived "type_error", "invalid type; expected datetime, string, bytes, int or float";
    /// `NaN` in place of a date, or a date and time.
    DateTimeNan = Derived "value_error", "cannot convert float NaN to integer";
    /// A value that is not a date.
    Date = Derived "value_error.date", "invalid date format";
    /// A value that is not an e-mail address.
    Email = Printed "value_error.email", "value is not a valid email address";
    /// Percentages of variants whose sum is not 100. The `detail` of the answer is the message alone.
    DistributionSum { got: u64 } = Printed "value_error", "Variant distributions must sum to 100%, got {got}%";
    /// A body that is not valid text, is nested too deeply, or contains an integer that is too long. The `detail` of
    /// the answer is the message alone.
    Unreadable = Derived "value_error", "There was an error parsing the body";
    /// A body whose errors the API's server cannot write, so that it fails. The `detail` of the answer is the message
    /// alone.
    ServerError = Chosen "value_error", "Internal Server Error";
}

impl ErrorKind {
    /// Creates a `value_error` with this message.
    pub const fn value_error(message: &'static str) -> Self {
        Self::ValueError { message: Cow::Borrowed(message) }
    }

    pub(crate) fn not_among(members: &[&'static str]) -> Self {
        Self::Enum { permitted: members.iter().map(|member| Cow::Borrowed(*member)).collect() }
    }

    /// Returns the kind of an item of an answer. An unknown item is kept as it is.
    pub fn parse(code: &str, message: &str) -> Self {
        match (Self::with_message(Some(code), message), code) {
            (Some(kind), _) => kind,
            (None, "json_invalid") if message == JSON_INVALID => Self::JsonInvalid { error: "".into() },
            (None, "value_error") => Self::ValueError { message: message.to_owned().into() },
            (None, _) => Self::Other { code: code.to_owned(), message: message.to_owned() },
        }
    }

    /// Returns the kind that has this message, for reports without a `type`, such as garde's. An unknown message is a
    /// `value_error`.
    pub fn from_message(message: &str) -> Self {
        Self::with_message(None, message)
            .unwrap_or_else(|| Self::ValueError { message: message.to_owned().into() })
    }

    /// Returns the `msg` of the item.
    pub(crate) fn message(&self) -> Cow<'_, str> {
        match self.shown() {
            Some(shown) => Cow::Owned(fill(self.template(), &[&shown])),
            None => Cow::Borrowed(self.template()),
        }
    }

    /// Returns the status of the answer, if this error is the whole answer and not an item in a list.
    pub(crate) fn answers_alone(&self) -> Option<u16> {
        match self {
            Self::DistributionSum { .. } | Self::Unreadable => Some(400),
            Self::ServerError => Some(500),
            _ => None,
        }
    }
}

/// Returns whether a message matches a template. Any text matches the part of the template from its first brace to its
/// last.
pub(crate) fn matches_template(template: &str, message: &str) -> bool {
    match (template.split_once('{'), template.rsplit_once('}')) {
        (Some((before, _)), Some((_, after))) => {
            message.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
        }
        _ => template == message,
    }
}

/// Returns the part of a message that replaces the braces of its template, which is empty if there are none. Returns
/// `None` if the message does not match.
fn shown<'m>(template: &str, message: &'m str) -> Option<&'m str> {
    let Some((before, rest)) = template.split_once('{') else {
        return (template == message).then_some("");
    };
    let (_, after) = rest.split_once('}')?;
    message.strip_prefix(before)?.strip_suffix(after)
}

/// Returns a template with `parts` in place of its braces.
pub(crate) fn fill(template: &str, parts: &[&str]) -> String {
    let mut texts = template.split('{');
    let mut filled =
        String::with_capacity(template.len() + parts.iter().map(|part| part.len()).sum::<usize>());
    filled.push_str(texts.next().unwrap_or_default());
    for (part, text) in parts.iter().zip(texts) {
        filled.push_str(part);
        filled.push_str(text.split_once('}').unwrap_or_default().1);
    }
    filled
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// The context of an error, as messages show it.
trait Context: Sized {
    fn shown(&self) -> String;
    fn read(shown: &str) -> Option<Self>;
}

macro_rules! numbers {
    ($($number:ty => $shown:ident,)*) => {$(
        impl Context for $number {
            fn shown(&self) -> String {
                $shown((*self).into())
            }
            fn read(shown: &str) -> Option<Self> {
                shown.parse().ok()
            }
        }
    )*};
}
numbers! { u32 => digits, i64 => number, u64 => digits, }

/// Shown as `'A', 'B'`.
impl Context for Vec<Cow<'static, str>> {
    fn shown(&self) -> String {
        ["'", &self.join("', '"), "'"].concat()
    }

    fn read(shown: &str) -> Option<Self> {
        let members = shown.strip_prefix('\'')?.strip_suffix('\'')?.split("', '");
        Some(members.map(|member| member.to_owned().into()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_back_from_what_it_says() {
        let kinds = [
            ErrorKind::Missing,
            ErrorKind::MinLength { limit: 8 },
            ErrorKind::NotGe { limit: -1 },
            ErrorKind::Enum { permitted: vec!["A".into(), "B C".into()] },
            ErrorKind::Keywords,
            ErrorKind::ForbiddenKey,
            ErrorKind::DateTimeNan,
            ErrorKind::DistributionSum { got: 90 },
            ErrorKind::value_error("odd"),
        ];
        for kind in kinds {
            assert_eq!(ErrorKind::parse(kind.error_type(), &kind.to_string()), kind);
            assert_eq!(ErrorKind::from_message(&kind.to_string()), kind);
        }
        let other = ErrorKind::parse("value_error.url", "invalid");
        assert_eq!(other, ErrorKind::Other { code: "value_error.url".into(), message: "invalid".into() });
        let odd = ErrorKind::parse(
            "value_error.any_str.min_length",
            "ensure this value has at least few characters",
        );
        assert!(matches!(odd, ErrorKind::Other { .. }));
    }
}
