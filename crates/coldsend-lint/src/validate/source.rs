//! Sources of a request's values: JSON documents and typed structs, which the traversal treats alike.
use super::path::MapKey;
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Scalar, Text};
use crate::schema::shape::{MAX_FIELDS, Shape};
use std::ops::Range;

/// The values of an object's fields.
pub(crate) struct Members<R> {
    pub(crate) shape: &'static Shape,
    pub(crate) object: R,
    /// The values, each at the index of its field.
    found: [Option<R>; MAX_FIELDS],
    /// A bit for each field that was sent.
    pub(crate) sent: u32,
    /// A bit for each field that was sent more than once.
    pub(crate) repeated: u32,
    /// Whether the value was sent as an object.
    pub(crate) is_object: bool,
    /// Whether every key is that of a field.
    pub(crate) all_known: bool,
    /// A bit for each field that has been visited and is valid.
    pub(crate) valid: u32,
}

impl<R: Copy> Members<R> {
    /// Creates members without values.
    pub(crate) fn new(shape: &'static Shape, object: R) -> Self {
        Members {
            shape,
            object,
            found: [None; MAX_FIELDS],
            sent: 0,
            repeated: 0,
            is_object: true,
            all_known: true,
            valid: 0,
        }
    }

    #[inline]
    pub(crate) fn get(&self, index: usize) -> Option<R> {
        self.found.get(index).copied().flatten()
    }

    /// Sets the value of a field. If it is repeated, the last value counts.
    #[inline]
    pub(crate) fn set(&mut self, index: usize, value: R) {
        if let Some(slot) = self.found.get_mut(index) {
            *slot = Some(value);
            let bit = 1 << index;
            self.repeated |= self.sent & bit;
            self.sent |= bit;
        }
    }
}

/// A source of values.
pub(crate) trait Source<'v>: Copy {
    /// A reference to a value in the source.
    type Ref: Copy;

    /// Returns whether the value is null.
    fn is_null(self, value: Self::Ref) -> bool {
        matches!(self.scalar(value), Scalar::Null)
    }

    /// Returns the value in the form that types read.
    fn scalar(self, value: Self::Ref) -> Scalar<'v>;

    /// Finds the values of an object's fields. Returns the error if the value cannot be read as an object.
    fn find(self, members: &mut Members<Self::Ref>) -> Result<(), ErrorKind>;

    /// Returns the values of an object's fields, or the error if the value cannot be read as an object.
    fn members(self, value: Self::Ref, shape: &'static Shape) -> Result<Members<Self::Ref>, ErrorKind> {
        let mut members = Members::new(shape, value);
        self.find(&mut members).map(|()| members)
    }

    /// Returns the items of a list, or `None` if the value is not a list.
    fn items(self, value: Self::Ref) -> Option<impl Iterator<Item = Self::Ref> + Clone>;

    /// Visits the entries of a map, each key once. A null key is also passed as the value.
    fn entries(
        self,
        value: Self::Ref,
        host: &dyn Host,
        visit: &mut dyn FnMut(MapKey<'_>, Self::Ref),
    ) -> Result<(), ErrorKind>;

    /// Visits the keys and values of an object, unless it was sent in another form.
    fn each_key(self, value: Self::Ref, visit: &mut dyn FnMut(Text<'v>, Self::Ref));

    /// Visits the keys that are not those of fields, with their byte ranges.
    fn unknown_keys(self, _: Self::Ref, _: &Shape, _: &mut dyn FnMut(Text<'v>, Option<Range<usize>>)) {}

    /// Returns the byte range of a value.
    fn span(self, _: Self::Ref) -> Option<Range<usize>> {
        None
    }

    /// Returns the byte range of an object's opening bracket, which stands for a field that is missing.
    fn opening(self, _: Self::Ref) -> Option<Range<usize>> {
        None
    }

    /// Returns an unknown key of the object that is similar to this name.
    fn suggestion(self, _: Self::Ref, _: &Shape, _: &str) -> Option<String> {
        None
    }
}
