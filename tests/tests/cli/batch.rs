//! `batch`: one line in, one line out.
use crate::program::{feed, file, program, run};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

#[test]
fn each_line_gets_one_line_in_the_same_order() {
    let input = concat!(
        r#"{"operation": "add_lead", "body": "{\"email\": \"ada@example.com\", \"title\": []}"}"#,
        "\n",
        r#"{"operation": "PUT /campaigns/42", "body": "{}"}"#,
        "\r\n\n",
        r#"hunter2"#,
        "\n",
        r#"{"operation": "add_lead", "body_base64": "/w=="}"#,
    );
    let shown = feed(&["batch", "-"], input.as_bytes());
    let lines: Vec<&str> = shown.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            r#"{"ok":true,"status":null,"body":null}"#,
            r#"{"ok":false,"status":422,"body":{"detail":[{"loc":["path","campaign_id"],"msg":"value is not a valid uuid","type":"type_error.uuid"}]}}"#,
            r#"{"ok":null,"error":"the line is empty"}"#,
            r#"{"ok":null,"error":"the line is not JSON from byte 1 on"}"#,
            r#"{"ok":false,"status":400,"body":{"detail":"There was an error parsing the body"}}"#,
        ]
    );
    assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(2)));
    let shown = feed(&["batch", "--advice", "on", "-"], input.as_bytes());
    assert_eq!(
        shown.stdout.lines().next().unwrap(),
        r#"{"ok":true,"status":null,"body":null,"advice":[{"rule":"lead-title","loc":["body","title"],"msg":"str type expected","line":1,"column":39}]}"#
    );
}

#[test]
fn the_exit_status_is_the_worst_of_all_lines() {
    let good = r#"{"operation": "add_lead", "body": "{\"email\": \"ada@example.com\"}"}"#;
    let bad = r#"{"operation": "add_lead", "body": "{}"}"#;
    let status = |lines: &[&str]| feed(&["batch", "-"], lines.join("\n").as_bytes()).status;
    assert_eq!(status(&[]), Some(0));
    assert_eq!(status(&[good, good, ""]), Some(0));
    assert_eq!(status(&[good, bad, good]), Some(1));
    assert_eq!(status(&[bad, "{}", good]), Some(2));
}

#[test]
fn ctx_is_added_on_request() {
    let line = br#"{"operation": "create_campaign", "body": "{\"name\": \"Hi\"}"}"#;
    let shown = feed(&["batch", "--ctx", "-"], line);
    assert!(shown.stdout.ends_with(",\"ctx\":{\"limit_value\":8}}]}}\n"), "{}", shown.stdout);
}

#[test]
fn errors_never_repeat_what_a_line_says() {
    for line in [
        "hunter2",
        "\"hunter2\"",
        "{\"hunter2",
        r#"{"operation": "hunter2", "body": "{}"}"#,
        r#"{"operation": ["hunter2"], "body": "{}"}"#,
        r#"{"operation": "add_lead", "body": {"smtp_password": "hunter2"}}"#,
        r#"{"operation": "add_lead", "body": "hunter2", "body_base64": "hunter2"}"#,
        r#"{"operation": "add_lead", "body_base64": "hunter2!"}"#,
        "{\"operation\": \"add_lead\", \"body\": \"hunter2\u{0}\"}",
    ] {
        let shown = feed(&["batch", "-"], line.as_bytes());
        assert!(shown.stdout.starts_with(r#"{"ok":null,"error":""#), "{line}: {}", shown.stdout);
        assert!(!shown.stdout.contains("hunter2") && shown.stderr.is_empty(), "{line}: {shown:?}");
    }
    let shown = feed(&["batch", "-"], b"{\"operation\": \"add_lead\", \"body\": \"\xFF\"}");
    assert!(shown.stdout.starts_with(r#"{"ok":null,"error":""#), "{}", shown.stdout);
}

#[test]
fn a_hundred_thousand_lines_with_a_broken_one() {
    let mut input = String::new();
    for i in 0..100_000 {
        input += &match i {
            70_000 => "{\"operation\": \"create_campaign\"\n".to_owned(),
            i if i % 5 == 0 => "{\"operation\": \"create_campaign\", \"body\": \"{}\"}\n".to_owned(),
            i => format!(
                "{{\"operation\": \"create_campaign\", \"body\": \"{{\\\"name\\\": \\\"Campaign {i}\\\"}}\"}}\n"
            ),
        };
    }
    let shown = run(&["batch", &file("many.ndjson", input)]);
    let lines: Vec<&str> = shown.stdout.lines().collect();
    assert_eq!(lines.len(), 100_000);
    for (i, line) in lines.iter().enumerate() {
        let expected = match i {
            70_000 => "{\"ok\":null,",
            i if i % 5 == 0 => "{\"ok\":false,",
            _ => "{\"ok\":true,",
        };
        assert!(line.starts_with(expected), "{i}: {line}");
    }
    assert_eq!(shown.status, Some(2));
}

#[test]
fn answers_come_before_the_next_line_is_written() {
    let mut child = program(&["batch", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        stdin.write_all(b"{\"operation\": \"add_lead\", \"body\": \"{}\"}\n").unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert!(answer.starts_with(r#"{"ok":false,"status":422,"#), "{answer}");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn operations_without_a_body_are_lines_too() {
    let input = concat!(
        r#"{"operation": "list_campaigns", "body": "limit=500"}"#,
        "\n",
        r#"{"operation": "GET /campaigns?limit=500"}"#,
        "\n",
        r#"{"operation": "list_campaigns"}"#,
        "\n",
        r#"{"operation": "GET /campaigns/x"}"#,
        "\n",
        r#"{"operation": "get_campaign", "body": "not read"}"#,
        "\n",
        r#"{"operation": "add_lead"}"#,
    );
    let shown = feed(&["batch", "-"], input.as_bytes());
    let limit = r#"{"ok":false,"status":422,"body":{"detail":[{"loc":["query","limit"],"msg":"ensure this value is less than or equal to 100","type":"value_error.number.not_le"}]}}"#;
    let accepted = r#"{"ok":true,"status":null,"body":null}"#;
    let lines: Vec<&str> = shown.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            limit,
            limit,
            accepted,
            r#"{"ok":false,"status":422,"body":{"detail":[{"loc":["path","campaign_id"],"msg":"value is not a valid uuid","type":"type_error.uuid"}]}}"#,
            accepted,
            r#"{"ok":null,"error":"the line has no `body` and no `body_base64`"}"#,
        ]
    );
}
