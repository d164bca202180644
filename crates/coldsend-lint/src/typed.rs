//! Typed requests as a source of values: `garde::Validate` and `check` are the same walk over them.
#[cfg(feature = "typed")]
mod build;
#[cfg(feature = "typed")]
mod validate;
mod value;
#[cfg(feature = "typed")]
mod view;

#[cfg(feature = "typed")]
pub use build::Builder;
pub(crate) use value::MaybeSet;
pub use value::{CustomValue, Patch, Secret};
#[cfg(feature = "typed")]
pub(crate) use {
    build::Placeholder,
    validate::{check, validate_into, verdict},
    view::{Structs, Typed, TypedObject, View},
};
