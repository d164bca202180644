//! What may not be known.
use crate::requests::campaign::Requirement;
use std::fmt;

/// A fact that an answer depends on and that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fact {
    /// Which API key is sent.
    ApiKey,
    /// Whether the API key is valid.
    ApiKeyValid,
    /// When requests were sent.
    RequestsSecondsAgo,
    /// The scopes that the API key has.
    Scopes,
    /// The scope that the operation needs, which no page names.
    RequiredScope,
    /// Which campaign the request is about: its path does not tell.
    CampaignId,
    /// Which campaigns exist.
    CampaignIds,
    /// The status of the campaign.
    CampaignStatus,
    /// Whether the operation is accepted in the status that the campaign has, which no page tells.
    AcceptedStatus,
    /// Which addresses have an account.
    ConnectedAddresses,
    /// Which inbox the request is about: its path does not tell.
    InboxId,
    /// Which inboxes are assigned to campaigns.
    InboxesInUse,
    /// Whether the campaign has leads.
    HasLeads,
    /// Whether the campaign has inboxes.
    HasInboxes,
    /// Whether the campaign has variants.
    HasVariants,
}

impl Fact {
    /// Every fact.
    pub const ALL: &'static [Fact] = &[
        Fact::ApiKey,
        Fact::ApiKeyValid,
        Fact::RequestsSecondsAgo,
        Fact::Scopes,
        Fact::RequiredScope,
        Fact::CampaignId,
        Fact::CampaignIds,
        Fact::CampaignStatus,
        Fact::AcceptedStatus,
        Fact::ConnectedAddresses,
        Fact::InboxId,
        Fact::InboxesInUse,
        Fact::HasLeads,
        Fact::HasInboxes,
        Fact::HasVariants,
    ];

    /// Its name: where a [`Situation`](super::Situation) has it, as `campaigns[].status`; of what a path does
    /// not tell the parameter, as `{campaign_id}`.
    pub const fn name(self) -> &'static str {
        match self {
            Fact::ApiKey => "api_key",
            Fact::ApiKeyValid => "api_key_valid",
            Fact::RequestsSecondsAgo => "requests_seconds_ago",
            Fact::Scopes => "scopes",
            Fact::RequiredScope => "required_scope",
            Fact::CampaignId => "{campaign_id}",
            Fact::CampaignIds => "campaign_ids",
            Fact::CampaignStatus => "campaigns[].status",
            Fact::AcceptedStatus => "accepted_status",
            Fact::ConnectedAddresses => "connected_addresses",
            Fact::InboxId => "{inbox_id}",
            Fact::InboxesInUse => "inboxes_in_use",
            Fact::HasLeads => "campaigns[].has_leads",
            Fact::HasInboxes => "campaigns[].has_inboxes",
            Fact::HasVariants => "campaigns[].has_variants",
        }
    }
}

impl From<Requirement> for Fact {
    /// Whether the campaign has it.
    fn from(requirement: Requirement) -> Self {
        match requirement {
            Requirement::Leads => Fact::HasLeads,
            Requirement::Inboxes => Fact::HasInboxes,
            Requirement::Variants => Fact::HasVariants,
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::{KnownCampaign, Situation};
    use crate::requests::path::PARAMETERS;

    #[test]
    fn facts_are_named_as_they_are_declared() {
        for fact in Fact::ALL {
            let name = fact.name();
            let declared = match (name.strip_prefix("campaigns[]."), name.strip_prefix('{')) {
                (Some(name), _) => KnownCampaign::SHAPE.field(name).is_some(),
                (_, Some(name)) => PARAMETERS.iter().any(|field| name.strip_suffix('}') == Some(field.name)),
                _ => {
                    matches!(fact, Fact::RequiredScope | Fact::AcceptedStatus)
                        || Situation::SHAPE.field(name).is_some()
                }
            };
            assert!(declared, "{name}");
        }
    }
}
