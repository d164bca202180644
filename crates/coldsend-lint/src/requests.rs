//! Every request as a struct: build it, check it, send it as JSON, or read it from JSON.
//!
//! ```
//! # #[cfg(feature = "typed")] {
//! use coldsend_lint::requests::{AddLead, UpdateCampaign};
//!
//! // A struct whose fields are all optional can be written as a literal; `Default` leaves the others unsent.
//! let update = UpdateCampaign { name: "Autumn campaign".into(), ..Default::default() };
//! assert_eq!(serde_json::to_string(&update)?, r#"{"name":"Autumn campaign"}"#);
//!
//! // A builder takes what you have; `build` fails if a required field is missing, `check` if anything is wrong.
//! let lead = AddLead::builder().email("ada@example.com").first_name(Some("Ada")).build()?;
//! assert_eq!(lead.check(), Ok(()));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The constraints of each struct are in its `SHAPE`, as data ([`shape`](crate::shape), [`rule`](crate::rule)).

// The tables look like those of the documentation, one row per field: when the API changes, change them here.
#[cfg(feature = "typed")]
mod api_request;
#[macro_use]
pub(crate) mod declare;
pub(crate) mod campaign;
pub(crate) mod domain;
pub(crate) mod header;
pub(crate) mod lead;
mod nearest;
mod not_checked;
pub(crate) mod operation;
pub(crate) mod path;
pub(crate) mod reply;
pub(crate) mod route;
pub(crate) mod sender_account;
pub(crate) mod sequence;
pub(crate) mod unknown;
mod variant;

#[cfg(feature = "typed")]
pub use api_request::ApiRequest;
pub use campaign::{
    CampaignStatus, CreateCampaign, GetCampaignTimeline, ListCampaignAnalytics, ListCampaigns, Requirement,
    UpdateCampaign,
};
pub use domain::{CreateDomain, ListDomains, SetDomainRedirect};
pub use lead::AddLead;
pub use reply::{Attachment, ListReplies, ListThreadMessages, SendReply};
pub use sender_account::{
    CreateNativeAccount, CreateNativeAccounts, CreateSmtpAccount, CreateSmtpAccounts, DeleteAccounts,
    InboxType, NativeInbox, SendTestEmail,
};
pub use sequence::{EditAction, Sequence, SequenceEdit, TriggerType};
pub use variant::{ContentType, SequenceVariant, Variant};

#[cfg(feature = "typed")]
pub use crate::typed::{Builder, IntoOption, IntoPatch, IntoValue};
pub use crate::typed::{CustomValue, Patch, Secret, UnknownChoice};
