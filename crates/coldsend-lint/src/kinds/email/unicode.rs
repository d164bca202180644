//! What the rules for international addresses ask of Unicode (fact file, section 4.2).
//!
//! - One trait, so that a browser can answer with its own data instead of ours.
//! - The server knows Unicode 14: what that leaves unassigned is [`Category::Other`].
//! - The native answers come from `unicode-rs` crates and one table of categories.

mod categories;
mod native;

use std::borrow::Cow;

/// General categories, as far as the rules tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    /// L* and Nd.
    LetterOrDigit,
    /// Nl and No.
    OtherNumber,
    /// Mn and Mc.
    Mark,
    /// Me.
    EnclosingMark,
    /// P* and S*.
    Sign,
    /// Z* and C*: white space, controls, format characters, private use, unassigned.
    Other,
}

/// The Unicode data and algorithms the rules need.
pub(super) trait Unicode {
    /// The general category of `c` in Unicode 14.
    fn category(&self, c: char) -> Category;

    /// `text` in normalization form C.
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str>;

    /// `domain` after the mapping of UTS 46 (non-transitional, any ASCII) and in normalization form C;
    /// `None` if a character is disallowed. Labels may come back in Unicode or in Punycode.
    fn map_domain(&self, domain: &str) -> Option<String>;

    /// Whether compatibility composition and case folding leave `c` as it is (RFC 5892, section 2.2).
    fn is_stable(&self, c: char) -> bool;

    /// Whether the domain of these Unicode labels obeys the Bidi rule (RFC 5893).
    fn obeys_bidi_rule(&self, domain: &str) -> bool;
}

/// The data this build uses.
pub(super) fn host() -> impl Unicode {
    native::Native
}
