//! What other programs write in place of a value that is missing. As words and signs, these occur in good texts, too, so
//! in a text they are only recognized where a value stands alone.
use super::foreign::{self, Foreign};
use super::place::{before, begins, ends, is_in_braces};
use std::ops::Range;

/// The errors of spreadsheets.
const CELLS: [&str; 9] = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#NV", "#N/D"];
/// What a program writes in place of a missing value.
const MISSING: [&str; 8] = ["undefined", "null", "None", "NaN", "nan", "NULL", "nil", "(null)"];
/// The same, but only as a whole value.
const MISSING_WHOLE: [&str; 9] =
    ["N/A", "n/a", "n.a.", "-", "--", "string", "<no value>", "NaT", INVALID_DATE];
const INVALID_DATE: &str = "Invalid Date";
/// The beginning of what a program prints for an object, and what is said of it.
const PRINTED: [(&str, &str); 18] = [
    (OBJECT, OBJECT),
    ("[object ", "[object …]"),
    ("[Function", "[Function]"),
    ("['", "a list"),
    ("{'", "an object"),
    ("b'", "b'…'"),
    ("Promise {", "Promise {…}"),
    ("function (", FUNCTION),
    ("function(", FUNCTION),
    ("Optional(", "Optional(…)"),
    ("<bound method ", "<bound method>"),
    ("<function ", "<function>"),
    ("<object ", "<object>"),
    ("<built-in ", "<built-in>"),
    ("#<", "#<…>"),
    ("System.Collections.", "System.Collections"),
    ("System.Object", "System.Object"),
    ("System.String[", "System.String[]"),
];
const OBJECT: &str = "[object Object]";
const FUNCTION: &str = "function (…)";
/// The beginning of a text that is still to be written, or was copied with its subject.
const DRAFTS: [&str; 6] = ["lorem ipsum", "todo:", "fixme:", "tbd:", "subject:", "betreff:"];
/// Words that begin a text and precede a name, in lowercase.
const GREETINGS: [&str; 17] = [
    "hi", "hello", "hey", "dear", "good", "hallo", "liebe", "lieber", "guten", "bonjour", "salut", "cher",
    "hola", "ciao", "hej", "hei", "yo",
];
/// The maximum number of tags and of words before a name.
const MAX_TAGS: usize = 20;
const MAX_WORDS: usize = 4;
/// The length of the shortest missing value, in bytes.
const MIN_LENGTH: usize = 3;
/// The maximum length of a leftover, in bytes.
const MAX_LENGTH: usize = 64;

/// Returns whether a value may be a leftover, from its first bytes. White space or an escape may precede it.
pub(crate) const fn may_be_whole(value: &[u8]) -> bool {
    matches!(
        value,
        [b'u' | b'n' | b'N' | b'[' | b'(' | b'-' | b's' | b'<' | b'S' | b'#' | b' ' | b'\\' | 0x80.., ..]
            | [b'P', b'r', ..]
            | [b'O', b'p', ..]
            | [b'I', b'n', ..]
            | [b'f', b'u', ..]
            | [b'b' | b'{', b'\'', ..]
    )
}

/// Returns what a whole value is, if it is a leftover: a single one, or one for each of several words.
pub(super) fn whole(value: &str) -> Option<&'static str> {
    let value = value.trim();
    let known = |word: &str| MISSING.iter().chain(&MISSING_WHOLE).chain(&CELLS).find(|known| **known == word);
    if value.len() > MAX_LENGTH {
        return None;
    }
    if let Some(known) = known(value) {
        return Some(known);
    }
    if let Some((what, _)) = printed(value.as_bytes()) {
        return Some(what);
    }
    let blank = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    if blank.is_some_and(|blank| {
        blank.chars().all(|c| !c.is_ascii() || c.is_ascii_alphabetic() || matches!(c, ' ' | '_' | '-'))
    }) {
        return Some("<name>");
    }
    if is_cell_error(value) {
        return Some("the error of a spreadsheet");
    }
    let mut words = value.split_whitespace().map(known);
    let first = words.next()??;
    words.all(|word| word.is_some()).then_some(first)
}

/// Returns whether a value is the error of a spreadsheet in any language, such as `#BEZUG!` or `#NOM?`.
fn is_cell_error(value: &str) -> bool {
    let name = value.strip_prefix('#').and_then(|rest| rest.strip_suffix(['!', '?']));
    name.is_some_and(|name| {
        name.chars().count() > 2 && name.chars().all(|c| c.is_uppercase() || matches!(c, '¡' | '¿'))
    })
}

/// Returns the leftover at the start of a text, and its range: a draft, or something in place of a name. `text` is what
/// precedes the first block of `whole`.
pub(super) fn opening(text: &[u8], whole: &[u8]) -> Option<(Foreign, Range<usize>)> {
    if text == b"=" {
        // A block whose content is itself a leftover is reported as that.
        let is_reported = whole.get(3..)?.trim_ascii_start().starts_with(b"$");
        return (!is_reported && whole.len() > 1).then_some((Foreign::Leftover("={{…}}"), 0..1));
    }
    if text.len() < MIN_LENGTH || !may_open(text) {
        return None;
    }
    let start = after_tags(text);
    let rest = text.get(start..)?;
    let first = rest.first()?;
    let begins_draft = |draft: &&&str| draft.as_bytes().first() == Some(&first.to_ascii_lowercase());
    if let Some(draft) = DRAFTS.iter().filter(begins_draft).find(|draft| begins(rest, draft.as_bytes())) {
        return Some((Foreign::Leftover(draft), start..start + draft.len()));
    }
    let mut at = start;
    for word in 0..=MAX_WORDS {
        let rest = text.get(at..)?;
        let greets = || {
            let words = text.get(start..at).unwrap_or_default();
            words.split(|byte| *byte == b' ').next().is_some_and(is_greeting)
        };
        if let Some((found, length)) = instead_of_name(rest, word > 0) {
            return (word == 0 || greets()).then_some((found, at..at + length));
        }
        if word == 1 && rest.first() == Some(&b',') {
            return greets().then_some((Foreign::Leftover("an empty name"), start..at + 1));
        }
        let is_word = |byte: &&u8| byte.is_ascii_alphabetic() || **byte == b'.';
        at += rest.iter().take(MAX_LENGTH).take_while(is_word).count();
        if text.get(at) != Some(&b' ') {
            return None;
        }
        at += 1;
    }
    None
}

/// Returns what a text begins with, if it stands in place of a name, and its length. After a greeting, it may be more
/// than at the start.
fn instead_of_name(text: &[u8], greeted: bool) -> Option<(Foreign, usize)> {
    let leftover = |(what, length)| (Foreign::Leftover(what), length);
    match text.first()? {
        b'u' | b'n' | b'N' => missing(text).map(|missing| (Foreign::Leftover(missing), missing.len())),
        b'=' => formula(text).map(leftover),
        _ if !greeted => None,
        b'(' => missing(text)
            .map(|missing| (Foreign::Leftover(missing), missing.len()))
            .or_else(|| foreign::in_signs(text)),
        b'_' => foreign::in_signs(text),
        b'<' => printed(text).map(leftover).or_else(|| foreign::in_signs(text)),
        b'f' | b'O' | b'b' | b'S' => printed(text).map(leftover),
        _ => None,
    }
}

/// Returns what a program printed for an object at the beginning of a text, and the length of what shows it.
fn printed(text: &[u8]) -> Option<(&'static str, usize)> {
    let (prefix, what) = PRINTED.iter().find(|(prefix, _)| text.starts_with(prefix.as_bytes()))?;
    let is_closed = !prefix.ends_with('\'') || text.iter().filter(|byte| **byte == b'\'').count() > 1;
    is_closed.then_some((*what, prefix.len()))
}

/// Returns the formula of a spreadsheet at the beginning of a text, and the length of its name.
pub(super) fn formula(text: &[u8]) -> Option<(&'static str, usize)> {
    let rest = text.strip_prefix(b"=")?;
    let length = rest.iter().take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()).count();
    let name = rest.get(..length)?;
    let is_cell =
        || name.last().is_some_and(u8::is_ascii_digit) && name.first().is_some_and(u8::is_ascii_uppercase);
    let is_formula = match rest.get(length) {
        Some(b'(') => length > 1,
        None | Some(b'&' | b'+') => is_cell(),
        _ => false,
    };
    is_formula.then_some(("a formula", length + 1))
}

/// Returns whether a text may begin with a draft, a missing value, a greeting, a tag or white space, from its first
/// byte.
fn may_open(text: &[u8]) -> bool {
    match text.first().map_or(0, u8::to_ascii_lowercase) {
        b'u' | b'n' | b'l' | b't' | b'f' | b'<' | b'=' | b'\\' | b' ' | b'\n' | b'\r' | b'\t' => true,
        // A greeting and a missing value are not shorter.
        b'h' | b'd' | b'g' | b'b' | b's' | b'c' | b'y' => text.len() >= 6,
        _ => false,
    }
}

fn is_greeting(word: &[u8]) -> bool {
    GREETINGS.iter().any(|greeting| word.eq_ignore_ascii_case(greeting.as_bytes()))
}

/// Returns the missing value at the start of the text after a block, after a space.
#[inline]
pub(super) fn after_block(text: &[u8]) -> Option<(Foreign, Range<usize>)> {
    let [b' ', b'u' | b'n' | b'N', ..] = text else { return None };
    let missing = missing(text.get(1..)?)?;
    Some((Foreign::Leftover(missing), 1..1 + missing.len()))
}

/// Returns the missing value with which a text begins, if it stands alone.
fn missing(text: &[u8]) -> Option<&'static str> {
    if !matches!(text.first()?, b'u' | b'n' | b'N' | b'(') {
        return None;
    }
    let missing = MISSING.iter().find(|missing| text.starts_with(missing.as_bytes()))?;
    let rest = text.get(missing.len()..)?;
    // A program that misses the name often misses the rest of it, too.
    let again = rest.strip_prefix(b" ").and_then(|rest| rest.strip_prefix(missing.as_bytes()));
    ends(again.unwrap_or(rest)).then_some(*missing)
}

/// Returns the missing value after a colon, and its range. Others than these are words of a good text there.
pub(super) fn after_colon(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    let start = at + 2;
    let rest = text.get(start..)?;
    let word =
        ["undefined", "NaN", INVALID_DATE].into_iter().find(|word| rest.starts_with(word.as_bytes()))?;
    let is_key = matches!(before(text, at), Some(b'"' | b'\'')) || is_in_braces(text, at);
    let stands_alone = ends(rest.get(word.len()..)?) && !is_key;
    stands_alone.then_some((Foreign::Leftover(word), start..start + word.len()))
}

/// Returns the error of a spreadsheet that begins here, in place of a value.
pub(super) fn cell(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    let rest = text.get(at..)?;
    let cell = CELLS.into_iter().find(|cell| rest.starts_with(cell.as_bytes()))?;
    let is_alone = ends(rest.get(cell.len()..)?) && is_place_of_value(text, at);
    is_alone.then_some((Foreign::Leftover(cell), at..at + cell.len()))
}

/// Returns the printed object that begins with this bracket.
pub(super) fn object(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    let rest = text.get(at..).filter(|rest| !rest.starts_with(b"['"))?;
    let (what, length) = printed(rest)?;
    let end = rest.iter().take(MAX_LENGTH).position(|byte| *byte == b']').map_or(length, |end| end + 1);
    Some((Foreign::Leftover(what), at..at + end))
}

/// Returns the printed promise in whose braces this one begins.
pub(super) fn promise(text: &[u8], at: usize, end: usize) -> Option<(Foreign, Range<usize>)> {
    let before = text.get(..at)?.strip_suffix(b"Promise ")?;
    Some((Foreign::Leftover("Promise {…}"), before.len()..end))
}

/// Returns the amount that is not a number at this sign, which is of a currency or of percent.
pub(super) fn amount(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    const NOT_A_NUMBER: [&str; 2] = ["NaN", "undefined"];
    let (before, rest) = (text.get(..at)?, text.get(at + 1..)?);
    let of = |range| (Foreign::Leftover("an amount that is not a number"), range);
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    NOT_A_NUMBER.iter().find_map(|word| match text.get(at)? {
        b'%' => {
            let before = before.strip_suffix(word.as_bytes())?;
            (!is_word(before.last()) && !is_word(rest.first())).then(|| of(before.len()..at + 1))
        }
        _ => {
            let after = rest.strip_prefix(word.as_bytes())?;
            (!is_word(after.first())).then(|| of(at..text.len() - after.len()))
        }
    })
}

/// Returns what Go prints in place of a value, which begins with this sign.
pub(super) fn verb(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    match text.get(at..)? {
        [b'%', b'!', b'a'..=b'z', b'(', ..] => Some((Foreign::Leftover("%!…(…)"), at..at + 4)),
        _ => None,
    }
}

/// Returns whether a value is expected here: at the start of a text or a line, after a colon, a block or a greeting.
pub(super) fn is_place_of_value(text: &[u8], at: usize) -> bool {
    match before(text, at) {
        None | Some(b'\n' | b'>') => true,
        Some(b' ') => {
            let text = text.get(..at - 1).unwrap_or_default();
            let length =
                text.iter().rev().take(MAX_LENGTH).take_while(|byte| byte.is_ascii_alphabetic()).count();
            let word = text.get(text.len() - length..).unwrap_or_default();
            is_greeting(word) || matches!(before(text, text.len()), Some(b':' | b'}'))
        }
        _ => false,
    }
}

/// Returns where a text begins, after white space and tags.
fn after_tags(text: &[u8]) -> usize {
    let mut at = 0;
    for _ in 0..MAX_TAGS {
        let Some(rest) = text.get(at..) else { break };
        at += match rest {
            [b' ' | b'\n' | b'\r' | b'\t', ..] => 1,
            [b'\\', b'n' | b'r' | b't', ..] => 2,
            [b'<', first, ..] if first.is_ascii_alphabetic() => {
                match rest.iter().take(MAX_LENGTH).position(|byte| *byte == b'>') {
                    Some(end) => end + 1,
                    None => break,
                }
            }
            _ => break,
        };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_value_may_be_a_leftover() {
        for value in [
            "undefined",
            " null ",
            "None None",
            "undefined undefined",
            "#N/A",
            "N/A",
            "nan",
            "-",
            "string  string",
            "[object Object]",
            "System.Collections.Hashtable",
            "<your campaign name>",
            "#REF!",
            "#BEZUG!",
            "#NOM?",
            "#¡REF!",
            "#NV",
        ] {
            assert!(whole(value).is_some(), "{value}");
        }
        for value in [
            "",
            " ",
            "Nan",
            "Null",
            "Nan Goldin",
            "Ada",
            "None of us",
            "Undefined Ltd",
            "String Theory GmbH",
            "NA",
            "<3",
            "Strings",
            "-1",
            "<b>Ada</b>",
            "nanotech",
            "Christopher Null",
            "#1!",
            "#Ada!",
            "#ADA",
            "#!",
        ] {
            assert_eq!(whole(value), None, "{value}");
        }
    }

    #[test]
    fn a_text_may_begin_with_a_leftover() {
        for text in [
            "Hi undefined,",
            "undefined, a question",
            "Hello null!",
            r"Dear None,\nx",
            "<p>Hi undefined,</p>",
            "Hey undefined undefined,",
            "Dear Mr. undefined,",
            "Lorem ipsum dolor",
            "TODO: write",
            r"\n Hi NaN – x",
            "Good morning null,",
        ] {
            assert!(opening(text.as_bytes(), text.as_bytes()).is_some(), "{text}");
        }
        for text in [
            "",
            "Hi",
            "Hi Ada,",
            "Undefined behaviour",
            "undefined behaviour costs",
            "None of your people, hi",
            "Null and void",
            "Hi there, undefined",
            "Your undefined, x",
            "Good undefined behaviour,",
            "<p",
            "<",
            "Dear Nanette,",
            "Todos: x",
            "Hi Ada , a word",
            "Well , a word",
        ] {
            assert_eq!(opening(text.as_bytes(), text.as_bytes()), None, "{text}");
        }
    }
}
