//! Every error of the API: a row with its variant, wording, `type` and `msg`.
use super::Wording;
use crate::json::{digits, number};
use std::borrow::Cow;
use std::fmt;

/// Declares the errors: `Variant { context: type } = wording "type", "message"`, where the message shows
/// its context in braces.
macro_rules! errors {
    ($(
        $(#[doc = $about:literal])*
        $name:ident $({ $context:ident: $type:ty })? = $wording:ident $code:literal, $message:literal;
    )*) => {
        /// What is wrong with a value. [`Display`](fmt::Display) is the API's `msg`, [`error_type`](Self::error_type)
        /// its `type`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $(
                $(#[doc = $about])*
                $name $({
                    /// What the message contains.
                    $context: $type,
                })?,
            )*
            /// Not JSON.
            JsonInvalid {
                /// The message of the API's JSON parser; only `ctx` contains it.
                error: Cow<'static, str>,
            },
            /// A rule across fields, or an unknown rule of a server.
            ValueError {
                /// The whole message.
                message: Cow<'static, str>,
            },
            /// A `type` that this crate does not know; read, but never written.
            Other {
                /// The `type`.
                code: String,
                /// The `msg`.
                message: String,
            },
        }

        impl ErrorKind {
            /// The `type` of the item, such as `value_error.missing`.
            pub fn error_type(&self) -> &str {
                match self {
                    $( Self::$name { .. } => $code, )*
                    Self::JsonInvalid { .. } => "json_invalid",
                    Self::ValueError { .. } => "value_error",
                    Self::Other { code, .. } => code,
                }
            }

            /// How certain its message is.
            pub fn wording(&self) -> Wording {
                match self {
                    $( Self::$name { .. } => Wording::$wording, )*
                    Self::JsonInvalid { .. } => Wording::Derived,
                    Self::ValueError { .. } | Self::Other { .. } => Wording::Chosen,
                }
            }

            /// Its message, with braces for its context.
            fn template(&self) -> &str {
                match self {
                    $( Self::$name { .. } => $message, )*
                    Self::JsonInvalid { .. } => JSON_INVALID,
                    Self::ValueError { message } => message,
                    Self::Other { message, .. } => message,
                }
            }

            /// Its context, as shown in its message.
            fn shown(&self) -> Option<String> {
                match self {
                    $( $( Self::$name { $context } => Some($context.shown()), )? )*
                    _ => None,
                }
            }

            /// The kind with this message, and this `type` if one is given.
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
    /// A required field is absent.
    Missing = Printed "value_error.missing", "field required";
    /// `null` where a value is needed.
    Null = Derived "type_error.none.not_allowed", "none is not an allowed value";
    /// No text.
    Str = Derived "type_error.str", "str type expected";
    /// Text with too few code points.
    MinLength { limit: u32 } = Printed "value_error.any_str.min_length", "ensure this value has at least {limit} characters";
    /// Text with too many code points.
    MaxLength { limit: u32 } = Derived "value_error.any_str.max_length", "ensure this value has at most {limit} characters";
    /// No whole number.
    Integer = Derived "type_error.integer", "value is not a valid integer";
    /// A number too small.
    NotGe { limit: i64 } = Derived "value_error.number.not_ge", "ensure this value is greater than or equal to {limit}";
    /// A number too large.
    NotLe { limit: i64 } = Printed "value_error.number.not_le", "ensure this value is less than or equal to {limit}";
    /// Neither true nor false.
    Bool = Derived "type_error.bool", "value could not be parsed to a boolean";
    /// Not one of the members.
    Enum { permitted: Vec<Cow<'static, str>> } = Derived "type_error.enum", "value is not a valid enumeration member; permitted: {permitted}";
    /// No list.
    List = Derived "type_error.list", "value is not a valid list";
    /// A list with too few items.
    MinItems { limit: u32 } = Derived "value_error.list.min_items", "ensure this value has at least {limit} items";
    /// A list with too many items.
    MaxItems { limit: u32 } = Derived "value_error.list.max_items", "ensure this value has at most {limit} items";
    /// No object.
    Dict = Derived "type_error.dict", "value is not a valid dict";
    /// A list of pairs for an object, with a key that is not a string.
    Keywords = Derived "type_error", "keywords must be strings";
    /// The key that Pydantic's own constructor reserves.
    ForbiddenKey = Derived "type_error", "__init__() got multiple values for keyword argument '__pydantic_self__'";
    /// No UUID.
    Uuid = Derived "type_error.uuid", "value is not a valid uuid";
    /// No date and time.
    DateTime = Derived "value_error.datetime", "invalid datetime format";
    /// A list or an object for a date and time.
    DateTimeType = Derived "type_error", "invalid type; expected datetime, string, bytes, int or float";
    /// `NaN` for a date and time.
    DateTimeNan = Derived "value_error", "cannot convert float NaN to integer";
    /// No date.
    Date = Derived "value_error.date", "invalid date format";
    /// No e-mail address.
    Email = Printed "value_error.email", "value is not a valid email address";
    /// The percentages of a list of variants; the answer is this string alone.
    DistributionSum { got: u64 } = Printed "value_error", "Variant distributions must sum to 100%, got {got}%";
    /// A body that is not text, has too long an integer, or is nested too deeply; the answer is this string alone.
    Unreadable = Derived "value_error", "There was an error parsing the body";
    /// A body whose errors make the real server fail; the answer is this string alone.
    ServerError = Chosen "value_error", "Internal Server Error";
}

impl ErrorKind {
    /// A `value_error` with our own message.
    pub const fn value_error(message: &'static str) -> Self {
        Self::ValueError { message: Cow::Borrowed(message) }
    }

    pub(crate) fn not_among(members: &[&'static str]) -> Self {
        Self::Enum { permitted: members.iter().map(|member| Cow::Borrowed(*member)).collect() }
    }

    /// The kind of a received item; unknown ones are kept as they are.
    pub fn parse(code: &str, message: &str) -> Self {
        match (Self::with_message(Some(code), message), code) {
            (Some(kind), _) => kind,
            (None, "json_invalid") if message == JSON_INVALID => Self::JsonInvalid { error: "".into() },
            (None, "value_error") => Self::ValueError { message: message.to_owned().into() },
            (None, _) => Self::Other { code: code.to_owned(), message: message.to_owned() },
        }
    }

    /// The kind of a message alone, as in a garde report; unknown messages are a `value_error`.
    pub fn from_message(message: &str) -> Self {
        Self::with_message(None, message)
            .unwrap_or_else(|| Self::ValueError { message: message.to_owned().into() })
    }

    /// The `msg` of the item.
    pub(crate) fn message(&self) -> Cow<'_, str> {
        match self.shown() {
            Some(shown) => Cow::Owned(fill(self.template(), &[&shown])),
            None => Cow::Borrowed(self.template()),
        }
    }

    /// The status of the answer, if this error is the whole answer and not an item in a list.
    pub(crate) fn answers_alone(&self) -> Option<u16> {
        match self {
            Self::DistributionSum { .. } | Self::Unreadable => Some(400),
            Self::ServerError => Some(500),
            _ => None,
        }
    }
}

/// Whether a message matches a template, ignoring everything between the template's first and last brace.
#[cfg(any(feature = "reference", feature = "typed"))]
pub(crate) fn matches_template(template: &str, message: &str) -> bool {
    match (template.split_once('{'), template.rsplit_once('}')) {
        (Some((before, _)), Some((_, after))) => {
            message.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
        }
        _ => template == message,
    }
}

/// The text in a message for the braces of its template; `None` without braces.
fn shown<'m>(template: &str, message: &'m str) -> Option<&'m str> {
    let Some((before, rest)) = template.split_once('{') else {
        return (template == message).then_some("");
    };
    let (_, after) = rest.split_once('}')?;
    message.strip_prefix(before)?.strip_suffix(after)
}

/// A message with texts in place of the braces of its template.
pub(crate) fn fill(template: &str, parts: &[&str]) -> String {
    let mut texts = template.split('{');
    let mut filled = texts.next().unwrap_or_default().to_owned();
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

/// A context, as messages show it.
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

/// `'A', 'B'`
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
