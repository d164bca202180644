//! "Did you mean …?"
use std::borrow::Cow;

/// The maximum number and length of keys to compare: a hostile document must not make a hint expensive.
pub(crate) const MAX_LENGTH: usize = 64;
/// The maximum text of a key of that length, with every character escaped.
pub(crate) const MAX_RAW: usize = 12 * MAX_LENGTH;
/// No suggestions after this many failures or unknown keys in a request.
pub(crate) const MAX_ASKED: usize = 100;

/// A name without the differences in spelling: separators and capitals.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).map(|c| c.to_ascii_lowercase()).collect()
}

/// How similar an unknown key is to a name, from 0 to 1; `None` if it is not similar.
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

/// Whether a word is a misspelling of this one.
pub(crate) fn is_similar(name: &str, word: &str) -> bool {
    word.len() <= MAX_LENGTH && similarity(name, word).is_some()
}

/// The unknown key that is probably a misspelling of this name: the most similar one, if it is not more similar to
/// another name.
pub(crate) fn closest<'n>(
    name: &str,
    names: impl Iterator<Item = &'n str> + Clone,
    unknown: &[Cow<'_, str>],
) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for key in unknown.iter().take(MAX_LENGTH).filter(|key| key.len() <= MAX_LENGTH) {
        let Some(similarity) = similarity(name, key) else { continue };
        let better = |other| self::similarity(other, key).is_some_and(|other| other > similarity);
        if best.is_none_or(|(best, _)| similarity >= best) && !names.clone().any(better) {
            best = Some((similarity, key));
        }
    }
    best.map(|(_, key)| key.to_owned())
}

/// The name that an unknown key probably stands for.
pub(crate) fn suggest(key: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let mut best: Option<(f64, &str)> = None;
    for name in names.filter(|_| key.len() <= MAX_LENGTH) {
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
        assert_eq!(among("name", &["timezone", "start_date", ""]), None);
    }
}
