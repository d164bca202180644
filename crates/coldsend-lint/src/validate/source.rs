//! What a request is read from: a JSON document, or a typed struct. The walk sees both alike.
use crate::advice::context::Note;
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Scalar, Text};
use crate::schema::rule::{AdviceRule, MOST_READ};
use crate::schema::shape::Shape;
use crate::validate::path::Key;
use std::ops::Range;

/// Where values come from.
pub(crate) trait Source<'v>: Copy {
    type Value: Copy;

    /// Whether values were sent as JSON, so that their types may be other than documented.
    const JSON: bool = false;

    /// Whether the value is null.
    fn is_null(self, value: Self::Value) -> bool {
        matches!(self.scalar(value), Scalar::Null)
    }

    /// The value as a kind judges it.
    fn scalar(self, value: Self::Value) -> Scalar<'v>;

    /// The values of an object's fields, each at the place of its field; and whether each key is a field's.
    fn members(
        self,
        value: Self::Value,
        shape: &Shape,
        found: &mut [Option<Self::Value>],
    ) -> Result<bool, ErrorKind>;

    /// The items of a list; nothing if it is no list.
    fn items(self, value: Self::Value) -> Option<impl Iterator<Item = Self::Value> + Clone>;

    /// The entries of a map, each key once. Where the key is null, it stands for the value, too.
    fn entries(
        self,
        value: Self::Value,
        host: &dyn Host,
        each: &mut dyn FnMut(Key<'_>, Self::Value),
    ) -> Result<(), ErrorKind>;

    /// Looks at the values that recommendations read, where they were sent and are valid.
    fn look(
        self,
        _: &'static AdviceRule,
        _: [Option<Self::Value>; MOST_READ],
        _: &dyn Host,
        _: &mut Vec<Note>,
    ) {
    }

    /// Tells of the keys of an object that no field has.
    fn unknown(self, _: Self::Value, _: &Shape, _: &mut dyn FnMut(Text<'v>, Option<Range<usize>>)) {}

    /// The bytes of a value.
    fn span(self, _: Self::Value) -> Option<Range<usize>> {
        None
    }

    /// The bytes that open an object, to point at what it lacks.
    fn opening(self, _: Self::Value) -> Option<Range<usize>> {
        None
    }

    /// A key of the object that no field has and that resembles this name.
    fn resembling(self, _: Self::Value, _: &Shape, _: &str) -> Option<String> {
        None
    }
}
