//! The types of values. Each has a file with its bounds, how it is read, its errors, and how the reference describes
//! it. The same code reads documents and typed requests.
//!
//! A value is read once. Rules, advice, hints and the coerced body use the resulting [`Value`].
mod boolean;
mod choice;
mod date;
mod datetime;
pub(crate) mod email;
mod integer;
mod text;
pub(crate) mod uuid;
mod value;

pub use boolean::BooleanType;
pub use choice::ChoiceType;
pub use date::DateType;
pub use datetime::DateTimeType;
pub use email::EmailType;
pub(crate) use email::EmailValue;
pub use integer::IntegerType;
pub(crate) use integer::IntegerValue;
pub use text::TextType;
pub(crate) use text::TextValue;
#[cfg(feature = "reference")]
pub(crate) use text::describe_lengths;
pub use uuid::UuidType;
pub(crate) use value::{Reading, Value};

use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::Scalar;
#[cfg(feature = "reference")]
use std::fmt;

/// The constraints that do not reject, of a field whose other constraints do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Soft {
    pub(crate) form: bool,
    pub(crate) min: bool,
    pub(crate) max: bool,
}

impl Soft {
    pub(crate) const NONE: Soft = Soft { form: false, min: false, max: false };

    pub(crate) const fn is_none(self) -> bool {
        !self.form && !self.min && !self.max
    }

    /// Returns the bounds that reject.
    pub(crate) fn rejecting(self, min: u32, max: u32) -> (u32, u32) {
        (if self.min { 0 } else { min }, if self.max { u32::MAX } else { max })
    }

    /// Returns the bounds that do not reject.
    pub(crate) fn advising(self, min: u32, max: u32) -> (u32, u32) {
        (if self.min { min } else { 0 }, if self.max { max } else { u32::MAX })
    }
}

/// A scalar type.
pub(crate) trait ScalarType {
    /// Reads a value that is not null, and stores it where it is needed. Soft constraints are ignored.
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        soft: Soft,
        host: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>>;

    /// Returns the failure of a value that was read and breaks a soft constraint.
    fn advise(&self, _: &Value<'_>, _: Soft, _: &dyn Host) -> Option<Failure> {
        None
    }

    /// Returns every error that a value can have, in the order in which they are checked.
    fn errors(&self) -> Vec<ErrorKind>;

    /// Returns the documented type in JSON, and the format in JSON Schema.
    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>);

    /// Writes a description of the type.
    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// How a valid value was sent. It is as large as a pointer, so that a result with it is returned in registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Form {
    /// See [`Reading::is_as_documented`].
    AsDocumented,
    Other,
}

impl Form {
    pub(crate) fn of(is_as_documented: bool) -> Self {
        if is_as_documented { Form::AsDocumented } else { Form::Other }
    }
}

/// Where to store a value, if anything needs it.
pub(crate) type To<'t, 'v> = Option<&'t mut Value<'v>>;

/// Stores a value.
#[inline]
pub(crate) fn put<'v, V: Into<Value<'v>>>(to: To<'_, 'v>, value: impl FnOnce() -> V) {
    if let Some(to) = to {
        *to = value().into();
    }
}

/// An error of a value, and what was measured.
#[derive(Debug, PartialEq)]
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    /// What was compared with the bound, unless it is secret or too large to show.
    pub(crate) measured: Option<Measured>,
}

/// A number of code points or items, or the number itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) amount: i64,
    /// Whether this is the value as sent, not what the API converts it to.
    pub(crate) as_sent: bool,
}

impl From<ErrorKind> for Failure {
    fn from(kind: ErrorKind) -> Self {
        Failure { kind, measured: None }
    }
}

impl From<ErrorKind> for Box<Failure> {
    fn from(kind: ErrorKind) -> Self {
        Box::new(kind.into())
    }
}

/// Records which texts and literals are read, in order, so that a test can check that none is read twice.
#[cfg(test)]
pub(crate) mod reads {
    use crate::json::{Literal, Scalar};
    use std::cell::RefCell;

    thread_local! {
        static READS: RefCell<Vec<(usize, usize)>> = const { RefCell::new(Vec::new()) };
    }

    pub(crate) fn count(scalar: Scalar<'_>) {
        let bytes = match scalar {
            Scalar::Text(text) => text.raw,
            Scalar::Integer(Literal(bytes)) => bytes,
            Scalar::Float(literal) => literal.as_bytes(),
            _ => return,
        };
        READS.with_borrow_mut(|reads| reads.push((bytes.as_ptr().addr(), bytes.len())));
    }

    /// Returns what was read since the last call.
    pub(crate) fn take() -> Vec<(usize, usize)> {
        READS.take()
    }
}
