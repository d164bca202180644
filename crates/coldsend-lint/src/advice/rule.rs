//! The type of advice rules, and the rules of each object.
use super::context::{AdviceContext, Member};
use super::{campaign, domain, lead, sender_account, text, variant};
use crate::requests::{
    AddLead, CreateCampaign, CreateNativeAccount, CreateSmtpAccount, NativeInbox, SendReply, SequenceVariant,
    SetDomainRedirect, UpdateCampaign, Variant,
};
use crate::schema::rule::{Bound, RuleInfo};
use crate::schema::shape::Shape;

/// A rule that gives advice about an object. It reads the fields that were sent and are valid, and never rejects.
#[derive(Debug)]
pub(crate) struct AdviceRule {
    /// The rules that it can report.
    pub(crate) rules: &'static [&'static RuleInfo],
    /// The fields that it reads.
    pub(crate) fields: &'static [&'static str],
    /// The function that checks the fields, in this order, and reports advice.
    pub(super) run: for<'v> fn(&mut AdviceContext<'_, 'v>, &[Member<'v>]),
}

impl Bound<AdviceRule> {
    const fn new(rule: &'static AdviceRule, fields: &[&str]) -> Self {
        Bound::to(rule, rule.fields, fields)
    }
}

/// Declares which objects have which rules. A rule with a field that its object lacks is a compile error.
macro_rules! advice {
    ($($object:ident: $($rule:path),+;)*) => {
        const ADVICE: &[(&str, &[Bound<AdviceRule>])] = &[$(
            ($object::SHAPE.name, &[$( Bound::<AdviceRule>::new(&$rule, $object::NAMES) ),+]),
        )*];
    };
}

advice! {
    CreateCampaign: text::NAME, campaign::DAILY_VOLUME, campaign::RAMP_UP, campaign::REPEATED_DAY,
        campaign::TIME_ZONE;
    UpdateCampaign: text::NAME, campaign::DAILY_VOLUME, campaign::RAMP_UP, campaign::REPEATED_DAY,
        campaign::TIME_ZONE, campaign::FOLLOW_UPS, campaign::OPENED, campaign::EDITS, campaign::MAPPED;
    Variant: variant::SUBJECT, variant::TEMPLATE, variant::NEVER_SENT;
    SequenceVariant: variant::SUBJECT, variant::TEMPLATE, variant::NEVER_SENT;
    AddLead: lead::VALUES, lead::CUSTOM_VALUES, lead::ROLE;
    CreateSmtpAccount: sender_account::CLIENT_LIMIT, sender_account::PROVIDER_HOST,
        sender_account::PROVIDER_PORT, sender_account::ENCRYPTION, sender_account::APP_PASSWORD,
        sender_account::DISPLAY_NAME;
    CreateNativeAccount: sender_account::DISPLAY_NAME, text::EMAIL_PREFIX;
    NativeInbox: sender_account::DISPLAY_NAME, text::EMAIL_PREFIX;
    SendReply: text::REPLY;
    SetDomainRedirect: domain::REDIRECT_STATUS;
}

/// Returns the rules of an object.
pub(crate) fn rules_of(shape: &Shape) -> &'static [Bound<AdviceRule>] {
    ADVICE.iter().find(|(name, _)| *name == shape.name).map_or(&[], |(_, rules)| rules)
}
