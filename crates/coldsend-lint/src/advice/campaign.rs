//! Rules for campaigns.
use super::context::{AdviceContext, Member, Step};
use super::rule::AdviceRule;
use super::source::AnyRef;
use super::template::{self, PartKind};
use crate::error::Evidence;
use crate::json::{Text, number};
use crate::requests::TriggerType;
use crate::requests::lead::CUSTOM_PREFIX;
use crate::schema::page;
use crate::schema::rule::RuleInfo;

shared_number! { MAX_WARMED, max_warmed = 80 }
shared_number! { MAX_FOLLOW_UPS, max_follow_ups = 3 }
shared_number! { LAST_STEP, last_step = 4 }

/// The maximum number of comparisons between placeholders and keys.
const MAX_COMPARED: usize = 1 << 20;

pub(super) const DAILY_VOLUME: AdviceRule = AdviceRule {
    rules: &[&DAILY_LIMIT_BY_ACCOUNT_AGE],
    fields: &["daily_limit_per_inbox"],
    run: |context, fields| {
        let [limit] = fields else { return };
        if context.integer(limit).is_some_and(|limit| limit > MAX_WARMED) {
            context.advise(&DAILY_LIMIT_BY_ACCOUNT_AGE, limit, &[&number(MAX_WARMED)]);
        }
    },
};

const DAILY_LIMIT_BY_ACCOUNT_AGE: RuleInfo = RuleInfo::advice(
    "daily-limit-by-account-age",
    concat!(
        "A daily limit per inbox above ",
        max_warmed!(),
        " is only suitable for established accounts: new ones should send 20 to 30, warmed-up ones 50 to ",
        max_warmed!(),
        "."
    ),
    "only established accounts should send more than {} e-mails a day",
    Evidence::Recommended,
    page::CREATE,
);

pub(super) const RAMP_UP: AdviceRule = AdviceRule {
    rules: &[&RAMP_UP_ORDER],
    fields: &["ramp_up_max_limit", "ramp_up_increment"],
    run: |context, fields| {
        let [max, step] = fields else { return };
        if context.integer(max).zip(context.integer(step)).is_some_and(|(max, step)| max < step) {
            context.advise(&RAMP_UP_ORDER, max, &[]);
        }
    },
};

const RAMP_UP_ORDER: RuleInfo = RuleInfo::advice(
    "ramp-up-order",
    "The limit at which the ramp-up ends should not be below the increment of a single step.",
    "ramp_up_max_limit is below ramp_up_increment",
    Evidence::Guessed,
    page::CREATE,
);

pub(super) const REPEATED_DAY: AdviceRule = AdviceRule {
    rules: &[&SENDING_DAY_REPEATED],
    fields: &["sending_days"],
    run: |context, fields| {
        let [days] = fields else { return };
        let mut seen = Seen::default();
        for (index, at) in context.items(days.value).enumerate() {
            if let Some(repeated) = context.integer_at(at).filter(|day| seen.repeats(*day)) {
                let below = [Step::Index(index)];
                context.advise_at(&SENDING_DAY_REPEATED, days, &below, at, &[&number(repeated)]);
            }
        }
    },
};

const SENDING_DAY_REPEATED: RuleInfo = RuleInfo::advice(
    "sending-day-repeated",
    "A sending day should not be repeated.",
    "day {} is repeated",
    Evidence::Guessed,
    page::CREATE,
);

pub(super) const TIME_ZONE: AdviceRule = AdviceRule {
    rules: &[&UNKNOWN_TIME_ZONE],
    fields: &["timezone"],
    run: |context, fields| {
        let [zone] = fields else { return };
        let Some(sent) = context.text(zone) else { return };
        if context.host.is_time_zone(&sent.to_str()) == Some(false) {
            context.advise(&UNKNOWN_TIME_ZONE, zone, &[]);
        }
    },
};

const UNKNOWN_TIME_ZONE: RuleInfo = RuleInfo::advice(
    "unknown-time-zone",
    "The time zone should be one of the IANA database, such as Europe/London.",
    "IANA has no such time zone",
    Evidence::Guessed,
    page::CREATE,
);

const STEP_NUMBER: &str = "step_number";

pub(super) const FOLLOW_UPS: AdviceRule = AdviceRule {
    rules: &[&FOLLOW_UP_BEYOND_DOCS, &STEP_NUMBER_REPEATED],
    fields: &["sequences"],
    run: |context, fields| {
        let [sequences] = fields else { return };
        let mut seen = Seen::default();
        for (index, sequence) in context.items(sequences.value).enumerate() {
            let Some(at) = context.member(sequence, STEP_NUMBER) else { continue };
            let below = [Step::Index(index), Step::Key(STEP_NUMBER)];
            let step = context.integer_at(at);
            let is_one_more = i64::try_from(index).is_ok_and(|index| index >= MAX_FOLLOW_UPS);
            if is_one_more || step.is_some_and(|step| step > LAST_STEP) {
                context.advise_at(&FOLLOW_UP_BEYOND_DOCS, sequences, &below, at, &[&number(LAST_STEP)]);
            }
            if let Some(repeated) = step.filter(|step| seen.repeats(*step)) {
                context.advise_at(&STEP_NUMBER_REPEATED, sequences, &below, at, &[&number(repeated)]);
            }
        }
    },
};

const FOLLOW_UP_BEYOND_DOCS: RuleInfo = RuleInfo::advice(
    "follow-up-beyond-docs",
    concat!(
        "There should be at most ",
        max_follow_ups!(),
        " follow-ups, up to step ",
        last_step!(),
        "; only the vendor's newest client allows more."
    ),
    "the documentation allows no follow-up beyond step {}",
    Evidence::Recommended,
    page::SEQUENCES,
);

const STEP_NUMBER_REPEATED: RuleInfo = RuleInfo::advice(
    "step-number-repeated",
    "No two follow-ups should have the same step number.",
    "step {} is repeated",
    Evidence::Guessed,
    page::SEQUENCES,
);

pub(super) const OPENED: AdviceRule = AdviceRule {
    rules: &[&TRIGGER_NEEDS_TRACKING],
    fields: &["sequences", "enable_tracking"],
    run: |context, fields| {
        let [sequences, tracking] = fields else { return };
        if context.boolean(tracking) != Some(false) {
            return;
        }
        for (index, sequence) in context.items(sequences.value).enumerate() {
            let Some(trigger) = context.member(sequence, "trigger_type") else { continue };
            let Some(sent) = context.text_at(trigger) else { continue };
            let opened = [TriggerType::NotOpened, TriggerType::OpenedButNotReplied];
            if let Some(opened) = opened.iter().find(|opened| sent.is(opened.text())) {
                let below = [Step::Index(index), Step::Key("trigger_type")];
                context.advise_at(&TRIGGER_NEEDS_TRACKING, sequences, &below, trigger, &[opened.text()]);
            }
        }
    },
};

const TRIGGER_NEEDS_TRACKING: RuleInfo = RuleInfo::advice(
    "trigger-needs-tracking",
    "Follow-ups that depend on opens need enable_tracking; without it, opens are not recorded.",
    "trigger {} needs enable_tracking",
    Evidence::Guessed,
    page::SEQUENCES,
);

pub(super) const EDITS: AdviceRule = AdviceRule {
    rules: &[&SEQUENCES_OR_EDITS],
    fields: &["sequence_edits", "sequences"],
    run: |context, fields| {
        let [edits, sequences] = fields else { return };
        if edits.value.is_some() && sequences.value.is_some() {
            context.advise(&SEQUENCES_OR_EDITS, edits, &[]);
        }
    },
};

const SEQUENCES_OR_EDITS: RuleInfo = RuleInfo::advice(
    "sequences-or-edits",
    "An update should not have both sequences and sequence_edits.",
    "sequence_edits cannot be combined with sequences",
    Evidence::Client,
    page::CLIENT,
);

pub(super) const MAPPED: AdviceRule = AdviceRule {
    rules: &[&PLACEHOLDER_NOT_MAPPED, &COLUMN_NAME_AS_PLACEHOLDER],
    fields: &["lead_mapping", "variants", "sequences"],
    run: |context, fields| {
        let [mapping, variants, sequences] = fields else { return };
        let Some(mapping) = mapping.value else { return };
        let keys = context.keys(mapping).into_iter().map(|key| Text { raw: bare(key.raw), ..key }).collect();
        let mut mapping = Mapping { of: mapping, keys, budget: MAX_COMPARED };
        // In nearly all updates, no variable is missing.
        if !context.may_need(|variable| mapping.lacks(variable)) && mapping.budget > 0 {
            return;
        }
        mapping.budget = MAX_COMPARED;
        for (index, variant) in context.items(variants.value).enumerate() {
            unmapped(context, &mut mapping, variants, &[Step::Index(index)], variant);
        }
        for (index, sequence) in context.items(sequences.value).enumerate() {
            let variants = context.items(context.member(sequence, "variants"));
            for (inner, variant) in variants.enumerate() {
                let below = [Step::Index(index), Step::Key("variants"), Step::Index(inner)];
                unmapped(context, &mut mapping, sequences, &below, variant);
            }
        }
    },
};

const PLACEHOLDER_NOT_MAPPED: RuleInfo = RuleInfo::advice(
    "placeholder-not-mapped",
    "Every variable in the texts of an update should be in its lead_mapping or have a fallback.",
    "{} is not in lead_mapping",
    Evidence::Guessed,
    page::UPDATE,
);

const COLUMN_NAME_AS_PLACEHOLDER: RuleInfo = RuleInfo::advice(
    "column-name-as-placeholder",
    "A variable should be the name of a field of the lead, not of the column that lead_mapping maps it to.",
    "{} is a column; its field is {}",
    Evidence::Guessed,
    page::UPDATE,
);

/// The lead fields in a `lead_mapping`.
struct Mapping<'v> {
    of: AnyRef<'v>,
    /// Its keys, without the prefix of custom fields.
    keys: Vec<Text<'v>>,
    /// The number of comparisons left. If there are none, every field counts as mapped.
    budget: usize,
}

impl<'v> Mapping<'v> {
    /// Returns whether the mapping should have this variable, with or without the prefix of custom fields, but does not.
    fn lacks(&mut self, variable: &[u8]) -> bool {
        let name = bare(variable);
        let mut has_name = |key: &Text<'_>| {
            self.budget = self.budget.saturating_sub(1);
            self.budget == 0 || key.raw == name || key.escaped && *key.to_bytes() == *name
        };
        !template::is_computed(variable) && !self.keys.iter().any(&mut has_name)
    }

    /// Returns the field of this column.
    fn field_of(&mut self, context: &AdviceContext<'_, 'v>, column: &[u8]) -> Option<Text<'v>> {
        self.budget = self.budget.saturating_sub(self.keys.len());
        let is_column = |known: Text<'v>| *known.to_bytes() == *column;
        let mut entries = context.entries(self.of).into_iter();
        let (field, _) = entries.find(|(_, known)| context.text_at(*known).is_some_and(is_column))?;
        (self.budget > 0).then_some(field)
    }
}

/// Returns the name of a field without the prefix of custom fields.
fn bare(name: &[u8]) -> &[u8] {
    name.strip_prefix(CUSTOM_PREFIX.as_bytes()).unwrap_or(name)
}

/// Advises on the variables of a variant that the mapping lacks.
fn unmapped<'v>(
    context: &mut AdviceContext<'_, 'v>,
    mapping: &mut Mapping<'v>,
    member: &Member<'v>,
    below: &[Step<'_>],
    variant: AnyRef<'v>,
) {
    let texts = template::FIELDS;
    for (name, at) in texts.into_iter().zip(context.members(variant, texts)) {
        let Some((at, text)) = at.and_then(|at| Some((at, context.text_at(at)?))) else { continue };
        let mut own = false;
        context.each_part(at, |context, part| match part.kind {
            PartKind::Tag => own |= template::defines_variable(part.span.of(text.raw)),
            PartKind::Variable { name: variable, has_fallback: false } if !own => {
                let variable = variable.of(text.raw);
                if !mapping.lacks(variable) {
                    return;
                }
                let below = [below, &[Step::Key(name)]].concat();
                let (span, shown) =
                    (context.part_of(at, part.span.range()), String::from_utf8_lossy(variable));
                match mapping.field_of(context, variable) {
                    Some(field) => {
                        let parts = [&*shown, &field.to_str()];
                        context.advise_part(&COLUMN_NAME_AS_PLACEHOLDER, member, &below, span, &parts);
                    }
                    None => context.advise_part(&PLACEHOLDER_NOT_MAPPED, member, &below, span, &[&shown]),
                }
            }
            _ => {}
        });
    }
}

/// The small numbers of a list that have been seen, as bits.
#[derive(Default)]
struct Seen(u64);

impl Seen {
    /// Records a number. Returns whether it occurred before, which is only known of 0 to 63.
    fn repeats(&mut self, number: i64) -> bool {
        let bit = u32::try_from(number).ok().and_then(|number| 1u64.checked_shl(number)).unwrap_or(0);
        let repeats = self.0 & bit != 0;
        self.0 |= bit;
        repeats
    }
}
