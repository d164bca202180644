//! The keys that a document probably has. The reader recognizes them where they stand, so that a check need not search
//! for the field of each key.

/// What is expected of a value: nothing, an object with these keys, or lists of such objects.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guide {
    pub(crate) keys: Option<&'static Keys>,
    /// The number of lists around the object.
    pub(crate) lists: u32,
}

/// The number of keys that are compared before a key is searched by its length.
const MAX_OMITTED: usize = 4;

/// The maximum number of keys of an object.
pub(crate) const MAX_KEYS: usize = 32;

/// The keys of an object, and what is expected of their values.
#[derive(Debug)]
pub(crate) struct Keys {
    names: &'static [&'static str],
    values: &'static [Guide],
    /// A bit for each key of a length. Longer keys are among the last ones.
    by_length: [u32; MAX_KEYS],
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
    pub(crate) const fn new(names: &'static [&'static str], values: &'static [Guide]) -> Self {
        assert!(names.len() <= MAX_KEYS, "an object has too many fields");
        let mut by_length = [0; MAX_KEYS];
        let mut i = 0;
        while i < names.len() {
            by_length[slot(names[i].len())] |= 1 << i;
            i += 1;
        }
        Keys { names, values, by_length }
    }

    /// Returns the index and the length of the key that stands at the beginning of `text`, before a quote, if it is
    /// `next` or one of the few keys after it. Most documents follow the order of the declaration, and omit some keys.
    #[inline]
    pub(super) fn at_start(&self, next: u32, text: &[u8]) -> Option<(u32, usize)> {
        let names = self.names.get(next as usize..)?.iter().take(MAX_OMITTED);
        names.zip(next..).find_map(|(name, index)| {
            let (start, rest) = text.split_at_checked(name.len())?;
            (rest.first() == Some(&b'"') && same(name.as_bytes(), start)).then_some((index, name.len()))
        })
    }

    /// Returns the index of a key.
    #[inline]
    pub(crate) fn find(&self, key: &[u8]) -> Option<u32> {
        let mut left = self.by_length.get(slot(key.len())).copied().unwrap_or(0);
        while left != 0 {
            let index = left.trailing_zeros();
            let name = self.names.get(index as usize)?.as_bytes();
            if name.len() == key.len() && same(name, key) {
                return Some(index);
            }
            left &= left - 1;
        }
        None
    }

    /// Returns the guide for the value of a key.
    #[inline]
    pub(super) fn value(&self, index: u32) -> Guide {
        self.values.get(index as usize).copied().unwrap_or(Guide::NONE)
    }
}

const fn slot(length: usize) -> usize {
    if length < MAX_KEYS { length } else { MAX_KEYS - 1 }
}

/// Returns whether two texts of the same length are equal. Most names have 8 to 32 bytes, so that two words of 8 or 16
/// bytes cover them.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        8..16 => same_ends::<8>(a, b),
        16..=32 => same_ends::<16>(a, b),
        _ => a == b,
    }
}

/// Returns whether two texts begin and end with the same bytes.
#[inline]
fn same_ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}
