//! A shortcut for the plainest addresses (facts.md 4.4).
//!
//! - It only accepts, and only up to 67 bytes. All other addresses are checked in full.
//! - The local part has atoms of ASCII letters, digits and `%+-_`, separated by dots.
//! - The domain has labels of ASCII letters, digits and single inner hyphens.
//! - A property test compares it with `ascii`, which uses the crate `email_address`.

use super::deliverable;

/// Returns whether `text` is certainly a valid address.
pub(super) fn accepts(text: &[u8]) -> bool {
    let read = |state: u64, byte: &u8| NEXT[usize::from(*byte)] >> (state % u64::from(u64::BITS));
    text.len() <= MAX_LENGTH
        && text.iter().fold(Progress::Atom.shift(), read) & MASK == Progress::InTop.shift()
        && text.rsplit(|byte| *byte == b'.').next().is_some_and(deliverable::is_top_level)
}

/// The maximum length, in bytes. Beside a local part, an @, a dot and another label, no label can be too long.
const MAX_LENGTH: usize = deliverable::MAX_LABEL + 4;

/// What was read so far.
#[derive(Clone, Copy)]
enum Progress {
    /// Something else.
    Other,
    /// An atom of the local part begins here.
    Atom,
    InAtom,
    /// The domain begins here.
    Domain,
    /// After a letter or a digit of its first label, or after a hyphen.
    InFirst,
    HyphenInFirst,
    /// A later label begins here, which may be the top-level domain.
    Top,
    InTop,
    HyphenInTop,
}

impl Progress {
    const ALL: [Progress; 9] = [
        Progress::Other,
        Progress::Atom,
        Progress::InAtom,
        Progress::Domain,
        Progress::InFirst,
        Progress::HyphenInFirst,
        Progress::Top,
        Progress::InTop,
        Progress::HyphenInTop,
    ];

    const fn next(self, byte: u8) -> Progress {
        use Progress::*;
        let is_alphanumeric = byte.is_ascii_alphanumeric();
        match (self, byte) {
            (Atom | InAtom, b'%' | b'+' | b'-' | b'_') => InAtom,
            (Atom | InAtom, _) if is_alphanumeric => InAtom,
            (InAtom, b'.') => Atom,
            (InAtom, b'@') => Domain,
            (Domain | InFirst | HyphenInFirst, _) if is_alphanumeric => InFirst,
            (InFirst, b'-') => HyphenInFirst,
            (InFirst | InTop, b'.') => Top,
            (Top | InTop | HyphenInTop, _) if is_alphanumeric => InTop,
            (InTop, b'-') => HyphenInTop,
            _ => Other,
        }
    }

    /// Returns where the next state stands in an entry of [`NEXT`].
    const fn shift(self) -> u64 {
        self as u64 * BITS
    }
}

/// The size of a state in an entry of [`NEXT`], and the bits of the first one.
const BITS: u64 = 6;
const MASK: u64 = (1 << BITS) - 1;

/// For each byte, the next state of every state. Since a state is a number of bits, reading a byte is a shift.
static NEXT: [u64; 256] = {
    let (mut next, mut byte) = ([0; 256], 0);
    while byte < next.len() {
        let mut index = 0;
        while index < Progress::ALL.len() {
            let state = Progress::ALL[index];
            next[byte] |= state.next(byte as u8).shift() << state.shift();
            index += 1;
        }
        byte += 1;
    }
    next
};

#[cfg(test)]
mod tests {
    use super::super::ascii;
    use super::{MAX_LENGTH, accepts};
    use proptest::prelude::*;

    /// Generates addresses that the shortcut accepts, and similar ones that it does not.
    fn near() -> impl Strategy<Value = String> {
        let local = "[a-zA-Z0-9._%+\\-]{0,8}|[a-z.\"<@ !é]{0,6}|[a-z]{63,66}";
        let label = "[a-zA-Z0-9\\-]{0,6}|[a-z]{62,64}|[a-z_]{1,3}|xn--[a-z]{1,4}";
        let top = "[a-zA-Z]{2,5}|[a-z0-9\\-]{0,4}|(?i:test|local|arpa|onion|invalid|localhost)";
        (local, prop::collection::vec(label, 0..4), top)
            .prop_map(|(local, labels, top)| format!("{local}@{}{top}", labels.join(".") + "."))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_096))]

        #[test]
        fn never_accepts_what_the_crate_and_its_extra_rules_refuse(text in near()) {
            if accepts(text.as_bytes()) {
                prop_assert!(ascii::can_judge(&text) && ascii::is_valid(&text), "{text}");
            }
        }

        #[test]
        fn knows_every_valid_address_of_its_shape(
            local in "[a-zA-Z0-9_%+\\-]{1,9}(\\.[a-z0-9]{1,9}){0,2}",
            domain in "([a-z0-9]{1,5}(-[a-z0-9]{1,5})?\\.){1,3}([a-zA-Z]{2,6}|test|local)",
        ) {
            let text = format!("{local}@{domain}");
            let expected = ascii::is_valid(&text) && text.len() <= MAX_LENGTH;
            prop_assert_eq!(accepts(text.as_bytes()), expected, "{}", text);
        }
    }

    #[test]
    fn the_length_is_bounded() {
        let address = |length: usize| format!("{}@example.com", "a".repeat(length - 12));
        assert!(accepts(address(67).as_bytes()) && !accepts(address(68).as_bytes()));
    }
}
