//! E-mail addresses, as Pydantic's `EmailStr` takes them (fact file, sections 4.1 and 4.2).
//!
//! - More than 2,048 characters are refused.
//! - `name <address>` stands for its address; the name holds letters, digits, `_` and spaces.
//! - White space around the address is dropped.
//! - Plain ASCII is judged in `ascii`, everything else in `international`.
//! - Kept is the composed local part and the lower-case domain in Unicode.

mod ascii;
mod bidi;
mod deliverable;
mod grammar;
mod idna2008;
mod international;
#[cfg(feature = "native")]
mod plain;

use crate::host::{Category, Host};
use crate::python;

/// More characters than this are refused before anything else is looked at.
const MAX_CHARS: usize = 2_048;

/// The longest address in bytes, as given and in every form derived from it.
const MAX_BYTES: usize = 254;

/// Whether the API takes `text` as an e-mail address; NUL stands for a lone surrogate.
pub(crate) fn is_valid(text: &str, host: &dyn Host) -> bool {
    #[cfg(feature = "native")]
    if plain::accepts(text) {
        return true;
    }
    address(text, host).is_some_and(|address| {
        if ascii::can_judge(address) {
            ascii::is_valid(address)
        } else {
            international::normalize(address, host).is_some()
        }
    })
}

/// The value the API keeps for `text`, `None` if it refuses.
pub(crate) fn normalize(text: &str, host: &dyn Host) -> Option<String> {
    let address = address(text, host)?;
    if ascii::can_judge(address) {
        ascii::normalize(address)
    } else {
        international::normalize(address, host)
    }
}

/// The address inside `text`: without display name and surrounding white space (section 4.1).
fn address<'t>(text: &'t str, host: &dyn Host) -> Option<&'t str> {
    // A character has one to four bytes, so nearly no text needs counting.
    let bytes = text.len();
    if bytes > 4 * MAX_CHARS || bytes > MAX_CHARS && text.chars().count() > MAX_CHARS {
        return None;
    }
    let address = bracketed(text, host).unwrap_or(text);
    let address = address.trim_matches(is_stripped);
    (address.len() <= MAX_BYTES).then_some(address)
}

/// The content of `name <content>`, if the whole text has this form.
fn bracketed<'t>(text: &'t str, host: &dyn Host) -> Option<&'t str> {
    let (name, content) = text.trim_end_matches(' ').strip_suffix('>')?.split_once('<')?;
    let is_name = name.chars().all(|c| c == ' ' || is_word(c, host));
    (is_name && content.bytes().all(|byte| byte != b'\n')).then_some(content)
}

/// What `\w` of Python's `re` matches: no marks, and no punctuation but `_`.
pub(crate) fn is_word(c: char, host: &dyn Host) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || c == '_'
    } else {
        matches!(host.category(c), Category::Capital | Category::LetterOrDigit | Category::OtherNumber)
    }
}

/// What `str.strip()` of Python removes.
fn is_stripped(c: char) -> bool {
    python::is_space(c) || matches!(c, '\u{1c}'..='\u{1f}')
}

#[cfg(all(test, feature = "native"))]
mod tests;
