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
    /// The number of capitals, as far as they were counted before any other letter was found.
    capitals: usize,
    /// Whether there are other letters.
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
                match raw.is_ascii() && !text.escaped {
                    true => style.read_ascii(raw),
                    false => style.read(Text { raw, ..text }, context.host),
                }
            }
        });
        Some(style)
    }

    /// Counts more characters, one pass for each property, which compiles to vector instructions.
    fn read_ascii(&mut self, text: &[u8]) {
        let count = |is: fn(&u8) -> bool| text.iter().filter(|byte| is(byte)).count();
        let marks = count(is_mark);
        self.length += text.len() as i64;
        self.others = self.others || text.iter().any(u8::is_ascii_lowercase);
        if !self.others {
            self.capitals += count(u8::is_ascii_uppercase);
        }
        self.marks += marks;
        self.run |= marks > 1 && text.windows(2).any(|pair| pair.iter().all(is_mark));
    }

    /// Counts more characters.
    fn read(&mut self, text: Text<'_>, host: &dyn Host) {
        let mut is_after_mark = false;
        for c in text.code_points() {
            let c = char::from_u32(c).unwrap_or('\0');
            let is_mark = u8::try_from(c).is_ok_and(|byte| is_mark(&byte));
            self.length += 1;
            self.capitals += usize::from(c.is_ascii_uppercase());
            self.others = self.others
                || match c.is_ascii() {
                    true => c.is_ascii_lowercase(),
                    false => matches!(host.category(c), Category::LetterOrDigit | Category::OtherNumber),
                };
            self.marks += usize::from(is_mark);
            self.run |= is_mark && is_after_mark;
            is_after_mark = is_mark;
        }
    }
}

fn is_mark(byte: &u8) -> bool {
    matches!(byte, b'!' | b'?' | b'$' | b'*')
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::host::Native;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ascii_is_read_as_any_other_text(text in "[aZ !?$*0.-]{0,40}") {
            let (mut by_pass, mut by_character) = (Style::default(), Style::default());
            by_pass.read_ascii(text.as_bytes());
            by_character.read(Text::plain(&text), &Native);
            let found = |style: Style| (style.length, style.is_shouted(), style.is_heavy());
            prop_assert_eq!(found(by_pass), found(by_character));
        }
    }
}
