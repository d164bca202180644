//! Types of values, one file each: its bounds, how it is read, its errors, and how the reference describes it.
//! Documents and typed requests are read by the same code.
//!
//! A value is read once. Rules, advice, hints and the coerced body use the resulting [`Value`].
mod boolean;
mod choice;
mod date;
mod datetime;
mod email;
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

/// The constraints of a field that do not reject, although the field does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Soft {
    pub(crate) form: bool,
    pub(crate) min: bool,
    pub(crate) max: bool,
}

impl Soft {
    pub(crate) const NONE: Soft = Soft { form: false, min: false, max: false };

    pub(crate) fn is_none(self) -> bool {
        self == Soft::NONE
    }

    /// The bounds that reject.
    pub(crate) fn rejecting(self, min: u32, max: u32) -> (u32, u32) {
        (if self.min { 0 } else { min }, if self.max { u32::MAX } else { max })
    }

    /// The bounds that do not reject.
    pub(crate) fn advising(self, min: u32, max: u32) -> (u32, u32) {
        (if self.min { min } else { 0 }, if self.max { max } else { u32::MAX })
    }
}

/// A scalar type.
pub(crate) trait ScalarType {
    /// Reads a value that is not null. Soft constraints are ignored.
    fn read<'v>(&self, scalar: Scalar<'v>, soft: Soft, host: &dyn Host) -> Result<Value<'v>, Failure>;

    /// The failure of a soft constraint for a value that was read.
    fn advise(&self, _: &Value<'_>, _: Soft, _: &dyn Host) -> Option<Failure> {
        None
    }

    /// Whether a valid value is certainly kept as sent, without reading it. Otherwise, ask the value that was read.
    fn keeps(&self, _: Scalar<'_>) -> bool {
        false
    }

    /// Every way in which a value can be wrong, in the order in which they are checked.
    #[cfg(feature = "reference")]
    fn errors(&self) -> Vec<ErrorKind>;

    /// Its type in JSON, as documented, and its format in JSON Schema.
    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>);

    /// The type in words.
    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Why a value is not read.
#[derive(Debug, PartialEq)]
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    /// What was compared with the limit, unless it is secret or too large to show.
    pub(crate) measured: Option<Measured>,
}

/// A number of code points or items, or the number itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) amount: i64,
    /// Whether that is the value as sent, and not what the API converts it to.
    pub(crate) as_sent: bool,
}

impl From<ErrorKind> for Failure {
    fn from(kind: ErrorKind) -> Self {
        Failure { kind, measured: None }
    }
}

/// Which texts and literals were read, in the order in which they were: for a test that none is read twice.
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

    /// What was read since this was last called.
    pub(crate) fn take() -> Vec<(usize, usize)> {
        READS.take()
    }
}
