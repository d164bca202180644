//! The grammar of plain ASCII addresses, for browsers. Elsewhere, the crate `email_address` checks it, but its tables
//! of letters would double what a browser loads for addresses. A property test compares the two.

#[cfg(any(test, not(feature = "native")))]
use super::deliverable::MAX_LABEL;

/// Returns whether `local` is one or more atoms with single dots between them.
pub(super) fn is_local_part(local: &str) -> bool {
    local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_char))
}

/// Returns whether `c` may be in an atom, by RFC 5322 and RFC 6531.
pub(super) fn is_atom_char(c: char) -> bool {
    !c.is_ascii()
        || c.is_ascii_alphanumeric()
        || b"!#$%&'*+-/=?^_`{|}~".iter().any(|sign| char::from(*sign) == c)
}

/// Returns whether an ASCII domain consists of labels of letters, digits and inner hyphens.
#[cfg(any(test, not(feature = "native")))]
pub(super) fn is_domain(domain: &str) -> bool {
    domain.split('.').all(|label| {
        let label = label.as_bytes();
        let is_letter = |place: Option<&u8>| place.is_some_and(u8::is_ascii_alphanumeric);
        is_letter(label.first())
            && is_letter(label.last())
            && label.len() <= MAX_LABEL
            && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    })
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::super::ascii;
    use super::*;
    use email_address::EmailAddress;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_096))]

        #[test]
        fn local_parts_as_the_crate(local in "[ -~]{0,6}|[a-z.!#$%&'*+/=?^_`{|}~-]{0,80}|[a-z]{60,130}|[\0-\x7F]{0,4}") {
            prop_assert_eq!(is_local_part(&local), ascii::is_local_part(&local), "{}", local);
        }

        #[test]
        fn domains_as_the_crate(
            domain in "([a-zA-Z0-9-]{0,5}\\.){0,4}[a-zA-Z0-9-]{0,5}|[a-z]{60,66}(\\.[a-z0-9-]{60,66})?|[a-z0-9.-]{0,12}"
        ) {
            prop_assert_eq!(is_domain(&domain), EmailAddress::is_valid_domain(&domain), "{}", domain);
        }
    }
}
