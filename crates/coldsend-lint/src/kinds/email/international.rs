//! Addresses beyond plain ASCII (fact file, section 4.2).
//!
//! - Local part: atoms of ASCII and any letters, numbers, signs and marks; composed, then judged again.
//! - Domain: mapped by UTS 46, then read label by label as IDNA 2008 wants it.
//! - White space, controls, format characters and what is unassigned are refused in both.
//! - As given, as kept and with an ASCII domain, the address has 254 bytes at most.

use super::idna2008::Label;
use super::unicode::{Category, Unicode, category};
use super::{MAX_BYTES, ascii, bidi, deliverable, grammar};
use std::borrow::Cow;

/// What is kept of `address`, `None` if it is refused.
pub(super) fn normalize(address: &str, unicode: &dyn Unicode) -> Option<String> {
    let (local, domain) = address.split_once('@')?;
    let local = ascii::fold_mailbox(read_local_part(local, unicode)?.into_owned());
    let domain = Domain::read(domain, unicode)?;
    let address_length = |domain: &str| local.len() + 1 + domain.len();
    [address.len(), address_length(&domain.unicode), address_length(&domain.ascii)]
        .iter()
        .all(|&length| length <= MAX_BYTES)
        .then(|| format!("{local}@{}", domain.unicode))
}

/// The composed local part.
fn read_local_part<'t>(given: &'t str, unicode: &dyn Unicode) -> Option<Cow<'t, str>> {
    if !is_local_part(given) {
        return None;
    }
    // Composing can turn letters into ASCII, not all of it permitted.
    let composed = unicode.compose(given);
    (composed == given || is_local_part(&composed)).then_some(composed)
}

/// Whether `local` is one or more safe atoms with single dots between them.
fn is_local_part(local: &str) -> bool {
    if local.is_ascii() {
        return ascii::is_local_part(local);
    }
    grammar::is_local_part(local) && is_safe(local)
}

/// Whether all characters show, and the first is no mark.
fn is_safe(text: &str) -> bool {
    let is_mark = |c| matches!(category(c), Category::Mark | Category::SpacingMark | Category::EnclosingMark);
    !text.starts_with(is_mark) && text.chars().all(|c| c.is_ascii() || category(c) != Category::Other)
}

/// A domain name in both its forms.
struct Domain {
    unicode: String,
    ascii: String,
}

impl Domain {
    /// Reads a domain as given.
    fn read(given: &str, unicode: &dyn Unicode) -> Option<Self> {
        if ascii::can_judge_domain(given) {
            return ascii::is_domain(given).then(|| {
                let domain = given.to_ascii_lowercase();
                Self { unicode: domain.clone(), ascii: domain }
            });
        }
        if !ascii::is_host_charset(given) || !is_safe(given) || given.contains(is_dot_in_disguise) {
            return None;
        }
        // Mapping can bring ASCII characters in.
        let mapped = unicode.map_domain(given).filter(|mapped| ascii::is_host_charset(mapped))?;
        let mut domain = Self { unicode: String::new(), ascii: String::new() };
        for (place, label) in mapped.split('.').enumerate() {
            let label = Label::read(label, unicode)?;
            if place > 0 {
                domain.unicode.push('.');
                domain.ascii.push('.');
            }
            domain.unicode += &label.unicode;
            domain.ascii += &label.ascii;
        }
        (deliverable::is_deliverable(&domain.ascii) && bidi::obeys_rule(&domain.unicode)).then_some(domain)
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
