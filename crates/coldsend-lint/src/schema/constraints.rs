//! Constraints: every way in which the value of a field can be wrong.
use super::shape::{ConstraintKind, Field, FieldType, IntegerType, Mode, Presence};
use crate::error::hint::{Remark, hint};
use crate::error::{ErrorKind, Evidence, Wording};

/// One way in which a field's value can be wrong.
#[derive(Debug)]
pub struct Constraint {
    /// The location within the field: empty for its own value, `[i]` for items of a list, `{key}` for values of a map.
    pub at: String,
    /// The error that the API reports, or that of the advice.
    pub kind: ErrorKind,
    /// How certain the constraint is.
    pub evidence: Evidence,
    /// How certain the wording of the message is.
    pub wording: Wording,
}

impl Constraint {
    pub(crate) fn new(at: &str, kind: ErrorKind, evidence: Evidence) -> Self {
        Constraint { at: at.to_owned(), evidence, wording: kind.wording(), kind }
    }

    /// Returns whether breaking it rejects a request. Otherwise, breaking it is advice.
    pub fn rejects(&self) -> bool {
        self.evidence.rejects()
    }

    /// Returns the hint for people on how to fix it. `field` is the field that it constrains.
    pub fn hint(&self, field: Option<&Field>) -> String {
        let optional = field.is_some_and(|field| matches!(field.presence, Presence::Default(_)));
        let remark = if optional && self.at.is_empty() { Remark::Optional } else { Remark::None };
        hint(&self.kind, field.map(|field| field.name), None, None, &remark)
    }
}

impl Field {
    /// Returns every way in which its value can be wrong, in the order in which they are checked.
    pub fn constraints(&self, mode: Mode) -> Vec<Constraint> {
        let mut found = Vec::new();
        if mode != Mode::Query && self.presence == Presence::Required {
            found.push(Constraint::new("", ErrorKind::Missing, self.evidence));
        }
        if mode != Mode::Query && matches!(self.presence, Presence::Required | Presence::Default(_)) {
            found.push(Constraint::new("", ErrorKind::Null, self.evidence));
        }
        collect(&self.field_type, "", self.evidence, &mut found);
        if mode == Mode::Query {
            // Values in a query string are always text.
            let of_other_types = [ErrorKind::Str, ErrorKind::DateTimeType];
            found.retain(|constraint| !of_other_types.contains(&constraint.kind));
        }
        for constraint in found.iter_mut().filter(|constraint| constraint.at.is_empty()) {
            let kind = ConstraintKind::of(&constraint.kind);
            for own in self.constraints.iter().filter(|own| Some(own.kind) == kind) {
                constraint.evidence = own.evidence;
                constraint.wording = own.wording.unwrap_or(constraint.wording);
            }
        }
        found
    }
}

fn collect(field_type: &FieldType, at: &str, evidence: Evidence, found: &mut Vec<Constraint>) {
    let mut push = |kind| found.push(Constraint::new(at, kind, evidence));
    match field_type {
        FieldType::List { min, max, of } => {
            push(ErrorKind::List);
            if *min > 0 {
                push(ErrorKind::MinItems { limit: *min });
            }
            if *max < u32::MAX {
                push(ErrorKind::MaxItems { limit: *max });
            }
            let items = format!("{at}[i]");
            found.push(Constraint::new(&items, ErrorKind::Null, evidence));
            collect(of, &items, evidence, found);
        }
        FieldType::Map(of) => {
            push(ErrorKind::Dict);
            // A key in a list of pairs may be null, which is an error even if any value is accepted.
            let values = format!("{at}{{key}}");
            found.push(Constraint::new(&values, ErrorKind::Null, evidence));
            collect(of, &values, evidence, found);
        }
        FieldType::Object(_) => {
            push(ErrorKind::Dict);
            push(ErrorKind::Keywords);
            push(ErrorKind::ForbiddenKey);
        }
        _ => {
            let before = found.len();
            let errors = field_type.scalar_errors();
            found.extend(errors.into_iter().map(|kind| Constraint::new(at, kind, evidence)));
            if let FieldType::Integer(IntegerType { chosen: true, .. }) = field_type {
                let bounds = found.iter_mut().skip(before + 1);
                bounds.for_each(|bound| bound.wording = Wording::Chosen);
            }
        }
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use crate::host::Native;
    use crate::json::{Scalar, Text};
    use crate::requests::operation::Operation;
    use crate::schema::shape::{DefaultValue, FieldType, IntegerType, Presence, Shape};
    use crate::types::Soft;

    fn fits(field_type: &FieldType, value: DefaultValue) -> bool {
        let reads = |scalar| field_type.read(scalar, Soft::NONE, &Native).is_ok();
        match (value, field_type) {
            (DefaultValue::Null, _) => true,
            (DefaultValue::Boolean(value), _) => reads(Scalar::Boolean(value)),
            (DefaultValue::Integer(value), _) => reads(Scalar::Number(value)),
            (DefaultValue::Text(text), _) => reads(Scalar::Text(Text::plain(text))),
            (DefaultValue::Integers(values), FieldType::List { min, max, of }) => {
                (*min as usize..=*max as usize).contains(&values.len())
                    && values.iter().all(|value| fits(of, DefaultValue::Integer(*value)))
            }
            (DefaultValue::Integers(_), _) => false,
        }
    }

    fn check_defaults(shape: &Shape) {
        for field in shape.fields {
            if let Presence::Nullable(default) | Presence::Default(default) = field.presence {
                assert!(fits(&field.field_type, default), "{}: {default:?}", field.rule);
            }
            if let Some(inner) = field.field_type.object() {
                check_defaults(inner);
            }
        }
    }

    #[test]
    fn every_default_is_of_its_own_type() {
        Operation::ALL.iter().filter_map(|operation| operation.shape()).for_each(check_defaults);
        let few = FieldType::Integer(IntegerType { min: 1, max: 5, chosen: false });
        assert!(!fits(&few, DefaultValue::Integer(9)));
    }
}
