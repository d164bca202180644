//! `batch`: one line in, one line out.
use crate::program::{feed, file, program, run};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

/// The end of a record without a situation.
const END: &str = r#""left_out":0,"unknown":null,"launch":null,"explanation":null}"#;

/// Returns the record of an accepted request.
fn accepted() -> String {
    format!(r#"{{"ok":true,"status":null,"body":null,"errors":[],{END}"#)
}

/// Returns the record of a request that is rejected with one item.
fn refused(item: &str, error: &str) -> String {
    format!(r#"{{"ok":false,"status":422,"body":{{"detail":[{{{item}}}]}},"errors":[{{{error}}}],{END}"#)
}

/// Returns the record of a request whose `campaign_id` is not a UUID.
fn no_uuid() -> String {
    let said = r#""msg":"value is not a valid uuid","type":"type_error.uuid""#;
    refused(
        &format!(r#""loc":["path","campaign_id"],{said}"#),
        &format!(
            r#""rule":"path-campaign-id","loc":["path","campaign_id"],"pointer":"/campaign_id",{said},"hint":"A UUID, such as 550e8400-e29b-41d4-a716-446655440000","line":null,"column":null"#
        ),
    )
}

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
            accepted(),
            no_uuid(),
            r#"{"ok":null,"error":"the line is not valid JSON: there is an error at byte 1"}"#.to_owned(),
            format!(
                r#"{{"ok":false,"status":400,"body":{{"detail":"There was an error parsing the body"}},"errors":[{{"rule":"unreadable-body","loc":["body"],"pointer":"","msg":"There was an error parsing the body","type":"value_error","hint":"The text is not UTF-8: byte 1 of line 1 is 0xFF; it looks like Windows-1252: save it as UTF-8","line":1,"column":1}}],{END}"#
            ),
        ]
    );
    assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(2)));
    let shown = feed(&["batch", "--advice", "on", "-"], input.as_bytes());
    assert_eq!(
        shown.stdout.lines().next().unwrap(),
        format!(
            r#"{{"ok":true,"status":null,"body":null,"errors":[],"advice":[{{"rule":"lead-title","loc":["body","title"],"pointer":"/title","msg":"str type expected","type":"type_error.str","hint":"Write it as text","line":1,"column":39}}],{END}"#
        )
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
    assert!(shown.stdout.contains(",\"ctx\":{\"limit_value\":8}}]},"), "{}", shown.stdout);
}

#[test]
fn errors_never_repeat_what_a_line_says() {
    for line in [
        "hunter2",
        "\"hunter2\"",
        "{\"hunter2",
        r#"{"operation": "hunter2", "body": "{}"}"#,
        r#"{"operation": ["hunter2"], "body": "{}"}"#,
        r#"{"operation": "add_lead", "body": ["smtp_password", "hunter2"]}"#,
        r#"["add_lead", "hunter2", null]"#,
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
fn operations_without_a_body_are_checked_too() {
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
    let said = r#""msg":"ensure this value is less than or equal to 100","type":"value_error.number.not_le""#;
    let limit = |place: &str| {
        refused(
            &format!(r#""loc":["query","limit"],{said}"#),
            &format!(
                r#""rule":"list-campaigns-limit","loc":["query","limit"],"pointer":"/limit",{said},"hint":"100 or less; this is 500",{place}"#
            ),
        )
    };
    let lines: Vec<&str> = shown.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            limit(r#""line":1,"column":7"#),
            limit(r#""line":null,"column":null"#),
            accepted(),
            no_uuid(),
            accepted(),
            r#"{"ok":null,"error":"the line has neither `body` nor `body_base64`"}"#.to_owned(),
        ]
    );
}

#[test]
fn a_body_can_be_an_object_and_blank_lines_and_a_mark_are_passed_over() {
    let input = "\u{FEFF}{\"operation\": \"add_lead\", \"body\": {\"email\": \"ada@example\",  \"custom_fields\": 1.50}}\n\n \r\n";
    let shown = feed(&["batch", "--advice", "on", "-"], input.as_bytes());
    let record: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    // The columns are those of the body as it stands in the line.
    let places =
        [&record["errors"][0], &record["advice"][0]].map(|finding| (&finding["rule"], &finding["column"]));
    assert_eq!(
        format!("{places:?}"),
        r#"[(String("lead-custom-fields"), Number(44)), (String("lead-email"), Number(11))]"#
    );
    assert_eq!(shown.status, Some(1));
}

#[test]
fn denied_advice_fails_even_where_advice_is_not_shown() {
    let line = br#"{"operation": "add_lead", "body": "{\"email\": \"ada@example\", \"nane\": 5}"}"#;
    let batch = |arguments: &[&str]| {
        let shown = feed(&[&["batch"], arguments, &["-"]].concat(), line);
        let record: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
        let count = |name: &str| record[name].as_array().map_or(0, Vec::len);
        (record["ok"].as_bool().unwrap(), count("errors"), count("advice"), shown.status.unwrap())
    };
    assert_eq!(batch(&[]), (true, 0, 0, 0));
    assert_eq!(batch(&["--deny", "lead-email"]), (false, 1, 0, 1));
    assert_eq!(batch(&["--deny", "lead-email", "--advice", "on"]), (false, 1, 1, 1));
    assert_eq!(batch(&["--deny", "lead-email", "--advice", "off"]), (true, 0, 0, 0));
    assert_eq!(batch(&["--advice", "on", "--allow", "lead-email"]), (true, 0, 1, 0));
    let both = run(&["batch", "--allow", "lead-email", "--deny", "lead-email", "nowhere.ndjson"]);
    assert!(both.stderr.contains("`lead-email` is both allowed and denied"), "{}", both.stderr);
}

#[test]
fn a_situation_counts_for_every_line() {
    let situation = file("batch-situation.json", r#"{"scopes": ["leads:create"]}"#);
    let lines = concat!(
        r#"{"operation": "add_lead", "body": {"email": "ada@example.com"}}"#,
        "\n",
        r#"{"operation": "create_campaign", "body": {"name": "Autumn campaign"}}"#
    );
    let shown = feed(&["batch", "--situation", &situation, "-"], lines.as_bytes());
    let answers: Vec<serde_json::Value> =
        shown.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&answers[0]["ok"], &answers[1]["status"]), (&true.into(), &403.into()));
    assert_eq!(answers[1]["explanation"]["id"], "insufficient-scopes");
}
