//! Typed requests as a source of values: `garde::Validate` and `check` are the same walk over them.
mod build;
mod report;
mod view;

pub(crate) use build::Blank;
pub use build::Builder;
pub(crate) use report::validate_into;
pub(crate) use view::{Typed, TypedObject, View};

use crate::error::Rejection;
use crate::error::{At, Section};
use crate::host::Native;
use crate::requests::body::NO_OBJECT;
use crate::walk;
use view::Structs;

/// What the API would answer to this value.
pub(crate) fn check(value: &dyn TypedObject) -> Result<(), Rejection> {
    let at = At::Section(Section::of(value.shape()));
    let found = walk::object(Structs, View::Object(value), value.shape(), &at, NO_OBJECT.info.id, &Native);
    Rejection::new(found.errors, found.last, found.left_out).map_or(Ok(()), Err)
}
