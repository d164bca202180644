//! Suggestions for misspelled names: "Did you mean …?"
use std::borrow::Cow;

/// The maximum number of keys to compare, and their maximum length in bytes, so that a hostile document cannot make
/// hints expensive.
pub(crate) const MAX_LENGTH: usize = 64;
/// The length in bytes of a key of that many characters, all of them escaped.
pub(crate) const MAX_RAW: usize = 12 * MAX_LENGTH;
/// The number of failures or unknown keys in a request after which nothing is suggested.
pub(crate) const MAX_ASKED: usize = 100;

/// How every API key begins. A word that contains it is no misspelling, and must not be repeated.
pub(crate) const KEY_START: &str = "cs_";

/// Returns a name in lowercase and without separators.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).map(|c| c.to_ascii_lowercase()).collect()
}

/// Returns how similar an unknown key is to a name, from 0.7 to 1, or `None` if it is less similar.
fn similarity(name: &str, key: &str) -> Option<f64> {
    let (name, key) = (plain(name), plain(key));
    let (short, long) = if name.len() < key.len() { (&name, &key) } else { (&key, &name) };
    let part_of = short.len() >= 4 && (long.starts_with(short.as_str()) || long.ends_with(short.as_str()));
    if !part_of && short.len() * 10 < long.len() * 7 {
        return None;
    }
    let distance = strsim::osa_distance(&name, &key) as f64;
    let similarity = 1.0 - distance / long.chars().count().max(1) as f64;
    let similarity = if part_of { similarity.max(0.8) } else { similarity };
    (similarity >= 0.7).then_some(similarity)
}

/// Returns whether a key is a name with a few wrong, missing or additional characters. Unlike a suggestion, a part of a
/// name does not count.
pub(crate) fn is_misspelled(name: &str, key: &str) -> bool {
    let (name, key) = (plain(name), plain(key));
    let (short, long) = if name.len() < key.len() { (&name, &key) } else { (&key, &name) };
    short.len() * 10 >= long.len() * 7 && strsim::osa_distance(&name, &key) * 10 <= long.chars().count() * 3
}

/// Returns whether a word may be repeated in a suggestion: it has the form of a name, not of a URL, a token or a key.
fn is_name(word: &str) -> bool {
    // All of other alphabets counts, since the tables of characters are large.
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b' ' | 0x80..);
    word.bytes().all(is_part) && !may_have_key(word)
}

/// Returns whether a text may contain an API key.
pub(crate) fn may_have_key(text: &str) -> bool {
    text.as_bytes().windows(KEY_START.len()).any(|part| part.eq_ignore_ascii_case(KEY_START.as_bytes()))
}

/// Returns whether a word is probably a misspelling of a name.
pub(crate) fn is_similar(name: &str, word: &str) -> bool {
    word.len() <= MAX_LENGTH && similarity(name, word).is_some()
}

/// Returns the unknown key that is probably a misspelling of a name: the most similar of those that are not more
/// similar to another name.
pub(crate) fn closest<'n>(
    name: &str,
    names: impl Iterator<Item = &'n str> + Clone,
    unknown: &[Cow<'_, str>],
) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for key in unknown.iter().take(MAX_LENGTH).filter(|key| key.len() <= MAX_LENGTH && is_name(key)) {
        let Some(similarity) = similarity(name, key) else { continue };
        let better = |other| self::similarity(other, key).is_some_and(|other| other > similarity);
        if best.is_none_or(|(best, _)| similarity >= best) && !names.clone().any(better) {
            best = Some((similarity, key));
        }
    }
    best.map(|(_, key)| key.to_owned())
}

/// Returns the name of which an unknown key is probably a misspelling.
pub(crate) fn suggest(key: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let mut best: Option<(f64, &str)> = None;
    for name in names.filter(|_| key.len() <= MAX_LENGTH && is_name(key)) {
        let Some(similarity) = similarity(name, key) else { continue };
        if best.is_none_or(|(best, _)| similarity >= best) {
            best = Some((similarity, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_case_are_forgiven_other_words_are_not() {
        let campaign = ["name", "daily_limit_per_inbox", "start_date", "timezone", "sending_days"];
        let account = ["email_address", "smtp_host", "smtp_username", "smtp_password", "imap_host"];
        let among = |name, unknown: &[&'static str]| {
            let names = [campaign, account].into_iter().find(|names| names.contains(&name)).unwrap();
            let unknown: Vec<_> = unknown.iter().map(|key| Cow::from(*key)).collect();
            closest(name, names.into_iter(), &unknown)
        };
        let some = |key: &str| Some(key.to_owned());
        assert_eq!(among("name", &["nmae", "title"]), some("nmae"));
        assert_eq!(among("name", &["campaignName"]), some("campaignName"));
        assert_eq!(among("email_address", &["emailAddress"]), some("emailAddress"));
        assert_eq!(among("smtp_host", &["smtp_hots", "imap_host"]), some("smtp_hots"));
        assert_eq!(among("smtp_password", &["smtp_pass", "smtp_user"]), some("smtp_pass"));
        assert_eq!(among("smtp_host", &["smtp_pass", "smtp_user"]), None);
        assert_eq!(among("name", &["cs_live_hunter2_name", "password=x_name", "https://u:p@x/name"]), None);
        assert_eq!(among("name", &["timezone", "start_date", ""]), None);
    }
}
