//! Know what the ColdSend API would answer before you send a request.
//!
//! Give this crate a request body. You get the answer of the API, byte for byte, and for each error the rule it
//! breaks, its position in the text, and a hint for people. Nothing is sent: the crate does no I/O.
//!
//! ```
//! use coldsend_lint::{Operation, check};
//!
//! let rejection = check(Operation::CreateCampaign, r#"{"name": "Hi"}"#).unwrap_err();
//! assert_eq!(rejection.status(), 422);
//! assert_eq!(
//!     rejection.body().to_string(),
//!     r#"{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]}"#
//! );
//!
//! let finding = &rejection.findings()[0];
//! assert_eq!(finding.rule, "campaign-name");
//! assert_eq!(finding.hint(), "At least 8 characters; this has 2");
//! ```
//!
//! # Install
//!
//! ```text
//! cargo add coldsend-lint
//! ```
//!
//! # Which entry point?
//!
//! | You have | Use | You get |
//! |---|---|---|
//! | a body | [`check()`] | `Ok`, or the [`Rejection`] that the API would answer with |
//! | many bodies, or you want advice too | [`Checker`], which reuses its memory | an [`Outcome`] |
//! | a method and a path, or a query string | [`Request`] | the same |
//! | values in your program | a struct of [`requests`], then [`check()`](requests::ApiRequest::check) | the same |
//! | a body that you want as a struct | [`from_json`](requests::CreateCampaign::from_json), or serde | the struct that the API would understand |
//! | a framework that knows [`garde`] | [`garde::Validate`], which each struct of [`requests`] implements | a [`garde::Report`] |
//! | an axum endpoint | [`axum::Checked`] | the struct, or the API's own 422 |
//! | a response of the API | [`Answer::parse`] | what happened, what to do, whether to send again |
//! | requests to send again, or many to send | [`Backoff`], [`Budget`] | how long to wait |
//! | a list of requests, such as a file of leads | the example `leads` | the structs, and each rejection with its index |
//! | a CSV of leads to upload | [`leads`] | the class of each row, and what is wrong with it |
//! | rules of your own, such as e-mail addresses of leads that must be valid | [`Outcome::into_result_denying`] | the same, with advice among the errors |
//! | what you know of an account | [`Checker::preflight`] | the first answer it would give: 401, 403, 404, 429, … |
//! | a page or an editor that explains rules | [`catalogue`] | every rule as data |
//!
//! # A struct
//!
//! ```
//! # #[cfg(feature = "typed")] {
//! use coldsend_lint::requests::{UpdateCampaign, Variant};
//!
//! let variant = Variant::builder()
//!     .subject_template("{{company}} and us")
//!     .email_content("Hi {{first_name}}, …")
//!     .distribution_percent(90)
//!     .build()?;
//! let update = UpdateCampaign::builder().name("Autumn campaign").variants([variant]).build();
//!
//! let rejection = update.check().unwrap_err();
//! assert_eq!(
//!     rejection.to_string(),
//!     r#"400 {"detail":"Variant distributions must sum to 100%, got 90%"}"#
//! );
//! # }
//! # Ok::<(), coldsend_lint::Rejection>(())
//! ```
//!
//! # Send a request
//!
//! Nothing here sends: use any HTTP client. [`Request::url`] gives the URL, and [`API_KEY_HEADER`] is the header for
//! your key. With `reqwest`, and `update` from above:
//!
//! ```
//! # #[cfg(feature = "typed")] {
//! # use coldsend_lint::requests::UpdateCampaign;
//! use coldsend_lint::{API_KEY_HEADER, Answer, Request};
//!
//! # async fn send(update: UpdateCampaign, id: &str, key: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let request = Request::from(&update).path("campaign_id", id)?;
//! request.check_typed(&update)?;
//!
//! let client = reqwest::Client::new();
//! let response = client.put(request.url()?).header(API_KEY_HEADER, key).json(&update).send().await?;
//! let status = response.status().as_u16();
//! Answer::parse(status, response.bytes().await?).into_result()?;
//! # Ok(())
//! # }
//! # }
//! ```
//!
//! A request without a body, such as [`ListCampaigns`](requests::ListCampaigns), is sent as `client.get(request.url()?)`:
//! the URL has its query string. The example `reqwest` has this with retries.
//!
//! # An error response
//!
//! ```
//! use coldsend_lint::{Answer, AnswerKind};
//! use std::time::Duration;
//!
//! let answer = Answer::parse(429, r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#);
//! assert_eq!(answer.kind(), &AnswerKind::RateLimited { seconds: Some(60) });
//! assert_eq!(answer.retry().duration(), Some(Duration::from_secs(60)));
//! ```
//!
//! # A web framework
//!
//! With the feature `axum`, a handler gets the struct, and the client of a bad request gets what the API itself
//! would answer:
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! use coldsend_lint::axum::Checked;
//! use coldsend_lint::requests::CreateCampaign;
//!
//! async fn create(Checked(campaign): Checked<CreateCampaign>) -> String {
//!     campaign.name
//! }
//! # }
//! ```
//!
//! # A user interface
//!
//! ```
//! use coldsend_lint::{Operation, check};
//! use std::collections::BTreeMap;
//!
//! let body = r#"{"name": "Hi", "sending_days": [1, 9]}"#;
//! let rejection = check(Operation::CreateCampaign, body).unwrap_err();
//! let hints: BTreeMap<String, String> =
//!     rejection.findings().iter().map(|finding| (finding.pointer(), finding.hint())).collect();
//! assert_eq!(hints["/name"], "At least 8 characters; this has 2");
//! assert_eq!(hints["/sending_days/1"], "7 or less; this is 9");
//! ```
//!
//! # Features
//!
//! | Feature | Default | Adds |
//! |---|---|---|
//! | `typed` | yes | structs and builders for all requests, [`garde::Validate`], `from_json`; implies `native` |
//! | `native` | yes | [`check()`], and the tables that e-mail addresses and names of domains need; without it, give a [`Host`] |
//! | `names` | yes | the names of secrets in many languages; `native` implies it |
//! | `reference` | yes | [`catalogue`]: every rule as data |
//! | `axum` | | [`axum::Checked`], and [`Rejection`] as a response |
//! | `http` | | [`Request`] from the `http` crate's `Request` |
//! | `small` | | less code, for a download, at the cost of some speed |
//! | `time-zones` | | advice on time zones that IANA does not have |
//! | `uuid` | | a `Uuid` wherever a field takes an id |
//! | `serde_json` | | a `serde_json::Value` wherever a custom field takes a value |
//! | `schema` | | JSON Schemas of all operations |
//! | `output` | | [`output`]: results as records for programs |
//! | `leads` | | [`leads`]: lists of leads, checked before they are uploaded |
//! | `docs` | | the text of each rule's page, in [`catalogue`] |
//!
//! # How exact, how sure
//!
//! The answers are compared with those of the server's own software, FastAPI on Pydantic v1. Only what the
//! documentation prints, or what two independent sources agree on, rejects a request; all else is
//! [advice](Outcome::advice). Each constraint names its [`Evidence`] and its source [`Page`].
#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(missing_docs, missing_debug_implementations)]

mod json;

mod host;

mod python;

mod error;

mod types;

#[macro_use]
mod schema;

mod validate;

mod malformed;

mod typed;

#[macro_use]
pub mod requests;

mod redact;

mod detect;

mod check;

#[macro_use]
mod advice;

pub mod answers;

pub mod preflight;

#[cfg(feature = "leads")]
pub mod leads;

#[cfg(feature = "output")]
pub mod output;

#[cfg(feature = "reference")]
mod reference;

#[cfg(feature = "axum")]
pub mod axum;

pub use advice::known::is_rule;
#[doc(inline)]
pub use answers::{Answer, AnswerKind, Backoff, Budget, Quota, Retry};
#[cfg(feature = "native")]
pub use check::check;
pub use check::{Checker, MissingParameter, Outcome, Request, UnknownParameter};
pub use detect::Detection;
pub use error::{
    Ctx, Detail, ErrorBody, ErrorItem, ErrorKind, Evidence, Finding, LocItem, Rejection, WithCtx, Wording,
};
#[cfg(feature = "typed")]
pub use garde;
pub use host::{Category, Host};
#[doc(hidden)]
pub use json::{list, number, quote};
pub use malformed::NotARequest;
#[doc(hidden)]
pub use preflight::{Preflight, Situation};
pub use redact::{Hidden, redact_credentials};
#[cfg(feature = "reference")]
pub use reference::catalogue;
pub use requests::header::API_KEY_HEADER;
pub use requests::operation::{Operation, Payload, Precondition};
pub use requests::path::BASE_URL;
pub use requests::unknown::UnknownOperation;
pub use schema::constraints::Constraint;
pub use schema::{Page, rule, shape};

/// The examples of README.md, tried as tests.
#[cfg(all(doctest, feature = "native"))]
#[doc = include_str!("../README.md")]
struct Readme;
