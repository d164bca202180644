//! Facts that may be unknown.
use crate::requests::campaign::Requirement;
use std::fmt;

/// An unknown fact that an answer depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnknownFact {
    /// Which API key is sent.
    ApiKey,
    /// Whether the API key is valid.
    ApiKeyValid,
    /// When requests were sent.
    RequestsSecondsAgo,
    /// The scopes that the API key has.
    Scopes,
    /// The scope that the operation needs, which is not documented.
    RequiredScope,
    /// Which campaign the request is about, since its path has no value.
    CampaignId,
    /// Which campaigns exist.
    CampaignIds,
    /// The status of the campaign.
    CampaignStatus,
    /// Whether the operation is accepted in the campaign's status, which is not documented.
    AcceptedStatus,
    /// Which addresses are connected.
    ConnectedAddresses,
    /// Which inbox the request is about, since its path has no value.
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

impl UnknownFact {
    /// Every fact.
    pub const ALL: &'static [UnknownFact] = &[
        UnknownFact::ApiKey,
        UnknownFact::ApiKeyValid,
        UnknownFact::RequestsSecondsAgo,
        UnknownFact::Scopes,
        UnknownFact::RequiredScope,
        UnknownFact::CampaignId,
        UnknownFact::CampaignIds,
        UnknownFact::CampaignStatus,
        UnknownFact::AcceptedStatus,
        UnknownFact::ConnectedAddresses,
        UnknownFact::InboxId,
        UnknownFact::InboxesInUse,
        UnknownFact::HasLeads,
        UnknownFact::HasInboxes,
        UnknownFact::HasVariants,
    ];

    /// Returns its name: usually the path to it in a [`Situation`](super::Situation), such as `campaigns[].status`, or
    /// a parameter of the operation's path, such as `{campaign_id}`.
    pub const fn name(self) -> &'static str {
        match self {
            UnknownFact::ApiKey => "api_key",
            UnknownFact::ApiKeyValid => "api_key_valid",
            UnknownFact::RequestsSecondsAgo => "requests_seconds_ago",
            UnknownFact::Scopes => "scopes",
            UnknownFact::RequiredScope => "required_scope",
            UnknownFact::CampaignId => "{campaign_id}",
            UnknownFact::CampaignIds => "campaign_ids",
            UnknownFact::CampaignStatus => "campaigns[].status",
            UnknownFact::AcceptedStatus => "accepted_status",
            UnknownFact::ConnectedAddresses => "connected_addresses",
            UnknownFact::InboxId => "{inbox_id}",
            UnknownFact::InboxesInUse => "inboxes_in_use",
            UnknownFact::HasLeads => "campaigns[].has_leads",
            UnknownFact::HasInboxes => "campaigns[].has_inboxes",
            UnknownFact::HasVariants => "campaigns[].has_variants",
        }
    }
}

impl From<Requirement> for UnknownFact {
    /// Converts a requirement to the fact of whether the campaign meets it.
    fn from(requirement: Requirement) -> Self {
        match requirement {
            Requirement::Leads => UnknownFact::HasLeads,
            Requirement::Inboxes => UnknownFact::HasInboxes,
            Requirement::Variants => UnknownFact::HasVariants,
        }
    }
}

impl fmt::Display for UnknownFact {
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
        for fact in UnknownFact::ALL {
            let name = fact.name();
            let declared = match (name.strip_prefix("campaigns[]."), name.strip_prefix('{')) {
                (Some(name), _) => KnownCampaign::SHAPE.field(name).is_some(),
                (_, Some(name)) => PARAMETERS.iter().any(|field| name.strip_suffix('}') == Some(field.name)),
                _ => {
                    matches!(fact, UnknownFact::RequiredScope | UnknownFact::AcceptedStatus)
                        || Situation::SHAPE.field(name).is_some()
                }
            };
            assert!(declared, "{name}");
        }
    }
}
