//! A shortcut for the plainest addresses (facts.md 4.4).
//!
//! - It only accepts. All other addresses are checked in full.
//! - The local part has atoms of ASCII letters, digits and `%+-_`, separated by dots.
//! - The domain has labels of ASCII letters, digits and single inner hyphens.
//! - A property test compares it with `ascii`, which uses the crate `email_address`.

use super::{MAX_BYTES, deliverable};

/// Returns whether `text` is certainly a valid address.
pub(super) fn accepts(text: &[u8]) -> bool {
    let domain = || local_part(text).and_then(|length| text.get(length + 1..));
    text.len() <= MAX_BYTES && domain().is_some_and(is_domain)
}

/// A letter or a digit.
const ALPHANUMERIC: u8 = 1;
/// Another character that local parts often have.
const SIGN: u8 = 2;
const HYPHEN: u8 = 4;
const DOT: u8 = 8;

/// The class of each byte, or 0 if it needs a full check.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = match byte as u8 {
            b'-' => HYPHEN,
            b'.' => DOT,
            b'%' | b'+' | b'_' => SIGN,
            other if other.is_ascii_alphanumeric() => ALPHANUMERIC,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

/// Returns the length of the local part, if it is atoms of common characters with single dots between them, and an @
/// follows it.
fn local_part(text: &[u8]) -> Option<usize> {
    let mut previous = DOT;
    for (place, &byte) in text.iter().enumerate() {
        let class = class(byte);
        if class == 0 {
            return (byte == b'@' && previous != DOT).then_some(place);
        }
        if class & previous & DOT != 0 {
            return None;
        }
        previous = class;
    }
    None
}

/// Returns whether `domain` consists of the labels described above, and the last one can be a top-level domain.
fn is_domain(domain: &[u8]) -> bool {
    let (mut start, mut previous) = (0, DOT);
    for (place, &byte) in domain.iter().enumerate() {
        let class = class(byte);
        // Dots and hyphens only follow letters and digits.
        let fits = class == ALPHANUMERIC || class & (DOT | HYPHEN) != 0 && previous == ALPHANUMERIC;
        if !fits {
            return false;
        }
        if class == DOT {
            if place - start > deliverable::MAX_LABEL {
                return false;
            }
            start = place + 1;
        }
        previous = class;
    }
    let last = &domain[start..];
    start > 0 && last.len() <= deliverable::MAX_LABEL && deliverable::is_top_level(last)
}

#[cfg(test)]
mod tests {
    use super::super::ascii;
    use super::accepts;
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
            prop_assert_eq!(accepts(text.as_bytes()), ascii::is_valid(&text), "{}", text);
        }
    }

    #[test]
    fn total_length_is_bounded() {
        let address = |length: usize| format!("{}@example.com", "a".repeat(length - 12));
        assert!(accepts(address(254).as_bytes()) && !accepts(address(255).as_bytes()));
    }
}
