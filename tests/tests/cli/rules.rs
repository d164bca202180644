//! `rules`: the catalog.
use crate::program::run;
use coldsend_lint::{AnswerKind, catalogue};
use serde_json::Value;

#[test]
fn every_rule_is_listed_in_every_format() {
    let human = run(&["rules"]).stdout;
    let markdown = run(&["rules", "--format", "markdown"]).stdout;
    let json: Vec<Value> = serde_json::from_str(&run(&["rules", "--format", "json"]).stdout).unwrap();
    let rules = catalogue::rules();
    assert_eq!((human.lines().count(), markdown.lines().count()), (rules.len(), rules.len() + 2));
    assert_eq!(json.len(), rules.len());
    for ((rule, data), line) in rules.iter().zip(&json).zip(human.lines()) {
        assert_eq!(data["id"], rule.id);
        assert!(line.starts_with(rule.id) && line.ends_with(rule.about), "{line}");
        assert!(markdown.contains(&format!("| `{}` | {} |", rule.id, rule.about)), "{}", rule.id);
    }
}

#[test]
fn a_rule_has_a_page() {
    let markdown = run(&["rules", "campaign-name", "--format", "markdown"]).stdout;
    assert_eq!(markdown, catalogue::rule("campaign-name").unwrap().docs());
    let human = run(&["rules", "campaign-name"]).stdout;
    assert!(human.starts_with("# campaign-name\n\n") && !human.contains("<!--"), "{human}");
}

#[test]
fn a_rule_is_data() {
    let shown = run(&["rules", "distribution-sum", "--format", "json"]);
    assert_eq!(
        shown.stdout,
        concat!(
            r#"{"id":"distribution-sum","#,
            r#""summary":"The percentages of a list of variants must add up to exactly 100; an omitted one counts as 100.","#,
            r#""subject":"across","object":"variant","fields":["distribution_percent"],"operations":["update_campaign"],"#,
            r#""rejects":true,"limit":"printed","wording":"printed","page":"https://docs.coldsend.pro/reference/errors","#,
            r#""since":"0.1.0","constraints":[{"at":"","msg":"Variant distributions must sum to 100%, got 90%","#,
            r#""type":"value_error","rejects":true,"limit":"printed","wording":"printed"}],"#,
            r#""answer":{"statuses":[],"status_expected":400,"retry":"after_fix","#,
            r#""cause":"The percentages of a list of variants do not add up to 100.","#,
            r#""fix":"Set the `distribution_percent` of each variant so that they add up to exactly 100."}}"#,
            "\n"
        )
    );
    assert_eq!(shown.status, Some(0));
}

#[test]
fn an_answer_is_listed_with_the_rules() {
    let shown = run(&["rules", "inbox-in-use", "--format", "json"]);
    assert_eq!(
        shown.stdout,
        concat!(
            r#"{"id":"inbox-in-use","summary":"The inbox is assigned to a campaign.","subject":"answer","#,
            r#""object":null,"fields":[],"operations":[],"rejects":null,"limit":"printed","wording":"printed","#,
            r#""page":"https://docs.coldsend.pro/reference/errors","since":"0.1.0","constraints":[],"#,
            r#""answer":{"statuses":[400],"status_expected":null,"retry":"after_fix","cause":"The inbox is assigned to a campaign.","#,
            r#""fix":"Remove the inbox from all campaigns, then try again."}}"#,
            "\n"
        )
    );
    let page = run(&["rules", "inbox-in-use"]).stdout;
    assert!(page.contains("| retry | after the fix |"), "{page}");
    // Every id that `explain` prints is accepted.
    for info in AnswerKind::ALL {
        assert_eq!(run(&["rules", info.id]).status, Some(0), "{}", info.id);
    }
    for option in ["--allow", "--deny"] {
        let shown = run(&["check", option, "inbox-in-use", "x.json"]);
        assert!(shown.stderr.contains("unknown rule `inbox-in-use`"), "{}", shown.stderr);
        assert_eq!(shown.status, Some(2));
    }
}

#[test]
fn an_unknown_rule_gets_a_suggestion() {
    let shown = run(&["rules", "campagn-nam"]);
    assert_eq!(shown.stderr, "error: unknown rule `campagn-nam`; did you mean `campaign-name`?\n");
    assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)));
    let shown = run(&["rules", "NOPE"]);
    assert_eq!(shown.stderr, "error: unknown rule `NOPE`; `coldsend-lint rules` lists all rules\n");
    assert_eq!(shown.status, Some(2));
    // An unknown id may contain anything.
    let shown = run(&["rules", "--color", "always", "a\x1b[8mb"]);
    assert!(!shown.stderr.contains("\x1b[8m"), "{}", shown.stderr);
}
