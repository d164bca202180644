//! The steps of a prediction, up to the first that rejects.
use super::{ApiKey, KnownCampaign, Launch, Situation, UnknownFact, scope};
use crate::answers::AnswerKind;
use crate::answers::Budget;
use crate::check::Outcome;
use crate::check::Request;
use crate::error::Finding;
use crate::error::Rejection;
use crate::error::hint::Remark;
use crate::error::{ErrorKind, LocItem};
use crate::json::Scalar;
use crate::requests::campaign::{CampaignStatus, Requirement};
use crate::requests::header;
use crate::requests::operation::{CAMPAIGN, Precondition};
use crate::schema::rule::RuleInfo;
use crate::types::{EmailValue, Reading, uuid};
use std::time::Duration;

/// The rejection that ends the steps.
#[derive(PartialEq)]
pub(super) enum Refusal {
    /// The rejection by the check.
    Check,
    Answer(AnswerKind),
}

impl From<AnswerKind> for Refusal {
    fn from(answer: AnswerKind) -> Self {
        Refusal::Answer(answer)
    }
}

type Step = Result<(), Refusal>;

pub(super) struct Steps<'s, 'c> {
    request: &'s Request,
    situation: &'s Situation,
    outcome: &'s mut Outcome<'c>,
    pub(super) advice: Vec<Finding>,
    pub(super) unknown: Vec<UnknownFact>,
    pub(super) launch: Option<Launch>,
}

impl<'s, 'c> Steps<'s, 'c> {
    pub(super) fn new(request: &'s Request, situation: &'s Situation, outcome: &'s mut Outcome<'c>) -> Self {
        Steps { request, situation, outcome, advice: Vec::new(), unknown: Vec::new(), launch: None }
    }

    /// Takes the steps in the order that `preflight` documents.
    pub(super) fn take(&mut self) -> Step {
        let needs = self.request.operation().preconditions();
        self.api_key()?;
        self.rate_limit()?;
        self.scope()?;
        let sum = self.outcome.rejection.as_ref().is_some_and(is_sum);
        if !self.outcome.is_accepted() && !sum {
            return Err(Refusal::Check);
        }
        let campaign = self.campaign()?;
        for need in needs {
            match need {
                Precondition::Status { accepted, rejected } => self.status(campaign, accepted, rejected)?,
                Precondition::NewAddress(field) => self.address(field)?,
                Precondition::UnusedInbox(parameter) => self.inbox(parameter)?,
                Precondition::Launch(..) => {}
            }
        }
        let paused = campaign.is_some_and(|campaign| campaign.status() == Some(CampaignStatus::Paused));
        match sum {
            true if paused && self.merges() => self.advise_sum(),
            true => return Err(Refusal::Check),
            false => {}
        }
        for need in needs {
            if let Precondition::Launch(when, requirements) = need {
                self.launch(when, requirements, campaign)?;
            }
        }
        Ok(())
    }

    /// Returns what is known of a fact, and records the fact if it is unknown.
    fn require<T>(&mut self, fact: UnknownFact, known: Option<T>) -> Option<T> {
        if known.is_none() {
            self.unknown.push(fact);
        }
        known
    }

    fn api_key(&mut self) -> Step {
        let valid = self.situation.api_key_valid;
        match &self.situation.api_key {
            ApiKey::Missing => return Err(AnswerKind::ApiKeyRequired.into()),
            ApiKey::Sent(key) if key.expose().trim().is_empty() => {
                return Err(AnswerKind::ApiKeyRequired.into());
            }
            ApiKey::Sent(key) if !key.expose().starts_with(header::KEY_PREFIX) => {
                self.advise_on_key(&header::API_KEY_PREFIX);
            }
            ApiKey::Sent(_) => {}
            // If it is known whether a key is valid, then there is a key.
            ApiKey::Unknown => drop(self.require(UnknownFact::ApiKey, valid)),
        }
        match self.require(UnknownFact::ApiKeyValid, valid) {
            Some(false) => Err(AnswerKind::InvalidApiKey.into()),
            _ => Ok(()),
        }
    }

    fn advise_on_key(&mut self, rule: &'static RuleInfo) {
        let finding = Finding::new(rule.id, header::api_key_loc(), rule.error(&[]));
        self.advice.push(Finding { remark: Remark::About(rule.about), ..finding });
    }

    fn rate_limit(&mut self) -> Step {
        let recent = self.situation.requests_seconds_ago.as_deref().map(wait);
        let wait = self.situation.wait_seconds.map(|seconds| seconds.try_into().unwrap_or(0)).or(recent);
        match self.require(UnknownFact::RequestsSecondsAgo, wait) {
            Some(seconds @ 1..) => Err(AnswerKind::RateLimited { seconds: Some(seconds) }.into()),
            _ => Ok(()),
        }
    }

    fn scope(&mut self) -> Step {
        let granted = self.situation.scopes.as_ref();
        if granted.is_some_and(|granted| scope::grants_all(granted)) {
            self.advise_on_key(&header::WILDCARD_SCOPE);
        }
        let Some(required) = self.request.operation().scope() else {
            if !granted.is_some_and(|granted| scope::grants_all(granted)) {
                self.unknown.push(UnknownFact::RequiredScope);
            }
            return Ok(());
        };
        match self.require(UnknownFact::Scopes, granted) {
            Some(granted) if !scope::grants(granted, required) => Err(AnswerKind::InsufficientScopes {
                required: vec![required.to_owned()],
                granted: Some(granted.clone()),
            }
            .into()),
            _ => Ok(()),
        }
    }

    /// Returns the campaign in the path, if there is one, or the answer that it does not exist.
    fn campaign(&mut self) -> Result<Option<Campaign<'s>>, Refusal> {
        if self.request.operation().parameters().all(|parameter| parameter.name != CAMPAIGN) {
            return Ok(None);
        }
        let Some(id) = self.parameter(CAMPAIGN, UnknownFact::CampaignId) else { return Ok(None) };
        let known = self.situation.campaigns.as_deref().unwrap_or_default();
        if let Some(known) = known.iter().find(|known| uuid::parse(&known.campaign_id) == Some(id)) {
            return Ok(Some(Campaign(Some(known))));
        }
        match self.require(UnknownFact::CampaignIds, self.situation.campaign_ids.as_deref()) {
            Some(ids) if !has(ids, id) => {
                Err(AnswerKind::CampaignNotFound { campaign_id: uuid::canonical(id) }.into())
            }
            _ => Ok(Some(Campaign(None))),
        }
    }

    /// Returns the id in a parameter of the path, if it is known.
    fn parameter(&mut self, name: &str, fact: UnknownFact) -> Option<u128> {
        let id = self.request.parameter(name).and_then(uuid::parse);
        self.require(fact, id)
    }

    fn status(
        &mut self,
        campaign: Option<Campaign<'_>>,
        accepted: &[CampaignStatus],
        rejected: &[CampaignStatus],
    ) -> Step {
        let Some(campaign) = campaign else { return Ok(()) };
        match self.require(UnknownFact::CampaignStatus, campaign.status()) {
            Some(status) if rejected.contains(&status) => Err(AnswerKind::CampaignNotDraft.into()),
            Some(status) if !accepted.contains(&status) => {
                self.unknown.push(UnknownFact::AcceptedStatus);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Rejects an address that is already connected. Addresses are compared as the API stores them.
    fn address(&mut self, field: &str) -> Step {
        let Some(connected) =
            self.require(UnknownFact::ConnectedAddresses, self.situation.connected_addresses.as_ref())
        else {
            return Ok(());
        };
        let kept = |address: &str| {
            EmailValue::read(address.into(), self.outcome.host()).map(|address| address.kept().into_owned())
        };
        let Some((_, Scalar::Text(sent))) = self.outcome.sent(field) else { return Ok(()) };
        match kept(&sent.to_str()) {
            Some(sent) if connected.iter().any(|address| kept(address).as_ref() == Some(&sent)) => {
                Err(AnswerKind::EmailAlreadyExists.into())
            }
            _ => Ok(()),
        }
    }

    fn inbox(&mut self, parameter: &str) -> Step {
        let Some(id) = self.parameter(parameter, UnknownFact::InboxId) else { return Ok(()) };
        match self.require(UnknownFact::InboxesInUse, self.situation.inboxes_in_use.as_deref()) {
            Some(in_use) if has(in_use, id) => Err(AnswerKind::InboxInUse.into()),
            _ => Ok(()),
        }
    }

    /// Returns whether a paused campaign merges the variants whose sum is wrong with its own. According to the
    /// documentation, it does so only with those of its first e-mail.
    fn merges(&self) -> bool {
        let found = self.outcome.rejection.as_ref().map(Rejection::findings).unwrap_or_default();
        found
            .iter()
            .all(|finding| matches!(&finding.loc[..], [_, LocItem::Key(name)] if name == MERGED_FIELD))
    }

    /// Converts the rejection of a sum to advice: the variants of a paused campaign are merged with those that are
    /// sent, so their sum is unknown.
    fn advise_sum(&mut self) {
        if let Some(sum) = self.outcome.rejection.take() {
            let merged = |finding: Finding| Finding { remark: Remark::About(MERGED), ..finding };
            self.advice.extend(sum.findings().iter().cloned().map(merged));
        }
    }

    fn launch(
        &mut self,
        when: &str,
        requirements: &[(Requirement, Option<&str>)],
        campaign: Option<Campaign<'_>>,
    ) -> Step {
        let asked = self.outcome.sent(when).and_then(|(field, value)| {
            field.field_type.read(value, field.soft, self.outcome.host()).ok()?.integer()
        });
        if asked.is_none_or(|asked| asked == 0) {
            return Ok(());
        }
        let Some(campaign) = campaign else {
            let unknown = vec![UnknownFact::CampaignId];
            self.launch = Some(Launch { is_launch_ready: None, missing_requirements: Vec::new(), unknown });
            return Ok(());
        };
        let (mut missing, known) = (Vec::new(), self.unknown.len());
        for (requirement, field) in requirements {
            let has = match field.and_then(|field| self.outcome.supplies(field)) {
                Some(true) => continue,
                // An empty list may remove what the campaign has.
                Some(false) => campaign.has(*requirement).filter(|has| !has),
                None => campaign.has(*requirement),
            };
            if self.require((*requirement).into(), has) == Some(false) {
                missing.push(*requirement);
            }
        }
        let unknown: Vec<_> = self.unknown.iter().skip(known).copied().collect();
        let is_launch_ready = match missing.is_empty() {
            false => Some(false),
            true => unknown.is_empty().then_some(true),
        };
        let names = missing.iter().map(|requirement| requirement.text().to_owned()).collect();
        self.launch = Some(Launch { is_launch_ready, missing_requirements: missing, unknown });
        match is_launch_ready {
            Some(false) => Err(AnswerKind::LaunchRequirements { missing: names }.into()),
            _ => Ok(()),
        }
    }
}

/// A campaign that exists, as far as is known, with what else is known about it.
#[derive(Clone, Copy)]
struct Campaign<'s>(Option<&'s KnownCampaign>);

impl Campaign<'_> {
    fn status(self) -> Option<CampaignStatus> {
        self.0?.status
    }

    fn has(self, requirement: Requirement) -> Option<bool> {
        let known = self.0?;
        match requirement {
            Requirement::Leads => known.has_leads,
            Requirement::Inboxes => known.has_inboxes,
            Requirement::Variants => known.has_variants,
        }
    }
}

/// Returns whether the list contains this id, in any spelling.
fn has(ids: &[String], id: u128) -> bool {
    ids.iter().any(|known| uuid::parse(known) == Some(id))
}

/// The field whose variants a paused campaign merges with its own, by name.
const MERGED_FIELD: &str = "variants";
/// What the rule about the sum of a paused campaign requires.
const MERGED: &str =
    "A paused campaign keeps its variants that have other names: all of them together must add up to 100";

fn is_sum(rejection: &Rejection) -> bool {
    matches!(rejection.findings(), [Finding { kind: ErrorKind::DistributionSum { .. }, .. }])
}

/// Returns the wait in seconds, given how many seconds ago requests were sent.
fn wait(ago: &[i64]) -> u64 {
    let seconds = |ago: &i64| Duration::from_secs((*ago).try_into().unwrap_or(0));
    let now = ago.iter().map(seconds).max().unwrap_or_default();
    let mut budget = Budget::default();
    ago.iter().for_each(|ago| budget.record(now.saturating_sub(seconds(ago))));
    budget.wait(now).as_secs()
}
