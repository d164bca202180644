//! `schema`: an operation as JSON Schema.
use crate::program::run;
use coldsend_lint::Operation;

#[test]
fn the_schema_is_printed() {
    let schema = Operation::AddLead.json_schema().unwrap();
    for operation in ["add_lead", "POST /campaigns/{campaign_id}/leads/manual"] {
        let run = run(&["schema", operation]);
        assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), (schema.as_str(), "", Some(0)));
    }
}

#[test]
fn a_missing_schema_is_an_error() {
    let misspelled = run(&["schema", "add_leads"]).stderr;
    assert!(misspelled.contains("did you mean add_lead ("), "{misspelled}");
    let unknown = run(&["schema", "nope"]);
    assert_eq!((unknown.stdout.as_str(), unknown.status), ("", Some(2)));
    for operation in Operation::ALL {
        assert!(unknown.stderr.contains(operation.id()), "{}", unknown.stderr);
    }
    let none = run(&["schema", "get_campaign"]);
    let shown = "error: get_campaign has neither a body nor a query string, so it has no schema\n";
    assert_eq!((none.stdout.as_str(), none.stderr.as_str(), none.status), ("", shown, Some(2)));
}
