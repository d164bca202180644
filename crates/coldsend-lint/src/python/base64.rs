//! Base64 as Python's `b64decode` reads it: characters outside the alphabet are ignored, and complete padding ends the
//! text.

/// Returns the number of bytes that a text decodes to, or `None` if it is invalid. Does not decode the text.
pub(crate) fn decoded_length(text: &str) -> Option<u64> {
    if !text.is_ascii() {
        return None;
    }
    let (mut digits, mut padding) = (0u64, 0u64);
    for byte in text.bytes() {
        match byte {
            b'=' => {
                padding += 1;
                // A group that is complete with its padding ends the text.
                if digits % 4 >= 2 && digits % 4 + padding >= 4 {
                    return Some(digits / 4 * 3 + digits % 4 - 1);
                }
            }
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => {
                padding = 0;
                digits += 1;
            }
            _ => {}
        }
    }
    (digits % 4 == 0).then_some(digits / 4 * 3)
}

/// Returns the bytes that a text decodes to. What is not complete is left out.
pub(crate) fn decode(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0u32);
    for digit in text.bytes().take_while(|byte| *byte != b'=').filter_map(digit) {
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xFF) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{decode, decoded_length};

    #[test]
    fn lengths_as_python_decodes() {
        let table = [
            ("", Some(0)),
            ("aGk=", Some(2)),
            ("aGk", None),
            ("aA==", Some(1)),
            ("aA=", None),
            ("a", None),
            ("aGk=é", None),
            ("aGVs bG8=\n", Some(5)),
            ("aGVsbG8=x", Some(5)),
            ("====", Some(0)),
            ("a===", None),
            ("YWJj", Some(3)),
        ];
        for (text, length) in table {
            assert_eq!(decoded_length(text), length, "{text}");
        }
    }

    #[test]
    fn bytes_are_decoded() {
        for (text, bytes) in [
            ("", &b""[..]),
            ("aGk=", b"hi"),
            ("aA==", b"h"),
            ("eyJh\r\nIjoxfQ==", b"{\"a\":1}"),
            ("/+8=", b"\xFF\xEF"),
            ("a", b""),
        ] {
            assert_eq!(decode(text), bytes, "{text}");
            assert!(decoded_length(text).is_none_or(|length| length == bytes.len() as u64), "{text}");
        }
    }
}
