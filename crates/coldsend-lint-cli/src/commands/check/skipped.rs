//! Files that are skipped because they may be no requests.
use crate::args::Check;
use crate::config::NAME;
use crate::exit::Exit;
use crate::output;
use serde::de::IgnoredAny;

/// Returns whether a text is JSON. A file in a folder that is not an object is probably something else, but one that is
/// malformed may be meant as a request.
pub(super) fn is_other_json(text: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(text).is_ok()
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
                output::print_note(&format!("skipped {which}: {NAME} does not name the operation"));
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
