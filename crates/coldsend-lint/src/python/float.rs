//! Python's `float`: read from a string or a literal, written as text, and truncated.
//!
//! White space around a string is stripped. The rest is an optional sign and either a number, or `inf`, `infinity` or
//! `nan` in any letter case. A number has digits of any script with single `_` between them, may be written as `.5` or
//! `5.`, and may have an exponent. The text of a float is the shortest that reads back as the same float; it always
//! has a point or an exponent. Facts: pydantic_v1.md 2.2 and 2.6.
use super::{digit, int, is_space, signed};
use crate::host::Host;
use crate::json;
use std::borrow::Cow;

/// The layout of a float: the width of the mantissa without its first bit, that bit, and the mask and the bias of the
/// exponent.
const MANTISSA: u32 = 52;
const IMPLICIT: u64 = 1 << MANTISSA;
const EXPONENT: u64 = 0x7FF;
const BIAS: u32 = 1023;

/// Reads a string as `float()` does.
pub(crate) fn parse(text: &str, host: &dyn Host) -> Option<f64> {
    let (negative, size) = signed(text.trim_matches(is_space));
    let value = if size.eq_ignore_ascii_case("inf") || size.eq_ignore_ascii_case("infinity") {
        f64::INFINITY
    } else if size.eq_ignore_ascii_case("nan") {
        f64::NAN
    } else {
        let plain = plain(size)?;
        is_number(&plain).then(|| value(&plain, host))?
    };
    Some(if negative { -value } else { value })
}

/// Reads a literal of a document: a number, `NaN`, `Infinity` or `-Infinity`.
pub(crate) fn literal(text: &str, host: &dyn Host) -> f64 {
    let (negative, size) = signed(text);
    let value = match size {
        "Infinity" => f64::INFINITY,
        "NaN" => f64::NAN,
        number => value(number, host),
    };
    if negative { -value } else { value }
}

/// Converts digits to ASCII and removes the `_` between digits. Returns `None` if a `_` is elsewhere.
fn plain(text: &str) -> Option<Cow<'_, str>> {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'_') {
        return Some(Cow::Borrowed(text));
    }
    let mut plain = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        let c = digit(c).map_or(c, |value| char::from(b'0' | value));
        match (last, c) {
            (before, '_') if before.is_ascii_digit() => {}
            (_, '_') => return None,
            ('_', after) if !after.is_ascii_digit() => return None,
            _ => plain.push(c),
        }
        last = c;
    }
    (last != '_').then_some(Cow::Owned(plain))
}

/// Returns whether the text consists of digits, an optional point before, between or after them, and an optional
/// exponent.
fn is_number(text: &str) -> bool {
    let fraction = after_digits(text);
    let exponent = fraction.strip_prefix('.').map_or(fraction, after_digits);
    let is_size = starts_with_digit(text) || fraction.strip_prefix('.').is_some_and(starts_with_digit);
    is_size
        && match exponent.strip_prefix(['e', 'E']) {
            Some(exponent) => {
                let (_, exponent) = signed(exponent);
                starts_with_digit(exponent) && after_digits(exponent).is_empty()
            }
            None => exponent.is_empty(),
        }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn after_digits(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_digit())
}

/// Returns the value of a literal of any length.
fn value(literal: &str, host: &dyn Host) -> f64 {
    /// A shorter literal has too few digits to balance an exponent that is too large for a host.
    const SHORT: usize = 1000;
    if literal.len() < SHORT { host.float(literal) } else { host.float(&shortened(literal)) }
}

/// Returns a literal of fewer digits with the same value. A number halfway between two floats has fewer than 800
/// digits, so all that matters of further digits is whether any of them is not zero.
fn shortened(literal: &str) -> String {
    const DIGITS: usize = 800;
    let (size, exponent) = literal.split_once(['e', 'E']).unwrap_or((literal, "0"));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let zeros = size.chars().take_while(|c| matches!(c, '0' | '.')).filter(|c| *c == '0').count();
    let mut digits = whole.chars().chain(fraction.chars()).skip(zeros);
    let mut short: String = ".".into();
    short.extend(digits.by_ref().take(DIGITS));
    short.push(if digits.any(|c| c != '0') { '1' } else { '0' });
    let length = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let point =
        length(whole.len()).saturating_sub(length(zeros)).saturating_add(int::literal(exponent.as_bytes()));
    // Beyond these exponents, the value is 0 or infinite in any case.
    short + "e" + &json::number(point.clamp(-9999, 9999))
}

/// Writes a number as Python's `repr()` does.
pub(crate) fn repr(number: f64, host: &dyn Host) -> String {
    if !number.is_finite() {
        let size = if number.is_nan() { "nan" } else { "inf" };
        return [if number < 0.0 { "-" } else { "" }, size].concat();
    }
    let shortest = shortest(number.abs(), host);
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let exponent = int::literal(exponent.as_bytes());
    let digits = mantissa.chars().filter(|c| *c != '.');
    let mut text = String::from(if number.is_sign_negative() { "-" } else { "" });
    match exponent {
        -4..0 => {
            text += "0.";
            text.extend((exponent..-1).map(|_| '0'));
            text.extend(digits);
        }
        0..16 => {
            // The digits, padded with zeros up to the point and to one digit after it.
            let mut digits = digits.fuse();
            text.extend((0..=exponent).map(|_| digits.next().unwrap_or('0')));
            text.push('.');
            text.push(digits.next().unwrap_or('0'));
            text.extend(digits);
        }
        _ => {
            let sign = if exponent < 0 { "-" } else { "+" };
            let zero = if exponent.abs() < 10 { "0" } else { "" };
            text += &[mantissa, "e", sign, zero, &json::digits(exponent.unsigned_abs())].concat();
        }
    }
    text
}

/// Returns the shortest text that reads back as the same number. Of two such texts, Python chooses the nearer one, or
/// the even one if both are equally near. In the latter case, the host may have chosen the upper one.
fn shortest(number: f64, host: &dyn Host) -> String {
    let text = host.shortest(number);
    below(number, &text, host).unwrap_or(text)
}

/// Returns the text below an odd one, if the number is halfway between them and both read back as the number.
fn below(number: f64, text: &str, host: &dyn Host) -> Option<String> {
    let (mantissa, exponent) = text.split_once('e')?;
    let last = mantissa.chars().next_back()?;
    let even = char::from(b'0' | (digit(last).filter(|value| value % 2 == 1)? - 1));
    // Written exactly, a number has as many decimal places as binary places, and the last digit is a 5.
    let decimals =
        i64::try_from(mantissa.len()).ok()?.saturating_sub(2).max(0) - int::literal(exponent.as_bytes());
    if decimals + 1 != binary_places(number) {
        return None;
    }
    let text = [mantissa.strip_suffix(last)?, &even.to_string(), "e", exponent].concat();
    (host.float(&text) == number).then_some(text)
}

/// Returns the number of binary places of a number that is not subnormal.
fn binary_places(number: f64) -> i64 {
    let bits = number.to_bits();
    let unused = (bits | IMPLICIT).trailing_zeros();
    i64::from(BIAS + MANTISSA) - i64::from(unused) - ((bits >> MANTISSA) & EXPONENT) as i64
}

/// Returns the integer part, or the nearest 64-bit integer if it is too large. Returns `None` for NaN and the
/// infinities.
pub(crate) fn truncate(number: f64) -> Option<i64> {
    number.is_finite().then_some(number as i64)
}

/// Returns the integer part as Python prints it, or `None` for NaN and the infinities.
pub(crate) fn truncate_exact(number: f64) -> Option<String> {
    /// Below this bound, the integer part fits into 64 bits.
    const SMALL: f64 = (1u64 << 63) as f64;
    let value = truncate(number)?;
    if number.abs() < SMALL {
        return Some(json::number(value));
    }
    let sign = if number < 0.0 { "-" } else { "" };
    Some([sign, &large(number.to_bits())].concat())
}

/// Returns the digits of a float of 2⁶³ or more. Its bits are a number of 53 bits and how often to double it.
fn large(bits: u64) -> String {
    /// A limb has eighteen digits, so that its double fits into 64 bits.
    const LIMB: u64 = 1_000_000_000_000_000_000;
    let mantissa = bits & (IMPLICIT - 1) | IMPLICIT;
    let doublings = ((bits >> MANTISSA) & EXPONENT).saturating_sub(u64::from(BIAS + MANTISSA));
    let mut limbs = vec![mantissa];
    for _ in 0..doublings {
        let mut carry = 0;
        for limb in &mut limbs {
            let doubled = *limb * 2 + carry;
            (*limb, carry) = (doubled % LIMB, doubled / LIMB);
        }
        if carry > 0 {
            limbs.push(carry);
        }
    }
    let mut limbs = limbs.iter().rev();
    let first = limbs.next().copied().map(json::digits).unwrap_or_default();
    // Other limbs keep their leading zeros: adding `LIMB` prepends a 1, which is then removed.
    limbs.fold(first, |text, limb| text + json::digits(LIMB + limb).get(1..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Native;

    /// Strings, and how CPython 3.11 prints them as floats.
    const READ: [(&str, &str); 30] = [
        ("0", "0.0"),
        ("5", "5.0"),
        ("-5", "-5.0"),
        ("+5", "5.0"),
        ("5.", "5.0"),
        (".5", "0.5"),
        ("-.5", "-0.5"),
        ("1e5", "100000.0"),
        ("1E+5", "100000.0"),
        ("1e-5", "1e-05"),
        ("5.e1", "50.0"),
        (".5e1", "5.0"),
        ("1_0.5_0", "10.5"),
        ("1e1_0", "10000000000.0"),
        ("1_0e1_0", "100000000000.0"),
        ("٣.٥", "3.5"),
        ("１e２", "100.0"),
        ("\u{3000} 5\u{2029}", "5.0"),
        ("inf", "inf"),
        ("-Inf", "-inf"),
        ("+INFINITY", "inf"),
        ("nan", "nan"),
        ("-NaN", "nan"),
        ("infinity ", "inf"),
        ("1e400", "inf"),
        ("-1e400", "-inf"),
        ("1e-400", "0.0"),
        ("-0", "-0.0"),
        ("20240115", "20240115.0"),
        ("300000000000000000001", "3e+20"),
    ];

    /// Strings that CPython rejects.
    const REFUSED: [&str; 34] = [
        "",
        ".",
        "+",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "5..",
        "1.5.",
        "1__0",
        "_1",
        "1_",
        "1_.5",
        "1._5",
        "1_e5",
        "1e_5",
        "1e+_5",
        "+_5",
        "+ 5",
        "--5",
        "0x10",
        "1,5",
        "1 5",
        "infin",
        "in",
        "nann",
        "\u{1C}5",
        "5\u{1F}",
        "5\u{0}",
        "\u{0}",
        "１．５",
        "−5",
        "i_nf",
        "ınf",
    ];

    /// Literals, and how CPython prints the numbers.
    const LITERALS: [(&str, &str); 34] = [
        ("0", "0.0"),
        ("5", "5.0"),
        ("12345678901234567890", "1.2345678901234567e+19"),
        ("9007199254740993", "9007199254740992.0"),
        ("-0.0", "-0.0"),
        ("0.0", "0.0"),
        ("1.0", "1.0"),
        ("1e2", "100.0"),
        ("1e15", "1000000000000000.0"),
        ("1e16", "1e+16"),
        ("1e22", "1e+22"),
        ("1e23", "1e+23"),
        ("123456789012345680.0", "1.2345678901234568e+17"),
        ("1e-4", "0.0001"),
        ("1e-5", "1e-05"),
        ("0.00012345", "0.00012345"),
        ("1.5e-7", "1.5e-07"),
        ("5e-324", "5e-324"),
        ("2.2250738585072014e-308", "2.2250738585072014e-308"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("1e400", "inf"),
        ("-1e400", "-inf"),
        ("NaN", "nan"),
        ("Infinity", "inf"),
        ("-Infinity", "-inf"),
        ("100.99999999999999999", "101.0"),
        ("0.1", "0.1"),
        ("1e300", "1e+300"),
        ("1000000000000000.25", "1000000000000000.2"),
        ("1000000000000000.75", "1000000000000000.8"),
        ("9314877985.5703125", "9314877985.570312"),
        ("5.9604644775390625e-08", "5.960464477539063e-08"),
        ("5.684341886080802e-14", "5.684341886080802e-14"),
        ("123456789.125", "123456789.125"),
    ];

    /// Literals, and their integer parts.
    const TRUNCATED: [(&str, &str); 19] = [
        ("0.0", "0"),
        ("-0.0", "0"),
        ("-0.5", "0"),
        ("1.9", "1"),
        ("100.99", "100"),
        ("-7.5", "-7"),
        ("1e15", "1000000000000000"),
        ("9223372036854775807.0", "9223372036854775808"),
        ("9223372036854774784.0", "9223372036854774784"),
        ("-9223372036854775808.0", "-9223372036854775808"),
        ("-9223372036854775809e1", "-92233720368547758080"),
        ("1e18", "1000000000000000000"),
        ("1e19", "10000000000000000000"),
        ("-1e19", "-10000000000000000000"),
        ("1e22", "10000000000000000000000"),
        ("1e23", "99999999999999991611392"),
        ("3e36", "2999999999999999979687959532377473024"),
        (
            "1e300",
            "1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160",
        ),
        (
            "1.7976931348623157e308",
            "179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368",
        ),
    ];

    #[test]
    fn strings_as_python_reads_them() {
        for (text, printed) in READ {
            assert_eq!(
                parse(text, &Native).map(|number| repr(number, &Native)).as_deref(),
                Some(printed),
                "{text:?}"
            );
        }
        for text in REFUSED {
            assert_eq!(parse(text, &Native), None, "{text:?}");
        }
    }

    #[test]
    fn literals_and_texts() {
        for (text, printed) in LITERALS {
            assert_eq!(repr(literal(text, &Native), &Native), printed, "{text}");
        }
    }

    #[test]
    fn long_literals_are_read_exactly() {
        let zeros = "0".repeat(100_000);
        // 2⁵³ + 1 is halfway between two floats, of which Python chooses the even one.
        let table = [
            (format!("0.{zeros}1e100001"), 1.0),
            (format!("1{zeros}e-100000"), 1.0),
            (format!("{zeros}1e-{zeros}2"), 0.01),
            (format!("1{zeros}"), f64::INFINITY),
            (format!("0.{zeros}1"), 0.0),
            (format!("0.{zeros}e9"), 0.0),
            (format!("9007199254740993.{zeros}"), 9_007_199_254_740_992.0),
            (format!("9007199254740993.{zeros}1"), 9_007_199_254_740_994.0),
            (format!("1e{}", "9".repeat(2000)), f64::INFINITY),
            (format!("-1e-{}", "9".repeat(2000)), -0.0),
        ];
        for (text, value) in table {
            assert_eq!(literal(&text, &Native).to_bits(), value.to_bits(), "{}", text.len());
            assert_eq!(parse(&text, &Native).map(f64::to_bits), Some(value.to_bits()));
        }
    }

    #[test]
    fn integer_parts() {
        for (text, printed) in TRUNCATED {
            let number = literal(text, &Native);
            assert_eq!(truncate_exact(number).as_deref(), Some(printed), "{text}");
            let end = if number < 0.0 { i64::MIN } else { i64::MAX };
            assert_eq!(truncate(number), Some(printed.parse().unwrap_or(end)), "{text}");
        }
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!((truncate(number), truncate_exact(number)), (None, None));
        }
    }
}
