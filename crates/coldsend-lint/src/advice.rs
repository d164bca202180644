//! Advice: what the API accepts, but the user may want to change.
//!
//! [`Outcome::advice`] runs the traversal of `validate` with another visitor.
//!
//! - `visitor`  the visitor: it reports broken constraints that do not reject, values that only work because the API
//!   converts them, unknown and retired keys, and what the rules of each object find
//! - `source`   a document or a typed request, as one type
//! - `rule`     the type of advice rules, and the rules of each object
//! - `known`    the ids of all rules
//! - `context`  what a rule can read and report
//! - `general`  rules for every object
//! - `campaign`, `variant`, `lead`, `sender_account`, `domain` the rules for these
//! - `style`    the style of names and subjects
//! - `template` the template language
//! - `text`     rules for texts that go out
//! - `foreign`  the template syntax of other tools
//! - `leftover` what other programs write in place of a value
//! - `damaged`  text in a wrong encoding or escaped twice
//! - `place`    what stands around a place in a text
/// Declares a number that is used both in a rule and in its description.
macro_rules! shared_number {
    ($constant:ident, $name:ident = $value:literal) => {
        const $constant: i64 = $value;

        macro_rules! $name {
            () => {
                $value
            };
        }
    };
}

mod campaign;
mod context;
pub(crate) mod damaged;
mod domain;
mod foreign;
pub(crate) mod general;
pub(crate) mod known;
pub(crate) mod lead;
pub(crate) mod leftover;
mod place;
pub(crate) mod rule;
mod sender_account;
mod source;
mod style;
pub(crate) mod template;
pub(crate) mod text;
mod variant;
mod visitor;

use crate::check::{Outcome, Read};
use crate::error::hint::Remark;
use crate::error::{Finding, Rejection};
use crate::host::Host;
use crate::json::{Document, MARK, ValueRef};
use crate::schema::shape::Shape;
use crate::validate::body::{locate, whole_body};
use crate::validate::findings::position;
use crate::validate::{Known, Source};
use general::MARKED;

impl Outcome<'_> {
    /// Returns the advice, in the order of the text. It is computed by this call, so a check without advice costs
    /// nothing extra.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation};
    ///
    /// let mut checker = Checker::new();
    /// let outcome = checker.check(Operation::CreateCampaign, br#"{"name": 123456789, "nane": 1}"#);
    /// assert!(outcome.is_accepted());
    /// let rules: Vec<_> = outcome.advice().iter().map(|advice| advice.rule).collect();
    /// assert_eq!(rules, ["coerced-value", "unknown-field"]);
    /// ```
    pub fn advice(&self) -> Vec<Finding> {
        match &self.read {
            Read::Body(document, _) if document.is_null(ValueRef::ROOT) => Vec::new(),
            Read::Body(document, shape) => {
                let mut advice = on_document(*document, shape, self.known, self.host());
                if self.text().starts_with(MARK) {
                    advice.insert(0, marked());
                }
                advice
            }
            Read::Query(query, document, shape) => {
                let mut advice = on_document(*document, shape, self.known, self.host());
                locate(query, &mut advice);
                advice
            }
            #[cfg(feature = "typed")]
            Read::Typed(request) => {
                let view = crate::typed::View::Object(*request);
                visitor::advice(crate::typed::Structs, view, request.shape(), self.known, self.host())
            }
            Read::Nothing => Vec::new(),
        }
    }

    /// Returns the advice of these rules. To be stricter than the API, treat it as a rejection of your own. If the ids
    /// come from a configuration, check them with [`is_rule`](crate::is_rule).
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation};
    ///
    /// let mut checker = Checker::new();
    /// let outcome = checker.check(Operation::AddLead, br#"{"email": "jo@example", "nane": "Jo"}"#);
    /// assert!(outcome.is_accepted());
    /// assert_eq!(outcome.denied(&["lead-email"])[0].hint(), "One plain address, such as ada@example.com");
    /// ```
    pub fn denied(&self, rules: &[&str]) -> Vec<Finding> {
        of_rules(self.advice(), rules)
    }

    /// Returns the rejection as an error, as [`into_result`](Self::into_result) does, with the advice of these rules
    /// among its items. If only such advice is wrong, the API itself would accept the request; the answer is yours, in
    /// the API's form:
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation};
    ///
    /// let mut checker = Checker::new();
    /// let outcome = checker.check(Operation::AddLead, br#"{"email": "jo@example"}"#);
    /// let rejection = outcome.into_result_denying(&["lead-email"]).unwrap_err();
    /// assert_eq!(rejection.status(), 422);
    /// assert_eq!(rejection.findings()[0].rule, "lead-email");
    /// ```
    ///
    /// # Errors
    ///
    /// If the API would reject the request, or there is advice of these rules.
    pub fn into_result_denying(self, rules: &[&str]) -> Result<(), Rejection> {
        // Without a shape, nothing was read that there could be advice on.
        let Some(shape) = self.shape() else { return self.into_result() };
        let denied = self.denied(rules);
        match self.rejection {
            Some(rejection) => Err(rejection.with(denied, |finding| position(shape, &finding.loc))),
            None => Rejection::new(denied, None, 0).map_or(Ok(()), Err),
        }
    }
}

/// Returns the advice on a byte order mark.
fn marked() -> Finding {
    let mut finding = whole_body(MARKED.info.id, MARKED.info.error(&[]));
    finding.span = Some(0..MARK.len());
    finding.remark = Remark::About(MARKED.info.about);
    finding
}

/// Keeps only the advice of these rules.
pub(crate) fn of_rules(mut advice: Vec<Finding>, rules: &[&str]) -> Vec<Finding> {
    advice.retain(|finding| rules.contains(&finding.rule));
    advice
}

/// Returns the advice on a document.
pub(crate) fn on_document(
    document: Document<'_>,
    shape: &'static Shape,
    known: Known,
    host: &dyn Host,
) -> Vec<Finding> {
    visitor::advice(document, ValueRef::ROOT, shape, known, host)
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::on_document;
    use crate::check::Read;
    use crate::types::reads;
    use crate::validate::Known;
    use crate::{Checker, Operation};
    use proptest::prelude::*;

    /// Returns an update in which every rule has something to read. Many of its numbers are sent as text, so they are
    /// converted.
    fn update(name: &str) -> String {
        let variant = |name: &str, percent: &str| {
            format!(
                r#"{{"subject_template": "HELLO {{{{firstname}}}}!!", "email_content": "Hi {{{{x}}}}, ten letters",
                "variant_name": "{name}", "distribution_percent": "{percent}"}}"#
            )
        };
        let (first, second) = (variant("a", "100"), variant("b", "0"));
        let step = format!(
            r#"{{"step_number": 7, "trigger_type": "NOT_OPENED", "wait_days": "3", "variants": [{first}, {second}]}}"#
        );
        format!(
            r#"{{"name": {name}, "daily_limit_per_inbox": 90, "start_date": "1700000000", "sending_days": [1, "1", 2.5],
            "sending_window_start": 9, "sending_window_start_minute": "5", "sending_window_end": "24",
            "sending_window_end_minute": 0, "enable_tracking": "off", "ramp_up_increment": 9, "ramp_up_max_limit": "8",
            "lead_mapping": {{"email": "E-mail"}}, "inbox_ids": ["550e8400e29b41d4a716446655440000"],
            "variants": [{first}, {second}], "sequences": [{step}, {step}, {step}, {step}], "sequence_edits": [],
            "nane": 1}}"#
        )
    }

    /// Members of an update that are valid, most of them as documented.
    fn members() -> impl Strategy<Value = Vec<&'static str>> {
        prop::sample::subsequence(
            vec![
                r#""daily_limit_per_inbox": 90"#,
                r#""start_date": "2026-03-14T09:00:00Z""#,
                r#""timezone": "Europe/Berlin""#,
                r#""sending_days": [1, 1, 2]"#,
                r#""sending_window_start": 9"#,
                r#""sending_window_end": 17"#,
                r#""enable_tracking": false"#,
                r#""ramp_up_increment": 9, "ramp_up_max_limit": 8"#,
                r#""inbox_ids": ["550e8400-e29b-41d4-a716-446655440000"]"#,
                r#""lead_mapping": {"email": "E-mail"}"#,
                r#""variants": [{"subject_template": "HELLO {{firstname}}!!", "email_content": "Hi {{x}}, ten letters",
                    "variant_name": "a", "distribution_percent": 100, "colour": 1}]"#,
                r#""sequences": [{"step_number": 2, "trigger_type": "NOT_OPENED", "wait_days": 3, "variants": [
                    {"subject_template": "Again", "email_content": "Hi {{x}}, ten letters", "variant_name": "a",
                    "distribution_percent": 100}]}]"#,
                r#""sequence_edits": []"#,
                r#""nane": 1"#,
                r#""enable_unsubscribe": null"#,
                r#""sending_window_end_minute": "5""#,
            ],
            0..=15,
        )
    }

    proptest! {
        #[test]
        fn a_pass_that_skips_what_is_as_documented_gives_the_same_advice(members in members()) {
            let body = format!(r#"{{"name": "Autumn campaign", {}}}"#, [&members[..], &[r#""x": 1"#]].concat().join(", "));
            let mut checker = Checker::new();
            let outcome = checker.check(Operation::UpdateCampaign, &body);
            let Read::Body(document, shape) = outcome.read else { panic!("{body}") };
            let is_converted = members.iter().any(|member| member.ends_with("\"5\""));
            prop_assert!(outcome.is_accepted(), "{body}: {:?}", outcome.rejection);
            prop_assert_eq!(outcome.known == Known::Accepted, is_converted, "{}", body);
            prop_assert_eq!(outcome.advice(), on_document(document, shape, Known::Accepted, outcome.host()));
        }
    }

    #[cfg(feature = "typed")]
    proptest! {
        #[test]
        fn variables_are_looked_up_in_documents_as_in_typed_requests(
            mapped in prop::sample::subsequence(vec!["first_name", "city", "custom_plan", "pl\\u0061n"], 0..=4),
            texts in prop::collection::vec(prop::sample::select(vec![
                "Hi {{first_name}}, ten letters", "{{city|there}} and {{plan}} here", "no variable at all",
                "{% assign x = 1 %}{{x}} {{City}} end", "{{dn_date}} {{custom_plan}} {{First}} end",
            ]), 1..4),
        ) {
            let mapping: Vec<String> = mapped.iter().map(|name| format!(r#""{name}": "{name}s""#)).collect();
            let percents = [&[100][..], &[50, 50], &[50, 25, 25]][texts.len() - 1];
            let variants = texts.iter().zip("ABC".chars()).zip(percents).map(|((text, name), percent)| format!(
                r#"{{"variant_name": "{name}", "subject_template": "{text}", "email_content": "{text}",
                    "distribution_percent": {percent}}}"#
            ));
            let variants = variants.collect::<Vec<_>>().join(",");
            let body = format!(
                r#"{{"lead_mapping": {{{}}}, "variants": [{variants}], "sequences": [{{"step_number": 2,
                    "trigger_type": "NOT_REPLIED", "wait_days": 3, "variants": [{variants}]}}]}}"#,
                mapping.join(",")
            );
            let found = |advice: Vec<crate::Finding>| {
                let mut found: Vec<_> = advice.iter().map(|found| (found.rule, found.to_string())).collect();
                found.sort();
                found
            };
            let typed = crate::requests::UpdateCampaign::from_json(&body).unwrap();
            let (mut checker, mut of_typed) = (Checker::new(), Checker::new());
            let advice = found(checker.check(Operation::UpdateCampaign, &body).advice());
            prop_assert_eq!(advice, found(of_typed.check_typed(&typed).advice()), "{}", body);
        }
    }

    #[test]
    fn no_value_is_read_twice_in_a_pass() {
        let account = r#"{"email_address": "Jo <JO@Example.com>", "display_name": "JO JO JO!!", "inbox_type":
            "GOOGLE_WORKSPACE", "daily_limit": "30", "smtp_host": "x", "smtp_port": 25, "smtp_username": 5,
            "smtp_password": "p", "smtp_use_tls": "no", "imap_host": "y", "imap_port": "1", "imap_username": "u",
            "imap_password": 7, "imap_use_ssl": false}"#;
        let mut accepted = 0;
        for (operation, body) in [
            (Operation::UpdateCampaign, update(r#""Autumn campaign""#)),
            (Operation::UpdateCampaign, update(r#""Short""#)),
            (Operation::CreateSmtpAccount, account.to_owned()),
        ] {
            let mut checker = Checker::new();
            reads::take();
            let outcome = checker.check(operation, body.as_bytes());
            let verdict = reads::take();
            assert!(outcome.advice().len() > 8, "{:?}", outcome.rejection);
            accepted += usize::from(outcome.is_accepted());
            for mut pass in [verdict, reads::take()] {
                assert!(pass.len() > 4, "{pass:?}");
                pass.sort_unstable();
                let twice = pass.windows(2).find(|pair| pair[0] == pair[1]);
                assert_eq!(twice.map(|pair| pair[0].0 - body.as_ptr().addr()), None, "{body}");
            }
        }
        assert_eq!(accepted, 2);
    }
}
