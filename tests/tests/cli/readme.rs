//! Checks the README, the pages of `docs`, and the examples that they name.
use crate::program::{feed, file, finish, program};
use serde_json::{Value, json};
use std::path::Path;

/// Returns what `check` prints about a file, run in the root, and the exit status.
fn check(file: &str) -> (String, Option<i32>) {
    let mut command = program(&["check", file]);
    command.current_dir(root());
    let run = finish(command);
    (run.stdout, run.status)
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn page(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = page("README.md");
    for (file, status) in [("campaign.json", 0), ("broken/name-too-short.json", 1)] {
        let shown = check(&format!("tests/examples/{file}"));
        assert!(readme.contains(&format!("```\n{}```", shown.0)), "{}", shown.0);
        assert_eq!(shown.1, Some(status));
    }
}

#[test]
fn the_page_shows_what_explain_prints() {
    let page = page("docs/command-line.md");
    let mut command = program(&["explain", "tests/examples/answers/limit-101.txt"]);
    command.current_dir(root());
    let shown = finish(command).stdout;
    assert!(!shown.is_empty() && page.contains(&format!("```\n{shown}```")), "{shown}");
    let (_, block) = page.split_once("prints the same as JSON:").unwrap();
    let (_, block) = block.split_once("```json\n").unwrap();
    let printed: Value = serde_json::from_str(block.split_once("```").unwrap().0).unwrap();
    let answer = json!({ "detail": printed["detail"] }).to_string();
    let shown = feed(&["explain", "--format", "json", "-"], answer.as_bytes()).stdout;
    assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), printed);
}

#[test]
fn the_page_shows_what_is_printed_in_a_situation() {
    let page = page("docs/command-line.md");
    let (_, command) = page.split_once("`cargo run -- check --as '").unwrap();
    let (operation, rest) = command.split_once("' ").unwrap();
    let (rest, _) = rest.split_once('`').unwrap();
    let arguments: Vec<&str> = ["check", "--as", operation].into_iter().chain(rest.split(' ')).collect();
    let mut command = program(&arguments);
    command.current_dir(root());
    let shown = finish(command);
    assert!(page.contains(&format!("```\n{}```", shown.stdout)), "{}", shown.stdout);
    assert_eq!(shown.status, Some(1));
    let situation = std::fs::read_to_string(root().join("tests/examples/situation.json")).unwrap();
    assert!(page.contains(&format!("```json\n{situation}```")), "{situation}");
}

#[test]
fn the_page_about_secrets_shows_what_is_printed() {
    let page = page("docs/secrets.md");
    let block = |start: &str| page.split_once(start).unwrap().1.split_once("\n```").unwrap().0.to_owned();
    let (body, line) = (block("```json\n"), block("```\n1 | "));
    let shown = feed(&["check", "--as", "create_campaign", "-"], body.as_bytes()).stdout;
    assert!(shown.contains(&format!("\n1 | {line}\n")), "{shown}");
}

#[test]
fn the_configuration_of_the_page_works() {
    let page = page("docs/ci.md");
    let (_, config) = page.split_once("```toml\n").unwrap();
    let (config, _) = config.split_once("```").unwrap();
    let config = file("readme.toml", config);
    for (name, operation) in [("campaigns/a.json", "create_campaign"), ("updates/a.json", "update_campaign")]
    {
        let name = Path::new(&config).with_file_name(name);
        let name = name.to_str().unwrap();
        let shown = feed(
            &["check", "--format", "json", "--config", &config, "--stdin-filename", name, "-"],
            br#"{"name": "Autumn campaign"}"#,
        );
        assert!(shown.stdout.contains(&format!(r#""operation":"{operation}""#)), "{shown:?}");
        assert_eq!(shown.status, Some(0));
    }
}

#[test]
fn the_broken_examples_print_the_blocks_of_the_errors_page() {
    let item = |loc: &str, msg: &str, code: &str| {
        format!(
            "{{\n  \"detail\": [\n    {{\n      \"loc\": [\"body\", \"{loc}\"],\n      \"msg\": \"{msg}\",\n      \"type\": \"{code}\"\n    }}\n  ]\n}}\n"
        )
    };
    let blocks = [
        (
            "name-too-short",
            item("name", "ensure this value has at least 8 characters", "value_error.any_str.min_length"),
        ),
        (
            "limit-101",
            item(
                "daily_limit_per_inbox",
                "ensure this value is less than or equal to 100",
                "value_error.number.not_le",
            ),
        ),
        ("missing-field", item("name", "field required", "value_error.missing")),
        ("bad-address", item("email_address", "value is not a valid email address", "value_error.email")),
        ("sum-90", "{\n  \"detail\": \"Variant distributions must sum to 100%, got 90%\"\n}\n".to_owned()),
    ];
    for (name, block) in blocks {
        let (shown, status) = check(&format!("tests/examples/broken/{name}.json"));
        assert!(shown.contains(&format!("\n{block}")), "{shown}");
        assert_eq!(status, Some(1));
    }
    assert_eq!(check("tests/examples/broken/several.json").1, Some(1));
}

#[test]
fn the_good_examples_are_accepted() {
    for name in ["campaign", "update-campaign", "smtp-account", "lead"] {
        let (shown, status) = check(&format!("tests/examples/{name}.json"));
        assert_eq!(status, Some(0), "{shown}");
        assert!(!shown.contains("warning"), "{shown}");
    }
}
