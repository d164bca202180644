//! The style of names and subjects, ignoring template blocks.
use super::context::{AdviceContext, Member};
use super::template::PartKind;
use crate::host::{Category, Host};
use crate::json::Text;

/// The minimum number of capitals; fewer may be an abbreviation.
const MIN_CAPITALS: usize = 6;
/// The maximum number of marks.
const MAX_MARKS: usize = 2;

#[derive(Default)]
pub(super) struct Style {
    /// The length in code points.
    pub(super) length: i64,
    capitals: usize,
    others: bool,
    marks: usize,
    run: bool,
}

impl Style {
    /// Returns whether all letters are capitals, and there are enough of them.
    pub(super) fn is_shouted(&self) -> bool {
        self.capitals >= MIN_CAPITALS && !self.others
    }

    /// Returns whether the text has a run of marks, or too many of them.
    pub(super) fn is_heavy(&self) -> bool {
        self.run || self.marks > MAX_MARKS
    }
}

impl Style {
    /// Reads the style of a text. Returns `None` if the field has no text.
    pub(super) fn of<'v>(context: &mut AdviceContext<'_, 'v>, member: &Member<'v>) -> Option<Self> {
        let (value, text) = member.value.zip(context.text(member))?;
        let mut style = Style::default();
        context.each_part(value, |context, part| {
            if part.kind == PartKind::Outside {
                let raw = part.span.of(text.raw);
                let mut before = false;
                let mut read = |c| before = style.read(c, before, context.host);
                match raw.is_ascii() && !text.escaped {
                    true => raw.iter().for_each(|byte| read(char::from(*byte))),
                    false => {
                        let code_points = Text { raw, ..text }.code_points();
                        code_points.for_each(|c| read(char::from_u32(c).unwrap_or('\0')));
                    }
                }
            }
        });
        Some(style)
    }

    /// Counts one more character. Returns whether it is a mark.
    #[inline]
    fn read(&mut self, c: char, is_after_mark: bool, host: &dyn Host) -> bool {
        let is_mark = matches!(c, '!' | '?' | '$' | '*');
        self.length += 1;
        self.capitals += usize::from(c.is_ascii_uppercase());
        self.others |= match c.is_ascii() {
            true => c.is_ascii_lowercase(),
            false => matches!(host.category(c), Category::LetterOrDigit | Category::OtherNumber),
        };
        self.marks += usize::from(is_mark);
        self.run |= is_mark && is_after_mark;
        is_mark
    }
}
