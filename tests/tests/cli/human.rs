//! Output for people: a snapshot of each case, with both streams and the exit status.
use crate::program::{cases, run};
use std::collections::BTreeSet;
use std::path::Path;

/// The files in `cases`, and how each is checked.
const CASES: &[(&str, &[&str])] = &[
    ("accepted", &[]),
    ("accepted-with-advice", &[]),
    ("advice-denied", &["--advice", "deny"]),
    ("ambiguous", &[]),
    ("byte-order-mark", &["--as", "create_campaign"]),
    ("empty", &[]),
    ("errors-and-advice", &[]),
    ("invalid-utf8", &[]),
    ("long-line", &["--as", "POST /campaigns"]),
    ("malformed", &[]),
    ("malformed-in-string", &[]),
    ("missing-field", &["--as", "create_campaign"]),
    ("nested", &[]),
    ("page-constraint", &[]),
    ("page-distribution", &[]),
    ("page-email", &["--as", "create_smtp_account"]),
    ("path", &["--as", "PUT https://api.coldsend.pro/api/public/v1/campaigns/42"]),
    ("path-only", &["--as", "GET /campaigns/x"]),
    ("query", &["--as", "GET /campaigns"]),
    ("query-of-operation", &["--as", "GET /replies/threads/7/messages?page=0"]),
    ("query-with-advice", &["--as", "get_campaign_timeline"]),
    ("secrets", &[]),
    ("sum-in-one-line", &[]),
    ("unsafe-characters", &["--as", "update_campaign"]),
    ("utf16", &["--as", "create_campaign"]),
    ("wide-characters", &["--as", "create_campaign"]),
    ("with-ctx", &["--ctx"]),
];

#[test]
fn each_case_matches_its_snapshot() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, options) in CASES {
        let file = case(name);
        let arguments: Vec<&str> = [&["check"], *options, &[&file]].concat();
        let shown = run(&arguments);
        let status = shown.status.unwrap();
        let command: Vec<_> = arguments
            .iter()
            .map(|a| if a.contains(' ') { format!("\"{a}\"") } else { (*a).to_owned() })
            .collect();
        let snapshot = format!(
            "$ coldsend-lint {}\n{}--- stderr\n{}--- exit {status}",
            command.join(" "),
            shown.stdout,
            shown.stderr
        );
        settings.bind(|| insta::assert_snapshot!(*name, snapshot));
        for line in snapshot.lines().filter(|line| line.contains(" | ")) {
            assert!(line.chars().count() <= 120 + 4, "{name}: {line}");
        }
        assert!(!snapshot.contains(|c: char| c.is_control() && c != '\n'), "{name}");
    }
}

/// Returns the file of a case: JSON if there is one, otherwise text.
fn case(name: &str) -> String {
    let json = format!("{name}.json");
    if cases().join(&json).exists() { json } else { format!("{name}.txt") }
}

#[test]
fn every_case_has_a_file_and_a_snapshot_and_every_file_a_case() {
    let names = |folder: &Path| -> BTreeSet<String> {
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
    };
    let expected: BTreeSet<String> = CASES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names(&cases()), expected);
    assert_eq!(names(&cases().with_file_name("snapshots")), expected);
}

#[test]
fn the_answer_is_laid_out_as_the_documentation_prints_it() {
    let shown = run(&["check", "page-constraint.json"]).stdout;
    let block = r#"{
  "detail": [
    {
      "loc": ["body", "daily_limit_per_inbox"],
      "msg": "ensure this value is less than or equal to 100",
      "type": "value_error.number.not_le"
    }
  ]
}
"#;
    assert!(shown.contains(&format!("\n422 Unprocessable Entity\n{block}")), "{shown}");
    let shown = run(&["check", "page-distribution.json"]).stdout;
    let block = "{\n  \"detail\": \"Variant distributions must sum to 100%, got 90%\"\n}\n";
    assert!(shown.contains(&format!("\n400 Bad Request\n{block}")), "{shown}");
}

#[test]
fn several_files_are_summed_up() {
    let shown = run(&["check", "accepted.json", "page-constraint.json", "malformed.json"]);
    assert!(shown.stdout.ends_with("\n3 files: 1 accepted, 2 rejected (2 errors)\n"), "{}", shown.stdout);
    assert_eq!(shown.status, Some(1));
    let shown = run(&["check", "accepted.json", "ambiguous.json", "accepted-with-advice.json"]);
    assert!(shown.stdout.ends_with("\n3 files: 2 accepted, 1 not checked, 1 warning\n"), "{}", shown.stdout);
    assert_eq!(shown.status, Some(2));
}

#[test]
fn quiet_prints_only_what_fails() {
    let shown = run(&["check", "--quiet", "accepted.json", "accepted-with-advice.json"]);
    assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(0)));
    let shown = run(&["check", "--quiet", "accepted.json", "page-constraint.json"]);
    assert!(shown.stdout.starts_with("page-constraint.json: "), "{}", shown.stdout);
    assert!(!shown.stdout.contains("accepted.json"), "{}", shown.stdout);
    let shown = run(&["check", "--quiet", "--advice", "deny", "accepted-with-advice.json"]);
    assert!(shown.stdout.contains("denied["), "{}", shown.stdout);
}

#[test]
fn advice_can_be_turned_off() {
    let shown = run(&["check", "--advice", "off", "accepted-with-advice.json"]);
    assert!(!shown.stdout.contains("warning"), "{}", shown.stdout);
    assert_eq!(shown.status, Some(0));
}
