//! The counts over all files.
use crate::render::count;
use std::fmt;

#[derive(Default)]
pub(super) struct Summary {
    pub(super) accepted: usize,
    pub(super) rejected: usize,
    /// The files that the API would accept, but that have denied advice.
    pub(super) denied: usize,
    pub(super) unchecked: usize,
    pub(super) skipped: usize,
    /// The number of requests in files of several requests.
    pub(super) parts: usize,
    pub(super) errors: usize,
    pub(super) denials: usize,
    pub(super) warnings: usize,
    /// Whether any file fails the check.
    pub(super) failed: bool,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files = self.accepted + self.rejected + self.denied + self.unchecked + self.skipped;
        // A file of requests may have several.
        let noun = if self.parts > 0 { "request" } else { "file" };
        f.write_str(&count(files, noun))?;
        let mut separator = ": ";
        let mut part = |n: usize, text: String| match n {
            0 => Ok(()),
            _ => write!(f, "{}{text}", std::mem::replace(&mut separator, ", ")),
        };
        part(self.accepted, format!("{} accepted", self.accepted))?;
        part(self.rejected, format!("{} rejected ({})", self.rejected, count(self.errors, "error")))?;
        part(self.denied, format!("{} with denied advice", self.denied))?;
        part(self.unchecked, format!("{} not checked", self.unchecked))?;
        part(self.skipped, format!("{} skipped", self.skipped))?;
        part(self.denials, count(self.denials, "denied warning"))?;
        part(self.warnings, count(self.warnings, "warning"))
    }
}
