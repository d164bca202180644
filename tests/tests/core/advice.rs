//! Advice in general: none for good requests, given in addition to errors, located inside the text, and fast.
use coldsend_lint::{Checker, Finding, Operation, Request, UnknownOperation};
use coldsend_lint_tests::{RequestFixture, folder};
use proptest::prelude::*;
use std::ops::Range;

const UPDATE: &str = "PUT /campaigns/550e8400-e29b-41d4-a716-446655440000";

/// Returns the advice, and whether the request is accepted.
fn check(request: &str, body: &[u8]) -> Result<(Vec<Finding>, bool), UnknownOperation> {
    let request: Request = request.parse()?;
    let mut checker = Checker::new();
    let outcome = checker.check(&request, body);
    let advice = outcome.advice();
    for finding in &advice {
        let inside = |span: &Range<usize>| span.start <= span.end && span.end <= outcome.text().len();
        assert!(finding.span.as_ref().is_some_and(inside), "{finding:?}");
    }
    Ok((advice, outcome.is_accepted()))
}

fn update_with(subject: &str, text: &str) -> Vec<u8> {
    let variant = serde_json::json!({"subject_template": subject, "email_content": text});
    let update = serde_json::json!({"lead_mapping": {"email": "E-mail"}, "variants": [variant]});
    update.to_string().into_bytes()
}

#[test]
fn the_examples_give_no_advice() {
    for (name, request) in [
        ("campaign", "POST /campaigns"),
        ("update-campaign", UPDATE),
        ("smtp-account", "POST /sender-accounts/smtp"),
        ("lead", "POST /campaigns/550e8400-e29b-41d4-a716-446655440000/leads/manual"),
    ] {
        let body = std::fs::read(folder().join(format!("examples/{name}.json"))).unwrap();
        assert_eq!(check(request, &body).unwrap(), (Vec::new(), true), "{name}");
    }
}

#[test]
fn the_bodies_of_the_readme_give_no_advice() {
    let readme = std::fs::read_to_string(folder().join("../crates/coldsend-lint/README.md")).unwrap();
    let texts = readme.split("r#\"").skip(1).filter_map(|rest| rest.split("\"#").next());
    let bodies: Vec<&str> = texts.filter(|text| !text.contains("\"detail\"")).collect();
    assert!(!bodies.is_empty());
    for body in bodies {
        assert_eq!(check("POST /campaigns", body.as_bytes()).unwrap().0, Vec::new(), "{body}");
    }
}

#[test]
fn a_rejected_request_has_advice_too() {
    let http =
        RequestFixture::parse(b"POST /campaigns\n\n{\"name\": \"Hi\", \"sending_window_start\": \"9\"}")
            .unwrap();
    let answer = http.answer().unwrap();
    assert!(answer.refused.is_some() && answer.mentions("campaign-name") && answer.mentions("coerced-value"));
    // An invalid value is not said to be converted.
    let http = RequestFixture::parse(b"POST /campaigns\n\n{\"name\": 7, \"sending_days\": [\"8\"]}").unwrap();
    assert!(!http.answer().unwrap().mentions("coerced-value"));
}

#[test]
fn advice_hides_no_error_of_another_rule() {
    let body = br#"{"sending_window_start": "18", "sending_window_end": "9"}"#;
    let (advice, accepted) = check(UPDATE, body).unwrap();
    assert!(!accepted);
    assert_eq!(advice.len(), 2);
}

#[test]
fn a_secret_is_not_repeated() {
    let body = br#"{"smtp_password": 918273645, "imap_password": 918273645}"#;
    let (advice, _) = check("POST /sender-accounts/smtp", body).unwrap();
    assert_eq!(advice.len(), 2);
    assert!(advice.iter().all(|finding| !format!("{finding:?}{}", finding.kind).contains("918273645")));
}

#[test]
fn the_span_in_a_text_accounts_for_escapes() {
    let body = update_with("A word", "\"Hi\"\n\té {{firstname}}");
    let (advice, _) = check(UPDATE, &body).unwrap();
    let spelling = advice.iter().find(|finding| finding.rule == "placeholder-spelling").unwrap();
    assert_eq!(&body[spelling.span.clone().unwrap()], b"firstname");
}

#[test]
fn hostile_texts_do_not_hang() {
    for piece in [
        "{",
        "{%",
        "{{a}}",
        "{{emial}}",
        "{{a|",
        "}}",
        "{{|}}",
        "{{{%",
        "!",
        "${x}",
        "[[a]]",
        "%A_B%",
        "*|A|*",
        ": NaN.",
        "&#123;",
        "{a|b}",
        "<",
        "`",
        "%7B",
        "\\uff5b",
        "{\u{200b}",
        "#N/A ",
        "&",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        for body in [update_with("A word", &text), update_with(&text[..400], "Ten letters")] {
            let (advice, _) = check(UPDATE, &body).unwrap();
            assert!(advice.len() <= 100_000);
        }
    }
    let keys: Vec<String> = (0..150_000).map(|i| format!("\"daily_limit_{i}\":1")).collect();
    let body = format!("{{\"name\":\"Autumn campaign\",{}}}", keys.join(","));
    assert_eq!(check("POST /campaigns", body.as_bytes()).unwrap().0.len(), 100_000);
}

proptest! {
    #[test]
    fn any_template_gives_advice_inside_the_text(
        subject in "(\\{\\{|\\}\\}|\\{%|%\\}|\\||first_name|Emial|é|😀|\"|\\\\|\n| |!|A){0,40}",
        text in "(\\{\\{|\\}\\}|\\{%|%\\}|\\||firstname|dn_dat|é|😀|\"|\\\\|\n|-|assign|x){10,60}",
    ) {
        check(UPDATE, &update_with(&subject, &text)).unwrap();
    }

    #[test]
    fn any_bytes_give_advice_inside_the_text(body in proptest::collection::vec(any::<u8>(), 0..80)) {
        for operation in Operation::ALL {
            let request = Request::new(*operation);
            let mut checker = Checker::new();
            let outcome = checker.check(&request, &body);
            let length = outcome.text().len();
            prop_assert!(outcome.advice().iter().filter_map(|f| f.span.clone()).all(|span| span.end <= length));
        }
    }
}
