//! The parameters in paths.

path! {
    /// The campaign that the request is about.
    campaign_id | uuid | printed(ERRORS);
}
