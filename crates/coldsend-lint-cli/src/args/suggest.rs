//! Suggestions for misspelled names.

/// Names with a lower similarity are unrelated.
const ALIKE: f64 = 0.8;

/// The name that is most similar to a text, if any.
pub(crate) fn suggest(text: &str, names: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(name, text), name))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .filter(|(similarity, _)| *similarity > ALIKE)
        .map(|(_, name)| name)
}
