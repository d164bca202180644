//! The Bidi rule for domain names (RFC 5893, section 2; facts.md 4.2).
//!
//! - It holds for domains with a right-to-left character, then for *every* label.
//! - A label starts with a letter of its direction, and may not hold letters of the other.
//! - It ends in a letter or number, combining marks aside.
//! - A right-to-left label has European or Arabic numbers, not both.

use crate::host::{Category, Host};
use Class::{Arabic, European, Left, Mark, Neutral, Right};

/// The classes of Unicode's Bidi algorithm, as far as the rule tells them apart, of what labels may hold.
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

/// Whether `domain`, its labels in Unicode, obeys the rule.
pub(super) fn obeys_rule(domain: &str, host: &dyn Host) -> bool {
    !domain.chars().any(|c| !c.is_ascii() && matches!(class(c, host), Right | Arabic))
        || domain.split('.').all(|label| label_obeys_rule(label, host))
}

/// The six conditions for one label.
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

/// The class of a character that labels may hold, in Unicode 14.
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
        // Marks that show their direction although they take no room.
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
