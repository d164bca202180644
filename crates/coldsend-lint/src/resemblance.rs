//! "Did you mean …?"
use std::borrow::Cow;

/// Keys are compared with no more than this many others, and only if they are not longer than this:
/// a hostile document must not make a hint expensive.
const MOST: usize = 64;

/// The candidate that most resembles a name, if one does.
pub(crate) fn closest<'c>(
    name: &str,
    candidates: impl Iterator<Item = Cow<'c, str>>,
) -> Option<Cow<'c, str>> {
    let plain = |text: &str| text.replace(['_', '-', ' '], "").to_lowercase();
    let name = plain(name);
    candidates
        .take(MOST)
        .filter(|candidate| candidate.len() <= MOST)
        .map(|candidate| (strsim::jaro_winkler(&name, &plain(&candidate)), candidate))
        .filter(|(similarity, _)| *similarity >= 0.85)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_case_are_forgiven_other_words_are_not() {
        let among = |name, keys: &[&'static str]| closest(name, keys.iter().map(|key| Cow::Borrowed(*key)));
        assert_eq!(among("name", &["nmae", "title"]).as_deref(), Some("nmae"));
        assert_eq!(among("email_address", &["emailAddress", "email"]).as_deref(), Some("emailAddress"));
        assert_eq!(among("smtp_host", &["smtp_hots", "imap_host"]).as_deref(), Some("smtp_hots"));
        assert_eq!(among("name", &["timezone", "start_date", ""]), None);
    }
}
