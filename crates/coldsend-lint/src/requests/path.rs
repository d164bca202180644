//! Paths, and the parameters in them.
use crate::schema::shape::Field;

/// The prefix of every path.
pub(super) const BASE: [&str; 3] = ["api", "public", "v1"];

/// The URL that the path of every operation is appended to.
pub const BASE_URL: &str = "https://api.coldsend.pro/api/public/v1";

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
    /// The job that the request is about: an upload of leads, or a deletion of sender accounts.
    job_id      | uuid | corroborated(LEAD_PROGRESS);
}

/// The paths whose job id may be any text, because the documentation says that it is a string.
const ANY_JOB: [&str; 1] = ["/sender-accounts/smtp/bulk/{job_id}/progress"];

/// Returns a parameter of a path, unless it may be any text.
pub(super) fn parameter(path: &str, name: &str) -> Option<&'static Field> {
    let is_any = name == "job_id" && ANY_JOB.contains(&path);
    PARAMETERS.iter().find(|field| field.name == name && !is_any)
}

/// Returns the name in `{name}` or `:name`.
pub(crate) fn placeholder(segment: &str) -> Option<&str> {
    let in_braces = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    in_braces.or_else(|| segment.strip_prefix(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_url_ends_with_the_prefix() {
        assert!(BASE_URL.ends_with(&BASE.join("/")));
    }
}
