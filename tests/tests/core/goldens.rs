//! Requests with the real server's answers. Ours are the same, byte for byte, except for rules that the server's models
//! do not include. `cargo xtask oracle --goldens` writes the answers.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use coldsend_lint::catalogue;
use coldsend_lint::shape::{FieldType, Shape};
use coldsend_lint::{Checker, Detail, ErrorBody, ErrorKind, Finding, Request, Wording};
use coldsend_lint_tests::folder;
use serde_json::Value;

fn goldens(name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(folder().join("goldens").join(name)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Returns whether a message is the server's own and not our choice.
fn of_server(finding: &&Finding) -> bool {
    match &finding.kind {
        // The models use Pydantic's messages for choices, although the API may have its own.
        ErrorKind::ServerError | ErrorKind::Enum { .. } => true,
        ErrorKind::DistributionSum { .. } => false,
        _ => catalogue::wording(finding) != Wording::Chosen,
    }
}

fn check(golden: &Value) {
    let request: Request = golden["operation"].as_str().unwrap().parse().unwrap();
    let sent = match golden["body_base64"].as_str() {
        Some(text) => STANDARD.decode(text).unwrap(),
        None => golden["body"].as_str().unwrap().as_bytes().to_vec(),
    };
    let mut checker = Checker::new();
    let outcome = checker.check(&request, &sent);
    let findings = outcome.rejection.as_ref().map(|rejection| rejection.findings()).unwrap_or_default();
    let of_server: Vec<&Finding> = findings.iter().filter(of_server).collect();
    let (status, answer) = match (&outcome.rejection, &of_server[..]) {
        (None, _) | (_, []) => (200, String::new()),
        (Some(rejection), of_server) => {
            let detail = match rejection.body().detail {
                Detail::Items(_) => Detail::Items(of_server.iter().map(|finding| finding.item()).collect()),
                message => message,
            };
            (rejection.status(), ErrorBody { detail }.with_ctx().to_string())
        }
    };
    assert_eq!(
        (Value::from(status), Value::from(answer)),
        (golden["status"].clone(), golden["answer"].clone()),
        "{golden}"
    );
    let understood = outcome.coerced();
    // Numbers that serde_json cannot hold are compared with the server itself, by `cargo xtask oracle`.
    if let (Some(ours), Some(theirs)) = (&understood, golden["understood"].as_str())
        && let (Ok(mut ours), Ok(theirs)) =
            (serde_json::from_str::<Value>(ours), serde_json::from_str::<Value>(theirs))
    {
        if let Some(shape) = request.operation().shape() {
            forget(&mut ours, shape);
        }
        assert_eq!(ours, theirs, "{golden}");
    }
}

/// Removes the fields that the server's models do not have.
fn forget(value: &mut Value, shape: &Shape) {
    let Value::Object(members) = value else { return };
    members.retain(|name, _| shape.field(name).is_none_or(|field| field.evidence.rejects()));
    for (name, value) in members {
        match (shape.field(name).map(|field| &field.field_type), value) {
            (Some(FieldType::Object(inner)), value) => forget(value, inner),
            (Some(FieldType::List { of: FieldType::Object(inner), .. }), Value::Array(items)) => {
                items.iter_mut().for_each(|item| forget(item, inner));
            }
            _ => {}
        }
    }
}

#[test]
fn goldens_from_the_seed() {
    let goldens = goldens("bodies.ndjson");
    goldens.iter().for_each(check);
    assert!(goldens.len() > 500);
}

#[test]
fn found_and_handwritten_goldens() {
    let goldens = goldens("found.ndjson");
    goldens.iter().for_each(check);
    assert!(goldens.len() > 300);
}
