//! Characters that join others into one, such as those of an emoji. Terminals disagree about the width of the result,
//! so nothing below it would be aligned; what is shown instead has the same width everywhere.
use super::Shown;

/// Returns whether what is shown for a character depends on the one before it.
pub(super) fn is_joining(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Returns what is shown for such a character: nothing in an emoji, the character in a script that needs it, and
/// otherwise a replacement, because it is invisible.
pub(super) fn joined(c: char, before: Option<char>) -> Shown<'static> {
    let is_color = matches!(c, '\u{1F3FB}'..='\u{1F3FF}');
    match before {
        Some(before) if is_emoji(before) || is_joining(before) => Shown::Nothing,
        Some('0'..='9' | '#' | '*') if c == '\u{FE0F}' => Shown::Nothing,
        // Arabic and the scripts of South and Southeast Asia.
        Some('\u{600}'..='\u{1BFF}') if matches!(c, '\u{200C}' | '\u{200D}') => Shown::Char(c),
        _ if is_color => Shown::Char(c),
        _ => Shown::Char(char::REPLACEMENT_CHARACTER),
    }
}

/// Returns whether a character may be an emoji.
fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '©' | '®'
            | '\u{203C}'..='\u{2BFF}'
            | '\u{3030}'
            | '\u{303D}'
            | '\u{3297}'
            | '\u{3299}'
            | '\u{1F000}'..='\u{1FAFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_shown_for_what_joins_an_emoji() {
        for emoji in [
            "👨\u{200D}👩\u{200D}👧",
            "❤\u{FE0F}",
            "👍🏽",
            "👩🏽\u{200D}💻",
            "🏳\u{FE0F}\u{200D}🌈",
            "1\u{FE0F}\u{20E3}",
        ] {
            let mut before = None;
            for c in emoji.chars() {
                assert!(!is_joining(c) || joined(c, before) == Shown::Nothing, "{emoji}: {c:?}");
                before = Some(c);
            }
        }
    }

    #[test]
    fn elsewhere_it_is_shown_or_replaced() {
        let replaced = Shown::Char(char::REPLACEMENT_CHARACTER);
        for c in ['\u{200C}', '\u{200D}', '\u{FE0F}'] {
            assert_eq!([joined(c, Some('a')), joined(c, None)], [replaced, replaced], "{c:?}");
        }
        assert_eq!(joined('\u{FE0E}', Some('1')), replaced);
        assert_eq!(joined('\u{200C}', Some('\u{6CC}')), Shown::Char('\u{200C}'));
        assert_eq!(joined('🏽', Some('a')), Shown::Char('🏽'));
    }
}
