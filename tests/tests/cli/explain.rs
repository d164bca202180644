//! `explain`: what an answer of the API means.
use crate::program::{feed, run};
use coldsend_lint_tests::blocks_of_the_errors_page;
use insta::assert_snapshot;
use serde_json::{Value, json};

const LIMIT: &[u8] = br#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#;

fn human(input: &[u8]) -> String {
    let shown = feed(&["explain", "-"], input);
    assert_eq!((shown.status, shown.stderr.as_str()), (Some(0), ""));
    shown.stdout
}

fn data(arguments: &[&str], input: &[u8]) -> Value {
    let shown = feed(&[&["explain", "--format", "json", "-"], arguments].concat(), input);
    assert_eq!(shown.status, Some(0));
    serde_json::from_str(&shown.stdout).unwrap()
}

/// Returns each input, with the output for people and the one for programs.
fn shown(inputs: impl IntoIterator<Item = Vec<u8>>) -> String {
    let mut out = String::new();
    for input in inputs {
        let text =
            input.escape_ascii().to_string().replace("\\n", "\n").replace("\\\"", "\"").replace("\\r", "");
        let json = feed(&["explain", "--format", "json", "-"], &input);
        assert_eq!((json.status, json.stderr.as_str()), (Some(0), ""));
        out += &format!("=== {}\n---\n{}{}\n", text.trim_end(), human(&input), json.stdout);
    }
    out
}

#[test]
fn every_block_of_the_errors_page_is_explained() {
    // The folder `snapshots` is only for the cases.
    insta::with_settings!({ snapshot_path => "explained" }, {
        assert_snapshot!(shown(blocks_of_the_errors_page().into_iter().map(String::into_bytes)));
    });
}

#[test]
fn what_is_not_known_is_shown() {
    let inputs: [&[u8]; 15] = [
        b"HTTP/1.1 502 Bad Gateway\r\nServer: x\r\n\r\n<html>\n  <h1>502 Bad Gateway</h1>\n</html>\n",
        b"HTTP/1.1 422 Unprocessable Entity\n\nThe password: hunter2 of cs_live_hunter2\nis \x1b[31mwrong",
        br#"HTTP/1.1 422 Unprocessable Entity

{"detail":[{"loc":["body","smtp_password"],"input":"hunter2"#,
        br#"HTTP/1.1 400 Bad Request

{"detail": {"reason": "no", "input": {"smtp_password": "hunter2"}}}"#,
        b"HTTP/1.1 400 Bad Request\n\n{\"message\": \"no\",\n \"api_key\": \"hunter2\"}",
        b"HTTP/1.1 400 Bad Request\n\n\xff\xfe\xff",
        b"HTTP/1.1 400 Bad Request\n\n \n",
        b"HTTP/1.1 404 Not Found\n\n{\"detail\": \"Not Found\"}",
        b"HTTP/1.1 429 Too Many Requests\n\nslow down",
        b"HTTP/1.1 200 OK\n\nhunter2",
        br#"{"detail":[{"loc":["body","sending_window_end"],"msg":"sending_window_end must be after sending_window_start","type":"value_error"},{"loc":["body","name"],"msg":"it rains on cs_live_hunter2","type":"value_error.weather"},{"loc":["path","campaign_id"],"msg":"value is not a valid uuid","type":"type_error.uuid"},{"loc":["body",1],"msg":"JSON decode error","type":"json_invalid"},{"loc":["body","nowhere"],"msg":"field required","type":"value_error.missing"}]}"#,
        br#"HTTP/1.1 400 Bad Request

{"errors":["password=hunter2", "no", "see https://user:hunter2@host/"], "message": "no"}"#,
        b"HTTP/1.1 407 Proxy Authentication Required\n\n<b>Proxy-Authorization:</b> Basic hunter2\n<i>x</i>",
        br#"{"detail":[{"loc":["body","smtp_password: hunter2"],"msg":"Authorization: Bearer hunter2","type":"x"}]}"#,
        br#"{"detail":[{"loc":["body","inboxes",0,"smtp_host"],"msg":"field required","type":"value_error.missing"},{"loc":["body","variants",1,"variant_name"],"msg":"variant_name must be unique","type":"value_error"},{"loc":["query","limit"],"msg":"value is not a valid integer","type":"type_error.integer"}]}"#,
    ];
    insta::with_settings!({ snapshot_path => "explained" }, {
        assert_snapshot!(shown(inputs.map(<[u8]>::to_vec)));
    });
    let shown = inputs.map(|input| human(input) + &data(&[], input).to_string());
    assert!(shown.iter().all(|shown| !shown.contains("hunter2")), "{shown:?}");
}

#[test]
fn long_text_is_truncated() {
    let shown = human(&[b"HTTP/1.1 400 Bad Request\n\n".as_slice(), &[b'x'; 10_000]].concat());
    assert!(shown.contains("  body: text, 10000 bytes\n"), "{shown}");
    let item = r#"{"loc":["body"],"msg":"m","type":"t"}"#;
    let shown = human(format!(r#"{{"detail":[{}]}}"#, [item; 52].join(",")).as_bytes());
    assert_eq!(shown.matches("  at body: m\n").count(), 50);
    assert!(shown.contains("  and: 2 more\n"), "{shown}");
    let long = "x".repeat(10_000);
    let many = vec![format!("\"{long}\""); 100].join(",");
    for body in [
        format!(r#"{{"detail":[{{"loc":["body","{long}"],"msg":"{long}","type":"t"}}]}}"#),
        format!(r#"{{"detail":[{{"loc":[{}],"msg":"","type":"t"}}]}}"#, vec!["1"; 200_000].join(",")),
        format!(r#"{{"detail":"Missing required scopes: x","required":[{many}],"granted":[{many}]}}"#),
        format!(r#"{{"is_launch_ready":false,"missing_requirements":[{many}]}}"#),
        format!(r#"{{"detail":"Campaign {long} not found"}}"#),
        format!(r#"{{"detail":{{"{long}":[{many}]}}}}"#),
    ] {
        let shown = human(body.as_bytes());
        let longest = shown.lines().map(|line| line.chars().count()).max();
        assert!(longest < Some(650) && shown.contains('…'), "{shown}");
    }
}

#[test]
fn a_text_that_is_too_long_is_refused() {
    // The last answer of a text counts, and it may stand beyond what is read.
    let log = [vec![b'\n'; 33 << 20], LIMIT.to_vec()].concat();
    let shown = feed(&["explain", "-"], &log);
    assert_eq!(shown.status, Some(2));
    assert_eq!(shown.stderr, "error: -: this is longer than 33 MiB: save only the part with the answer\n");
}

#[test]
fn a_launch_without_named_requirements_says_so() {
    let shown = human(br#"{"is_launch_ready":false,"missing_requirements":[]}"#);
    assert!(shown.contains("  missing: the answer does not say\n"), "{shown}");
}

#[test]
fn the_object_has_its_keys_in_order() {
    let shown = feed(&["explain", "--format", "json", "-"], LIMIT).stdout;
    assert_eq!(
        shown,
        concat!(
            r#"{"id":"rate-limited","status":429,"status_expected":null,"retry":"after","retry_after_seconds":60,"#,
            r#""title":"Too many requests were sent","#,
            r#""fix":"Wait, then send the request again; wait longer each time it is rejected.","#,
            r#""detail":"Rate limit exceeded. Retry after 60 seconds.","items":[],"#,
            r#""missing_requirements":null,"required":null,"granted":null,"others":[]}"#,
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
    let notes = |status: &str, body: &[u8]| {
        let shown = feed(&["explain", "--status", status, "-"], body).stdout;
        shown.lines().find_map(|line| line.strip_prefix("  note: ")).map(str::to_owned)
    };
    let sum = br#"{"detail": "Variant distributions must sum to 100%, got 90%"}"#;
    let unreadable = br#"{"detail": "There was an error parsing the body"}"#;
    assert_eq!(notes("503", LIMIT).unwrap(), "the documented status is 429");
    // No page of the documentation states these.
    assert_eq!(notes("422", sum).unwrap(), "the expected status is 400");
    assert_eq!(notes("422", unreadable).unwrap(), "the expected status is 400");
    assert_eq!(notes("400", sum), None);
    for (status, body) in [("207", "{}"), ("501", "")] {
        assert_eq!(notes(status, body.as_bytes()), None, "{status}");
    }
}

#[test]
fn headers_give_the_status_and_the_wait() {
    let text = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/2 429 \r\ndate: Mon, 01 Jan 2024 00:00:00 GMT\r\nX-RateLimit-Reset: 1704067230\r\n\r\n";
    let shown = data(&[], text);
    assert_eq!(shown["retry"], "after");
    assert_eq!(shown["retry_after_seconds"], 30);
    assert_eq!(shown["status"], 429);
    let text = "\u{FEFF}\r\nHTTP/1.1 429 Too Many Requests\r\nRetry-After: 3600\r\n\r\nslow down";
    // As PowerShell saves it.
    let shown = data(&[], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    assert_eq!((&shown["status"], &shown["retry_after_seconds"]), (&json!(429), &json!(3600)));
    // Without a valid date, the current time counts.
    for date in ["", "date: yesterday\n"] {
        let wait = |header: &str| {
            let shown = data(&[], format!("HTTP/2 429\n{date}{header}\n\n").as_bytes());
            shown["retry_after_seconds"].as_u64()
        };
        assert_eq!(wait("x-ratelimit-reset: 1704067230"), Some(0));
        assert_eq!(wait("retry-after: Mon, 01 Jan 2024 00:00:00 GMT"), Some(0));
        assert!(wait("x-ratelimit-reset: 99999999999").is_some_and(|wait| wait > 1_000_000_000));
    }
}

#[test]
fn a_text_without_an_answer_is_an_error() {
    for (text, expected) in [
        ("", "there is no text here"),
        ("hunter2", "there is no answer of the API in this text"),
        ("{\"smtp_password\": \"hunter2\"}", "there is no answer of the API in this text"),
        ("<key>hunter2</key>", "there is no answer of the API in this text"),
    ] {
        let human = feed(&["explain", "-"], text.as_bytes());
        assert_eq!((human.status, human.stdout.as_str()), (Some(2), ""), "{text}");
        let json = feed(&["explain", "--format", "json", "-"], text.as_bytes());
        assert_eq!(json.status, Some(2), "{text}");
        let data: Value = serde_json::from_str(&json.stdout).unwrap();
        for key in ["id", "status", "retry", "fix", "detail"] {
            assert_eq!(data[key], Value::Null, "{text}");
        }
        for stderr in [human.stderr, json.stderr] {
            assert!(stderr.contains(expected) && !stderr.contains("hunter2"), "{stderr}");
        }
    }
}

#[test]
fn the_last_of_several_answers_is_explained() {
    let text = b"HTTP/2 401\n\n{\"detail\": \"Invalid or revoked API key\"}\nHTTP/2 429\nretry-after: 7\n\nslow down\n";
    let shown = human(text);
    assert!(shown.starts_with("rate-limited: 429 ") && shown.contains("  retry: in 7 seconds\n"), "{shown}");
    assert!(shown.contains("  other answers before it: 401 invalid-api-key\n"), "{shown}");
    assert_eq!(data(&[], text)["others"], json!([{"status": 401, "id": "invalid-api-key"}]));
    let many = human("HTTP/2 500\n\nHTTP/2 503\n\n".repeat(10).as_bytes());
    assert!(many.contains("503 unavailable, and 9 more\n"), "{many}");
}

#[test]
fn a_missing_file_is_reported() {
    let shown = run(&["explain", "nowhere.json"]);
    assert_eq!(shown.status, Some(2));
    assert!(shown.stderr.contains("nowhere.json: no such file"), "{}", shown.stderr);
}
