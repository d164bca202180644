//! The pages of the public documentation, and the vendor's client: where a field or a rule comes from.
use crate::shape::Page;

const fn docs(path: &'static str) -> Page {
    Page::new(path, Some("https://docs.coldsend.pro"))
}

/// The errors page.
pub const ERRORS: Page = docs("reference/errors");
/// Reference: rate limits.
pub const RATE_LIMITS: Page = docs("reference/rate-limits");
/// API keys.
pub const API_KEYS: Page = docs("authentication/api-keys");
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
/// Reference: get a lead.
pub const LEAD_GET: Page = docs("api-reference/leads/get-a-single-lead");
/// Guide: sender accounts.
pub const SENDERS: Page = docs("sender-accounts/overview");
/// Reference: add SMTP accounts in bulk.
pub const SMTP_BULK: Page = docs("api-reference/sender-accounts/add-multiple-smtp-email-accounts");
/// Reference: delete sender accounts in bulk.
pub const BULK_DELETE: Page = docs("api-reference/sender-accounts/bulk-delete-sender-accounts");
/// Reference: send a test e-mail.
pub const TEST_EMAIL: Page = docs("api-reference/sender-accounts/send-test-email");
/// Guide: domains.
pub const DOMAINS: Page = docs("domains/overview");
/// Reference: list domains.
pub const DOMAIN_LIST: Page = docs("api-reference/domains/list-domains");
/// Reference: set where a domain redirects to.
pub const REDIRECT: Page = docs("api-reference/domains/create-or-update-domain-redirect");
/// Reference: list campaigns.
pub const LIST_CAMPAIGNS: Page = docs("api-reference/campaigns/list-campaigns");
/// Guide: analytics.
pub const ANALYTICS: Page = docs("analytics/overview");
/// Reference: what happened day by day.
pub const TIMELINE: Page = docs("api-reference/analytics/get-campaign-activity-timeline");
/// Guide: replies.
pub const REPLIES: Page = docs("replies/overview");
/// Reference: send a reply.
pub const REPLY: Page = docs("api-reference/replies/send-a-reply");
/// Reference: get the messages of a thread.
pub const THREAD_MESSAGES: Page = docs("api-reference/replies/get-thread-messages");
/// The vendor's client package.
pub const CLIENT: Page = Page::new("coldsend-mcp-server 0.2.2", None);
/// The API's software, as measured.
pub const STACK: Page = Page::new("FastAPI with Pydantic v1, measured", None);
