//! The classes of addresses.
use crate::host::Host;
use crate::types::email::EmailValue;
use std::borrow::Cow;

/// What is known of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressClass<'t> {
    /// The library that the API uses accepts it, and keeps this form.
    Valid(Cow<'t, str>),
    /// Only the HTML standard's form has it, as some that exist do. This is the address without blanks around it.
    Doubtful(&'t str),
    /// Neither accepts it.
    Invalid,
}

/// Returns the class of the address in a cell of a list of leads, such as a column of a database.
///
/// ```
/// use coldsend_lint::leads::{AddressClass, classify};
///
/// assert_eq!(classify("Ada <ada@Example.com>"), AddressClass::Valid("ada@example.com".into()));
/// assert_eq!(classify("taro..yamada@docomo.ne.jp"), AddressClass::Doubtful("taro..yamada@docomo.ne.jp"));
/// assert_eq!(classify("bob@"), AddressClass::Invalid);
/// ```
#[cfg(feature = "native")]
pub fn classify(text: &str) -> AddressClass<'_> {
    classify_with(text, &crate::host::Native)
}

/// Returns the class of the address in a cell.
pub(super) fn classify_with<'t>(text: &'t str, host: &dyn Host) -> AddressClass<'t> {
    if let Some(value) = EmailValue::read(Cow::Borrowed(text), host) {
        return AddressClass::Valid(value.into_kept());
    }
    let trimmed = text.trim_ascii();
    if is_html_address(trimmed.as_bytes()) { AddressClass::Doubtful(trimmed) } else { AddressClass::Invalid }
}

/// The maximum length of a label of a domain.
const MAX_LABEL: usize = 63;

/// Returns whether the HTML standard accepts an address, as in `<input type=email>`.
pub(super) fn is_html_address(text: &[u8]) -> bool {
    let Some(at) = text.iter().position(|byte| *byte == b'@') else { return false };
    let (local, domain) = (&text[..at], &text[at + 1..]);
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(byte);
    let is_label = |label: &[u8]| {
        let is_end = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        label.len() <= MAX_LABEL
            && is_end(label.first())
            && is_end(label.last())
            && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    };
    !local.is_empty() && local.iter().all(is_local) && domain.split(|byte| *byte == b'.').all(is_label)
}

/// Returns whether a cell has several addresses.
pub(super) fn is_several(text: &str) -> bool {
    if text.bytes().filter(|byte| *byte == b'@').count() < 2 {
        return false;
    }
    let is_separator = |c: char| matches!(c, ',' | ';' | '|' | '/' | '&') || c.is_whitespace();
    let parts = text.split(is_separator).map(|part| part.trim_matches(['<', '>', '"', '(', ')']));
    parts.filter(|part| is_html_address(part.as_bytes())).take(2).count() == 2
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        let valid = |kept: &'static str| AddressClass::Valid(kept.into());
        for (text, class) in [
            ("ada@example.com", valid("ada@example.com")),
            (" ada@Example.com\t", valid("ada@example.com")),
            ("Ada L <ada@example.com>", valid("ada@example.com")),
            ("ada@bücher.example", valid("ada@bücher.example")),
            ("taro..yamada@docomo.ne.jp", AddressClass::Doubtful("taro..yamada@docomo.ne.jp")),
            (" taro.@docomo.ne.jp ", AddressClass::Doubtful("taro.@docomo.ne.jp")),
            ("ada@localhost", AddressClass::Doubtful("ada@localhost")),
            ("ada", AddressClass::Invalid),
            ("ada@", AddressClass::Invalid),
            ("ada@-b.co", AddressClass::Invalid),
            ("ada@b..co", AddressClass::Invalid),
            ("a@b@c.co", AddressClass::Invalid),
            ("ada@example.com\u{200b}", AddressClass::Invalid),
            ("ada @example.com", AddressClass::Invalid),
        ] {
            assert_eq!(classify(text), class, "{text}");
        }
    }

    #[test]
    fn several_addresses() {
        for text in ["a@b.co;c@d.co", "a@b.co, c@d.co", "a@b.co\nc@d.co", "Ada <a@b.co> / Bob <c@d.co>"] {
            assert!(is_several(text), "{text}");
        }
        for text in ["a@b.co", "a@b.co;", "a@b@c.co", "a/b@c.co", ""] {
            assert!(!is_several(text), "{text}");
        }
    }
}
