//! What may be shown of requests and answers: one policy for the terminal, GitHub, SARIF, `Debug`, logs and the page.
//! `docs/secrets.md` says what it guarantees.
//!
//! - `request`    of a request: values of known fields that are not secret
//! - `answer`     of an answer: what does not repeat the request, and no telling names' values
//! - `credential` credentials that are recognized by their form, in any text
//! - `near`       words near the name of a secret that may be one
//! - `text`       a text without credentials and without values of telling names
//! - `redacted`   of an error: words of this crate
mod answer;
mod credential;
mod near;
mod redacted;
mod request;
mod text;

pub(crate) use answer::{SECTIONS, in_answer};
pub use request::Hidden;
pub(crate) use request::{in_body, in_query};
pub use text::{redact_credentials, redact_text};
