//! `explain`: answers of the API, in words.
use crate::program::{feed, run};
use insta::assert_snapshot;
use serde_json::{Value, json};

const LIMIT: &[u8] = br#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#;

fn human(input: &str) -> String {
    let shown = feed(&["explain", "-"], input.as_bytes());
    assert_eq!((shown.status, shown.stderr.as_str()), (Some(0), ""));
    shown.stdout
}

fn data(arguments: &[&str], input: &[u8]) -> Value {
    let shown = feed(&[&["explain", "--format", "json", "-"], arguments].concat(), input);
    assert_eq!(shown.status, Some(0));
    serde_json::from_str(&shown.stdout).unwrap()
}

#[test]
fn it_says_what_to_do() {
    let bodies = [
        r#"{"detail": "Missing required scopes: campaigns:write", "error": "insufficient_scopes", "required": ["campaigns:write"], "granted": ["sender_accounts:read"]}"#,
        r#"{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]}"#,
        r#"{"is_launch_ready": false, "missing_requirements": ["leads", "inboxes", "variants"]}"#,
        r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#,
        "HTTP/1.1 502 Bad Gateway\r\nServer: x\r\n\r\n<html>",
    ];
    // The folder `snapshots` is that of the cases.
    insta::with_settings!({ snapshot_path => "explained" }, {
        assert_snapshot!(bodies.map(human).join("\n"));
    });
}

#[test]
fn the_object_has_its_keys_in_order() {
    let shown = feed(&["explain", "--format", "json", "-"], LIMIT).stdout;
    assert_eq!(
        shown,
        concat!(
            r#"{"id":"rate-limited","status":429,"status_expected":null,"retry":"after","retry_after_seconds":60,"#,
            r#""fix":"Wait, then send the request again, with a longer wait after each further refusal.","#,
            r#""detail":"Rate limit exceeded. Retry after 60 seconds."}"#,
            "\n"
        )
    );
}

#[test]
fn a_status_may_be_given() {
    let other = data(&["--status", "503"], LIMIT);
    assert_eq!((&other["id"], &other["status_expected"]), (&json!("rate-limited"), &json!(429)));
    let page = data(&["--status", "404"], b"<html>");
    assert_eq!((&page["id"], &page["detail"]), (&json!("unknown"), &Value::Null));
    assert_eq!(data(&[], b"")["status"], Value::Null);
}

#[test]
fn headers_tell_the_status_and_the_wait() {
    let text = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/2 429 \r\ndate: Mon, 01 Jan 2024 00:00:00 GMT\r\nX-RateLimit-Reset: 1704067230\r\n\r\n";
    let shown = data(&[], text);
    assert_eq!(shown["retry"], "after");
    assert_eq!(shown["retry_after_seconds"], 30);
    assert_eq!(shown["status"], 429);
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let shown = run(&["explain", "nowhere.json"]);
    assert_eq!(shown.status, Some(2));
    assert!(shown.stderr.contains("nowhere.json: no such file"), "{}", shown.stderr);
}
