//! No output shows a secret, whatever else is wrong.
use crate::program::{FORMATS, feed, file, run};
use coldsend_lint::Operation;
use coldsend_lint_tests::{SECRET as PLANTED, planted, planted_answers};
use serde_json::Value;

const SECRET: &str = "hunter2";

/// Bodies with the secret in places where it must be masked.
const BODIES: &[&str] = &[
    r#"{"smtp_password": "hunter2", "smtp_port": 0}"#,
    r#"{"smtp_password": ["hunter2"], "imap_password": {"x": "hunter2"}}"#,
    r#"{"SMTP_PASSWORD": "hunter2", "smtp_p\u0061ssword": "hunter2", "smtp_port": 0}"#,
    r#"{"smtp_password": "a\"hunter2\\", "smtp_port": 0}"#,
    "{\"smtp_port\": 0, \"api_key\": {\n  \"deep\": [{\"er\": \"hunter2\"}],\n  \"smtp_port\": \"hunter2\"}, \"imap_port\": 0}",
    r#"[["smtp_password", "hunter2"], ["smtp_port", 0]]"#,
    r#"{"variants": [{"myToken": "hunter2", "distribution_percent": -1}], "sequences": [{"secretary": "hunter2"}]}"#,
    r#"{"lead_mapping": {"key": ["hunter2"], "a": []}}"#,
    r#"{"smtp_password": "hunter2", "smtp_port": tru}"#,
    r#"{"smtp_password": "hunter2"#,
    r#"{"smtp_password": "hunter2\x"}"#,
    "{\"smtp_password\": \"hunter2\n\"}",
    r#"{"smtp_password": 'hunter2'}"#,
    r#"{"smtp_password": hunter2}"#,
    r#"{"a": "hunter2" "hunter2": 1}"#,
    r#""hunter2" 5"#,
];

#[test]
fn secrets_are_never_shown() {
    for body in BODIES {
        assert!(body.contains(SECRET));
        for operation in ["create_smtp_account", "update_campaign", "create_campaign", "add_lead"] {
            for format in FORMATS {
                for encoding in [utf8, utf16] {
                    let shown = feed(
                        &["check", "--as", operation, "--ctx", "--format", format, "-"],
                        &encoding(body),
                    );
                    assert!(!shown.stdout.contains(SECRET), "{operation} {format} {body}: {}", shown.stdout);
                    assert_eq!(shown.stderr, "", "{body}");
                }
            }
        }
    }
}

#[test]
fn secrets_of_query_strings_are_never_shown() {
    for query in ["limit=0&api_token=hunter2", "?api_%6bey=%68unter2hunter2&page=x", "token=hunter2&page=0&"]
    {
        assert!(query.contains(SECRET));
        for format in FORMATS {
            let shown = feed(&["check", "--as", "list_campaigns", "--format", format, "-"], query.as_bytes());
            assert!(!shown.stdout.contains(SECRET), "{format} {query}: {}", shown.stdout);
            assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(1)), "{query}");
        }
    }
}

fn utf8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Removes what may repeat a key of the request: locations, and the answer of the API.
fn without_locations(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for name in ["loc", "pointer", "body"] {
                members.remove(name);
            }
            members.values_mut().for_each(without_locations);
        }
        Value::Array(items) => items.iter_mut().for_each(without_locations),
        _ => {}
    }
}

#[test]
fn planted_secrets_of_requests_are_never_shown() {
    let (mut files, mut runs) = (0, 0);
    for operation in Operation::ALL {
        let requests = planted(*operation);
        for in_key in [false, true] {
            let requests = requests.iter().filter(|request| request.in_key == in_key).enumerate();
            let name = |place| format!("planted-{operation}-{in_key}-{place}.json");
            let names: Vec<String> =
                requests.map(|(place, request)| file(&name(place), &request.text)).collect();
            if names.is_empty() {
                continue;
            }
            files += names.len();
            for format in ["human", "github", "sarif", "json"] {
                runs += 1;
                let mut arguments = vec!["check", "--as", operation.id(), "--ctx", "--format", format];
                arguments.extend(names.iter().map(String::as_str));
                let shown = run(&arguments);
                let mut stdout = shown.stdout;
                if in_key && format == "json" {
                    let mut data: Value = serde_json::from_str(&stdout).unwrap();
                    without_locations(&mut data);
                    stdout = data.to_string();
                }
                let line = stdout.lines().chain(shown.stderr.lines()).find(|line| line.contains(PLANTED));
                assert_eq!(line, None, "{operation} {format}");
                assert_ne!(shown.status, Some(2), "{operation} {format}");
            }
        }
    }
    assert!(files > 2_500 && runs > 100, "{files} {runs}");
}

#[test]
fn planted_secrets_of_answers_are_never_shown() {
    let answers = planted_answers();
    for body in &answers {
        for format in ["human", "json"] {
            let shown = feed(&["explain", "--format", format, "-"], body.as_bytes());
            assert!(!shown.stdout.contains(PLANTED), "{format} {body}: {}", shown.stdout);
            assert!(!shown.stderr.contains(PLANTED), "{format} {body}: {}", shown.stderr);
        }
    }
    assert!(answers.len() > 500, "{}", answers.len());
}

#[test]
fn secrets_in_arguments_are_never_shown() {
    for operation in [
        "GET /campaigns?page=0&api_key=Hunter2Xq7Lm9Zt4K",
        "GET https://user:Hunter2Xq7Lm9Zt4K@api.coldsend.pro/nothing",
        "PUT /campaigns/cs_live_Hunter2Xq7Lm9Zt4K",
        "cs_live_Hunter2Xq7Lm9Zt4K",
    ] {
        for format in ["human", "github", "sarif", "json"] {
            let shown = run(&["check", "--as", operation, "--format", format, "accepted.json"]);
            assert!(!format!("{shown:?}").contains(PLANTED), "{operation} {shown:?}");
            assert_ne!(shown.status, Some(0));
        }
    }
    let shown = run(&["check", "--allow", "cs_live_Hunter2Xq7Lm9Zt4K", "accepted.json"]);
    assert!(shown.stderr.contains("cs_live_…") && !shown.stderr.contains(PLANTED), "{}", shown.stderr);
}

#[test]
fn what_a_reader_needs_is_shown() {
    for (operation, body, line) in [
        ("create_campaign", r#"{"name": "Hi"}"#, r#"{"name": "Hi"}"#),
        ("create_campaign", r#"{"nane": "Autumn"}"#, r#"{"nane": "…6 characters…"}"#),
        ("create_campaign", r#"{"name": 5, "timezone": ["UTC"]}"#, r#"{"name": 5, "timezone": ["UTC"]}"#),
        ("create_campaign", r#"{"sending_days": "1,2"}"#, r#"{"sending_days": "1,2"}"#),
        ("create_campaign", r#"{"start_date": "tomorrow"}"#, r#"{"start_date": "tomorrow"}"#),
        ("create_campaign", r#"[{"name": "Autumn"}]"#, "[{…1 key…}]"),
        (
            "update_campaign",
            r#"{"variants": [{"subject": "Hi", "distribution_percent": 90}]}"#,
            r#"{"variants": [{"subject": "…2 characters…", "distribution_percent": 90}]}"#,
        ),
        (
            "update_campaign",
            r#"{"inbox_ids": ["7"], "lead_mapping": {"email": null}}"#,
            r#"{"inbox_ids": ["7"], "lead_mapping": {"email": null}}"#,
        ),
        (
            "create_smtp_account",
            r#"{"smtp_port": "587a", "smtp_pass": "x", "imap_password": "x"}"#,
            r#"{"smtp_port": "587a", "smtp_pass": "…", "imap_password": "…"}"#,
        ),
        (
            "list_campaigns",
            "limit=500&search=a%20b&colour=red",
            "limit=500&search=a%20b&colour=…3 characters…",
        ),
    ] {
        let shown = feed(&["check", "--as", operation, "-"], body.as_bytes());
        assert!(shown.stdout.contains(&format!("\n1 | {line}\n")), "{body}: {}", shown.stdout);
    }
}
