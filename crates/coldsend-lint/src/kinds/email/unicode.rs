//! What the rules for international addresses ask of Unicode (fact file, section 4.2).
//!
//! - What takes large tables is asked of a [`Unicode`], so that a browser can answer with its own data.
//! - Categories come from our own table: the server knows Unicode 14, a browser what it was built with.

mod categories;
#[cfg(feature = "unicode")]
mod native;

#[cfg(feature = "unicode")]
pub(crate) use native::Native;

use std::borrow::Cow;

/// General categories, as far as the rules tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    /// L* and Nd.
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

/// The general category of `c` in Unicode 14.
pub(super) fn category(c: char) -> Category {
    categories::of(c)
}

/// The Unicode algorithms that international e-mail addresses need; characters newer than Unicode 14 are never
/// asked about.
pub trait Unicode: Sync {
    /// `text` in normalization form C.
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str>;

    /// `domain` after the mapping of UTS 46 (non-transitional, any ASCII) and in normalization form C;
    /// `None` if a character is disallowed. Labels may come back in Unicode or in Punycode.
    fn map_domain(&self, domain: &str) -> Option<String>;

    /// Whether that mapping leaves `label`, in Unicode, as it is; `ascii` is the label in Punycode.
    fn keeps_label(&self, label: &str, ascii: &str) -> bool;
}
