//! From a place and a message to the rule that says it there.
use crate::error::{ErrorKind, LocItem};
use crate::schema::shape::{Field, Kind, Shape};

/// The field that a path ends in or below, and the object that has it.
pub(crate) fn resolve(shape: &'static Shape, path: &[LocItem]) -> Option<(&'static Shape, &'static Field)> {
    let (LocItem::Key(name), below) = path.split_first()? else { return None };
    let field = shape.field(name)?;
    let mut kind = &field.kind;
    for (i, step) in below.iter().enumerate() {
        kind = match (kind, step) {
            (Kind::List { of, .. }, LocItem::Index(_)) | (Kind::Map(of), LocItem::Key(_)) => of,
            (Kind::Object(inner), _) => return resolve(inner, below.get(i..)?),
            _ => return None,
        };
    }
    Some((shape, field))
}

/// The rule that says this at this place, and what it means.
pub(crate) fn said(
    shape: &'static Shape,
    path: &[LocItem],
    message: &str,
) -> Option<(&'static str, ErrorKind)> {
    let (object, field) = resolve(shape, path)?;
    let across = object.rules.iter().map(|bound| (bound.rule.reads[0], &bound.rule.info));
    let list = object.list_rules.iter().map(|bound| (bound.rule.reads, &bound.rule.info));
    if let Some((_, info)) =
        across.chain(list).find(|(reads, info)| *reads == field.name && info.says(message))
    {
        return Some((info.id, ErrorKind::ValueError { message: message.to_owned().into() }));
    }
    let kind = ErrorKind::from_message(message);
    let whole = match &field.kind {
        Kind::List { of: Kind::Object(item), .. } => item.list_rules.iter().find(|bound| {
            let alone = |answer: &ErrorKind| std::mem::discriminant(answer) == std::mem::discriminant(&kind);
            bound.rule.info.says(message) || bound.rule.alone.as_ref().is_some_and(alone)
        }),
        _ => None,
    };
    Some(whole.map_or_else(|| (field.rule, foreign(message)), |bound| (bound.rule.info.id, kind)))
}

/// The kind of a message at a place that no request has, or where only an item can be.
pub(crate) fn foreign(message: &str) -> ErrorKind {
    match ErrorKind::from_message(message) {
        alone if alone.answers_alone().is_some() => {
            ErrorKind::ValueError { message: message.to_owned().into() }
        }
        kind => kind,
    }
}
