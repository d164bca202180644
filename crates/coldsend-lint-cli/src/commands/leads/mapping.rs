//! The mapping in the arguments.
use crate::input::{Input, reason};
use coldsend_lint::leads::LeadMapping;

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
    super::of_option(name, text, LeadMapping::from_json(text))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_error_names_its_place() {
        assert!(read(r#" {"email": "E-Mail"}"#).is_ok());
        assert_eq!(read("{\"email\":\n}").unwrap_err(), "--mapping:2:1: this is not JSON");
        assert!(read("[]").unwrap_err().starts_with("--mapping: a mapping is"));
        assert_eq!(read("no-such-file.json").unwrap_err(), "--mapping no-such-file.json: no such file");
    }
}
