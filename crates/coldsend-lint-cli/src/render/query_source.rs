//! The source of the text that was checked.
use crate::excerpt::position::{Position, Positions};
use coldsend_lint::Request;

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum QuerySource {
    /// The file, without this many characters at its beginning.
    File { after: usize },
    /// The query string given with the operation.
    Operation,
}

impl QuerySource {
    pub(crate) fn new(request: &Request, file: &[u8]) -> Self {
        match (request.operation().query(), request.query_string()) {
            (Some(_), Some(_)) => QuerySource::Operation,
            // The question mark is not part of the query string.
            (Some(_), None) => QuerySource::File { after: usize::from(file.starts_with(b"?")) },
            (None, _) => QuerySource::File { after: 0 },
        }
    }

    /// Returns the position of an offset in the file.
    pub(super) fn position(self, positions: &Positions, offset: usize) -> Option<Position> {
        let position = positions.of(offset)?;
        match self {
            QuerySource::File { after } if position.line == 1 => {
                Some(Position { column: position.column + after, ..position })
            }
            QuerySource::File { .. } => Some(position),
            QuerySource::Operation => None,
        }
    }
}
