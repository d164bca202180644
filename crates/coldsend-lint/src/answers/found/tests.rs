//! What is found in pastes of each kind.
use super::*;

const ITEM: &str =
    r#"{"detail":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}"#;
const PYTHON: &str =
    "{'detail': [{'loc': ['body', 'name'], 'msg': 'field required', 'type': 'value_error.missing'}]}";

/// Returns the status and the id of the answer in a text.
fn found(text: &str) -> Option<(Option<u16>, &'static str)> {
    let answer = Answer::find(None, text).answer?;
    Some((answer.status(), answer.kind().info().id))
}

/// Checks that each text, with the place of the body filled in, has this status and is about this item.
fn each_is(status: u16, texts: &[&str]) {
    let escaped = ITEM.replace('"', "\\\"");
    let twice = escaped.replace('\\', "\\\\").replace('"', "\\\"");
    let filled = |text: &str| {
        let text = text.replace("BODY", ITEM).replace("PYTHON", PYTHON).replace("ESCAPED", &escaped);
        text.replace("TWICE", &twice)
    };
    let wrong: Vec<String> = texts
        .iter()
        .map(|text| filled(text))
        .filter(|text| found(text) != Some((Some(status), "validation")))
        .map(|text| format!("{text}\n=> {:?}", found(&text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn clients_of_the_command_line() {
    each_is(
        422,
        &[
            "< HTTP/1.1 422 Unprocessable Entity\r\n< content-type: application/json\r\n<\r\nBODY",
            "> POST / HTTP/2\n> X-API-Key: x\n>\n< HTTP/2 422 \n< date: x\n<\n{ [5 bytes data]\n* Connection #0 left intact\nBODY",
            "   < HTTP/2 422\n   < a: b\n   <\n   BODY",
            "< HTTP/2 422\n<\n* Connection #0 to host x left intactBODY",
            "12:00:00.123456 < HTTP/2 422\nBODY",
            "HTTP/1.1 100 Continue\n\nHTTP/1.1 422 Unprocessable Entity\na: b\n\nBODY",
            "HTTP/1.1 200 Connection established\n\nHTTP/1.1 422 Unprocessable Entity\na: b\n\nBODY",
            "BODY\n422",
            "BODY422",
            "BODY\nHTTP 422\n",
            "BODY\n\nstatus=422 time=0.1",
            "curl: (22) The requested URL returned error: 422\nBODY",
            "BODY\ncurl: (22) The requested URL returned error: 422",
            "POST /campaigns HTTP/1.1\nA: b\n\n{\"name\": \"error 500\"}\n\nHTTP/1.1 422 Unprocessable Entity\nA: b\n\nBODY",
            "http: warning: HTTP 422 Unprocessable Entity\n\nHTTP/1.1 422 Unprocessable Entity\nA: b\n\nBODY",
            "HTTP request sent, awaiting response... 422 Unprocessable Entity\nBODY",
            "2024-01-01 12:00:00 ERROR 422: Unprocessable Entity.\nBODY",
            "\x1B[34mHTTP\x1B[0m/\x1B[34m1.1\x1B[0m \x1B[33m422\x1B[0m Unprocessable Entity\n\nBODY",
        ],
    );
}

#[test]
fn the_words_of_wget_are_not_a_body() {
    let text = "HTTP request sent, awaiting response... \n  HTTP/1.1 422 x\n  a: b\n2024-01-01 12:00:00 ERROR 422: x.\n";
    let found = Answer::find(None, text);
    assert!(found.hint.unwrap().contains("--content-on-error"));
    assert_eq!(found.answer.unwrap().received_shape(), None);
}

#[test]
fn powershell() {
    each_is(
        422,
        &[
            "Invoke-RestMethod: BODY",
            "Invoke-RestMethod: \nLine |\n   4 |  Invoke-RestMethod -Uri $uri\n     |  ~~~~~~~\n     | BODY",
            "Invoke-RestMethod : The remote server returned an error: (422) Unprocessable Entity.\nBODY",
            "Invoke-WebRequest : BODY\nAt line:1 char:1\n+ Invoke-WebRequest -Uri https://x\n+ CategoryInfo : InvalidOperation: (System.Net)",
            "Response status code does not indicate success: 422 (Unprocessable Entity).\nBODY",
            "PS C:\\> $_.ErrorDetails.Message\nBODY",
            "     | {\"detail\":[{\"loc\":[\"body\",\"na\n     | me\"],\"msg\":\"field required\",\"type\":\"value_error.missing\"}]}",
            "StatusCode        : 422\nStatusDescription : Unprocessable Entity\nContent           : BODY",
            "Line |\n   1 |  irm https://x -Body @{ name = 1 }\n     | BODY",
            "\x1B[91mInvoke-RestMethod: \x1B[0m\n\x1B[96mLine |\x1B[0m\n\x1B[96m   1 | \x1B[0m irm x\n\x1B[96m     | \x1B[91mBODY\x1B[0m",
        ],
    );
}

#[test]
fn logs_of_programs() {
    each_is(
        422,
        &[
            "httpx.HTTPStatusError: Client error '422 Unprocessable Entity' for url 'https://x'\nResponse: PYTHON",
            "requests.exceptions.HTTPError: 422 Client Error: Unprocessable Entity for url: https://x\nBODY",
            "<Response [422]> PYTHON",
            "<Response [422 Unprocessable Entity]>\nb'BODY'",
            "aiohttp.client_exceptions.ClientResponseError: 422, message='Unprocessable Entity', url=URL('https://x')\nBODY",
            "PYTHON",
            "print(response.json())\nPYTHON\n>>> ",
            "INFO HTTP Request: POST https://x \"HTTP/1.1 422 Unprocessable Entity\"\nPYTHON",
            "AxiosError: Request failed with status code 422\n  response: {\n    status: 422,\n    data: { detail: [ { loc: [ 'body', 'name' ], msg: 'field required', type: 'value_error.missing' } ] }\n  }",
            "{ message: 'Request failed with status code 422', response: { status: 422, headers: Object [AxiosHeaders] { a: 'b' }, data: PYTHON } }",
            "error.response.data BODY",
            "2024-01-01T00:00:00Z ERROR coldsend 422 BODY",
            "{\"level\":\"error\",\"status\":422,\"body\":\"ESCAPED\"}",
            "{\"level\":\"error\",\"msg\":\"status code 422\",\"response\":BODY}",
            "{'detail'=>[{'loc'=>['body', 'name'], 'msg'=>'field required', 'type'=>'value_error.missing'}]}",
            "ActiveSupport: status 422, body: \"ESCAPED\"",
            "log: \"{\\\"response\\\": \\\"TWICE\\\"}\"",
            "1.2.3.4 - - [01/Jan/2024] \"POST /campaigns HTTP/1.1\" 422 163\nBODY",
        ],
    );
}

#[test]
fn containers_and_terminals() {
    let lines = "{\n  \"detail\": [\n    {\n      \"loc\": [\"body\", \"name\"],\n      \"msg\": \"field required\",\n      \"type\": \"value_error.missing\"\n    }\n  ]\n}";
    for prefix in [
        "2024-01-01T00:00:00.123456789Z ",
        "2024-01-01T00:00:00Z stderr F ",
        "app-1  | ",
        "[pod/worker-7d9f/app] ",
        "[pod/worker-7d9f/app] 2024-01-01T00:00:00Z ",
        "2024-01-01 00:00:00,123 ",
        "[2024-01-01 00:00:00] ",
        "app-1  | 2024-01-01T00:00:00Z ",
        "> ",
        "     | ",
        "\t",
    ] {
        let text = format!("status 422\n{lines}")
            .split('\n')
            .map(|line| format!("{prefix}{line}\n"))
            .collect::<String>();
        assert_eq!(found(&text), Some((Some(422), "validation")), "{text}");
    }
}

#[test]
fn consoles_of_browsers_and_apps() {
    each_is(
        422,
        &[
            "POST https://api.coldsend.pro/campaigns 422 (Unprocessable Content)\nBODY",
            "Failed to load resource: the server responded with a status of 422 ()\nBODY",
            "Request URL:\nhttps://x\nStatus Code:\n422 Unprocessable Entity\nBODY",
            "▶ POST https://x\n422\n150 ms\n▶ Response Body\nBODY",
            "POST https://x: {\n  \"Response Body\": \"ESCAPED\"\n}\n",
            "* Preparing request\n> POST / HTTP/2\n> a: b\n\n| {\"name\":\"x\"}\n\n< HTTP/2 422 \n< a: b\n\n| BODY",
            "HTTP/1.1 422 Unprocessable Entity\nContent-Type: application/json\nConnection: close\n\nBODY",
            "{\"httpCode\":\"422\",\"message\":\"Your request is invalid\",\"description\":\"ESCAPED\"}",
            "{\"status\":422,\"content\":\"ESCAPED\",\"request\":{\"status\":500,\"body\":\"{}\"}}",
            "The app returned \"ESCAPED\".",
            "\"ESCAPED\"",
            "[{\"loc\":[\"body\",\"name\"],\"msg\":\"field required\",\"type\":\"value_error.missing\"}]",
            "{\"error\":{\"message\":\"failed\",\"response\":{\"status\":422,\"data\":BODY}}}",
            "{\"detail\": BODY}",
            "{\"detail\": \"ESCAPED\"}",
        ],
    );
}

#[test]
fn chunks_and_compressed_bodies() {
    each_is(
        422,
        &[
            "HTTP/1.1 422 Unprocessable Entity\r\nTransfer-Encoding: chunked\r\n\r\na3\r\nBODY\r\n0\r\n\r\n",
            "< HTTP/1.1 422 x\n< transfer-encoding: chunked\n<\n1d\n{\"detail\":[{\"loc\":[\"body\",\"na\nff\nme\"],\"msg\":\"field required\",\"type\":\"value_error.missing\"}]}\n0\n",
        ],
    );
    let bytes = b"HTTP/1.1 422 Unprocessable Entity\r\ncontent-encoding: gzip\r\n\r\n\x1F\x8B\x08\0\0\0\xFF";
    let compressed = Answer::find(None, bytes);
    assert_eq!(compressed.answer.unwrap().status(), Some(422));
    assert!(compressed.hint.unwrap().contains("--compressed"));
    assert_eq!(Answer::find(None, b"\x1F\x8B\x08\0hunter2").reason, Some(NoAnswer::Compressed));
}

#[test]
fn the_last_answer_counts_and_the_others_are_named() {
    let others = |text: &str| {
        let found = Answer::find(None, text);
        let id = |answer: &Answer| (answer.status(), answer.kind().info().id);
        (id(&found.answer.unwrap()), found.others.iter().map(id).collect::<Vec<_>>())
    };
    let limit = r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#;
    let last = (Some(429), "rate-limited");
    for text in [
        format!("HTTP/2 422\na: b\n\n{ITEM}\nHTTP/2 429\n\n{limit}"),
        format!("{ITEM}\nHTTP 422\n{limit}\nHTTP 429"),
        format!("422 {ITEM}\n429 {limit}"),
        format!("{ITEM}\n{limit}"),
        format!("HTTP/2 422\n\n{ITEM}\nRequest failed with status code 429"),
    ] {
        assert_eq!(others(&text), (last, vec![(Some(422), "validation")]), "{text}");
    }
    let har = |statuses: [u16; 3]| {
        let entry = |status| {
            format!(
                r#"{{"request":{{"postData":{{"text":"{{\"detail\":\"x\"}}"}}}},"response":{{"status":{status},"headers":[{{"name":"Retry-After","value":"{status}"}}],"content":{{"text":"{{\"detail\":\"Not Found\"}}"}}}}}}"#
            )
        };
        format!(r#"{{"log":{{"entries":[{}]}}}}"#, statuses.map(entry).join(","))
    };
    let statuses = |text: &str| {
        let (last, others) = others(text);
        (last.0, others.into_iter().map(|one| one.0).collect::<Vec<_>>())
    };
    assert_eq!(statuses(&har([404, 200, 500])), (Some(500), vec![Some(404)]));
    assert_eq!(statuses(&har([404, 429, 200])), (Some(429), vec![Some(404)]));
    assert_eq!(statuses(&har([200, 200, 201])), (Some(201), vec![Some(200), Some(200)]));
    assert_eq!(Answer::find(None, har([404, 429, 200])).header("retry-after"), Some("429"));
}

#[test]
fn headers_are_found() {
    let wait = |text: &str| Answer::find(None, text).header("retry-after").map(str::to_owned);
    for text in [
        "< HTTP/2 429\n< Retry-After: 5\n<\nslow",
        "  HTTP/1.1 429 Too Many Requests\n  retry-after: 5\n",
        "Status Code: 429\nretry-after:\n5\n",
        "retry-after: 5\n429 Too Many Requests",
        "{ response: { status: 429, headers: { 'retry-after': '5' }, data: '' } }",
        "{\"status\": 429, \"headers\": {\"Retry-After\": 5}, \"body\": \"\"}",
        "HTTP/2 500\nretry-after: 9\n\nHTTP/2 429\nretry-after: 5\n\n",
    ] {
        assert_eq!(wait(text).as_deref(), Some("5"), "{text}");
    }
    assert_eq!(wait("HTTP/2 429\nretry-after: 9\n\nHTTP/2 500\n\n"), None);
}

#[test]
fn a_text_without_an_answer_says_so() {
    for text in [
        "Hello",
        "hunter2",
        "<smtp_password>hunter2</smtp_password>",
        "{\"name\": \"Autumn campaign\", \"status_code\": 301, \"redirect_url\": \"x\"}",
        "{\"name\": \"Fix error 404\", \"variants\": [{\"subject_template\": \"HTTP 500\"}]}",
        "{\"foo\": 1}",
        "curl -X POST https://x -d '{\"detail\": null}'",
        "2024-01-01 12:00:00 INFO started on port 443 in 300 ms",
        "import requests\nprint(requests.get(url).json())",
        "exit code 255",
        "[1, 2, 3]",
        "5",
    ] {
        assert_eq!(Answer::find(None, text).reason, Some(NoAnswer::Unrecognized), "{text}");
    }
    assert_eq!(Answer::find(None, " \n").reason, Some(NoAnswer::Empty));
    assert!(Answer::find(404, "Hello").answer.is_some());
}

#[test]
fn a_long_text_is_read_a_few_times() {
    // Quadratic time would take minutes.
    for part in [
        "{",
        "[",
        "{\"detail\":",
        "{\"detail\":[",
        "{\"a\":\"{",
        "{\\\"",
        "HTTP/2 422\n",
        "422\n",
        "a | ",
        "[pod/",
        "\x1B[",
        "\x1B]",
        "{\"error\":",
        "[{\"loc\":[],\"msg\":\"\"},",
        "{\"a\":\"\\\"{\\\\\\\"",
        "status ",
        "error 42",
        "\r",
        "> POST / HTTP/1.1\n",
        "Transfer-Encoding: chunked\n\n5\n",
        "{\"status\":422,\"data\":",
        "retry-after\n",
        "' {",
        "{'",
        "{\"entries\":[",
        "{} ",
        "{\"detail\":\"x\"} ",
        "a:b ",
        "  ",
        "<<",
    ] {
        let text = part.repeat(100_000 / part.len());
        let _ = Answer::find(None, &text);
        let _ = Answer::find(None, format!("{text}\n{ITEM}"));
    }
}

#[test]
fn blocks_of_the_errors_page_with_their_headings() {
    let limit = "{\n  \"detail\": \"Rate limit exceeded. Retry after 60 seconds.\"\n}";
    for (text, expected) in [
        (
            format!("Rate Limit Error\n\nStatus: 429 Too Many Requests\n{limit}\nFix: Implement backoff."),
            (Some(429), "rate-limited"),
        ),
        (
            "Campaign Not Modifiable\n\nStatus: 400 Bad Request\n{\n  \"detail\": \"Can only update campaigns in DRAFT status\"\n}\nFix: Pause the campaign first via POST /api/public/v1/campaigns/{id}/pause, then make updates.".to_owned(),
            (Some(400), "campaign-not-draft"),
        ),
        (
            format!("Field Required\n\nStatus: 422 Unprocessable Entity (via FastAPI) or 400 Bad Request\n{ITEM}"),
            (Some(422), "validation"),
        ),
        (
            "When you set launch: true, the API validates and may return:\n{\n  \"is_launch_ready\": false,\n  \"missing_requirements\": [\"leads\"]\n}\nFix the missing items and retry.".to_owned(),
            (None, "launch-requirements"),
        ),
        ("Missing API Key\n\nStatus: 401 Unauthorized\n\nFix: x".to_owned(), (Some(401), "unknown")),
        ("Error: Rate limit exceeded. Retry after 60 seconds.".to_owned(), (Some(429), "rate-limited")),
    ] {
        // Another answer may be what a status alone means.
        let answer = found(&text).unwrap();
        assert!(answer == expected || expected.1 == "unknown" && answer.0 == expected.0, "{text}: {answer:?}");
    }
}

#[test]
fn a_heading_with_a_status_is_that_of_the_body_below_it() {
    let page = r#"Validation error:
{"detail": [{"loc": ["body", "name"], "msg": "field required", "type": "value_error.missing"}]}
The detail field contains a list.

Missing API Key

Status: 401 Unauthorized
{"detail": "API key required. Include your API key in X-API-Key header."}
Fix: Include X-API-Key: cs_live_your_key in every request.

Insufficient Permissions

Status: 403 Forbidden
{"detail": "Missing required scopes: x", "error": "insufficient_scopes", "required": ["x"], "granted": []}
"#;
    let found = Answer::find(None, page);
    let all: Vec<_> =
        found.others.iter().chain(&found.answer).map(|one| (one.status(), one.kind().info().id)).collect();
    assert_eq!(
        all,
        [(Some(422), "validation"), (Some(401), "api-key-required"), (Some(403), "insufficient-scopes")]
    );
}
