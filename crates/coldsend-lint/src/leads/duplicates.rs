//! Addresses that have been seen. They are the only thing of a file whose size is not bounded.
//!
//! A list of a million addresses does not fit into the processor's caches, so the table is laid out for few accesses: the
//! upper bits of a hash are the place of its slot, so that a lookup reads one place, and growing reads and writes in order.
use std::hash::{DefaultHasher, Hasher};

/// The addresses so far, each with the row that has it first.
#[derive(Default)]
pub(super) struct Known {
    /// For each address, its hash and, in the lower half, its index in `rows` plus one. The length is a power of two, at
    /// least twice the number of addresses; zero is an empty slot.
    slots: Vec<u64>,
    rows: Vec<First>,
    /// The addresses in lowercase, one after another.
    text: Vec<u8>,
    /// The address that is looked up, in lowercase.
    key: String,
}

/// The first row with an address.
struct First {
    /// Where the address ends in the text.
    end: usize,
    row: u32,
}

/// The number of slots at first.
const MIN_SLOTS: usize = 1 << 10;

/// The bits of a slot that are the index.
const INDEX: u64 = u32::MAX as u64;

impl Known {
    /// Returns the first row with this address, in any letter case. If there is none, `row` is remembered.
    pub(super) fn first(&mut self, address: &str, row: u64) -> Option<u64> {
        if self.slots.len() < 2 * (self.rows.len() + 1) {
            self.grow();
        }
        let is_lowercase =
            address.bytes().fold(true, |all, byte| all & byte.is_ascii() & !byte.is_ascii_uppercase());
        let key = if is_lowercase { address } else { lowercase(address, &mut self.key) }.as_bytes();
        let hash = hash(key);
        let mut place = place(hash, self.slots.len());
        loop {
            match self.slots.get(place) {
                Some(0) | None => break,
                Some(slot) if slot & !INDEX == hash => {
                    let index = (slot & INDEX) as usize - 1;
                    if address_at(&self.rows, &self.text, index) == key {
                        return self.rows.get(index).map(|first| u64::from(first.row));
                    }
                }
                Some(_) => {}
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
        self.text.extend_from_slice(key);
        self.rows.push(First { end: self.text.len(), row: u32::try_from(row).unwrap_or(u32::MAX) });
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = hash | self.rows.len() as u64 & INDEX;
        }
        None
    }

    /// Doubles the number of slots.
    fn grow(&mut self) {
        let length = (2 * self.slots.len()).max(MIN_SLOTS);
        let old = std::mem::replace(&mut self.slots, vec![0; length]);
        for slot in old.into_iter().filter(|slot| *slot != 0) {
            let mut place = place(slot, length);
            while self.slots.get(place).is_some_and(|slot| *slot != 0) {
                place = (place + 1) & (length - 1);
            }
            if let Some(free) = self.slots.get_mut(place) {
                *free = slot;
            }
        }
    }
}

fn address_at<'t>(rows: &[First], text: &'t [u8], index: usize) -> &'t [u8] {
    let start = index.checked_sub(1).and_then(|before| rows.get(before)).map_or(0, |first| first.end);
    rows.get(index).and_then(|first| text.get(start..first.end)).unwrap_or_default()
}

/// Returns an address in lowercase, which is written to a buffer.
fn lowercase<'b>(address: &str, buffer: &'b mut String) -> &'b str {
    buffer.clear();
    buffer.extend(address.chars().flat_map(char::to_lowercase));
    buffer
}

/// Returns where the slot of a hash is or, if others are there, where to look first.
fn place(hash: u64, slots: usize) -> usize {
    hash.checked_shr(u64::BITS - slots.trailing_zeros()).unwrap_or(0) as usize
}

/// Hashes an address, the same in each run. The lower half is zero.
fn hash(key: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(key);
    hasher.finish() & !INDEX
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn addresses_are_found_again_in_any_case() {
        let mut known = Known::default();
        for row in 1..=10_000 {
            assert_eq!(known.first(&format!("ada.{row}@example.com"), row), None);
        }
        for row in 1..=10_000 {
            assert_eq!(known.first(&format!("ADA.{row}@example.com"), 20_000), Some(row));
        }
        assert_eq!(known.first("ÄDA@example.com", 3), None);
        assert_eq!(known.first("äda@Example.com", 4), Some(3));
        assert_eq!(known.first("", 5), None);
        assert_eq!(known.first("", 6), Some(5));
    }
}
