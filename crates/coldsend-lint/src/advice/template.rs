//! The template language of subjects and texts, as far as advice needs it: blocks `{{…}}`, which may be nested, and
//! Liquid's tags `{%…%}`. Text is parsed as written in the document, so blocks that are written with escapes are not
//! recognized. Facts: facts.md 9.1.
use super::foreign::{self, Foreign};
use super::place::Code;
use crate::error::suggest;
use crate::json::Text;
use crate::requests::lead::CUSTOM_PREFIX;
use std::ops::Range;

/// The fields of a variant that are templates.
pub(crate) const FIELDS: [&str; 2] = ["subject_template", "email_content"];

/// The maximum depth of nested blocks.
const MAX_DEPTH: usize = 8;
/// The maximum number of placeholders in a text to compare with the standard ones.
pub(super) const MAX_COMPARED: usize = 100;

/// The variables that every lead has.
const STANDARD: [&str; 5] = ["first_name", "last_name", "email", "company", "job_title"];
/// The lengths of names that may be misspelled standard variables.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=16;
/// The prefix of variables that are computed when the e-mail is sent.
const COMPUTED_PREFIX: &str = "dn_";
/// The names of computed variables.
const COMPUTED: [&str; 4] = ["dn_time_of_day", "dn_day_of_week", "dn_day_name", "dn_date"];

/// The maximum number of parts to keep.
const MAX_REMEMBERED: usize = 1 << 12;

/// Parsed templates, since several rules read the same text.
#[derive(Default)]
pub(super) struct Templates {
    parts: Vec<Part>,
    /// The nodes of the document that have been parsed, each with the indices of its parts.
    known: Vec<(u32, Range<usize>)>,
    /// The index of the node that is probably next: rules read texts in the same order.
    next: usize,
    /// The last of these nodes in the document.
    last: Option<u32>,
    /// Whether not all templates that were parsed are known.
    is_incomplete: bool,
}

impl Templates {
    /// Parses a template, unless it is a node of the document that has been parsed before. Returns the indices of its
    /// parts, which are valid until the next template is parsed.
    pub(super) fn parts(&mut self, node: Option<u32>, text: &[u8]) -> Range<usize> {
        let is_known = |index: &usize| self.known.get(*index).is_some_and(|(known, _)| Some(*known) == node);
        let likely = [self.known.len().wrapping_sub(1), self.next].into_iter();
        if node <= self.last
            && let Some(index) = likely.chain(0..self.known.len()).find(is_known)
        {
            self.next = index + 1;
            return self.known.get(index).map_or(0..0, |(_, parts)| parts.clone());
        }
        if self.parts.len() > MAX_REMEMBERED {
            self.parts.clear();
            self.known.clear();
            self.is_incomplete = true;
        }
        if self.parts.is_empty() {
            self.parts.reserve(128);
            self.known.reserve(32);
        }
        let start = self.parts.len();
        parts(text, |part| self.parts.push(part));
        let parts = start..self.parts.len();
        match node {
            Some(known) => {
                self.known.push((known, parts.clone()));
                self.last = self.last.max(node);
            }
            None => self.is_incomplete = true,
        }
        parts
    }

    /// Returns whether there may be a variable without a fallback, in any template so far, for which a condition holds.
    /// `text` returns the text of a node.
    pub(super) fn may_need<'v>(
        &self,
        text: impl Fn(u32) -> Option<Text<'v>>,
        mut condition: impl FnMut(&'v [u8]) -> bool,
    ) -> bool {
        let mut is_needed = |text: &'v [u8], part: &Part| match part.kind {
            PartKind::Variable { name, has_fallback: false } => condition(name.of(text)),
            _ => false,
        };
        let mut has_needed = |(node, parts): &(u32, Range<usize>)| {
            let parts = self.parts.get(parts.clone()).unwrap_or_default();
            text(*node).is_some_and(|text| parts.iter().any(|part| is_needed(text.raw, part)))
        };
        self.is_incomplete || self.known.iter().any(&mut has_needed)
    }

    pub(super) fn part(&self, index: usize) -> Option<Part> {
        self.parts.get(index).copied()
    }
}

/// A byte range of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, end: usize) -> Self {
        Span { start: start as u32, end: end as u32 }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(super) fn of(self, text: &[u8]) -> &[u8] {
        text.get(self.range()).unwrap_or_default()
    }
}

/// A part of a template.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) kind: PartKind,
    pub(super) span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PartKind {
    /// Text outside blocks and tags.
    Outside,
    /// The content of a block `{{…}}`: a variable, with or without a fallback.
    Variable { name: Span, has_fallback: bool },
    /// The content of a block `{{…}}`: spintax with a single option.
    OneOption,
    /// Any other content of a block `{{…}}`.
    Block,
    /// The content of a tag `{%…%}`.
    Tag,
    /// An unclosed `{{`.
    Unclosed,
    /// The content of a block `{{…}}` that has none.
    Empty,
    /// What does not belong in a template: the content of a block, or a part of the text outside blocks.
    Foreign(Foreign),
}

/// How many bytes to look at together for the next that matters.
const CHUNK: usize = 16;
/// The bits that are set only in bytes that are not ASCII.
const NOT_ASCII: u128 = u128::MAX / 0xFF * 0x80;

/// Parses a template in one pass, and visits its parts.
pub(super) fn parts(text: &[u8], mut visit: impl FnMut(Part)) {
    let mut each = |kind, span: Range<usize>| visit(Part { kind, span: Span::new(span.start, span.end) });
    let (mut open, mut depth) = ([0; MAX_DEPTH], 0);
    let (mut outside, mut at, mut tags, mut damaged, mut code) = (0, 0, true, false, Code::default());
    while let Some(next) = stop(text, at) {
        at = next + 2;
        match text.get(next..).unwrap_or_default() {
            [b'{', b'{', ..] => {
                if depth == 0 {
                    each(PartKind::Outside, outside..next);
                }
                if let Some(slot) = open.get_mut(depth) {
                    *slot = next;
                }
                depth += 1;
            }
            [b'}', b'}', ..] if depth > 0 => {
                depth -= 1;
                if let Some(start) = open.get(depth) {
                    each(block(text, start + 2..next), start + 2..next);
                }
                outside = at;
            }
            [b'{', b'%', ..] if tags => match text[at..].windows(2).position(|window| window == b"%}") {
                Some(length) => {
                    if depth == 0 {
                        each(PartKind::Outside, outside..next);
                    }
                    let tag = tag_text(text.get(at..at + length).unwrap_or_default());
                    match foreign::in_tag(tag).filter(|_| !code.surrounds(text, next)) {
                        Some(found) => each(PartKind::Foreign(found), next..at + length + 2),
                        None => each(PartKind::Tag, at..at + length),
                    }
                    at += length + 2;
                    outside = at;
                }
                None => tags = false,
            },
            [byte, ..] => {
                at = next + 1;
                let found = match byte {
                    _ if depth > 0 => None,
                    b'{' => foreign::at_brace(text, next, &mut code),
                    b'}' => None,
                    _ => foreign::at_sign(text, next, &mut code),
                };
                if let Some((found, span)) = found {
                    at = at.max(span.end);
                    // The rest of the text is damaged in the same way.
                    if !matches!(found, Foreign::Damaged(_)) || !std::mem::replace(&mut damaged, true) {
                        each(PartKind::Foreign(found), span);
                    }
                }
            }
            [] => break,
        }
    }
    match depth {
        0 => each(PartKind::Outside, outside..text.len()),
        _ => open.iter().take(depth).for_each(|start| each(PartKind::Unclosed, *start..start + 2)),
    }
}

/// Returns whether a tag defines a variable. After it, any variable may be the template's own.
pub(super) fn defines_variable(tag: &[u8]) -> bool {
    let tag = tag_text(tag);
    [&b"assign"[..], b"capture", b"for"].iter().any(|word| tag.starts_with(word))
}

/// Returns the content of a tag, from its first word.
fn tag_text(tag: &[u8]) -> &[u8] {
    let tag = tag.trim_ascii_start();
    tag.strip_prefix(b"-").unwrap_or(tag).trim_ascii_start()
}

/// Visits the variables that a template needs a value for: those without a fallback that are neither computed nor
/// defined by the template itself, and whose name no condition has.
#[cfg(feature = "leads")]
pub(crate) fn needed<'t>(text: &'t str, mut visit: impl FnMut(&'t str)) {
    let (mut conditions, mut own) = (Vec::new(), false);
    parts(text.as_bytes(), |part| match part.kind {
        PartKind::Tag => {
            let tag = part.span.of(text.as_bytes());
            own |= defines_variable(tag);
            let is_condition = |word: &[u8]| tag_text(tag).starts_with(word);
            if [&b"if"[..], b"elsif", b"unless", b"case"].into_iter().any(is_condition) {
                conditions.push(tag);
            }
        }
        PartKind::Variable { name, has_fallback: false }
            if !own && !is_computed(name.of(text.as_bytes())) =>
        {
            let Some(name) = text.get(name.range()) else { return };
            let has_name = |tag: &&[u8]| tag.windows(name.len()).any(|part| part == name.as_bytes());
            if !conditions.iter().any(has_name) {
                visit(name);
            }
        }
        _ => {}
    });
}

/// Returns whether a text may have other parts than text.
pub(super) fn has_signs(text: &[u8]) -> bool {
    stop(text, 0).is_some()
}

/// Returns the same as [`has_signs`], faster if there are none.
#[cfg(feature = "leads")]
pub(crate) fn has_signs_in_any(text: &[u8]) -> bool {
    let mut any = 0;
    let mut look = |bytes: &[u8; CHUNK + 1]| any |= marks(bytes, is_stop);
    let mut rest = text;
    while let Some(chunk) = rest.first_chunk() {
        look(chunk);
        rest = &rest[CHUNK..];
    }
    // The last chunk overlaps the one before it.
    let is_short = text.last_chunk().map(look).is_none();
    is_short && has_signs(text) || text.last().is_some_and(|last| is_stop(*last, 0)) || any != 0
}

/// Returns the index of the next brace, or of another byte with which something foreign may begin.
fn stop(text: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let mut padded = [0; CHUNK + 1];
        let bytes = match rest.first_chunk() {
            Some(bytes) => bytes,
            None => {
                padded.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
                &padded
            }
        };
        // Few texts have other characters than ASCII, which take as long as all others.
        let stops =
            match bytes.first_chunk().is_some_and(|bytes| u128::from_le_bytes(*bytes) & NOT_ASCII == 0) {
                true => marks(bytes, |byte, next| is_brace(byte) | foreign::may_begin_in_ascii(byte, next)),
                false => marks(bytes, is_stop),
            };
        if stops != 0 {
            return Some(at + stops.trailing_zeros() as usize / 8);
        }
        if rest.len() <= CHUNK {
            return None;
        }
        at += CHUNK;
    }
}

/// Returns a number whose bytes are 1 for the bytes of a chunk for which a condition on them and the next ones holds.
#[inline]
fn marks(bytes: &[u8; CHUNK + 1], condition: impl Fn(u8, u8) -> bool) -> u128 {
    // Compiles to vector instructions.
    let mut marks = [0; CHUNK];
    for (mark, pair) in marks.iter_mut().zip(bytes.windows(2)) {
        *mark = u8::from(condition(pair[0], pair[1]));
    }
    u128::from_le_bytes(marks)
}

#[inline]
const fn is_stop(byte: u8, next: u8) -> bool {
    is_brace(byte) | foreign::may_begin(byte, next)
}

#[inline]
const fn is_brace(byte: u8) -> bool {
    (byte == b'{') | (byte == b'}')
}

/// Returns the kind of a block. Any text may be the name of a column, so only text that cannot be one is spintax.
fn block(text: &[u8], span: Range<usize>) -> PartKind {
    let inside = text.get(span).unwrap_or_default();
    let variable = |name: &[u8], has_fallback| {
        let start = name.as_ptr().addr() - text.as_ptr().addr();
        PartKind::Variable { name: Span::new(start, start + name.len()), has_fallback }
    };
    let inside = inside.strip_prefix(b"-").unwrap_or(inside);
    let inside = inside.strip_suffix(b"-").unwrap_or(inside).trim_ascii();
    if inside.is_empty() {
        return PartKind::Empty;
    }
    if is_name(inside) && !foreign::is_keyword(inside) {
        return variable(inside, false);
    }
    if let Some(found) = foreign::in_block(inside) {
        return PartKind::Foreign(found);
    }
    let is_text = std::str::from_utf8(inside).is_ok();
    if !is_text || inside.iter().any(|byte| matches!(byte, b'{' | b'}')) {
        return PartKind::Block;
    }
    let mut options = inside.split(|byte| *byte == b'|');
    let name = options.next().unwrap_or_default();
    if name.len() == inside.len() {
        let has = |signs: &[u8]| inside.iter().any(|byte| signs.contains(byte));
        let is_sentence = has(b" ") && has(b",!?");
        let is_choice = is_sentence && !inside.starts_with(COMPUTED_PREFIX.as_bytes());
        return if is_choice { PartKind::OneOption } else { PartKind::Block };
    }
    let name = name.trim_ascii();
    if is_standard(name) || is_name(name) && name.contains(&b'_') {
        return variable(name, true);
    }
    let options = options.chain([name]).filter(|option| !option.trim_ascii().is_empty());
    if options.take(2).count() < 2 { PartKind::OneOption } else { PartKind::Block }
}

fn is_name(text: &[u8]) -> bool {
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b' ');
    !text.is_empty() && text.len() <= 64 && text.iter().all(inside)
}

fn is_standard(name: &[u8]) -> bool {
    STANDARD.iter().any(|standard| standard.as_bytes() == name)
}

/// Returns whether this variable is computed when the e-mail is sent.
pub(super) fn is_computed(name: &[u8]) -> bool {
    name.starts_with(COMPUTED_PREFIX.as_bytes())
}

/// Returns the standard or computed variable that a name seems to be a misspelling of, if any.
pub(super) fn suggest(name: &[u8]) -> Option<&'static str> {
    if is_standard(name) {
        return None;
    }
    let name = std::str::from_utf8(name).ok()?;
    if is_computed(name.as_bytes()) {
        let word = name.split(' ').next().unwrap_or(name);
        let near = |known: &&&str| strsim::osa_distance(word, known) <= 2;
        let known = COMPUTED.contains(&word) || word.len() > 32;
        return COMPUTED.iter().filter(|_| !known).find(near).copied();
    }
    let own = !LENGTHS.contains(&name.len()) || name.starts_with(CUSTOM_PREFIX);
    if own || name.bytes().any(|byte| byte.is_ascii_digit()) {
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
        parts(text.as_bytes(), |part| {
            let inside = &text[part.span.range()];
            out.push(match part.kind {
                PartKind::Outside => inside.to_owned(),
                PartKind::Tag => format!("<{inside}>"),
                PartKind::Unclosed => format!("!{}", part.span.start),
                _ => format!("[{inside}]"),
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
    fn the_next_byte_that_matters_is_found_anywhere() {
        const SIGNS: [&str; 14] =
            ["{", "}", "[", "#", "%", "&", "*", "\\u", "\\\\", ": ", "\u{ff5b}", "«", "Ã¼", "â€"];
        for filler in ["z|~é\u{7f}y:'()\\n", "z|~\u{7f}y:'()\\n"] {
            let filler = filler.repeat(9).into_bytes();
            for (before, sign) in (0..80).flat_map(|before| SIGNS.map(|sign| (before, sign))) {
                if filler[..before].ends_with(b"\\") {
                    continue;
                }
                let mut text = filler[..before].to_vec();
                text.extend(sign.as_bytes());
                text.extend(b"aaa{");
                assert_eq!(stop(&text, 0), Some(before), "{sign} after {before}");
                assert_eq!(stop(&text, before + 1), Some(text.len() - 1));
            }
        }
        assert_eq!(stop(b"nothing at all: \"x\", 'y'", 0), Some(14));
        assert_eq!(stop(b"nothing at all", 0), None);
    }

    #[test]
    fn what_a_block_is() {
        let variable = |text: &'static str| match block(text.as_bytes(), 0..text.len()) {
            PartKind::Variable { name, has_fallback } => Some((&text[name.range()], has_fallback)),
            _ => None,
        };
        assert_eq!(variable(" first_name "), Some(("first_name", false)));
        assert_eq!(variable("first_name|there"), Some(("first_name", true)));
        assert_eq!(variable("- first_name | default: \"you\" -"), Some(("first_name", true)));
        let of = |text: &str| block(text.as_bytes(), 0..text.len());
        assert_eq!(of("Hi|Hello"), PartKind::Block);
        assert_eq!(of("Hi|"), PartKind::OneOption);
        assert_eq!(of("Hi there, friend"), PartKind::OneOption);
        assert_eq!(of("Hi {{a}}|"), PartKind::Block);
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
            assert_eq!(suggest(name.as_bytes()), known, "{name}");
        }
    }
}
