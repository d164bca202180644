//! The source of a request's values: a JSON document or a typed struct, which the traversal treats alike.
use super::path::MapKey;
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Scalar, Text};
use crate::schema::shape::Shape;
use std::ops::Range;

/// Where values come from.
pub(crate) trait Source<'v>: Copy {
    /// A value in it.
    type Ref: Copy;

    /// Whether the value is null.
    fn is_null(self, value: Self::Ref) -> bool {
        matches!(self.scalar(value), Scalar::Null)
    }

    /// The value as a type reads it.
    fn scalar(self, value: Self::Ref) -> Scalar<'v>;

    /// The values of an object's fields, each at the index of its field; and whether each key is a field's.
    fn members(
        self,
        value: Self::Ref,
        shape: &Shape,
        found: &mut [Option<Self::Ref>],
    ) -> Result<bool, ErrorKind>;

    /// The items of a list; `None` if it is no list.
    fn items(self, value: Self::Ref) -> Option<impl Iterator<Item = Self::Ref> + Clone>;

    /// The entries of a map, each key once. If the key is null, it is also passed as the value.
    fn entries(
        self,
        value: Self::Ref,
        host: &dyn Host,
        visit: &mut dyn FnMut(MapKey<'_>, Self::Ref),
    ) -> Result<(), ErrorKind>;

    /// The keys of an object that was sent as one, with their values.
    fn each_key(self, value: Self::Ref, visit: &mut dyn FnMut(Text<'v>, Self::Ref));

    /// The keys that no field has, and where they stand.
    fn unknown_keys(self, _: Self::Ref, _: &Shape, _: &mut dyn FnMut(Text<'v>, Option<Range<usize>>)) {}

    /// The bytes of a value.
    fn span(self, _: Self::Ref) -> Option<Range<usize>> {
        None
    }

    /// The bytes that open an object, to point at what it lacks.
    fn opening(self, _: Self::Ref) -> Option<Range<usize>> {
        None
    }

    /// A key of the object that no field has and that is similar to this name.
    fn suggestion(self, _: Self::Ref, _: &Shape, _: &str) -> Option<String> {
        None
    }
}
