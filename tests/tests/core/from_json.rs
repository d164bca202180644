//! `from_json` and serde's `Deserialize`: the request as the API reads it, or the API's answer.
use coldsend_lint::requests::{
    AddLead, CreateCampaign, CreateDomain, CreateNativeAccount, CreateNativeAccounts, CreateSmtpAccount,
    CreateSmtpAccounts, CustomValue, DeleteAccounts, Patch, SendReply, SendTestEmail, SetDomainRedirect,
    TriggerType, UpdateCampaign, Variant,
};
use coldsend_lint::{Checker, ErrorKind, Operation, Rejection, Request};
use coldsend_lint_tests::folder;
use serde_json::{Value, json};

/// Reads a body: returns the typed request as JSON, and the result of a check of the one that serde reads.
type Read = fn(&[u8]) -> (Result<Value, Rejection>, Option<Result<(), Rejection>>);

macro_rules! readers {
    ($($operation:ident: $request:ident),* $(,)?) => {
        [$( (Operation::$operation, (|body| {
            let request = $request::from_json(body).map(|request| serde_json::to_value(request).unwrap_or_default());
            let by_serde = serde_json::from_slice::<$request>(body).ok();
            (request, by_serde.map(|request| request.check()))
        }) as Read) ),*]
    };
}

fn reader(operation: Operation) -> Option<Read> {
    let readers = readers! {
        CreateCampaign: CreateCampaign, UpdateCampaign: UpdateCampaign, AddLead: AddLead,
        CreateSmtpAccount: CreateSmtpAccount, CreateSmtpAccounts: CreateSmtpAccounts,
        CreateNativeAccount: CreateNativeAccount, CreateNativeAccounts: CreateNativeAccounts,
        DeleteAccounts: DeleteAccounts, SendTestEmail: SendTestEmail, CreateDomain: CreateDomain,
        SetDomainRedirect: SetDomainRedirect, SendReply: SendReply,
    };
    let found = readers.into_iter().find(|(known, _)| *known == operation).map(|(_, read)| read);
    assert_eq!(found.is_some(), operation.body().is_some(), "{operation}");
    found
}

#[test]
fn the_goldens_are_read_as_they_are_checked() {
    let (mut refused, mut understood, mut out_of_bounds) = (0, 0, 0);
    for name in ["bodies.ndjson", "found.ndjson"] {
        let text = std::fs::read_to_string(folder().join("goldens").join(name)).unwrap();
        for line in text.lines() {
            let golden: Value = serde_json::from_str(line).unwrap();
            let request: Request = golden["operation"].as_str().unwrap().parse().unwrap();
            let operation = request.operation();
            let (Some(read), Some(body)) = (reader(operation), golden["body"].as_str()) else { continue };
            let mut checker = Checker::new();
            let outcome = checker.check(operation, body);
            let (request, by_serde) = read(body.as_bytes());
            if let Some(checked) = by_serde {
                let answer = |rejection: &Rejection| (rejection.status(), rejection.body());
                let by_serde = checked.as_ref().err().map(answer);
                assert_eq!(by_serde, outcome.rejection.as_ref().map(answer), "{body}");
                out_of_bounds += usize::from(by_serde.is_some());
            }
            match request {
                Err(rejection) => {
                    let all = |rejection: &Rejection| {
                        let findings = rejection.findings().iter().map(|finding| {
                            // For a document that is not a request, the hint of `check` says what it is.
                            let is_malformed =
                                matches!(finding.kind, ErrorKind::JsonInvalid { .. } | ErrorKind::Unreadable);
                            let hint = is_malformed.then(|| finding.hint());
                            (finding.rule, finding.span.clone(), finding.item(), hint)
                        });
                        (rejection.status(), rejection.body(), findings.collect::<Vec<_>>())
                    };
                    assert_eq!(Some(all(&rejection)), outcome.rejection.as_ref().map(all), "{body}");
                    refused += 1;
                }
                Ok(request) => {
                    assert!(outcome.is_accepted(), "{body}");
                    // Skip what only Python's JSON may contain, such as NaN or half a surrogate pair.
                    let Ok(mut expected) = serde_json::from_str::<Value>(&outcome.coerced().unwrap()) else {
                        continue;
                    };
                    if request.is_null() {
                        continue;
                    }
                    forget(&mut expected, &request);
                    assert_eq!(request, expected, "{body}");
                    understood += 1;
                }
            }
        }
    }
    assert!(
        refused > 400 && understood > 150 && out_of_bounds > 60,
        "{refused} {understood} {out_of_bounds}"
    );
}

/// Removes what the typed request does not contain: nulls of fields that are not sent if they are null, and values that
/// it does not read because only the vendor's client has them.
fn forget(expected: &mut Value, read: &Value) {
    match (expected, read) {
        (Value::Object(members), Value::Object(read)) => {
            members.retain(|name, _| read.contains_key(name));
            for (name, value) in members {
                forget(value, &read[name]);
            }
        }
        (Value::Array(items), Value::Array(read)) => {
            items.iter_mut().zip(read).for_each(|(item, read)| forget(item, read));
        }
        _ => {}
    }
}

#[test]
fn a_body_that_cannot_be_read_has_a_hint() {
    for (body, hint) in [
        (&b"{\"name\": \xE2\x80\x9Cx"[..], "this is U+201C (left double quotation mark): write `\"` instead"),
        (b"{\"name\": Autumn}", "a bare word of 6 characters: text needs double quotes"),
        (b"name: Autumn\ntimezone: UTC", "this is YAML, not JSON: convert it to JSON"),
        (b"{\"name\": \"Caf\xE9 xx\"}", "is 0xE9; it looks like Windows-1252: save it as UTF-8"),
    ] {
        let rejection = CreateCampaign::from_json(body).unwrap_err();
        let shown = rejection.findings()[0].hint();
        assert!(shown.ends_with(hint), "{shown}");
    }
}

#[test]
fn values_are_coerced_as_by_the_api() {
    let campaign = CreateCampaign::from_json(
        r#"{"name": 123456789, "daily_limit_per_inbox": "30", "start_date": 1767225600, "enable_tracking": "on",
            "sending_days": ["1", true, 3.9], "sending_window_end": 17.9, "colour": "red"}"#,
    )
    .unwrap();
    assert_eq!(campaign.name, "123456789");
    assert_eq!(campaign.daily_limit_per_inbox, Some(30));
    assert_eq!(campaign.start_date.as_deref(), Some("2026-01-01T00:00:00+00:00"));
    assert_eq!(campaign.enable_tracking, Some(true));
    assert_eq!(campaign.sending_days, Some(vec![1, 1, 3]));
    assert_eq!(campaign.sending_window_end, Some(17));
    let update = UpdateCampaign::from_json(r#"{"name": null, "sequences": [{"step_number": "2",
        "trigger_type": "NOT_OPENED", "wait_days": 3, "variants": [{"email_content": "Any thoughts?", "content_type": 5}]}]}"#)
    .unwrap();
    assert_eq!((update.name, update.timezone), (Patch::Null, Patch::Unset));
    let Patch::Set(sequences) = update.sequences else { panic!() };
    assert_eq!((sequences[0].step_number, sequences[0].trigger_type), (2, TriggerType::NotOpened));
    assert_eq!(sequences[0].variants[0].content_type, None, "only the vendor's client has it");
    let lead = AddLead::from_json(
        r#"{"email": "ada@example.com", "custom_fields": [["city", {"a": [1, 2.5, null]}], [true, 1]]}"#,
    )
    .unwrap();
    let custom = lead.custom_fields.unwrap();
    assert_eq!(custom["True"], CustomValue::Integer(1));
    assert_eq!(serde_json::to_value(&custom["city"]).unwrap(), json!({"a": [1, 2.5, null]}));
}

#[test]
fn serde_accepts_what_the_api_accepts() {
    let body = json!({"name": "Autumn campaign", "daily_limit_per_inbox": "30"});
    let campaign: CreateCampaign = serde_json::from_value(body.clone()).unwrap();
    assert_eq!(campaign, CreateCampaign::from_json(body.to_string()).unwrap());
    let out_of_bounds = json!({"name": "Hi", "daily_limit_per_inbox": 101});
    let campaign: CreateCampaign = serde_json::from_value(out_of_bounds).unwrap();
    assert_eq!(campaign.check().unwrap_err().findings().len(), 2);
    let wrong = json!({"name": ["Hi"], "daily_limit_per_inbox": 101});
    let error = serde_json::from_value::<CreateCampaign>(wrong).unwrap_err().to_string();
    assert_eq!(error, "body.name: str type expected; and 1 more");
    let variant: Variant =
        serde_json::from_value(json!({"subject_template": "Hi", "email_content": "Any thoughts?"})).unwrap();
    assert_eq!(variant.distribution_percent, None);
    assert!(serde_json::from_str::<CreateCampaign>("[]").is_err());
    let operation: Operation = serde_json::from_value(json!("add_lead")).unwrap();
    assert_eq!(serde_json::to_value(operation).unwrap(), "add_lead");
    let unknown = serde_json::from_value::<TriggerType>(json!("ALWAYS")).unwrap_err().to_string();
    assert_eq!(unknown, "expected one of NOT_OPENED, NOT_REPLIED, OPENED_BUT_NOT_REPLIED (exact spelling)");
}
