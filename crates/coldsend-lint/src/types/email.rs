//! E-mail addresses, as Pydantic's `EmailStr` reads them (facts.md 4.1 and 4.2).
//!
//! - More than 2,048 characters are rejected.
//! - `name <address>` is read as its address. The name consists of letters, digits, `_` and spaces.
//! - White space around the address is removed.
//! - Plain ASCII addresses are checked in `ascii`, all others in `international`.
//! - The API keeps the local part in normalization form C, and the domain in lowercase Unicode.

mod ascii;
mod bidi;
mod deliverable;
mod grammar;
mod idna2008;
mod international;
#[cfg(feature = "native")]
mod plain;

use super::text::TextValue;
use super::{Failure, Form, Reading, ScalarType, Soft, To, Value, put};
use crate::error::ErrorKind;
use crate::host::{Category, Host};
#[cfg(feature = "native")]
use crate::json::Text;
use crate::json::{Scalar, quote};
use crate::python;
use std::borrow::Cow;
use std::ops::Range;

/// An e-mail address. Its bounds are for the text as sent, which may contain more than the address.
#[derive(Debug)]
pub struct EmailType {
    /// The minimum number of code points.
    pub min: u32,
    /// The maximum number of code points.
    pub max: u32,
}

/// A text that contains an address.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EmailValue<'v> {
    text: Cow<'v, str>,
    address: Address,
}

/// The address in a text.
#[derive(Clone, Debug, PartialEq)]
enum Address {
    /// The range of a plain ASCII address in the text.
    Ascii(Range<usize>),
    /// Any other address, as the API keeps it.
    International(String),
}

impl ScalarType for EmailType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        soft: Soft,
        host: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let text = TextValue::read(scalar, host)?;
        text.check_length(soft.rejecting(self.min, self.max))?;
        if soft.form {
            put(to, || text);
            return Ok(Form::AsDocumented);
        }
        let Some(value) = EmailValue::read(text.into_str(), host) else {
            return Err(ErrorKind::Email.into());
        };
        let is_as_documented = value.is_as_documented();
        put(to, || value);
        Ok(Form::of(is_as_documented))
    }

    fn advise(&self, value: &Value<'_>, soft: Soft, host: &dyn Host) -> Option<Failure> {
        // A value that was read as an address is valid.
        let Value::Text(text) = value else { return None };
        if let Err(failure) = text.check_length(soft.advising(self.min, self.max)) {
            return Some(*failure);
        }
        #[cfg(feature = "native")]
        if let TextValue::Sent(Text { raw, escaped: false }) = text
            && plain::accepts(raw)
        {
            return None;
        }
        // The API removes spaces and a name around an address only if it checks the format.
        let text = text.clone().into_str();
        let is_bare = !text.starts_with(is_stripped) && !text.ends_with(|c| c == '>' || is_stripped(c));
        let is_address = !soft.form || is_bare && Address::read(&text, host).is_some();
        (!is_address).then(|| ErrorKind::Email.into())
    }

    fn errors(&self) -> Vec<ErrorKind> {
        let mut errors = super::text::length_errors(self.min, self.max);
        errors.push(ErrorKind::Email);
        errors
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("string", Some("email"))
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("e-mail address")?;
        super::text::describe_lengths(f, self.min, self.max, "characters")
    }
}

impl Reading for EmailValue<'_> {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(self.kept())
    }

    fn is_as_documented(&self) -> bool {
        self.kept() == self.text
    }

    fn write(&self, out: &mut String) {
        quote(&self.kept(), out);
    }
}

impl<'v> EmailValue<'v> {
    /// Reads a text, in which NUL stands for a lone surrogate.
    pub(crate) fn read(text: Cow<'v, str>, host: &dyn Host) -> Option<Self> {
        let address = Address::read(&text, host)?;
        Some(EmailValue { text, address })
    }

    /// Returns the address that the API keeps, and which is part of the text if possible.
    #[cfg(feature = "leads")]
    pub(crate) fn into_kept(self) -> Cow<'v, str> {
        match (self.address, self.text) {
            (Address::Ascii(range), Cow::Borrowed(text)) => ascii::kept(text.get(range).unwrap_or_default()),
            (Address::Ascii(range), Cow::Owned(text)) => {
                ascii::kept(text.get(range).unwrap_or_default()).into_owned().into()
            }
            (Address::International(kept), _) => kept.into(),
        }
    }

    /// Returns the address that the API keeps.
    pub(crate) fn kept(&self) -> Cow<'_, str> {
        match &self.address {
            Address::Ascii(range) => ascii::kept(self.text.get(range.clone()).unwrap_or_default()),
            Address::International(kept) => Cow::Borrowed(kept),
        }
    }
}

impl Address {
    fn read(text: &str, host: &dyn Host) -> Option<Self> {
        #[cfg(feature = "native")]
        if plain::accepts(text.as_bytes()) {
            return Some(Address::Ascii(0..text.len()));
        }
        let range = address(text, host)?;
        let address = text.get(range.clone())?;
        match ascii::can_judge(address) {
            true => ascii::is_valid(address).then_some(Address::Ascii(range)),
            false => international::normalize(address, host).map(Address::International),
        }
    }
}

/// The maximum number of characters, checked before anything else.
const MAX_CHARS: usize = 2_048;

/// The maximum length of an address in bytes, as given and in every form derived from it.
const MAX_BYTES: usize = 254;

/// Returns the range of the address in `text`, without a display name and surrounding white space (section 4.1).
fn address(text: &str, host: &dyn Host) -> Option<Range<usize>> {
    // A character has one to four bytes, so the characters of nearly all texts need not be counted.
    let bytes = text.len();
    if bytes > 4 * MAX_CHARS || bytes > MAX_CHARS && text.chars().count() > MAX_CHARS {
        return None;
    }
    let (start, address) = bracketed(text, host).unwrap_or((0, text));
    let trimmed = address.trim_start_matches(is_stripped);
    let start = start + address.len() - trimmed.len();
    let address = trimmed.trim_end_matches(is_stripped);
    (address.len() <= MAX_BYTES).then_some(start..start + address.len())
}

/// Returns the content of `name <content>` and its offset, if the whole text has this form.
fn bracketed<'t>(text: &'t str, host: &dyn Host) -> Option<(usize, &'t str)> {
    let (name, content) = text.trim_end_matches(' ').strip_suffix('>')?.split_once('<')?;
    let is_name = name.chars().all(|c| c == ' ' || is_word(c, host));
    (is_name && content.bytes().all(|byte| byte != b'\n')).then_some((name.len() + 1, content))
}

/// Returns whether `\w` matches `c` in Python's `re`: no marks, and no punctuation but `_`.
pub(crate) fn is_word(c: char, host: &dyn Host) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || c == '_'
    } else {
        matches!(host.category(c), Category::Capital | Category::LetterOrDigit | Category::OtherNumber)
    }
}

/// Returns whether Python's `str.strip()` removes `c`.
fn is_stripped(c: char) -> bool {
    python::is_space(c) || matches!(c, '\u{1c}'..='\u{1f}')
}

#[cfg(all(test, feature = "native"))]
mod tests;
