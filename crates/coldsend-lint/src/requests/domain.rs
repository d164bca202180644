//! Domains: `POST /domains`, `POST /domains/{domain_id}/redirect` and `GET /domains`.

request! {
    object "domain", rules [], list_rules [];

    /// A domain to send from: `POST /domains`.
    whole CreateDomain;

    // field | kind | presence | evidence

    /// The name of the domain.
    domain   | text | required | printed(DOMAINS);
}

request! {
    object "redirect", rules [], list_rules [];

    /// Where a domain redirects to: `POST /domains/{domain_id}/redirect`.
    whole SetDomainRedirect;

    // field              | kind              | presence      | evidence

    /// The host to redirect to, without a scheme or path.
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

    /// The page number, from 1.
    page     | integer(1..)     | default(1)  | printed(DOMAIN_LIST);
    /// Domains per page.
    limit    | integer(1..=100) | default(20) | printed(DOMAIN_LIST);
    /// Return only items with this status.
    status   | text             | nullable    | printed(DOMAIN_LIST);
}
