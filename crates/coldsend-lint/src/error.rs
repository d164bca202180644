//! What is wrong, where, and in the API's words.
//!
//! - `kind`      every message the API knows, with its typed context
//! - `loc`       places, as the API prints them
//! - `item`      one error, and the body that carries them
//! - `wire`      the same through serde, both ways
//! - `finding`   one thing that is wrong or advised, with its rule and its hint
//! - `rejection` status and body of an answer
//! - `evidence`  how well a rule is documented
//! - `hint`      what would be right
//! - `suggest`   the name that was probably meant
mod evidence;
mod finding;
pub(crate) mod hint;
mod item;
mod kind;
mod loc;
mod rejection;
pub(crate) mod suggest;
#[cfg(feature = "native")]
mod wire;

pub use evidence::{Evidence, Wording};
pub use finding::Finding;
pub use item::{Ctx, Detail, ErrorBody, ErrorItem, WithCtx};
pub use kind::ErrorKind;
pub(crate) use kind::fill;
#[cfg(any(feature = "reference", feature = "typed"))]
pub(crate) use kind::matches_template;
pub use loc::LocItem;
pub use rejection::Rejection;
