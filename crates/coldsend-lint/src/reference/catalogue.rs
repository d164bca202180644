//! Every rule and every documented answer as data, for documentation, editors and tests.
pub use crate::answers::rules_for_item;

#[cfg(feature = "docs")]
use super::pages;

use crate::advice::general::{REPEATED, UNKNOWN_PARAMETER};
use crate::advice::known::BODY_RULES;
use crate::advice::rule::rules_of;
use crate::answers::{AnswerKind, Info};
use crate::error::Evidence;
use crate::error::Finding;
use crate::error::{ErrorKind, Wording};
use crate::requests::header;
use crate::requests::operation::{Operation, Payload};
use crate::schema::Page;
use crate::schema::constraints::Constraint;
use crate::schema::rule::RuleInfo;
use crate::schema::shape::{Field, Mode, Shape};

/// A rule, or an answer without a rule; both share one namespace of ids.
#[derive(Debug)]
pub struct Rule {
    /// Its id, such as `campaign-name`, which is never reused for another rule.
    pub id: &'static str,
    /// A sentence that describes it.
    pub about: &'static str,
    /// What it constrains.
    pub subject: Subject,
    /// How certain it is: as certain as its most certain constraint.
    pub evidence: Evidence,
    /// The page that states it.
    pub page: Page,
    /// The version of this crate that added it.
    pub since: &'static str,
    /// The operations that it applies to.
    pub operations: Vec<Operation>,
    /// Every way to break it.
    pub constraints: Vec<Constraint>,
    /// The answer with this id. If a rule has the same id, it is the answer to breaking the rule.
    pub answer: Option<&'static Info>,
}

/// What a rule constrains.
#[derive(Debug)]
pub enum Subject {
    /// One field, in each object that has it.
    Field(Vec<(&'static Shape, &'static Field)>),
    /// Several fields of one object, or one field of all objects in a list.
    Across {
        /// The object.
        object: &'static str,
        /// The fields.
        fields: Vec<&'static str>,
    },
    /// A parameter in the path.
    Path(&'static Field),
    /// A header.
    Header(&'static str),
    /// The body or the query string as a whole.
    Body,
    /// A list of leads; with the strongest effect of the rule.
    #[cfg(feature = "leads")]
    List(crate::leads::Effect),
    /// Nothing: it is an answer, which depends on more than the request.
    Answer,
}

impl Subject {
    /// Returns the kind of subject: `field`, `across`, `path`, `header`, `body`, `list` or `answer`.
    pub fn name(&self) -> &'static str {
        match self {
            Subject::Field(_) => "field",
            Subject::Across { .. } => "across",
            Subject::Path(_) => "path",
            Subject::Header(_) => "header",
            Subject::Body => "body",
            #[cfg(feature = "leads")]
            Subject::List(_) => "list",
            Subject::Answer => "answer",
        }
    }

    /// Returns the object whose fields the rule constrains.
    pub fn object(&self) -> Option<&'static str> {
        match self {
            Subject::Field(fields) => fields.first().map(|(shape, _)| shape.object),
            Subject::Across { object, .. } => Some(object),
            _ => None,
        }
    }

    /// Returns the names of the fields that the rule constrains.
    pub fn fields(&self) -> Vec<&'static str> {
        match self {
            Subject::Field(fields) => fields.first().map(|(_, field)| field.name).into_iter().collect(),
            Subject::Across { fields, .. } => fields.clone(),
            Subject::Path(field) => vec![field.name],
            _ => Vec::new(),
        }
    }
}

impl Rule {
    /// Returns its page of the reference, in Markdown.
    #[cfg(feature = "docs")]
    pub fn docs(&self) -> &'static str {
        pages::page(self.id).unwrap_or_default()
    }

    /// Returns how certain the wording of one of its messages is.
    pub fn wording_of(&self, kind: &ErrorKind) -> Wording {
        let constraint = self.constraints.iter().find(|constraint| constraint.kind == *kind);
        constraint.map_or_else(|| kind.wording(), |constraint| constraint.wording)
    }

    /// Returns whether it is a rule that a request can break, rather than only an answer.
    pub fn is_rule(&self) -> bool {
        !matches!(self.subject, Subject::Answer)
    }

    /// Returns whether breaking one of its constraints rejects a request or, in a list of leads, makes a row invalid or
    /// the file one that cannot be uploaded.
    pub fn rejects(&self) -> bool {
        #[cfg(feature = "leads")]
        if let Subject::List(effect) = self.subject {
            return effect >= crate::leads::Effect::Invalid;
        }
        self.is_rule() && self.evidence.rejects() && self.constraints.iter().any(Constraint::rejects)
    }

    /// Returns whether breaking one of its constraints is advice.
    pub fn advises(&self) -> bool {
        #[cfg(feature = "leads")]
        if matches!(self.subject, Subject::List(_)) {
            return !self.rejects();
        }
        let is_soft = |constraint: &Constraint| !constraint.rejects();
        self.is_rule() && (!self.evidence.rejects() || self.constraints.iter().any(is_soft))
    }
}

/// Returns the rule or answer with this id.
pub fn rule(id: &str) -> Option<Rule> {
    rules().into_iter().find(|rule| rule.id == id)
}

/// Returns how certain the wording of a finding is, according to its rule or, failing that, its kind.
///
/// ```
/// use coldsend_lint::{Operation, Wording, catalogue, check};
///
/// let body = br#"{"name": "Autumn campaign", "sending_days": [8]}"#;
/// let rejection = check(Operation::CreateCampaign, body).unwrap_err();
/// assert_eq!(catalogue::wording(&rejection.findings()[0]), Wording::Chosen);
/// ```
pub fn wording(finding: &Finding) -> Wording {
    let shapes = Operation::ALL.iter().filter_map(|operation| operation.shape());
    let paths = crate::requests::path::PARAMETERS.iter().map(|field| (field, Mode::Whole));
    let found = shapes.filter_map(|shape| ruled(shape, finding.rule)).chain(paths);
    let mut fields = found.filter(|(field, _)| field.rule == finding.rule);
    let constraints = fields.next().map(|(field, mode)| field.constraints(mode)).unwrap_or_default();
    let same = constraints.iter().find(|constraint| constraint.kind == finding.kind);
    same.map_or_else(|| finding.kind.wording(), |constraint| constraint.wording)
}

/// Returns the field of a rule, in an object or those within it.
fn ruled(shape: &'static Shape, rule: &str) -> Option<(&'static Field, Mode)> {
    let own = shape.fields.iter().find(|field| field.rule == rule).map(|field| (field, shape.mode));
    own.or_else(|| {
        shape.fields.iter().filter_map(|field| field.field_type.object()).find_map(|inner| ruled(inner, rule))
    })
}

/// Returns every rule: first those of bodies, headers and paths, then those of each object, in the order of the
/// operations, then those of lists of leads, with the feature `leads`. They are followed by every answer whose id is not that of a rule.
pub fn rules() -> Vec<Rule> {
    let mut rules = Vec::new();
    for rule in BODY_RULES {
        let messages = (!rule.info.message.is_empty()).then(|| ErrorKind::value_error(rule.info.message));
        let constraints = rule
            .errors
            .iter()
            .cloned()
            .chain(messages)
            .map(|error| constraint(&error, rule.info.evidence))
            .collect();
        let is_subject = |operation: &Operation| match rule.info.id {
            id if id == REPEATED.info.id => operation.shape().is_some(),
            id if id == UNKNOWN_PARAMETER.info.id => matches!(operation.payload(), Payload::Query(_)),
            _ => operation.body().is_some(),
        };
        let operations = Operation::ALL.iter().copied().filter(is_subject).collect();
        rules.push(from_info(&rule.info, Subject::Body, operations, constraints));
    }
    for info in header::RULES {
        let messages = vec![constraint(&ErrorKind::value_error(info.message), info.evidence)];
        rules.push(from_info(
            info,
            Subject::Header(header::API_KEY_HEADER),
            Operation::ALL.to_vec(),
            messages,
        ));
    }
    for field in crate::requests::path::PARAMETERS {
        let takes = |operation: &Operation| operation.parameters().any(|taken| taken.rule == field.rule);
        rules.push(Rule {
            id: field.rule,
            about: field.about,
            subject: Subject::Path(field),
            evidence: field.evidence,
            page: field.page,
            since: field.since,
            operations: Operation::ALL.iter().copied().filter(takes).collect(),
            constraints: field.constraints(Mode::Whole),
            answer: None,
        });
    }
    for operation in Operation::ALL {
        operation.shape().into_iter().for_each(|shape| collect(shape, *operation, &mut rules));
    }
    #[cfg(feature = "leads")]
    for crate::leads::rule::LeadRule { info, effect } in crate::leads::rule::rules() {
        match rules.iter_mut().find(|rule| rule.id == info.id) {
            Some(rule) => rule.used_by(Operation::UploadLeads),
            None => {
                let message = without_addition(info.message);
                let messages = vec![constraint(&ErrorKind::value_error(message), info.evidence)];
                rules.push(from_info(info, Subject::List(*effect), vec![Operation::UploadLeads], messages));
            }
        }
    }
    for info in AnswerKind::ALL {
        match rules.iter_mut().find(|rule| rule.id == info.id) {
            Some(rule) => rule.answer = Some(info),
            None => rules.push(from_answer(info)),
        }
    }
    rules
}

fn collect(shape: &'static Shape, operation: Operation, rules: &mut Vec<Rule>) {
    for field in shape.fields {
        match rules.iter_mut().find(|rule| rule.id == field.rule) {
            Some(rule) => rule.also(shape, field, operation),
            None => rules.push(Rule {
                id: field.rule,
                about: field.about,
                subject: Subject::Field(vec![(shape, field)]),
                evidence: field.evidence,
                page: field.page,
                since: field.since,
                operations: vec![operation],
                constraints: field.constraints(shape.mode),
                answer: None,
            }),
        }
    }
    let across = shape.rules().map(|rule| {
        let constraints = vec![constraint(&ErrorKind::value_error(rule.info.message), rule.info.evidence)];
        (&rule.info, rule.fields.to_vec(), constraints)
    });
    let lists = shape.list_rules().map(|rule| {
        let message = rule.info.message;
        let item = (!message.is_empty()).then(|| ErrorKind::value_error(message));
        let errors = item.into_iter().chain(rule.answer());
        let constraints = errors.map(|error| constraint(&error, rule.info.evidence)).collect();
        (&rule.info, vec![rule.field], constraints)
    });
    let advice = rules_of(shape).iter().flat_map(|bound| {
        let messages =
            |info: &'static RuleInfo| vec![constraint(&ErrorKind::value_error(info.message), info.evidence)];
        bound.rule.rules.iter().map(move |info| (*info, bound.rule.fields.to_vec(), messages(info)))
    });
    for (info, fields, constraints) in across.chain(lists).chain(advice) {
        match rules.iter_mut().find(|rule| rule.id == info.id) {
            Some(rule) => rule.used_by(operation),
            None => {
                let subject = Subject::Across { object: shape.object, fields };
                rules.push(from_info(info, subject, vec![operation], constraints));
            }
        }
    }
    for field in shape.fields {
        if let Some(inner) = field.field_type.object() {
            collect(inner, operation, rules);
        }
    }
}

impl Rule {
    fn used_by(&mut self, operation: Operation) {
        if !self.operations.contains(&operation) {
            self.operations.push(operation);
        }
    }

    /// Adds another occurrence of the field.
    fn also(&mut self, shape: &'static Shape, field: &'static Field, operation: Operation) {
        self.used_by(operation);
        let Subject::Field(fields) = &mut self.subject else { return };
        if fields.iter().any(|(known, _)| known.name == shape.name) {
            return;
        }
        fields.push((shape, field));
        for constraint in field.constraints(shape.mode) {
            let known = |same: &Constraint| same.at == constraint.at && same.kind == constraint.kind;
            if !self.constraints.iter().any(known) {
                self.constraints.push(constraint);
            }
        }
    }
}

/// Returns a message without what is added to its end only sometimes.
#[cfg(feature = "leads")]
fn without_addition(message: &'static str) -> &'static str {
    message.strip_suffix("{}").filter(|text| !text.ends_with(' ')).unwrap_or(message)
}

fn from_info(
    info: &'static RuleInfo,
    subject: Subject,
    operations: Vec<Operation>,
    constraints: Vec<Constraint>,
) -> Rule {
    let RuleInfo { id, about, evidence, page, since, .. } = *info;
    Rule { id, about, subject, evidence, page, since, operations, constraints, answer: None }
}

fn from_answer(info: &'static Info) -> Rule {
    let Info { id, cause, evidence, page, since, .. } = *info;
    let (operations, constraints) = (Vec::new(), Vec::new());
    Rule {
        id,
        about: cause,
        subject: Subject::Answer,
        evidence,
        page,
        since,
        operations,
        constraints,
        answer: Some(info),
    }
}

fn constraint(kind: &ErrorKind, evidence: Evidence) -> Constraint {
    Constraint::new("", kind.clone(), evidence)
}

impl Rule {
    /// Returns how certain the least certain wording of its messages is; `None` if it has none.
    pub fn wording(&self) -> Option<Wording> {
        let any = |wording| self.constraints.iter().any(|constraint| constraint.wording == wording);
        let weakest =
            [Wording::Chosen, Wording::Derived, Wording::Printed].into_iter().find(|wording| any(*wording));
        match self.is_rule() {
            true => weakest,
            false => self.answer.and_then(|answer| answer.wording),
        }
    }
}
