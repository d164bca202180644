//! What an item of an answer means.
use super::trace;
use crate::error::{ErrorItem, LocItem};
use crate::redact::redact_text;
use crate::requests::operation::Operation;
use std::borrow::Cow;
use std::fmt;

/// An item of a validation error as it may be shown: without what may be a secret, with its rule and what to do.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedItem<'a> {
    /// The location.
    pub loc: Vec<LocItem>,
    /// The message.
    pub msg: Cow<'a, str>,
    /// The `type`, if it has one.
    pub error_type: Option<Cow<'a, str>>,
    /// The ids of the rules that it may come from. There are several if several operations have its location.
    pub rules: Vec<&'static str>,
    /// How to fix it, if its message is known.
    pub hint: Option<String>,
}

impl<'a> ExplainedItem<'a> {
    pub(super) fn of_all(items: &'a [ErrorItem]) -> impl Iterator<Item = Self> {
        let operations = trace::operations(items);
        items.iter().map(move |item| {
            let mut traces = trace::traces(&operations, item);
            if traces.is_empty() {
                traces = trace::traces(Operation::ALL, item);
            }
            let error_type = Some(item.kind.error_type()).filter(|error_type| !error_type.is_empty());
            ExplainedItem {
                loc: item.loc.iter().map(shown).collect(),
                msg: item.redacted_msg(),
                error_type: error_type.map(redact_text),
                rules: trace::rules(&traces),
                hint: trace::hint_for(item, &traces).map(|hint| redact_text(&hint).into_owned()),
            }
        })
    }

    /// Returns the id of the rule that it comes from, if there is only one.
    pub fn rule(&self) -> Option<&'static str> {
        match self.rules[..] {
            [rule] => Some(rule),
            _ => None,
        }
    }
}

fn shown(step: &LocItem) -> LocItem {
    match step {
        LocItem::Key(key) => LocItem::Key(redact_text(key).into_owned()),
        other => other.clone(),
    }
}

/// Shows the rules only: everything else is text from a server.
impl fmt::Debug for ExplainedItem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExplainedItem").field("rules", &self.rules).finish_non_exhaustive()
    }
}
