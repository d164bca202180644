//! Variants: the texts of an e-mail, of which each lead gets one.
use crate::advice::style;
use crate::advice::template::{self, Block, Part};
use crate::error::ErrorKind;
use crate::error::Evidence;
use crate::json::number;
use crate::schema::page;
use crate::schema::rule::{AdviceRule, CrossRule, Demand, ListRule, RuleInfo};
use std::ops::Range;

request! {
    object "variant", rules [NAME_LETTERS], list_rules [NAME_UNIQUE, DISTRIBUTION_SUM],
        advice [SUBJECT, TEMPLATE, NEVER_SENT];

    /// One text of the first e-mail.
    whole Variant;

    /// One text of a follow-up; its subject may be left out.
    whole SequenceVariant;

    // field             | kind                | first e-mail | follow-up    | evidence

    /// The subject, a template.
    subject_template     | text(1..=500)       | required     | nullable     | printed(VARIANTS);
    /// The text, a template; plain text unless said otherwise.
    email_content        | text(10..=100000)   | required     | required     | printed(VARIANTS);
    /// Its name, in letters; the documentation has A to D. The server upper-cases it.
    variant_name         | text                | default("A") | default("A") | printed(VARIANTS);
    /// What it is called in the analytics.
    variant_label        | text(..=100)        | nullable     | nullable     | printed(VARIANTS);
    /// The share of the leads that get it.
    distribution_percent | integer(0..=100)    | default(100) | default(100) | printed(VARIANTS);
    /// How the text is marked up.
    content_type         | choice(ContentType) | nullable     | nullable     | client(CLIENT);
}

choice! {
    /// How an e-mail's text is marked up.
    pub enum ContentType {
        /// Plain text.
        Plaintext = "plaintext",
        /// HTML.
        Html = "html",
        /// HTML, sent as it is.
        RawHtml = "raw_html",
    }
}

const NAME_LETTERS: CrossRule = CrossRule {
    info: RuleInfo {
        id: "variant-name-letters",
        about: "The name of a variant consists of letters.",
        message: "variant_name must contain only letters",
        limit: Evidence::Printed,
        page: page::VARIANTS,
        since: since!(),
    },
    reads: &["variant_name"],
    demand: Demand::Judge(|variant| Some(!is_letters(variant.first()?.text()?))),
};

/// Names that are not letters are wrong already and are not compared.
const NAME_UNIQUE: ListRule = ListRule {
    info: RuleInfo {
        id: "variant-name-unique",
        about: "No two variants of a list have the same name; case does not count, and a name left out is A.",
        message: "variant_name must be unique",
        limit: Evidence::Printed,
        page: page::VARIANTS,
        since: since!(),
    },
    reads: "variant_name",
    each: |tally, name| {
        if let Some(name) = name.text().filter(|name| is_letters(name)) {
            tally.name(name);
        }
    },
    #[cfg(any(feature = "reference", feature = "typed"))]
    alone: None,
    end: |tally| {
        tally.demand_names_to_differ();
        None
    },
};

const DISTRIBUTION_SUM: ListRule = ListRule {
    info: RuleInfo {
        id: "distribution-sum",
        about: "The percentages of a list of variants sum to exactly 100; one left out is 100.",
        message: "",
        limit: Evidence::Printed,
        page: page::ERRORS,
        since: since!(),
    },
    reads: "distribution_percent",
    each: |tally, percent| {
        tally.sum = tally.sum.saturating_add(percent.integer().map_or(0, i64::unsigned_abs));
    },
    #[cfg(any(feature = "reference", feature = "typed"))]
    alone: Some(ErrorKind::DistributionSum { got: 90 }),
    end: |tally| (tally.sum != 100).then_some(ErrorKind::DistributionSum { got: tally.sum }),
};

fn is_letters(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The most characters of a subject that are recommended.
const SUBJECT_MOST: i64 = 60;

const SUBJECT: AdviceRule = AdviceRule {
    rules: &[
        RuleInfo::advice(
            "subject-length",
            "A subject has at most 60 characters; what stands in blocks is not counted.",
            "a subject of {} characters is longer than the {} recommended",
            Evidence::Recommended,
            page::VARIANTS,
        ),
        RuleInfo::advice(
            "subject-capitals",
            "A subject is not written in capitals.",
            "the subject is all capitals",
            Evidence::Recommended,
            page::VARIANTS,
        ),
        RuleInfo::advice(
            "subject-punctuation",
            "A subject has no run of punctuation.",
            "the subject has too much punctuation",
            Evidence::Recommended,
            page::VARIANTS,
        ),
    ],
    reads: &["subject_template"],
    look: |look| {
        let Some(style) = look.text(0).map(|text| style::of(text, look.host)) else { return };
        if style.length > SUBJECT_MOST {
            look.note(0, 0, &[&number(style.length), &number(SUBJECT_MOST)]);
        }
        if style.is_shouted() {
            look.note(1, 0, &[]);
        }
        if style.is_heavy() {
            look.note(2, 0, &[]);
        }
    },
};

const TEMPLATE: AdviceRule = AdviceRule {
    rules: &[
        RuleInfo::advice(
            "placeholder-unclosed",
            "Every block of a template that is opened is closed.",
            "nothing closes this block",
            Evidence::Guessed,
            page::VARIANTS,
        ),
        RuleInfo::advice(
            "placeholder-spelling",
            "Standard variables are spelt as the documentation has them, in lower case.",
            "{} is no standard variable, {} is",
            Evidence::Guessed,
            page::VARIANTS,
        ),
        RuleInfo::advice(
            "spintax-one-option",
            "A choice in a template has at least two options.",
            "there is nothing to choose from",
            Evidence::Guessed,
            page::VARIANTS,
        ),
    ],
    reads: &["subject_template", "email_content"],
    look: |look| {
        for field in [0, 1] {
            let Some((value, text)) = look.value(field).zip(look.text(field)) else { continue };
            let (start, mut compared) = (look.start(value), 0);
            template::parts(text.raw, &mut |part| {
                let mut say = |rule, range: Range<usize>, parts: &[&str]| {
                    look.note_part(rule, field, &[], Some(start + range.start..start + range.end), parts);
                };
                match part {
                    Part::Unclosed(range) => say(0, range, &[]),
                    Part::Block(range) => {
                        match template::block(text.raw.get(range.clone()).unwrap_or_default()) {
                            Block::OneOption => say(2, range, &[]),
                            Block::Variable(name, _) if compared < template::MOST_COMPARED => {
                                compared += 1;
                                if let Some(meant) = template::meant(name) {
                                    say(1, range, &[name, meant]);
                                }
                            }
                            Block::Variable(..) | Block::Other => {}
                        }
                    }
                    Part::Outside(_) | Part::Tag(_) => {}
                }
            });
        }
    },
};

const NEVER_SENT: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "variant-never-sent",
        "Every variant gets a share of the leads.",
        "a variant of 0 % is never sent",
        Evidence::Guessed,
        page::VARIANTS,
    )],
    reads: &["distribution_percent"],
    look: |look| {
        if look.integer(0) == Some(0) {
            look.note(0, 0, &[]);
        }
    },
};
