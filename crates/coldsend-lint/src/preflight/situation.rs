//! What you can know before you send a request: the structs, and the shape of the file.
use crate::error::Evidence;
use crate::requests::campaign::CampaignStatus;
use crate::schema::page;
use crate::schema::rule::{Bound, ListCheck, ListRule, RuleInfo};
use crate::typed::{FromDocument, Secret, Sent, member, members};
use crate::types::Reading;
use std::time::Duration;

/// Declares objects of facts: `fact | kind | presence;`. The presence is `known` (optional), `required`, or `key`. A
/// rule across a list of these objects may follow the object's name. This is not `request!`, which also implements
/// what only requests need: `Serialize`, which would show the API key, `garde::Validate` and `check`.
macro_rules! facts {
    (
        object $object:literal $(list_rule $list_rule:expr)?;
        $(#[doc = $about:literal])*
        $name:ident;
        $( $(#[doc = $fact_about:literal])* $fact:ident | $kind:ident $(($($bounds:tt)*))? | $presence:ident; )*
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $( $(#[doc = $fact_about])* pub $fact: fact!($presence, $kind $(($($bounds)*))?), )*
        }

        impl $name {
            const NAMES: &'static [&'static str] = &[$( stringify!($fact) ),*];

            const FIELDS: &'static [$crate::schema::shape::Field] = &[$( field! {
                $object, $fact, field_type!($kind $(($($bounds)*))?), fact!(@presence $presence),
                printed(ERRORS) &[], docs!($($fact_about),*), since!()
            } ),*];

            const LIST_RULES: &'static [Bound<ListRule>] =
                &[$( Bound::<ListRule>::new(&$list_rule, Self::NAMES) )?];

            /// The shape of the object in a situation file.
            pub const SHAPE: &'static $crate::schema::shape::Shape = &$crate::schema::shape::Shape {
                object: $object,
                name: stringify!($name),
                about: docs!($($about),*),
                fields: Self::FIELDS,
                required: $crate::schema::shape::required(Self::FIELDS),
                rejecting: $crate::schema::shape::rejecting(Self::FIELDS),
                keys: &$crate::json::Keys::new(Self::NAMES, &[$( field_type!($kind $(($($bounds)*))?).guide() ),*]),
                rules: &[],
                list_rules: Self::LIST_RULES,
                kept: $crate::schema::shape::kept(&[], Self::LIST_RULES),
                advised: $crate::schema::shape::advised(Self::FIELDS, &[], Self::LIST_RULES),
                retired: &[],
                known_elsewhere: &[],
                mode: $crate::schema::shape::Mode::Facts,
            };
        }

        impl FromDocument for $name {
            fn from_document(sent: Sent<'_>) -> Option<Self> {
                let mut members = members(sent, Self::SHAPE)?;
                Some($name { $( $fact: member(sent, members.next()?)?, )* })
            }
        }
    };
}

macro_rules! fact {
    (key, $($kind:tt)*) => { ApiKey };
    (known, $($kind:tt)*) => { Option<rust_type!($($kind)*)> };
    (required, $($kind:tt)*) => { rust_type!($($kind)*) };
    (@presence required) => { $crate::schema::shape::Presence::Required };
    (@presence $presence:ident) => { $crate::schema::shape::Presence::Nullable($crate::schema::shape::DefaultValue::Null) };
}

facts! {
    object "situation";

    /// What you know before you send a request. Everything is optional: checks that need an unknown fact are skipped.
    Situation;

    // fact             | kind                           | presence

    /// The API key in `X-API-Key`; null if none is sent.
    api_key             | secret(..)                     | key;
    /// Whether the API key is valid: true if it has worked, false if it is unknown or revoked.
    api_key_valid       | boolean                        | known;
    /// The scopes of the API key, such as `campaigns:update`, `campaigns:all` or `*`.
    scopes              | list(.., text)                 | known;
    /// How many seconds ago each of the latest requests was sent; only those of the last hour count.
    requests_seconds_ago     | list(.., integer(0..))         | known;
    /// How many seconds you still have to wait because of the rate limit, if known; it overrides
    /// `requests_seconds_ago`.
    wait_seconds        | integer(0..)                   | known;
    /// Campaigns of the team, each listed once, with what you know about it.
    campaigns           | list(.., object(KnownCampaign)) | known;
    /// The ids of all campaigns of the team: one that is neither here nor in `campaigns` does not exist.
    campaign_ids        | list(.., uuid)                 | known;
    /// The addresses of all connected accounts: `create_smtp_account` needs a different one.
    connected_addresses | list(.., email)                | known;
    /// The ids of all inboxes that are assigned to a campaign.
    inboxes_in_use      | list(.., uuid)                 | known;
}

facts! {
    object "known-campaign" list_rule ONCE;

    /// What you know about a campaign.
    KnownCampaign;

    // fact      | kind                   | presence

    /// The id of the campaign.
    campaign_id  | uuid                   | required;
    /// The status of the campaign.
    status       | choice(CampaignStatus) | known;
    /// Whether it has leads, which a launch needs.
    has_leads    | boolean                | known;
    /// Whether it has inboxes, which a launch needs.
    has_inboxes  | boolean                | known;
    /// Whether it has variants, which a launch needs.
    has_variants | boolean                | known;
}

/// The rule that each campaign is listed once: if two entries differ, it is unclear which one is true.
const ONCE: ListRule = ListRule {
    info: RuleInfo {
        id: "known-campaign-once",
        about: "List each campaign once.",
        message: "campaign_id must be unique",
        evidence: Evidence::Printed,
        page: page::ERRORS,
        since: since!(),
    },
    field: "campaign_id",
    check: ListCheck::Unique(|id| id.text()),
};

impl Situation {
    /// Sets `wait_seconds` to the wait of a [`Budget`](crate::Budget), rounded up to whole seconds.
    #[must_use]
    pub fn with_wait(mut self, wait: Duration) -> Self {
        let seconds = wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0));
        self.wait_seconds = Some(seconds.try_into().unwrap_or(i64::MAX));
        self
    }
}

/// The API key, if known. `Debug` hides it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum ApiKey {
    /// The key is unknown.
    #[default]
    Unknown,
    /// No key is sent.
    Missing,
    /// This key is sent.
    Sent(Secret),
}

impl<T: Into<Secret>> From<T> for ApiKey {
    fn from(key: T) -> Self {
        ApiKey::Sent(key.into())
    }
}

impl FromDocument for ApiKey {
    fn from_document(sent: Sent<'_>) -> Option<Self> {
        Secret::from_document(sent).map(ApiKey::Sent)
    }

    fn absent() -> Option<Self> {
        Some(ApiKey::Unknown)
    }

    fn null(_: bool) -> Option<Self> {
        Some(ApiKey::Missing)
    }
}
