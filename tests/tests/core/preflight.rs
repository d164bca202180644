//! The predicted first answer in a situation.
use coldsend_lint::answers::Retry;
use coldsend_lint::preflight::{ApiKey, KnownCampaign, Launch, Situation, UnknownFact};
use coldsend_lint::requests::{CampaignStatus, Requirement};
use coldsend_lint::shape::{Field, FieldType, Presence, Shape};
use coldsend_lint::{Answer, AnswerKind, Checker, Operation, Request};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const CAMPAIGN: &str = "550e8400-e29b-41d4-a716-446655440000";
const INBOX: &str = "8d2f0c64-5d0b-4b8e-9a57-1f0a6c3b7e21";

/// The result for a request in a situation.
#[derive(Debug, PartialEq)]
struct Found {
    answer: Option<AnswerKind>,
    status: Option<u16>,
    body: Option<String>,
    unknown: Vec<UnknownFact>,
    advice: Vec<&'static str>,
    launch: Option<Launch>,
}

fn preflight(request: &str, body: &str, situation: &Situation) -> Found {
    let mut checker = Checker::new();
    let found = checker.preflight(&request.parse().unwrap(), body.as_bytes(), situation);
    Found {
        status: found.answer.as_ref().and_then(|answer| answer.status()),
        body: found.answer.as_ref().and_then(|answer| answer.body()),
        advice: found.advice().iter().map(|advice| advice.rule).collect(),
        answer: found.answer.map(|answer| answer.kind().clone()),
        unknown: found.unknown,
        launch: found.launch,
    }
}

fn id(found: &Found) -> &'static str {
    found.answer.as_ref().map_or("accepted", |answer| answer.info().id)
}

fn situation(json: &str) -> Situation {
    json.parse().unwrap()
}

fn update() -> String {
    format!("PUT /campaigns/{CAMPAIGN}")
}

/// Returns a variant with this share.
fn variant(share: i64) -> String {
    format!(
        r#"{{"subject_template": "Month end", "email_content": "Hi {{{{first_name}}}}, a word.", "distribution_percent": {share}}}"#
    )
}

/// Returns an update that launches the campaign, whose only variant has this share.
fn launch(share: i64) -> String {
    format!(r#"{{"launch": true, "variants": [{}]}}"#, variant(share))
}

fn smtp_account() -> String {
    std::fs::read_to_string(coldsend_lint_tests::folder().join("examples/smtp-account.json")).unwrap()
}

/// What causes an answer: a change to the situation, or a body.
struct Wrong {
    id: &'static str,
    spoil: fn(&mut Situation),
    body: Option<fn() -> String>,
}

/// Returns a situation in which everything is known and an update that launches the campaign is accepted.
fn all_is_well() -> Situation {
    Situation {
        api_key: "cs_live_4f0c1e".into(),
        api_key_valid: Some(true),
        requests_seconds_ago: Some(vec![]),
        scopes: Some(vec!["campaigns:all".into()]),
        campaigns: Some(vec![KnownCampaign {
            campaign_id: CAMPAIGN.into(),
            status: Some(CampaignStatus::Draft),
            has_leads: Some(true),
            has_inboxes: Some(true),
            has_variants: Some(true),
        }]),
        ..Situation::default()
    }
}

fn campaign(situation: &mut Situation) -> &mut KnownCampaign {
    situation.campaigns.as_mut().unwrap().first_mut().unwrap()
}

const WRONG: [Wrong; 10] = [
    Wrong { id: "api-key-required", spoil: |of| of.api_key = ApiKey::Missing, body: None },
    Wrong { id: "invalid-api-key", spoil: |of| of.api_key_valid = Some(false), body: None },
    Wrong { id: "rate-limited", spoil: |of| of.requests_seconds_ago = Some(vec![30; 100]), body: None },
    Wrong { id: "insufficient-scopes", spoil: |of| of.scopes = Some(vec!["leads:all".into()]), body: None },
    Wrong { id: "unreadable-body", spoil: |_| {}, body: Some(|| "[".repeat(901)) },
    Wrong {
        id: "validation",
        spoil: |_| {},
        body: Some(|| format!(r#"{{"launch": true, "name": "Hi", "variants": [{}]}}"#, variant(90))),
    },
    Wrong {
        id: "campaign-not-found",
        spoil: |of| (of.campaigns, of.campaign_ids) = (None, Some(vec![INBOX.into()])),
        body: None,
    },
    Wrong {
        id: "campaign-not-draft",
        spoil: |of| campaign(of).status = Some(CampaignStatus::Active),
        body: None,
    },
    Wrong { id: "distribution-sum", spoil: |_| {}, body: Some(|| launch(90)) },
    Wrong { id: "launch-requirements", spoil: |of| campaign(of).has_leads = Some(false), body: None },
];

#[test]
fn whatever_is_wrong_first_is_answered_first() {
    let body = |wrong: &Wrong| wrong.body.map(|body| body());
    let well = preflight(&update(), &launch(100), &all_is_well());
    assert_eq!((id(&well), &well.unknown), ("accepted", &vec![]));
    for (i, first) in WRONG.iter().enumerate() {
        let mut situation = all_is_well();
        (first.spoil)(&mut situation);
        let body_of_first = body(first).unwrap_or_else(|| launch(100));
        assert_eq!(id(&preflight(&update(), &body_of_first, &situation)), first.id);
        // Whatever would be answered later changes nothing.
        for later in &WRONG[i + 1..] {
            let mut situation = all_is_well();
            (later.spoil)(&mut situation);
            (first.spoil)(&mut situation);
            let body = body(first).or_else(|| body(later)).unwrap_or_else(|| launch(100));
            assert_eq!(id(&preflight(&update(), &body, &situation)), first.id, "with {}", later.id);
        }
    }
}

#[test]
fn accounts_are_checked_after_the_request_itself() {
    let smtp = smtp_account();
    let connected = r#""connected_addresses": ["grete.hartmann@MAIL.ledgerline.example"]"#;
    let create = |body: &str, more: &str| {
        id(&preflight("create_smtp_account", body, &situation(&format!("{{{connected}{more}}}"))))
    };
    assert_eq!(create(&smtp, ""), "email-already-exists");
    assert_eq!(create(&smtp, r#", "scopes": ["leads:all"]"#), "insufficient-scopes");
    assert_eq!(create(&smtp, r#", "wait_seconds": 1"#), "rate-limited");
    assert_eq!(create(&smtp.replace("imap_port", "imap"), ""), "validation");
    assert_eq!(create(&smtp[1..], ""), "validation", "malformed");

    let delete = |inbox: &str, more: &str| {
        let situation = situation(&format!(r#"{{"inboxes_in_use": ["{INBOX}"]{more}}}"#));
        id(&preflight(&format!("DELETE /sender-accounts/{inbox}"), "", &situation))
    };
    assert_eq!(delete(INBOX, ""), "inbox-in-use");
    assert_eq!(delete(INBOX, r#", "scopes": ["sender_accounts:read"]"#), "insufficient-scopes");
    assert_eq!(delete("42", ""), "validation");
}

#[test]
fn the_bodies_are_those_of_the_errors_page() {
    let answers = WRONG.iter().filter(|wrong| wrong.body.is_none()).map(|wrong| {
        let mut situation = all_is_well();
        (wrong.spoil)(&mut situation);
        let found = preflight(&update(), r#"{"launch": true}"#, &situation);
        (found.status, found.body.unwrap())
    });
    let expected = [
        (Some(401), r#"{"detail":"API key required. Include your API key in X-API-Key header."}"#),
        (Some(401), r#"{"detail":"Invalid or revoked API key"}"#),
        (Some(429), r#"{"detail":"Rate limit exceeded. Retry after 30 seconds."}"#),
        (
            Some(403),
            r#"{"detail":"Missing required scopes: campaigns:update","error":"insufficient_scopes","required":["campaigns:update"],"granted":["leads:all"]}"#,
        ),
        (Some(404), r#"{"detail":"Campaign 550e8400-e29b-41d4-a716-446655440000 not found"}"#),
        (Some(400), r#"{"detail":"Can only update campaigns in DRAFT status"}"#),
        (None, r#"{"is_launch_ready":false,"missing_requirements":["leads"]}"#),
    ];
    let answers: Vec<_> = answers.collect();
    let answers: Vec<_> = answers.iter().map(|(status, body)| (*status, body.as_str())).collect();
    assert_eq!(answers, expected);
}

#[test]
fn unknown_facts_are_skipped_and_listed() {
    let nothing = Situation::default();
    let key = [UnknownFact::ApiKey, UnknownFact::ApiKeyValid, UnknownFact::RequestsSecondsAgo];
    let unknown = |request: &str, body: &str| {
        let found = preflight(request, body, &nothing);
        let (before, after) = found.unknown.split_at(key.len());
        assert_eq!(before, key, "{request}");
        (id(&found), after.to_vec())
    };
    assert_eq!(
        unknown(&update(), r#"{"launch": true}"#),
        (
            "accepted",
            vec![
                UnknownFact::Scopes,
                UnknownFact::CampaignIds,
                UnknownFact::CampaignStatus,
                UnknownFact::HasLeads,
                UnknownFact::HasInboxes,
                UnknownFact::HasVariants
            ]
        )
    );
    assert_eq!(
        unknown("update_campaign", r#"{"launch": true}"#),
        ("accepted", vec![UnknownFact::Scopes, UnknownFact::CampaignId])
    );
    // Facts that matter only after the answer are not listed.
    assert_eq!(unknown(&update(), r#"{"name": "Hi"}"#), ("validation", vec![UnknownFact::Scopes]));
    assert_eq!(
        unknown("GET /campaigns/{campaign_id}/leads/{lead_id}", ""),
        ("accepted", vec![UnknownFact::Scopes, UnknownFact::CampaignId])
    );
    assert_eq!(
        unknown("create_domain", r#"{"domain": "mail.example.com"}"#),
        ("accepted", vec![UnknownFact::RequiredScope])
    );
    assert_eq!(
        unknown(&format!("DELETE /sender-accounts/{INBOX}"), ""),
        ("accepted", vec![UnknownFact::Scopes, UnknownFact::InboxesInUse])
    );
    assert_eq!(unknown("delete_account", ""), ("accepted", vec![UnknownFact::Scopes, UnknownFact::InboxId]));
    let smtp = smtp_account();
    assert_eq!(
        unknown("create_smtp_account", &smtp),
        ("accepted", vec![UnknownFact::Scopes, UnknownFact::ConnectedAddresses])
    );
    let refused = preflight(&update(), "{}", &situation(r#"{"api_key": null, "scopes": []}"#));
    assert_eq!((id(&refused), refused.unknown), ("api-key-required", vec![]));
}

#[test]
fn api_keys_are_sent_known_and_never_shown() {
    let found = |json: &str| {
        let situation = situation(json);
        assert!(!format!("{situation:?}").contains("hunter2"), "{situation:?}");
        let found = preflight("list_campaigns", "", &situation);
        assert!(!format!("{found:?}").contains("hunter2"), "{found:?}");
        (id(&found), found.unknown, found.advice)
    };
    let rest = [UnknownFact::RequestsSecondsAgo, UnknownFact::Scopes];
    let also = |fact: &[UnknownFact]| [fact, &rest].concat();
    assert_eq!(found(r#"{"api_key": null}"#), ("api-key-required", vec![], vec![]));
    assert_eq!(found(r#"{"api_key": " "}"#), ("api-key-required", vec![], vec![]));
    assert_eq!(found(r#"{"api_key": null, "api_key_valid": true}"#), ("api-key-required", vec![], vec![]));
    assert_eq!(
        found(r#"{"api_key": "cs_live_hunter2"}"#),
        ("accepted", also(&[UnknownFact::ApiKeyValid]), vec![])
    );
    assert_eq!(found(r#"{"api_key_valid": true}"#), ("accepted", also(&[]), vec![]));
    assert_eq!(found(r#"{"api_key_valid": false}"#), ("invalid-api-key", vec![], vec![]));
    assert_eq!(
        found(r#"{"api_key": "sk_hunter2", "api_key_valid": true}"#),
        ("accepted", also(&[]), vec!["api-key-prefix"])
    );
}

#[test]
fn scopes_are_those_that_the_operation_declares() {
    for operation in Operation::ALL {
        let with = |scope: &str| {
            let situation = Situation { scopes: Some(vec![scope.into()]), ..Situation::default() };
            let mut checker = Checker::new();
            let found = checker.preflight(&Request::new(*operation), b"", &situation);
            let refused = found.answer.is_some_and(|answer| answer.status() == Some(403));
            (refused, found.unknown.contains(&UnknownFact::RequiredScope))
        };
        match operation.scope() {
            Some(scope) => {
                let resource = scope.split(':').next().unwrap();
                assert_eq!(with(scope), (false, false), "{operation}");
                assert_eq!(with(&format!("{resource}:all")), (false, false), "{operation}");
                assert_eq!(with("other:all"), (true, false), "{operation}");
            }
            None => assert_eq!(with("other:all"), (false, true), "{operation}"),
        }
        assert_eq!(with("*"), (false, false), "{operation}");
    }
}

#[test]
fn the_rate_limit_follows_from_the_requests_or_the_wait() {
    let answer = |json: &str| preflight("list_domains", "", &situation(json)).answer;
    let wait = |seconds| Some(AnswerKind::RateLimited { seconds: Some(seconds) });
    let ago = |ago: &[i64]| answer(&format!(r#"{{"requests_seconds_ago": {ago:?}}}"#));
    assert_eq!(ago(&[]), None);
    assert_eq!(ago(&[0; 99]), None);
    assert_eq!(ago(&[0; 100]), wait(60));
    assert_eq!(ago(&[59; 100]), wait(1));
    assert_eq!(ago(&[60; 100]), None);
    assert_eq!(ago(&[3000; 1000]), wait(600));
    assert_eq!(answer(r#"{"wait_seconds": 7}"#), wait(7));
    assert_eq!(answer(r#"{"wait_seconds": 0}"#), None);
    let budget =
        |millis| Situation::default().with_wait(std::time::Duration::from_millis(millis)).wait_seconds;
    assert_eq!([0, 1, 1000, 1001].map(budget), [Some(0), Some(1), Some(1), Some(2)]);
    assert_eq!(Situation::default().with_wait(std::time::Duration::MAX).wait_seconds, Some(i64::MAX));
    // The wait is more certain than the requests, because no page says which ones the API counts.
    assert_eq!(answer(&format!(r#"{{"wait_seconds": 0, "requests_seconds_ago": {:?}}}"#, [0; 100])), None);
}

#[test]
fn a_failure_caused_by_the_body_is_not_retried() {
    let mut checker = Checker::new();
    let body = br#"{"lead_mapping": {"\ud800": []}}"#;
    let found = checker.preflight(&update().parse().unwrap(), body, &Situation::default());
    let hint = format!("{}.", found.rejection().unwrap().findings()[0].hint());
    let answer = found.answer.unwrap();
    assert_eq!((answer.kind(), answer.status()), (&AnswerKind::ServerError, Some(500)));
    assert_eq!((answer.retry(), answer.fix()), (Retry::AfterFix, hint.as_str()));
    // The API's answer does not state the cause.
    let parsed = Answer::parse(500, answer.body().unwrap().as_bytes());
    assert_eq!((parsed.retry(), parsed.fix()), (Retry::Backoff, AnswerKind::ServerError.info().fix));
}

#[test]
fn ids_are_compared_as_uuids() {
    let loose = format!("{{{}}}", CAMPAIGN.to_uppercase().replace('-', ""));
    let situation = Situation { campaign_ids: Some(vec![loose.clone()]), ..Situation::default() };
    assert_eq!(id(&preflight(&update(), "{}", &situation)), "accepted");
    let none = Situation { campaign_ids: Some(vec![]), ..Situation::default() };
    let found = preflight(&format!("GET /campaigns/{loose}"), "", &none);
    assert_eq!(found.answer, Some(AnswerKind::CampaignNotFound { campaign_id: CAMPAIGN.into() }));
    let in_use = Situation { inboxes_in_use: Some(vec![INBOX.to_uppercase()]), ..Situation::default() };
    let delete = |inbox: &str| id(&preflight(&format!("DELETE /sender-accounts/{inbox}"), "", &in_use));
    assert_eq!(delete(INBOX), "inbox-in-use");
    assert_eq!(delete(CAMPAIGN), "accepted");
}

#[test]
fn a_campaign_with_known_facts_exists() {
    let json = format!(r#"{{"campaign_ids": [], "campaigns": [{{"campaign_id": "{CAMPAIGN}"}}]}}"#);
    let found = preflight(&update(), "{}", &situation(&json));
    assert_eq!(id(&found), "accepted");
    assert_eq!(found.unknown.last(), Some(&UnknownFact::CampaignStatus));
}

#[test]
fn campaigns_that_are_active_or_archived_are_not_updated() {
    for status in CampaignStatus::ALL {
        let mut situation = all_is_well();
        campaign(&mut situation).status = Some(*status);
        let expected = match status {
            CampaignStatus::Draft | CampaignStatus::Paused => ("accepted", vec![]),
            // No page says what happens.
            CampaignStatus::Completed | CampaignStatus::Failed => {
                ("accepted", vec![UnknownFact::AcceptedStatus])
            }
            _ => ("campaign-not-draft", vec![]),
        };
        let found = preflight(&update(), "{}", &situation);
        assert_eq!((id(&found), found.unknown), expected, "{status:?}");
        // No page says what other operations answer.
        for request in [
            format!("GET /campaigns/{CAMPAIGN}"),
            format!("DELETE /campaigns/{CAMPAIGN}"),
            format!("POST /campaigns/{CAMPAIGN}/pause"),
            format!("POST /campaigns/{CAMPAIGN}/activate"),
        ] {
            assert_eq!(id(&preflight(&request, "", &situation)), "accepted", "{request} {status:?}");
        }
    }
}

#[test]
fn addresses_are_compared_as_the_api_keeps_them() {
    let smtp = smtp_account();
    let account: Value = serde_json::from_str(&smtp).unwrap();
    let address = account["email_address"].as_str().unwrap();
    let (local, domain) = address.split_once('@').unwrap();
    let answer = |connected: &str| {
        let situation =
            Situation { connected_addresses: Some(vec![connected.into()]), ..Situation::default() };
        id(&preflight("create_smtp_account", &smtp, &situation))
    };
    let same = format!("{local}@{}", domain.to_uppercase());
    for known in [address, &same, &format!(" {address} "), &format!("Grete Hartmann <{address}>")] {
        assert_eq!(answer(known), "email-already-exists", "{known}");
    }
    for other in [&format!("x{address}"), &format!("{}@{domain}", local.to_uppercase()), "", "no address"] {
        assert_eq!(answer(other), "accepted", "{other}");
    }
}

#[test]
fn a_wrong_sum_of_a_paused_campaign_is_advice() {
    let body = format!(r#"{{"variants": [{}]}}"#, variant(90));
    let mut situation = all_is_well();
    campaign(&mut situation).status = Some(CampaignStatus::Paused);
    let mut checker = Checker::new();
    let found = checker.preflight(&update().parse().unwrap(), body.as_bytes(), &situation);
    assert!(found.is_accepted() && found.outcome.is_accepted() && found.outcome.coerced().is_some());
    let mut sums = found.advice();
    sums.retain(|advice| advice.rule == "distribution-sum");
    assert_eq!(sums.len(), 1);
    // No page says that variants of a follow-up are merged.
    let sequences = format!(
        r#"{{"sequences": [{{"step_number": 2, "trigger_type": "NOT_REPLIED", "wait_days": 3, "variants": [{}]}}]}}"#,
        variant(90)
    );
    let found = preflight(&update(), &sequences, &situation);
    assert_eq!(found.answer, Some(AnswerKind::DistributionSum { got: 90 }));
    // An unknown status is no reason to be lenient.
    campaign(&mut situation).status = None;
    assert_eq!(preflight(&update(), &body, &situation).answer, Some(AnswerKind::DistributionSum { got: 90 }));
}

#[test]
fn a_launch_needs_what_neither_the_campaign_nor_the_update_has() {
    let launch = |has: [Option<bool>; 3], body: &str| {
        let mut situation = all_is_well();
        let known = campaign(&mut situation);
        [known.has_leads, known.has_inboxes, known.has_variants] = has;
        preflight(&update(), body, &situation)
    };
    let (all, none) = ([Some(true); 3], [Some(false); 3]);
    let ready = |launch: &Found| launch.launch.as_ref().unwrap().is_launch_ready;
    let found = launch(all, r#"{"launch": true}"#);
    assert_eq!((id(&found), ready(&found)), ("accepted", Some(true)));

    let found = launch(none, r#"{"launch": "yes"}"#);
    let missing = ["leads", "inboxes", "variants"].map(str::to_owned).into();
    assert_eq!(found.answer, Some(AnswerKind::LaunchRequirements { missing }));
    assert_eq!((found.status, ready(&found)), (None, Some(false)), "no page prints the status");

    let body = format!(r#"{{"launch": 1, "inbox_ids": ["{INBOX}"], "variants": [{}]}}"#, variant(100));
    let found = launch(none, &body);
    assert_eq!(found.launch.unwrap().missing_requirements, [Requirement::Leads]);
    let found = launch([Some(true), None, None], &body);
    assert_eq!((ready(&found), found.unknown), (Some(true), vec![]));

    let found = launch([Some(true), Some(true), Some(false)], r#"{"launch": true, "variants": []}"#);
    let missing = vec!["variants".to_owned()];
    assert_eq!(
        found.answer,
        Some(AnswerKind::LaunchRequirements { missing }),
        "an empty list supplies nothing"
    );
    let found = launch([Some(true); 3], r#"{"launch": true, "variants": []}"#);
    assert_eq!(ready(&found), None, "it may take away what is there");
    assert_eq!(found.unknown, [UnknownFact::HasVariants]);

    let found = launch([Some(true), None, Some(true)], r#"{"launch": true, "inbox_ids": null}"#);
    assert_eq!((id(&found), ready(&found), found.unknown), ("accepted", None, vec![UnknownFact::HasInboxes]));
    let found = launch([Some(false), None, Some(true)], r#"{"launch": true}"#);
    assert_eq!((id(&found), ready(&found)), ("launch-requirements", Some(false)));

    for body in ["{}", r#"{"launch": false}"#, r#"{"launch": null}"#] {
        let found = launch(none, body);
        assert_eq!((id(&found), found.launch), ("accepted", None), "{body}");
    }
}

#[test]
fn addresses_matter_where_a_page_says_so() {
    for operation in Operation::ALL {
        let found = preflight(operation.id(), &smtp_account(), &Situation::default());
        let asked = found.unknown.contains(&UnknownFact::ConnectedAddresses);
        assert_eq!(asked, *operation == Operation::CreateSmtpAccount, "{operation}");
    }
}

#[test]
fn a_failed_connection_is_never_predicted() {
    let situations = [situation(r#"{"connected_addresses": [], "scopes": ["*"]}"#), Situation::default()];
    let smtp = smtp_account();
    for situation in situations {
        assert_eq!(id(&preflight("create_smtp_account", &smtp, &situation)), "accepted");
    }
}

#[test]
fn an_invalid_situation_is_rejected_with_its_position() {
    fn invalid(json: &str) -> (String, Option<&str>) {
        let error = json.parse::<Situation>().unwrap_err();
        assert!(!format!("{error:?}{error}").contains("hunter2"), "{error:?}");
        (error.to_string(), error.offset().map(|offset| &json[offset..]))
    }
    let cases = [
        (r#"{"scops": []}"#, "`scops` is unknown; did you mean `scopes`?", Some(r#""scops": []}"#)),
        (
            r#"{"hunter2": 1}"#,
            "unknown key; known keys are api_key, api_key_valid, scopes, requests_seconds_ago, wait_seconds, campaigns, campaign_ids, connected_addresses, inboxes_in_use",
            Some(r#""hunter2": 1}"#),
        ),
        (r#"{"scopes": "*"}"#, "scopes: Write a list: [ … ]", Some(r#""*"}"#)),
        (r#"{"api_key": ["hunter2"]}"#, "api_key: Write it as text", Some(r#"["hunter2"]}"#)),
        (r#"{"api_key_valid": "hunter2"}"#, "api_key_valid: Write true or false", Some(r#""hunter2"}"#)),
        (r#"{"wait_seconds": -1}"#, "wait_seconds: 0 or more; this is -1", Some("-1}")),
        (
            r#"{"campaigns": [{"status": "DRAFT"}]}"#,
            "campaigns[0].campaign_id: Add `campaign_id`",
            Some(r#"{"status": "DRAFT"}]}"#),
        ),
        (
            r#"{"campaigns": [{"campaign_id": "550e8400-e29b-41d4-a716-446655440000", "status": "hunter2"}]}"#,
            "campaigns[0].status: One of DRAFT, ACTIVE, PAUSED, COMPLETED, FAILED, ARCHIVED (exact spelling)",
            Some(r#""hunter2"}]}"#),
        ),
        (
            r#"{"campaigns": [{"campaign_id": "550e8400-e29b-41d4-a716-446655440000", "state": ""}]}"#,
            "campaigns[0]: unknown key; known keys are campaign_id, status, has_leads, has_inboxes, has_variants",
            Some(r#""state": ""}]}"#),
        ),
        (
            r#"{"campaign_ids": ["hunter2"]}"#,
            "campaign_ids[0]: A UUID, such as 550e8400-e29b-41d4-a716-446655440000",
            Some(r#""hunter2"]}"#),
        ),
        (
            r#"{"connected_addresses": ["hunter2"]}"#,
            "connected_addresses[0]: One plain address, such as ada@example.com",
            Some(r#""hunter2"]}"#),
        ),
        (r#"{"api_key": 5}"#, "api_key: Write it as text", Some("5}")),
        (r#"{"api_key_valid": 1}"#, "api_key_valid: Write true or false", Some("1}")),
        (r#"{"wait_seconds": 1.0}"#, "wait_seconds: Write a whole number", Some("1.0}")),
        (
            r#"{"campaigns": [[["campaign_id", "550e8400-e29b-41d4-a716-446655440000"]]]}"#,
            "campaigns[0]: Write an object: { … }",
            Some(r#"[["campaign_id", "550e8400-e29b-41d4-a716-446655440000"]]]}"#),
        ),
        (r#"{"campaigns": [""]}"#, "campaigns[0]: Write an object: { … }", Some(r#"""]}"#)),
        (r#"{"campaigns": [[]]}"#, "campaigns[0]: Write an object: { … }", Some("[]]}")),
        // Ids are compared however they are written.
        (
            r#"{"campaigns": [{"campaign_id": "550e8400-e29b-41d4-a716-446655440000", "status": "DRAFT"}, {"campaign_id": "8d2f0c64-5d0b-4b8e-9a57-1f0a6c3b7e21"}, {"campaign_id": "550E8400E29B41D4A716446655440000"}]}"#,
            "campaigns[2].campaign_id: List each campaign once",
            Some(r#""550E8400E29B41D4A716446655440000"}]}"#),
        ),
        ("[]", "Write an object: { … }", Some("[]")),
        (r#"["hunter2"]"#, "Write an object: { … }", Some(r#"["hunter2"]"#)),
        (r#"{"api_key": "hunter2""#, "invalid JSON: Expecting ',' delimiter", Some("")),
        ("", "Write an object: { … }", Some("")),
        ("null", "Write an object: { … }", Some("null")),
    ];
    for (json, message, rest) in cases {
        assert_eq!(invalid(json), (message.to_owned(), rest), "{json}");
    }
    // The first error is reported.
    assert_eq!(invalid(r#"{"x": 1, "scopes": 5}"#).1, Some(r#""x": 1, "scopes": 5}"#));
    assert_eq!(Checker::new().situation(&[0xFF, 0xFE, 0x41]).unwrap_err().offset(), None);
}

#[test]
fn optional_facts_may_be_null() {
    let empty = situation("{}");
    assert_eq!(empty, Situation::default());
    let nulls = Situation::SHAPE.fields.iter().filter(|field| field.name != "api_key");
    for field in nulls {
        assert_eq!(situation(&format!(r#"{{"{}": null}}"#, field.name)), empty);
    }
    let own = situation(r#"{"$schema": "./situation.schema.json", "api_key": null}"#);
    assert_eq!(own, Situation { api_key: ApiKey::Missing, ..Situation::default() });
}

/// Generates requests of all operations, with and without path values.
fn requests() -> impl Strategy<Value = String> {
    let routes = Operation::ALL.iter().flat_map(|operation| {
        let path = operation.path().replace("{campaign_id}", CAMPAIGN).replace("{inbox_id}", INBOX);
        [operation.id().to_owned(), format!("{} {path}", operation.method())]
    });
    prop::sample::select(routes.collect::<Vec<_>>())
}

/// Generates bodies, most of them objects with fields of requests and of situations.
fn bodies() -> impl Strategy<Value = String> {
    let names = Operation::ALL
        .iter()
        .filter_map(|operation| operation.body())
        .chain([Situation::SHAPE, KnownCampaign::SHAPE])
        .flat_map(|shape| shape.fields.iter().map(|field| field.name));
    let names: Vec<_> = names.collect();
    let values = vec![
        "null",
        "true",
        "false",
        "0",
        "-1",
        "100",
        "1e999",
        "NaN",
        "\"\"",
        "\"*\"",
        "\"DRAFT\"",
        "\"PAUSED\"",
        "\"ada@example.com\"",
        "\"Autumn campaign\"",
        "\"550e8400-e29b-41d4-a716-446655440000\"",
        "[]",
        "{}",
        "[[]]",
        "9223372036854775807",
        "\"\\ud800\"",
    ];
    let leaf = prop::sample::select(values).prop_map(str::to_owned);
    let value = leaf.prop_recursive(3, 24, 4, move |inner| {
        let member = (prop::sample::select(names.clone()), inner.clone());
        let member = member.prop_map(|(name, value)| format!("\"{name}\": {value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec(member, 0..8).prop_map(|members| format!("{{{}}}", members.join(", "))),
        ]
    });
    prop_oneof![8 => value, 1 => "\\PC*"]
}

/// Generates situations from their declaration, in which any fact may be known. Nearly all are valid; the others list a
/// campaign twice.
fn situations() -> impl Strategy<Value = Value> {
    object(Situation::SHAPE)
}

fn object(shape: &'static Shape) -> BoxedStrategy<Value> {
    let members: Vec<_> = shape.fields.iter().map(member).collect();
    members.prop_map(|members| members.into_iter().flatten().collect::<Value>()).boxed()
}

/// Generates a field with its value, or omits it.
fn member(field: &'static Field) -> BoxedStrategy<Option<(String, Value)>> {
    let given = value(&field.field_type).prop_map(|value| Some((field.name.to_owned(), value)));
    match field.presence {
        Presence::Required => given.boxed(),
        _ => prop_oneof![1 => Just(None), 1 => Just(Some((field.name.to_owned(), Value::Null))), 3 => given]
            .boxed(),
    }
}

fn value(kind: &'static FieldType) -> BoxedStrategy<Value> {
    let select = |values: Vec<Value>| prop::sample::select(values).boxed();
    match kind {
        FieldType::Boolean(_) => select(vec![json!(false), json!(true)]),
        FieldType::Integer(_) => select(vec![json!(0), json!(1), json!(60), json!(i64::MAX)]),
        FieldType::Text(_) => select(vec![
            json!(""),
            json!("x"),
            json!("cs_live_x"),
            json!("*"),
            json!("campaigns:all"),
            json!("leads:write"),
        ]),
        FieldType::Uuid(_) => select(vec![json!(CAMPAIGN), json!(INBOX)]),
        FieldType::Email(_) => {
            select(vec![json!("ada@example.com"), json!("grete.hartmann@mail.ledgerline.example")])
        }
        FieldType::Choice(choice) => select(choice.members.iter().map(|member| json!(member)).collect()),
        FieldType::List { of: FieldType::Object(shape), .. } => {
            prop::collection::vec(object(shape), 0..3).prop_map(Value::from).boxed()
        }
        FieldType::List { of, .. } => {
            let few = prop::collection::vec(value(of), 0..4);
            let many = value(of).prop_map(|value| vec![value; 1000]);
            prop_oneof![4 => few, 1 => many].prop_map(Value::from).boxed()
        }
        FieldType::Object(shape) => object(shape),
        _ => unreachable!("no fact is of this kind: {kind:?}"),
    }
}

#[test]
fn most_generated_situations_are_valid_and_cause_every_answer() {
    let (mut runner, mut valid) = (TestRunner::deterministic(), 0);
    let mut refused = BTreeSet::new();
    let tried = (update(), launch(100));
    for _ in 0..1000 {
        let json = situations().new_tree(&mut runner).unwrap().current().to_string();
        if let Ok(situation) = json.parse() {
            valid += 1;
            refused.insert(id(&preflight(&tried.0, &tried.1, &situation)));
        }
    }
    assert!(valid > 800, "{valid}");
    let all = [
        "accepted",
        "api-key-required",
        "campaign-not-draft",
        "campaign-not-found",
        "insufficient-scopes",
        "invalid-api-key",
        "launch-requirements",
        "rate-limited",
    ];
    assert_eq!(refused, BTreeSet::from(all));
}

proptest! {
    #[test]
    fn an_empty_situation_changes_nothing(request in requests(), body in bodies()) {
        let request: Request = request.parse().unwrap();
        let mut checker = Checker::new();
        let outcome = checker.check(&request, body.as_bytes());
        let rejection = outcome.rejection.as_ref().map(|r| (Some(r.status()), Some(r.body().to_string())));
        let advice = outcome.advice();
        let coerced = outcome.coerced();
        let mut checker = Checker::new();
        let found = checker.preflight(&request, body.as_bytes(), &Situation::default());
        prop_assert_eq!(found.advice(), advice);
        prop_assert_eq!(found.outcome.coerced(), coerced);
        prop_assert_eq!(found.answer.as_ref().map(|answer| (answer.status(), answer.body())), rejection);
        prop_assert_eq!(found.rejection(), found.outcome.rejection.as_ref());
        prop_assert_eq!(found.is_accepted(), found.answer.is_none());
    }

    #[test]
    fn each_predicted_answer_is_recognized(request in requests(), body in bodies(), situation in situations()) {
        let request: Request = request.parse().unwrap();
        let mut checker = Checker::new();
        let Ok(situation) = checker.situation(situation.to_string().as_bytes()) else { return Ok(()) };
        let found = checker.preflight(&request, body.as_bytes(), &situation);
        if let Some(answer) = &found.answer {
            let read = Answer::parse(answer.status(), answer.body().unwrap().as_bytes());
            // Only the ids are compared, because some items cannot be recognized by their message.
            prop_assert_eq!(read.kind().info().id, answer.kind().info().id);
        }
        let not_ready = found.launch.is_some_and(|launch| launch.is_launch_ready == Some(false));
        let refused = found.answer.is_some_and(|answer| answer.kind().info().id == "launch-requirements");
        prop_assert_eq!(not_ready, refused);
    }

    #[test]
    fn no_text_panics_as_a_situation(text in bodies()) {
        let _ = Checker::new().situation(text.as_bytes());
    }

    /// A struct may hold values that no file can express.
    #[test]
    fn no_struct_panics(
        text in "\\PC*",
        numbers in prop::collection::vec(any::<i64>(), 0..200),
        wait in any::<Option<i64>>(),
        request in requests(),
    ) {
        let known = KnownCampaign { campaign_id: text.clone(), ..KnownCampaign::default() };
        let situation = Situation {
            api_key: text.as_str().into(),
            scopes: Some(vec![text.clone()]),
            requests_seconds_ago: Some(numbers),
            wait_seconds: wait,
            campaigns: Some(vec![known]),
            campaign_ids: Some(vec![text.clone()]),
            connected_addresses: Some(vec![text.clone()]),
            inboxes_in_use: Some(vec![text]),
            ..Situation::default()
        };
        let _ = Checker::new().preflight(&request.parse().unwrap(), b"{}", &situation);
    }
}
