//! What is measured. A row runs rounds over its inputs, and counts the violations that it finds.
use crate::corpus::{self, Body};
use crate::peers::{by_garde, by_validator};
use coldsend_lint::leads::{LeadCheck, LeadOptions};
use coldsend_lint::requests::{ApiRequest, CreateSmtpAccount, UpdateCampaign};
use coldsend_lint::{Answer, Checker, Operation};
use garde::Validate;
use serde::de::IgnoredAny;
use std::cell::LazyCell;
use std::hint::black_box;
use std::rc::Rc;

/// Rows with the same inputs, whose times can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// All bodies.
    Bodies,
    /// The bodies with violations.
    Invalid,
    /// Addresses of leads.
    Leads,
    /// A list of leads.
    List,
    /// A long list of leads.
    LongList,
    /// International addresses.
    International,
    /// Answers of the API.
    Answers,
}

impl Group {
    /// The maximum number of passes: a round over a long list takes a second, which is as exact as many short ones.
    pub fn passes(self) -> usize {
        if self == Group::LongList { 11 } else { usize::MAX }
    }
}

/// A row of the table.
pub struct Row {
    pub group: Group,
    pub name: &'static str,
    /// The number of violations that each round finds, once a round has run.
    found: Option<usize>,
    round: Box<dyn FnMut() -> usize>,
}

impl Row {
    fn new(group: Group, name: &'static str, round: impl FnMut() -> usize + 'static) -> Self {
        Row { group, name, found: None, round: Box::new(round) }
    }

    /// Returns the number of violations that each round finds.
    pub fn violations(&mut self) -> usize {
        *self.found.get_or_insert_with(&mut self.round)
    }

    /// Runs one round. Panics if it does not find the same number of violations as the first.
    pub fn round(&mut self) {
        let found = (self.round)();
        assert_eq!(found, *self.found.get_or_insert(found), "{}", self.name);
    }
}

/// The number of rows of a list, and of a long one; tests have a shorter one.
const LIST: usize = 10_000;
const LONG_LIST: usize = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };

/// Returns all rows.
pub fn rows() -> Vec<Row> {
    let mut rows = bodies();
    rows.extend(invalid());
    rows.extend(leads());
    rows.extend(list(Group::List, LIST, ["coldsend-lint, leads", "csv, ByteRecord", "csv, email_address"]));
    rows.extend(list(
        Group::LongList,
        LONG_LIST,
        ["coldsend-lint, many leads", "csv, ByteRecord of many", "csv, email_address of many"],
    ));
    rows.extend(international());
    rows.extend(answers());
    rows
}

/// Creates a row over bodies, without any state.
fn over(group: Group, name: &'static str, of: fn(&Body) -> usize) -> Row {
    let bodies = inputs(group);
    Row::new(group, name, move || bodies.iter().map(|body| black_box(of(black_box(body)))).sum())
}

fn inputs(group: Group) -> Vec<Body> {
    let mut bodies = corpus::bodies();
    bodies.retain(|body| group == Group::Bodies || body.violations > 0);
    bodies
}

fn is_campaign(body: &Body) -> bool {
    body.operation == Operation::UpdateCampaign
}

fn bodies() -> Vec<Row> {
    let group = Group::Bodies;
    let (all, mut checker) = (inputs(group), Checker::new());
    let verdict = Row::new(group, "coldsend-lint, verdict", move || {
        let mut found = 0;
        for body in &all {
            let outcome = checker.check(body.operation, black_box(&body.text));
            found += black_box(&outcome).rejection.as_ref().map_or(0, |rejection| rejection.findings().len());
        }
        found
    });
    let (all, mut checker) = (inputs(group), Checker::new());
    let advice = Row::new(group, "coldsend-lint, verdict and advice", move || {
        let mut found = 0;
        for body in &all {
            let outcome = checker.check(body.operation, black_box(&body.text));
            black_box(outcome.advice());
            found += black_box(&outcome).rejection.as_ref().map_or(0, |rejection| rejection.findings().len());
        }
        found
    });
    let (schemas, all) =
        ([Operation::UpdateCampaign, Operation::CreateSmtpAccount].map(schema), inputs(group));
    let by_schema = Row::new(group, "serde_json, jsonschema", move || {
        let mut found = 0;
        for body in &all {
            let value = serde_json::from_slice(black_box(&body.text)).expect("JSON");
            found += black_box(schemas[usize::from(!is_campaign(body))].iter_errors(&value).count());
        }
        found
    });
    let typed = |body: &Body| match is_campaign(body) {
        true => serde_json::from_slice(&body.text).map_or(1, |request: UpdateCampaign| reported(&request)),
        false => {
            serde_json::from_slice(&body.text).map_or(1, |request: CreateSmtpAccount| reported(&request))
        }
    };
    let from_json = |body: &Body| match is_campaign(body) {
        true => UpdateCampaign::from_json(&body.text).map_or_else(|error| error.findings().len(), |_| 0),
        false => CreateSmtpAccount::from_json(&body.text).map_or_else(|error| error.findings().len(), |_| 0),
    };
    let by_garde = |body: &Body| match is_campaign(body) {
        true => by_garde::violations::<by_garde::UpdateCampaign>(&body.text),
        false => by_garde::violations::<by_garde::CreateSmtpAccount>(&body.text),
    };
    let by_validator = |body: &Body| match is_campaign(body) {
        true => by_validator::violations::<by_validator::UpdateCampaign>(&body.text),
        false => by_validator::violations::<by_validator::CreateSmtpAccount>(&body.text),
    };
    let derived = |body: &Body| match is_campaign(body) {
        true => usize::from(serde_json::from_slice::<by_garde::UpdateCampaign>(&body.text).is_err()),
        false => usize::from(serde_json::from_slice::<by_garde::CreateSmtpAccount>(&body.text).is_err()),
    };
    vec![
        verdict,
        advice,
        over(group, "coldsend-lint, from_json", from_json),
        over(group, "coldsend-lint, serde and garde", typed),
        over(group, "serde_json, IgnoredAny", ignored),
        over(group, "serde_json, Value", |body| {
            usize::from(serde_json::from_slice::<serde_json::Value>(&body.text).is_err())
        }),
        over(group, "serde_json, derive", derived),
        over(group, "serde_json, garde by derive", by_garde),
        over(group, "serde_json, validator by derive", by_validator),
        by_schema,
    ]
}

fn ignored(body: &Body) -> usize {
    usize::from(serde_json::from_slice::<IgnoredAny>(&body.text).is_err())
}

fn reported<T: ApiRequest + Validate<Context = ()>>(request: &T) -> usize {
    request.validate().map_or_else(|report| report.iter().count(), |()| 0)
}

fn schema(operation: Operation) -> jsonschema::Validator {
    let text = operation.json_schema().expect("a schema");
    let schema = serde_json::from_str(&text).expect("JSON");
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).expect("a schema")
}

fn invalid() -> Vec<Row> {
    let group = Group::Invalid;
    let (all, mut checker, mut text) = (inputs(group), Checker::new(), String::new());
    let answer = Row::new(group, "coldsend-lint, answer", move || {
        let mut found = 0;
        for body in &all {
            let outcome = checker.check(body.operation, black_box(&body.text));
            if let Some(rejection) = &outcome.rejection {
                text.clear();
                rejection.write_body(&mut text);
                black_box(&text);
                found += rejection.findings().len();
            }
        }
        found
    });
    vec![answer, over(group, "serde_json, IgnoredAny", ignored)]
}

fn leads() -> Vec<Row> {
    let group = Group::Leads;
    let body = |email: String| serde_json::json!({"email": email}).to_string();
    let bodies: Vec<String> = corpus::leads().into_iter().map(body).collect();
    let mut checker = Checker::new();
    let advice = Row::new(group, "coldsend-lint, add_lead with advice", move || {
        let advice = |body| {
            let outcome = checker.check(Operation::AddLead, black_box(body));
            usize::from(!outcome.advice().is_empty())
        };
        bodies.iter().map(advice).sum()
    });
    let addresses = corpus::leads();
    let alone = Row::new(group, "email_address", move || {
        addresses.iter().filter(|address| !email_address::EmailAddress::is_valid(black_box(address))).count()
    });
    vec![advice, alone]
}

fn list(group: Group, length: usize, names: [&'static str; 3]) -> Vec<Row> {
    // Made by the first round, since other rows need not wait for it.
    let list = Rc::new(LazyCell::new(move || corpus::list(length)));
    let text = Rc::clone(&list);
    let whole = Row::new(group, names[0], move || {
        let mut check = LeadCheck::new(LeadOptions::default());
        check.push(black_box(&**text), &mut |event| {
            black_box(event);
        });
        check
            .finish(&mut |event| {
                black_box(event);
            })
            .invalid as usize
    });
    let text = Rc::clone(&list);
    let records = Row::new(group, names[1], move || {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(black_box(&***text));
        let (mut record, mut ragged) = (csv::ByteRecord::new(), 0);
        let columns = reader.byte_headers().map_or(0, csv::ByteRecord::len);
        while reader.read_byte_record(&mut record).expect("a CSV") {
            ragged += usize::from(black_box(&record).len() != columns);
        }
        ragged
    });
    let addresses = Row::new(group, names[2], move || {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(black_box(&***list));
        let (mut record, mut malformed) = (csv::StringRecord::new(), 0);
        while reader.read_record(&mut record).expect("a CSV") {
            let address = record.get(0).unwrap_or_default();
            malformed += usize::from(!email_address::EmailAddress::is_valid(black_box(address)));
        }
        malformed
    });
    vec![whole, records, addresses]
}

fn international() -> Vec<Row> {
    let account = |email: String| {
        let mut account = serde_json::json!({"display_name": "Ada", "inbox_type": "CUSTOM_SMTP",
            "smtp_host": "a.io", "smtp_port": 587, "smtp_username": "a", "smtp_password": "b",
            "imap_host": "a.io", "imap_port": 993, "imap_username": "a", "imap_password": "b"});
        account["email_address"] = email.into();
        account.to_string()
    };
    let row = |name, addresses: Vec<String>| {
        let bodies: Vec<String> = addresses.into_iter().map(account).collect();
        let mut checker = Checker::new();
        Row::new(Group::International, name, move || {
            let accepted =
                |body: &&String| checker.check(Operation::CreateSmtpAccount, black_box(body)).is_accepted();
            bodies.len() - bodies.iter().filter(accepted).count()
        })
    };
    let addresses = corpus::international();
    let plain = (0..addresses.len()).map(|i| format!("ada{i}@example.com")).collect();
    vec![
        row("coldsend-lint, international addresses", addresses),
        row("coldsend-lint, plain addresses", plain),
    ]
}

fn answers() -> Vec<Row> {
    let page = include_str!("../../tests/errors_page.txt");
    let blocks: Vec<&str> =
        page.split("{\n  \"detail\"").skip(1).filter_map(|rest| rest.split("\n}").next()).collect();
    let answers: Vec<String> = blocks.into_iter().map(|rest| format!("{{\n  \"detail\"{rest}\n}}")).collect();
    let parsed = answers.clone();
    let parse = Row::new(Group::Answers, "coldsend-lint, Answer::parse", move || {
        let known = |answer: &&String| Answer::parse(None, black_box(answer)).kind().info().id != "unknown";
        parsed.iter().filter(known).count()
    });
    let value = Row::new(Group::Answers, "serde_json, Value", move || {
        answers
            .iter()
            .filter(|text| serde_json::from_str::<serde_json::Value>(black_box(text)).is_ok())
            .count()
    });
    vec![parse, value]
}
