//! The requests, as the documentation's tables print them. A field is one row; this is where the crate
//! follows the API when it changes.
#[cfg(feature = "typed")]
mod api_request;
#[macro_use]
pub(crate) mod declare;
pub mod campaign;
pub mod domain;
pub(crate) mod header;
pub mod lead;
mod nearest;
mod not_checked;
pub(crate) mod operation;
pub mod path;
pub mod reply;
pub(crate) mod route;
pub mod sender_account;
pub mod sequence;
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

pub use crate::typed::{CustomValue, Patch, Secret};
