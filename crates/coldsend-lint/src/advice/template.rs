//! The template language of subjects and texts, as far as recommendations need it: blocks `{{…}}`, which
//! may hold others, and Liquid's tags `{%…%}`. It reads the text as it stands in the document; what is
//! written with escapes is no block. Facts: fact file, 9.1.
use crate::error::suggest;
use std::ops::Range;

/// Blocks inside blocks are told apart this deep.
const MAX_DEPTH: usize = 8;
/// So many placeholders of a text are compared with the standard ones.
pub(super) const MAX_COMPARED: usize = 100;

/// The variables that every lead has.
const STANDARD: [&str; 5] = ["first_name", "last_name", "email", "company", "job_title"];
/// No misspelt one is shorter or longer.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=16;
/// What is computed when the e-mail is sent.
const COMPUTED: [&str; 4] = ["dn_time_of_day", "dn_day_of_week", "dn_day_name", "dn_date"];

/// A part of a template.
pub(super) enum Part {
    /// Text between blocks.
    Outside(Range<usize>),
    /// What is inside `{{` and `}}`.
    Block(Range<usize>),
    /// What is inside `{%` and `%}`.
    Tag(Range<usize>),
    /// `{{` that nothing closes.
    Unclosed(Range<usize>),
}

/// Takes a template apart, in one pass.
pub(super) fn parts(text: &[u8], each: &mut dyn FnMut(Part)) {
    let (mut open, mut depth) = ([0; MAX_DEPTH], 0);
    let (mut outside, mut at, mut tags) = (0, 0, true);
    while let Some(next) = brace(text, at) {
        at = next + 2;
        match text.get(next..at) {
            Some(b"{{") => {
                if depth == 0 {
                    each(Part::Outside(outside..next));
                }
                if let Some(slot) = open.get_mut(depth) {
                    *slot = next;
                }
                depth += 1;
            }
            Some(b"}}") if depth > 0 => {
                depth -= 1;
                if let Some(start) = open.get(depth) {
                    each(Part::Block(start + 2..next));
                }
                outside = at;
            }
            Some(b"{%") if tags => match text[at..].windows(2).position(|window| window == b"%}") {
                Some(length) => {
                    if depth == 0 {
                        each(Part::Outside(outside..next));
                    }
                    each(Part::Tag(at..at + length));
                    at += length + 2;
                    outside = at;
                }
                None => tags = false,
            },
            _ => at = next + 1,
        }
    }
    match depth {
        0 => each(Part::Outside(outside..text.len())),
        _ => open.iter().take(depth).for_each(|start| each(Part::Unclosed(*start..start + 2))),
    }
}

/// The place of the next brace. Most of a text has none, so eight bytes are looked at at once.
fn brace(text: &[u8], from: usize) -> Option<usize> {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    // The lowest bit that is set belongs to the first byte that is zero.
    let zeros = |bytes: u64| bytes.wrapping_sub(ONES) & !bytes & (ONES << 7);
    let same = |bytes: u64, byte: u8| zeros(bytes ^ (ONES * u64::from(byte)));
    let mut at = from;
    while let Some(bytes) = text.get(at..).and_then(|rest| rest.first_chunk()) {
        let bytes = u64::from_le_bytes(*bytes);
        match same(bytes, b'{') | same(bytes, b'}') {
            0 => at += 8,
            found => return Some(at + found.trailing_zeros() as usize / 8),
        }
    }
    let next = text.get(at..)?.iter().position(|byte| matches!(byte, b'{' | b'}'))?;
    Some(at + next)
}

/// What a block is.
#[derive(Debug, PartialEq)]
pub(super) enum Block<'t> {
    /// A variable, and whether something stands in where it is empty.
    Variable(&'t str, bool),
    /// A choice with a single option.
    OneOption,
    /// Anything else.
    Other,
}

/// Says what a block is. Any text may be the name of a column, so only what cannot be one is a choice.
pub(super) fn block(content: &[u8]) -> Block<'_> {
    let Ok(content) = std::str::from_utf8(content) else { return Block::Other };
    let content = content.strip_prefix('-').unwrap_or(content);
    let content = content.strip_suffix('-').unwrap_or(content).trim_ascii();
    if is_name(content) {
        return Block::Variable(content, false);
    }
    if content.bytes().any(|byte| matches!(byte, b'{' | b'}')) {
        return Block::Other;
    }
    let Some((name, rest)) = content.split_once('|') else {
        let has = |signs: &[u8]| content.bytes().any(|byte| signs.contains(&byte));
        let sentence = has(b" ") && has(b",!?");
        return if sentence && !is_computed(content) { Block::OneOption } else { Block::Other };
    };
    let name = name.trim_ascii();
    if STANDARD.contains(&name) || is_name(name) && name.bytes().any(|byte| byte == b'_') {
        return Block::Variable(name, true);
    }
    let options = rest.split('|').chain([name]).filter(|option| !option.trim_ascii().is_empty());
    if options.take(2).count() < 2 { Block::OneOption } else { Block::Other }
}

fn is_name(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b' ');
    !text.is_empty() && text.len() <= 64 && text.bytes().all(inside)
}

/// Whether the template language knows this variable, whatever the leads have.
pub(super) fn is_computed(name: &str) -> bool {
    name.starts_with("dn_")
}

/// The variable that was meant, where a name is nearly that of one.
pub(super) fn suggest(name: &str) -> Option<&'static str> {
    if is_computed(name) {
        let word = name.split(' ').next().unwrap_or(name);
        let near = |known: &&&str| strsim::osa_distance(word, known) <= 2;
        let known = COMPUTED.contains(&word) || word.len() > 32;
        return COMPUTED.iter().filter(|_| !known).find(near).copied();
    }
    let own = !LENGTHS.contains(&name.len()) || name.starts_with("custom_");
    if own || STANDARD.contains(&name) || name.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let sent = suggest::plain(name);
    let near = |known: &&&str| {
        let known = suggest::plain(known);
        let most = if known.len() >= 9 { 2 } else { usize::from(sent.len() >= 5) };
        sent.len().abs_diff(known.len()) <= most && strsim::osa_distance(&sent, &known) <= most
    };
    STANDARD.iter().find(near).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut out = Vec::new();
        parts(text.as_bytes(), &mut |part| {
            out.push(match part {
                Part::Outside(range) => text[range].to_owned(),
                Part::Block(range) => format!("[{}]", &text[range]),
                Part::Tag(range) => format!("<{}>", &text[range]),
                Part::Unclosed(range) => format!("!{}", range.start),
            });
        });
        out.concat()
    }

    #[test]
    fn blocks_tags_and_what_is_open() {
        assert_eq!(shown("Hi {{a}}, {% if b %}{{c}}{% endif %}."), "Hi [a], < if b >[c]< endif >.");
        assert_eq!(shown("{{Hi {{a}}|Hello}} x"), "[a][Hi {{a}}|Hello] x");
        assert_eq!(shown("Hi {{a, {{b}} {{c"), "Hi [b]!3!14");
        assert_eq!(shown("{a} }} {% x"), "{a} }} {% x");
        assert_eq!(shown("{"), "{");
        assert_eq!(shown(&"{{".repeat(50_000)).len(), "!0!2!4!6!8!10!12!14".len());
    }

    #[test]
    fn the_next_brace_is_found_anywhere() {
        for before in 0..40 {
            for brace_byte in [b'{', b'}'] {
                let mut text = "z|~é\u{7f}y".repeat(8).into_bytes();
                text[before] = brace_byte;
                text.push(b'{');
                assert_eq!(brace(&text, 0), Some(before));
                assert_eq!(brace(&text, before + 1), Some(text.len() - 1));
            }
        }
        assert_eq!(brace(b"no brace at all", 0), None);
    }

    #[test]
    fn what_a_block_is() {
        let of = |text: &'static str| block(text.as_bytes());
        assert_eq!(of(" first_name "), Block::Variable("first_name", false));
        assert_eq!(of("first_name|there"), Block::Variable("first_name", true));
        assert_eq!(of("- first_name | default: \"you\" -"), Block::Variable("first_name", true));
        assert_eq!(of("Hi|Hello"), Block::Other);
        assert_eq!(of("Hi|"), Block::OneOption);
        assert_eq!(of("Hi there, friend"), Block::OneOption);
        assert_eq!(of("Hi {{a}}|"), Block::Other);
    }

    #[test]
    fn only_near_names_are_misspelt() {
        for (name, known) in [
            ("firstname", Some("first_name")),
            ("First Name", Some("first_name")),
            ("frist_name", Some("first_name")),
            ("Company", Some("company")),
            ("emial", Some("email")),
            ("dn_day_nane", Some("dn_day_name")),
            ("dn_date 2 days from now dddd", None),
            ("first_name", None),
            ("mail", None),
            ("city", None),
            ("custom_company", None),
            ("company_2", None),
            ("company_size", None),
        ] {
            assert_eq!(suggest(name), known, "{name}");
        }
    }
}
