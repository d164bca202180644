//! Cells that were damaged on their way, or that other programs would read in another way.
use super::rule::{self, LeadRule};
use crate::advice::damaged::decoded;
use crate::advice::leftover::may_be_whole;
use crate::advice::text::{left_in, may_be_left};

/// The maximum length of a number that a spreadsheet has shortened, in bytes.
const MAX_NUMBER: usize = 24;
/// The minimum number of digits of a telephone number.
const MIN_PHONE: usize = 7;

/// Whether a cell that begins with this byte may be blank, or there may be advice on it.
static ODD: [bool; 256] = {
    let (mut odd, mut byte) = ([false; 256], 0);
    while byte < odd.len() {
        let first = byte as u8;
        odd[byte] = matches!(first, b'=' | b'@' | b'-' | b'+' | b'0'..=b'9')
            || first.is_ascii_whitespace()
            || may_be_whole(&[first]);
        byte += 1;
    }
    odd
};

/// Returns whether a cell may be blank, or there may be advice on it, from its first bytes. That of
/// [`has_signs_in_any`](crate::advice::template::has_signs_in_any) is not seen there.
#[inline]
pub(super) fn may_be_odd(cell: &[u8]) -> bool {
    let Some(first) = cell.first() else { return true };
    ODD[usize::from(*first)]
        && match first {
            b'=' | b'@' | b'-' => true,
            b'+' => !is_phone(cell),
            b'0'..=b'9' => cell.len() <= MAX_NUMBER && cell.contains(&b'+'),
            _ => first.is_ascii_whitespace() || may_be_left(cell),
        }
}

/// Returns the rule of which a cell gives advice, and what varies in its message.
#[inline(never)]
pub(super) fn advice(cell: &str) -> Option<(&'static LeadRule, String)> {
    let first = *cell.as_bytes().first()?;
    if !cell.is_ascii()
        && let Some(found) = mojibake(cell)
    {
        let what = match found {
            "\u{FFFD}" => "`, in place of a character that was lost",
            _ => "`, which is UTF-8 that was read as another encoding",
        };
        return Some((&rule::MOJIBAKE, ["`", found, what].concat()));
    }
    if let Some(left) = left_in(cell) {
        return Some((&rule::LEFTOVER, left.to_owned()));
    }
    match first {
        b'+' | b'-' if is_number(cell) => return None,
        b'=' | b'@' | b'-' => return Some((&rule::FORMULA, ["`", &cell[..1], "`"].concat())),
        b'+' if !is_phone(cell.as_bytes()) => return Some((&rule::FORMULA, "`+`".to_owned())),
        b'0'..=b'9' if is_shortened(cell) => return Some((&rule::NUMBER, String::new())),
        _ => {}
    }
    None
}

/// Returns whether a text is only a number with a sign.
fn is_number(text: &str) -> bool {
    let rest = text.get(1..).unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','))
}

/// Returns whether a text is only an international telephone number.
fn is_phone(text: &[u8]) -> bool {
    let class = |byte: &u8| PHONE[usize::from(*byte)];
    let count = |(digits, all), byte| (digits + usize::from(class(byte) == DIGIT), all & class(byte));
    let (digits, all) = text.iter().skip(1).fold((0, DIGIT), count);
    all & PHONE_PART > 0 && digits >= MIN_PHONE
}

/// Whether each byte is part of a telephone number, and is a digit.
static PHONE: [u8; 256] = {
    let (mut classes, mut byte) = ([0; 256], 0);
    while byte < classes.len() {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b' ' | b'(' | b')' | b'.' | b'/' | b'-' => PHONE_PART,
            _ => 0,
        };
        byte += 1;
    }
    classes
};
const PHONE_PART: u8 = 1;
const DIGIT: u8 = 2 | PHONE_PART;

/// Returns whether a text is a number as spreadsheets show long ones, such as `4.91512E+11`.
fn is_shortened(text: &str) -> bool {
    if text.len() > MAX_NUMBER {
        return false;
    }
    let Some((number, exponent)) = text.split_once(['E', 'e']) else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    is_digits(whole) && is_digits(fraction) && exponent.strip_prefix('+').is_some_and(is_digits)
}

/// Returns the characters that UTF-8 becomes if it is read as Windows-1252, or those that stand for what was lost.
fn mojibake(text: &str) -> Option<&str> {
    text.char_indices().filter(|(_, c)| !c.is_ascii()).find_map(|(start, _)| {
        let (_, length) = decoded(text.as_bytes(), start)?;
        text.get(start..start + length)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::template::has_signs_in_any;

    fn found(cell: &str) -> Option<(&'static str, String)> {
        let found = advice(cell).map(|(rule, what)| (rule.info.id, what));
        let is_seen = may_be_odd(cell.as_bytes()) || has_signs_in_any(cell.as_bytes());
        assert!(found.is_none() || is_seen, "{cell}");
        found
    }

    #[test]
    fn damaged_cells_are_found() {
        for (cell, rule, what) in [
            ("#N/A", "leftover-value", "#N/A"),
            ("undefined", "leftover-value", "undefined"),
            ("-", "leftover-value", "-"),
            ("{{first_name}}", "leftover-value", "a placeholder"),
            ("[object Object]", "leftover-value", "[object Object]"),
            ("=cmd|calc", "lead-formula", "`=`"),
            ("@SUM(A1)", "lead-formula", "`@`"),
            ("+1+1", "lead-formula", "`+`"),
            ("-1+1", "lead-formula", "`-`"),
            ("1.2E+11", "lead-number", ""),
            ("4,91512E+11", "lead-number", ""),
            ("MÃ¼ller", "lead-mojibake", "`Ã¼`, which is UTF-8 that was read as another encoding"),
            ("Donâ€™t", "lead-mojibake", "`â€`, which is UTF-8 that was read as another encoding"),
            ("M\u{FFFD}ller", "lead-mojibake", "`\u{FFFD}`, in place of a character that was lost"),
        ] {
            assert_eq!(found(cell), Some((rule, what.to_owned())), "{cell}");
        }
    }

    #[test]
    fn good_cells_are_not() {
        for cell in [
            "",
            "Ada",
            "Müller",
            "SÃO PAULO",
            "Âge",
            "Null",
            "+49 151 234567",
            "0049151",
            "3E5",
            "1.5",
            "E+11",
            "Zoë",
            "A & B: c",
            "Fish & Chips #1",
            "50%",
            "Smith-Jones",
            "[name]",
            "“Ä”",
            "10,5",
        ] {
            assert_eq!(found(cell), None, "{cell}");
        }
    }
}
