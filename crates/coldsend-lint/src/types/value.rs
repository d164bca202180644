//! A value that was read.
use super::boolean::BooleanValue;
use super::choice::ChoiceValue;
use super::date::DateValue;
use super::datetime::DateTimeValue;
use super::email::EmailValue;
use super::integer::IntegerValue;
use super::text::TextValue;
use super::uuid::UuidValue;
use std::borrow::Cow;

/// The methods of every value.
pub(crate) trait Reading {
    /// The number that rules compare: of a date, one that is larger for later dates; of a boolean 0 or 1.
    fn integer(&self) -> Option<i64> {
        None
    }

    /// The text that rules look at.
    fn text(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// Whether it was sent in the documented JSON type and format, so that the API keeps it unchanged.
    fn is_as_documented(&self) -> bool;

    /// Appends the JSON of how the API reads it.
    fn write(&self, out: &mut String);
}

/// Declares the values: a row for each type.
macro_rules! values {
    ($($name:ident($value:ty),)*) => {
        /// A value that was read.
        #[derive(Clone, Debug)]
        pub(crate) enum Value<'v> {
            /// Null, or not sent so that the server's own value applies. Lists, maps and objects are not read.
            Null,
            $( $name($value), )*
        }

        impl Reading for Value<'_> {
            fn integer(&self) -> Option<i64> {
                match self {
                    Value::Null => None,
                    $( Value::$name(value) => value.integer(), )*
                }
            }

            fn text(&self) -> Option<Cow<'_, str>> {
                match self {
                    Value::Null => None,
                    $( Value::$name(value) => value.text(), )*
                }
            }

            fn is_as_documented(&self) -> bool {
                match self {
                    Value::Null => true,
                    $( Value::$name(value) => value.is_as_documented(), )*
                }
            }

            fn write(&self, out: &mut String) {
                match self {
                    Value::Null => out.push_str("null"),
                    $( Value::$name(value) => value.write(out), )*
                }
            }
        }

        $(
            impl<'v> From<$value> for Value<'v> {
                fn from(value: $value) -> Self {
                    Value::$name(value)
                }
            }
        )*
    };
}

values! {
    Text(TextValue<'v>),
    Email(EmailValue<'v>),
    Integer(IntegerValue<'v>),
    Boolean(BooleanValue),
    Date(DateValue),
    DateTime(DateTimeValue),
    Uuid(UuidValue),
    Choice(ChoiceValue),
}

impl Value<'_> {
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// As a message shows it.
    pub(crate) fn display(&self) -> String {
        match self.text() {
            Some(text) => text.into_owned(),
            None => {
                let mut out = String::new();
                self.write(&mut out);
                out
            }
        }
    }
}
