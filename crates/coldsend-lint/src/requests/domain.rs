//! Domains: `POST /domains`, `POST /domains/{domain_id}/redirect` and `GET /domains`.
use crate::error::Evidence;
use crate::json::number;
use crate::schema::page;
use crate::schema::rule::{AdviceRule, RuleInfo};

request! {
    object "domain", rules [], list_rules [];

    /// A domain to send from: `POST /domains`.
    whole CreateDomain;

    // field | kind | presence | evidence

    /// Its name.
    domain   | text | required | printed(DOMAINS);
}

request! {
    object "redirect", rules [], list_rules [], advice [REDIRECT_STATUS];

    /// Where a domain redirects to: `POST /domains/{domain_id}/redirect`.
    whole SetDomainRedirect;

    // field              | kind              | presence      | evidence

    /// The host to redirect to, without scheme and path.
    target_domain         | text              | required      | printed(REDIRECT);
    /// The HTTP status: 301 is permanent, 302 is temporary.
    status_code           | integer(301..=308) | default(301)  | printed(REDIRECT);
    /// Whether the path is kept.
    preserve_path         | boolean           | default(true) | printed(REDIRECT);
    /// Whether the query string is kept.
    preserve_query_string | boolean           | default(true) | printed(REDIRECT);
}

request! {
    object "list-domains", rules [], list_rules [];

    /// Which domains to list: `GET /domains`.
    query ListDomains;

    // field | kind             | presence    | evidence

    /// The page, from 1.
    page     | integer(1..)     | default(1)  | printed(DOMAIN_LIST);
    /// Domains on a page.
    limit    | integer(1..=100) | default(20) | printed(DOMAIN_LIST);
    /// Only those with this status.
    status   | text             | nullable    | printed(DOMAIN_LIST);
}

/// A redirect is 301, 302, 307 or 308; these are in the printed range and mean something else.
const REDIRECT_STATUS: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "redirect-status-unusual",
        "The status of a redirect is 301, 302, 307 or 308.",
        "status {} does not redirect a page",
        Evidence::Recommended,
        page::REDIRECT,
    )],
    reads: &["status_code"],
    look: |look| {
        if let Some(status @ 303..=306) = look.integer(0) {
            look.note(0, 0, &[&number(status)]);
        }
    },
};
