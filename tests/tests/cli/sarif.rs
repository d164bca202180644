//! `--format sarif`: a log that the standard's own schema accepts.
use crate::config;
use crate::program::{Run, cases, feed_in, file, repository, run};
use coldsend_lint::catalogue;
use serde_json::Value;
use std::sync::LazyLock;

/// The schema of the standard; see `schema/NOTICE.md`.
static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    // Two of its patterns end with an extra bracket. They are for languages, and our logs name none.
    let schema = include_str!("schema/sarif-schema-2.1.0.json").replace("]?$", "?$");
    let schema = serde_json::from_str(&schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
});

/// Returns the only run of a log, which must be valid.
fn log(shown: &Run) -> Value {
    let mut log: Value = serde_json::from_str(&shown.stdout).unwrap();
    let errors: Vec<_> = SCHEMA.iter_errors(&log).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", shown.stdout);
    assert_eq!(shown.stderr, "");
    log["runs"][0].take()
}

fn check(arguments: &[&str]) -> Run {
    run(&[&["check", "--format", "sarif"], arguments].concat())
}

#[test]
fn the_schema_rejects_an_invalid_log() {
    let mut log: Value = serde_json::from_str(&check(&["errors-and-advice.json"]).stdout).unwrap();
    assert!(SCHEMA.is_valid(&log));
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(!SCHEMA.is_valid(&log));
}

#[test]
fn every_case_is_a_valid_log() {
    let names = std::fs::read_dir(cases()).unwrap().map(|file| file.unwrap().file_name());
    let names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    let files: Vec<&str> = names.iter().map(String::as_str).filter(|name| name.ends_with(".json")).collect();
    let log = log(&check(&files));
    let rules = log["tool"]["driver"]["rules"].as_array().unwrap();
    let results = log["results"].as_array().unwrap();
    assert!(results.len() > 40 && rules.len() > 20);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(result["ruleId"], rule["id"]);
        assert_eq!(result["level"], rule["defaultConfiguration"]["level"]);
    }
    for rule in rules {
        let known = catalogue::rule(rule["id"].as_str().unwrap()).unwrap();
        assert_eq!(rule["shortDescription"]["text"], known.about);
        let help = rule["help"]["markdown"].as_str().unwrap();
        assert!(help.starts_with(&format!("# {}\n", known.id)) && !help.contains("<!--"), "{help}");
        assert!(known.docs().contains(help.lines().next_back().unwrap()), "{help}");
        match known.page.site {
            Some(_) => assert_eq!(rule["helpUri"], known.page.link()),
            None => assert_eq!(rule["helpUri"], Value::Null),
        }
    }
}

#[test]
fn a_result_has_a_rule_a_level_and_a_location() {
    let files = ["errors-and-advice.json", "page-distribution.json"];
    let folder = repository("sarif-results", &files);
    let log = log(&config::check(&folder, &["--format", "sarif", "./errors-and-advice.json", files[1]]));
    let root = &log["originalUriBaseIds"]["%SRCROOT%"];
    assert_eq!(root["description"]["text"], "The root of the repository");
    assert_eq!(log["tool"]["driver"]["informationUri"], "https://docs.coldsend.pro/reference/errors");
    assert_eq!(log["columnKind"], "unicodeCodePoints");
    assert_eq!(log["tool"]["driver"]["name"], "coldsend-lint");
    let results = log["results"].as_array().unwrap();
    let place = |file: &str, region: [u32; 4]| {
        let [start_line, start_column, end_line, end_column] = region;
        serde_json::json!({"physicalLocation": {
            "artifactLocation": {"uri": format!("requests/{file}"), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": start_line, "startColumn": start_column,
                "endLine": end_line, "endColumn": end_column,
            },
        }})
    };
    assert_eq!(results.len(), 4);
    assert_eq!(
        results[2],
        serde_json::json!({
            "ruleId": "lead-title", "ruleIndex": 2, "level": "warning",
            "message": {"text": "str type expected. Write it as text"},
            "locations": [place("errors-and-advice.json", [3, 12, 3, 14])],
        })
    );
    assert_eq!(
        (&results[0]["ruleId"], &results[0]["level"]),
        (&"lead-custom-fields".into(), &"error".into())
    );
    // A finding about several values refers to all of them.
    assert_eq!(results[3]["locations"], serde_json::json!([place("page-distribution.json", [7, 31, 7, 33])]));
    assert!(!results[3]["relatedLocations"].as_array().unwrap().is_empty());
    // Columns count characters, also in a region of several lines.
    std::fs::write(folder.join("é %:.json"), "{\"é😀\": 1, \"name\": [\n]}").unwrap();
    let arguments = ["--format", "sarif", "--as", "create_campaign", "../requests/é %:.json"];
    let log = self::log(&config::check(&folder, &arguments));
    let place = &log["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(
        place["region"],
        serde_json::json!({"startLine": 1, "startColumn": 19, "endLine": 2, "endColumn": 2})
    );
    let uri = "requests/%C3%A9%20%25%3A.json";
    assert_eq!(place["artifactLocation"], serde_json::json!({"uri": uri, "uriBaseId": "%SRCROOT%"}));
}

#[test]
fn a_file_outside_the_repository_has_an_absolute_uri() {
    let folder = repository("sarif-outside", &[]);
    let log = log(&config::check(&folder, &["--format", "sarif", "../../sarif-elsewhere/x y.json"]));
    let notes = &log["invocations"][0]["toolExecutionNotifications"];
    let place = notes[0]["locations"][0]["physicalLocation"]["artifactLocation"].as_object().unwrap();
    let uri = place["uri"].as_str().unwrap();
    assert!(uri.starts_with("file:///") && uri.ends_with("/sarif-elsewhere/x%20y.json"), "{uri}");
    assert!(!uri.contains("/../") && !place.contains_key("uriBaseId"), "{place:?}");
}

#[test]
fn files_that_cannot_be_checked_are_reported() {
    let shown = check(&["nowhere.json", "accepted.json", "ambiguous.json"]);
    let log = log(&shown);
    assert_eq!((log["results"].as_array().unwrap().len(), shown.status), (0, Some(2)));
    let invocation = &log["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let shown = invocation["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!((shown.len(), &shown[0]["message"]["text"]), (2, &"no such file".into()));
    let shown = check(&["accepted.json"]);
    assert_eq!(self::log(&shown)["invocations"][0]["executionSuccessful"], true);
    assert_eq!(shown.status, Some(0));
}

#[test]
fn levels_are_respected() {
    let results = |arguments: &[&str]| {
        let results = log(&check(&[arguments, &["accepted-with-advice.json"]].concat()))["results"].take();
        let results = results.as_array().unwrap().iter();
        results.map(|result| result["level"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(results(&[]), ["warning"]);
    assert_eq!(results(&["--deny", "lead-title"]), ["error"]);
    assert!(results(&["--allow", "lead-title"]).is_empty());
    assert!(results(&["--advice", "off"]).is_empty());
}

#[test]
fn findings_outside_the_file_have_no_region() {
    let folder = repository("sarif-query", &[]);
    let location = |operation: &str, query: &str| {
        let arguments = ["check", "--format", "sarif", "--as", operation, "--stdin-filename", "q.txt", "-"];
        let mut log = log(&feed_in(&folder, &arguments, query.as_bytes()));
        log["results"][0]["locations"][0]["physicalLocation"].take()
    };
    let file = serde_json::json!({"uri": "requests/q.txt", "uriBaseId": "%SRCROOT%"});
    let whole = serde_json::json!({"artifactLocation": file});
    assert_eq!(location("GET /campaigns/x", ""), whole);
    assert_eq!(location("GET /campaigns?page=0", "page=1"), whole);
    assert_eq!(location("GET /campaigns", "page=0")["region"]["startColumn"], 6);
    assert_eq!(location("GET /campaigns", "?page=0")["region"]["startColumn"], 7);
}

#[test]
fn far_too_many_errors_are_counted() {
    let name = file("sarif-errors.json", format!("{{\"inbox_ids\": [{}1]}}", "1,\n".repeat(999_999)));
    let shown = check(&["--as", "update_campaign", &name]).stdout;
    let log: Value = serde_json::from_str(&shown).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), 100_000);
    let shown = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert_eq!(shown, "900000 more errors are omitted");
}
