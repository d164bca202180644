//! Shows the same messages to people, whether this crate rejected a request or the API did.
//!
//! `cargo run -p coldsend-lint --example user_interface`
#![allow(clippy::print_stdout)]

use coldsend_lint::{Answer, AnswerKind, ErrorKind, Operation, Rejection, check};
use std::collections::BTreeMap;

/// What to show: a summary, and hints by field, such as `/name` or `/variants/0/subject_template`.
#[derive(Debug, Default, PartialEq)]
struct Messages {
    summary: String,
    fields: BTreeMap<String, Vec<String>>,
}

/// Returns the messages for a check before sending, whose hints contain the measured values.
fn of_rejection(rejection: &Rejection) -> Messages {
    let mut messages = Messages { summary: "Please correct these fields.".to_owned(), ..Messages::default() };
    for finding in rejection.findings() {
        // A body that is not JSON has a position instead of a field.
        match finding.kind {
            ErrorKind::JsonInvalid { .. } => messages.summary = finding.hint(),
            _ => messages.fields.entry(finding.pointer()).or_default().push(finding.hint()),
        }
    }
    messages
}

/// Returns the messages for the API's answer after sending.
fn of_answer(answer: &Answer) -> Messages {
    let mut messages = Messages { summary: answer.fix().to_owned(), ..Messages::default() };
    if let AnswerKind::Validation(items) = answer.kind() {
        for item in items {
            messages.fields.entry(item.pointer()).or_default().push(item.hint());
        }
    } else if let Some(field) = answer.kind().field() {
        messages.fields.insert(format!("/{field}"), vec![answer.fix().to_owned()]);
    } else if answer.body().is_none() {
        // What is not documented is best explained by the server.
        messages.summary = answer.message().unwrap_or(messages.summary);
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
fn both_name_the_fields() {
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

    let messages =
        of_answer(&Answer::parse(400, r#"{"detail": "Variant distributions must sum to 100%, got 90%"}"#));
    assert!(messages.fields.contains_key("/variants"));
    assert_eq!(of_answer(&Answer::parse(418, r#"{"detail": "Teapot"}"#)).summary, "Teapot");
}
