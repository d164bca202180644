//! The Bidi rule for domain names (RFC 5893, section 2; fact file, section 4.2).
//!
//! - It holds for domains with a right-to-left character, then for *every* label.
//! - A label starts with a letter of its direction, and may not hold letters of the other.
//! - It ends in a letter or number, combining marks aside.
//! - A right-to-left label has European or Arabic numbers, not both.

use unicode_bidi::BidiClass::{self, *};

/// Whether `domain`, its labels in Unicode, obeys the rule.
pub(super) fn obeys_rule(domain: &str) -> bool {
    !domain.chars().any(|c| !c.is_ascii() && matches!(class(c), R | AL | AN))
        || domain.split('.').all(label_obeys_rule)
}

/// The six conditions for one label.
fn label_obeys_rule(label: &str) -> bool {
    let classes = || label.chars().map(class);
    let Some(last) = classes().rfind(|class| *class != NSM) else {
        return false;
    };
    match classes().next() {
        Some(R | AL) => {
            classes().all(|class| is_neutral(class) || matches!(class, R | AL | AN | EN))
                && matches!(last, R | AL | EN | AN)
                && !(classes().any(|class| class == EN) && classes().any(|class| class == AN))
        }
        Some(L) => {
            classes().all(|class| is_neutral(class) || matches!(class, L | EN)) && matches!(last, L | EN)
        }
        _ => false,
    }
}

/// The class of `c` in Unicode 14; the crate is newer, which shows in one permitted character.
fn class(c: char) -> BidiClass {
    if c == '\u{1171e}' { NSM } else { unicode_bidi::bidi_class(c) }
}

/// Classes that labels of both directions may hold.
fn is_neutral(class: BidiClass) -> bool {
    matches!(class, ES | CS | ET | ON | BN | NSM)
}

#[cfg(test)]
mod tests {
    use super::obeys_rule;

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
            assert!(obeys_rule(domain), "{domain}");
        }
        for domain in ["1.אב.com", "אבa.com", "aא.com", "1אב.com", "אב-.com", "א1٣.com", "٣.com", "אב.co-"]
        {
            assert!(!obeys_rule(domain), "{domain}");
        }
    }
}
