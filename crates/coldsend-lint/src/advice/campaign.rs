//! What is recommended for campaigns, beyond what the API demands.
use crate::advice::context::{Look, Step};
use crate::advice::template::{self, Block, Part};
use crate::error::Evidence;
use crate::json::{Text, number};
use crate::requests::TriggerType;
use crate::schema::page;
use crate::schema::rule::{AdviceRule, RuleInfo};
use crate::validate::document::Place;

/// More e-mails per inbox and day are for accounts that have sent for long.
const WARMED_MOST: i64 = 80;
/// The last step, and the most follow-ups, that the documentation has.
const LAST_STEP: i64 = 4;
const MOST_FOLLOW_UPS: usize = 3;
/// Placeholders are compared with keys so often at most.
const MOST_COMPARED: usize = 1 << 20;

pub(crate) const DAILY_VOLUME: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "daily-limit-by-account-age",
        "A daily limit per inbox above 80 is for established accounts: new ones send 20 to 30, warmed ones 50 to 80.",
        "only established accounts should send more than {} a day",
        Evidence::Recommended,
        page::CREATE,
    )],
    reads: &["daily_limit_per_inbox"],
    look: |look| {
        if look.integer(0).is_some_and(|limit| limit > WARMED_MOST) {
            look.note(0, 0, &[&number(WARMED_MOST)]);
        }
    },
};

pub(crate) const RAMP_UP: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "ramp-up-order",
        "The limit at which the ramp-up ends is not below what one step adds.",
        "ramp_up_max_limit is below ramp_up_increment",
        Evidence::Guessed,
        page::CREATE,
    )],
    reads: &["ramp_up_max_limit", "ramp_up_increment"],
    look: |look| {
        if look.integer(0).zip(look.integer(1)).is_some_and(|(most, step)| most < step) {
            look.note(0, 0, &[]);
        }
    },
};

pub(crate) const REPEATED_DAY: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "sending-day-repeated",
        "No day stands twice among the sending days.",
        "day {} stands twice",
        Evidence::Guessed,
        page::CREATE,
    )],
    reads: &["sending_days"],
    look: |look| {
        let Some(days) = look.value(0) else { return };
        repeated(look, days, &|look, day| look.number(day), &|look, i, day, repeated| {
            look.note_below(0, 0, &[Step::Index(i)], day, &[&number(repeated)]);
        });
    },
};

pub(crate) const FOLLOW_UPS: AdviceRule = AdviceRule {
    rules: &[
        RuleInfo::advice(
            "follow-up-beyond-docs",
            "There are at most 3 follow-ups, up to step 4; only the vendor's newest client has more.",
            "the documentation has no follow-up beyond step {}",
            Evidence::Recommended,
            page::SEQUENCES,
        ),
        RuleInfo::advice(
            "step-number-repeated",
            "No two follow-ups have the same step number.",
            "step {} stands twice",
            Evidence::Guessed,
            page::SEQUENCES,
        ),
    ],
    reads: &["sequences"],
    look: |look| {
        let Some(sequences) = look.value(0) else { return };
        let step = |look: &Look<'_>, item| look.member(item, "step_number");
        for (i, item) in look.items(Some(sequences)).enumerate() {
            let Some(at) = step(look, item) else { continue };
            if i >= MOST_FOLLOW_UPS || look.number(at).is_some_and(|step| step > LAST_STEP) {
                let below = [Step::Index(i), Step::Key("step_number")];
                look.note_below(0, 0, &below, at, &[&number(LAST_STEP)]);
            }
        }
        let of_step = |look: &Look<'_>, item| look.number(step(look, item)?);
        repeated(look, sequences, &of_step, &|look, i, item, repeated| {
            let at = step(look, item).unwrap_or(item);
            let below = [Step::Index(i), Step::Key("step_number")];
            look.note_below(1, 0, &below, at, &[&number(repeated)]);
        });
    },
};

pub(crate) const OPENED: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "trigger-needs-tracking",
        "Follow-ups that depend on opens go with enable_tracking, without which no open is seen.",
        "trigger {} needs enable_tracking",
        Evidence::Guessed,
        page::SEQUENCES,
    )],
    reads: &["sequences", "enable_tracking"],
    look: |look| {
        let (Some(sequences), Some(false)) = (look.value(0), look.boolean(1)) else { return };
        for (i, item) in look.items(Some(sequences)).enumerate() {
            let Some(at) = look.member(item, "trigger_type") else { continue };
            let Some(text) = look.text_at(at) else { continue };
            let opened = [TriggerType::NotOpened, TriggerType::OpenedButNotReplied];
            if let Some(trigger) = opened.iter().find(|trigger| text.is(trigger.text())) {
                let below = [Step::Index(i), Step::Key("trigger_type")];
                look.note_below(0, 0, &below, at, &[trigger.text()]);
            }
        }
    },
};

pub(crate) const EDITS: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "sequences-or-edits",
        "An update has either sequences or sequence_edits.",
        "sequence_edits do not go with sequences",
        Evidence::Client,
        page::CLIENT,
    )],
    reads: &["sequence_edits", "sequences"],
    look: |look| {
        if look.value(0).is_some() && look.value(1).is_some() {
            look.note(0, 0, &[]);
        }
    },
};

pub(crate) const MAPPED: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "placeholder-not-mapped",
        "Every variable in the texts of an update is among its lead_mapping, or has a fallback.",
        "{} is not in lead_mapping",
        Evidence::Guessed,
        page::UPDATE,
    )],
    reads: &["lead_mapping", "variants", "sequences"],
    look: |look| {
        let Some(mapping) = look.value(0) else { return };
        let mut budget = MOST_COMPARED;
        for (i, variant) in look.items(look.value(1)).enumerate() {
            unmapped(look, mapping, &mut budget, 1, &[Step::Index(i)], variant);
        }
        for (i, sequence) in look.items(look.value(2)).enumerate() {
            let variants = look.items(look.member(sequence, "variants"));
            for (j, variant) in variants.enumerate() {
                let below = [Step::Index(i), Step::Key("variants"), Step::Index(j)];
                unmapped(look, mapping, &mut budget, 2, &below, variant);
            }
        }
    },
};

/// Says the variables of a variant that the mapping lacks.
fn unmapped(
    look: &mut Look<'_>,
    mapping: Place,
    budget: &mut usize,
    field: usize,
    below: &[Step],
    variant: Place,
) {
    for name in ["subject_template", "email_content"] {
        let Some(at) = look.member(variant, name) else { continue };
        let Some(text) = look.text_at(at) else { continue };
        let (start, mut own) = (look.start(at), false);
        template::parts(text.raw, &mut |part| {
            let range = match part {
                Part::Block(range) if !own => range,
                Part::Tag(range) => {
                    // What a template names itself is no field of a lead.
                    let tag = text.raw.get(range).unwrap_or_default().trim_ascii_start();
                    let tag = tag.strip_prefix(b"-").unwrap_or(tag).trim_ascii_start();
                    own |= [&b"assign"[..], b"capture", b"for"].iter().any(|word| tag.starts_with(word));
                    return;
                }
                _ => return,
            };
            let Block::Variable(variable, false) =
                template::block(text.raw.get(range.clone()).unwrap_or_default())
            else {
                return;
            };
            if template::is_computed(variable) || is_mapped(look, mapping, budget, variable) {
                return;
            }
            let below = [below, &[Step::Key(name)]].concat();
            let span = start + range.start..start + range.end;
            look.note_part(0, field, &below, Some(span), &[variable]);
        });
    }
}

/// Whether the mapping has this variable, with or without the prefix of custom fields. After many questions
/// it has every one.
fn is_mapped(look: &Look<'_>, mapping: Place, budget: &mut usize, variable: &str) -> bool {
    const CUSTOM: &str = "custom_";
    let bare = variable.strip_prefix(CUSTOM).unwrap_or(variable);
    look.keys(mapping).any(|(key, _): (Text<'_>, Place)| {
        *budget = budget.saturating_sub(1);
        let raw = key.raw.strip_prefix(CUSTOM.as_bytes()).unwrap_or(key.raw);
        *budget == 0 || Text { raw, ..key }.is(bare)
    })
}

/// Says each item whose number an earlier one has. The list is short.
fn repeated(
    look: &mut Look<'_>,
    list: Place,
    number: &dyn Fn(&Look<'_>, Place) -> Option<i64>,
    say: &dyn Fn(&mut Look<'_>, usize, Place, i64),
) {
    let mut seen = 0u64;
    for (i, item) in look.items(Some(list)).enumerate() {
        let Some(value @ 0..64) = number(look, item) else { continue };
        if seen & (1 << value) != 0 {
            say(look, i, item, value);
        }
        seen |= 1 << value;
    }
}
