//! Every answer of the errors page: recognized, and emitted as the page prints it.
use coldsend_lint::answers::{Answer, AnswerKind, MAX_BYTES, Moment, Retry, STATUSES};
use coldsend_lint::catalogue::{self, rules_for_item};
use coldsend_lint::{Backoff, Budget, ErrorBody, ErrorItem, ErrorKind};
use coldsend_lint_tests::{
    ERRORS_PAGE as PAGE, blocks_of_the_errors_page as blocks, compact, fixtures, mutated_answers,
};
use std::borrow::Cow;
use std::collections::HashSet;
use std::error::Error;
use std::time::{Duration, Instant};

#[test]
fn every_block_is_recognized_and_emitted_again() {
    let items = |name: &str, kind| {
        AnswerKind::Validation(vec![ErrorItem::new(vec!["body".into(), name.into()], kind)])
    };
    let scope = || vec!["campaigns:write".to_owned()];
    let limit = || items("daily_limit_per_inbox", ErrorKind::NotLe { limit: 100 });
    let campaign_id = "550e8400-e29b-41d4-a716-446655440000".to_owned();
    let missing = ["leads", "inboxes", "variants"].map(str::to_owned).into();
    let expected = [
        (None, AnswerKind::Unknown),
        (Some(422), items("name", ErrorKind::MinLength { limit: 8 })),
        (Some(422), limit()),
        (Some(401), AnswerKind::ApiKeyRequired),
        (Some(401), AnswerKind::InvalidApiKey),
        (
            Some(403),
            AnswerKind::InsufficientScopes {
                required: scope(),
                granted: Some(vec!["sender_accounts:read".into()]),
            },
        ),
        (Some(422), items("name", ErrorKind::Missing)),
        (Some(422), limit()),
        (Some(422), items("email_address", ErrorKind::Email)),
        (Some(404), AnswerKind::CampaignNotFound { campaign_id }),
        (Some(400), AnswerKind::CampaignNotDraft),
        (None, AnswerKind::LaunchRequirements { missing }),
        (Some(400), AnswerKind::DistributionSum { got: 90 }),
        (Some(409), AnswerKind::EmailAlreadyExists),
        (Some(400), AnswerKind::ConnectionFailed),
        (Some(400), AnswerKind::InboxInUse),
        (Some(429), AnswerKind::RateLimited { seconds: Some(60) }),
    ];
    let blocks = blocks();
    assert_eq!(blocks.len(), expected.len());
    for (block, (status, kind)) in blocks.iter().zip(expected) {
        let answer = Answer::parse(None, block.as_bytes());
        assert!(answer.kind() == &kind, "{block}{answer:?}");
        assert_eq!(answer.status(), status, "{block}");
        match kind {
            // A placeholder, not an answer: kept as it is.
            AnswerKind::Unknown => assert_eq!(answer.received(), block.as_bytes()),
            _ => assert_eq!(answer.body().unwrap(), compact(block)),
        }
        assert_eq!(Answer::new(kind).body(), answer.body());
    }
}

/// The headings of the page, with the answers whose examples follow each.
const HEADINGS: [(&str, &[&str]); 24] = [
    // Another test checks these.
    ("HTTP Status Codes", &[]),
    // One is a placeholder.
    ("Error Response Format", &["unknown", "validation", "validation"]),
    ("Authentication Errors", &[]),
    ("Missing API Key", &["api-key-required"]),
    ("Invalid or Revoked Key", &["invalid-api-key"]),
    ("Insufficient Permissions", &["insufficient-scopes"]),
    ("Validation Errors", &[]),
    ("Field Required", &["validation"]),
    ("Value Constraint Violated", &["validation"]),
    ("Invalid Format", &["validation"]),
    ("Campaign Errors", &[]),
    ("Campaign Not Found", &["campaign-not-found"]),
    ("Campaign Not Modifiable", &["campaign-not-draft"]),
    ("Missing Launch Requirements", &["launch-requirements"]),
    ("Variant Distribution Mismatch", &["distribution-sum"]),
    ("Sender Account Errors", &[]),
    ("Email Already Exists", &["email-already-exists"]),
    ("Connection Failed", &["connection-failed"]),
    ("Inbox In Use", &["inbox-in-use"]),
    ("Rate Limit Error", &["rate-limited"]),
    // Classes of retry, `log_record`, causes and fixes.
    ("Best Practices", &[]),
    // Links.
    ("Next Steps", &[]),
    ("Authentication", &[]),
    ("Rate Limits", &[]),
];

#[test]
fn every_heading_has_its_answers() {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut block = String::new();
    let lines: Vec<&str> = PAGE.lines().collect();
    for (i, line) in lines.iter().enumerate() {
        let blank = |line: Option<&&str>| line.is_none_or(|line| line.is_empty());
        let alone = i > 0 && blank(lines.get(i - 1)) && blank(lines.get(i + 1));
        let sentence = line.ends_with(['.', ':']) || line.starts_with(' ');
        if alone && !line.is_empty() && !sentence {
            sections.push((line, Vec::new()));
        }
        if *line == "{" || !block.is_empty() {
            block += line;
        }
        if *line == "}" {
            let answer = Answer::parse(None, std::mem::take(&mut block).as_bytes());
            sections.last_mut().unwrap().1.push(answer.kind().info().id);
        }
    }
    let expected: Vec<_> = HEADINGS.iter().map(|(heading, ids)| (*heading, ids.to_vec())).collect();
    assert_eq!(sections, expected);
}

#[test]
fn the_statuses_are_those_of_the_page() {
    for status in STATUSES {
        let row = format!("{} {}{}\n", status.code, status.name, status.about);
        assert!(PAGE.contains(&row), "{row}");
    }
    let table = PAGE.split("Status CodeDescription\n").nth(1).unwrap().split("\n\n").next().unwrap();
    assert_eq!(table.lines().count(), STATUSES.len());
    for info in AnswerKind::ALL {
        let printed = |status: &u16| STATUSES.iter().any(|known| known.code == *status);
        assert!(info.statuses.iter().all(printed), "{} {:?}", info.id, info.statuses);
        assert!(info.statuses.is_empty() || info.expected.is_none(), "{}", info.id);
    }
}

#[test]
fn ids_are_unique_and_explained() {
    let ids: HashSet<_> = AnswerKind::ALL.iter().map(|info| info.id).collect();
    assert_eq!(ids.len(), AnswerKind::ALL.len());
    for info in AnswerKind::ALL {
        assert!(info.cause.ends_with('.') && info.fix.ends_with('.'), "{}", info.id);
        assert!(!PAGE.contains(info.fix), "{}", info.id);
    }
}

fn id(status: u16, body: &str) -> (&'static str, &'static str) {
    let answer = Answer::parse(status, body.as_bytes());
    (answer.kind().info().id, answer.retry().name())
}

#[test]
fn the_status_decides_if_the_body_is_unknown() {
    for body in
        ["", "<html>502</html>", "{\"detail\":", "{}", "[]", "\u{0}", "{\"detail\":[]}", "{\"detail\":7}"]
    {
        assert_eq!(id(200, body), ("success", "never"), "{body}");
        assert_eq!(id(418, body), ("unknown", "never"), "{body}");
        assert_eq!(id(302, body), ("unknown", "never"), "{body}");
        assert_eq!(id(100, body), ("unknown", "never"), "{body}");
        assert_eq!(id(429, body), ("rate-limited", "backoff"), "{body}");
        assert_eq!(id(503, body), ("unavailable", "backoff"), "{body}");
        for status in [500, 502, 504, 599] {
            assert_eq!(id(status, body), ("server-error", "backoff"), "{body}");
        }
    }
    assert_eq!(id(500, r#"{"detail":"Internal Server Error"}"#), ("server-error", "backoff"));
    assert_eq!(
        id(400, r#"{"detail":"There was an error parsing the body"}"#),
        ("unreadable-body", "after_fix")
    );
}

#[test]
fn a_status_with_a_meaning_of_its_own_has_its_own_id() {
    let kinds = [
        (405, "method-not-allowed", "never"),
        (408, "request-timeout", "backoff"),
        (409, "conflict", "after_fix"),
        (413, "payload-too-large", "after_fix"),
        (415, "unsupported-media-type", "after_fix"),
        (422, "unprocessable", "after_fix"),
        (425, "request-timeout", "backoff"),
    ];
    for (status, expected, retry) in kinds {
        for body in ["", "<html>", r#"{"detail":"no"}"#, r#"{"detail":["a","b"]}"#, r#"{"message":"no"}"#] {
            assert_eq!(id(status, body), (expected, retry), "{body}");
            assert_eq!(Answer::parse(status, body).status_expected(), None);
        }
    }
    for status in [301, 304, 307, 401, 402, 403, 404, 406, 407, 410, 414, 418, 421, 431, 451, 499] {
        assert_eq!(id(status, r#"{"detail":"no"}"#), ("unknown", "never"), "{status}");
    }
    for body in [r#"{"detail":"Not Found"}"#, r#"{"message":"Not Found"}"#] {
        assert_eq!(id(404, body), ("route-not-found", "never"));
        assert_eq!(Answer::parse(None, body).status(), Some(404));
    }
}

#[test]
fn the_words_of_an_unknown_body_are_those_of_its_status() {
    for status in STATUSES.iter().filter(|status| [400, 401, 403, 404].contains(&status.code)) {
        let answer = Answer::parse(status.code, r#"{"detail":"no"}"#);
        assert_eq!(answer.title(), status.about);
        assert_ne!(answer.fix(), AnswerKind::Unknown.info().fix);
    }
    for status in STATUSES.iter().filter(|status| status.code < 300) {
        assert_eq!(Answer::parse(status.code, "").title(), status.about);
    }
    for status in [302, 402, 407, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527] {
        let answer = Answer::parse(status, "");
        assert!(!answer.kind().info().cause.starts_with(answer.title()), "{status}");
    }
    let page = Answer::parse(404, "<!DOCTYPE html>\n<html></html>");
    assert!(page.title().contains("HTML") && page.fix().contains("proxy"), "{} {}", page.title(), page.fix());
}

#[test]
fn a_body_that_is_not_taken_as_json_names_the_header() {
    let item = |loc: &str, msg: &str, code: &str| {
        format!(r#"{{"detail":[{{"loc":{loc},"msg":"{msg}","type":"{code}","input":"{{}}"}}]}}"#)
    };
    let v1 = item(r#"["body"]"#, "value is not a valid dict", "type_error.dict");
    let v2 = item(r#"["body"]"#, "Input should be a valid dictionary", "model_attributes_type");
    for body in [v1, v2] {
        let answer = Answer::parse(422, &body);
        assert!(answer.fix().contains("Content-Type: application/json"), "{}", answer.fix());
        let item = answer.items().next().unwrap();
        assert_eq!(item.rule(), Some("request-body"));
        assert!(item.hint.unwrap().contains("Content-Type: application/json"));
    }
    let inside = item(r#"["body","variants",0]"#, "value is not a valid dict", "type_error.dict");
    assert_eq!(Answer::parse(422, &inside).fix(), Answer::parse(422, BLOCK).kind().info().fix);
}

/// An item that the errors page shows.
const BLOCK: &str =
    r#"{"detail":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}"#;

#[test]
fn items_are_explained_as_a_check_would() {
    let bodies: [(&str, &[u8]); 3] = [
        (
            "create_campaign",
            br#"{"name":"Hi","sending_window_start":9,"sending_window_end":8,"launch":null}"#,
        ),
        ("update_campaign", br#"{"sending_window_end":24,"sending_window_end_minute":5}"#),
        ("create_smtp_account", br#"{"inbox_type":"X","daily_limit":0}"#),
    ];
    for (operation, body) in bodies {
        let rejection = coldsend_lint::check(operation.parse().unwrap(), body).unwrap_err();
        let answer = Answer::parse(rejection.status(), rejection.body().to_string());
        for (item, finding) in answer.items().zip(rejection.findings()) {
            assert!(item.rules.contains(&finding.rule), "{:?} {}", item.rules, finding.rule);
            // A check also knows the value.
            assert!(finding.hint().starts_with(&item.hint.unwrap()), "{}", finding.hint());
        }
    }
}

#[test]
fn items_of_one_request_narrow_down_its_rules() {
    let item = |place: &&str| {
        let (section, name) = place.split_once('.').unwrap();
        format!(
            r#"{{"loc":["{section}","{name}"],"msg":"value is not a valid integer","type":"type_error.integer"}}"#
        )
    };
    let rules = |places: &[&str]| {
        let items: Vec<String> = places.iter().map(item).collect();
        let answer = Answer::parse(422, format!(r#"{{"detail":[{}]}}"#, items.join(",")));
        answer.items().map(|item| item.rules).collect::<Vec<_>>()
    };
    assert_eq!(rules(&["query.limit"])[0].len(), 4);
    assert_eq!(rules(&["query.limit", "query.is_read"])[0], ["list-replies-limit"]);
    assert_eq!(rules(&["query.nowhere", "query.days", "query.limit"])[2], ["list-campaigns-limit"]);
    // No operation has both.
    assert_eq!(rules(&["body.sending_days", "body.smtp_host"])[1], ["smtp-account-smtp-host"]);
}

#[test]
fn what_stands_beside_detail_is_kept_without_secrets() {
    let extra = |status: u16, body: &str| {
        Answer::parse(status, body).extra().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>()
    };
    let all = r#"{"code":7,"errors":["a","password: hunter2"],"error":"e","message":"m cs_live_hunter2","title":null,"detail":"d","other":"o"}"#;
    assert_eq!(
        extra(400, all),
        [r#"message="m cs_live_…""#, r#"error="e""#, "code=7", r#"errors=["a","password: …"]"#]
    );
    assert!(extra(200, all).is_empty());
    // What is read stands elsewhere.
    assert!(extra(403, r#"{"detail":"x","error":"insufficient_scopes","required":["a"]}"#).is_empty());
    assert!(extra(400, r#"{"errors":[{"field":"name","message":"no"}]}"#).is_empty());
    assert!(!extra(409, r#"{"errors":[{"field":"name","message":"no"}]}"#).is_empty());
    let message = |body: &str| Answer::parse(418, body).message();
    assert_eq!(message(r#"{"detail":{"message":"in"},"message":"beside"}"#).as_deref(), Some("in"));
    assert_eq!(message(r#"{"detail":{"a":1},"message":"beside"}"#).as_deref(), Some("beside"));
    assert_eq!(message(r#"{"detail":[]}"#), None);
}

#[test]
fn other_forms_of_the_scopes_are_recognized() {
    let scopes = |status: u16, body: &str| match Answer::parse(status, body).kind() {
        AnswerKind::InsufficientScopes { required, granted } => Some((required.clone(), granted.clone())),
        _ => None,
    };
    let (a, b) = (vec!["a:b".to_owned()], vec!["c:d".to_owned()]);
    let lists = r#""required":["a:b"],"granted":["c:d"]"#;
    for body in [
        format!(r#"{{"detail":"no",{lists}}}"#),
        format!("{{{lists}}}"),
        format!(r#"{{"detail":{{{lists}}}}}"#),
    ] {
        assert_eq!(scopes(403, &body), Some((a.clone(), Some(b.clone()))), "{body}");
        assert_eq!(scopes(200, &body), None, "{body}");
    }
    assert_eq!(scopes(403, r#"{"error":"insufficient_scopes","required":["a:b"]}"#), Some((a, None)));
    for other in [
        r#"{"detail":"no","required":["a:b"]}"#,
        r#"{"required":12,"available":3}"#,
        r#"{"required":[1],"granted":[]}"#,
    ] {
        assert_eq!(scopes(403, other), None, "{other}");
    }
}

#[test]
fn a_success_says_what_a_launch_lacks() {
    let body = r#"{"success":true,"is_launch_ready":false,"missing_requirements":["leads"]}"#;
    let answer = Answer::parse(200, body);
    assert_eq!((answer.kind().info().id, answer.retry()), ("success", Retry::Never));
    assert_eq!(answer.missing_requirements().unwrap(), ["leads"]);
    assert!(answer.fix().contains("leads") && answer.title().contains("launch"));
    assert!(answer.into_result().is_ok());
    let ready = r#"{"success":true,"is_launch_ready":true,"missing_requirements":[]}"#;
    assert_eq!(Answer::parse(200, ready).missing_requirements(), None);
}

#[test]
fn a_known_body_under_another_status_keeps_its_id() {
    let body = br#"{"detail": "Invalid or revoked API key"}"#;
    let answer = Answer::parse(500, body);
    assert_eq!((answer.kind().info().id, answer.retry()), ("invalid-api-key", Retry::Never));
    assert_eq!((answer.status(), answer.status_expected()), (Some(500), Some(401)));
    assert_eq!(Answer::parse(401, body).status_expected(), None);
    let items =
        br#"{"detail":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}"#;
    assert_eq!(Answer::parse(400, items).status_expected(), None);
    assert_eq!(Answer::parse(422, items).status_expected(), None);
    assert_eq!(Answer::parse(200, items).status_expected(), Some(422));
    // A status that belongs to a known class is not unexpected.
    for status in [202, 206, 207, 299, 500, 501, 502, 504, 599] {
        let answer = Answer::parse(status, b"");
        assert_eq!((answer.status(), answer.status_expected()), (Some(status), None));
    }
    // No page states a status for this, but one is expected.
    let sum = br#"{"detail": "Variant distributions must sum to 100%, got 90%"}"#;
    assert_eq!(Answer::parse(None, sum).status(), Some(400));
    assert_eq!(Answer::parse(400, sum).status_expected(), None);
    assert_eq!(Answer::parse(422, sum).status_expected(), Some(400));
}

#[test]
fn a_successful_update_is_not_a_failed_launch() {
    let body = |success: &str, missing: &str| {
        format!(r#"{{{success}"is_launch_ready":false,"missing_requirements":[{missing}]}}"#)
    };
    let launch = ("launch-requirements", "after_fix");
    let stored = body(r#""success":true,"message":"ok","#, r#""leads""#);
    assert_eq!(id(200, &stored), ("success", "never"));
    assert_eq!(id(400, &stored), launch);
    assert_eq!(Answer::parse(None, stored.as_bytes()).kind(), &AnswerKind::Unknown);
    for success in ["", r#""success":false,"#, r#""success":1,"#, r#""success":true,"success":false,"#] {
        assert_eq!(id(200, &body(success, r#""leads""#)), launch, "{success}");
        let answer = Answer::parse(None, body(success, "").as_bytes());
        assert!(answer.kind() == &AnswerKind::LaunchRequirements { missing: Vec::new() }, "{success}");
    }
}

#[test]
fn older_wordings_are_recognized() {
    assert_eq!(id(401, r#"{"detail": "API key required"}"#), ("api-key-required", "never"));
    let answer = Answer::parse(403, br#"{"detail": "Missing API key scopes: campaigns:write, leads:read"}"#);
    let required = vec!["campaigns:write".to_owned(), "leads:read".to_owned()];
    assert!(answer.kind() == &AnswerKind::InsufficientScopes { required, granted: None });
}

fn item(json: &str) -> ErrorItem {
    let body = format!(r#"{{"detail":[{json}]}}"#);
    match Answer::parse(422, body.as_bytes()).kind() {
        AnswerKind::Validation(items) => items[0].clone(),
        other => panic!("{json}: {other:?}"),
    }
}

#[test]
fn items_are_read_with_and_without_ctx_and_in_both_versions() {
    let limit = ErrorKind::MinLength { limit: 8 };
    let v1 = r#"{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length""#;
    assert_eq!(item(&format!("{v1}}}")).kind, limit);
    assert_eq!(item(&format!(r#"{v1},"ctx":{{"limit_value":8}}}}"#)).kind, limit);
    let members = || ErrorKind::Enum { permitted: vec!["A".into(), "B".into(), "C".into()] };
    let cases = [
        ("missing", "Field required", "{}", ErrorKind::Missing),
        ("string_type", "Input should be a valid string", "null", ErrorKind::Null),
        ("string_type", "Input should be a valid string", "5", ErrorKind::Str),
        ("string_too_short", "String should have at least 8 characters", "\"x\"", limit),
        (
            "string_too_long",
            "String should have at most 255 characters",
            "\"x\"",
            ErrorKind::MaxLength { limit: 255 },
        ),
        (
            "greater_than_equal",
            "Input should be greater than or equal to 1",
            "0",
            ErrorKind::NotGe { limit: 1 },
        ),
        (
            "less_than_equal",
            "Input should be less than or equal to 100",
            "101",
            ErrorKind::NotLe { limit: 100 },
        ),
        (
            "int_from_float",
            "Input should be a valid integer, got a number with a fractional part",
            "1.5",
            ErrorKind::Integer,
        ),
        (
            "bool_parsing",
            "Input should be a valid boolean, unable to interpret input",
            "\"x\"",
            ErrorKind::Bool,
        ),
        ("list_type", "Input should be a valid list", "5", ErrorKind::List),
        ("model_attributes_type", "Input should be a valid dictionary", "5", ErrorKind::Dict),
        (
            "too_short",
            "List should have at least 1 item after validation, not 0",
            "[]",
            ErrorKind::MinItems { limit: 1 },
        ),
        (
            "too_long",
            "List should have at most 10 items after validation, not 11",
            "[]",
            ErrorKind::MaxItems { limit: 10 },
        ),
        ("enum", "Input should be 'A', 'B' or 'C'", "\"D\"", members()),
        ("uuid_parsing", "Input should be a valid UUID, invalid length", "\"x\"", ErrorKind::Uuid),
        (
            "datetime_from_date_parsing",
            "Input should be a valid datetime or date",
            "\"x\"",
            ErrorKind::DateTime,
        ),
        ("value_error", "value is not a valid email address: no at-sign", "\"x\"", ErrorKind::Email),
    ];
    for (code, msg, input, kind) in cases {
        let read =
            item(&format!(r#"{{"type":"{code}","loc":["body","x",0],"msg":"{msg}","input":{input}}}"#));
        assert_eq!(read, ErrorItem::new(vec!["body".into(), "x".into(), 0.into()], kind), "{code}");
    }
    let other = item(r#"{"type":"frozen","loc":[],"msg":"no","input":1}"#);
    assert_eq!(other.kind, ErrorKind::Other { code: "frozen".into(), message: "no".into() });
}

#[test]
fn secrets_are_not_shown() {
    let bodies = [
        r#"{"detail":[{"type":"odd","loc":["body","smtp_password"],"msg":"m","input":"hunter2"}]}"#,
        r#"{"detail":{"input":{"a":"hunter2"},"smtp_password":"hunter2"}}"#,
        r#"{"detail":"cs_live_hunter2 is no key","x":"hunter2"}"#,
        "hunter2",
        // FastAPI before 0.100 repeats the whole request.
        r#"{"detail":[{"loc":["body",9],"msg":"x","type":"value_error.jsondecode","ctx":{"doc":"hunter2","pos":9}}]}"#,
        r#"{"detail":[{"loc":["body","a"],"msg":"hunter2","type":"value_error"}]}"#,
        r#"{"detail":[{"loc":["body","a"],"msg":"hunter2","type":"x","ctx":{"given":"hunter2"}}]}"#,
        // A text may quote a secret anywhere.
        r#"{"detail":"bad password: hunter2"}"#,
        r#"{"detail":"Authorization: Bearer hunter2"}"#,
        r#"{"detail":"smtp_p\u0061ssword=hunter2"}"#,
        r#"{"detail":{"smtp_password : hunter2":["see https://user:hunter2@host/"]}}"#,
        r#"{"detail":[{"loc":["body","a"],"msg":"password='hunter 2' hunter2","type":"value_error"}]}"#,
        r#"{"errors":["password=hunter2"]}"#,
        r#"{"errors":[{"field":"smtp_password","value":"hunter2"}]}"#,
        r#""smtp_password=hunter2""#,
        "<b>password:</b> hunter2",
        "see https://user:hunter2@host/",
        // The request chose the key, and the server the type.
        r#"{"detail":[{"loc":["body","hunter2",0],"msg":"field required","type":"hunter2"}]}"#,
    ];
    for body in bodies {
        let answer = Answer::parse(422, body.as_bytes());
        let log = answer.log_record("2026-01-01T00:00:00Z", None);
        let items = match answer.kind() {
            AnswerKind::Validation(items) => format!("{items:?}"),
            _ => String::new(),
        };
        let debug = match serde_json::from_str::<ErrorBody>(body) {
            Ok(body) => format!("{body:?}"),
            Err(_) => String::new(),
        };
        let shown = format!("{answer:?}{answer}{:?}{items}{debug}{log}", answer.kind());
        assert!(!shown.contains("hunter2"), "{shown}");
        let mut shown = answer.detail().unwrap_or_default().to_owned();
        shown += &answer.received_shape().unwrap_or_default();
        for known in [r#""x":"hunter2""#, r#""msg":"hunter2""#, r#""hunter2",0"#, r#""type":"hunter2""#] {
            shown = shown.replace(known, "");
        }
        assert!(!shown.contains("hunter2"), "{shown}");
        serde_json::from_str::<serde_json::Value>(&log).unwrap();
    }
    let steps = vec!["1"; 200_000].join(",");
    let deep = format!(r#"{{"detail":[{{"loc":[{steps}],"msg":"m","type":"t"}}]}}"#);
    assert!(Answer::parse(422, deep.as_bytes()).log_record("", None).len() < 300);
    let cut = &bodies[0].as_bytes()[..60];
    assert_eq!(Answer::parse(422, cut).received_shape().unwrap(), "JSON that is cut off, 60 bytes");
    let shape = |status, body: &[u8]| Answer::parse(status, body).received_shape();
    assert_eq!(shape(418, b"hunter2").unwrap(), "text, 7 bytes");
    assert_eq!(shape(418, br#"{"token": "hunter2"}"#).unwrap(), "an object, 20 bytes");
    // What is shown otherwise, what is known, and the result of a success.
    for (status, body) in [
        (418, r#"{"message": "no", "token": "hunter2"}"#),
        (401, r#"{"detail": "Invalid or revoked API key"}"#),
        (200, "x"),
    ] {
        assert_eq!(shape(status, body.as_bytes()), None, "{body}");
    }
    let answer = Answer::parse(422, bodies[0].as_bytes());
    assert_eq!(
        answer.detail(),
        Some(r#"[{"type":"odd","loc":["body","smtp_password"],"msg":"…","input":"…"}]"#)
    );
}

#[test]
fn details_are_shown_in_full() {
    let mut seen = 0;
    let fixtures = catalogue::rules().into_iter().flat_map(|rule| fixtures(rule.id).unwrap());
    for (status, body) in fixtures.filter_map(|fixture| fixture.http.answer().unwrap().refused) {
        let answer = Answer::parse(status, body.as_bytes());
        assert_eq!(answer.detail().map(|detail| format!("{{\"detail\":{detail}}}")).as_ref(), Some(&body));
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
    let blocks =
        blocks().into_iter().filter(|block| Answer::parse(None, block.as_bytes()).received().is_empty());
    for block in blocks {
        let value: serde_json::Value = serde_json::from_str(&block).unwrap();
        let detail = Answer::parse(None, block.as_bytes())
            .detail()
            .map(|detail| serde_json::from_str(detail).unwrap());
        assert_eq!(value.get("detail"), detail.as_ref(), "{block}");
    }
}

#[test]
fn headers_give_the_wait_if_the_message_does_not() {
    let bare = Answer::parse(429, b"");
    assert_eq!(bare.clone().with_reset(1_704_067_200, 1_704_067_170).retry(), Retry::After { seconds: 30 });
    assert_eq!(bare.with_reset(5, 10).retry(), Retry::After { seconds: 0 });
    let limited = Answer::parse(429, br#"{"detail":"Rate limit exceeded. Retry after 60 seconds."}"#);
    assert_eq!(limited.clone().with_reset(500, 100).retry(), Retry::After { seconds: 60 });
    let waits = |answer: Answer| answer.with_retry_after(3600).retry();
    assert_eq!(waits(Answer::parse(429, b"")), Retry::After { seconds: 3600 });
    assert_eq!(waits(Answer::parse(429, b"").with_reset(500, 100)), Retry::After { seconds: 400 });
    assert_eq!(waits(limited), Retry::After { seconds: 60 });
    assert_eq!(waits(Answer::parse(401, b"")), Retry::Never);
    let huge = br#"{"detail":"Rate limit exceeded. Retry after 99999999999999999999 seconds."}"#;
    assert_eq!(Answer::parse(429, huge).retry(), Retry::Backoff);
}

#[test]
fn an_answer_is_read_from_headers_too() {
    let headers = [
        ("Date", "Mon, 01 Jan 2024 00:00:00 GMT"),
        ("Retry-After", "Mon, 01 Jan 2024 01:00:00 GMT"),
        ("X-RateLimit-Reset", "1704067230"),
    ];
    let retry = |headers: &[(&str, &str)], body: &str| {
        let known = |name: &str| headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        Answer::parse(429, body).with_headers(|name| known(name).map(|(_, value)| value)).retry()
    };
    let limited = r#"{"detail":"Rate limit exceeded. Retry after 60 seconds."}"#;
    assert_eq!(retry(&headers, limited).duration(), Some(Duration::from_secs(60)));
    assert_eq!(retry(&headers, "").duration(), Some(Duration::from_secs(30)));
    assert_eq!(retry(&headers[..2], "").duration(), Some(Duration::from_secs(3600)));
    assert_eq!(retry(&headers[1..], ""), Retry::Backoff);
    assert_eq!(Retry::Backoff.duration(), None);
}

#[test]
fn bodies_of_any_type_are_accepted() {
    let text = r#"{"detail": "Invalid or revoked API key"}"#;
    let answer = Answer::parse(401, text);
    assert_eq!(answer.kind(), &AnswerKind::InvalidApiKey);
    let (string, bytes) = (text.to_owned(), text.as_bytes().to_vec());
    for same in [
        Answer::parse(401, &string),
        Answer::parse(401, string),
        Answer::parse(Some(401), text.as_bytes()),
        Answer::parse(None, &bytes),
        Answer::parse(None, bytes),
        Answer::parse(401, Cow::Borrowed(text.as_bytes())),
        Answer::parse(401, br#"{"detail": "Invalid or revoked API key"}"#),
    ] {
        assert!(same == answer);
    }
}

#[test]
fn answers_are_errors() {
    fn send(status: u16, body: &str) -> Result<(), Box<dyn Error + Send + Sync>> {
        Ok(Answer::parse(status, body).into_result()?)
    }
    assert!(send(204, "").is_ok());
    let error = send(503, "cs_live_hunter2").unwrap_err();
    assert_eq!(error.to_string(), "503 unavailable: The server is temporarily unavailable");
    assert_eq!(Backoff::from(error.downcast_ref::<Answer>().unwrap()).count(), 5);
    // A rejection by a check is an answer too.
    let rejection = coldsend_lint::check(coldsend_lint::Operation::CreateCampaign, b"{").unwrap_err();
    let error = Answer::from(&rejection).into_result().unwrap_err();
    assert_eq!(error.to_string(), "422 validation: Some fields of the request are invalid");
}

#[test]
fn a_budget_accepts_instants_and_durations() {
    let (start, mut budget) = (Instant::now(), Budget::default());
    (0..100).for_each(|_| budget.record(start));
    assert_eq!(budget.wait(start + Duration::from_secs(1)), Duration::from_secs(59));
    struct Client {
        budget: Budget<Duration>,
    }
    let mut client = Client { budget: Budget::default() };
    (0..100).for_each(|_| client.budget.record(Duration::ZERO));
    assert_eq!(client.budget.wait(Duration::from_secs(1)), Duration::from_secs(59));
    fn fits<M: Moment>(budget: &Budget<M>, now: M) -> bool {
        budget.wait(now).is_zero()
    }
    assert!(!fits(&budget, start));
}

#[test]
fn a_body_that_is_too_long_is_not_read_but_kept_in_part() {
    let mut body = br#"{"detail":"Invalid or revoked API key"}"#.to_vec();
    body.resize(MAX_BYTES, b' ');
    assert_eq!(Answer::parse(401, &body).kind().info().id, "invalid-api-key");
    body.push(b' ');
    let answer = Answer::parse(401, &body);
    assert_eq!(answer.kind().info().id, "unknown");
    assert_eq!(answer.received().len(), MAX_BYTES);
}

#[test]
fn mutated_bodies_never_panic() {
    let mut ids = HashSet::new();
    for (status, body) in mutated_answers(10_000) {
        let answer = Answer::parse(status, &body);
        let log = answer.log_record("now", Some("id"));
        assert!(serde_json::from_str::<serde_json::Value>(&log).is_ok(), "{log}");
        let _ = (answer.received_shape(), Backoff::from(&answer).count(), format!("{answer:?}"));
        let _ = (answer.items().count(), answer.unread().count(), answer.message(), answer.fix());
        if let AnswerKind::Validation(items) = answer.kind() {
            items.iter().for_each(|item| drop((rules_for_item(item), format!("{item:?}"))));
        }
        // An emitted body is read as the same answer.
        if let Some(emitted) = answer.body() {
            let again = Answer::parse(status, emitted.as_bytes());
            assert_eq!(again.kind().info().id, answer.kind().info().id, "{emitted}");
        }
        ids.insert(answer.kind().info().id);
    }
    // Some of each answer survive, except for those that none of them shows.
    let never = AnswerKind::ALL.iter().map(|info| info.id).filter(|id| !ids.contains(id));
    assert_eq!(
        never.collect::<Vec<_>>(),
        [
            "method-not-allowed",
            "unreadable-body",
            "payload-too-large",
            "unsupported-media-type",
            "request-timeout",
            "unavailable"
        ]
    );
}
