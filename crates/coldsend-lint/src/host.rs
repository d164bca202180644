//! Functions that need large tables: Unicode, for international addresses (facts.md 4.2), time zones, and the digits of
//! floats. A [`Host`] provides them, so that a browser, which has these tables, does not have to load them again.

#[cfg(feature = "native")]
mod native;
pub(crate) mod punycode;

#[cfg(feature = "native")]
pub(crate) use native::Native;

use std::borrow::Cow;

/// The general category of a character, as far as the rules distinguish them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Uppercase letters (Lu).
    Capital,
    /// Other letters (L*), and decimal digits (Nd).
    LetterOrDigit,
    /// Other numbers (Nl and No).
    OtherNumber,
    /// Nonspacing marks (Mn).
    Mark,
    /// Spacing marks (Mc).
    SpacingMark,
    /// Enclosing marks (Me).
    EnclosingMark,
    /// Punctuation and symbols (P* and S*).
    Sign,
    /// White space, controls, format characters, private use and unassigned code points (Z* and C*).
    Other,
}

/// The functions that need large tables. For characters newer than Unicode 14, only the category is requested.
pub trait Host: Sync {
    /// Returns the general category of `c` in Unicode 14, the version that the API's server has.
    fn category(&self, c: char) -> Category;

    /// Returns `text` in normalization form C.
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str>;

    /// Maps `domain` as UTS 46 specifies (non-transitional, any ASCII character allowed), in normalization form C.
    /// Returns `None` if a character is disallowed. Labels that are not ASCII are returned in Punycode.
    fn map_domain(&self, domain: &str) -> Option<String>;

    /// Returns whether that mapping does not change the Unicode `label`, whose Punycode is `ascii`.
    fn keeps_label(&self, label: &str, ascii: &str) -> bool;

    /// Returns whether the IANA database has a time zone or a link with this name, in any case; `None` if the host has no
    /// list of them, as by default.
    fn is_time_zone(&self, _: &str) -> Option<bool> {
        None
    }

    /// Returns the float nearest to an unsigned decimal literal: digits, an optional point, an optional exponent.
    fn float(&self, literal: &str) -> f64;

    /// Writes a finite, nonnegative number as `d.ddde-x`, with the fewest digits that read back as the same number.
    fn shortest(&self, number: f64) -> String;
}
