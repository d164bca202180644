//! What needs large tables: Unicode, for international addresses (facts.md 4.2), and the digits of floats. A [`Host`]
//! provides it, so that a browser, which has these tables, does not have to load them again.

#[cfg(feature = "native")]
mod native;
pub(crate) mod punycode;

#[cfg(feature = "native")]
pub(crate) use native::Native;

use std::borrow::Cow;

/// General categories, as far as the rules distinguish them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Lu.
    Capital,
    /// Any other L*, and Nd.
    LetterOrDigit,
    /// Nl and No.
    OtherNumber,
    /// Mn.
    Mark,
    /// Mc.
    SpacingMark,
    /// Me.
    EnclosingMark,
    /// P* and S*.
    Sign,
    /// Z* and C*: white space, controls, format characters, private use, unassigned.
    Other,
}

/// Provides what needs large tables. For characters newer than Unicode 14, only the category is requested.
pub trait Host: Sync {
    /// The general category of `c` in Unicode 14, which is that of the API's server.
    fn category(&self, c: char) -> Category;

    /// `text` in normalization form C.
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str>;

    /// `domain` after the mapping of UTS 46 (non-transitional, any ASCII) and in normalization form C; `None` if a
    /// character is disallowed. Labels that are not ASCII are returned in Punycode.
    fn map_domain(&self, domain: &str) -> Option<String>;

    /// Whether that mapping does not change `label`, in Unicode, and `ascii` is its Punycode.
    fn keeps_label(&self, label: &str, ascii: &str) -> bool;

    /// The float nearest to an unsigned decimal literal: digits, an optional point, an optional exponent.
    fn float(&self, literal: &str) -> f64;

    /// A finite, non-negative number as `d.ddde-x`, with the fewest digits that read back as the same number.
    fn shortest(&self, number: f64) -> String;
}
