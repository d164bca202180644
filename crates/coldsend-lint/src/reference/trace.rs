//! Finds the rules for an item of an answer.
use crate::advice::known::BODY_RULES;
use crate::error::{ErrorItem, ErrorKind, LocItem};
use crate::requests::operation::Operation;
use crate::schema::resolve::{resolve, rule_for_message};
use crate::schema::shape::{Field, Mode};
use crate::validate::path::Section;
use std::mem::discriminant;

/// Returns the ids of the rules that an item may come from, possibly one for each object with its location. If some
/// rules have exactly this message, only those are returned. The list is empty if no request has the location.
///
/// ```
/// use coldsend_lint::{ErrorItem, ErrorKind, catalogue::rules_for_item};
///
/// let at = |name: &str, kind| ErrorItem::new(vec!["body".into(), name.into()], kind);
/// let limit = at("daily_limit_per_inbox", ErrorKind::NotLe { limit: 100 });
/// assert_eq!(rules_for_item(&limit), ["campaign-daily-limit-per-inbox"]);
/// let order = ErrorKind::value_error("sending_window_end must be after sending_window_start");
/// assert_eq!(rules_for_item(&at("sending_window_end", order)), ["sending-window-order"]);
/// ```
pub fn rules_for_item(item: &ErrorItem) -> Vec<&'static str> {
    let found: Vec<_> =
        Operation::ALL.iter().filter_map(|operation| rule_for_item(*operation, item)).collect();
    let best = found.iter().map(|(fit, _)| *fit).min();
    let mut rules = Vec::new();
    for (_, rule) in found.into_iter().filter(|(fit, _)| Some(*fit) == best) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    rules
}

/// How well a rule matches an item, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It has this message at this location.
    Message,
    /// It applies to this location.
    Location,
    /// It applies to a location above this one: below a value, a server may name the type that it tried.
    Above,
}

fn rule_for_item(operation: Operation, item: &ErrorItem) -> Option<(Fit, &'static str)> {
    let fit = |field: &Field, mode| match field
        .constraints(mode)
        .iter()
        .any(|constraint| constraint.kind == item.kind)
    {
        true => Fit::Message,
        false => Fit::Location,
    };
    let (LocItem::Key(section), steps) = item.loc.split_first()? else { return None };
    if section == "path" {
        let [LocItem::Key(name)] = steps else { return None };
        let field = operation.parameters().find(|parameter| parameter.name == name)?;
        return Some((fit(field, Mode::Whole), field.rule));
    }
    let shape = operation.shape()?;
    if section != Section::of(shape).name() {
        return None;
    }
    if let [] | [LocItem::Index(_)] = steps {
        let same = |error: &ErrorKind| discriminant(error) == discriminant(&item.kind);
        return BODY_RULES
            .iter()
            .find(|rule| rule.errors.iter().any(same))
            .map(|rule| (Fit::Message, rule.info.id));
    }
    (1..=steps.len()).rev().find_map(|end| {
        let path = steps.get(..end)?;
        let (object, field) = resolve(shape, path)?;
        let (rule, _) = rule_for_message(shape, path, &item.msg)?;
        let fit = match () {
            () if end < steps.len() => Fit::Above,
            () if rule != field.rule => Fit::Message,
            () => fit(field, object.mode),
        };
        Some((fit, rule))
    })
}
