//! The answer of the ColdSend API to a request, on your own machine, before you send it.
//!
//! A request body goes in as text; what comes out is what the API would answer, byte for byte, with the
//! rule that each error breaks and the place that it is about.
//!
//! ```
//! use coldsend_lint::{Checker, Operation};
//!
//! let mut checker = Checker::new();
//! let body = br#"{"name": "Autumn campaign", "daily_limit_per_inbox": 101}"#;
//! let outcome = checker.check(Operation::CreateCampaign, body);
//!
//! let rejection = outcome.rejection.unwrap();
//! assert_eq!(rejection.status(), 422);
//! assert_eq!(
//!     rejection.body().to_string(),
//!     r#"{"detail":[{"loc":["body","daily_limit_per_inbox"],"msg":"ensure this value is less than or equal to 100","type":"value_error.number.not_le"}]}"#
//! );
//!
//! let finding = &rejection.findings()[0];
//! assert_eq!(finding.rule, "campaign-daily-limit-per-inbox");
//! assert_eq!(finding.hint(), "100 or less; this is 101");
//! assert_eq!(&body[finding.span.clone().unwrap()], b"101");
//! ```
//!
//! [`check()`] is the shortcut. A request can also be built as a struct, with the feature `typed`, which is on
//! by default:
//!
//! ```
//! # #[cfg(feature = "typed")] {
//! use coldsend_lint::requests::{CreateCampaign, UpdateCampaign, Variant};
//! use garde::Validate;
//!
//! let campaign = CreateCampaign::builder().name("Autumn").build().unwrap();
//! assert_eq!(
//!     campaign.validate().unwrap_err().to_string(),
//!     "name: ensure this value has at least 8 characters\n"
//! );
//! assert_eq!(campaign.check().unwrap_err().status(), 422);
//!
//! let update = UpdateCampaign {
//!     name: "Autumn campaign".into(),
//!     variants: vec![
//!         Variant::builder()
//!             .subject_template("{{company}} and us")
//!             .email_content("Hi {{first_name}}, …")
//!             .distribution_percent(90)
//!             .build()
//!             .unwrap(),
//!     ]
//!     .into(),
//!     ..Default::default()
//! };
//! let rejection = update.check().unwrap_err();
//! assert_eq!(
//!     rejection.to_string(),
//!     r#"400 {"detail":"Variant distributions must sum to 100%, got 90%"}"#
//! );
//! # }
//! ```
//!
//! # The map
//!
//! - [`requests`]: what each request may hold, one row a field, and the rules across fields; the only place
//!   that knows limits. A maintainer works here.
//! - [`shape`], [`rule`]: what those tables are as data. `declare`, `slot`: the macros and types behind them.
//! - `json`: JSON as the API reads it, onto a flat tape. `python`: Python's numbers and characters.
//! - `kinds`: one file for each kind of value. [`Host`]: what takes large tables.
//! - `walk`: shape × values → [`Finding`]s, in the API's order. `source`, `document`, `query`, [`typed`]: where the
//!   values come from.
//! - `look`, `template`: what recommendations look at, and the language of texts.
//! - `resolve`: from a place and a message to the rule that says it there.
//! - `check`, `detect`, `coerce`: from a body to an [`Outcome`]; [`Operation`], [`Request`], [`Rejection`],
//!   [`ErrorBody`].
//! - [`answers`]: the other documented answers, recognised, explained and emitted.
//! - [`Backoff`], [`Budget`]: when to send again, and when the next request fits.
//! - [`preflight`]: the first answer that the API would give, by what is known before a request is sent.
//! - [`catalogue`]: every rule as data.
//! - `json_schema`: each operation as JSON Schema, for editors.
#![deny(missing_docs)]

mod error;
mod host;
mod json;
mod python;
mod types;
#[macro_use]
mod schema;
pub mod typed;
mod validate;
#[macro_use]
pub mod requests;
mod advice;
pub mod answers;
mod check;
#[cfg(feature = "output")]
pub mod output;
pub mod preflight;
mod redact;
#[cfg(feature = "reference")]
mod reference;

pub use answers::{Answer, AnswerKind, Backoff, Budget, Quota, Retry};
#[cfg(feature = "native")]
pub use check::check;
pub use check::{Checker, Detection, Outcome, Request, UnknownOperation};
pub use error::{
    Ctx, Detail, ErrorBody, ErrorItem, ErrorKind, Evidence, Finding, LocItem, Rejection, WithCtx, Wording,
};
pub use host::{Category, Host};
#[doc(hidden)]
pub use json::{number, quote};
pub use preflight::{Preflight, Situation};
#[cfg(feature = "reference")]
pub use reference::{Constraint, catalogue};
pub use requests::operation::{Operation, Payload, Precondition};
pub use schema::{Page, rule, shape};
