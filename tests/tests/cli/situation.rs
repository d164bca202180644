//! `check --situation`: the first answer, predicted from what is known before a request is sent.
use crate::program::{FORMATS, Run, feed, file, run};
use coldsend_lint::Situation;
use insta::assert_snapshot;
use serde_json::{Value, json};

const CAMPAIGN: &str = "550e8400-e29b-41d4-a716-446655440000";

/// Checks a body on standard input in a situation.
fn check(operation: &str, body: &str, situation: &Value, more: &[&str]) -> Run {
    // Each test needs its own file, because tests run at the same time.
    let thread = std::thread::current().name().unwrap_or_default().replace("::", "-");
    let situation = file(&format!("{thread}.json"), situation.to_string());
    let arguments = ["check", "--as", operation, "--situation", &situation];
    let shown = feed(&[&arguments, more, &["-"]].concat(), body.as_bytes());
    let known = |text: String| text.replace(&situation, "situation.json");
    Run { stdout: known(shown.stdout), stderr: known(shown.stderr), status: shown.status }
}

fn update() -> String {
    format!("PUT /campaigns/{CAMPAIGN}")
}

/// Returns a situation in which everything is known and nothing rejects, except for these facts about its campaign.
fn with_campaign(known: Value) -> Value {
    let mut campaign = json!({
        "campaign_id": CAMPAIGN, "status": "DRAFT", "has_leads": true, "has_inboxes": true, "has_variants": true
    });
    for (name, value) in known.as_object().unwrap() {
        campaign[name] = value.clone();
    }
    json!({
        "api_key": "cs_live_hunter2", "api_key_valid": true, "scopes": ["*"], "wait_seconds": 0,
        "campaigns": [campaign]
    })
}

const SUM: &str = r#"{"variants": [
  {"subject_template": "Month end", "email_content": "Hi {{first_name}}, a word.", "distribution_percent": 90}
]}"#;

#[test]
fn it_shows_the_first_answer_the_unknown_facts_and_all_other_errors() {
    let cases = [
        ("accepted", check(&update(), "{}", &with_campaign(json!({})), &[])),
        ("refused", check(&update(), "{}", &with_campaign(json!({"status": "ACTIVE"})), &[])),
        (
            "refused, and wrong besides",
            check(
                &update(),
                r#"{"name": "Hi"}"#,
                &json!({"api_key": "hunter2", "scopes": ["leads:all"]}),
                &[],
            ),
        ),
        ("wrong", check(&update(), r#"{"name": "Hi"}"#, &with_campaign(json!({"status": "ACTIVE"})), &[])),
        ("launched", check(&update(), r#"{"launch": true}"#, &with_campaign(json!({})), &[])),
        (
            "not launched",
            check(
                &update(),
                r#"{"launch": true}"#,
                &with_campaign(json!({"has_leads": false, "has_variants": false})),
                &[],
            ),
        ),
        (
            "launched, perhaps",
            check(&update(), r#"{"launch": true}"#, &with_campaign(json!({"has_inboxes": null})), &[]),
        ),
        (
            "launched, and nothing known",
            check(
                &update(),
                r#"{"launch": true}"#,
                &json!({"api_key_valid": true, "scopes": ["*"], "wait_seconds": 0}),
                &[],
            ),
        ),
        (
            "launched, whatever it is",
            check("update_campaign", r#"{"launch": true}"#, &with_campaign(json!({})), &[]),
        ),
        ("a sum that is advice", check(&update(), SUM, &with_campaign(json!({"status": "PAUSED"})), &[])),
        ("nothing known", check("create_domain", r#"{"domain": "mail.example.com"}"#, &json!({}), &[])),
        ("too fast", check("list_campaigns", "", &json!({"requests_seconds_ago": vec![20; 100]}), &[])),
        ("no operation", check_any("", &json!({"api_key_valid": false}))),
    ];
    let shown: Vec<String> = cases
        .into_iter()
        .map(|(name, Run { stdout, stderr, status })| {
            assert_eq!(stderr, "", "{name}");
            format!("=== {name}\n{stdout}--- exit {}\n", status.unwrap())
        })
        .collect();
    let shown = shown.join("\n");
    assert!(!shown.contains("hunter2"), "{shown}");
    // The folder `snapshots` is only for the cases.
    insta::with_settings!({ snapshot_path => "explained" }, {
        assert_snapshot!("shown", shown);
    });
}

/// Checks a body in a situation, without an operation.
fn check_any(body: &str, situation: &Value) -> Run {
    let name = file("any-situation.json", situation.to_string());
    let shown = feed(&["check", "--situation", &name, "-"], body.as_bytes());
    Run { stdout: shown.stdout.replace(&name, "situation.json"), ..shown }
}

#[test]
fn json_has_the_first_answer_and_what_is_not_known() {
    let shown =
        |body: &str, situation: Value| check(&update(), body, &situation, &["--format", "json"]).stdout;
    assert_eq!(
        shown(r#"{"name": "Hi"}"#, json!({"api_key": null})),
        concat!(
            r#"[{"file":"-","operation":"update_campaign","ok":false,"status":401,"#,
            r#""body":{"detail":"API key required. Include your API key in X-API-Key header."},"errors":[],"advice":[],"left_out":0,"unknown":[],"launch":null,"#,
            r#""explanation":{"id":"api-key-required","status":401,"status_expected":null,"retry":"never","retry_after_seconds":null,"#,
            r#""fix":"Send your API key in the header `X-API-Key` with every request.","#,
            r#""detail":"API key required. Include your API key in X-API-Key header.","others":[]}}]"#,
            "\n"
        )
    );
    assert_eq!(
        shown(r#"{"name": "Hi"}"#, json!({"api_key": "sk_hunter2", "wait_seconds": 0})),
        concat!(
            r#"[{"file":"-","operation":"update_campaign","ok":false,"status":422,"#,
            r#""body":{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]},"#,
            r#""errors":[{"rule":"campaign-name","loc":["body","name"],"pointer":"/name","msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length","hint":"At least 8 characters; this has 2","line":1,"column":10}],"#,
            r#""advice":[{"rule":"api-key-prefix","loc":["header","X-API-Key"],"pointer":"/X-API-Key","msg":"the API key does not begin with cs_live_","type":"value_error","hint":"The header X-API-Key should contain only the API key, which begins with cs_live_","line":null,"column":null}],"#,
            r#""left_out":0,"unknown":["api_key_valid","scopes"],"launch":null,"explanation":"#,
            r#"{"id":"validation","status":422,"status_expected":null,"retry":"after_fix","retry_after_seconds":null,"#,
            r#""fix":"Correct the fields listed, then send the request again.","#,
            r#""detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}],"others":[]}}]"#,
            "\n"
        )
    );
    assert_eq!(
        shown(r#"{"launch": true}"#, with_campaign(json!({"has_leads": false}))),
        concat!(
            r#"[{"file":"-","operation":"update_campaign","ok":false,"status":null,"#,
            r#""body":{"is_launch_ready":false,"missing_requirements":["leads"]},"errors":[],"advice":[],"left_out":0,"unknown":[],"#,
            r#""launch":{"is_launch_ready":false,"missing_requirements":["leads"]},"#,
            r#""explanation":{"id":"launch-requirements","status":null,"status_expected":null,"retry":"after_fix","#,
            r#""retry_after_seconds":null,"fix":"Add what is missing, then launch again.","detail":null,"others":[]}}]"#,
            "\n"
        ),
        "no page prints the status"
    );
    assert_eq!(
        shown("{}", json!({"api_key_valid": true, "scopes": ["campaigns:write"], "wait_seconds": 0})),
        concat!(
            r#"[{"file":"-","operation":"update_campaign","ok":true,"status":null,"body":null,"errors":[],"advice":[],"#,
            r#""left_out":0,"unknown":["campaign_ids","campaigns[].status"],"launch":null,"explanation":null}]"#,
            "\n"
        )
    );
    let launch = |known: Value| {
        let shown: Value = serde_json::from_str(&shown(r#"{"launch": true}"#, with_campaign(known))).unwrap();
        shown[0]["launch"].clone()
    };
    let expected = |ready: Option<bool>| json!({"is_launch_ready": ready, "missing_requirements": []});
    assert_eq!(launch(json!({})), expected(Some(true)));
    assert_eq!(launch(json!({"has_leads": null})), expected(None));
    let plain = feed(&["check", "--as", &update(), "--format", "json", "-"], br#"{"launch": true}"#).stdout;
    assert!(plain.contains(r#""unknown":null,"launch":null,"explanation":null}"#), "{plain}");
}

#[test]
fn every_format_shows_the_rejection() {
    let situation = with_campaign(json!({"status": "ACTIVE"}));
    let shown = |format: &str| {
        let shown = check(&update(), r#"{"daily_limit_per_inbox": "30"}"#, &situation, &["--format", format]);
        assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(1)));
        shown.stdout
    };
    assert_eq!(shown("body"), r#"{"detail":"Can only update campaigns in DRAFT status"}"#);
    let github = shown("github");
    assert!(
        github.starts_with(
            "::error title=campaign-not-draft::The campaign's status does not allow updates%0AIf "
        ),
        "{github}"
    );
    assert!(github.contains("title=coerced-value"), "{github}");
    assert!(!github.contains("::notice"), "all is known: {github}");
    let log: Value = serde_json::from_str(&shown("sarif")).unwrap();
    let levels: Vec<_> = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| (rule["id"].as_str().unwrap(), rule["defaultConfiguration"]["level"].as_str().unwrap()))
        .collect();
    assert_eq!(levels, [("campaign-not-draft", "error"), ("coerced-value", "warning")]);
    let results = &log["runs"][0]["results"];
    assert_eq!(
        (&results[0]["ruleId"], &results[0]["level"]),
        (&json!("campaign-not-draft"), &json!("error"))
    );
    assert_eq!(results[1]["ruleId"], "coerced-value");
}

#[test]
fn a_log_lists_what_is_not_known() {
    let shown = check("list_campaigns", "", &json!({}), &["--format", "sarif"]).stdout;
    let log: Value = serde_json::from_str(&shown).unwrap();
    let note = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(note["level"], "note");
    assert_eq!(
        note["message"]["text"],
        "skipped (unknown): api_key, api_key_valid, requests_seconds_ago, scopes"
    );
    let github = |more: &[&str]| {
        check("list_campaigns", "", &json!({}), &[&["--format", "github"], more].concat()).stdout
    };
    assert_eq!(
        github(&[]),
        "::notice title=coldsend-lint::skipped (unknown): api_key, api_key_valid, requests_seconds_ago, scopes\n"
    );
    assert_eq!(github(&["--quiet"]), "");
}

#[test]
fn a_rejection_in_a_situation_counts_like_one_by_the_check() {
    let status = |situation: Value, more: &[&str]| check(&update(), "{}", &situation, more).status;
    let refused = || json!({"api_key_valid": false});
    assert_eq!(status(json!({}), &[]), Some(0));
    assert_eq!(status(refused(), &[]), Some(1));
    assert_eq!(status(refused(), &["--exit-zero"]), Some(0));
    let advised = || json!({"api_key": "sk_1"});
    assert_eq!(status(advised(), &[]), Some(0));
    assert_eq!(status(advised(), &["--deny", "api-key-prefix"]), Some(1));
    assert_eq!(status(advised(), &["--advice", "deny", "--allow", "api-key-prefix"]), Some(0));
    let quiet = check(&update(), "{}", &json!({}), &["--quiet"]);
    assert_eq!(quiet.stdout, "");
    let quiet = check(&update(), "{}", &refused(), &["--quiet"]);
    assert!(quiet.stdout.contains("invalid-api-key"), "{}", quiet.stdout);
}

#[test]
fn an_invalid_situation_is_reported_with_its_position_and_nothing_is_checked() {
    let refused = |content: &str| {
        let name = file("no-situation.json", content);
        for format in FORMATS {
            let shown = run(&["check", "--situation", &name, "--format", format, "accepted.json"]);
            assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)));
            assert!(!shown.stderr.contains("hunter2"), "{}", shown.stderr);
        }
        run(&["check", "--situation", &name, "accepted.json"]).stderr.replace(&name, "s.json")
    };
    assert_eq!(
        refused("{\n  \"api_key\": \"cs_live_hunter2\",\n  \"scops\": []}"),
        "error: s.json:3:3: `scops` is unknown; did you mean `scopes`?\n"
    );
    assert_eq!(
        refused("{\"api_key\": \"hunter2\n\"}"),
        "error: s.json:1:21: invalid JSON: Invalid control character at\n"
    );
    assert_eq!(
        refused(r#"{"campaigns": [{"campaign_id": "hunter2"}]}"#),
        "error: s.json:1:32: campaigns[0].campaign_id: A UUID, such as 550e8400-e29b-41d4-a716-446655440000\n"
    );
    // Offsets count in UTF-8, so there is no position in other encodings.
    let utf16: Vec<u8> = "\u{FEFF}{\"scops\": []}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let shown = run(&["check", "--situation", &file("utf16-situation.json", utf16), "accepted.json"]);
    assert!(shown.stderr.contains("situation.json: `scops` is unknown"), "{}", shown.stderr);
    assert_eq!(
        run(&["check", "--situation", "nowhere.json", "accepted.json"]).stderr,
        "error: nowhere.json: no such file\n"
    );
}

#[test]
fn standard_input_may_be_the_situation() {
    let shown =
        feed(&["check", "--situation", "-", "--format", "body", "accepted.json"], br#"{"api_key": ""}"#);
    assert!(shown.stdout.starts_with(r#"{"detail":"API key required."#), "{shown:?}");
    let twice = run(&["check", "--situation", "-", "-"]);
    assert_eq!((twice.stdout.as_str(), twice.status), ("", Some(2)));
    assert!(twice.stderr.contains("only once"), "{}", twice.stderr);
}

#[test]
fn no_format_shows_the_key() {
    let situations = [
        json!({"api_key": "cs_live_hunter2"}),
        json!({"api_key": "hunter2", "api_key_valid": false}),
        json!({"api_key": "hunter2", "scopes": []}),
    ];
    for situation in situations {
        for format in FORMATS {
            for body in ["{}", r#"{"name": "Hi"}"#, "{"] {
                let shown = check(&update(), body, &situation, &["--format", format]);
                assert!(!format!("{shown:?}").contains("hunter2"), "{shown:?}");
            }
        }
    }
}

#[test]
fn its_schema_is_printed() {
    let shown = run(&["schema", "situation"]);
    assert_eq!((shown.stdout, shown.stderr.as_str(), shown.status), (Situation::json_schema(), "", Some(0)));
}

#[test]
fn denied_advice_is_shown_with_the_answer_of_a_situation() {
    let known = json!({"api_key": null});
    let body = r#"{"name": "Autumn campaign", "colour": "red"}"#;
    let shown = check(&update(), body, &known, &["--format", "json", "--deny", "unknown-field"]);
    let records: Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!((&records[0]["ok"], &records[0]["status"]), (&json!(false), &json!(401)));
    assert_eq!(records[0]["errors"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&records[0]["errors"][0]["rule"], &records[0]["advice"]),
        (&json!("unknown-field"), &json!([]))
    );
}
