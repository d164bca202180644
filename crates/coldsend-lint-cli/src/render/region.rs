//! The start and end of findings in a file.
use super::{Checked, beside_text, spans};
use crate::excerpt::position::{Position, Positions};
use coldsend_lint::Finding;

/// The positions of some findings.
pub(super) struct Regions<'c> {
    checked: &'c Checked<'c>,
    positions: Positions,
}

/// A region of a file; the end is exclusive.
#[derive(Clone, Copy)]
pub(super) struct Region {
    pub(super) start: Position,
    pub(super) end: Position,
}

impl<'c> Regions<'c> {
    pub(super) fn new(checked: &'c Checked<'_>, findings: &[Finding]) -> Self {
        let offsets = findings.iter().flat_map(spans).flat_map(|span| [span.start, span.end]);
        let positions = checked.positions(offsets);
        Regions { checked, positions }
    }

    /// Returns the regions of the file that a finding is about; empty if it is not in the file.
    pub(super) fn of(&self, finding: &Finding) -> Vec<Region> {
        // In a file of requests, what is not in a body is at the request.
        let at_part = self.checked.part.map(|part| {
            let position = Position { line: part.line, column: 1 };
            Region { start: position, end: position }
        });
        if beside_text(finding).is_some() {
            return at_part.into_iter().collect();
        }
        let position = |offset| self.checked.query_source.position(&self.positions, offset);
        let region = |start, end| Some(Region { start: position(start)?, end: position(end)? });
        let regions: Vec<Region> =
            spans(finding).iter().filter_map(|span| region(span.start, span.end)).collect();
        if regions.is_empty() { at_part.into_iter().collect() } else { regions }
    }
}
