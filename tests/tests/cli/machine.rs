//! Output for programs: `json` and `body`, exit statuses, and misuse.
use crate::program::{feed, file, finish, program, run};
use coldsend_lint::{Operation, check};
use serde_json::Value;

#[test]
fn json_is_one_array_with_a_record_for_each_file() {
    let shown = run(&[
        "check",
        "--format",
        "json",
        "page-constraint.json",
        "nowhere.json",
        "accepted.json",
        "empty.json",
    ]);
    assert_eq!(
        shown.stdout,
        concat!(
            r#"[{"file":"page-constraint.json","operation":"create_campaign","ok":false,"status":422,"#,
            r#""body":{"detail":[{"loc":["body","daily_limit_per_inbox"],"#,
            r#""msg":"ensure this value is less than or equal to 100","type":"value_error.number.not_le"}]},"#,
            r#""errors":[{"rule":"campaign-daily-limit-per-inbox","loc":["body","daily_limit_per_inbox"],"pointer":"/daily_limit_per_inbox","#,
            r#""msg":"ensure this value is less than or equal to 100","type":"value_error.number.not_le","hint":"100 or less; this is 150","line":3,"column":28}],"advice":[],"#,
            r#""left_out":0,"unknown":null,"launch":null,"explanation":null},"#,
            "\n",
            r#"{"file":"nowhere.json","operation":null,"ok":null,"status":null,"body":null,"errors":[],"advice":[],"#,
            r#""left_out":0,"unknown":null,"launch":null,"explanation":null,"error":"no such file"},"#,
            "\n",
            r#"{"file":"accepted.json","operation":"create_campaign","ok":true,"status":null,"body":null,"errors":[],"advice":[],"#,
            r#""left_out":0,"unknown":null,"launch":null,"explanation":null},"#,
            "\n",
            r#"{"file":"empty.json","operation":null,"ok":false,"status":422,"#,
            r#""body":{"detail":[{"loc":["body"],"msg":"field required","type":"value_error.missing"}]},"#,
            r#""errors":[{"rule":"request-body","loc":["body"],"pointer":"","msg":"field required","type":"value_error.missing","hint":"Send a JSON object; there is no text here","line":null,"column":null}],"#,
            r#""advice":[],"left_out":0,"unknown":null,"launch":null,"explanation":null}]"#,
            "\n",
        )
    );
    assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(2)));
}

#[test]
fn json_has_the_position_of_advice() {
    let body = "{\"email\": \"ada@example.com\",\n  \"é😀\": 1, \"title\": []}";
    let shown = feed(&["check", "--format", "json", "--stdin-filename", "lead.json", "-"], body.as_bytes());
    assert_eq!(
        shown.stdout,
        concat!(
            r#"[{"file":"lead.json","operation":"add_lead","ok":true,"status":null,"body":null,"errors":[],"#,
            r#""advice":[{"rule":"unknown-field","loc":["body","é😀"],"pointer":"/é😀","msg":"unknown field; the API ignores it","type":"value_error","hint":"Every key should be a field of the request","line":2,"column":3},"#,
            r#"{"rule":"lead-title","loc":["body","title"],"pointer":"/title","msg":"str type expected","type":"type_error.str","hint":"Write it as text","line":2,"column":21}],"#,
            r#""left_out":0,"unknown":null,"launch":null,"explanation":null}]"#,
            "\n"
        )
    );
    assert_eq!(shown.status, Some(0));
    let shown = feed(&["check", "--format", "json", "--advice", "off", "-"], body.as_bytes());
    assert!(shown.stdout.contains("\"advice\":[],"), "{}", shown.stdout);
}

#[test]
fn denied_advice_rejects_without_an_answer_of_the_api() {
    let body = br#"{"email": "taro..yamada@docomo.ne.jp", "title": []}"#;
    let check = |arguments: &[&str]| {
        let shown = feed(&[&["check", "--format", "json"], arguments, &["-"]].concat(), body);
        let records: Value = serde_json::from_str(&shown.stdout).unwrap();
        let rules = |key: &str| {
            let findings = records[0][key].as_array().unwrap().iter();
            findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let api = [&records[0]["status"], &records[0]["body"]].map(Value::is_null);
        (records[0]["ok"].clone(), api, rules("errors"), rules("advice"), shown.status)
    };
    let (email, title) = ("lead-email".to_owned(), "lead-title".to_owned());
    let none = Vec::new;
    for (arguments, ok, errors, advice, status) in [
        (&["--advice", "on"][..], true, none(), vec![email.clone(), title.clone()], 0),
        (&["--deny", "lead-email"], false, vec![email.clone()], vec![title.clone()], 1),
        (&["--advice", "deny"], false, vec![email.clone(), title.clone()], none(), 1),
        (&["--advice", "deny", "--allow", "lead-email"], false, vec![title], none(), 1),
        (&["--deny", "lead-email", "--exit-zero"], false, vec![email], vec!["lead-title".to_owned()], 0),
        (&["--deny", "lead-email", "--advice", "off"], true, none(), none(), 0),
    ] {
        let expected = (Value::Bool(ok), [true, true], errors, advice, Some(status));
        assert_eq!(check(arguments), expected, "{arguments:?}");
    }
    // It comes after an error of the API, and the status and body are those of the API.
    let shown = feed(
        &["check", "--format", "json", "--deny", "lead-email", "-"],
        br#"{"email": "nobody", "custom_fields": 5}"#,
    );
    let records: Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(records[0]["status"], 422);
    assert_eq!(records[0]["body"]["detail"].as_array().unwrap().len(), 1);
    let rules: Vec<&Value> =
        records[0]["errors"].as_array().unwrap().iter().map(|error| &error["rule"]).collect();
    assert_eq!(rules, ["lead-custom-fields", "lead-email"]);
}

#[test]
fn candidates_are_listed_if_the_operation_is_ambiguous() {
    let shown = run(&["check", "--format", "json", "ambiguous.json"]);
    let records: Value = serde_json::from_str(&shown.stdout).unwrap();
    let error = records[0]["error"].as_str().unwrap();
    assert!(error.contains("--as") && error.contains("create_campaign, add_lead"), "{error}");
    assert_eq!((&records[0]["ok"], shown.status), (&Value::Null, Some(2)));
}

#[test]
fn body_is_the_bytes_of_the_answer() {
    let request = "{\"email\": \"Ada\u{202e}\", \"custom_fields\": 5}";
    let name = file("body.json", request);
    let expected = check(Operation::AddLead, request.as_bytes()).unwrap_err().body();
    assert_eq!(run(&["check", "--format", "body", &name]).stdout, expected.to_string());
    let shown = run(&["check", "--format", "body", "--ctx", "page-constraint.json"]);
    assert!(shown.stdout.ends_with(r#""type":"value_error.number.not_le","ctx":{"limit_value":100}}]}"#));
    assert_eq!(run(&["check", "--format", "body", "accepted.json"]).stdout, "");
    let shown = run(&["check", "--format", "body", "nowhere.json"]);
    assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)));
    assert_eq!(shown.stderr, "error: nowhere.json: no such file\n");
}

#[test]
fn the_line_ending_is_not_part_of_a_query_string() {
    let check = |query: &str| {
        let shown = feed(&["check", "--format", "body", "--as", "list_replies", "-"], query.as_bytes());
        shown.status
    };
    for accepted in
        ["", "\n", "\r\n", "is_read=true", "is_read=true\n", "is_read=true\r\n", "?is_read=true\n"]
    {
        assert_eq!(check(accepted), Some(0), "{accepted:?}");
    }
    for refused in ["is_read=true\n\n", "is_read=true\r", "is_read=true\n\r\n", "is_read= true"] {
        assert_eq!(check(refused), Some(1), "{refused:?}");
    }
    // If `--as` has a query string, the file is ignored.
    let shown = feed(&["check", "--as", "GET /replies?is_read=true", "-"], b"is_read=maybe");
    assert_eq!(shown.status, Some(0), "{}", shown.stdout);
}

#[test]
fn json_has_the_position_of_advice_about_a_query_string() {
    let dates = "from_date=2024-03-31&to_date=2024-01-01";
    let place = |operation: &str, query: &str| {
        let shown = feed(&["check", "--format", "json", "--as", operation, "-"], query.as_bytes());
        let records: Value = serde_json::from_str(&shown.stdout).unwrap();
        (records[0]["advice"][0]["line"].clone(), records[0]["advice"][0]["column"].clone())
    };
    assert_eq!(place("get_campaign_timeline", dates), (1.into(), 30.into()));
    assert_eq!(place("get_campaign_timeline", &format!("?{dates}\n")), (1.into(), 31.into()));
    assert_eq!(place(&format!("GET /analytics/campaigns/timeline?{dates}"), ""), (Value::Null, Value::Null));
}

#[test]
fn a_path_alone_can_be_checked() {
    let check = |operation: &str, input: &str| {
        let shown = feed(&["check", "--format", "json", "--as", operation, "-"], input.as_bytes());
        (shown.stdout.contains(r#"{"loc":["path","campaign_id"],"#), shown.status)
    };
    for input in ["", "\n", "{", "not read"] {
        assert_eq!(check("GET /campaigns/x", input), (true, Some(1)));
        assert_eq!(check("DELETE /campaigns/550e8400-e29b-41d4-a716-446655440000", input), (false, Some(0)));
        assert_eq!(check("pause_campaign", input), (false, Some(0)));
    }
}

#[test]
fn the_exit_status_is_the_worst_of_all() {
    let status = |arguments: &[&str]| run(&[&["check", "--format", "json"], arguments].concat()).status;
    assert_eq!(status(&["accepted.json"]), Some(0));
    assert_eq!(status(&["accepted-with-advice.json"]), Some(0));
    assert_eq!(status(&["accepted-with-advice.json", "--advice", "deny"]), Some(1));
    assert_eq!(status(&["page-constraint.json", "accepted.json"]), Some(1));
    assert_eq!(status(&["nowhere.json", "page-constraint.json", "accepted.json"]), Some(2));
    assert_eq!(status(&["--exit-zero", "page-constraint.json"]), Some(0));
    assert_eq!(status(&["--exit-zero", "page-constraint.json", "nowhere.json"]), Some(2));
}

#[test]
fn misuse_is_reported_and_nothing_else_is_done() {
    for arguments in [
        &["check"][..],
        &["check", "--as", "no_such_operation", "accepted.json"],
        &["check", "--format", "body", "accepted.json", "empty.json"],
        &["check", "-", "-"],
        &["check", "--format", "yaml", "accepted.json"],
        &["batch"],
        &["nonsense"],
    ] {
        let shown = run(arguments);
        assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)), "{arguments:?}");
        assert!(shown.stderr.starts_with("error: "), "{}", shown.stderr);
    }
    let shown = run(&["check", "--as", "no_such_operation", "accepted.json"]);
    assert!(shown.stderr.contains("use one of create_campaign, "), "{}", shown.stderr);
}

#[test]
fn a_closed_pipe_is_not_a_failure() {
    use std::io::Read;
    use std::process::Stdio;
    let many = file("closed-pipe.json", format!("{{\"inbox_ids\": [{}1]}}", "1,".repeat(200_000)));
    let line = "{\"operation\": \"add_lead\", \"body\": \"{}\"}\n";
    let lines = file("closed-pipe.ndjson", line.repeat(100_000));
    for arguments in [
        &["check", "--format", "body", "--as", "update_campaign", &many][..],
        &["check", "--format", "json", "--as", "update_campaign", &many],
        &["check", "--as", "update_campaign", &many, &many, &many, &many, &many, &many, &many, &many],
        &["batch", &lines],
    ] {
        let mut command = program(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut command = program(&["check", "accepted.json"]);
    command.stdout(full);
    let shown = finish({
        command.stderr(std::process::Stdio::piped());
        command
    });
    assert_eq!(shown.status, Some(2));
}
