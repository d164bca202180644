//! Finds the first of a few bytes, many bytes at a time.

/// A byte that is 1, repeated.
const ONES: u64 = u64::MAX / 255;

/// Returns a number whose lowest bit that is set belongs to the first byte of a word that is less than `limit`, up to
/// 0x80. Only bits of bytes after that one may be wrong.
#[inline]
pub(crate) const fn less(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * limit as u64) & !word & (ONES << 7)
}

/// The same for the first byte that equals `byte`.
#[inline]
pub(crate) const fn equal(word: u64, byte: u8) -> u64 {
    less(word ^ (ONES * byte as u64), 1)
}

/// Returns the offset of the first hit from `at` on, or of the end. `hits` combines [`less`] and [`equal`] for a word,
/// and `is_hit` is the same for a byte.
#[inline]
pub(crate) fn find(
    text: &[u8],
    mut at: usize,
    hits: impl Fn(u64) -> u64,
    is_hit: impl Fn(u8) -> bool,
) -> usize {
    while let Some(chunk) = text.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let (words, _) = chunk.as_chunks::<8>();
        let [low, high] = [0, 1].map(|i| words.get(i).map_or(0, |word| hits(u64::from_le_bytes(*word))));
        if low | high != 0 {
            let bits = if low != 0 { low.trailing_zeros() } else { 64 + high.trailing_zeros() };
            return at + bits as usize / 8;
        }
        at += 16;
    }
    while at < text.len() && !is_hit(text[at]) {
        at += 1;
    }
    at
}

/// Returns the offset of the first quote, backslash or control character from `at` on, or of the end.
#[inline]
pub(super) fn plain(text: &[u8], at: usize) -> usize {
    let hits = |word| equal(word, b'"') | equal(word, b'\\') | less(word, 0x20);
    find(text, at, hits, |byte| matches!(byte, b'"' | b'\\' | 0..0x20))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_search_byte_by_byte_finds(
            text in prop::collection::vec(prop_oneof![0u8..=255, Just(0x1F), Just(0x20), Just(b'"'), Just(b'#'), Just(0x80)], 0..70),
            at in 0usize..20,
        ) {
            let is_hit = |byte: u8| byte < 0x20 || byte == b'"' || byte == b'}';
            let at = at.min(text.len());
            let expected = text[at..].iter().position(|byte| is_hit(*byte)).map_or(text.len(), |offset| at + offset);
            let hits = |word| less(word, 0x20) | equal(word, b'"') | equal(word, b'}');
            prop_assert_eq!(find(&text, at, hits, is_hit), expected);
        }
    }
}
