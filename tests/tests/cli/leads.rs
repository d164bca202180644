//! `leads`: formats, exit statuses, and the files that it writes.
use crate::program::{feed, run};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Creates an empty folder for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("leads").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

const LIST: &str = "E-Mail;Vorname;Notiz\r\nAda@Example.com;Ada;\"a;b\"\r\nada@example.com;Ada;\r\nbob@;Bob;x\r\n\
    taro..yamada@docomo.ne.jp;Taro;\r\neve@example.com;Eve\r\n";

#[test]
fn records_have_the_fixed_keys() {
    let run = feed(&["leads", "--format", "json", "-"], b"email,x\na@b.co,=1\nb@,\n\nA@b.co,\na@b.co,1,2\n");
    let record: Value = serde_json::from_str(&run.stdout).unwrap();
    let problem = |row: u64, line: u64, column: u64, rule: &str| json!([row, line, column, rule]);
    let told: Vec<Value> = record["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| {
            assert!(problem["msg"].is_string() && problem.as_object().unwrap().len() == 5);
            json!([problem["row"], problem["line"], problem["column"], problem["rule"]])
        })
        .collect();
    assert_eq!(
        told,
        [
            problem(1, 2, 2, "lead-formula"),
            problem(2, 3, 1, "lead-address"),
            problem(3, 5, 1, "lead-duplicate"),
            problem(4, 6, 3, "lead-row-cells"),
        ]
    );
    assert!(run.stdout.starts_with(
        "{\"rows\":4,\"valid\":1,\"doubtful\":0,\"invalid\":2,\"duplicates\":1,\"rules\":{\"lead-address\":1,\
         \"lead-duplicate\":1,\"lead-formula\":1,\"lead-row-cells\":1},\"problems\":[{\"row\":1,\"line\":2,\
         \"column\":2,\"rule\":\"lead-formula\",\"msg\":"
    ), "{}", run.stdout);
    assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""));
}

#[test]
fn exit_statuses() {
    for (csv, status) in [
        (&b"email\na@b.co\n"[..], 0),
        (b"email\n", 0),
        (b"email\na..b@b.co\n", 0),
        (b"email\na@b.co\na@b.co\n", 0),
        (b"email,x\na@b.co,=1\n", 0),
        (b"email\nb\n", 1),
        (b"email,x\na@b.co\n", 1),
        (b"email,x\na@b.co,\xEB\n", 1),
        (b"", 2),
        (b"name\nAda\n", 2),
        (b"a@b.co\n", 2),
        (b"email,x\na@b.co,\"\n", 2),
        (b"PK\x03\x04", 2),
    ] {
        for format in ["human", "json", "csv", "github"] {
            let run = feed(&["leads", "--format", format, "-"], csv);
            assert_eq!(run.status, Some(status), "{format} {} {run:?}", csv.escape_ascii());
            assert_eq!(run.stderr.starts_with("error: -: line "), status == 2, "{run:?}");
        }
    }
    assert_eq!(run(&["leads", "no-such-file.csv"]).stderr, "error: no-such-file.csv: no such file\n");
}

#[test]
fn tables_and_annotations() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("lead_lists");
    let matches = |name: &str, shown: String| settings.bind(|| insta::assert_snapshot!(name, shown));
    matches("csv", feed(&["leads", "--format", "csv", "-"], LIST.as_bytes()).stdout);
    let folder = folder("annotations");
    fs::create_dir(folder.join(".git")).unwrap();
    fs::write(folder.join("leads.csv"), LIST).unwrap();
    let mut command = crate::program::program(&["leads", "--format", "github", "leads.csv"]);
    command.current_dir(&folder);
    matches("github", crate::program::finish(command).stdout);
    matches("human", feed(&["leads", "-"], LIST.as_bytes()).stdout);
}

#[test]
fn the_copies_have_every_row_once() {
    let folder = folder("copies");
    let [list, fix, rejects] = ["leads.csv", "fix.csv", "rejects.csv"].map(|name| folder.join(name));
    fs::write(&list, LIST).unwrap();
    let arguments = ["leads", "--fix", text(&fix), "--rejects", text(&rejects), text(&list)];
    let first = run(&arguments);
    assert_eq!(first.status, Some(1));
    assert_eq!(
        fs::read_to_string(&fix).unwrap(),
        "E-Mail;Vorname;Notiz\r\nAda@example.com;Ada;\"a;b\"\r\ntaro..yamada@docomo.ne.jp;Taro;\r\n"
    );
    assert_eq!(
        fs::read_to_string(&rejects).unwrap(),
        "E-Mail;Vorname;Notiz;reason\r\nada@example.com;Ada;;row 1 has the same address\r\n\
         bob@;Bob;x;this is not a valid e-mail address: a part is missing beside the @\r\n\
         eve@example.com;Eve;;this row has 2 cells, and the header has 3 cells\r\n"
    );
    let written = first.stderr.replace(text(&folder), "…");
    assert_eq!(
        written,
        "note: …/fix.csv: 2 rows written; 3 left out: 1 lead-address, 1 lead-row-cells, 1 lead-duplicate\n\
         note: …/rejects.csv: 3 rows written, with reasons\n"
    );
    // Nothing is overwritten, but by force.
    let again = run(&arguments);
    assert_eq!((again.status, again.stdout.as_str()), (Some(2), ""));
    assert!(again.stderr.ends_with("fix.csv: this file exists; --force overwrites it\n"), "{}", again.stderr);
    fs::write(&fix, "old").unwrap();
    assert_eq!(run(&[&arguments[..], &["--force"]].concat()).status, Some(1));
    assert!(fs::read_to_string(&fix).unwrap().starts_with("E-Mail"));
    // The cleaned copy is clean.
    let clean = run(&["leads", text(&fix)]);
    assert_eq!(clean.status, Some(0), "{clean:?}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
}

#[test]
fn a_list_that_is_not_checked_to_its_end_leaves_no_files() {
    let folder = folder("stopped");
    let [list, fix, rejects, parts] =
        ["leads.csv", "fix.csv", "rejects.csv", "parts"].map(|name| folder.join(name));
    fs::write(&list, "email,x\na@b.co,1\nb@b.co,\"\n").unwrap();
    let stopped = run(&[
        "leads",
        "--fix",
        text(&fix),
        "--rejects",
        text(&rejects),
        "--split",
        text(&parts),
        text(&list),
    ]);
    assert_eq!(stopped.status, Some(2));
    assert!(
        stopped.stderr.contains("line 3, column 2: a quote that opens here is never closed"),
        "{stopped:?}"
    );
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    assert_eq!(fs::read_dir(&parts).unwrap().count(), 0);
}

#[test]
fn parts_can_be_uploaded() {
    let folder = folder("parts");
    let list: String = (0..20_001).map(|i| format!("a{i}@b.co,x\n")).collect();
    let (path, parts) = (folder.join("leads.csv"), folder.join("parts"));
    fs::write(&path, format!("email,x\n{list}bob,y\n")).unwrap();
    let arguments = ["leads", "--split", text(&parts), text(&path)];
    let split = run(&arguments);
    assert_eq!(split.status, Some(1), "{split:?}");
    assert!(
        split.stderr.ends_with("20001 rows written in 3 files; 1 left out: 1 lead-address\n"),
        "{}",
        split.stderr
    );
    let mut all = String::new();
    for (part, rows) in [("part-0001.csv", 10_000), ("part-0002.csv", 10_000), ("part-0003.csv", 1)] {
        let text = fs::read_to_string(parts.join(part)).unwrap();
        let rest = text.strip_prefix("email,x\n").unwrap();
        assert_eq!(rest.lines().count(), rows);
        all += rest;
    }
    assert_eq!(all, list);
    assert!(run(&arguments).stderr.contains("--force overwrites it"));
    // Of a shorter list, only its own parts stay, and what the user has beside them.
    fs::write(&path, "email,x\na@b.co,x\n").unwrap();
    fs::write(parts.join("part-list.csv"), "mine").unwrap();
    let again = run(&[&arguments[..], &["--force"]].concat());
    assert_eq!(again.status, Some(0), "{again:?}");
    let note = "1 row written in 1 file; none left out; 2 parts of an earlier list removed\n";
    assert!(again.stderr.ends_with(note), "{}", again.stderr);
    let mut names: Vec<_> = fs::read_dir(&parts)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["part-0001.csv", "part-list.csv"]);
}

#[test]
fn rules_are_allowed_and_denied() {
    let csv = b"email,x\na@b.co,=1\nA@b.co,\n#N/A,#N/A\na..b@b.co,\n";
    let told = |options: &[&str]| {
        let run = feed(&[&["leads", "--format", "json"], options, &["-"]].concat(), csv);
        let record: Value = serde_json::from_str(&run.stdout).unwrap_or_default();
        (record["rules"].clone(), record["duplicates"].clone(), run.status)
    };
    let all =
        json!({"lead-formula": 1, "lead-duplicate": 1, "leftover-value": 2, "lead-address-doubtful": 1});
    assert_eq!(told(&[]), (all.clone(), json!(1), Some(1)));
    // An invalid row stays invalid, and rows keep their classes.
    let allowed = ["--allow", "lead-formula", "--allow", "lead-duplicate", "--allow", "leftover-value"];
    assert_eq!(told(&allowed), (json!({"leftover-value": 1, "lead-address-doubtful": 1}), json!(1), Some(1)));

    let status =
        |options: &[&str], csv: &str| feed(&[&["leads"], options, &["-"]].concat(), csv.as_bytes()).status;
    for (rule, csv) in [
        ("lead-formula", "email,x\na@b.co,=1\n"),
        ("lead-duplicate", "email\na@b.co\na@b.co\n"),
        ("lead-address-doubtful", "email\na..b@b.co\n"),
        ("lead-separator", "email;x\na@b.co;1\n"),
    ] {
        assert_eq!((status(&[], csv), status(&["--deny", rule], csv)), (Some(0), Some(1)), "{rule}");
        assert_eq!(status(&["--deny", "lead-mojibake"], csv), Some(0), "{rule}");
    }
    let denied = feed(&["leads", "--deny", "lead-formula", "-"], b"email,x\na@b.co,=1\n");
    assert!(denied.stdout.starts_with("error[lead-formula]: "), "{}", denied.stdout);

    for (arguments, message) in [
        (
            ["leads", "--allow", "lead-address"],
            "`lead-address` cannot be allowed: the row would still be invalid",
        ),
        (
            ["leads", "--deny", "campaign-name"],
            "`campaign-name` is a rule for requests, not for lists of leads",
        ),
        (["leads", "--deny", "lead-formulas"], "did you mean `lead-formula`?"),
        (["check", "--deny", "lead-duplicate"], "only `coldsend-lint leads` takes it"),
        (["batch", "--allow", "lead-duplicate"], "only `coldsend-lint leads` takes it"),
    ] {
        let run = feed(&[&arguments[..], &["-"]].concat(), b"");
        assert!(run.status == Some(2) && run.stderr.contains(message), "{run:?}");
    }
    let both = ["leads", "--allow", "lead-formula", "--deny", "lead-formula", "-"];
    assert!(feed(&both, b"").stderr.contains("is both allowed and denied"));
}

#[test]
fn mappings_and_campaigns() {
    let folder = folder("campaign");
    let campaign = folder.join("campaign.json");
    let variant =
        json!({"subject_template": "Hi {{first_name}}", "email_content": "{{city}} {{company|you}}"});
    let follow_up = json!({"variants": [{"email_content": "{{job}}"}]});
    fs::write(&campaign, json!({"variants": [variant], "sequences": [follow_up]}).to_string()).unwrap();
    let leads = folder.join("leads.csv");
    fs::write(&leads, "Mail,Name,Job\na@b.co,,x\n").unwrap();
    let told = |mapping: &str| {
        let arguments =
            ["leads", "--format", "json", "--campaign", text(&campaign), "--mapping", mapping, text(&leads)];
        let run = run(&arguments);
        let record: Value = serde_json::from_str(&run.stdout).unwrap_or_default();
        (record["rules"].clone(), run.status, run.stderr)
    };
    let mapping = r#"{"email": "Mail", "first_name": "Name"}"#;
    let expected = json!({"lead-variable-column": 1, "lead-variable-empty": 1});
    assert_eq!(told(mapping), (expected.clone(), Some(0), String::new()));
    let file = folder.join("mapping.json");
    fs::write(&file, mapping).unwrap();
    assert_eq!(told(text(&file)).0, expected);
    for wrong in [r#"["Mail"]"#, r#"{"email": 1}"#] {
        let (_, status, stderr) = told(wrong);
        assert!(status == Some(2) && stderr.contains("a mapping is a JSON object of texts"), "{stderr}");
    }
    assert_eq!(told("no.json").2, "error: --mapping no.json: no such file\n");
}

#[test]
fn a_request_to_upload_leads_is_checked_but_for_its_csv() {
    let check =
        |operation: &str| feed(&["check", "--as", operation, "--format", "body", "-"], LIST.as_bytes());
    let wrong = check("POST /campaigns/1/leads");
    assert_eq!((wrong.status, wrong.stdout.contains("campaign_id")), (Some(1), true), "{wrong:?}");
    let right = check("upload_leads");
    assert_eq!(right.status, Some(2));
    assert!(right.stderr.contains("`coldsend-lint leads` checks a list of leads"), "{right:?}");
}

#[test]
fn only_some_columns_with_empty_cells_are_named() {
    let names: Vec<String> = (1..=50).map(|column| format!("c{column}")).collect();
    let csv = format!("email,{}\na@b.co{}\n", names.join(","), ",".repeat(50));
    let run = feed(&["leads", "-"], csv.as_bytes());
    let empty = run.stdout.lines().find(|line| line.contains("empty cells"));
    let named: Vec<String> = names.iter().take(30).map(|name| format!("{name} 1")).collect();
    let expected = format!("  empty cells: {}, 20 other columns", named.join(", "));
    assert_eq!(empty, Some(expected.as_str()), "{run:?}");
}

#[test]
fn secrets_and_controls_are_not_shown() {
    let csv =
        "email,k\nhunter2@\u{1b}[2J,cs_live_hunter2hunter2hunter2\n\"cs_live_abcdef1234567890abcdef \",x\n";
    for format in ["human", "json", "csv", "github"] {
        let run = feed(&["leads", "--format", format, "-"], csv.as_bytes());
        let shown = run.stdout + &run.stderr;
        assert!(!shown.contains('\u{1b}') && !shown.contains("abcdef1234567890"), "{shown}");
        assert_eq!(shown.contains("hunter2@"), format == "human", "{shown}");
    }
}
