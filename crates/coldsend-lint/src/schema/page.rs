//! The sources of fields and rules: pages of the public documentation, and the vendor's client.
/// A source: usually a page of the public documentation. It is empty without the feature `reference`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The path on the site, or a description if there is no site.
    pub path: &'static str,
    /// The URL of the site, if there is one.
    pub site: Option<&'static str>,
}

impl Page {
    const fn new(path: &'static str, site: Option<&'static str>) -> Self {
        match cfg!(feature = "reference") {
            true => Page { path, site },
            false => Page { path: "", site: None },
        }
    }

    /// Returns the URL, or the description if there is no site.
    pub fn link(&self) -> String {
        match self.site {
            Some(site) => [site, "/", self.path].concat(),
            None => self.path.to_owned(),
        }
    }
}

const fn docs(path: &'static str) -> Page {
    Page::new(path, Some("https://docs.coldsend.pro"))
}

/// Reference: errors.
pub(crate) const ERRORS: Page = docs("reference/errors");
/// Reference: rate limits.
pub(crate) const RATE_LIMITS: Page = docs("reference/rate-limits");
/// Guide: API keys.
pub(crate) const API_KEYS: Page = docs("authentication/api-keys");
/// Guide: scopes of API keys.
pub(crate) const SCOPES: Page = docs("authentication/scopes");
/// Reference: create a campaign.
pub(crate) const CREATE: Page = docs("api-reference/campaigns/create-campaign");
/// Guide: create a campaign.
pub(crate) const CREATE_GUIDE: Page = docs("campaigns/create-campaign");
/// Reference: update a campaign.
pub(crate) const UPDATE: Page = docs("api-reference/campaigns/update-campaign");
/// Guide: variants.
pub(crate) const VARIANTS: Page = docs("campaigns/variants");
/// Guide: follow-up sequences.
pub(crate) const SEQUENCES: Page = docs("campaigns/sequences");
/// Reference: add an SMTP account.
pub(crate) const SMTP: Page = docs("api-reference/sender-accounts/add-smtp-email-account");
/// Guide: providers.
pub(crate) const PROVIDERS: Page = docs("sender-accounts/providers");
/// Guide: leads.
#[cfg(feature = "leads")]
pub(crate) const LEADS: Page = docs("leads/overview");
/// Reference: add a lead.
pub(crate) const LEAD: Page = docs("api-reference/leads/add-a-single-lead-manually");
/// Reference: get a lead.
pub(crate) const LEAD_GET: Page = docs("api-reference/leads/get-a-single-lead");
/// Reference: progress of a lead upload.
pub(crate) const LEAD_PROGRESS: Page = docs("api-reference/leads/get-upload-progress");
/// Guide: sender accounts.
pub(crate) const SENDERS: Page = docs("sender-accounts/overview");
/// Reference: add SMTP accounts in bulk.
pub(crate) const SMTP_BULK: Page = docs("api-reference/sender-accounts/add-multiple-smtp-email-accounts");
/// Reference: delete sender accounts in bulk.
pub(crate) const BULK_DELETE: Page = docs("api-reference/sender-accounts/bulk-delete-sender-accounts");
/// Reference: send a test e-mail.
pub(crate) const TEST_EMAIL: Page = docs("api-reference/sender-accounts/send-test-email");
/// Guide: domains.
pub(crate) const DOMAINS: Page = docs("domains/overview");
/// Reference: list domains.
pub(crate) const DOMAIN_LIST: Page = docs("api-reference/domains/list-domains");
/// Reference: set where a domain redirects to.
pub(crate) const REDIRECT: Page = docs("api-reference/domains/create-or-update-domain-redirect");
/// Reference: list campaigns.
pub(crate) const LIST_CAMPAIGNS: Page = docs("api-reference/campaigns/list-campaigns");
/// Guide: analytics.
pub(crate) const ANALYTICS: Page = docs("analytics/overview");
/// Reference: activity per day.
pub(crate) const TIMELINE: Page = docs("api-reference/analytics/get-campaign-activity-timeline");
/// Guide: replies.
pub(crate) const REPLIES: Page = docs("replies/overview");
/// Reference: send a reply.
pub(crate) const REPLY: Page = docs("api-reference/replies/send-a-reply");
/// Reference: get the messages of a thread.
pub(crate) const THREAD_MESSAGES: Page = docs("api-reference/replies/get-thread-messages");
/// The vendor's client package.
pub(crate) const CLIENT: Page = Page::new("coldsend-mcp-server 0.2.2", None);
/// The framework of the API, which answers some requests by itself.
pub(crate) const FRAMEWORK: Page = Page::new("FastAPI and Starlette", None);
/// HTTP: what statuses mean.
pub(crate) const HTTP: Page = Page::new("rfc9110.html", Some("https://www.rfc-editor.org/rfc"));
/// Measurements of the software that the API uses.
pub(crate) const STACK: Page = Page::new("measured with FastAPI and Pydantic v1", None);
