//! Plain ASCII addresses (facts.md 4.2 and 4.4).
//!
//! - The crate `email_address` checks the grammar. In browsers, `grammar` does.
//! - The crate's limit of 64 characters for the local part is circumvented, because the API has none.
//! - Also rejected are quoted local parts, and domains with other characters than letters, digits, hyphens and dots.
//! - Also rejected are domains that mail cannot reach, and addresses of more than 254 bytes.
//! - `international` checks domains that have `--` as the third and fourth characters of a label.

#[cfg(not(feature = "native"))]
pub(super) use super::grammar::is_local_part;
use super::{MAX_BYTES, deliverable, idna2008};
#[cfg(feature = "native")]
use email_address::EmailAddress;
use std::borrow::Cow;

/// The maximum length of a local part that the crate accepts.
#[cfg(feature = "native")]
const MAX_PIECE: usize = 64;

/// Local parts that are case-insensitive by RFC 2142. The API converts them to lowercase.
#[rustfmt::skip]
const MAILBOXES: [&str; 15] = [
    "abuse", "ftp", "hostmaster", "info", "marketing", "news", "noc", "postmaster", "sales", "security",
    "support", "usenet", "uucp", "webmaster", "www",
];

/// Returns whether the rules here are enough for `address`.
pub(super) fn can_judge(address: &str) -> bool {
    let (local, domain) = address.split_once('@').unwrap_or_default();
    local.is_ascii() && can_judge_domain(domain)
}

/// Returns whether the rules here are enough for `domain`: ASCII, and no label is Punycode or reserved.
pub(super) fn can_judge_domain(domain: &str) -> bool {
    // Nearly no domain has two hyphens in a row, and that is quickly seen.
    domain.is_ascii()
        && !(domain.as_bytes().windows(2).any(|pair| pair == b"--")
            && domain.split('.').any(idna2008::has_reserved_hyphens))
}

/// Returns whether an address for which [`can_judge`] holds is valid.
pub(super) fn is_valid(address: &str) -> bool {
    let parts = address.split_once('@');
    address.len() <= MAX_BYTES
        && parts.is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain))
}

/// Returns what the API keeps of a valid address for which [`can_judge`] holds.
pub(super) fn kept(address: &str) -> Cow<'_, str> {
    let is_kept = |part: &str| part.bytes().fold(true, |kept, byte| kept & !byte.is_ascii_uppercase());
    if is_kept(address) {
        return address.into();
    }
    let Some((local, domain)) = address.split_once('@') else { return address.into() };
    if is_kept(domain) && (is_kept(local) || !is_mailbox(local)) {
        return address.into();
    }
    [&fold_mailbox(local.to_owned()), "@", &domain.to_ascii_lowercase()].concat().into()
}

/// Converts the mailbox names of RFC 2142 to lowercase.
pub(super) fn fold_mailbox(mut local: String) -> String {
    if is_mailbox(&local) {
        local.make_ascii_lowercase();
    }
    local
}

fn is_mailbox(local: &str) -> bool {
    MAILBOXES.iter().any(|name| local.eq_ignore_ascii_case(name))
}

/// Returns whether `local` is one or more atoms with single dots between them.
#[cfg(feature = "native")]
pub(super) fn is_local_part(local: &str) -> bool {
    local.bytes().all(|byte| byte != b'"')
        && if local.len() <= MAX_PIECE {
            EmailAddress::is_valid_local_part(local)
        } else {
            local
                .split('.')
                .all(|atom| !atom.is_empty() && pieces(atom).all(EmailAddress::is_valid_local_part))
        }
}

#[cfg(feature = "native")]
/// Splits `atom` into pieces that are short enough for the crate. Every piece of an atom is an atom.
fn pieces(atom: &str) -> impl Iterator<Item = &str> {
    let mut rest = atom;
    std::iter::from_fn(move || {
        let (piece, after) = rest.split_at_checked(MAX_PIECE).unwrap_or((rest, ""));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Returns whether a domain for which [`can_judge_domain`] holds is a host name that mail can reach.
pub(super) fn is_domain(domain: &str) -> bool {
    #[cfg(feature = "native")]
    let is_valid = EmailAddress::is_valid_domain;
    #[cfg(not(feature = "native"))]
    let is_valid = super::grammar::is_domain;
    is_host_charset(domain) && is_valid(domain) && deliverable::is_deliverable(domain)
}

/// Returns whether all ASCII characters of `domain` are letters, digits, hyphens or dots.
pub(super) fn is_host_charset(domain: &str) -> bool {
    domain.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.') || !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let long = "a".repeat(65);
        let label = "b".repeat(63);
        for (local, domain, valid) in [
            ("a", "b.co", true),
            ("!#$%&'*+-/=?^_`{|}~", "b.co", true),
            (long.as_str(), "b.co", true),
            ("a.b.c", "B-1.Co", true),
            ("a", &format!("{label}.co"), true),
            ("a", "a-b--c.co", true),
            ("a", "a.b.example", true),
            ("", "b.co", false),
            (".a", "b.co", false),
            ("a.", "b.co", false),
            ("a..b", "b.co", false),
            (&format!("{long}..b"), "b.co", false),
            (&format!("{long}(b"), "b.co", false),
            ("\"a\"", "b.co", false),
            (&format!("\"{long}\""), "b.co", false),
            ("a b", "b.co", false),
            ("a\0", "b.co", false),
            ("a", "", false),
            ("a", "b", false),
            ("a", "b_c.co", false),
            ("a", "b.co/d", false),
            ("a", "b@c.co", false),
            ("a", "[127.0.0.1]", false),
            ("a", "-b.co", false),
            ("a", "b-.co", false),
            ("a", ".b.co", false),
            ("a", "b.co.", false),
            ("a", &format!("{label}b.co"), false),
            ("a", "b.c0", false),
            ("a", "b.Test", false),
        ] {
            let address = format!("{local}@{domain}");
            assert!(can_judge(&address), "{address}");
            assert_eq!(is_valid(&address), valid, "{address}");
        }
        assert!(!is_valid("b.co"));
    }

    #[test]
    fn others_judge_the_rest() {
        for address in ["é@b.co", "a@é.co", "a@b.XN--p1ai", "a@ab--c.co"] {
            assert!(!can_judge(address), "{address}");
        }
        for address in ["xn--a@b.co", "a@bxn--c.co", "a@b--c.co", "b.co"] {
            assert!(can_judge(address), "{address}");
        }
    }

    #[test]
    fn length() {
        let address = |length: usize| format!("{}@b.co", "a".repeat(length - 5));
        assert!(is_valid(&address(254)) && !is_valid(&address(255)));
    }

    #[test]
    fn what_is_kept() {
        for (address, same) in [
            ("Jo@EXAMPLE.com", "Jo@example.com"),
            ("INFO@Example.com", "info@example.com"),
            ("INFO@example.com", "info@example.com"),
            ("Jo@example.com", "Jo@example.com"),
        ] {
            assert_eq!(kept(address), same);
        }
    }
}
