//! Predicts the first answer of the API to a request from what you know: the API key and its scopes, the state of
//! campaigns and inboxes, and the rate limit.
//!
//! ```
//! use coldsend_lint::preflight::{UnknownFact, KnownCampaign, Situation};
//! use coldsend_lint::requests::CampaignStatus;
//! use coldsend_lint::{AnswerKind, Checker, Request};
//!
//! let request: Request = "PUT /campaigns/550e8400-e29b-41d4-a716-446655440000".parse()?;
//! let situation = Situation {
//!     scopes: Some(vec!["campaigns:all".into()]),
//!     campaigns: Some(vec![KnownCampaign {
//!         campaign_id: "550e8400-e29b-41d4-a716-446655440000".into(),
//!         status: Some(CampaignStatus::Active),
//!         ..KnownCampaign::default()
//!     }]),
//!     ..Situation::default()
//! };
//!
//! let mut checker = Checker::new();
//! let preflight = checker.preflight(&request, br#"{"name": "Autumn campaign"}"#, &situation);
//! let answer = preflight.answer.unwrap();
//! assert_eq!(answer.kind(), &AnswerKind::CampaignNotDraft);
//! assert_eq!(answer.body().unwrap(), r#"{"detail":"Can only update campaigns in DRAFT status"}"#);
//! assert_eq!(preflight.unknown, [UnknownFact::ApiKey, UnknownFact::ApiKeyValid, UnknownFact::RequestsSecondsAgo]);
//! # Ok::<(), coldsend_lint::UnknownOperation>(())
//! ```
//!
//! # The order
//!
//! The documentation does not say in which order the API checks these things, so this order is a choice of this crate.
//! Each answer applies only to the operations that can give it:
//!
//! 1. 401, no API key
//! 2. 401, an API key that is not valid
//! 3. 429, too many requests: from a known wait, or else from the requests that were sent
//! 4. 403, a scope is missing
//! 5. 400 or 422, a body that cannot be read
//! 6. 422, invalid fields
//! 7. 404, no such campaign
//! 8. 400, a campaign that cannot be updated: one that is active or archived
//! 9. 409, an address that already has an account
//! 10. 400, an inbox in use
//! 11. 400, percentages that do not add up to 100; for the first e-mail of a paused campaign this is advice, since
//!     its variants are merged with the existing ones
//! 12. a launch without leads, inboxes or variants
//!
//! Only documented answers are predicted. A 404 is predicted only for campaigns. For bulk requests, no answer about a
//! single account is predicted, since they succeed and report the result for each account. Whether the API can connect
//! to an e-mail provider cannot be known in advance.

// - `situation` what you can know before sending
// - `read`      reads a situation from JSON
// - `steps`     the checks in order, up to the first that rejects
// - `scope`     which scopes grant which
// - `fact`      facts that may be unknown
mod fact;
mod read;
mod scope;
mod situation;
mod steps;

pub use fact::UnknownFact;
pub use read::InvalidSituation;
pub use situation::{ApiKey, KnownCampaign, Situation};

use crate::advice::of_rules;
use crate::answers::Answer;
use crate::check::Request;
use crate::check::{Checker, Outcome};
use crate::error::Finding;
use crate::error::Rejection;
use crate::requests::campaign::Requirement;
use steps::{Refusal, Steps};

/// A prediction: what the API would answer, as far as is known.
#[derive(Debug)]
#[must_use]
#[non_exhaustive]
pub struct Preflight<'c> {
    /// The first answer that rejects the request; `None` if the API would accept it.
    pub answer: Option<Answer>,
    /// Facts that are unknown, in the order in which they are needed; checks that depend on them were skipped.
    pub unknown: Vec<UnknownFact>,
    /// Whether the campaign can be launched, if the request asks for that and is otherwise accepted.
    pub launch: Option<Launch>,
    /// The result of the check, whichever answer comes first.
    pub outcome: Outcome<'c>,
    from_check: bool,
    /// The advice that the situation adds.
    advice: Vec<Finding>,
}

impl Preflight<'_> {
    /// Returns whether the API would accept the request.
    pub fn is_accepted(&self) -> bool {
        self.answer.is_none()
    }

    /// Returns the rejection by the check, if that is the first answer.
    pub fn rejection(&self) -> Option<&Rejection> {
        self.outcome.rejection.as_ref().filter(|_| self.from_check)
    }

    /// Returns the advice of the outcome, and what the situation adds.
    pub fn advice(&self) -> Vec<Finding> {
        let mut advice = self.advice.clone();
        advice.extend(self.outcome.advice());
        // If two begin at the same byte, the outcome's comes first.
        advice.rotate_left(self.advice.iter().filter(|finding| finding.span.is_some()).count());
        advice.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
        advice
    }

    /// Returns the advice of these rules, to be stricter than the API; see [`Outcome::denied`].
    pub fn denied(&self, rules: &[&str]) -> Vec<Finding> {
        of_rules(self.advice(), rules)
    }
}

/// Whether a campaign can be launched.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Launch {
    /// `Some(true)` if nothing is missing, `Some(false)` if something is, `None` if that is unknown.
    pub is_launch_ready: Option<bool>,
    /// What the campaign lacks, as far as is known.
    pub missing_requirements: Vec<Requirement>,
    /// The unknown facts that this depends on; they are also in [`Preflight::unknown`].
    pub unknown: Vec<UnknownFact>,
}

impl Checker {
    /// Predicts the first answer to a request in a situation. Checks that need unknown facts are skipped, so in an
    /// empty situation, the answer is that of [`check`](Self::check).
    pub fn preflight<'c>(
        &'c mut self,
        request: &Request,
        body: &'c [u8],
        situation: &Situation,
    ) -> Preflight<'c> {
        let mut outcome = self.check_request(request, body);
        let mut steps = Steps::new(request, situation, &mut outcome);
        let first = steps.take().err();
        let Steps { advice, unknown, launch, .. } = steps;
        let from_check = first == Some(Refusal::Check);
        let answer = match first {
            Some(Refusal::Check) => outcome.rejection.as_ref().map(Answer::from),
            Some(Refusal::Answer(answer)) => Some(Answer::new(answer)),
            None => None,
        };
        Preflight { answer, unknown, launch, outcome, from_check, advice }
    }
}
