//! Rules for domains.
use super::rule::AdviceRule;
use crate::error::Evidence;
use crate::json::number;
use crate::schema::page;
use crate::schema::rule::RuleInfo;

pub(super) const REDIRECT_STATUS: AdviceRule = AdviceRule {
    rules: &[&REDIRECT_STATUS_UNUSUAL],
    fields: &["status_code"],
    run: |context, fields| {
        let [status] = fields else { return };
        // These are in the documented range, but have another meaning.
        if let Some(unusual @ 303..=306) = context.integer(status) {
            context.advise(&REDIRECT_STATUS_UNUSUAL, status, &[&number(unusual)]);
        }
    },
};

const REDIRECT_STATUS_UNUSUAL: RuleInfo = RuleInfo::advice(
    "redirect-status-unusual",
    "The status of a redirect should be 301, 302, 307 or 308.",
    "status {} is not a usual redirect status",
    Evidence::Recommended,
    page::REDIRECT,
);
