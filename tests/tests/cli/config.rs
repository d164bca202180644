//! `coldsend-lint.toml`, and the flags with the same effect.
use crate::program::{Run, finish, program};
use std::fs;
use std::path::{Path, PathBuf};

const ADVISED: &str = r#"{"email": "ada@example.com", "title": []}"#;

/// Creates a folder with these files.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, content) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

/// Runs `check` in a folder.
pub(crate) fn check(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = program(&[&["check"], arguments].concat());
    command.current_dir(folder);
    finish(command)
}

/// Returns the error for a configuration.
fn complaint(config: &str) -> String {
    let folder = folder("config-wrong", &[("coldsend-lint.toml", config), ("lead.json", ADVISED)]);
    let shown = check(&folder, &["lead.json"]);
    assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)), "{config}");
    shown.stderr
}

#[test]
fn errors_are_reported_with_their_line() {
    for (config, message) in [
        ("alow = []", "1:1: unknown field `alow`, expected one of `operations`, `allow`, `deny`"),
        ("\n[[operations]]\nfile = []", "3:1: unknown field `file`, expected `files` or `operation`"),
        ("[[operations]]\nfiles = []", "1:1: missing field `operation`"),
        (
            "[[operations]]\nfiles = []\noperation = 'create_campain'",
            "3:13: unknown operation; did you mean create_campaign (POST /campaigns)?",
        ),
        ("[[operations]]\nfiles = 'x'", "2:9: invalid type: string \"x\", expected a list in brackets"),
        ("\n[operations]\nfiles = []", "2:1: write `[[operations]]`: there may be several"),
        ("allow = {}", "1:9: invalid type: map, expected a list in brackets"),
        (
            "[[operations]]\nfiles = ['x', 'a[']\noperation = 'add_lead'",
            "2:15: unclosed character class; missing ']'",
        ),
        (
            "[[operations]]\nfiles = [\n 'x',\n '/campaigns/*.json']\noperation = 'add_lead'",
            "4:2: this glob is absolute, so it matches nothing; globs are relative to this file's folder",
        ),
        (
            "\u{FEFF}[[operations]]\r\nfiles = ['..\\campaigns\\*.json']\r\noperation = 'add_lead'\r\n",
            "2:10: this glob contains `..`, so it matches nothing; globs are relative to this file's folder",
        ),
        (
            "[[operations]]\nfiles = ['']\noperation = 'add_lead'",
            "2:10: this glob is empty, so it matches nothing",
        ),
        ("\u{FEFF}alow = []", "1:1: unknown field `alow`, expected one of `operations`, `allow`, `deny`"),
        ("deny = [\n  'lead-titel']", "2:3: unknown rule `lead-titel`; did you mean `lead-title`?"),
        ("deny = ['NOPE']", "1:9: unknown rule `NOPE`; `coldsend-lint rules` lists all rules"),
        (
            "allow = ['campaign-name']",
            "1:10: `campaign-name` cannot be allowed: the API would still reject the request",
        ),
        ("allow = ['lead-title']\ndeny = ['lead-title']", "2:9: `lead-title` is both allowed and denied"),
        ("allow = [", "1:10: unclosed array, expected `]`"),
    ] {
        assert_eq!(complaint(config), format!("error: coldsend-lint.toml:{message}\n"));
    }
    assert!(complaint("[[operations]]\nfiles = []\noperation = 'x'").contains(":3:13: unknown operation; "));
    let folder = folder("config-wrong-elsewhere", &[("x/coldsend-lint.toml", "a = 1"), ("x/y/a.json", "{}")]);
    for arguments in [&["x/y/a.json"][..], &["--config", "x/coldsend-lint.toml", "-"]] {
        let shown = check(&folder, arguments);
        assert!(shown.stderr.starts_with("error: x/coldsend-lint.toml:1:1: unknown"), "{}", shown.stderr);
    }
    let shown = check(&folder, &["--config", "nowhere.toml", "x/y/a.json"]);
    assert_eq!((shown.stderr.as_str(), shown.status), ("error: nowhere.toml: no such file\n", Some(2)));
    let long = format!("[[operations]]\nfiles = [\"a\", \"{}\"]\noperation = \"add_lead\"", "*".repeat(4097));
    let expected = "error: coldsend-lint.toml:2:15: this glob has 4097 bytes; the maximum is 4096\n";
    assert_eq!(complaint(&long), expected);
    for depth in [17, 2000] {
        let glob = format!("{}a{}", "{".repeat(depth), "}".repeat(depth));
        let deep = format!("[[operations]]\nfiles = ['{glob}']\noperation = 'add_lead'");
        let expected = "error: coldsend-lint.toml:2:10: the braces of this glob are nested too deeply; the maximum is 16\n";
        assert_eq!(complaint(&deep), expected);
    }
    for deep in ["a = ".to_owned() + &"[".repeat(52_300), "a = ".to_owned() + &"{a = ".repeat(52_300)] {
        assert!(complaint(&deep).contains("recursion"), "{}", complaint(&deep));
    }
}

#[test]
fn a_bad_configuration_is_reported_before_anything_is_checked() {
    let files = [("a/coldsend-lint.toml", "x"), ("a/lead.json", ADVISED), ("lead.json", ADVISED)];
    let folder = folder("config-first", &files);
    for format in ["human", "json", "github", "sarif"] {
        let shown = check(&folder, &["--format", format, "lead.json", "a/lead.json"]);
        assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)), "{format}");
        assert!(shown.stderr.starts_with("error: a/coldsend-lint.toml:1:"), "{}", shown.stderr);
    }
}

#[test]
fn globs_set_the_operation() {
    let config = r#"
        [[operations]]
        files = ["campaigns/*.json"]
        operation = "create_campaign"

        [[operations]]
        files = ["**/*.json"]
        operation = "PUT /campaigns/{campaign_id}"

        [[operations]]
        files = ["queries/*"]
        operation = "list_campaigns"
    "#;
    let named = "{\"name\": \"Hi\"}";
    let folder = folder(
        "config-globs",
        &[
            ("coldsend-lint.toml", config),
            ("campaigns/a.json", named),
            ("campaigns/deep/b.json", named),
            ("queries/page.txt", "page=0\n"),
            ("lead.txt", ADVISED),
            ("other/coldsend-lint.toml", ""),
            ("other/c.json", ADVISED),
        ],
    );
    let operation = |arguments: &[&str]| {
        let shown = check(&folder, &[&["--format", "json"], arguments].concat()).stdout;
        let operation = shown.split_once("\"operation\":\"").unwrap().1;
        operation.split('"').next().unwrap().to_owned()
    };
    assert_eq!(operation(&["campaigns/a.json"]), "create_campaign");
    assert_eq!(operation(&["queries/../campaigns/a.json"]), "create_campaign");
    assert_eq!(operation(&["campaigns/deep/b.json"]), "update_campaign");
    assert_eq!(operation(&["queries/page.txt"]), "list_campaigns");
    // The flag wins. If no glob matches, the fields of the file decide. Only the nearest configuration is read.
    assert_eq!(operation(&["--as", "add_lead", "campaigns/a.json"]), "add_lead");
    assert_eq!(operation(&["lead.txt"]), "add_lead");
    assert_eq!(operation(&["other/c.json"]), "add_lead");
    // With `--config`, no other configuration is read. Its globs are relative to its folder.
    assert_eq!(operation(&["--config", "coldsend-lint.toml", "other/c.json"]), "update_campaign");
    assert_eq!(operation(&["--config", "other/coldsend-lint.toml", "lead.txt"]), "add_lead");
    // Standard input is matched by the name that it is given.
    assert_eq!(operation(&["--stdin-filename", "queries/new.txt", "-"]), "list_campaigns");
}

#[test]
fn globs_work_as_people_write_them() {
    for (glob, ending) in [
        ("./campaigns/*.json", "\n"),
        ("campaigns\\a.json", "\r\n"),
        (".\\campaigns\\*.json", "\n"),
        ("campaigns/", "\r\n"),
        ("./", "\n"),
        ("./*\\*", "\n"),
    ] {
        let config = format!("\u{FEFF}[[operations]]\nfiles = ['{glob}']\noperation = 'send_reply'\n");
        let config = config.replace('\n', ending);
        let folder = folder("config-written", &[("coldsend-lint.toml", &config), ("campaigns/a.json", "{}")]);
        let shown = check(&folder, &["--format", "json", "campaigns/a.json"]);
        assert!(shown.stdout.contains("\"operation\":\"send_reply\""), "{glob}: {shown:?}");
    }
}

#[test]
fn rules_are_allowed_and_denied() {
    let folder = folder(
        "config-levels",
        &[
            ("lead.json", ADVISED),
            ("allow/coldsend-lint.toml", "allow = ['lead-title']"),
            ("allow/lead.json", ADVISED),
            ("deny/coldsend-lint.toml", "deny = ['lead-title']"),
            ("deny/lead.json", ADVISED),
            ("deny/bad.json", "{\"email\": 5}"),
        ],
    );
    let seen = |arguments: &[&str]| {
        let shown = check(&folder, arguments);
        let severity = ["denied[", "warning["].into_iter().find(|word| shown.stdout.contains(word));
        (severity.unwrap_or_default(), shown.status.unwrap())
    };
    let (none, warning, denied) = (("", 0), ("warning[", 0), ("denied[", 1));
    assert_eq!(seen(&["lead.json"]), warning);
    assert_eq!(seen(&["--allow", "lead-title", "lead.json"]), none);
    assert_eq!(seen(&["--deny", "lead-title", "lead.json"]), denied);
    assert_eq!(seen(&["--deny", "campaign-name", "--deny", "lead-title", "lead.json"]), denied);
    assert_eq!(seen(&["--deny", "variant-content-type", "lead.json"]), warning);
    assert_eq!(seen(&["allow/lead.json"]), none);
    assert_eq!(seen(&["deny/lead.json"]), denied);
    assert_eq!(seen(&["allow/lead.json", "deny/lead.json"]), denied);
    // Flags win over files. A setting for one rule wins over one for all rules, except for `--advice off`.
    assert_eq!(seen(&["--deny", "lead-title", "allow/lead.json"]), denied);
    assert_eq!(seen(&["--allow", "lead-title", "deny/lead.json"]), none);
    assert_eq!(seen(&["--advice", "deny", "allow/lead.json"]), none);
    assert_eq!(seen(&["--advice", "deny", "lead.json"]), denied);
    assert_eq!(seen(&["--advice", "off", "deny/lead.json"]), none);
    assert_eq!(seen(&["--exit-zero", "deny/lead.json"]), ("denied[", 0));
    assert_eq!(seen(&["--quiet", "deny/lead.json", "lead.json"]), denied);
    let shown = check(&folder, &["--format", "json", "allow/lead.json"]);
    assert!(shown.stdout.contains("\"advice\":[],"), "{}", shown.stdout);
}

#[test]
fn flags_must_name_known_rules() {
    let folder = folder("config-flags", &[("lead.json", ADVISED)]);
    for (arguments, message) in [
        (&["--allow", "lead-titel"][..], "unknown rule `lead-titel`; did you mean `lead-title`?"),
        (&["--deny", "NOPE"], "unknown rule `NOPE`; `coldsend-lint rules` lists all rules"),
        (
            &["--allow", "lead-custom-fields"],
            "`lead-custom-fields` cannot be allowed: the API would still reject the request",
        ),
        (&["--allow", "lead-title", "--deny", "lead-title"], "`lead-title` is both allowed and denied"),
    ] {
        let shown = check(&folder, &[arguments, &["lead.json"]].concat());
        assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)), "{arguments:?}");
        assert!(shown.stderr.contains(message), "{}", shown.stderr);
    }
}
