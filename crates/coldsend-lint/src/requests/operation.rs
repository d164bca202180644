//! The operations of the API: method, path, scope and payload.
use super::path;
use super::unknown::UnknownOperation;
use crate::error::Evidence;
use crate::requests::campaign::{CampaignStatus, Requirement};
use crate::requests::{
    AddLead, CreateCampaign, CreateDomain, CreateNativeAccount, CreateNativeAccounts, CreateSmtpAccount,
    CreateSmtpAccounts, DeleteAccounts, GetCampaignTimeline, ListCampaignAnalytics, ListCampaigns,
    ListDomains, ListReplies, ListThreadMessages, SendReply, SendTestEmail, SetDomainRedirect,
    UpdateCampaign,
};
use crate::schema::shape::{Field, Shape};
use std::fmt;

/// What an operation accepts in addition to its path parameters.
#[derive(Clone, Copy, Debug)]
pub enum Payload {
    /// A JSON body.
    Body(&'static Shape),
    /// A query string.
    Query(&'static Shape),
    /// A CSV, which the module `leads` checks; a check of the request ignores it.
    Csv,
    /// Neither; anything sent is ignored.
    Nothing,
}

/// What the API checks before it carries out an operation, apart from whether the campaign in its path exists.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Precondition {
    /// The campaign in the path has one of these statuses.
    Status {
        /// The accepted statuses.
        accepted: &'static [CampaignStatus],
        /// The rejected statuses. The others are not documented.
        rejected: &'static [CampaignStatus],
    },
    /// No account uses the address in this field of the body.
    NewAddress(&'static str),
    /// The inbox in this parameter of the path is assigned to no campaign.
    UnusedInbox(&'static str),
    /// If this field of the body is true, the campaign has all of these, or the body adds them in a field.
    Launch(&'static str, &'static [(Requirement, Option<&'static str>)]),
}

/// The errors page says DRAFT, and to pause a running campaign first (C14); an archived campaign is read-only.
const MODIFIABLE: Precondition = Precondition::Status {
    accepted: &[CampaignStatus::Draft, CampaignStatus::Paused],
    rejected: &[CampaignStatus::Active, CampaignStatus::Archived],
};
const LAUNCH: Precondition = Precondition::Launch(
    "launch",
    &[
        (Requirement::Leads, None),
        (Requirement::Inboxes, Some("inbox_ids")),
        (Requirement::Variants, Some("variants")),
    ],
);

/// Declares the operations: `Variant | id | METHOD "path" | scope | takes;`, where the scope is text or `unknown`,
/// and the payload is `body(Request)`, `query(Request)`, `csv` or `nothing`; then, after another `|`, its preconditions.
macro_rules! operations {
    ($( $(#[doc = $about:literal])* $name:ident | $id:ident | $method:ident $path:literal | $scope:tt | $takes:ident $(($request:ident))? $(| $($need:expr),+)?; )*) => {
        /// An operation of the API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Operation {
            $( $(#[doc = $about])* $name, )*
        }

        $( $( api_request! { $request $name } )? )*

        impl Operation {
            /// Every operation.
            pub const ALL: &'static [Operation] = &[$( Operation::$name ),*];

            /// Returns its id, such as `create_campaign`.
            pub const fn id(self) -> &'static str {
                match self { $( Operation::$name => stringify!($id), )* }
            }

            /// Returns its HTTP method.
            pub const fn method(self) -> &'static str {
                match self { $( Operation::$name => stringify!($method), )* }
            }

            /// Returns its path after the base URL, with parameters in braces.
            pub const fn path(self) -> &'static str {
                match self { $( Operation::$name => $path, )* }
            }

            /// Returns the scope that an API key needs for it, if documented.
            pub const fn scope(self) -> Option<&'static str> {
                match self { $( Operation::$name => scope!($scope), )* }
            }

            /// Returns what it does.
            pub const fn about(self) -> &'static str {
                match self { $( Operation::$name => docs!($($about),*), )* }
            }

            /// Returns what it accepts.
            pub const fn payload(self) -> Payload {
                match self { $( Operation::$name => payload!($takes $($request)?), )* }
            }

            /// Returns what the API checks before it carries out the operation.
            pub const fn preconditions(self) -> &'static [Precondition] {
                match self { $( Operation::$name => &[$($($need),+)?], )* }
            }
        }
    };
}

macro_rules! api_request {
    ($request:ident $name:ident) => {
        #[cfg(feature = "typed")]
        impl crate::requests::ApiRequest for $request {
            const OPERATION: Operation = Operation::$name;
        }
    };
}

macro_rules! scope {
    (unknown) => {
        None
    };
    ($scope:literal) => {
        Some($scope)
    };
}

macro_rules! payload {
    (body $request:ident) => {
        Payload::Body($request::SHAPE)
    };
    (query $request:ident) => {
        Payload::Query($request::SHAPE)
    };
    (csv) => {
        Payload::Csv
    };
    (nothing) => {
        Payload::Nothing
    };
}

operations! {
    /// Create a campaign.
    CreateCampaign | create_campaign | POST "/campaigns" | "campaigns:create" | body(CreateCampaign);
    /// Change or launch a campaign.
    UpdateCampaign | update_campaign | PUT "/campaigns/{campaign_id}" | "campaigns:update" | body(UpdateCampaign) | MODIFIABLE, LAUNCH;
    /// Add a lead to a campaign.
    AddLead | add_lead | POST "/campaigns/{campaign_id}/leads/manual" | "leads:create" | body(AddLead);
    /// Upload a list of leads to a campaign.
    UploadLeads | upload_leads | POST "/campaigns/{campaign_id}/leads" | "leads:create" | csv;
    /// Connect an e-mail account over SMTP and IMAP.
    CreateSmtpAccount | create_smtp_account | POST "/sender-accounts/smtp" | "sender_accounts:create" | body(CreateSmtpAccount) | Precondition::NewAddress("email_address");
    /// Connect several e-mail accounts over SMTP and IMAP.
    CreateSmtpAccounts | create_smtp_accounts | POST "/sender-accounts/smtp/bulk" | "sender_accounts:create" | body(CreateSmtpAccounts);
    /// Create an e-mail account on a domain of the workspace.
    CreateNativeAccount | create_native_account | POST "/sender-accounts/coldsend-native" | "sender_accounts:create" | body(CreateNativeAccount);
    /// Create several e-mail accounts on a domain of the workspace.
    CreateNativeAccounts | create_native_accounts | POST "/sender-accounts/coldsend-native/bulk" | "sender_accounts:create" | body(CreateNativeAccounts);
    /// Delete several e-mail accounts.
    DeleteAccounts | delete_accounts | POST "/sender-accounts/bulk/delete" | "sender_accounts:delete" | body(DeleteAccounts);
    /// Send a test e-mail from an account.
    SendTestEmail | send_test_email | POST "/sender-accounts/{inbox_id}/test-email" | unknown | body(SendTestEmail);
    /// Add a domain.
    CreateDomain | create_domain | POST "/domains" | unknown | body(CreateDomain);
    /// Set the redirect of a domain.
    SetDomainRedirect | set_domain_redirect | POST "/domains/{domain_id}/redirect" | unknown | body(SetDomainRedirect);
    /// Reply to a conversation.
    SendReply | send_reply | POST "/replies/threads/{thread_id}/reply" | "replies:create" | body(SendReply);
    /// List campaigns.
    ListCampaigns | list_campaigns | GET "/campaigns" | "campaigns:read" | query(ListCampaigns);
    /// List domains.
    ListDomains | list_domains | GET "/domains" | unknown | query(ListDomains);
    /// List conversations.
    ListReplies | list_replies | GET "/replies" | "replies:read" | query(ListReplies);
    /// List the messages of a thread.
    ListThreadMessages | list_thread_messages | GET "/replies/threads/{thread_id}/messages" | "replies:read" | query(ListThreadMessages);
    /// Get the analytics of campaigns.
    ListCampaignAnalytics | list_campaign_analytics | GET "/analytics/campaigns" | "campaigns:read" | query(ListCampaignAnalytics);
    /// Get the daily activity of campaigns.
    GetCampaignTimeline | get_campaign_timeline | GET "/analytics/campaigns/timeline" | "campaigns:read" | query(GetCampaignTimeline);
    /// Get a campaign.
    GetCampaign | get_campaign | GET "/campaigns/{campaign_id}" | "campaigns:read" | nothing;
    /// Delete a campaign.
    DeleteCampaign | delete_campaign | DELETE "/campaigns/{campaign_id}" | "campaigns:delete" | nothing;
    /// Pause a campaign.
    PauseCampaign | pause_campaign | POST "/campaigns/{campaign_id}/pause" | "campaigns:pause" | nothing;
    /// Resume a paused campaign.
    ActivateCampaign | activate_campaign | POST "/campaigns/{campaign_id}/activate" | "campaigns:activate" | nothing;
    /// Get a lead.
    GetLead | get_lead | GET "/campaigns/{campaign_id}/leads/{lead_id}" | "leads:read" | nothing;
    /// Get an e-mail account.
    GetAccount | get_account | GET "/sender-accounts/{inbox_id}" | "sender_accounts:read" | nothing;
    /// Delete an e-mail account.
    DeleteAccount | delete_account | DELETE "/sender-accounts/{inbox_id}" | "sender_accounts:delete" | nothing | Precondition::UnusedInbox("inbox_id");
    /// Get the progress of a lead upload.
    GetLeadUpload | get_lead_upload | GET "/campaigns/{campaign_id}/leads/upload/{job_id}" | unknown | nothing;
    /// Get the progress of creating e-mail accounts.
    GetSmtpAccountsJob | get_smtp_accounts_job | GET "/sender-accounts/smtp/bulk/{job_id}/progress" | unknown | nothing;
    /// Get the progress of deleting e-mail accounts.
    GetDeleteAccountsJob | get_delete_accounts_job | GET "/sender-accounts/bulk/delete/{job_id}/progress" | unknown | nothing;
    /// Get a domain.
    GetDomain | get_domain | GET "/domains/{domain_id}" | unknown | nothing;
    /// Activate a domain whose nameservers are set.
    ActivateDomain | activate_domain | POST "/domains/{domain_id}/activate" | unknown | nothing;
    /// Get the progress of activating a domain.
    GetDomainProgress | get_domain_progress | GET "/domains/{domain_id}/progress" | unknown | nothing;
    /// Delete a domain.
    DeleteDomain | delete_domain | DELETE "/domains/{domain_id}" | unknown | nothing;
    /// Get the redirect of a domain.
    GetDomainRedirect | get_domain_redirect | GET "/domains/{domain_id}/redirect" | unknown | nothing;
    /// Get a conversation.
    GetThread | get_thread | GET "/replies/threads/{thread_id}" | "replies:read" | nothing;
    /// Mark a conversation as read.
    MarkThreadRead | mark_thread_read | PATCH "/replies/threads/{thread_id}/read" | "replies:update" | nothing;
    /// Star or unstar a conversation.
    StarThread | star_thread | PATCH "/replies/threads/{thread_id}/star" | "replies:update" | nothing;
}

impl Operation {
    /// Returns the shape of its JSON body or query string.
    pub const fn shape(self) -> Option<&'static Shape> {
        match self.payload() {
            Payload::Body(shape) | Payload::Query(shape) => Some(shape),
            Payload::Csv | Payload::Nothing => None,
        }
    }

    /// Returns how certain it is that this operation exists. The paths of two are known from the vendor's client, and
    /// their scopes from the documentation.
    pub const fn evidence(self) -> Evidence {
        match self {
            Operation::ActivateCampaign | Operation::GetAccount => Evidence::Corroborated,
            _ => Evidence::Printed,
        }
    }

    /// Whether sending it twice has the same effect as sending it once, according to its method (RFC 9110): true for
    /// `GET`, `PUT` and `DELETE`. Others may have had an effect although the answer was a failure of the server.
    ///
    /// ```
    /// use coldsend_lint::Operation;
    ///
    /// assert!(Operation::UpdateCampaign.is_idempotent());
    /// assert!(!Operation::AddLead.is_idempotent());
    /// ```
    pub const fn is_idempotent(self) -> bool {
        matches!(self.method().as_bytes(), b"GET" | b"PUT" | b"DELETE")
    }

    /// Returns the shape of the JSON body that it accepts.
    pub const fn body(self) -> Option<&'static Shape> {
        match self.payload() {
            Payload::Body(shape) => Some(shape),
            _ => None,
        }
    }

    /// Returns the shape of the query string that it accepts.
    pub const fn query(self) -> Option<&'static Shape> {
        match self.payload() {
            Payload::Query(shape) => Some(shape),
            _ => None,
        }
    }
}

/// The name of the path parameter for a campaign.
pub(crate) const CAMPAIGN: &str = "campaign_id";

impl Operation {
    /// Returns the operation with this id.
    pub fn from_id(id: &str) -> Option<Operation> {
        Operation::ALL.iter().copied().find(|operation| operation.id() == id)
    }

    /// Returns the names of its path parameters.
    pub fn parameter_names(self) -> impl Iterator<Item = &'static str> {
        self.path().split('/').filter_map(path::placeholder)
    }

    /// Returns its path parameters, except those that may be any text.
    pub fn parameters(self) -> impl Iterator<Item = &'static Field> {
        self.parameter_names().filter_map(move |name| path::parameter(self.path(), name))
    }
}

/// Parses an id, such as `create_campaign`.
impl std::str::FromStr for Operation {
    type Err = UnknownOperation;

    fn from_str(id: &str) -> Result<Self, UnknownOperation> {
        Operation::from_id(id).ok_or_else(|| UnknownOperation::of_id(id))
    }
}

impl serde::Serialize for Operation {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

impl<'de> serde::Deserialize<'de> for Operation {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::typed::parse(from)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_need_what_they_have() {
        for operation in Operation::ALL {
            let in_body = |name| operation.body().is_some_and(|shape| shape.field(name).is_some());
            let in_path = |name| operation.parameters().any(|field| field.name == name);
            for need in operation.preconditions() {
                let declared = match need {
                    Precondition::Status { accepted, rejected } => {
                        in_path(CAMPAIGN) && accepted.iter().all(|status| !rejected.contains(status))
                    }
                    Precondition::NewAddress(field) => in_body(field),
                    Precondition::UnusedInbox(parameter) => in_path(parameter),
                    Precondition::Launch(field, required) => {
                        in_path(CAMPAIGN)
                            && in_body(field)
                            && required.iter().filter_map(|(_, field)| *field).all(in_body)
                    }
                };
                assert!(declared, "{operation} {need:?}");
            }
        }
    }

    #[test]
    fn every_parameter_of_a_path_is_declared() {
        for name in Operation::ALL.iter().flat_map(|operation| operation.path().split('/')) {
            let is_declared = |name| path::PARAMETERS.iter().any(|field| field.name == name);
            assert!(path::placeholder(name).is_none_or(is_declared), "{name}");
        }
    }
}
