//! Values that were read.
use super::boolean::BooleanValue;
use super::choice::ChoiceValue;
use super::date::DateValue;
use super::datetime::DateTimeValue;
use super::email::EmailValue;
use super::integer::IntegerValue;
use super::text::TextValue;
use super::uuid::UuidValue;
use std::borrow::Cow;

/// A value of any type.
pub(crate) trait Reading {
    /// Returns the number that rules compare. That of a later date is larger; that of a boolean is 0 or 1.
    fn integer(&self) -> Option<i64> {
        None
    }

    /// Returns the text that rules read.
    fn text(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// Returns whether the value was sent in the documented JSON type and format, so that the API keeps it unchanged.
    fn is_as_documented(&self) -> bool;

    /// Appends the JSON of the value as the API reads it.
    fn write(&self, out: &mut String);
}

/// Declares the values: a row for each type.
macro_rules! values {
    ($($name:ident($value:ty),)*) => {
        /// A value that was read.
        #[derive(Clone, Debug, Default)]
        pub(crate) enum Value<'v> {
            #[default]
            /// No value for rules to read: null, invalid, not a scalar, or omitted without a number or text as default.
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

    /// Returns the value as a message shows it.
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
