//! The template syntax of other tools, and braces that only look like those of a placeholder. Good texts contain the
//! same characters (CSS, JSON, prices, URLs), so each kind is recognized by its whole form and, where that is not
//! enough, only with a name that such tools insert. Text is read as written in the document.
use super::damaged;
use super::leftover;
use super::place::{Code, before, begins, ends};
use crate::error::suggest;
use std::ops::Range;

/// The maximum length of a name, and of a choice between texts, in bytes.
const MAX_NAME: usize = 40;
const MAX_CHOICE: usize = 200;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// The syntax of another tool, by an example.
    Syntax(&'static str),
    /// Something other than two plain braces around a plain name.
    Braces(&'static str),
    /// What another program wrote in place of a value.
    Leftover(&'static str),
    /// What became of other text on its way.
    Damaged(&'static str),
}

const ENTITIES: Foreign = Foreign::Braces("HTML entities");
const ENCODED: Foreign = Foreign::Braces("percent-encoded braces");
const FULL_WIDTH: Foreign = Foreign::Braces("full-width braces");
const INVISIBLE: Foreign = Foreign::Braces("an invisible character");

/// The names of the variables of other tools, in lowercase and without separators.
const NAMES: [&str; 28] = [
    "firstname",
    "lastname",
    "fullname",
    "name",
    "fname",
    "lname",
    "company",
    "companyname",
    "jobtitle",
    "sendername",
    "senderfirstname",
    "recipientname",
    "prospectname",
    "leadname",
    "clientname",
    "customername",
    "contactname",
    "yourname",
    "yourfirstname",
    "yourfullname",
    "yourcompany",
    "yourcompanyname",
    "yourtitle",
    "yourjobtitle",
    "yourposition",
    "vorname",
    "nachname",
    "prenom",
];
/// More of them, which also stand in square brackets in good texts, as the label of a link.
const LABELS: [&str; 11] = [
    "email",
    "emailaddress",
    "phone",
    "website",
    "domain",
    "city",
    "country",
    "industry",
    "title",
    "signature",
    "unsubscribe",
];
/// The objects whose fields other tools insert.
const OBJECTS: [&str; 12] = [
    "contact",
    "lead",
    "recipient",
    "person",
    "prospect",
    "company",
    "user",
    "sender",
    "account",
    "deal",
    "owner",
    "customer",
];
/// Characters that are not seen, as they are and as escapes.
const UNSEEN: [(&str, &str); 7] = [
    ("\u{200b}", "\\u200b"),
    ("\u{200c}", "\\u200c"),
    ("\u{200d}", "\\u200d"),
    ("\u{2060}", "\\u2060"),
    ("\u{feff}", "\\ufeff"),
    ("\u{ad}", "\\u00ad"),
    ("\u{a0}", "\\u00a0"),
];

/// Returns whether something may begin with this byte, which `next` follows. Braces are not among these bytes.
#[inline]
pub(super) const fn may_begin(byte: u8, next: u8) -> bool {
    may_begin_in_ascii(byte, next)
        | (byte == 0xEF)
        | ((byte == 0xC2) & (next == 0xAB))
        | damaged::may_begin(byte, next)
}

/// Returns the same as [`may_begin`] for a byte that is ASCII.
#[inline]
pub(super) const fn may_begin_in_ascii(byte: u8, next: u8) -> bool {
    (byte.wrapping_sub(b'#') < 4)
        | (byte == b'[')
        | (byte == b'*')
        | ((byte == b'\\') & ((next == b'u') | (next == b'\\')))
        | ((byte == b':') & (next == b' '))
}

/// Returns what begins here, where [`may_begin`] holds, and its range.
#[cold]
pub(super) fn at_sign(text: &[u8], at: usize, code: &mut Code) -> Option<(Foreign, Range<usize>)> {
    let rest = text.get(at..)?;
    let twice =
        |brace: &[u8]| begins(rest, brace) && begins(rest.get(brace.len()..).unwrap_or_default(), brace);
    let of = |(found, length): (Foreign, usize)| (found, at..at + length);
    let found = match rest.first()? {
        b'[' => leftover::object(text, at).or_else(|| in_brackets(text, at).map(of)),
        b'%' if twice(b"%7b") => Some(of((ENCODED, 6))),
        b'%' => in_percent_signs(text, at)
            .or_else(|| leftover::verb(text, at))
            .or_else(|| leftover::amount(text, at)),
        b'$' => after_dollar(text, at).or_else(|| leftover::amount(text, at)),
        b'*' => in_bars(rest).map(of),
        b'#' => leftover::cell(text, at),
        b':' => leftover::after_colon(text, at),
        b'&' => {
            let entities: [&[u8]; 4] = [b"&#123;", b"&#x7b;", b"&lbrace;", b"&lcub;"];
            let entity = entities.into_iter().find(|entity| twice(entity));
            entity.map(|entity| of((ENTITIES, 2 * entity.len()))).or_else(|| damaged::at(text, at))
        }
        b'\\' if twice(b"\\uff5b") => Some(of((FULL_WIDTH, 12))),
        0xEF if twice(b"\xEF\xBD\x9B") => Some(of((FULL_WIDTH, 6))),
        _ => in_guillemets(rest).map(of).or_else(|| damaged::at(text, at)),
    }?;
    (!code.surrounds(text, at)).then_some(found)
}

/// Returns what begins at a single brace, and its range.
#[cold]
pub(super) fn at_brace(text: &[u8], at: usize, code: &mut Code) -> Option<(Foreign, Range<usize>)> {
    let rest = text.get(at + 1..)?;
    if let Some((_, length)) = unseen(rest)
        && rest.get(length..)?.starts_with(b"{")
    {
        return (!code.surrounds(text, at)).then_some((INVISIBLE, at..at + length + 2));
    }
    let end =
        rest.iter().take(MAX_CHOICE).position(|byte| matches!(byte, b'{' | b'}' | b'\n' | b'\r' | b'\\'))?;
    let inside = rest.get(..end).filter(|_| rest.get(end) == Some(&b'}'))?;
    if let Some(promise) = leftover::promise(text, at, at + end + 2) {
        return (!code.surrounds(text, at)).then_some(promise);
    }
    let found = match before(text, at) {
        Some(b'$') => is_path(inside).then_some("${name}"),
        Some(b'#') => is_insertable(inside).then_some("#{name}"),
        Some(b'"' | b'\'' | b'%' | b'/' | b'=' | b'@' | b'\\' | b'_' | b'(' | b'.') => None,
        Some(byte) if byte.is_ascii_alphanumeric() => None,
        _ if is_choice(inside) => Some("{a|b}"),
        Some(_) if inside.is_empty() || inside == b"0" => {
            leftover::is_place_of_value(text, at).then_some("{}")
        }
        _ if inside.starts_with(b"# ") && inside.ends_with(b" #") => Some("{# … #}"),
        _ if inside.strip_prefix(b"!").or_else(|| inside.strip_prefix(b"$")).is_some_and(is_path) => {
            Some("{$name}")
        }
        _ => (is_insertable(inside) && !is_binding(text.get(..at)?)).then_some("{name}"),
    }?;
    (!code.surrounds(text, at)).then_some((Foreign::Syntax(found), at..at + end + 2))
}

/// Returns what the content of a block `{{…}}` is, if it is foreign.
pub(super) fn in_block(inside: &[u8]) -> Option<Foreign> {
    let syntax = |example| Some(Foreign::Syntax(example));
    let has_choice = || inside.contains(&b'|');
    let next_is_letter = || inside.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b' ');
    match inside.first()? {
        b'#' | b'/' | b'^' | b'>' if next_is_letter() && !has_choice() => return syntax("{{#if …}}"),
        b'{' if inside.get(1) != Some(&b'{') => return syntax("{{{name}}}"),
        b'$' if inside.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'(') => {
            return Some(Foreign::Leftover("{{$…}}"));
        }
        _ => {}
    }
    if is_keyword(inside) {
        return syntax("{{#if …}}");
    }
    let mut options = inside.split(|byte| *byte == b'|');
    let name = options.next()?;
    match options.next() {
        Some(b"") if options.next().is_some() && is_insertable(name.trim_ascii()) => {
            return syntax("{{name || …}}");
        }
        Some(option) if option.trim_ascii_start().starts_with(b"default(") => return syntax("default(…)"),
        _ => {}
    }
    if let Some(dot) = name.iter().position(|byte| *byte == b'.')
        && is_path_with_spaces(name.trim_ascii())
    {
        let object = std::str::from_utf8(name.get(..dot)?).unwrap_or_default().to_ascii_lowercase();
        return match object.as_str() {
            "steps" | "trigger" => Some(Foreign::Leftover("{{steps.…}}")),
            object => OBJECTS.contains(&object).then_some(Foreign::Syntax("{{contact.name}}")),
        };
    }
    // Neither characters that are not seen nor entities are made of other bytes.
    let may_be = |byte: &u8| matches!(byte, b'&' | b'\\') || !byte.is_ascii();
    match inside.iter().any(may_be) {
        true => braces_in_block(inside, name),
        false => None,
    }
}

/// Returns the tag of Jinja or Twig that Liquid lacks and that the content of `{%…%}` begins with.
pub(super) fn in_tag(tag: &[u8]) -> Option<Foreign> {
    const TAGS: [&str; 6] =
        ["{% elif %}", "{% elseif %}", "{% set %}", "{% extends %}", "{% macro %}", "{% import %}"];
    let word = tag.split(u8::is_ascii_whitespace).next()?;
    let tag = TAGS.into_iter().find(|tag| tag.as_bytes().get(3..tag.len() - 3) == Some(word))?;
    Some(Foreign::Syntax(tag))
}

/// Returns whether the content of a block is a part of a condition.
pub(super) fn is_keyword(inside: &[u8]) -> bool {
    inside == b"else" || inside.starts_with(b"else if ")
}

/// Returns what keeps the content of a block from being read as a variable: characters that are not seen or are
/// written as entities.
#[cold]
fn braces_in_block(inside: &[u8], name: &[u8]) -> Option<Foreign> {
    if name.len() > 2 * MAX_NAME {
        return None;
    }
    let (mut plain, mut rest, mut found) = (Vec::new(), name, None);
    while let Some((first, after)) = rest.split_first() {
        let entity = [&b"&nbsp;"[..], b"&#160;", b"&#xa0;", b"&#8203;", b"&zwnj;", b"&shy;"];
        let entity = entity.into_iter().find(|entity| begins(rest, entity));
        let removed = entity.map(|entity| (ENTITIES, entity.len())).or_else(|| unseen(rest));
        match removed {
            Some((kind, length)) => {
                found = Some(kind);
                rest = rest.get(length..).unwrap_or_default();
            }
            None => {
                plain.push(*first);
                rest = after;
            }
        }
    }
    let is_name = !plain.contains(&b' ') && plain.iter().all(|byte| is_name_byte(*byte)) && !plain.is_empty();
    let is_quoted = |text: &[u8]| {
        [&b"&quot;"[..], b"&#34;", b"&#39;", b"&apos;"].into_iter().any(|quote| begins(text, quote))
    };
    let default = inside.windows(8).position(|window| window == b"default:");
    let filter = default.and_then(|at| inside.get(at + 8..)).map(<[u8]>::trim_ascii_start);
    found.filter(|_| is_name).or_else(|| filter.is_some_and(is_quoted).then_some(ENTITIES))
}

/// Returns a character that is not seen, with which a text begins, and its length.
fn unseen(text: &[u8]) -> Option<(Foreign, usize)> {
    let begin = |(plain, escape): (&str, &str)| match text.first()? {
        b'\\' => begins(text, escape.as_bytes()).then_some(escape.len()),
        _ => text.starts_with(plain.as_bytes()).then_some(plain.len()),
    };
    UNSEEN.into_iter().find_map(begin).map(|length| (INVISIBLE, length))
}

fn in_brackets(text: &[u8], at: usize) -> Option<(Foreign, usize)> {
    let precedes = before(text, at);
    if precedes
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'[' | b']' | b'!' | b'=' | b'('))
    {
        return None;
    }
    let rest = text.get(at + 1..)?;
    let (rest, is_double) = rest.strip_prefix(b"[").map_or((rest, false), |rest| (rest, true));
    let end = name_end(rest)?;
    let (inside, after) = (rest.get(..end)?, rest.get(end..)?);
    if is_double {
        let is_name = inside.first().is_some_and(u8::is_ascii_alphabetic) && inside.last() != Some(&b' ');
        return (is_name && after.starts_with(b"]]")).then_some((Foreign::Syntax("[[name]]"), end + 4));
    }
    let is_link = matches!(after.get(1), Some(b'(' | b'[' | b':' | b']'));
    let is_known = is_among(inside, &NAMES) || begins(inside, b"insert ");
    (after.first() == Some(&b']') && !is_link && is_known).then_some((Foreign::Syntax("[name]"), end + 2))
}

fn in_percent_signs(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    let rest = text.get(at + 1..)?;
    let precedes = before(text, at);
    let found = |example, start, end| Some((Foreign::Syntax(example), start..end));
    match rest {
        [b's', after @ ..] if ends(after) && leftover::is_place_of_value(text, at) => {
            return found("%s", at, at + 2);
        }
        [b'(', inside @ ..] => {
            let end = name_end(inside)
                .filter(|end| inside.get(*end..).is_some_and(|rest| rest.starts_with(b")s")))?;
            return found("%(name)s", at, at + end + 4);
        }
        [b'=', inside @ ..] if precedes == Some(b'<') => {
            let end = inside.windows(2).take(MAX_NAME).position(|pair| pair == b"%>")?;
            return found("<%= name %>", at - 1, at + end + 4);
        }
        _ => {}
    }
    let (rest, sign) = rest.strip_prefix(b"%").map_or((rest, &b"%"[..]), |rest| (rest, &b"%%"[..]));
    let end = name_end(rest)?;
    let (inside, after) = (rest.get(..end)?, rest.get(end..)?.strip_prefix(sign)?);
    let follows = after
        .first()
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'%' | b'\\' | b'\''));
    let follows = follows && !after.starts_with(b"\\n");
    let precedes = precedes.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'%'));
    let is_one = !follows && !precedes && (sign.len() > 1 || !inside.contains(&b' '));
    let end = at + end + 2 * sign.len();
    (is_one && is_insertable(inside)).then_some((Foreign::Syntax("%NAME%"), at..end))
}

/// Returns the variable of a program in place of a value.
fn after_dollar(text: &[u8], at: usize) -> Option<(Foreign, Range<usize>)> {
    let rest = text.get(at + 1..)?;
    let end = rest.iter().take(MAX_NAME).position(|byte| !is_name_byte(*byte))?;
    let is_value = leftover::is_place_of_value(text, at) && ends(rest.get(end..)?);
    (is_value && is_insertable(rest.get(..end)?)).then_some((Foreign::Syntax("$name"), at..at + end + 1))
}

/// Returns the field of a word processor's letter.
fn in_guillemets(rest: &[u8]) -> Option<(Foreign, usize)> {
    let quotes = [["\u{ab}", "\u{bb}"], ["\\u00ab", "\\u00bb"]];
    let [open, close] = quotes.into_iter().find(|[open, _]| begins(rest, open.as_bytes()))?;
    let inside = rest.get(open.len()..)?;
    let end = name_end(inside)?;
    let (name, after) = (inside.get(..end)?, inside.get(end..)?);
    // A single word may be the label of a form.
    let is_field = begins(after, close.as_bytes()) && name.iter().any(|byte| matches!(byte, b'_' | b' '));
    (is_field && is_insertable(name)).then_some((Foreign::Syntax("«name»"), open.len() + end + close.len()))
}

/// Returns the name in other signs with which a text begins, where a name is expected.
pub(super) fn in_signs(text: &[u8]) -> Option<(Foreign, usize)> {
    let (example, open, close) =
        [("<name>", &b"<"[..], &b">"[..]), ("(name)", b"(", b")"), ("__name__", b"__", b"__")]
            .into_iter()
            .find(|(_, open, _)| text.starts_with(open))?;
    let inside = text.get(open.len()..)?;
    let end = inside.windows(close.len()).take(MAX_NAME).position(|window| window == close)?;
    is_among(inside.get(..end)?, &NAMES).then_some((Foreign::Syntax(example), open.len() + end + close.len()))
}

fn in_bars(rest: &[u8]) -> Option<(Foreign, usize)> {
    let inside = rest.strip_prefix(b"*|")?;
    let length = inside.iter().take(MAX_NAME).position(|byte| !is_name_byte(*byte) && *byte != b':')?;
    (length > 0 && inside.get(length..)?.starts_with(b"|*"))
        .then_some((Foreign::Syntax("*|NAME|*"), length + 4))
}

/// Returns whether a text, with which single braces begin, is a choice between texts.
fn is_choice(inside: &[u8]) -> bool {
    if !inside.contains(&b'|') || inside.iter().any(|byte| b"\":;=<>&".contains(byte)) {
        return false;
    }
    let options = inside.split(|byte| *byte == b'|');
    let is_spaced = inside.windows(2).any(|pair| pair == b" |" || pair == b"| ");
    let is_option = |option: &[u8]| {
        let option = option.trim_ascii();
        let is_text = option.first().is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
        is_text && (!is_spaced || option.len() > 1)
    };
    options.clone().all(is_option)
}

/// Returns whether a text is a name that other tools insert: a known one, or one of several words as programs write
/// them.
fn is_insertable(name: &[u8]) -> bool {
    let is_name = name.len() <= MAX_NAME && name.first().is_some_and(u8::is_ascii_alphabetic);
    let has_words =
        name.contains(&b'_') && name.last() != Some(&b'_') && name.iter().all(|byte| is_name_byte(*byte));
    is_name && (has_words || is_among(name, &NAMES) || is_among(name, &LABELS))
}

/// Returns whether the text before a brace makes it the binding of a program.
fn is_binding(before: &[u8]) -> bool {
    [&b"import "[..], b"export ", b"const ", b"let ", b"var "].iter().any(|word| before.ends_with(word))
}

/// Returns whether a text is a name, or several with dots or brackets between.
fn is_path(text: &[u8]) -> bool {
    is_path_with_spaces(text) && !text.contains(&b' ')
}

/// The same, where spaces may be a part of names.
fn is_path_with_spaces(text: &[u8]) -> bool {
    let is_start = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_';
    let is_inside = |byte: &u8| is_name_byte(*byte) || b".[] ".contains(byte);
    let is_sentence = text.windows(2).any(|pair| pair == b". ");
    text.len() <= MAX_NAME && text.first().is_some_and(is_start) && text.iter().all(is_inside) && !is_sentence
}

fn is_among(name: &[u8], names: &[&str]) -> bool {
    let is_short = name.len() <= MAX_NAME;
    let plain = std::str::from_utf8(name).ok().filter(|_| is_short).map(suggest::plain);
    plain.is_some_and(|plain| names.contains(&plain.as_str()))
}

/// Returns the length of a name, of which spaces may be a part.
fn name_end(text: &[u8]) -> Option<usize> {
    text.iter()
        .take(MAX_NAME + 1)
        .position(|byte| !is_name_byte(*byte) && *byte != b' ')
        .filter(|end| *end > 0)
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}
