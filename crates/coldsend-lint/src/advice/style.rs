//! How a name or a subject is written, what stands in blocks left aside.
use super::template::{self, Part};
use crate::host::{Category, Host};
use crate::json::Text;

/// Fewer capitals may be an abbreviation.
const MIN_CAPITALS: usize = 6;
/// So many marks are too many anywhere.
const MAX_MARKS: usize = 2;

#[derive(Default)]
pub(super) struct Style {
    /// Code points.
    pub(super) length: i64,
    capitals: usize,
    others: bool,
    marks: usize,
    run: bool,
}

impl Style {
    /// Whether all letters are capitals.
    pub(super) fn is_shouted(&self) -> bool {
        self.capitals >= MIN_CAPITALS && !self.others
    }

    /// Whether it has a run of punctuation, or much of it.
    pub(super) fn is_heavy(&self) -> bool {
        self.run || self.marks > MAX_MARKS
    }
}

impl Style {
    pub(super) fn of(text: Text<'_>, host: &dyn Host) -> Self {
        let mut style = Style::default();
        template::parts(text.raw, &mut |part| {
            let Part::Outside(range) = part else { return };
            let raw = text.raw.get(range).unwrap_or_default();
            let mut before = false;
            for c in (Text { raw, escaped: text.escaped }).code_points().map(char::from_u32) {
                let c = c.unwrap_or('\0');
                let mark = matches!(c, '!' | '?' | '$' | '*');
                style.length += 1;
                style.capitals += usize::from(c.is_ascii_uppercase());
                style.others |= match c.is_ascii() {
                    true => c.is_ascii_lowercase(),
                    false => matches!(host.category(c), Category::LetterOrDigit | Category::OtherNumber),
                };
                style.marks += usize::from(mark);
                style.run |= mark && before;
                before = mark;
            }
        });
        style
    }
}
