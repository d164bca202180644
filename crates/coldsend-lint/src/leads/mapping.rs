//! The mapping that goes with an upload.
use super::json::{InvalidOption, members, with_document};
use super::places::Places;

/// The mapping that goes with an upload: fields of leads, each with the name of its column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeadMapping(Vec<(String, String)>);

const NOT_A_MAPPING: InvalidOption =
    InvalidOption::new("a mapping is a JSON object of texts, such as {\"email\": \"E-Mail\"}");

impl LeadMapping {
    /// Reads a mapping from JSON.
    ///
    /// ```
    /// use coldsend_lint::leads::LeadMapping;
    ///
    /// let mapping = LeadMapping::from_json(br#"{"email": "E-Mail", "first_name": "Vorname"}"#)?;
    /// assert_eq!(mapping, [("email", "E-Mail"), ("first_name", "Vorname")].into_iter().collect());
    /// # Ok::<(), coldsend_lint::leads::InvalidOption>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is not an object of texts.
    pub fn from_json(json: &[u8]) -> Result<Self, InvalidOption> {
        with_document(json, |document| {
            let members = members(document).ok_or(NOT_A_MAPPING)?;
            let pairs = members.map(|(field, column)| Some((field, column?)));
            pairs.collect::<Option<LeadMapping>>().ok_or(NOT_A_MAPPING)
        })
    }

    /// Returns the fields, each with the name of its column.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter()
    }
}

/// Of a repeated field, the last column counts.
impl<F: Into<String>, C: Into<String>> FromIterator<(F, C)> for LeadMapping {
    fn from_iter<I: IntoIterator<Item = (F, C)>>(pairs: I) -> Self {
        let (mut mapping, mut places) = (Vec::<(String, String)>::new(), Places::default());
        for (field, column) in pairs {
            let (field, column) = (field.into(), column.into());
            let place = places.first(field.clone(), mapping.len());
            match mapping.get_mut(place) {
                Some((_, known)) => *known = column,
                None => mapping.push((field, column)),
            }
        }
        LeadMapping(mapping)
    }
}

#[cfg(test)]
mod tests {
    use super::LeadMapping;

    #[test]
    fn only_objects_of_texts_are_mappings() {
        let read = |text: &str| LeadMapping::from_json(text.as_bytes());
        assert_eq!(
            read(r#" {"a": "x", "b": "y", "a": "z"}"#),
            Ok([("a", "z"), ("b", "y")].into_iter().collect())
        );
        assert_eq!(read("{}"), Ok(LeadMapping::default()));
        for text in ["[]", r#""E-Mail""#, r#"{"email": 1}"#, r#"{"email": null}"#, r#"{"email": ["E-Mail"]}"#]
        {
            assert!(read(text).unwrap_err().to_string().starts_with("a mapping is"), "{text}");
        }
        assert_eq!(read("{\"a\": }").unwrap_err().offset(), Some(6));
    }
}
