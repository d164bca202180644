//! "Did you mean …?"
use crate::shape::Field;

/// Keys are compared with no more than this many others, and only if they are not longer than this:
/// a hostile document must not make a hint expensive.
pub(crate) const MOST: usize = 64;

/// A name without what people write differently: hyphens and the like, and capitals.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).map(|c| c.to_ascii_lowercase()).collect()
}

/// How much an unknown key resembles a name, from 0 to 1, if it does so at all.
fn resemblance(name: &str, key: &str) -> Option<f64> {
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

/// The unknown key that was meant to be this name: the one that resembles it most, and no other name more.
pub(crate) fn closest<'k>(name: &str, names: &[&str], unknown: &[&'k str]) -> Option<&'k str> {
    let meant = |key: &str| {
        let similarity = resemblance(name, key)?;
        let better = |other: &&str| resemblance(other, key).is_some_and(|other| other > similarity);
        (!names.iter().any(better)).then_some(similarity)
    };
    let candidates = unknown.iter().take(MOST).filter(|key| key.len() <= MOST);
    let scored = candidates.filter_map(|key| Some((meant(key)?, *key)));
    scored.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, key)| key)
}

/// The field that an unknown key was meant to be.
pub(crate) fn meant(key: &str, fields: &'static [Field]) -> Option<&'static str> {
    let names = fields.iter().filter(|_| key.len() <= MOST).map(|field| field.name);
    let scored = names.filter_map(|name| Some((resemblance(name, key)?, name)));
    scored.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_case_are_forgiven_other_words_are_not() {
        let names = ["name", "email_address", "smtp_host", "smtp_port", "smtp_password", "smtp_username"];
        let among = |name, unknown: &[&'static str]| closest(name, &names, unknown);
        assert_eq!(among("name", &["nmae", "title"]), Some("nmae"));
        assert_eq!(among("name", &["campaignName"]), Some("campaignName"));
        assert_eq!(among("email_address", &["emailAddress"]), Some("emailAddress"));
        assert_eq!(among("smtp_host", &["smtp_hots", "imap_host"]), Some("smtp_hots"));
        assert_eq!(among("smtp_password", &["smtp_pass", "smtp_user"]), Some("smtp_pass"));
        assert_eq!(among("smtp_host", &["smtp_pass", "smtp_user"]), None);
        assert_eq!(among("name", &["timezone", "start_date", ""]), None);
    }
}
