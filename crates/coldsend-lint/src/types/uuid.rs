//! UUIDs: strings as Python's `uuid.UUID` reads them, which accepts much more than the form of RFC 9562.
//!
//! Every `urn:` is removed, then every `uuid:`, then braces at both ends, then every `-`. Exactly 32 code points must
//! remain. They are read as by `int(text, 16)`, so white space at the ends, a `+`, a `0x` and single `_` are accepted
//! and count among the 32, and decimal digits may be of any script. Facts: pydantic_v1.md 2.5.
use super::{Failure, Form, Reading, ScalarType, Soft, To, put};
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Scalar, quote};
use crate::python::{digit, is_grouped, is_space};
use std::borrow::Cow;

/// A UUID.
#[derive(Debug)]
pub struct UuidType;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct UuidValue {
    uuid: u128,
    is_as_documented: bool,
}

impl ScalarType for UuidType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        _: Soft,
        _: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let Scalar::Text(text) = scalar else { return Err(ErrorKind::Uuid.into()) };
        if let Some(text) = plain(text.raw) {
            put(to, || UuidValue { uuid: value(text), is_as_documented: true });
            return Ok(Form::AsDocumented);
        }
        let Some(uuid) = parse(&text.to_str()) else { return Err(ErrorKind::Uuid.into()) };
        let is_as_documented = text.length() == WRITTEN;
        put(to, || UuidValue { uuid, is_as_documented });
        Ok(Form::of(is_as_documented))
    }

    fn errors(&self) -> Vec<ErrorKind> {
        vec![ErrorKind::Uuid]
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("string", Some("uuid"))
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UUID")
    }
}

impl Reading for UuidValue {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(canonical(self.uuid).into())
    }

    fn is_as_documented(&self) -> bool {
        self.is_as_documented
    }

    fn write(&self, out: &mut String) {
        quote(&canonical(self.uuid), out);
    }
}

const LENGTH: usize = 32;
/// The length of a UUID with its hyphens.
const WRITTEN: usize = 36;

/// Returns the value of a UUID.
pub(crate) fn parse(text: &str) -> Option<u128> {
    plain(text.as_bytes()).map(value).or_else(|| odd(text))
}

/// The ordinary form: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
const FORM: &[u8; WRITTEN] = b"........-....-....-....-............";

/// Returns a text that has the ordinary form. Without branches, so that it compiles to vector instructions.
fn plain(text: &[u8]) -> Option<&[u8; WRITTEN]> {
    let text: &[u8; WRITTEN] = text.try_into().ok()?;
    let mut fits = true;
    for (byte, form) in text.iter().zip(FORM) {
        let letter = byte | 0x20;
        let is_digit = byte.is_ascii_digit() | (b'a'..=b'f').contains(&letter);
        fits &= (*form == b'-') & (*byte == b'-') | (*form != b'-') & is_digit;
    }
    fits.then_some(text)
}

/// Returns the value of a text that has the ordinary form.
fn value(text: &[u8; WRITTEN]) -> u128 {
    let digits = text.iter().filter_map(|byte| char::from(*byte).to_digit(16));
    digits.fold(0, |value, digit| value << 4 | u128::from(digit))
}

/// Reads any other form.
fn odd(text: &str) -> Option<u128> {
    let text = without_prefixes(text)?;
    let mut rest = text.trim_matches(['{', '}']).chars().filter(|c| *c != '-');
    let mut digits = ['\0'; LENGTH];
    for digit in &mut digits {
        *digit = rest.next()?;
    }
    if rest.next().is_some() { None } else { hexadecimal(&digits) }
}

/// Returns the UUID as Python prints it.
pub(crate) fn canonical(uuid: u128) -> String {
    let mut text = String::with_capacity(WRITTEN);
    for place in (0..LENGTH).rev() {
        text.extend(char::from_digit((uuid >> (4 * place)) as u32 & 0xF, 16));
        if matches!(place, 24 | 20 | 16 | 12) {
            text.push('-');
        }
    }
    text
}

/// Removes every `urn:`, then every `uuid:`, in one pass each: a prefix that a removal creates is kept. May return
/// `None` if too many characters would remain.
fn without_prefixes(text: &str) -> Option<Cow<'_, str>> {
    if text.bytes().all(|byte| byte != b':') {
        return Some(Cow::Borrowed(text));
    }
    // These characters always remain. Large texts are rejected here.
    let stays = |c: &char| !matches!(c, 'u' | 'r' | 'n' | 'i' | 'd' | ':' | '{' | '}' | '-');
    if text.chars().filter(stays).nth(LENGTH).is_some() {
        return None;
    }
    Some(Cow::Owned(without(&without(text, "urn:"), "uuid:")))
}

fn without(text: &str, word: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    loop {
        let mut chars = rest.chars();
        match (rest.strip_prefix(word), chars.next()) {
            (Some(after), _) => rest = after,
            (None, Some(c)) => {
                kept.push(c);
                rest = chars.as_str();
            }
            (None, None) => return kept,
        }
    }
}

/// Reads text as `int(text, 16)` does. The text is too short to overflow and has no minus.
fn hexadecimal(text: &[char; LENGTH]) -> Option<u128> {
    let mut rest = text.as_slice();
    while let [blank, after @ ..] = rest
        && is_space(*blank)
    {
        rest = after;
    }
    while let [before @ .., blank] = rest
        && is_space(*blank)
    {
        rest = before;
    }
    if let ['+', after @ ..] = rest {
        rest = after;
    }
    if let [zero, 'x' | 'X', after @ ..] = rest
        && digit(*zero) == Some(0)
    {
        rest = if let ['_', digits @ ..] = after { digits } else { after };
    }
    let value = |c: char| c.to_digit(16).or_else(|| digit(c).map(u32::from));
    is_grouped(rest.iter().copied(), |c| value(c).is_some())
        .then(|| rest.iter().filter_map(|c| value(*c)).fold(0, |uuid, digit| uuid << 4 | u128::from(digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Strings, and how CPython 3.11 prints them as UUIDs.
    const READ: [(&str, &str); 25] = [
        ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("550E8400-E29B-41D4-A716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("550e8400e29b41d4a716446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("{550e8400-e29b-41d4-a716-446655440000}", "550e8400-e29b-41d4-a716-446655440000"),
        ("{{550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("}550e8400-e29b-41d4-a716-446655440000{", "550e8400-e29b-41d4-a716-446655440000"),
        ("urn:uuid:550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("urn:uuid:{550e8400-e29b-41d4-a716-446655440000}", "550e8400-e29b-41d4-a716-446655440000"),
        ("uuid:urn:550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("uuurn:id:550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("550e8400-e29b-41d4-aurn:716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("5-5-0e8400e29b41d4a716446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("-550e8400-e29b-41d4-a716-446655440000-", "550e8400-e29b-41d4-a716-446655440000"),
        ("0x0e8400e29b41d4a716446655440000", "000e8400-e29b-41d4-a716-446655440000"),
        ("0X0e8400e29b41d4a716446655440000", "000e8400-e29b-41d4-a716-446655440000"),
        ("+0xe8400e29b41d4a716446655440000", "000e8400-e29b-41d4-a716-446655440000"),
        ("0x_e8400e29b41d4a716446655440000", "000e8400-e29b-41d4-a716-446655440000"),
        ("+50e8400e29b41d4a716446655440000", "050e8400-e29b-41d4-a716-446655440000"),
        (" 50e8400e29b41d4a716446655440000", "050e8400-e29b-41d4-a716-446655440000"),
        ("50e8400e29b41d4a716446655440000\u{3000}", "050e8400-e29b-41d4-a716-446655440000"),
        ("\t e8400e29b41d4a716446655440000\n", "000e8400-e29b-41d4-a716-446655440000"),
        ("٠x0e8400e29b41d4a716446655440000", "000e8400-e29b-41d4-a716-446655440000"),
        ("٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣", "33333333-3333-3333-3333-333333333333"),
        (
            "５５５５５５５５５５５５５５５５５５５５５５５５５５５５５５５a",
            "55555555-5555-5555-5555-55555555555a",
        ),
        ("550e_400e29b41d4a716446655440000", "0550e400-e29b-41d4-a716-446655440000"),
    ];

    /// Strings that CPython rejects.
    const REFUSED: [&str; 26] = [
        "_50e8400e29b41d4a716446655440000",
        "50e8400e29b41d4a716446655440000_",
        "550e__00e29b41d4a716446655440000",
        "0x                              ",
        "++0e8400e29b41d4a716446655440000",
        "+ 0e8400e29b41d4a716446655440000",
        "0x__8400e29b41d4a716446655440000",
        "                                ",
        "",
        "50e8400e29b41d4a716446655440000",
        "550e8400e29b41d4a7164466554400000",
        "550e8400-e29b-41d4-a716-446655440000 ",
        " 550e8400-e29b-41d4-a716-446655440000",
        "URN:UUID:550e8400-e29b-41d4-a716-446655440000",
        "ururn:n:550e8400-e29b-41d4-a716-446655440000",
        "uuiduuid::550e8400-e29b-41d4-a716-446655440000",
        "uuurn:uid:id:550e8400-e29b-41d4-a716-446655440000",
        "-{550e8400-e29b-41d4-a716-446655440000}",
        "{ 550e8400-e29b-41d4-a716-446655440000}",
        "550e8400‐e29b‐41d4‐a716‐446655440000",
        "50e8400e29b41d4a716446655440000g",
        "50e8400e29b41d4a716446655440000\u{0}",
        "550e8400e{9b41d4a716446655440000",
        "\u{1C}50e8400e29b41d4a716446655440000",
        "Ａ50e8400e29b41d4a716446655440000",
        "-0xe8400e29b41d4a716446655440000",
    ];

    #[test]
    fn strings_as_python_reads_them() {
        for (text, printed) in READ {
            assert_eq!(parse(text).map(canonical).as_deref(), Some(printed), "{text:?}");
        }
        for text in REFUSED {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn length_does_not_count() {
        let uuid = "550e8400-e29b-41d4-a716-446655440000";
        for part in ["-", "urn:", "uuid:", "uuurn:id:", "{", "}"] {
            assert_eq!(parse(&(part.repeat(100_000) + uuid)), parse(uuid), "{part}");
        }
        for part in ["a", "-a", "n:", "ururn:n:", ":"] {
            assert_eq!(parse(&part.repeat(100_000)), None);
        }
    }
}
