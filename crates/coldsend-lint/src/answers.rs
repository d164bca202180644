//! What the API answers if it rejects a request or fails: every documented answer, with its cause and its fix.
//!
//! [`Answer::parse`](crate::Answer::parse) reads one:
//!
//! ```
//! use coldsend_lint::{Answer, AnswerKind, Retry};
//!
//! let answer = Answer::parse(429, r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#);
//! assert_eq!(answer.kind(), &AnswerKind::RateLimited { seconds: Some(60) });
//! assert_eq!(answer.retry(), Retry::After { seconds: 60 });
//! ```
//!
//! [`Answer`], [`AnswerKind`], [`Retry`], [`Backoff`] and [`Budget`] are documented at the root of the crate.

// - `answer`  one answer: its status, what it means, what to do
// - `kind`    one variant for each documented answer: status, body, cause, fix
// - `words`   what a status says by itself
// - `read`    from bytes to a variant and the parts that may be shown
// - `meaning` what a body means
// - `parts`   the parts of an answer that may be shown
// - `body`    the members of a body, and what may be shown of them
// - `items`   the items of an answer, in any form
// - `trace`   the rules for an item
// - `item`    what an item means
// - `v2`      items in the words of Pydantic v2
// - `found`   the answer in what people paste
// - `error`   an answer as a Rust error
// - `log`     one line for a log
// - `status`  the page's table of statuses
// - `retry`   whether to send a request again
// - `headers` the wait that headers give
// - `backoff` how long to wait before each retry
// - `budget`  when the next request is within the limits
mod answer;
mod backoff;
mod body;
mod budget;
mod error;
mod found;
#[cfg(feature = "native")]
mod headers;
mod item;
mod items;
mod kind;
mod log;
mod meaning;
mod parts;
mod read;
mod retry;
mod status;
mod trace;
mod v2;
mod words;

pub use crate::redact::redact_text;
pub use answer::MAX_BYTES;
pub use budget::Moment;
pub use found::{Found, NoAnswer};
pub use item::ExplainedItem;
pub use kind::Info;
pub use status::{IntoStatus, STATUSES, Status};
pub use trace::rules_for_item;
pub use words::status_name;

#[doc(hidden)]
pub use {
    answer::Answer,
    backoff::Backoff,
    budget::{Budget, Quota},
    kind::AnswerKind,
    retry::Retry,
};
