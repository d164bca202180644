//! The types of fields.
use super::shape::Shape;
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Guide, Scalar};
use crate::types::{
    BooleanType, ChoiceType, DateTimeType, DateType, EmailType, Failure, Form, IntegerType, ScalarType, Soft,
    TextType, To, UuidType, Value,
};

/// Declares the types, with a row for each scalar type.
macro_rules! field_types {
    ($( $(#[doc = $about:literal])* $name:ident($type:ident), )*) => {
        /// The type of a value.
        #[derive(Debug)]
        #[repr(u8)]
        pub enum FieldType {
            $( $(#[doc = $about])* $name($type), )*
            /// Any value.
            Any,
            /// A list.
            List {
                /// The minimum number of items.
                min: u32,
                /// The maximum number of items.
                max: u32,
                /// The type of each item.
                of: &'static FieldType,
            },
            /// An object with arbitrary keys, whose values have this type.
            Map(&'static FieldType),
            /// An object with these fields.
            Object(&'static Shape),
        }

        impl FieldType {
            /// Reads a scalar value, and stores it where it is needed.
            #[inline]
            pub(crate) fn read_to<'v>(
                &self,
                scalar: Scalar<'v>,
                soft: Soft,
                host: &dyn Host,
                to: To<'_, 'v>,
            ) -> Result<Form, Box<Failure>> {
                #[cfg(test)]
                crate::types::reads::count(scalar);
                match self {
                    FieldType::Any => Ok(Form::AsDocumented),
                    _ if matches!(scalar, Scalar::Null) => Err(ErrorKind::Null.into()),
                    $( FieldType::$name(scalar_type) => scalar_type.read(scalar, soft, host, to), )*
                    FieldType::List { .. } => Err(ErrorKind::List.into()),
                    FieldType::Map(_) | FieldType::Object(_) => Err(ErrorKind::Dict.into()),
                }
            }

            /// Returns the failure of a value that was read and breaks a soft constraint.
            pub(crate) fn advise(&self, value: &Value<'_>, soft: Soft, host: &dyn Host) -> Option<Failure> {
                match self {
                    $( FieldType::$name(scalar_type) => scalar_type.advise(value, soft, host), )*
                    _ => None,
                }
            }

            /// Returns every error that a scalar value can have, in the order in which they are checked. None if the
            /// type is not scalar.
            pub(crate) fn scalar_errors(&self) -> Vec<ErrorKind> {
                match self {
                    $( FieldType::$name(scalar_type) => scalar_type.errors(), )*
                    _ => Vec::new(),
                }
            }

            /// Returns the type, if it is scalar.
            #[cfg(feature = "reference")]
            pub(crate) fn scalar(&self) -> Option<&dyn ScalarType> {
                match self {
                    $( FieldType::$name(scalar_type) => Some(scalar_type), )*
                    _ => None,
                }
            }
        }
    };
}

field_types! {
    /// Text.
    Text(TextType),
    /// An e-mail address.
    Email(EmailType),
    /// A whole number.
    Integer(IntegerType),
    /// A boolean.
    Boolean(BooleanType),
    /// A date in ISO 8601, or a timestamp.
    Date(DateType),
    /// A date and time in ISO 8601, or a timestamp.
    DateTime(DateTimeType),
    /// A UUID.
    Uuid(UuidType),
    /// One of several texts.
    Choice(ChoiceType),
}

impl FieldType {
    /// Reads a scalar value.
    pub(crate) fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        soft: Soft,
        host: &dyn Host,
    ) -> Result<Value<'v>, Box<Failure>> {
        let mut value = Value::Null;
        self.read_to(scalar, soft, host, Some(&mut value)).map(|_| value)
    }

    /// Returns the shape of the value, or of the objects in its lists and maps.
    pub const fn object(&self) -> Option<&'static Shape> {
        match self {
            FieldType::Object(shape) => Some(shape),
            FieldType::List { of, .. } | FieldType::Map(of) => of.object(),
            _ => None,
        }
    }

    /// Returns the guide for the reader of a value.
    pub(crate) const fn guide(&self) -> Guide {
        match self {
            FieldType::Object(shape) => shape.guide(),
            FieldType::List { of, .. } => {
                let Guide { keys, lists } = of.guide();
                Guide { keys, lists: lists + 1 }
            }
            _ => Guide::NONE,
        }
    }

    /// Returns whether values must never be shown.
    pub fn is_secret(&self) -> bool {
        matches!(self, FieldType::Text(TextType { secret: true, .. }))
    }
}
