//! The first answer that the API would give to a request, by what is known before it is sent: the API key and
//! its scopes, the state of campaigns and inboxes, the rate limit.
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
//! No page tells in which order the API looks at things. This one is chosen; each answer only where an operation
//! can give it:
//!
//! 1. 401, no API key
//! 2. 401, an API key that is not valid
//! 3. 429, too many requests: by the wait that is known otherwise, else by the requests that were sent
//! 4. 403, a scope is missing
//! 5. 400 or 422, a body that cannot be read
//! 6. 422, fields that are wrong
//! 7. 404, no such campaign
//! 8. 400, a campaign that cannot be updated: one that is active or archived
//! 9. 409, an address that has an account
//! 10. 400, an inbox in use
//! 11. 400, percentages that do not sum to 100; of the first e-mail of a paused campaign that is advice, since
//!     there its variants are merged with those that it has
//! 12. a launch without leads, inboxes or variants
//!
//! Only what a page prints is foretold: no other 404 than that of a campaign, and no answer to a request in bulk,
//! whose success tells of each account what became of it. Whether the API can connect to an e-mail provider
//! nobody can know.

// - `situation` what can be known
// - `read`      the same from JSON
// - `steps`     one after the other, up to the first that refuses
// - `scope`     which scopes grant which
// - `fact`      what may not be known
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

/// What the API would answer, as far as is known.
#[derive(Debug)]
#[must_use]
#[non_exhaustive]
pub struct Preflight<'c> {
    /// The first answer that refuses the request; nothing if the API would accept it.
    pub answer: Option<Answer>,
    /// What is not known of all that comes before that answer, in the order in which it is asked for. What
    /// depends on it was passed over.
    pub unknown: Vec<UnknownFact>,
    /// Whether the campaign can be launched, if the request asks for that and nothing else refuses it.
    pub launch: Option<Launch>,
    /// What the check found, whichever answer comes first.
    pub outcome: Outcome<'c>,
    from_check: bool,
    /// What the situation adds to the outcome's.
    advice: Vec<Finding>,
}

impl Preflight<'_> {
    /// Whether the API would accept the request.
    pub fn is_accepted(&self) -> bool {
        self.answer.is_none()
    }

    /// What the check says, if that is the first answer.
    pub fn rejection(&self) -> Option<&Rejection> {
        self.outcome.rejection.as_ref().filter(|_| self.from_check)
    }

    /// What is worth a look and does not reject: the outcome's advice, and what the situation tells.
    pub fn advice(&self) -> Vec<Finding> {
        let mut advice = self.advice.clone();
        advice.extend(self.outcome.advice());
        // Of what begins at the same byte, the outcome's comes first.
        advice.rotate_left(self.advice.iter().filter(|finding| finding.span.is_some()).count());
        advice.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
        advice
    }

    /// The advice of these rules, for a caller who is stricter than the API, as [`Outcome::denied`] tells it.
    pub fn denied(&self, rules: &[&str]) -> Vec<Finding> {
        of_rules(self.advice(), rules)
    }
}

/// Whether a campaign can be launched.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Launch {
    /// True if it has all that it needs, false if it lacks something; nothing if that is not known.
    pub is_launch_ready: Option<bool>,
    /// What it is known to lack.
    pub missing_requirements: Vec<Requirement>,
    /// What is not known of all that this depends on; the facts are among those of [`Preflight::unknown`].
    pub unknown: Vec<UnknownFact>,
}

impl Checker {
    /// Foretells the first answer to a request, which [`check`](Self::check) checks, in a situation. Nothing is
    /// asked of what is not known: in an empty situation, the answer is that of the check.
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
