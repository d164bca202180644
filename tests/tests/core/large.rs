//! Rules that only a request too large for a fixture can violate, on both sides of their bound.
use coldsend_lint::{Checker, ErrorKind, Operation, Outcome, Request};

const MAX_BYTES: usize = 10 * 1024 * 1024;

/// Returns a reply with attachments that decode to these numbers of bytes.
fn reply(attachments: &[usize]) -> String {
    let attachment = |(i, bytes): (usize, &usize)| {
        let rest = ["", "QQ==", "QUE="][bytes % 3];
        format!(
            r#"{{"filename": "photo-{i}.jpg", "content_base64": "{}{rest}", "content_type": "image/jpeg"}}"#,
            "QUFB".repeat(bytes / 3)
        )
    };
    let attachments: Vec<String> = attachments.iter().enumerate().map(attachment).collect();
    format!(r#"{{"body": "Here are the photos.", "attachments": [{}]}}"#, attachments.join(", "))
}

fn check<'c>(checker: &'c mut Checker, body: &'c str) -> Outcome<'c> {
    checker.check(Request::new(Operation::SendReply), body.as_bytes())
}

const TOO_LARGE: &str = r#"{"detail":[{"loc":["body","attachments"],"msg":"attachments must be at most 10 MB in total","type":"value_error"}]}"#;

#[test]
fn attachments_may_have_ten_mebibytes_together() {
    let mut checker = Checker::new();
    let others = [1, 2, 3, 0];
    let most = MAX_BYTES - others.iter().sum::<usize>();
    for (last, accepted) in [(most, true), (most + 1, false), (most + 2, false), (most + 3, false)] {
        let [a, b, c, d] = others;
        for attachments in [&[a, b, c, d, last][..], &[last, a, b, c]] {
            let body = reply(attachments);
            let outcome = check(&mut checker, &body);
            let Some(rejection) = outcome.rejection.as_ref() else {
                assert!(accepted, "{attachments:?} passes");
                continue;
            };
            assert!(!accepted, "{attachments:?}: {}", rejection.body());
            assert_eq!((rejection.status(), rejection.body().to_string()), (422, TOO_LARGE.to_owned()));
            let rules: Vec<&str> = rejection.findings().iter().map(|finding| finding.rule).collect();
            assert_eq!(rules, ["attachments-size"]);
            assert!(matches!(rejection.findings()[0].kind, ErrorKind::ValueError { .. }));
        }
    }
}

#[test]
fn one_attachment_may_have_ten_mebibytes() {
    let mut checker = Checker::new();
    assert!(check(&mut checker, &reply(&[MAX_BYTES])).is_accepted());
    assert!(!check(&mut checker, &reply(&[MAX_BYTES + 1])).is_accepted());
}

/// The page says 10 MB, which may also mean ten million bytes. The larger number is the bound.
#[test]
fn more_than_ten_million_bytes_pass() {
    let mut checker = Checker::new();
    assert!(check(&mut checker, &reply(&[5_000_000, 5_000_001])).is_accepted());
}

/// Only the wrong length of the list is reported.
#[test]
fn too_many_attachments_are_not_weighed() {
    let mut checker = Checker::new();
    let body = reply(&[MAX_BYTES, 1, 1, 1, 1, 1]);
    let rejection = check(&mut checker, &body).rejection.unwrap();
    let rules: Vec<&str> = rejection.findings().iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["reply-attachments"]);
}

/// An attachment that cannot be decoded has no size. The sizes of the others are added up without it.
#[test]
fn attachments_that_are_not_base64_weigh_nothing() {
    let mut checker = Checker::new();
    let body = reply(&[1, MAX_BYTES]).replacen("QQ==", "Q", 1);
    let rejection = check(&mut checker, &body).rejection.unwrap();
    let rules: Vec<&str> = rejection.findings().iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["attachment-base64"]);
}
