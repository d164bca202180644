//! The Bidi rule for domain names (RFC 5893, section 2; facts.md 4.2).
//!
//! - It applies to domains with a right-to-left character, and then to *every* label.
//! - A label starts with a letter of its direction, and must not contain letters of the other direction.
//! - It ends with a letter or a number, after which combining marks may follow.
//! - A right-to-left label may contain European or Arabic numbers, but not both.

use crate::host::{Category, Host};
use Class::{Arabic, European, Left, Mark, Neutral, Right};

/// The Bidi classes of the characters that labels may contain, as far as the rule distinguishes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// L.
    Left,
    /// R and AL.
    Right,
    /// AN.
    Arabic,
    /// EN.
    European,
    /// NSM.
    Mark,
    /// ES, CS, ET, ON and BN.
    Neutral,
}

/// Returns whether `domain`, its labels in Unicode, obeys the rule.
pub(super) fn obeys_rule(domain: &str, host: &dyn Host) -> bool {
    !domain.chars().any(|c| !c.is_ascii() && matches!(class(c, host), Right | Arabic))
        || domain.split('.').all(|label| label_obeys_rule(label, host))
}

/// Returns whether a label satisfies the six conditions of the rule.
fn label_obeys_rule(label: &str, host: &dyn Host) -> bool {
    let classes = || label.chars().map(|c| class(c, host));
    let Some(last) = classes().rfind(|class| *class != Mark) else {
        return false;
    };
    let holds = |wanted| classes().any(|class| class == wanted);
    match classes().next() {
        Some(Right) => {
            !holds(Left) && matches!(last, Right | European | Arabic) && !(holds(European) && holds(Arabic))
        }
        Some(Left) => !holds(Right) && !holds(Arabic) && matches!(last, Left | European),
        _ => false,
    }
}

/// Returns the class, in Unicode 14, of a character that labels may contain.
fn class(c: char, host: &dyn Host) -> Class {
    let is_right = matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    match c {
        '0'..='9' | '\u{6f0}'..='\u{6f9}' => European,
        '\u{660}'..='\u{669}' | '\u{10d30}'..='\u{10d39}' => Arabic,
        '-'
        | '·'
        | '\u{2b9}'
        | '\u{2ba}'
        | '\u{2c6}'..='\u{2cf}'
        | '\u{2ec}'
        | '\u{375}'
        | '\u{2e2f}'
        | '・' => Neutral,
        '\u{a67f}' | '\u{a717}'..='\u{a71f}' | '\u{a788}' => Neutral,
        // Nonspacing marks that have a direction of their own.
        '\u{cbf}' | '\u{cc6}' | '\u{11a07}' | '\u{11a08}' | '\u{11c3f}' => Left,
        _ => match host.category(c) {
            Category::Mark => Mark,
            _ if is_right => Right,
            _ => Left,
        },
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::super::idna2008::is_permitted;
    use super::*;
    use crate::host::{Host, Native};
    use unicode_bidi::BidiClass;

    #[test]
    fn classes() {
        let mut wrong = Vec::new();
        for c in ('\0'..=char::MAX).filter(|c| {
            is_permitted(*c, &Native) && Native.keeps_label(&c.to_string(), "")
                || "·\u{375}\u{5f3}\u{5f4}・٣۳".contains(*c)
        }) {
            let theirs = match unicode_bidi::bidi_class(c) {
                BidiClass::L => Left,
                BidiClass::R | BidiClass::AL => Right,
                BidiClass::AN => Arabic,
                BidiClass::EN => European,
                BidiClass::NSM => Mark,
                _ => Neutral,
            };
            // The crate is newer than Unicode 14.
            if class(c, &Native) != theirs && c != '\u{1171e}' {
                wrong.push((format!("{:x}", u32::from(c)), class(c, &Native), theirs));
            }
        }
        assert!(wrong.is_empty(), "{} {wrong:?}", wrong.len());
    }

    #[test]
    fn domains() {
        for domain in [
            "b.co",
            "1.co",
            "-",
            "אב.com",
            "אב1.com",
            "אב\u{5b0}.com",
            "א-ב.co",
            "عربي٣.com",
            "b1.אב",
            "א\u{1171e}.com",
        ] {
            assert!(obeys_rule(domain, &Native), "{domain}");
        }
        for domain in ["1.אב.com", "אבa.com", "aא.com", "1אב.com", "אב-.com", "א1٣.com", "٣.com", "אב.co-"]
        {
            assert!(!obeys_rule(domain, &Native), "{domain}");
        }
    }
}
