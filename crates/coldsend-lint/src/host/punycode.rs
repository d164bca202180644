//! Punycode (RFC 3492), as needed for `xn--` labels (facts.md 4.2).
//!
//! - [`decode`] converts what follows `xn--` to the Unicode label.
//! - [`encode`] is its inverse. Each label has only one spelling.
//! - Callers limit the length, because both directions take quadratic time.
//! - Arithmetic that could overflow is checked, so no input causes a panic.

/// The prefix of every label in Punycode.
pub(crate) const PREFIX: &str = "xn--";

// The parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

/// Appends a label, in Punycode unless it is ASCII. Returns `None` if it is far too long.
#[cfg(feature = "native")]
pub(crate) fn push_ascii(out: &mut String, label: &str) -> Option<()> {
    if label.is_ascii() {
        out.push_str(label);
        return Some(());
    }
    out.push_str(PREFIX);
    encode(out, label)
}

/// Returns the label that `encoded` stands for, or `None` if it is invalid or not what [`encode`] returns.
pub(crate) fn decode(encoded: &str) -> Option<String> {
    let (basic, extended) = match encoded.rsplit_once('-') {
        Some(("", _)) => return None,
        Some(parts) => parts,
        None => ("", encoded),
    };
    if extended.is_empty() {
        return None;
    }
    // Each further character takes at least one digit.
    let mut label = Vec::with_capacity(encoded.len());
    label.extend(basic.chars());
    let mut digits = extended.bytes();
    let (mut n, mut i, mut bias) = (INITIAL_N, 0u32, INITIAL_BIAS);
    while digits.len() > 0 {
        let start = i;
        let mut weight = 1u32;
        for k in (BASE..).step_by(BASE as usize) {
            let digit = digit_value(digits.next()?)?;
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let t = threshold(k, bias);
            if digit < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
        }
        let length = u32::try_from(label.len()).ok()?.checked_add(1)?;
        bias = adapt(i - start, length, start == 0);
        n = n.checked_add(i / length)?;
        i %= length;
        label.insert(i as usize, char::from_u32(n)?);
        i += 1;
    }
    Some(label.into_iter().collect())
}

/// Appends the encoding of `label`, without the prefix. Returns `None` if `label` is far too long.
#[cfg(feature = "native")]
fn encode(encoded: &mut String, label: &str) -> Option<()> {
    let code_points: Vec<u32> = label.chars().map(u32::from).collect();
    let before = encoded.len();
    encoded.extend(label.chars().filter(char::is_ascii));
    let mut handled = u32::try_from(encoded.len() - before).ok()?;
    let basic = handled;
    if basic > 0 {
        encoded.push('-');
    }
    let (mut n, mut delta, mut bias) = (INITIAL_N, 0u32, INITIAL_BIAS);
    while let Some(next) = code_points.iter().copied().filter(|&c| c >= n).min() {
        delta = delta.checked_add((next - n).checked_mul(handled.checked_add(1)?)?)?;
        n = next;
        for &c in &code_points {
            if c < n {
                delta = delta.checked_add(1)?;
            }
            if c == n {
                push_number(encoded, delta, bias);
                bias = adapt(delta, handled.checked_add(1)?, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(())
}

#[cfg(feature = "native")]
/// Appends `number` as a variable-length integer.
fn push_number(encoded: &mut String, number: u32, bias: u32) {
    let mut rest = number;
    for k in (BASE..).step_by(BASE as usize) {
        let t = threshold(k, bias);
        if rest < t {
            break;
        }
        encoded.push(digit(t + (rest - t) % (BASE - t)));
        rest = (rest - t) / (BASE - t);
    }
    encoded.push(digit(rest));
}

/// Returns the smallest digit that does not end a number at position `k`.
fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

/// Returns the bias for the number after `delta`.
fn adapt(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

/// Returns the value of a lowercase digit.
fn digit_value(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some(u32::from(byte - b'a')),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 26),
        _ => None,
    }
}

#[cfg(feature = "native")]
/// Returns the digit for a value below 36.
fn digit(value: u32) -> char {
    const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    DIGITS.get(value as usize).map_or('0', |&byte| char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::decode;
    use proptest::prelude::*;

    fn encode(label: &str) -> Option<String> {
        let mut encoded = String::new();
        super::encode(&mut encoded, label).map(|()| encoded)
    }

    #[test]
    fn labels() {
        for (label, encoded) in [
            ("bücher", "bcher-kva"),
            ("münchen-ost", "mnchen-ost-9db"),
            ("рф", "p1ai"),
            ("例え", "r8jz45g"),
            ("אב", "4dbc"),
            ("😀", "e28h"),
            ("ü", "tda"),
        ] {
            assert_eq!(encode(label).as_deref(), Some(encoded));
            assert_eq!(decode(encoded).as_deref(), Some(label));
        }
    }

    #[test]
    fn malformed() {
        for encoded in ["", "A", "é", "a!", "zzzzzzzzzzzz", "99999999", "bcher-kv", "bcher-", "-tda"] {
            assert_eq!(decode(encoded), None, "{encoded}");
        }
    }

    proptest! {
        #[test]
        fn decode_inverts_encode(label in "[a-z0-9\u{80}-\u{10ffff}]{0,40}\u{80}") {
            let encoded = encode(&label);
            prop_assert_eq!(encoded.as_deref().and_then(decode), Some(label));
        }

        #[test]
        fn each_label_has_one_spelling(encoded in "[a-z0-9]{0,3}-?[a-z0-9]{0,6}|[a-z0-9-]{0,60}") {
            if let Some(label) = decode(&encoded) {
                prop_assert_eq!(encode(&label), Some(encoded));
                prop_assert!(!label.is_ascii());
            }
        }

        #[test]
        fn nothing_panics(text in "[a-z0-9-]{0,60}|\\PC{0,60}") {
            let _ = (decode(&text), encode(&text));
        }
    }
}
