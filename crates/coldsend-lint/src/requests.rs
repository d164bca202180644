//! The requests, as the documentation's tables print them. A field is one row; this is where the linter
//! follows the API when it changes.
pub(crate) mod body;
pub mod campaign;
mod campaign_advice;
pub mod domain;
pub(crate) mod header;
pub mod lead;
pub mod path;
pub mod reply;
pub mod sender_account;
pub mod sequence;
pub mod style;
mod variant;

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

pub use crate::slot::{CustomValue, Patch, Secret};
