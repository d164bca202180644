//! Finds the rules for the items of an answer, and what to do about each.
use crate::advice::known::BODY_RULES;
use crate::error::hint::{Remark, hint};
use crate::error::{ErrorItem, ErrorKind, LocItem, field_name};
use crate::requests::operation::Operation;
use crate::schema::resolve::{resolve, rule_for_message};
use crate::schema::rule::RuleInfo;
use crate::schema::shape::{Field, FieldType, Mode, Presence, Shape};
use crate::validate::path::Section;
use std::mem::discriminant;

/// What to do about a body that is not an object: a server takes any body for text if its type is not that of JSON.
pub(super) const NOT_AN_OBJECT: &str =
    "Send a JSON object as the body, with the header `Content-Type: application/json`.";

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
    rules(&traces(Operation::ALL, item))
}

/// Returns the operations that the items of an answer can be about: those that have the location of each, apart from
/// locations that no operation has.
pub(super) fn operations(items: &[ErrorItem]) -> Vec<Operation> {
    let mut operations = Operation::ALL.to_vec();
    for item in items {
        let has = |operation: &Operation| trace(*operation, item).is_some();
        if operations.len() > 1 && operations.iter().any(has) {
            operations.retain(has);
        }
    }
    operations
}

/// Where an item may come from.
pub(super) struct Trace {
    fit: Fit,
    rule: &'static str,
    remark: Remark,
}

/// Returns the best matches for an item among the rules of some operations.
pub(super) fn traces(operations: &[Operation], item: &ErrorItem) -> Vec<Trace> {
    let mut found: Vec<_> = operations.iter().filter_map(|operation| trace(*operation, item)).collect();
    let best = found.iter().map(|trace| trace.fit).min();
    found.retain(|trace| Some(trace.fit) == best);
    found
}

/// Returns the ids of rules, each once.
pub(super) fn rules(traces: &[Trace]) -> Vec<&'static str> {
    let mut rules = Vec::new();
    for Trace { rule, .. } in traces {
        if !rules.contains(rule) {
            rules.push(*rule);
        }
    }
    rules
}

/// Returns how to fix an item, for people, or `None` if its message is unknown.
pub(super) fn hint_for(item: &ErrorItem, traces: &[Trace]) -> Option<String> {
    let remark = traces.first().map_or(&Remark::None, |trace| &trace.remark);
    match (&item.kind, remark) {
        (ErrorKind::Dict, _) if is_whole_body(&item.loc) => {
            Some(NOT_AN_OBJECT.trim_end_matches('.').to_owned())
        }
        (ErrorKind::ValueError { .. } | ErrorKind::Other { .. }, Remark::None) => None,
        (kind, remark) => Some(hint(kind, field_name(&item.loc), None, None, remark)),
    }
}

/// Returns whether a location is that of the body itself.
pub(super) fn is_whole_body(loc: &[LocItem]) -> bool {
    matches!(loc, [LocItem::Key(section)] if section == Section::Body.name())
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

fn trace(operation: Operation, item: &ErrorItem) -> Option<Trace> {
    let (LocItem::Key(section), steps) = item.loc.split_first()? else { return None };
    if section == Section::Path.name() {
        let [LocItem::Key(name)] = steps else { return None };
        let field = operation.parameters().find(|parameter| parameter.name == name)?;
        return Some(of_field(field, Mode::Whole, item));
    }
    let shape = operation.shape()?;
    if section != Section::of(shape).name() {
        return None;
    }
    if let [] | [LocItem::Index(_)] = steps {
        let same = |error: &ErrorKind| discriminant(error) == discriminant(&item.kind);
        let rule = BODY_RULES.iter().find(|rule| rule.errors.iter().any(same))?;
        return Some(Trace { fit: Fit::Message, rule: rule.info.id, remark: Remark::None });
    }
    (1..=steps.len()).rev().find_map(|end| {
        let path = steps.get(..end)?;
        let (object, field) = resolve(shape, path)?;
        let (rule, _) = rule_for_message(shape, path, &item.msg)?;
        let mut trace = of_field(field, object.mode, item);
        if rule != field.rule {
            let remark = about(object, field, rule).map_or(Remark::None, Remark::About);
            trace = Trace { fit: Fit::Message, rule, remark };
        }
        if end < steps.len() {
            trace.fit = Fit::Above;
        }
        Some(trace)
    })
}

fn of_field(field: &Field, mode: Mode, item: &ErrorItem) -> Trace {
    let is_known = field.constraints(mode).iter().any(|constraint| constraint.kind == item.kind);
    let fit = if is_known { Fit::Message } else { Fit::Location };
    let remark = match field.presence {
        Presence::Default(_) => Remark::Optional,
        _ => Remark::None,
    };
    let is_null = item.kind == ErrorKind::Null;
    Trace { fit, rule: field.rule, remark: if is_null { remark } else { Remark::None } }
}

/// Returns what a rule across fields requires.
fn about(object: &Shape, field: &Field, rule: &str) -> Option<&'static str> {
    let below = match &field.field_type {
        FieldType::List { of: FieldType::Object(item), .. } => Some(item),
        _ => None,
    };
    let lists = object.list_rules().chain(below.into_iter().flat_map(|item| item.list_rules()));
    let mut infos = object.rules().map(|rule| &rule.info).chain(lists.map(|rule| &rule.info));
    infos.find(|info: &&RuleInfo| info.id == rule).map(|info| info.about)
}
