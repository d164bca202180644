//! The pages of the public documentation, and the vendor's client: where a field or a rule comes from.
use crate::shape::Page;

const fn docs(path: &'static str) -> Page {
    Page { path, site: Some("https://docs.coldsend.pro") }
}

/// The errors page.
pub const ERRORS: Page = docs("reference/errors");
/// Reference: create a campaign.
pub const CREATE: Page = docs("api-reference/campaigns/create-campaign");
/// Guide: create a campaign.
pub const CREATE_GUIDE: Page = docs("campaigns/create-campaign");
/// Reference: update a campaign.
pub const UPDATE: Page = docs("api-reference/campaigns/update-campaign");
/// Guide: variants.
pub const VARIANTS: Page = docs("campaigns/variants");
/// Guide: follow-up sequences.
pub const SEQUENCES: Page = docs("campaigns/sequences");
/// Reference: add an SMTP account.
pub const SMTP: Page = docs("api-reference/sender-accounts/add-smtp-email-account");
/// Guide: providers.
pub const PROVIDERS: Page = docs("sender-accounts/providers");
/// Reference: add a lead.
pub const LEAD: Page = docs("api-reference/leads/add-a-single-lead-manually");
/// The vendor's client package.
pub const CLIENT: Page = Page { path: "coldsend-mcp-server 0.2.2", site: None };
/// The API's software, as measured.
pub const STACK: Page = Page { path: "FastAPI with Pydantic v1, measured", site: None };
