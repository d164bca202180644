//! Every rule and answer, tested by its fixtures: a snapshot shows each request with the answer, and each response with
//! what it is read as.
use coldsend_lint::catalogue;
use coldsend_lint_tests::{Fixture, RequestFixture, Response, fixtures, responses};
use std::fmt::Write;

#[test]
fn each_fixture_keeps_its_promise_and_its_answer() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots");
    let mut broken = Vec::new();
    for rule in catalogue::rules() {
        let mut shown = String::new();
        for fixture in fixtures(rule.id).unwrap() {
            let answer = fixture.http.answer().unwrap();
            if !fixture.is_kept(rule.id, &answer) {
                broken.push(format!("{}/{}: {:?}", rule.id, fixture.name, answer.refused));
            }
            show(&fixture, &answer, &mut shown);
        }
        for response in responses(rule.id).unwrap() {
            show_response(&response, &mut shown);
        }
        settings.bind(|| insta::assert_snapshot!(rule.id, shown));
    }
    assert!(broken.is_empty(), "fixtures that do not do what their names say:\n{}", broken.join("\n"));
}

fn show(fixture: &Fixture, answer: &coldsend_lint_tests::Answer, out: &mut String) {
    let RequestFixture { request, api_key, body } = &fixture.http;
    let _ = writeln!(out, "=== {}\n{request}", fixture.name);
    if let Some(key) = api_key {
        let _ = writeln!(out, "X-API-Key: {key}");
    }
    let _ = writeln!(out, "{}", shown(body));
    match (&answer.refused, &answer.counts) {
        (Some((status, body)), _) => {
            let _ = writeln!(out, "--- {status}\n{body}");
        }
        (None, Some(counts)) => {
            let _ = writeln!(out, "--- {counts}");
        }
        (None, None) => out.push_str("--- accepted\n"),
    }
    for finding in &answer.findings {
        let _ = writeln!(out, "{}: {}", finding.rule, finding.hint());
    }
    for advice in &answer.advice {
        let _ = writeln!(out, "advice {}: {} {}", advice.rule, advice.kind, advice.hint());
    }
    out.push('\n');
}

fn show_response(response: &Response, out: &mut String) {
    let status = response.status.map_or_else(String::new, |status| format!(" {status}"));
    let _ = writeln!(out, "=== {}{status}\n{}", response.name, shown(&response.body).trim_end());
    let answer = response.read();
    match answer.body() {
        Some(body) => {
            let _ = writeln!(
                out,
                "--- {}\n{body}",
                answer.status().map_or("no status".to_owned(), |s| s.to_string())
            );
        }
        None => out.push_str("--- not emitted\n"),
    }
    if let Some(expected) = answer.status_expected() {
        let _ = writeln!(out, "documented: {expected}");
    }
    let _ = writeln!(out, "{}\n", answer.log_record("2026-01-01T00:00:00Z", None));
}

/// Formats a body as text. Invalid bytes and control characters are escaped, and long text is truncated.
fn shown(body: &[u8]) -> String {
    const MAX_SHOWN: usize = 2000;
    let mut text = String::new();
    for chunk in body.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\n' => text.push(c),
                c if c.is_control() => text.extend(c.escape_default()),
                c => text.push(c),
            }
        }
        text += &chunk.invalid().escape_ascii().to_string();
    }
    match text.char_indices().nth(MAX_SHOWN) {
        Some((cut, _)) => format!("{}… ({} bytes)", &text[..cut], body.len()),
        None => text,
    }
}
