//! The mapping in the arguments.
use crate::input::{Input, reason};
use coldsend_lint::leads::LeadMapping;
use serde_json::{Map, Value};

/// The maximum size of a mapping in a file, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// Reads a mapping: a JSON object, or the name of a file with it.
pub(super) fn read(argument: &str) -> Result<LeadMapping, String> {
    let from_file;
    let (text, name) = match argument.trim_start().starts_with(['{', '[']) {
        true => (argument.as_bytes(), "--mapping"),
        false => {
            let unreadable = |error| format!("--mapping {argument}: {}", reason(&error));
            from_file = Input::from(std::ffi::OsString::from(argument))
                .read_at_most(MAX_BYTES)
                .map_err(unreadable)?;
            (&from_file[..], argument)
        }
    };
    let form = || format!("{name}: a mapping is a JSON object of texts, such as {{\"email\": \"E-Mail\"}}");
    let object: Map<String, Value> = serde_json::from_slice(text).map_err(|_| form())?;
    let pair = |(field, column): (&String, &Value)| Some((field.clone(), column.as_str()?.to_owned()));
    object.iter().map(pair).collect::<Option<LeadMapping>>().ok_or_else(form)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_objects_of_texts_are_mappings() {
        assert!(read(r#" {"email": "E-Mail"}"#).is_ok() && read("{}").is_ok());
        for text in ["{", "[]", r#"{"email": 1}"#, r#"{"email": null}"#, r#"{"email": ["E-Mail"]}"#] {
            assert!(read(text).unwrap_err().starts_with("--mapping: a mapping is"), "{text}");
        }
        assert_eq!(read("no-such-file.json").unwrap_err(), "--mapping no-such-file.json: no such file");
    }
}
