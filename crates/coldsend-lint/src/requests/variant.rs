//! Variants: the alternative texts of an e-mail; each lead gets one of them.
use crate::error::ErrorKind;
use crate::error::Evidence;
use crate::schema::page;
use crate::schema::rule::{Check, CrossRule, ListCheck, ListRule, RuleInfo};
use crate::types::Reading;

request! {
    object "variant", rules [NAME_LETTERS], list_rules [NAME_UNIQUE, DISTRIBUTION_SUM],
        retired [body_template: "use email_content"];

    /// A variant of the first e-mail.
    whole Variant;

    /// A variant of a follow-up; its subject is optional.
    whole SequenceVariant;

    // field             | kind                | first e-mail | follow-up    | evidence

    /// The subject, as a template.
    subject_template     | text(1..=500)       | required     | nullable     | printed(VARIANTS) [min guessed];
    /// The text, as a template; plain text by default.
    email_content        | text(10..=100000)   | required     | required     | printed(VARIANTS);
    /// The name of the variant, in letters; the documentation uses A to D. The server converts it to upper case.
    variant_name         | text                | default("A") | default("A") | printed(VARIANTS);
    /// The label of the variant in the analytics.
    variant_label        | text(..=100)        | nullable     | nullable     | printed(VARIANTS);
    /// The percentage of leads that get the variant.
    distribution_percent | integer(0..=100)    | default(100) | default(100) | printed(VARIANTS);
    /// The content type of the text.
    content_type         | choice(ContentType) | nullable     | nullable     | client(CLIENT);
}

choice! {
    /// The content type of an e-mail's text.
    pub enum ContentType {
        /// Plain text.
        Plaintext = "plaintext",
        /// HTML.
        Html = "html",
        /// HTML, sent as is.
        RawHtml = "raw_html",
    }
}

const NAME_LETTERS: CrossRule = CrossRule {
    info: RuleInfo {
        id: "variant-name-letters",
        about: "The name of a variant must consist of letters.",
        message: "variant_name must contain only letters",
        evidence: Evidence::Printed,
        page: page::VARIANTS,
        since: since!(),
    },
    fields: &["variant_name"],
    check: Check::Custom(|variant| Some(!is_letters(&variant.first()?.text()?))),
};

/// Names with other characters than letters are not compared, because another rule rejects them.
const NAME_UNIQUE: ListRule = ListRule {
    info: RuleInfo {
        id: "variant-name-unique",
        about: "No two variants of a list may have the same name; case is ignored, and an omitted name is A.",
        message: "variant_name must be unique",
        evidence: Evidence::Printed,
        page: page::VARIANTS,
        since: since!(),
    },
    field: "variant_name",
    check: ListCheck::Unique(|name| {
        let name = name.text().filter(|name| is_letters(name))?;
        Some(match name.bytes().all(|byte| byte.is_ascii_uppercase()) {
            true => name,
            false => name.to_ascii_uppercase().into(),
        })
    }),
};

const DISTRIBUTION_SUM: ListRule = ListRule {
    info: RuleInfo {
        id: "distribution-sum",
        about: "The percentages of a list of variants must add up to exactly 100; an omitted one counts as 100.",
        message: "",
        evidence: Evidence::Printed,
        page: page::ERRORS,
        since: since!(),
    },
    field: "distribution_percent",
    check: ListCheck::SumIs { total: 100, error: |got| ErrorKind::DistributionSum { got } },
};

fn is_letters(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphabetic())
}
