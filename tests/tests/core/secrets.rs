//! No text that the core gives to people or logs shows a planted secret.
use coldsend_lint::answers::{Answer, redact_text};
use coldsend_lint::{Checker, ErrorKind, Finding, Operation, Rejection, Situation};
use coldsend_lint_tests::{SECRET, SPELLINGS, folder, planted, planted_answers};
use std::collections::BTreeSet;

/// Returns a text as it may be shown.
fn shown(text: &[u8], outcome: &coldsend_lint::Outcome<'_>) -> String {
    let (mut out, mut from) = (Vec::new(), 0);
    for hidden in outcome.hidden() {
        assert!(from <= hidden.range.start && hidden.range.start < hidden.range.end);
        out.extend_from_slice(&text[from..hidden.range.start]);
        out.extend_from_slice(hidden.to_string().as_bytes());
        from = hidden.range.end;
    }
    out.extend_from_slice(&text[from..]);
    String::from_utf8(out).unwrap()
}

#[test]
fn requests_show_no_planted_secret() {
    let (mut requests, mut texts, mut rules) = (0, 0, BTreeSet::new());
    for operation in Operation::ALL {
        for request in planted(*operation) {
            requests += 1;
            assert!(request.text.contains(SECRET));
            let mut checker = Checker::new();
            let outcome = checker.check(*operation, request.text.as_str());
            let errors = outcome.rejection.as_ref().map(Rejection::findings).unwrap_or_default();
            let is_malformed =
                matches!(errors, [error] if matches!(error.kind, ErrorKind::JsonInvalid { .. }));
            let advice = outcome.advice();
            let mut faces = vec![format!("{outcome:?} {:?} {advice:?} {errors:?}", outcome.rejection)];
            if !is_malformed {
                faces.push(shown(outcome.text(), &outcome));
            }
            for finding in errors.iter().chain(&advice) {
                rules.insert(finding.rule);
                faces.push(format!("{} {}", finding.kind, finding.hint()));
            }
            if !request.in_key {
                let body = |rejection: &Rejection| rejection.to_string();
                faces.extend(outcome.rejection.as_ref().map(body));
                faces.extend(errors.iter().chain(&advice).map(Finding::to_string));
            }
            let preflight = format!(
                "{:?}",
                Checker::new().preflight(
                    &(*operation).into(),
                    request.text.as_bytes(),
                    &Situation::default()
                )
            );
            for face in faces.iter().chain([&preflight]) {
                texts += 1;
                assert!(!face.contains(SECRET), "{operation}: {} shows {face}", request.text);
            }
        }
    }
    assert_eq!(SPELLINGS.iter().collect::<BTreeSet<_>>().len(), 60);
    assert!(requests > 2_500 && texts > 20_000 && rules.len() > 60, "{requests} {texts} {}", rules.len());
}

/// Names of secrets in many languages and spellings, and texts with a secret, `{}`, as people write them.
fn listed(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(folder().join("secrets").join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn texts_and_maps_show_no_planted_secret() {
    let quote = |text: &str| serde_json::to_string(text).unwrap();
    let filled = |form: &str| quote(&form.replace("{}", SECRET));
    let mut bodies: Vec<String> = Vec::new();
    for name in listed("names.json") {
        let (key, secret) = (quote(&name), quote(SECRET));
        for form in ["{name}: {}", "{name}={}", "x&{name}={}&y=z", "{name} = {}\nx: y", "\"{name}\": \"{}\""]
        {
            bodies
                .push(format!(r#"{{"email": 5, "first_name": {}}}"#, filled(&form.replace("{name}", &name))));
        }
        for map in [
            format!("{{{key}: {secret}}}"),
            format!(r#"{{"label": {key}, "text": {secret}}}"#),
            format!(r#"{{"Name": {key}, "Value": {secret}}}"#),
            format!(r#"{{"a": [{key}, {secret}], "b": {{"c": {secret}}}}}"#),
            format!("[[{key}, {secret}]]"),
        ] {
            bodies.push(format!(r#"{{"email": 5, "custom_fields": {map}}}"#));
        }
        bodies.push(format!(r#"{{"email": 5, {key}: {secret}}}"#));
    }
    for form in listed("forms.json") {
        bodies.push(format!(r#"{{"email": 5, "company": {}}}"#, filled(&form)));
        bodies.push(format!(r#"{{"email": 5, "custom_fields": {{"title": {}}}}}"#, filled(&form)));
    }
    for body in &bodies {
        assert!(body.contains(SECRET));
        let mut checker = Checker::new();
        let outcome = checker.check(Operation::AddLead, body.as_str());
        let advice = outcome.advice();
        let texts = advice.iter().map(|finding| format!("{} {}", finding.kind, finding.hint()));
        let faces =
            [shown(outcome.text(), &outcome), format!("{outcome:?} {advice:?} {:?}", outcome.rejection)];
        for face in texts.chain(faces) {
            assert!(!face.contains(SECRET), "{body} shows {face}");
        }
    }
    assert!(bodies.len() > 2_400, "{}", bodies.len());
}

#[test]
fn answers_show_no_planted_secret() {
    let mut texts = 0;
    for body in planted_answers() {
        for status in [None, Some(200), Some(422), Some(500)] {
            let answer = Answer::parse(status, &body);
            let mut faces =
                vec![format!("{answer} {answer:?} {:?} {}", answer.kind(), answer.log_record("now", None))];
            faces.extend(answer.detail().map(str::to_owned));
            faces.extend(answer.received_shape());
            faces.extend(answer.message());
            faces.push(redact_text(&body).into_owned());
            if let coldsend_lint::AnswerKind::Validation(items) = answer.kind() {
                faces.extend(items.iter().map(|item| item.redacted_msg().into_owned()));
            }
            for face in faces {
                texts += 1;
                assert!(!face.contains(SECRET), "{body} shows {face}");
            }
        }
    }
    assert!(texts > 6_000, "{texts}");
}

#[test]
fn advice_repeats_no_value_of_a_map() {
    let body = r#"{"lead_mapping": {"password": 7777777, "email": 7777777}, "name": 77777777}"#;
    let mut checker = Checker::new();
    let advice = checker.check(Operation::UpdateCampaign, body).advice();
    let messages: Vec<String> = advice.iter().map(|advice| advice.kind.to_string()).collect();
    let text = "the API reads this value as text".to_owned();
    assert_eq!(messages, [text.clone(), text, "the API reads this value as \"77777777\"".to_owned()]);
}
