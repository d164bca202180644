//! Python's `int()`, for strings and for the integer literals of a document.
//!
//! A string must not have more than 4,300 code points, white space included. White space around it is stripped. The
//! rest is an optional sign and digits of any script, with single `_` between them. Python's integers are unbounded.
//! Here, an integer saturates at 64 bits, which is beyond every bound of the API, or is kept as digits. Facts:
//! pydantic_v1.md 2.3.
use super::{digit, is_grouped, is_space, signed};

const MAX_LENGTH: usize = 4300;

/// Returns the value of a string, or the nearest 64-bit integer if it is too large.
pub(crate) fn parse(text: &str) -> Option<i64> {
    if let Some(value) = short(text.as_bytes()) {
        return Some(value);
    }
    let (negative, size) = split(text)?;
    Some(saturating(negative, size))
}

/// Returns the value of a string as Python prints it.
pub(crate) fn canonical(text: &str) -> Option<String> {
    let (negative, size) = split(text)?;
    let digits: String = size
        .chars()
        .filter_map(digit)
        .skip_while(|value| *value == 0)
        .map(|value| char::from(b'0' | value))
        .collect();
    Some(match digits.is_empty() {
        true => "0".into(),
        false if negative => ["-", &digits].concat(),
        false => digits,
    })
}

/// Returns the value of an integer literal, or the nearest 64-bit integer if it is too large.
#[inline]
pub(crate) fn literal(text: &[u8]) -> i64 {
    if let Some(value) = short(text) {
        return value;
    }
    let (negative, size) = signed(std::str::from_utf8(text).unwrap_or_default());
    saturating(negative, size)
}

/// Returns the value of the usual form: ASCII digits, too few to overflow.
fn short(text: &[u8]) -> Option<i64> {
    match text.len() {
        1..=18 => text
            .iter()
            .try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + i64::from(byte & 0x0F))),
        _ => None,
    }
}

/// Returns whether the number is negative, and its digits, if the text is an integer.
fn split(text: &str) -> Option<(bool, &str)> {
    // A text of few bytes has few code points, which need no counting.
    if text.len() > MAX_LENGTH && text.chars().nth(MAX_LENGTH).is_some() {
        return None;
    }
    let (negative, size) = signed(text.trim_matches(is_space));
    is_grouped(size.chars(), |c| digit(c).is_some()).then_some((negative, size))
}

/// Returns the value of the digits, saturated to 64 bits. Negative numbers are summed as negative numbers, because
/// there is one more of them.
fn saturating(negative: bool, size: &str) -> i64 {
    size.chars().filter_map(digit).map(i64::from).fold(0, |value: i64, digit| {
        value.saturating_mul(10).saturating_add(if negative { -digit } else { digit })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Strings, and how CPython 3.11 prints them as integers.
    const READ: [(&str, &str); 19] = [
        ("0", "0"),
        ("7", "7"),
        ("007", "7"),
        ("-0", "0"),
        ("+5", "5"),
        ("-5", "-5"),
        (" 12 ", "12"),
        ("1_000", "1000"),
        ("٣", "3"),
        ("５", "5"),
        ("1٣५", "135"),
        ("１_٣", "13"),
        ("-１２", "-12"),
        ("\u{3000}\u{85} 9\u{2028}\t", "9"),
        ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", "9223372036854775808"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("-9223372036854775809", "-9223372036854775809"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ];

    /// Strings that CPython rejects.
    const REFUSED: [&str; 29] = [
        "",
        "  ",
        "+",
        "-",
        "_",
        "1__0",
        "_1",
        "1_",
        "-_1",
        "+ 5",
        "--5",
        "+-5",
        "5.",
        "5.0",
        "5e0",
        "0x7",
        "²",
        "Ⅷ",
        "一",
        "−5",
        "＋5",
        "1\u{0}",
        "\u{0}",
        "1 2",
        "\u{1C}5",
        "5\u{1F}",
        "\u{200B}5",
        "\u{FEFF}5",
        "\u{180E}5",
    ];

    #[test]
    fn strings_as_python_reads_them() {
        for (text, printed) in READ {
            assert_eq!(canonical(text).as_deref(), Some(printed), "{text:?}");
            let end = if printed.starts_with('-') { i64::MIN } else { i64::MAX };
            assert_eq!(parse(text), Some(printed.parse().unwrap_or(end)), "{text:?}");
        }
        for text in REFUSED {
            assert_eq!((parse(text), canonical(text)), (None, None), "{text:?}");
        }
    }

    #[test]
    fn a_string_has_4300_code_points_at_most() {
        for (one, other) in [("1", "1"), ("٣", "٣"), ("0", "1"), (" ", "1"), ("1", " ")] {
            let most = one.repeat(4299) + other;
            assert!(parse(&most).is_some() && canonical(&most).is_some(), "{one:?}{other:?}");
            let more = one.repeat(4300) + other;
            assert!(parse(&more).is_none() && canonical(&more).is_none(), "{one:?}{other:?}");
        }
    }

    #[test]
    fn literals_of_any_length() {
        let table = [
            ("0", 0),
            ("-0", 0),
            ("12", 12),
            ("-12", -12),
            ("9223372036854775807", i64::MAX),
            ("9223372036854775808", i64::MAX),
            ("-9223372036854775807", i64::MIN + 1),
            ("-9223372036854775808", i64::MIN),
            ("-9223372036854775809", i64::MIN),
        ];
        for (text, value) in table {
            assert_eq!(literal(text.as_bytes()), value, "{text}");
        }
        assert_eq!(literal("9".repeat(5000).as_bytes()), i64::MAX);
        assert_eq!(literal(format!("-{}", "9".repeat(5000)).as_bytes()), i64::MIN);
    }
}
