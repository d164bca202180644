//! The evidence of single constraints of a field, where it is not the field's.
#[cfg(feature = "reference")]
use crate::error::ErrorKind;
use crate::error::{Evidence, Wording};
use crate::types::Soft;

/// A constraint that has evidence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The constraint.
    pub part: Part,
    /// How sure it is.
    pub evidence: Evidence,
    /// How sure the wording of its answer is, where it is not as sure as it is elsewhere.
    pub wording: Option<Wording>,
}

/// A constraint of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// That it is there, and not null.
    Required,
    /// Its form, or the list of its values.
    Form,
    /// The fewest characters or items, or the smallest number.
    Min,
    /// The most characters or items, or the largest number.
    Max,
}

impl Part {
    /// The constraint that an error is the answer to; `None` if it is about the type of the value.
    #[cfg(feature = "reference")]
    pub(crate) fn of(kind: &ErrorKind) -> Option<Part> {
        Some(match kind {
            ErrorKind::Missing | ErrorKind::Null => Part::Required,
            ErrorKind::MinLength { .. } | ErrorKind::MinItems { .. } | ErrorKind::NotGe { .. } => Part::Min,
            ErrorKind::MaxLength { .. } | ErrorKind::MaxItems { .. } | ErrorKind::NotLe { .. } => Part::Max,
            ErrorKind::Email
            | ErrorKind::Enum { .. }
            | ErrorKind::Uuid
            | ErrorKind::Date
            | ErrorKind::DateTime => Part::Form,
            _ => return None,
        })
    }
}

impl Soft {
    /// The constraints among these that do not reject.
    #[allow(clippy::panic)]
    pub(crate) const fn of(marks: &[Mark]) -> Self {
        let mut soft = Soft::NONE;
        let mut i = 0;
        while i < marks.len() {
            if !marks[i].evidence.rejects() {
                match marks[i].part {
                    Part::Form => soft.form = true,
                    Part::Min => soft.min = true,
                    Part::Max => soft.max = true,
                    Part::Required => panic!("a field that need not be there is nullable"),
                }
            }
            i += 1;
        }
        soft
    }
}
