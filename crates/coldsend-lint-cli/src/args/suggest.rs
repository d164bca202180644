//! Suggestions for misspelled names.

/// Names that are no more similar than this are unrelated.
const ALIKE: f64 = 0.8;

/// Returns the name that is most similar to a text, if it is similar enough.
pub(crate) fn suggest(text: &str, names: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(name, text), name))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .filter(|(similarity, _)| *similarity > ALIKE)
        .map(|(_, name)| name)
}
