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
//! use coldsend_lint::garde::Validate;
//!
//! let campaign = CreateCampaign::new("Autumn");
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
//! The other way round, `from_json` and serde read what the API reads, coercions included:
//!
//! ```
//! # #[cfg(feature = "typed")] {
//! use coldsend_lint::requests::CreateCampaign;
//!
//! let campaign = CreateCampaign::from_json(r#"{"name": "Autumn campaign", "daily_limit_per_inbox": "30"}"#)?;
//! assert_eq!(campaign.daily_limit_per_inbox, Some(30));
//! # }
//! # Ok::<(), coldsend_lint::Rejection>(())
//! ```
//!
//! # Where to start
//!
//! - [`check()`], [`Checker`]: a request body, a query string or a typed request → an [`Outcome`].
//! - [`requests`]: typed requests, and their tables as data ([`shape`], [`rule`]).
//! - [`answers`]: what the API answered, and what to do; [`Backoff`] and [`Budget`]: when to send again.
//! - [`preflight`]: the first answer that the API would give, by what is known before a request is sent.
//! - [`catalogue`]: every rule as data.
//!
//! `ARCHITECTURE.md` beside the source has the map for maintainers.
#![deny(missing_docs, missing_debug_implementations)]

mod json;

mod host;

mod python;

mod error;

mod types;

#[macro_use]
mod schema;

mod validate;

pub mod typed;

#[macro_use]
pub mod requests;

mod redact;

mod check;

mod advice;

pub mod answers;

pub mod preflight;

#[cfg(feature = "output")]
pub mod output;

#[cfg(feature = "reference")]
mod reference;

#[cfg(feature = "axum")]
pub mod axum;

pub use advice::known::is_rule;
pub use answers::{Answer, AnswerKind, Backoff, Budget, Quota, Retry};
#[cfg(feature = "native")]
pub use check::check;
pub use check::{Checker, Detection, Outcome, Request, UnknownParameter};
pub use error::{
    Ctx, Detail, ErrorBody, ErrorItem, ErrorKind, Evidence, Finding, LocItem, Rejection, WithCtx, Wording,
};
#[cfg(feature = "typed")]
pub use garde;
pub use host::{Category, Host};
#[doc(hidden)]
pub use json::{number, quote};
pub use preflight::{Preflight, Situation};
#[cfg(feature = "reference")]
pub use reference::{Constraint, catalogue};
pub use requests::operation::{Operation, Payload, Precondition};
pub use requests::unknown::UnknownOperation;
pub use schema::{Page, rule, shape};
