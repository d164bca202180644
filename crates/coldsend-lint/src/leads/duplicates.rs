//! Addresses that have been seen. They are the only thing of a file whose size is not bounded.
//!
//! A list of a million addresses does not fit into the processor's caches, so the table is laid out for few accesses: the
//! upper bits of a hash are the place of its slot, so that a lookup reads one place, and growing reads and writes in
//! order. What is remembered is never moved.
use foldhash::fast::FixedState;
use std::hash::BuildHasher;

/// The addresses so far, each with the row that has it first.
#[derive(Default)]
pub(super) struct Known {
    /// For each address, its hash and, in the lower half, its place in the blocks plus one. The length is a power of two,
    /// at least twice the number of addresses; zero is an empty slot.
    slots: Vec<u64>,
    count: usize,
    /// The row and the length of each address, four bytes each, and the address in lowercase.
    blocks: Vec<Vec<u8>>,
    /// The address that is looked up, in lowercase.
    key: String,
}

/// The number of slots at first.
const MIN_SLOTS: usize = 1 << 10;
/// The bits of a slot that are the place.
const PLACE: u64 = u32::MAX as u64;
/// The size of a block, unless it has a single address that is longer.
const BLOCK: usize = 1 << 16;
/// Places are multiples of this, in bytes.
const UNIT: usize = 8;
/// The number of places in a block.
const PLACES: usize = BLOCK / UNIT;

impl Known {
    /// Returns the first row with this address, in any letter case. If there is none, `row` is remembered.
    pub(super) fn first(&mut self, address: &str, row: u64) -> Option<u64> {
        if self.slots.len() < 2 * (self.count + 1) {
            self.grow();
        }
        let is_lowercase =
            address.bytes().fold(true, |all, byte| all & byte.is_ascii() & !byte.is_ascii_uppercase());
        let key = if is_lowercase { address } else { lowercase(address, &mut self.key) }.as_bytes();
        let hash = hash(key);
        let mut at = slot(hash, self.slots.len());
        loop {
            match self.slots.get(at) {
                Some(0) | None => break,
                Some(slot) if slot & !PLACE == hash => {
                    if let Some((row, address)) = remembered(&self.blocks, slot & PLACE)
                        && address == key
                    {
                        return Some(row);
                    }
                }
                Some(_) => {}
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        let place = remember(&mut self.blocks, key, row);
        if let Some((slot, place)) = self.slots.get_mut(at).zip(place) {
            *slot = hash | place;
            self.count += 1;
        }
        None
    }

    /// Doubles the number of slots.
    fn grow(&mut self) {
        let length = (2 * self.slots.len()).max(MIN_SLOTS);
        let old = std::mem::replace(&mut self.slots, vec![0; length]);
        for hash in old.into_iter().filter(|slot| *slot != 0) {
            let mut at = slot(hash, length);
            while self.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & (length - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = hash;
            }
        }
    }
}

/// Remembers an address. Returns its place plus one.
fn remember(blocks: &mut Vec<Vec<u8>>, key: &[u8], row: u64) -> Option<u64> {
    let [row, length] = [row, key.len() as u64].map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    let has_room =
        |block: &Vec<u8>| block.len() < BLOCK && block.len() + UNIT + key.len() <= block.capacity();
    if !blocks.last().is_some_and(has_room) {
        blocks.push(Vec::with_capacity(BLOCK.max(UNIT + key.len())));
    }
    let before = (blocks.len() - 1) * PLACES;
    let block = blocks.last_mut()?;
    let place = u32::try_from(before + block.len() / UNIT + 1).ok()?;
    block.extend_from_slice(&row.to_le_bytes());
    block.extend_from_slice(&length.to_le_bytes());
    block.extend_from_slice(key);
    block.resize(block.len().next_multiple_of(UNIT), 0);
    Some(u64::from(place))
}

/// Returns the row and the address at a place, which is given plus one.
fn remembered(blocks: &[Vec<u8>], place: u64) -> Option<(u64, &[u8])> {
    let place = (place as usize).checked_sub(1)?;
    let rest = blocks.get(place / PLACES)?.get(place % PLACES * UNIT..)?;
    let (row, rest) = rest.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    Some((u32::from_le_bytes(*row).into(), rest.get(..u32::from_le_bytes(*length) as usize)?))
}

/// Returns an address in lowercase, which is written to a buffer.
fn lowercase<'b>(address: &str, buffer: &'b mut String) -> &'b str {
    buffer.clear();
    buffer.extend(address.chars().flat_map(char::to_lowercase));
    buffer
}

/// Returns where the slot of a hash is or, if others are there, where to look first.
fn slot(hash: u64, slots: usize) -> usize {
    hash.checked_shr(u64::BITS - slots.trailing_zeros()).unwrap_or(0) as usize
}

/// Hashes an address, the same in each run. The lower half is zero.
fn hash(key: &[u8]) -> u64 {
    FixedState::default().hash_one(key) & !PLACE
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Known, UNIT};

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

    #[test]
    fn addresses_may_be_longer_than_a_block() {
        let mut known = Known::default();
        let addresses: Vec<String> =
            [1, 7, 8, BLOCK - 2 * UNIT, BLOCK, 3 * BLOCK + 1, 2].map(|length| "a".repeat(length)).into();
        for expected in [None, Some(1)] {
            for (address, row) in addresses.iter().zip(1..) {
                let first = known.first(address, row);
                assert_eq!(first, expected.map(|_| row), "{}", address.len());
            }
        }
    }
}
