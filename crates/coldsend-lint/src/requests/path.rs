//! The parameters in paths.

path! {
    /// The campaign that the request is about.
    campaign_id | uuid | printed(ERRORS);
    /// The lead that the request is about.
    lead_id     | uuid | printed(LEAD_GET);
    /// The sender account that the request is about.
    inbox_id    | uuid | printed(TEST_EMAIL);
    /// The domain that the request is about.
    domain_id   | uuid | printed(REDIRECT);
    /// The conversation that the request is about.
    thread_id   | uuid | printed(REPLY);
}
