//! Methods and paths that are not checked, and why.
use Reason::{NotDocumented, Retired};
use std::fmt;

/// Why requests to a path are not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Only the vendor's client has it.
    NotDocumented,
    /// The operation is retired, and replaced by others.
    Retired {
        /// What to use.
        instead: &'static str,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotDocumented => f.write_str("is not documented, so it is not checked"),
            Retired { instead } => write!(f, "is retired; use {instead}"),
        }
    }
}

/// The methods, the path and the reason. A literal segment here takes precedence over a parameter of an operation.
/// Facts: facts.md 2.0.
pub(super) const NOT_CHECKED: &[(&[&str], &str, Reason)] = &[
    (&["POST"], "/campaigns/{campaign_id}/archive", NotDocumented),
    (&["GET", "DELETE"], "/campaigns/{campaign_id}/leads", NotDocumented),
    (&["PUT"], "/campaigns/{campaign_id}/leads/{lead_id}", NotDocumented),
    (&["GET"], "/campaigns/{campaign_id}/leads/{lead_id}/journey", NotDocumented),
    (&["GET"], "/campaigns/{campaign_id}/leads/export", NotDocumented),
    (&["POST"], "/campaigns/{campaign_id}/leads/move-to-subsequence", NotDocumented),
    (&["GET"], "/campaigns/{campaign_id}/flow", NotDocumented),
    (&["POST"], "/campaigns/{campaign_id}/flow/subsequences", NotDocumented),
    (&["PUT", "DELETE"], "/campaigns/{campaign_id}/flow/subsequences/{subsequence_id}", NotDocumented),
    (&["POST"], "/sender-accounts", Retired { instead: "create_smtp_account or create_native_account" }),
    (&["GET"], "/sender-accounts", NotDocumented),
    (&["GET"], "/sender-accounts/quotas", NotDocumented),
    (&["GET"], "/sender-accounts/daily-usage", NotDocumented),
    (&["GET"], "/sender-accounts/coldsend-native/bulk/{job_id}/progress", NotDocumented),
    (&["DELETE"], "/domains/{domain_id}/redirect", NotDocumented),
    (&["GET"], "/analytics/campaigns/{campaign_id}/ctr", NotDocumented),
    (&["GET"], "/analytics/campaigns/{campaign_id}/ctr/links", NotDocumented),
    (&["GET"], "/analytics/campaigns/{campaign_id}/subsequences", NotDocumented),
    (&["GET", "DELETE"], "/contacts", NotDocumented),
    (&["POST"], "/contacts/import", NotDocumented),
    (&["POST"], "/contacts/bulk/tags", NotDocumented),
    (&["POST"], "/contacts/bulk/tags/remove", NotDocumented),
    (&["POST"], "/contacts/bulk/lists", NotDocumented),
    (&["POST"], "/contacts/bulk/campaigns", NotDocumented),
    (&["GET", "POST"], "/contacts/lists", NotDocumented),
    (&["GET"], "/contacts/lists/preview", NotDocumented),
    (&["GET", "PATCH", "DELETE"], "/contacts/lists/{list_id}", NotDocumented),
    (&["GET", "PATCH"], "/contacts/{contact_id}", NotDocumented),
    (&["PUT"], "/contacts/{contact_id}/signal", NotDocumented),
    (&["POST"], "/contacts/{contact_id}/send-email", NotDocumented),
];
