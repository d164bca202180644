//! The first places of texts in a list, so that long lists are not searched for each text.
use std::collections::BTreeMap;

/// The first place of each text.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(BTreeMap<String, usize>);

impl Places {
    /// Returns the places of texts that are in this order.
    pub(super) fn of(texts: impl Iterator<Item = String>) -> Self {
        let mut places = Places::default();
        for (place, text) in texts.enumerate() {
            places.first(text, place);
        }
        places
    }

    /// Returns the first place of a text, which is this one if it is new.
    pub(super) fn first(&mut self, text: String, place: usize) -> usize {
        *self.0.entry(text).or_insert(place)
    }

    /// Returns the place of a text.
    pub(super) fn get(&self, text: &str) -> Option<usize> {
        self.0.get(text).copied()
    }
}
