//! Rules for variants.
use super::rule::AdviceRule;
use super::style::Style;
use super::template::{self, PartKind};
use super::text;
use crate::error::Evidence;
use crate::json::number;
use crate::schema::page;
use crate::schema::rule::RuleInfo;

shared_number! { MAX_SUBJECT, max_subject = 60 }

pub(super) const SUBJECT: AdviceRule = AdviceRule {
    rules: &[&SUBJECT_LENGTH, &SUBJECT_CAPITALS, &SUBJECT_PUNCTUATION],
    fields: &["subject_template"],
    run: |context, fields| {
        let [subject] = fields else { return };
        let Some(style) = Style::of(context, subject) else { return };
        if style.length > MAX_SUBJECT {
            context.advise(&SUBJECT_LENGTH, subject, &[&number(style.length), &number(MAX_SUBJECT)]);
        }
        if style.is_shouted() {
            context.advise(&SUBJECT_CAPITALS, subject, &[]);
        }
        if style.is_heavy() {
            context.advise(&SUBJECT_PUNCTUATION, subject, &[]);
        }
    },
};

const SUBJECT_LENGTH: RuleInfo = RuleInfo::advice(
    "subject-length",
    concat!(
        "A subject should have at most ",
        max_subject!(),
        " characters, not counting the contents of template blocks."
    ),
    "the subject has {} characters; at most {} are recommended",
    Evidence::Recommended,
    page::VARIANTS,
);

const SUBJECT_CAPITALS: RuleInfo = RuleInfo::advice(
    "subject-capitals",
    "A subject should not be in all capitals.",
    "the subject is in all capitals",
    Evidence::Recommended,
    page::VARIANTS,
);

const SUBJECT_PUNCTUATION: RuleInfo = RuleInfo::advice(
    "subject-punctuation",
    "A subject should have no runs of punctuation.",
    "the subject has too much punctuation",
    Evidence::Recommended,
    page::VARIANTS,
);

pub(super) const TEMPLATE: AdviceRule = AdviceRule {
    rules: &[
        &PLACEHOLDER_UNCLOSED,
        &PLACEHOLDER_SPELLING,
        &SPINTAX_ONE_OPTION,
        &PLACEHOLDER_EMPTY,
        &text::FOREIGN_PLACEHOLDER,
        &text::PLACEHOLDER_BRACES,
        &text::LEFTOVER_VALUE,
    ],
    fields: &template::FIELDS,
    run: |context, fields| {
        for member in fields {
            let Some((value, text)) = member.value.zip(context.text(member)) else { continue };
            let mut compared = 0;
            context.each_part(value, |context, part| {
                let mut advise = |rule, parts: &[&str]| {
                    let span = context.part_of(value, part.span.range());
                    context.advise_part(rule, member, &[], span, parts);
                };
                match part.kind {
                    PartKind::Unclosed => advise(&PLACEHOLDER_UNCLOSED, &[]),
                    PartKind::OneOption => advise(&SPINTAX_ONE_OPTION, &[]),
                    PartKind::Empty => advise(&PLACEHOLDER_EMPTY, &[]),
                    PartKind::Variable { name, .. } if compared < template::MAX_COMPARED => {
                        compared += 1;
                        let name = name.of(text.raw);
                        if let Some(standard) = template::suggest(name) {
                            advise(&PLACEHOLDER_SPELLING, &[&String::from_utf8_lossy(name), standard]);
                        }
                    }
                    _ => text::part(context, member, value, text, part),
                }
            });
        }
    },
};

const PLACEHOLDER_EMPTY: RuleInfo = RuleInfo::advice(
    "placeholder-empty",
    "Every template block should have a content.",
    "this block is empty",
    Evidence::Guessed,
    page::VARIANTS,
);

const PLACEHOLDER_UNCLOSED: RuleInfo = RuleInfo::advice(
    "placeholder-unclosed",
    "Every template block that is opened should be closed.",
    "this block is never closed",
    Evidence::Guessed,
    page::VARIANTS,
);

const PLACEHOLDER_SPELLING: RuleInfo = RuleInfo::advice(
    "placeholder-spelling",
    "Standard variables should be spelled as in the documentation, in lower case.",
    "{} is not a standard variable, but {} is",
    Evidence::Guessed,
    page::VARIANTS,
);

const SPINTAX_ONE_OPTION: RuleInfo = RuleInfo::advice(
    "spintax-one-option",
    "Spintax should have at least two options.",
    "this spintax has only one option",
    Evidence::Guessed,
    page::VARIANTS,
);

pub(super) const NEVER_SENT: AdviceRule = AdviceRule {
    rules: &[&VARIANT_NEVER_SENT],
    fields: &["distribution_percent"],
    run: |context, fields| {
        let [percent] = fields else { return };
        if context.integer(percent) == Some(0) {
            context.advise(&VARIANT_NEVER_SENT, percent, &[]);
        }
    },
};

const VARIANT_NEVER_SENT: RuleInfo = RuleInfo::advice(
    "variant-never-sent",
    "Every variant should get some of the leads.",
    "a variant with 0% is never sent",
    Evidence::Guessed,
    page::VARIANTS,
);
