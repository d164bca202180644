//! Labels of international domain names (IDNA 2008; facts.md 4.2).
//!
//! - A label in Unicode is in normalization form C, does not start with a mark, and has only permitted characters.
//! - Lowercase letters, marks and decimal digits are permitted (RFC 5892), with the exceptions listed here.
//! - Some characters are permitted only in certain contexts (RFC 5892, appendix A).
//! - Joiners have such a rule, too, but the rules for e-mail addresses reject them everywhere.
//! - A label in Punycode must be the canonical spelling of a valid label in Unicode.

use super::deliverable::MAX_LABEL;
use crate::host::punycode::{self, PREFIX};
use crate::host::{Category, Host};
use std::borrow::Cow;

/// Returns the Unicode form of a mapped label, which may be in Punycode, or `None` if the label is invalid.
pub(super) fn read<'l>(label: &'l str, host: &dyn Host) -> Option<Cow<'l, str>> {
    let is_bounded = !label.is_empty() && label.len() <= MAX_LABEL && label.is_ascii();
    if !is_bounded || label.starts_with('-') || label.ends_with('-') {
        return None;
    }
    match label.strip_prefix(PREFIX) {
        Some(encoded) => {
            let decoded = punycode::decode(encoded)?;
            is_unicode_label(&decoded, label, host).then_some(Cow::Owned(decoded))
        }
        None => (!has_reserved_hyphens(label)).then_some(Cow::Borrowed(label)),
    }
}

/// Returns whether `label`, whose Punycode is `ascii`, is valid without being mapped. Does not check the Bidi rule.
fn is_unicode_label(label: &str, ascii: &str, host: &dyn Host) -> bool {
    let starts_with_mark = label.chars().next().is_none_or(|c| is_mark(c, host));
    !starts_with_mark
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !has_reserved_hyphens(label)
        && label.char_indices().all(|(place, c)| {
            let (before, after) = (&label[..place], &label[place + c.len_utf8()..]);
            fits_context(c, before, after).unwrap_or_else(|| is_permitted(c, host))
        })
        && host.compose(label) == label
        && host.keeps_label(label, ascii)
}

/// Returns whether the third and fourth characters of `label` are hyphens, which only Punycode may have.
pub(super) fn has_reserved_hyphens(label: &str) -> bool {
    let mut chars = label.chars().skip(2);
    chars.next() == Some('-') && chars.next() == Some('-')
}

fn is_mark(c: char, host: &dyn Host) -> bool {
    matches!(host.category(c), Category::Mark | Category::SpacingMark)
}

/// Returns whether `c` may be in any label (PVALID), provided that mapping does not change it.
pub(super) fn is_permitted(c: char, host: &dyn Host) -> bool {
    match c {
        '-' | '0'..='9' | 'a'..='z' => true,
        // Exceptions (RFC 5892, section 2.6).
        'ß' | 'ς' | '\u{6fd}' | '\u{6fe}' | '\u{f0b}' | '〇' => true,
        '\u{640}' | '\u{7fa}' | '\u{302e}' | '\u{302f}' | '\u{3031}'..='\u{3035}' | '\u{303b}' => false,
        // Jamo of Old Hangul (2.9), then marks for symbols and for music (2.4).
        '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}' => false,
        '\u{20d0}'..='\u{20ff}' | '\u{1d100}'..='\u{1d24f}' => false,
        _ => matches!(
            host.category(c),
            Category::Capital | Category::LetterOrDigit | Category::Mark | Category::SpacingMark
        ),
    }
}

/// Returns whether `c` may be between `before` and `after`, or `None` if it has no contextual rule (CONTEXTO).
fn fits_context(c: char, before: &str, after: &str) -> Option<bool> {
    let others = || before.chars().chain(after.chars());
    Some(match c {
        '·' => before.ends_with('l') && after.starts_with('l'),
        '\u{375}' => after.starts_with(is_greek),
        '\u{5f3}' | '\u{5f4}' => before.ends_with(is_hebrew),
        '・' => others().any(is_japanese),
        '\u{660}'..='\u{669}' => !others().any(|c| matches!(c, '\u{6f0}'..='\u{6f9}')),
        '\u{6f0}'..='\u{6f9}' => !others().any(|c| matches!(c, '\u{660}'..='\u{669}')),
        _ => return None,
    })
}

/// Returns whether the script of `c` is Greek. Characters of other scripts in the ranges here and below are not
/// permitted in any label.
fn is_greek(c: char) -> bool {
    matches!(
        c,
        '\u{371}'..='\u{3e1}' | '\u{3f3}'..='\u{3fc}' | '\u{1d26}'..='\u{1d2a}' | '\u{1f00}'..='\u{1ff6}'
            | '\u{ab65}'
    )
}

/// Returns whether the script of `c` is Hebrew.
fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5f4}' | '\u{fb1e}')
}

/// Returns whether the script of `c` is Hiragana, Katakana or Han.
fn is_japanese(c: char) -> bool {
    matches!(
        c,
        '\u{3005}' | '\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{30fa}' | '\u{30fd}'..='\u{30fe}'
            | '\u{31f0}'..='\u{9fff}' | '\u{fa0e}'..='\u{fa29}' | '\u{16fe3}' | '\u{16ff0}'..='\u{16ff1}'
            | '\u{1aff0}'..='\u{1b167}' | '\u{20000}'..='\u{3134a}'
    )
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use crate::host::Native;
    use crate::host::punycode::push_ascii;

    /// Reads `label`, in Punycode if it is not ASCII, and joins its two forms.
    fn read(label: &str) -> Option<String> {
        let mut ascii = String::new();
        push_ascii(&mut ascii, label)?;
        super::read(&ascii, &Native).map(|label| format!("{label} {ascii}"))
    }

    #[test]
    fn both_forms() {
        for (label, forms) in [
            ("b-1", "b-1 b-1"),
            ("bücher", "bücher xn--bcher-kva"),
            ("xn--bcher-kva", "bücher xn--bcher-kva"),
            ("faß", "faß xn--fa-hia"),
        ] {
            assert_eq!(read(label).as_deref(), Some(forms));
        }
    }

    #[test]
    fn permitted() {
        for label in
            ["例え", "〇", "ελλάς", "क\u{94d}ष", "l·l", "\u{375}α", "א\u{5f3}", "カ・", "\u{661}\u{662}"]
        {
            assert!(read(label).is_some(), "{label}");
        }
        for label in [
            "",
            "-b",
            "é-",
            "éé--é",
            "\u{301}b",
            "e\u{301}",
            "É",
            "😀",
            "ｂ",
            "½",
            "กำ",
            "\u{20dd}",
            "\u{1112}\u{1161}",
            "ـ",
            "क\u{94d}\u{200d}ष",
            "l·a",
            "é·",
            "\u{375}a",
            "\u{5f3}א",
            "a・",
            "\u{661}\u{6f1}",
        ] {
            assert_eq!(read(label), None, "{label}");
        }
    }

    #[test]
    fn punycode() {
        for label in ["xn--", "xn--abc", "xn--a", "xn---foo", "xn--99999999", "xn--e28h", "xn--é"] {
            assert_eq!(read(label), None, "{label}");
        }
    }

    #[test]
    fn length_is_that_of_the_ascii_form() {
        for (label, valid) in
            [("é".repeat(57), true), ("é".repeat(58), false), ("b".repeat(63), true), ("b".repeat(64), false)]
        {
            assert_eq!(read(&label).is_some(), valid, "{label}");
        }
    }
}
