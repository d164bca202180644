//! Typed requests as a source of values for the traversal that `garde::Validate` and `check` share.
#[cfg(feature = "typed")]
mod build;
mod choice;
mod custom_value;
#[cfg(feature = "typed")]
mod from_json;
#[cfg(feature = "typed")]
mod into_value;
#[cfg(feature = "typed")]
mod json_text;
#[cfg(feature = "typed")]
mod query_string;
mod read;
#[cfg(feature = "typed")]
mod validate;
mod value;
#[cfg(feature = "typed")]
mod view;

#[cfg(feature = "typed")]
pub use build::Builder;
pub use choice::UnknownChoice;
pub(crate) use choice::parse;
pub use custom_value::CustomValue;
#[cfg(feature = "typed")]
pub use into_value::{IntoOption, IntoPatch, IntoValue};
pub(crate) use read::{FromDocument, Sent, member, members};
pub(crate) use value::MaybeSet;
pub use value::{Patch, Secret};
#[cfg(feature = "typed")]
pub(crate) use {
    build::Placeholder,
    from_json::{deserialize, from_json, from_query},
    query_string::query_string,
    validate::{check, validate_into, verdict},
    view::{Declared, Structs, Typed, TypedObject, View},
};
