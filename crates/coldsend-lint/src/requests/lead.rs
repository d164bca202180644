//! Leads: `POST /campaigns/{campaign_id}/leads/manual`.

/// The prefix of a custom field in a mapping. The field has the name without it.
pub(crate) const CUSTOM_PREFIX: &str = "custom_";

request! {
    object "lead", rules [], list_rules [];

    /// A lead to add to a campaign: `POST /campaigns/{campaign_id}/leads/manual`.
    whole AddLead;

    // field      | kind     | presence | evidence

    /// The lead's address.
    email         | email    | required | printed(LEAD) [form guessed];
    /// The lead's first name.
    first_name    | text     | nullable | printed(LEAD);
    /// The lead's last name.
    last_name     | text     | nullable | printed(LEAD);
    /// The lead's company.
    company       | text     | nullable | printed(LEAD);
    /// Custom fields, for templates.
    custom_fields | map(any) | nullable | printed(LEAD);
    /// The lead's job title.
    title         | text     | nullable | client(CLIENT);
}
