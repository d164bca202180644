//! Addresses beyond plain ASCII (facts.md 4.2).
//!
//! - Local part: atoms of ASCII and any letters, numbers, signs and marks; composed, then judged again.
//! - Domain: mapped by UTS 46, then read label by label as IDNA 2008 wants it.
//! - White space, controls, format characters and what is unassigned are refused in both.
//! - As given, as kept and with an ASCII domain, the address has 254 bytes at most.

use super::{MAX_BYTES, ascii, bidi, deliverable, grammar, idna2008};
use crate::host::{Category, Host};
use std::borrow::Cow;

/// What is kept of `address`, `None` if it is refused.
pub(super) fn normalize(address: &str, host: &dyn Host) -> Option<String> {
    let (local, domain) = address.split_once('@')?;
    let local = ascii::fold_mailbox(read_local_part(local, host)?.into_owned());
    let domain = Domain::read(domain, host)?;
    let address_length = |domain: &str| local.len() + 1 + domain.len();
    [address.len(), address_length(&domain.unicode), address_length(&domain.ascii)]
        .iter()
        .all(|&length| length <= MAX_BYTES)
        .then(|| [&local, "@", &domain.unicode].concat())
}

/// The composed local part.
fn read_local_part<'t>(given: &'t str, host: &dyn Host) -> Option<Cow<'t, str>> {
    if !is_local_part(given, host) {
        return None;
    }
    // Composing can turn letters into ASCII, not all of it permitted.
    let composed = host.compose(given);
    (composed == given || is_local_part(&composed, host)).then_some(composed)
}

/// Whether `local` is one or more safe atoms with single dots between them.
fn is_local_part(local: &str, host: &dyn Host) -> bool {
    if local.is_ascii() {
        return ascii::is_local_part(local);
    }
    grammar::is_local_part(local) && is_safe(local, host)
}

/// Whether all characters show, and the first is no mark.
fn is_safe(text: &str, host: &dyn Host) -> bool {
    text.char_indices().filter(|(_, c)| !c.is_ascii()).all(|(place, c)| match host.category(c) {
        Category::Mark | Category::SpacingMark | Category::EnclosingMark => place > 0,
        category => category != Category::Other,
    })
}

/// A domain name in both its forms.
struct Domain {
    unicode: String,
    ascii: String,
}

impl Domain {
    /// Reads a domain as given.
    fn read(given: &str, host: &dyn Host) -> Option<Self> {
        if ascii::can_judge_domain(given) {
            return ascii::is_domain(given).then(|| {
                let domain = given.to_ascii_lowercase();
                Self { unicode: domain.clone(), ascii: domain }
            });
        }
        if !ascii::is_host_charset(given) || !is_safe(given, host) || given.contains(is_dot_in_disguise) {
            return None;
        }
        // Mapping can bring ASCII characters in.
        let ascii = host.map_domain(given).filter(|mapped| ascii::is_host_charset(mapped))?;
        let mut domain = String::new();
        for (place, label) in ascii.split('.').enumerate() {
            if place > 0 {
                domain.push('.');
            }
            domain += &idna2008::read(label, host)?;
        }
        let is_valid = deliverable::is_deliverable(&ascii) && bidi::obeys_rule(&domain, host);
        is_valid.then_some(Self { unicode: domain, ascii })
    }
}

/// Characters that stand for a dot and more, such as `⒈`; those that stand for a dot alone are fine.
fn is_dot_in_disguise(c: char) -> bool {
    matches!(
        c,
        '\u{2024}'..='\u{2026}' | '\u{2488}'..='\u{249b}' | '\u{33c2}' | '\u{33c7}' | '\u{33d8}'
            | '\u{fe52}' | '\u{1f100}'
    )
}
