//! The level of each rule's advice: allowed (hidden) or denied (failing).
use coldsend_lint::Finding;
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Level {
    /// Advice is hidden.
    Allow,
    /// Advice makes the check fail.
    Deny,
}

/// The levels of some rules. Errors have no level: the API rejects them anyway.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Levels {
    rules: BTreeMap<&'static str, Level>,
    /// Whether the advice of all other rules makes the check fail.
    deny_rest: bool,
}

impl Levels {
    /// Sets the level of a rule. Returns false if it already has another one.
    pub(crate) fn set(&mut self, rule: &'static str, level: Level) -> bool {
        *self.rules.entry(rule).or_insert(level) == level
    }

    /// Returns the levels that flags set, or what is wrong with them.
    pub(crate) fn of_flags(allow: &[&'static str], deny: &[&'static str]) -> Result<Levels, String> {
        let mut levels = Levels::default();
        for (rules, level) in [(allow, Level::Allow), (deny, Level::Deny)] {
            for rule in rules {
                if !levels.set(rule, level) {
                    return Err(format!("`{rule}` is both allowed and denied"));
                }
            }
        }
        Ok(levels)
    }

    /// Adds levels for rules that have none yet.
    pub(crate) fn or(mut self, others: &Levels) -> Levels {
        for (rule, level) in &others.rules {
            self.set(rule, *level);
        }
        self
    }

    /// Denies the advice of every other rule.
    pub(crate) fn deny_rest(self) -> Levels {
        Levels { deny_rest: true, ..self }
    }

    pub(crate) fn allows(&self, advice: &Finding) -> bool {
        self.rules.get(advice.rule) == Some(&Level::Allow)
    }

    pub(crate) fn denies(&self, advice: &Finding) -> bool {
        self.rules.get(advice.rule).map_or(self.deny_rest, |level| *level == Level::Deny)
    }
}
