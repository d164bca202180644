//! Finds the rule for a location and a message.
use crate::error::{ErrorKind, LocItem};
use crate::schema::shape::{Field, FieldType, Shape};

/// Returns the last field of a path, and the object that has it.
pub(crate) fn resolve(shape: &'static Shape, path: &[LocItem]) -> Option<(&'static Shape, &'static Field)> {
    let (LocItem::Key(name), below) = path.split_first()? else { return None };
    let field = shape.field(name)?;
    let mut field_type = &field.field_type;
    for (i, step) in below.iter().enumerate() {
        field_type = match (field_type, step) {
            (FieldType::List { of, .. }, LocItem::Index(_)) | (FieldType::Map(of), LocItem::Key(_)) => of,
            (FieldType::Object(inner), _) => return resolve(inner, below.get(i..)?),
            _ => return None,
        };
    }
    Some((shape, field))
}

/// Returns the id of the rule with this message at this location, and the kind of error.
pub(crate) fn rule_for_message(
    shape: &'static Shape,
    path: &[LocItem],
    message: &str,
) -> Option<(&'static str, ErrorKind)> {
    let (object, field) = resolve(shape, path)?;
    let across = object.rules().map(|rule| (rule.fields[0], &rule.info));
    let list = object.list_rules().map(|rule| (rule.field, &rule.info));
    if let Some((_, info)) =
        across.chain(list).find(|(reads, info)| *reads == field.name && info.matches(message))
    {
        return Some((info.id, ErrorKind::ValueError { message: message.to_owned().into() }));
    }
    let kind = ErrorKind::from_message(message);
    let whole = match &field.field_type {
        FieldType::List { of: FieldType::Object(item), .. } => item.list_rules().find(|rule| {
            let alone = |answer: &ErrorKind| std::mem::discriminant(answer) == std::mem::discriminant(&kind);
            rule.info.matches(message) || rule.answer().as_ref().is_some_and(alone)
        }),
        _ => None,
    };
    Some(whole.map_or_else(|| (field.rule, unrecognized(message)), |rule| (rule.info.id, kind)))
}

/// Returns the kind of a message at an unknown location, or at the location of an item. It is never an error that is an
/// answer by itself.
pub(crate) fn unrecognized(message: &str) -> ErrorKind {
    match ErrorKind::from_message(message) {
        alone if alone.answers_alone().is_some() => {
            ErrorKind::ValueError { message: message.to_owned().into() }
        }
        kind => kind,
    }
}
