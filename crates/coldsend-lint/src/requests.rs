//! The requests, as the documentation's tables print them. A field is one row; this is where the linter
//! follows the API when it changes.
pub(crate) mod body;
pub mod campaign;
pub mod lead;
pub mod page;
pub mod path;
pub mod sender_account;
pub mod sequence;
pub mod variant;

pub use campaign::{CreateCampaign, UpdateCampaign};
pub use lead::AddLead;
pub use sender_account::{CreateSmtpAccount, InboxType};
pub use sequence::{EditAction, Sequence, SequenceEdit, TriggerType};
pub use variant::{ContentType, SequenceVariant, Variant};

pub use crate::slot::{CustomValue, Patch, Secret};
