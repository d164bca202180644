//! Rules across fields: which ones a schema expresses, and which ones it cannot.
use crate::{schema, schemas, validator};
use coldsend_lint::Operation;
use coldsend_lint::catalogue::{self, Rule, Subject};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Rules across fields that a schema cannot express, and why.
pub(crate) const UNTOLD: &[(&str, &str)] = &[
    ("sending-window-order", "compares two times, each of two fields"),
    ("variant-name-letters", "is code; a pattern would say it a second time"),
    ("variant-name-unique", "compares one member of all objects of a list, in any case"),
    ("distribution-sum", "sums"),
    ("attachment-base64", "a schema does not assert what is in a text, contentEncoding only tells it"),
    ("attachments-size", "sums what is in texts"),
];

#[test]
fn the_rules_that_a_schema_cannot_express_are_known() {
    let mut untold = BTreeSet::new();
    for (_, schema) in schemas() {
        let comment = schema["$comment"].as_str().unwrap().to_owned();
        let names = comment
            .split_once("Rules that this schema cannot express: ")
            .map(|(_, names)| names.trim_end_matches('.'));
        untold.extend(names.into_iter().flat_map(|names| names.split(", ")).map(str::to_owned));
    }
    let expected: BTreeSet<String> = UNTOLD.iter().map(|(id, _)| (*id).to_owned()).collect();
    assert_eq!(untold, expected);
    let across = |rule: &&Rule| rule.rejects() && matches!(rule.subject, Subject::Across { .. });
    let all_rules = catalogue::rules();
    let message: Vec<&str> =
        all_rules.iter().filter(across).map(|rule| rule.id).filter(|id| !untold.contains(*id)).collect();
    assert_eq!(
        message,
        ["sending-window-midnight", "provider-daily-limit", "delete-accounts-confirmed", "reply-has-text"]
    );
}

#[test]
fn rules_across_fields_are_expressed_where_possible() {
    let account = |provider: &str, limit: i64| {
        json!({
            "email_address": "a@example.com", "display_name": "A", "inbox_type": provider, "daily_limit": limit,
            "smtp_host": "h", "smtp_port": 1, "smtp_username": "u", "smtp_password": "p",
            "imap_host": "h", "imap_port": 1, "imap_username": "u", "imap_password": "p"
        })
    };
    let delete = |confirmed: bool| json!({"inbox_ids": ["550e8400-e29b-41d4-a716-446655440000"], "confirm_deletion": confirmed});
    let window = |end: Value, minute: Value| json!({"name": "Autumn campaign", "sending_window_end": end, "sending_window_end_minute": minute});
    let cases = [
        (Operation::CreateSmtpAccount, account("GOOGLE_WORKSPACE", 2000), true),
        (Operation::CreateSmtpAccount, account("GOOGLE_WORKSPACE", 2001), false),
        (Operation::CreateSmtpAccount, account("OUTLOOK_365", 5000), true),
        (Operation::CreateSmtpAccount, account("OUTLOOK_365", 5001), false),
        (Operation::CreateSmtpAccount, account("CUSTOM_SMTP", 100_000), true),
        (Operation::CreateSmtpAccounts, json!({"inboxes": [account("OUTLOOK_365", 5001)]}), false),
        (Operation::DeleteAccounts, delete(true), true),
        (Operation::DeleteAccounts, delete(false), false),
        (Operation::SendReply, json!({}), false),
        (Operation::SendReply, json!({"body": null, "html_body": null}), false),
        (Operation::SendReply, json!({"body": null, "html_body": ""}), true),
        (Operation::SendReply, json!({"body": "x"}), true),
        (Operation::CreateCampaign, window(json!(24), json!(0)), true),
        (Operation::CreateCampaign, window(json!(24), json!(1)), false),
        (Operation::CreateCampaign, window(json!(23), json!(1)), true),
        (Operation::UpdateCampaign, window(json!(24), json!(1)), false),
        (Operation::UpdateCampaign, window(json!(24), json!(null)), true),
        (Operation::UpdateCampaign, window(json!(null), json!(1)), true),
    ];
    for (operation, body, right) in cases {
        let schema = schema(operation).unwrap();
        assert_eq!(validator(&schema).is_valid(&body), right, "{operation} {body}");
        let answer = coldsend_lint::check(operation, body.to_string().as_bytes());
        assert_eq!(answer.is_ok(), right, "{operation} {body}");
    }
}
