//! Unicode from crates, for every build but the browser's (fact file, section 4.2).
//!
//! - `idna_mapping`: the mapping of UTS 46; `unicode-normalization`: form C.

use super::Unicode;
use idna_mapping::Mapper;
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Answers from tables in this binary.
pub(crate) struct Native;

impl Unicode for Native {
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => Cow::Borrowed(text),
            _ => Cow::Owned(text.nfc().collect()),
        }
    }

    fn map_domain(&self, domain: &str) -> Option<String> {
        // The mapper writes U+FFFD, itself disallowed, for what is disallowed.
        let mapped: String = Mapper::new(domain.chars(), false).collect();
        (!mapped.contains(char::REPLACEMENT_CHARACTER)).then(|| self.compose(&mapped).into_owned())
    }

    fn keeps_label(&self, label: &str, _: &str) -> bool {
        Mapper::new(label.chars(), false).eq(label.chars())
    }
}
