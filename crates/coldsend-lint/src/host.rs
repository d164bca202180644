//! What takes large tables: Unicode, for international addresses (fact file, section 4.2), and the digits of
//! floats. It is asked of a [`Host`], so that a browser, which has all that, need not load it again.

#[cfg(feature = "native")]
mod native;
pub(crate) mod punycode;

#[cfg(feature = "native")]
pub(crate) use native::Native;

use std::borrow::Cow;

/// General categories, as far as the rules tell them apart.
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

/// Answers questions that take large tables. Other questions about a character than its category are not asked
/// of those newer than Unicode 14.
pub trait Host: Sync {
    /// The general category of `c` in Unicode 14, which is that of the API's server.
    fn category(&self, c: char) -> Category;

    /// `text` in normalization form C.
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str>;

    /// `domain` after the mapping of UTS 46 (non-transitional, any ASCII) and in normalization form C;
    /// `None` if a character is disallowed. Labels that are not plain come back in Punycode.
    fn map_domain(&self, domain: &str) -> Option<String>;

    /// Whether that mapping leaves `label`, in Unicode, as it is, and `ascii` is what it is in Punycode.
    fn keeps_label(&self, label: &str, ascii: &str) -> bool;

    /// The float nearest to a decimal literal without sign: digits, a point or none, an exponent or none.
    fn float(&self, literal: &str) -> f64;

    /// A finite number that is not negative as `d.ddde-x`, the fewest digits that read back as the same.
    fn shortest(&self, number: f64) -> String;
}
