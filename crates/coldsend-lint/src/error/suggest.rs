//! "Did you mean …?"
use crate::schema::shape::Field;
use std::borrow::Cow;

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
pub(crate) fn closest(name: &str, fields: &[Field], unknown: &[Cow<'_, str>]) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for key in unknown.iter().take(MOST).filter(|key| key.len() <= MOST) {
        let Some(similarity) = resemblance(name, key) else { continue };
        let better = |field: &Field| resemblance(field.name, key).is_some_and(|other| other > similarity);
        if best.is_none_or(|(best, _)| similarity >= best) && !fields.iter().any(better) {
            best = Some((similarity, key));
        }
    }
    best.map(|(_, key)| key.to_owned())
}

/// The field that an unknown key was meant to be.
pub(crate) fn meant(key: &str, fields: &'static [Field]) -> Option<&'static str> {
    let mut best: Option<(f64, &str)> = None;
    for field in fields.iter().filter(|_| key.len() <= MOST) {
        let Some(similarity) = resemblance(field.name, key) else { continue };
        if best.is_none_or(|(best, _)| similarity >= best) {
            best = Some((similarity, field.name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::{CreateCampaign, CreateSmtpAccount};

    #[test]
    fn spelling_and_case_are_forgiven_other_words_are_not() {
        let fields = [CreateCampaign::SHAPE.fields, CreateSmtpAccount::SHAPE.fields];
        let among = |name, unknown: &[&'static str]| {
            let fields = fields.iter().find(|fields| fields.iter().any(|field| field.name == name)).unwrap();
            let unknown: Vec<_> = unknown.iter().map(|key| Cow::from(*key)).collect();
            closest(name, fields, &unknown)
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
