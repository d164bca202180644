//! Rules for texts that go out: what other tools and programs left in them.
use super::context::{AdviceContext, Member};
use super::foreign::Foreign;
use super::leftover;
use super::rule::AdviceRule;
use super::source::AnyRef;
use super::template::{self, Part, PartKind};
use crate::error::{Evidence, suggest};
use crate::json::Text;
use crate::schema::page;
use crate::schema::rule::RuleInfo;
use std::ops::Range;

/// The maximum length of a value to compare with leftovers, in bytes.
const MAX_VALUE: usize = 200;

pub(super) const FOREIGN_PLACEHOLDER: RuleInfo = RuleInfo::advice(
    "foreign-placeholder",
    "A placeholder should be in the documented syntax: two braces around a variable, such as {{first_name}}, or around \
     options with bars.",
    "{} is the syntax of another tool",
    Evidence::Guessed,
    page::VARIANTS,
);

pub(super) const PLACEHOLDER_BRACES: RuleInfo = RuleInfo::advice(
    "placeholder-braces",
    "A placeholder should be plain characters: two braces around a name, with nothing encoded or invisible.",
    "this placeholder has {}",
    Evidence::Guessed,
    page::VARIANTS,
);

pub(crate) const LEFTOVER_VALUE: RuleInfo = RuleInfo::advice(
    "leftover-value",
    "A value should be filled in before it is sent: what another program left in its place goes out as it is.",
    "{} was probably left here by another program",
    Evidence::Guessed,
    page::VARIANTS,
);

/// Advises on a part of a text, if it does not belong there.
#[inline]
pub(super) fn part<'v>(
    context: &mut AdviceContext<'_, 'v>,
    member: &Member<'v>,
    value: AnyRef<'v>,
    text: Text<'v>,
    part: Part,
) {
    let range = part.span.range();
    match part.kind {
        PartKind::Foreign(found) => advise(context, member, value, found, range),
        PartKind::Outside => {
            let outside = part.span.of(text.raw);
            let found = match range.start {
                0 => leftover::opening(outside, text.raw),
                _ => leftover::after_block(outside),
            };
            if let Some((found, within)) = found {
                let range = range.start + within.start..range.start + within.end;
                advise(context, member, value, found, range);
            }
        }
        _ => {}
    }
}

#[cold]
fn advise<'v>(
    context: &mut AdviceContext<'_, 'v>,
    member: &Member<'v>,
    value: AnyRef<'v>,
    found: Foreign,
    range: Range<usize>,
) {
    let (rule, shown) = match found {
        Foreign::Syntax(example) => (&FOREIGN_PLACEHOLDER, example),
        Foreign::Braces(what) => (&PLACEHOLDER_BRACES, what),
        Foreign::Leftover(what) | Foreign::Damaged(what) => (&LEFTOVER_VALUE, what),
    };
    let span = context.part_of(value, range);
    context.advise_part(rule, member, &[], span, &[shown]);
}

/// Creates the rule for fields that are no templates.
const fn values(fields: &'static [&'static str]) -> AdviceRule {
    AdviceRule {
        rules: &[&LEFTOVER_VALUE],
        fields,
        run: |context, fields| {
            for member in fields {
                if let Some(left) = member.value.and_then(|value| left_at(context, value)) {
                    context.advise(&LEFTOVER_VALUE, member, &[left]);
                }
            }
        },
    }
}

pub(super) const NAME: AdviceRule = values(&["name"]);
pub(super) const EMAIL_PREFIX: AdviceRule = values(&["email_prefix"]);

/// Texts of a person to another, in which a placeholder may be quoted.
pub(super) const REPLY: AdviceRule = AdviceRule {
    rules: &[&FOREIGN_PLACEHOLDER, &PLACEHOLDER_BRACES, &LEFTOVER_VALUE],
    fields: &["body", "html_body"],
    run: |context, fields| {
        for member in fields {
            let Some((value, text)) = member.value.zip(context.text(member)) else { continue };
            context.each_part(value, |context, of_text| part(context, member, value, text, of_text));
        }
    },
};

/// Returns what is left in a value that is no template.
pub(super) fn left_at<'v>(context: &mut AdviceContext<'_, 'v>, value: AnyRef<'v>) -> Option<&'static str> {
    let text = context.text_at(value)?;
    if text.raw.len() > MAX_VALUE {
        return None;
    }
    if let Some((what, _)) = leftover::formula(text.raw) {
        return Some(what);
    }
    let mut left = leftover::may_be_whole(text.raw).then(|| leftover::whole(&text.to_str())).flatten();
    if left.is_some() || !template::has_signs(text.raw) {
        return left;
    }
    context.each_part(value, |_, part| left = left.or_else(|| left_as(part.kind)));
    left
}

/// Returns whether a value that is not in a document may be a leftover as a whole, from its first bytes.
#[cfg(feature = "leads")]
#[inline]
pub(crate) fn may_be_left(value: &[u8]) -> bool {
    match value {
        // Most names that begin with these letters go on in another way.
        [b'u', next, ..] => *next == b'n',
        [b'n', next, ..] => matches!(next, b'u' | b'i' | b'a' | b'/' | b'.'),
        [b'N', next, ..] => matches!(next, b'U' | b'o' | b'a' | b'/'),
        [b's', next, ..] => *next == b't',
        [b'S', next, ..] => *next == b'y',
        value => leftover::may_be_whole(value),
    }
}

/// Returns what is left in a value that is no template and is not in a document.
#[cfg(feature = "leads")]
pub(crate) fn left_in(value: &str) -> Option<&'static str> {
    let raw = value.as_bytes();
    if raw.len() > MAX_VALUE {
        return None;
    }
    let mut left = may_be_left(raw).then(|| leftover::whole(value)).flatten();
    if left.is_none() && template::has_signs(raw) {
        template::parts(raw, |part| left = left.or_else(|| left_as(part.kind)));
    }
    left
}

/// Returns what a part of a value is, if it is left there.
fn left_as(kind: PartKind) -> Option<&'static str> {
    match kind {
        PartKind::Foreign(Foreign::Syntax(example)) if example != "[name]" => Some(example),
        PartKind::Foreign(Foreign::Braces(_)) | PartKind::Variable { .. } => Some("a placeholder"),
        PartKind::Block | PartKind::OneOption | PartKind::Empty => Some("a placeholder"),
        PartKind::Foreign(Foreign::Leftover(what) | Foreign::Damaged(what)) => Some(what),
        _ => None,
    }
}

/// Returns whether a value is only the name of its column, in any spelling.
pub(super) fn is_name_of(value: Text<'_>, names: &[&str]) -> bool {
    let is_short = value.raw.len() <= suggest::MAX_LENGTH;
    is_short && names.contains(&suggest::plain(value.to_str().trim()).as_str())
}
