//! The keys that a document probably has. The reader recognizes them where they stand, so that a check need not search
//! for the field of each key.

/// What is expected of a value: nothing, an object with these keys, or lists of such objects.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guide {
    pub(crate) keys: Option<&'static Keys>,
    /// The number of lists around the object.
    pub(crate) lists: u32,
}

/// The keys of an object, and what is expected of their values.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) names: &'static [&'static str],
    pub(crate) values: &'static [Guide],
}

impl Guide {
    /// Expects nothing.
    pub(crate) const NONE: Guide = Guide { keys: None, lists: 0 };

    /// Returns the keys, if an object is expected.
    #[inline]
    pub(super) fn object(self) -> Option<&'static Keys> {
        self.keys.filter(|_| self.lists == 0)
    }

    /// Returns the guide for the items of a list.
    #[inline]
    pub(super) fn item(self) -> Guide {
        match self.lists.checked_sub(1) {
            Some(lists) => Guide { lists, ..self },
            None => Guide::NONE,
        }
    }
}

impl Keys {
    /// Returns the index of the key that stands at the beginning of `text`, before a quote, and its length. The search
    /// begins at the index `next`, because most documents follow the order of the declaration.
    #[inline]
    pub(super) fn find(&self, next: u32, text: &[u8]) -> Option<(u32, usize)> {
        match self.names.get(next as usize) {
            Some(name) if is_at_start(name, text) => Some((next, name.len())),
            _ => self.search(next as usize, text),
        }
    }

    fn search(&self, next: usize, text: &[u8]) -> Option<(u32, usize)> {
        let (before, after) = self.names.split_at_checked(next)?;
        let here =
            |(index, name): (usize, &&str)| is_at_start(name, text).then_some((index as u32, name.len()));
        let found =
            after.iter().enumerate().find_map(here).map(|(index, length)| (index + next as u32, length));
        found.or_else(|| before.iter().enumerate().find_map(here))
    }

    /// Returns the guide for the value of a key.
    #[inline]
    pub(super) fn value(&self, index: u32) -> Guide {
        self.values.get(index as usize).copied().unwrap_or(Guide::NONE)
    }
}

/// Returns whether a name stands at the beginning of a text, before a quote.
#[inline]
fn is_at_start(name: &str, text: &[u8]) -> bool {
    // The quote is compared first: nearly all other keys have another length.
    text.get(name.len()) == Some(&b'"')
        && text.get(..name.len()).is_some_and(|text| same(name.as_bytes(), text))
}

/// Returns whether two texts of the same length are equal. Most names have 8 to 16 bytes, so that two words cover them.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    const WORD: usize = 8;
    match (a.first_chunk::<WORD>(), a.last_chunk::<WORD>(), b.first_chunk::<WORD>(), b.last_chunk::<WORD>()) {
        (Some(a_first), Some(a_last), Some(b_first), Some(b_last)) if a.len() <= 2 * WORD => {
            a_first == b_first && a_last == b_last
        }
        _ => a == b,
    }
}
