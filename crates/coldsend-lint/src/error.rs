//! Errors and advice: what is wrong, where, and the API's message for it.
//!
//! - `kind`      every message of the API, with its typed context
//! - `loc`       locations, as the API prints them
//! - `item`      one error, and the body that carries them
//! - `wire`      writes these with serde
//! - `lenient`   reads them with serde
//! - `finding`   an error or advice, with its rule and its hint
//! - `rejection` the status and the body of an answer
//! - `evidence`  how certain a constraint is
//! - `hint`      how to fix an error
//! - `suggest`   suggestions for a misspelled name
//! - `telling`   names that tell that their value is a secret
mod evidence;
mod finding;
pub(crate) mod hint;
mod item;
mod kind;
#[cfg(feature = "native")]
mod lenient;
mod loc;
mod rejection;
pub(crate) mod suggest;
pub(crate) mod telling;
mod wire;

pub use evidence::{Evidence, Wording};
pub use finding::Finding;
pub(crate) use finding::field_name;
pub use item::{Ctx, Detail, ErrorBody, ErrorItem, WithCtx};
pub use kind::ErrorKind;
pub(crate) use kind::{fill, matches_template};
pub use loc::LocItem;
pub use rejection::Rejection;
#[cfg(feature = "output")]
pub(crate) use wire::NUMBER;
