//! Files that are skipped because they may be no requests.
use crate::args::Check;
use crate::config::NAME;
use crate::exit::Exit;
use crate::output;
use coldsend_lint::Operation;
use serde::de::IgnoredAny;

/// The number of fields whose names make a malformed file in a folder probably a request.
const MIN_FIELDS: usize = 2;

/// Returns whether a text that no operation reads is probably not meant as a request: it is null, or malformed and has not
/// the names of several fields of an operation as keys.
pub(super) fn is_something_else(text: &[u8]) -> bool {
    if let Ok(value) = serde_json::from_slice::<Option<IgnoredAny>>(text) {
        return value.is_none();
    }
    let text = String::from_utf8_lossy(text);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    // A key is followed by a colon, with or without quotes.
    let is_key = |(start, name): (usize, &str)| {
        let (before, after) =
            (text.get(..start).unwrap_or_default(), text.get(start + name.len()..).unwrap_or_default());
        !before.ends_with(is_part) && after.trim_start_matches(['"', '\'']).trim_start().starts_with(':')
    };
    let has = |name: &str| text.match_indices(name).any(is_key);
    let shapes = Operation::ALL.iter().filter_map(|operation| operation.body());
    !shapes.into_iter().any(|shape| shape.fields.iter().filter(|field| has(field.name)).count() >= MIN_FIELDS)
}

/// The number of skipped files.
pub(super) struct Skipped<'o> {
    options: &'o Check,
    count: usize,
}

impl<'o> Skipped<'o> {
    pub(super) fn new(options: &'o Check) -> Self {
        Skipped { options, count: 0 }
    }

    pub(super) fn add(&mut self) {
        self.count += 1;
    }

    /// Reports the skipped files. Returns the exit status for them.
    pub(super) fn finish(&self, files: usize) -> Exit {
        let which = match self.count {
            0 => return Exit::Accepted,
            1 if files == 1 => "the only file".to_owned(),
            all if all == files => format!("all {all} files"),
            1 => "1 file".to_owned(),
            some => format!("{some} files"),
        };
        if self.options.configured {
            if !self.options.quiet {
                output::print_note(&format!("skipped {which}: no {NAME} names the operation"));
            }
            return Exit::Accepted;
        }
        let message = format!(
            "skipped {which}: cannot detect the operation from the keys; set it with --as or in {NAME}"
        );
        if self.count == files {
            return output::print_error(&message);
        }
        if !self.options.quiet {
            output::print_note(&message);
        }
        Exit::Accepted
    }
}
