//! The state of a rule across a list.
use crate::error::ErrorKind;
use crate::schema::rule::{ListCheck, ListRule};
use crate::types::Value;

#[derive(Default)]
pub(super) struct ListState {
    /// The number of objects whose field is valid.
    visited: usize,
    sum: u64,
    /// The keys: single capital letters as bits, any others in `keys`, with the index of their object.
    letters: u32,
    keys: Vec<(Box<str>, usize)>,
    /// The indices of objects that repeat a key.
    wrong: Vec<usize>,
}

impl ListState {
    /// Adds the valid field of an object.
    pub(super) fn visit(&mut self, rule: &ListRule, index: usize, value: &Value<'_>) {
        self.visited += 1;
        let amount = match rule.check {
            ListCheck::Unique(key) => {
                if let Some(key) = key(value) {
                    self.key(&key, index);
                }
                return;
            }
            ListCheck::SumIs { .. } => number(value),
            ListCheck::SumAtMost { amount, .. } => amount(value),
        };
        self.sum = self.sum.saturating_add(amount);
    }

    fn key(&mut self, key: &str, index: usize) {
        match key.as_bytes() {
            [letter] if letter.is_ascii_uppercase() => {
                let bit = 1 << (letter - b'A');
                if self.letters & bit != 0 {
                    self.wrong.push(index);
                }
                self.letters |= bit;
            }
            _ => self.keys.push((key.into(), index)),
        }
    }

    /// Returns the error if a list of `count` objects breaks the rule as a whole.
    pub(super) fn finish(&self, rule: &ListRule, count: usize) -> Option<ErrorKind> {
        // An empty list has no sum.
        if self.visited < count || count == 0 {
            return None;
        }
        match rule.check {
            ListCheck::Unique(_) => None,
            ListCheck::SumIs { total, error } => (self.sum != total).then(|| error(self.sum)),
            ListCheck::SumAtMost { max, .. } => (self.sum > max).then(|| rule.info.error(&[])),
        }
    }

    /// Returns the indices of objects that repeat the key of an earlier one, in order.
    pub(super) fn wrong(&mut self) -> &[usize] {
        self.keys.sort_unstable();
        for equal in self.keys.chunk_by(|(key, _), (next, _)| key == next) {
            self.wrong.extend(equal.iter().skip(1).map(|(_, index)| index));
        }
        self.wrong.sort_unstable();
        &self.wrong
    }
}

fn number(value: &Value<'_>) -> u64 {
    use crate::types::Reading;
    value.integer().map_or(0, i64::unsigned_abs)
}
