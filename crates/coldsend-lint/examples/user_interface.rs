//! The same messages for people, whether this crate refused a request or the API did.
//!
//! `cargo run -p coldsend-lint --example user_interface`
#![allow(clippy::print_stdout)]

use coldsend_lint::{Answer, AnswerKind, Operation, Rejection, check};
use std::collections::BTreeMap;

/// What to show: a sentence about the whole, and hints by field: `/name`, `/variants/0/subject_template`.
#[derive(Debug, Default, PartialEq)]
struct Messages {
    summary: String,
    fields: BTreeMap<String, Vec<String>>,
}

/// Before sending: what a check found, with the values that were measured.
fn of_rejection(rejection: &Rejection) -> Messages {
    let mut messages = Messages { summary: "Please correct these fields.".to_owned(), ..Messages::default() };
    for finding in rejection.findings() {
        messages.fields.entry(finding.pointer()).or_default().push(finding.hint());
    }
    messages
}

/// After sending: what the API answered.
fn of_answer(answer: &Answer) -> Messages {
    let mut messages = Messages { summary: answer.fix().to_owned(), ..Messages::default() };
    if let AnswerKind::Validation(items) = answer.kind() {
        for item in items {
            messages.fields.entry(item.pointer()).or_default().push(item.hint());
        }
    }
    messages
}

fn main() {
    let body = r#"{"name": "Hi", "sending_days": [1, 9]}"#;
    if let Err(rejection) = check(Operation::CreateCampaign, body) {
        println!("{:#?}", of_rejection(&rejection));
    }
    println!("{:#?}", of_answer(&Answer::parse(401, r#"{"detail": "Invalid or revoked API key"}"#)));
}

#[test]
fn both_ways_name_the_fields() {
    let body = r#"{"name": "Hi", "sending_days": [1, 9]}"#;
    let rejection = check(Operation::CreateCampaign, body).unwrap_err();
    let fields = of_rejection(&rejection).fields;
    assert_eq!(fields["/name"], ["At least 8 characters; this has 2"]);
    assert_eq!(fields["/sending_days/1"], ["7 or less; this is 9"]);

    let answer = Answer::parse(rejection.status(), rejection.body().to_string());
    let messages = of_answer(&answer);
    assert_eq!(messages.fields["/name"], ["At least 8 characters"]);
    assert_eq!(messages.fields["/sending_days/1"], ["7 or less"]);
    assert!(!messages.summary.is_empty());

    let messages = of_answer(&Answer::parse(401, r#"{"detail": "Invalid or revoked API key"}"#));
    assert!(messages.fields.is_empty() && !messages.summary.is_empty());
}
