//! What somebody meant who misspelt it.

/// Below this, two names have nothing to do with each other.
const ALIKE: f64 = 0.8;

/// The name that is most like a text, if one is.
pub(crate) fn suggest(text: &str, names: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(name, text), name))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .filter(|(similarity, _)| *similarity > ALIKE)
        .map(|(_, name)| name)
}
