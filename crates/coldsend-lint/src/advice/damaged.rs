//! Text that was damaged on its way: read in a wrong encoding, or escaped once more than it is read.
use super::foreign::Foreign;
use super::place::begins;
use crate::json::Text;
use std::ops::Range;

const WRONG_ENCODING: &str = "text in a wrong encoding";
const LOST: &str = "a character that could not be read";
const TWICE: &str = "HTML that is escaped twice";
const LINE_BREAK: &str = "a line break that is escaped twice";

/// What follows `&amp;` if an entity was escaped once more.
const ENTITIES: [&[u8]; 7] = [b"amp;", b"nbsp;", b"lt;", b"gt;", b"quot;", b"#39;", b"#x27;"];
/// Tags that were escaped.
const TAGS: [&[u8]; 7] = [
    b"&lt;br&gt;",
    b"&lt;br/&gt;",
    b"&lt;br /&gt;",
    b"&lt;p&gt;",
    b"&lt;/p&gt;",
    b"&lt;div&gt;",
    b"&lt;/div&gt;",
];
/// Line breaks whose backslashes were escaped.
const BREAKS: [&[u8]; 2] = [br"\\n\\n", br"\\r\\n"];

/// Returns whether damaged text may begin with this byte, which `next` follows and which is not ASCII. The first of
/// two characters is one of `ÂÃÐÑâãï`.
#[inline]
pub(super) const fn may_begin(byte: u8, next: u8) -> bool {
    let pair = next & 0xFE;
    (byte == 0xC3) & ((pair == 0x82) | (pair == 0x90) | (pair == 0xA2) | (next == 0xAF))
}

/// Returns what begins here, where text is damaged, and its range.
pub(super) fn at(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    let rest = text.get(at..)?;
    let one_of = |known: &[&[u8]]| known.iter().find(|known| begins(rest, known)).map(|known| known.len());
    let (what, length) = match rest {
        [b'&', ..] => {
            let entity = || {
                let inside = rest.get(5..).filter(|_| begins(rest, b"&amp;"))?;
                Some(5 + ENTITIES.iter().find(|entity| begins(inside, entity))?.len())
            };
            (TWICE, one_of(&TAGS).or_else(entity)?)
        }
        [b'\\', b'\\', ..] => (LINE_BREAK, one_of(&BREAKS)?),
        _ => decoded(text, at)?,
    };
    Some((Foreign::Damaged(what), at..at + length))
}

/// Returns what begins here, if it was read in a wrong encoding, and its length: UTF-8 read as Windows-1252 or Latin-1
/// has a letter and a sign for one character.
pub(crate) fn decoded(text: &[u8], at: usize) -> Option<(&'static str, usize)> {
    let (before, text) = text.split_at_checked(at)?;
    let mut points =
        Text { raw: text, escaped: true }.code_points().map(|c| char::from_u32(c).unwrap_or('\0'));
    let length = |c: char, escaped: bool| if escaped { 6 } else { c.len_utf8() };
    let first = points.next()?;
    let first_length = length(first, text.first() == Some(&b'\\'));
    if first == '\u{FFFD}' {
        return Some((LOST, first_length));
    }
    let second = points.next()?;
    let both = first_length + length(second, text.get(first_length) == Some(&b'\\'));
    let is_damaged = match first {
        // What may also end a word and its quotation is only damage within a word. A capital ends no small letters.
        'Â' | 'Ã' | 'Ð' | 'Ñ' => match second {
            '«' | '»' | '‘' | '’' | '“' | '”' | '…' | '–' | '—' => {
                before.last().is_some_and(u8::is_ascii_lowercase)
                    || points.next().is_some_and(char::is_alphabetic)
            }
            '\u{80}'..='\u{BF}' => true,
            second => "œŸŠšŒŽžƒˆ‚„†‡‰‹›€•˜™".contains(second),
        },
        'â' => "€‚†œ„\u{80}".contains(second),
        'ã' => "€‚ƒ\u{80}\u{81}\u{82}\u{83}".contains(second),
        'ï' => second == '¿',
        _ => false,
    };
    is_damaged.then_some((WRONG_ENCODING, both))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_a_wrong_encoding_is_recognized() {
        for (good, shown) in [
            ("für", "fÃ¼r"),
            ("Straße", "StraÃŸe"),
            ("À", "Ã€"),
            ("don’t", "donâ€™t"),
            ("£", "Â£"),
            ("„", "â€ž"),
            ("→", "â†’"),
            ("あ", "ã\u{81}‚"),
            ("カ", "ã‚«"),
            ("д", "Ð´"),
            ("р", "Ñ€"),
        ] {
            let start = shown.find(|c: char| !c.is_ascii()).unwrap();
            assert!(at(shown.as_bytes(), start).is_some(), "{good} as {shown}");
        }
        for (text, start) in [("Ã–zil", 0), ("Ã…sa", 0), (r"\u00c3\u2013zil", 0), ("NoÃ«", 2)] {
            assert!(at(text.as_bytes(), start).is_some(), "{text}");
        }
        for text in ["Ã”, x", "Ã» – x", "Ã… und", "ÃO", "Âş", "Ña", "â ", "ãe", "ïve", "Ã»", "Â,", "ÑÑ", "Ð"]
        {
            assert_eq!(at(text.as_bytes(), 0), None, "{text}");
        }
    }

    #[test]
    fn text_that_is_escaped_twice_is_recognized() {
        for (text, found) in [
            ("&amp;nbsp;x", "&amp;nbsp;"),
            ("&amp;amp; x", "&amp;amp;"),
            ("&lt;BR&gt;x", "&lt;BR&gt;"),
            (r"\\n\\nx", r"\\n\\n"),
            (r"\ufffdx", r"\ufffd"),
            (r"\u00c3\u00bcx", r"\u00c3\u00bc"),
        ] {
            let range = at(text.as_bytes(), 0).map(|(_, range)| &text[range]);
            assert_eq!(range, Some(found), "{text}");
        }
        for text in ["&amp;#top", "&amp;a=1", "&lt;3", r"\\nas", r"\\n+", r"\u00e9"] {
            assert_eq!(at(text.as_bytes(), 0), None, "{text}");
        }
    }
}
