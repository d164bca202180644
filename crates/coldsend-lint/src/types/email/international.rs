//! Addresses beyond plain ASCII (facts.md 4.2).
//!
//! - The local part has atoms of ASCII and any letters, numbers, symbols and marks. It is composed, then checked again.
//! - The domain is mapped as UTS 46 specifies, then read label by label as IDNA 2008 specifies.
//! - White space, controls, format characters and unassigned code points are rejected in both.
//! - As given, as kept and with an ASCII domain, the address has at most 254 bytes.

use super::{MAX_BYTES, ascii, bidi, deliverable, grammar, idna2008};
use crate::host::{Category, Host};
use std::borrow::Cow;

/// Returns what the API keeps of `address`, or `None` if the API rejects it.
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

/// Returns the local part in normalization form C.
fn read_local_part<'t>(given: &'t str, host: &dyn Host) -> Option<Cow<'t, str>> {
    if !is_local_part(given, host) {
        return None;
    }
    // Composition can produce ASCII characters, of which some are not permitted.
    let composed = host.compose(given);
    (composed == given || is_local_part(&composed, host)).then_some(composed)
}

/// Returns whether `local` is one or more safe atoms with single dots between them.
fn is_local_part(local: &str, host: &dyn Host) -> bool {
    if local.is_ascii() {
        return ascii::is_local_part(local);
    }
    grammar::is_local_part(local) && is_safe(local, host)
}

/// Returns whether all characters beyond ASCII are visible, and the first is not a mark.
fn is_safe(text: &str, host: &dyn Host) -> bool {
    text.char_indices().filter(|(_, c)| !c.is_ascii()).all(|(place, c)| match host.category(c) {
        Category::Mark | Category::SpacingMark | Category::EnclosingMark => place > 0,
        category => category != Category::Other,
    })
}

/// A domain name in both forms.
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
        // Mapping can produce ASCII characters.
        let ascii = host.map_domain(given).filter(|mapped| ascii::is_host_charset(mapped))?;
        let mut domain = String::with_capacity(given.len());
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

/// Returns whether the compatibility mapping of `c` contains a dot, as that of `⒈` does. The full stops of IDNA, such
/// as `。`, are not among these characters.
fn is_dot_in_disguise(c: char) -> bool {
    matches!(
        c,
        '\u{2024}'..='\u{2026}' | '\u{2488}'..='\u{249b}' | '\u{33c2}' | '\u{33c7}' | '\u{33d8}'
            | '\u{fe52}' | '\u{1f100}'
    )
}
