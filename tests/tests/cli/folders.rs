//! Folders and globs as arguments of `check`, and the files in them that are skipped.
use crate::config::{check, folder};
use crate::program::Run;
use serde_json::Value;
use std::path::Path;

const CAMPAIGN: &str = r#"{"name": "Spring outreach", "timezone": "UTC", "daily_limit_per_inbox": 30}"#;
const LEAD: &str = r#"{"email": "ada@example.com", "first_name": "Ada"}"#;
/// A file that is no request.
const OTHER: &str = r#"{"private": true}"#;

/// Returns the files that are checked, in order. No error and no note may be printed.
fn checked(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let shown = check(folder, &[&["--format", "json"], arguments].concat());
    assert_eq!(shown.stderr, "", "{arguments:?}");
    let records: Value = serde_json::from_str(&shown.stdout).unwrap();
    let files = records.as_array().unwrap().iter().map(|record| record["file"].as_str().unwrap().to_owned());
    files.collect()
}

fn tree(name: &str) -> std::path::PathBuf {
    folder(
        name,
        &[
            (".gitignore", "/build/\n*.tmp.json\n"),
            (".hidden/a.json", CAMPAIGN),
            ("b.json", CAMPAIGN),
            ("build/a.json", CAMPAIGN),
            ("c/d/e.json", LEAD),
            ("c/d/[x].json", LEAD),
            ("c/f.JSON", LEAD),
            ("c/g.tmp.json", LEAD),
            ("c/page.txt", LEAD),
            ("c.json", CAMPAIGN),
        ],
    )
}

#[test]
fn folders_and_globs_are_searched_in_a_stable_order() {
    let tree = tree("folders");
    let all = ["./b.json", "./c/d/[x].json", "./c/d/e.json", "./c/f.JSON", "./c.json"];
    assert_eq!(checked(&tree, &["."]), all);
    let absolute = tree.join("c/d/*").to_str().unwrap().to_owned();
    let base = tree.to_str().unwrap();
    for (argument, files) in [
        ("c", &["c/d/[x].json", "c/d/e.json", "c/f.JSON"][..]),
        ("./c/", &["./c/d/[x].json", "./c/d/e.json", "./c/f.JSON"]),
        ("c/../c/d", &["c/../c/d/[x].json", "c/../c/d/e.json"]),
        ("*.json", &["b.json", "c.json"]),
        ("./*.json", &["./b.json", "./c.json"]),
        ("**/*.json", &["b.json", "c/d/[x].json", "c/d/e.json", "c.json"]),
        ("c/**", &["c/d/[x].json", "c/d/e.json", "c/f.JSON", "c/page.txt"]),
        ("c/*.{txt,JSON}", &["c/f.JSON", "c/page.txt"]),
        ("{b,c/d/e}.json", &["b.json", "c/d/e.json"]),
        ("?.json", &["b.json", "c.json"]),
        // Hidden folders are searched if the glob names them, and ignored ones if the argument does.
        (".*/a.json", &[".hidden/a.json"]),
        (".hidden", &[".hidden/a.json"]),
        ("build/*.json", &["build/a.json"]),
        ("build/a.json", &["build/a.json"]),
        ("c/g.tmp.json", &["c/g.tmp.json"]),
        // A file of this very name is no glob.
        ("c/d/[x].json", &["c/d/[x].json"]),
    ] {
        assert_eq!(checked(&tree, &[argument]), files, "{argument}");
    }
    let files = [format!("{base}/c/d/[x].json"), format!("{base}/c/d/e.json")];
    assert_eq!(checked(&tree, &[&absolute]), files);
}

#[test]
fn a_file_that_is_found_twice_is_checked_once() {
    let tree = tree("folders-twice");
    assert_eq!(
        checked(&tree, &["c/d", "**/e.json", "c", "b.json"]),
        ["c/d/[x].json", "c/d/e.json", "c/f.JSON", "b.json"]
    );
    assert_eq!(checked(&tree, &["c/d", "c/d/e.json"]), ["c/d/[x].json", "c/d/e.json"]);
}

#[test]
fn what_matches_nothing_is_an_error() {
    let tree = tree("folders-none");
    std::fs::create_dir(tree.join("empty")).unwrap();
    for (argument, message) in [
        ("*.yaml", "no file matches this glob"),
        ("nowhere/**/*.json", "no file matches this glob"),
        ("c/g*.json", "no file matches this glob"),
        // This is no glob.
        ("c/[", "no such file"),
        ("empty", "there is no .json, .http or .rest file in this folder, except hidden or ignored ones"),
    ] {
        let shown = check(&tree, &[argument, "b.json"]);
        assert_eq!(shown.stderr, format!("error: {argument}: {message}\n"));
        assert!(shown.stdout.ends_with("2 files: 1 accepted, 1 not checked\n"), "{}", shown.stdout);
        assert_eq!(shown.status, Some(2));
    }
    let braces = "{".repeat(50_000);
    assert_eq!(check(&tree, &[&braces]).status, Some(2));
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_links_to_folders_are_not() {
    use std::os::unix::fs::symlink;
    let tree = folder("folders-links", &[("a/b.json", CAMPAIGN), ("c/d.json", CAMPAIGN)]);
    symlink("..", tree.join("a/up")).unwrap();
    symlink("../c/d.json", tree.join("a/e.json")).unwrap();
    symlink("nowhere", tree.join("a/f.json")).unwrap();
    symlink("a", tree.join("g")).unwrap();
    assert_eq!(checked(&tree, &["."]), ["./a/b.json", "./a/e.json", "./c/d.json"]);
    assert_eq!(checked(&tree, &["g"]), ["g/b.json", "g/e.json"]);
    assert_eq!(checked(&tree, &["**/*.json"]), ["a/b.json", "a/e.json", "c/d.json"]);
}

/// Returns the last line, the errors and notes, and the status.
fn end(shown: &Run) -> (&str, &str, Option<i32>) {
    (shown.stdout.lines().next_back().unwrap_or_default(), &shown.stderr, shown.status)
}

#[test]
fn found_files_that_may_be_no_requests_are_skipped() {
    let files = [("a.json", CAMPAIGN), ("list.json", "[1]"), ("none/x.json", OTHER), ("some/x.json", OTHER)];
    let malformed = [
        ("some/bad.json", "{\"name\": \"Autumn campaign\", \"timezone\": "),
        ("tsconfig.json", "{ // comments\n\"plugins\": [{\"name\": \"next\"}] }"),
    ];
    let tree = folder("folders-skipped", &[&files[..], &malformed[..]].concat());
    let why = "cannot detect the operation from the keys; set it with --as or in coldsend-lint.toml";
    let shown = check(&tree, &["--advice", "off", "."]);
    let note = format!("note: skipped 4 files: {why}\n");
    // What is malformed is meant as a request if it names some of its fields.
    assert_eq!(end(&shown), ("6 files: 1 accepted, 1 rejected (1 error), 4 skipped", &*note, Some(1)));
    let shown = check(&tree, &["none/*.json"]);
    let error = format!("error: skipped the only file: {why}\n");
    assert_eq!(end(&shown), ("1 file: 1 skipped", &*error, Some(2)));
    let shown = check(&tree, &["--quiet", "--format", "json", "none", "some/x*"]);
    let error = format!("error: skipped all 2 files: {why}\n");
    assert_eq!((shown.stdout.as_str(), shown.stderr, shown.status), ("[]\n", error, Some(2)));
    // A file that is named is not skipped, and no file is with --as.
    let shown = check(&tree, &["none/x.json", "a.json"]);
    assert_eq!((shown.stdout.contains("skipped"), shown.status), (false, Some(2)));
    let shown = check(&tree, &["--advice", "off", "--as", "create_campaign", "none"]);
    assert_eq!(end(&shown), ("1 file: 1 rejected (1 error)", "", Some(1)));
}

#[test]
fn configured_skips_what_the_configuration_does_not_name() {
    let config = "[[operations]]\nfiles = ['campaigns/*.json']\noperation = 'create_campaign'";
    let files = [("coldsend-lint.toml", config), ("campaigns/a.json", CAMPAIGN), ("package.json", OTHER)];
    let tree = folder("folders-configured", &[&files[..], &[("b.json", CAMPAIGN)]].concat());
    let why = "no coldsend-lint.toml names the operation";
    let check = |arguments: &[&str]| check(&tree, &[&["--configured"], arguments].concat());
    let note = format!("note: skipped 2 files: {why}\n");
    assert_eq!(end(&check(&["."])), ("3 files: 1 accepted, 2 skipped", &*note, Some(0)));
    assert_eq!(end(&check(&["campaigns/a.json", "b.json", "package.json"])), end(&check(&["."])));
    let note = format!("note: skipped all 2 files: {why}\n");
    assert_eq!(end(&check(&["b.json", "package.json"])), ("2 files: 2 skipped", &*note, Some(0)));
    let shown = check(&["--format", "json", "b.json", "package.json"]);
    assert_eq!((shown.stdout.as_str(), shown.stderr, shown.status), ("[]\n", note, Some(0)));
    assert_eq!(end(&check(&["--quiet", "b.json"])), ("", "", Some(0)));
    assert_eq!(check(&["nowhere.json"]).status, Some(2));
    let shown = check(&["--as", "create_campaign", "b.json"]);
    assert!(shown.stderr.starts_with("error: the argument '--configured' cannot be used with"), "{shown:?}");
}

#[test]
fn globs_of_the_configuration_that_match_no_file_are_told() {
    let config = "[[operations]]\nfiles = ['a/*.json', 'campaign/*.json',\n 'queries/*']\noperation = 'create_campaign'";
    let files = [("x/coldsend-lint.toml", config), ("x/a/b.json", CAMPAIGN), ("x/queries/page.txt", "")];
    let tree = folder("folders-told", &files);
    let note = "note: x/coldsend-lint.toml:2:22: no file matches this glob\n";
    for arguments in [&["."][..], &["x"], &["x/a", "x"], &["--config", "x/coldsend-lint.toml", "x"]] {
        assert_eq!(check(&tree, arguments).stderr, note, "{arguments:?}");
        assert_eq!(check(&tree, arguments).status, Some(0));
    }
    // Without the whole folder of the configuration, no one knows.
    for arguments in
        [&["x/a"][..], &["x/a/b.json"], &["x/a/*"], &["--quiet", "x"], &["--as", "create_campaign", "x"]]
    {
        assert_eq!(check(&tree, arguments).stderr, "", "{arguments:?}");
    }
}

#[test]
fn only_one_file_has_a_bare_body() {
    let tree = tree("folders-body");
    let shown = check(&tree, &["--format", "body", "c"]);
    assert!(shown.stderr.starts_with("error: --format body prints a single answer: pass one file"));
    assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)));
    assert_eq!(check(&tree, &["--format", "body", "c/d/e*"]).status, Some(0));
}
