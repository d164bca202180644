//! The file of `--situation`: what is known before requests are sent.
use crate::input::{Input, reason};
use crate::position;
use coldsend_lint::{Checker, Situation};

/// Reads it; an error says the file, the place and what is wrong, and nothing that the file holds.
pub(crate) fn read(file: &Input) -> Result<Situation, String> {
    let (name, mut bytes) = (file.name(), Vec::new());
    file.read(&mut bytes).map_err(|error| format!("{name}: {}", reason(&error)))?;
    Checker::new().situation(&bytes).map_err(|invalid| {
        // An offset counts in UTF-8.
        let offset = invalid.offset().filter(|_| std::str::from_utf8(&bytes).is_ok());
        position::located(&name, &bytes, offset, &invalid.to_string())
    })
}
