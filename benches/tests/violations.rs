//! Checks what each row finds, because a benchmark that skips work must not look fast.
use coldsend_lint_benches::corpus;
use coldsend_lint_benches::rows::{Group, rows};

#[test]
fn the_corpus_is_as_described() {
    let bodies = corpus::bodies();
    let sizes: usize = bodies.iter().map(|body| body.text.len()).sum();
    let invalid = bodies.iter().filter(|body| body.violations > 0).count();
    assert_eq!((bodies.len(), invalid), (200, 40));
    assert!((1_200..2_200).contains(&(sizes / 200)), "{}", sizes / 200);
}

#[test]
fn each_row_finds_its_violations() {
    let found: Vec<_> = rows().iter_mut().map(|row| (row.group, row.name, row.violations())).collect();
    let of = |group, name| found.iter().find(|row| row.0 == group && row.1 == name).map(|row| row.2);
    let all = corpus::bodies().iter().map(|body| body.violations).sum::<usize>();
    for name in ["coldsend-lint, verdict", "coldsend-lint, verdict and advice", "coldsend-lint, from_json"] {
        assert_eq!(of(Group::Bodies, name), Some(all));
    }
    assert_eq!(of(Group::Invalid, "coldsend-lint, answer"), Some(all));
    // The peers find fewer: an error of serde hides the rest, and a schema cannot check sums.
    assert_eq!(of(Group::Bodies, "serde_json, garde by derive"), Some(60));
    assert_eq!(of(Group::Bodies, "serde_json, validator by derive"), Some(58));
    assert_eq!(of(Group::Bodies, "serde_json, jsonschema"), Some(90));
    assert_eq!(of(Group::Bodies, "serde_json, derive"), Some(22));
    // Rows are invalid because of their address or because they are ragged.
    let of_list = |name| of(Group::List, name).unwrap_or_default();
    let (invalid, ragged) = (of_list("coldsend-lint, leads"), of_list("csv, ByteRecord"));
    assert!(invalid > ragged && invalid <= ragged + of_list("csv, email_address") && ragged > 0);
    assert_eq!(of(Group::Leads, "email_address"), of(Group::Leads, "coldsend-lint, add_lead with advice"));
}
