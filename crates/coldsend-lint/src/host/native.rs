//! Answers from crates and the standard library, for every build but the browser's.
//!
//! - `categories`: a table of our own, of Unicode 14.
//! - `idna_mapping`: the mapping of UTS 46; `unicode-normalization`: form C.

use super::punycode::to_ascii;
use super::{Category, Host, categories};
use idna_mapping::Mapper;
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Answers from tables in this binary.
pub(crate) struct Native;

impl Host for Native {
    fn category(&self, c: char) -> Category {
        categories::of(c)
    }

    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => Cow::Borrowed(text),
            _ => Cow::Owned(text.nfc().collect()),
        }
    }

    fn map_domain(&self, domain: &str) -> Option<String> {
        // The mapper writes U+FFFD, itself disallowed, for what is disallowed.
        let mapped: String = Mapper::new(domain.chars(), false).collect();
        let mapped = self.compose(&mapped);
        if mapped.contains(char::REPLACEMENT_CHARACTER) {
            return None;
        }
        let labels: Option<Vec<_>> = mapped.split('.').map(to_ascii).collect();
        Some(labels?.join("."))
    }

    fn keeps_label(&self, label: &str, ascii: &str) -> bool {
        Mapper::new(label.chars(), false).eq(label.chars())
            && to_ascii(label).is_some_and(|label| label == ascii)
    }

    fn float(&self, literal: &str) -> f64 {
        literal.parse().unwrap_or(f64::NAN)
    }

    fn shortest(&self, number: f64) -> String {
        format!("{number:e}")
    }
}
