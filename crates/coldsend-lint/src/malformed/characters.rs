//! The names of characters that look like JSON's punctuation or like nothing at all, and what to write instead.

use crate::json::hexadecimal;

/// What to do with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Instead {
    /// It is invisible: remove it.
    Nothing,
    /// Write this.
    Write(&'static str),
}

/// Returns the name of a character in Unicode, and what to do with it.
pub(super) fn name(c: char) -> Option<(&'static str, Instead)> {
    use Instead::{Nothing, Write};
    let quote = Write("\"");
    let space = Write("an ordinary space");
    Some(match c {
        '\u{A0}' => ("no-break space", space),
        '\u{202F}' => ("narrow no-break space", space),
        '\u{3000}' => ("ideographic space", space),
        '\u{2000}'..='\u{200A}' => ("typographic space", space),
        '\u{2028}' => ("line separator", Write("a line break")),
        '\u{200B}' => ("zero width space", Nothing),
        '\u{200C}' => ("zero width non-joiner", Nothing),
        '\u{200D}' => ("zero width joiner", Nothing),
        '\u{200E}' => ("left-to-right mark", Nothing),
        '\u{200F}' => ("right-to-left mark", Nothing),
        '\u{2060}' => ("word joiner", Nothing),
        '\u{FEFF}' => ("byte order mark", Nothing),
        '\u{AD}' => ("soft hyphen", Nothing),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => ("control character", Nothing),
        '\u{201C}' => ("left double quotation mark", quote),
        '\u{201D}' => ("right double quotation mark", quote),
        '\u{201E}' => ("double low-9 quotation mark", quote),
        '\u{AB}' => ("left-pointing double angle quotation mark", quote),
        '\u{BB}' => ("right-pointing double angle quotation mark", quote),
        '\u{2018}' => ("left single quotation mark", quote),
        '\u{2019}' => ("right single quotation mark", quote),
        '\u{201A}' => ("single low-9 quotation mark", quote),
        '\u{2032}' => ("prime", quote),
        '\u{2033}' => ("double prime", quote),
        '\u{FF02}' => ("fullwidth quotation mark", quote),
        '\u{FF1A}' => ("fullwidth colon", Write(":")),
        '\u{FF0C}' => ("fullwidth comma", Write(",")),
        '\u{3001}' => ("ideographic comma", Write(",")),
        '\u{FF5B}' => ("fullwidth left curly bracket", Write("{")),
        '\u{FF5D}' => ("fullwidth right curly bracket", Write("}")),
        '\u{FF3B}' => ("fullwidth left square bracket", Write("[")),
        '\u{FF3D}' => ("fullwidth right square bracket", Write("]")),
        '\u{2013}' => ("en dash", Write("-")),
        '\u{2014}' => ("em dash", Write("-")),
        '\u{2212}' => ("minus sign", Write("-")),
        '\u{FF10}'..='\u{FF19}' => ("fullwidth digit", Write("an ordinary digit")),
        '\u{2026}' => ("horizontal ellipsis", Nothing),
        '\u{2022}' => ("bullet", Nothing),
        '\u{FE00}'..='\u{FE0F}' => ("variation selector", Nothing),
        '\u{FFFC}' => ("object replacement character", Nothing),
        _ => return None,
    })
}

/// Returns a character that is invisible, or is a blank that looks like another one, such as `U+200B (zero width space)`.
#[cfg(feature = "leads")]
pub(crate) fn invisible(c: char) -> Option<String> {
    let (name, instead) = name(c).filter(|_| c != '\u{2026}')?;
    let is_blank = c.is_whitespace() && !c.is_ascii();
    (instead == Instead::Nothing || is_blank).then(|| [&code_point(c), " (", name, ")"].concat())
}

/// Returns the code point of a character, such as `U+200B`.
pub(super) fn code_point(c: char) -> String {
    ["U+", &hexadecimal(u32::from(c), 4)].concat()
}
