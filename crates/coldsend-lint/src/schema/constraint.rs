//! Constraints whose evidence differs from that of their field.
use super::field_type::FieldType;
use crate::error::{ErrorKind, Evidence, Wording};
use crate::types::Soft;

/// A constraint with its own evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConstraintEvidence {
    /// The constraint.
    pub kind: ConstraintKind,
    /// How certain it is.
    pub evidence: Evidence,
    /// How certain its message is, if less certain than usual.
    pub wording: Option<Wording>,
}

/// A constraint of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// The field must be present and must not be null.
    Required,
    /// The format of the value, or the list of permitted values.
    Form,
    /// The minimum number of characters or items, or the minimum of a number.
    Min,
    /// The maximum number of characters or items, or the maximum of a number.
    Max,
}

impl ConstraintKind {
    /// Returns whether the constraint does not reject.
    #[cfg(feature = "schema")]
    pub(crate) fn is_soft(self, soft: Soft) -> bool {
        match self {
            ConstraintKind::Required => false,
            ConstraintKind::Form => soft.form,
            ConstraintKind::Min => soft.min,
            ConstraintKind::Max => soft.max,
        }
    }

    /// Returns the constraint that an error is about, or `None` if the error is about the type of the value.
    pub(crate) fn of(kind: &ErrorKind) -> Option<ConstraintKind> {
        Some(match kind {
            ErrorKind::Missing | ErrorKind::Null => ConstraintKind::Required,
            ErrorKind::MinLength { .. } | ErrorKind::MinItems { .. } | ErrorKind::NotGe { .. } => {
                ConstraintKind::Min
            }
            ErrorKind::MaxLength { .. } | ErrorKind::MaxItems { .. } | ErrorKind::NotLe { .. } => {
                ConstraintKind::Max
            }
            ErrorKind::Email
            | ErrorKind::Enum { .. }
            | ErrorKind::Uuid
            | ErrorKind::Date
            | ErrorKind::DateTime => ConstraintKind::Form,
            _ => return None,
        })
    }
}

/// Returns the constraints of a field that do not reject, although the field does.
#[allow(clippy::panic)]
pub(crate) const fn soft(field_type: &FieldType, constraints: &[ConstraintEvidence]) -> Soft {
    let mut soft = Soft::NONE;
    let mut i = 0;
    while i < constraints.len() {
        if !constraints[i].evidence.rejects() {
            match constraints[i].kind {
                ConstraintKind::Form => soft.form = true,
                ConstraintKind::Min => soft.min = true,
                ConstraintKind::Max => soft.max = true,
                ConstraintKind::Required => panic!("an optional field is nullable"),
            }
        }
        i += 1;
    }
    let is_known = match field_type {
        FieldType::Text(_) | FieldType::List { .. } => !soft.form,
        // The bounds of an address may be soft only if its format is.
        FieldType::Email(_) => soft.form || !soft.min && !soft.max,
        _ => !soft.form && !soft.min && !soft.max,
    };
    assert!(is_known, "values of this type are read with all constraints or none");
    soft
}
