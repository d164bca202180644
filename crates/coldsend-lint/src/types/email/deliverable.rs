//! Domain names that public mail can reach (facts.md 4.2, "Domain").
//!
//! - The name has at least one dot, and its last character is a letter.
//! - Names that are reserved for special use are rejected, as are all names below them.
//! - `example`, `internal`, `lan` and `home` are not among them.
//! - Names are checked in their ASCII form, in any letter case.

/// The maximum length of a label in bytes, in its ASCII form.
pub(super) const MAX_LABEL: usize = 63;

/// The names reserved for special use. All of them are top-level, so the last label decides.
const SPECIAL_USE: [&str; 6] = ["arpa", "invalid", "local", "localhost", "onion", "test"];

/// Returns whether mail can be sent to the ASCII name `domain`.
pub(super) fn is_deliverable(domain: &str) -> bool {
    let mut labels = domain.as_bytes().rsplit(|byte| *byte == b'.');
    let last = labels.next().unwrap_or_default();
    labels.next().is_some() && is_top_level(last)
}

/// Returns whether the ASCII label `last` can end a domain name.
pub(super) fn is_top_level(last: &[u8]) -> bool {
    last.last().is_some_and(u8::is_ascii_alphabetic)
        && !SPECIAL_USE.iter().any(|name| last.eq_ignore_ascii_case(name.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::is_deliverable;

    #[test]
    fn names() {
        for domain in ["b.co", "b.example", "b.internal", "arpa.co", "b.mytest", "b.xn--p1ai", "b.c0m"] {
            assert!(is_deliverable(domain), "{domain}");
        }
        for domain in ["localhost", "b.LocalHost", "com", "b.arpa", "in-addr.arpa", "b.co1", "b.", "10.0.0.1"]
        {
            assert!(!is_deliverable(domain), "{domain}");
        }
    }
}
