//! Files that are missing, strange or huge.
use crate::program::{feed, feed_in, file, run};
use std::path::Path;

#[test]
fn a_file_that_cannot_be_read_is_reported_and_the_others_are_checked() {
    let shown = run(&["check", "nowhere.json", "accepted.json"]);
    assert_eq!(shown.stderr, "error: nowhere.json: no such file\n");
    assert!(shown.stdout.starts_with("accepted.json: "), "{}", shown.stdout);
    assert_eq!(shown.status, Some(2));
    let shown = run(&["batch", "nowhere.ndjson"]);
    assert_eq!((shown.stderr.as_str(), shown.status), ("error: nowhere.ndjson: no such file\n", Some(2)));
    let shown = run(&["batch", "."]);
    assert_eq!(shown.stderr, "error: .: this is a directory; pass a file\n");
    assert_eq!(shown.status, Some(2));
}

/// Links, pipes and devices are named as files, too.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_ordinary_file_is_read_or_reported() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("links");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, target) in [("broken.json", "nowhere"), ("loop.json", "loop.json"), ("ok.json", "/dev/stdin")]
    {
        std::os::unix::fs::symlink(target, folder.join(name)).unwrap();
    }
    let body = br#"{"name": "Hi"}"#;
    for pipe in ["/dev/stdin", "/dev/fd/0", "ok.json"] {
        let shown = feed_in(&folder, &["check", pipe], body);
        assert!(shown.stdout.contains(&format!("{pipe}:1:10")), "{shown:?}");
        assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(1)));
    }
    let broken = feed_in(&folder, &["check", "broken.json", "loop.json"], b"");
    assert!(broken.stderr.contains("error: broken.json: this link leads to no file\n"), "{broken:?}");
    assert!(broken.stderr.contains("error: loop.json: Too many levels of symbolic links\n"), "{broken:?}");
    assert_eq!(broken.status, Some(2));
    // In a folder, only files are checked.
    let all = feed_in(&folder, &["check", "."], body);
    assert!(all.stderr.starts_with("error: .: there is no .json, .http or .rest file"), "{all:?}");
    for arguments in [["--advice", "on"], ["--config", "/dev/zero"], ["--situation", "/dev/zero"]] {
        let endless = run(&[&["check"], &arguments[..], &["/dev/zero"]].concat());
        assert_eq!(endless.stderr, "error: /dev/zero: this is longer than 256 MiB\n");
        assert_eq!(endless.status, Some(2));
    }
}

#[test]
fn names_do_not_act_on_the_terminal() {
    let shown = run(&["check", "\u{1b}[31m\u{202e}.json"]);
    assert_eq!(shown.stderr, "error: ␛[31m\u{FFFD}.json: no such file\n");
    let shown = run(&["check", "--format", "json", "\u{1b}[31m\u{202e}.json"]);
    assert!(shown.stdout.starts_with(r#"[{"file":"\u001b[31m\u202e.json","#), "{}", shown.stdout);
    let shown = feed(&["check", "--stdin-filename", "\u{1b}[31m\n.json", "-"], b"5");
    assert!(!shown.stdout.contains('\u{1b}'), "{}", shown.stdout);
}

#[test]
fn standard_input_is_a_file_too() {
    let shown = feed(&["check", "--format", "json", "-"], b"");
    assert!(shown.stdout.starts_with(r#"[{"file":"-","operation":null,"ok":false,"status":422,"#));
    assert_eq!(shown.status, Some(1));
    let shown = feed(&["check", "--stdin-filename", "x.json", "-"], b"{\"name\": 1}");
    assert!(shown.stdout.contains("--> x.json:1:10\n"), "{}", shown.stdout);
}

/// Returns whether no line is wider than 120 columns of source and the line numbers.
fn is_narrow(shown: &str) -> bool {
    shown.lines().all(|line| line.chars().count() <= 140)
}

#[test]
fn ten_million_brackets_are_rejected() {
    let name = file("brackets.json", "[".repeat(10_000_000));
    let shown = run(&["check", &name]);
    assert!(shown.stdout.contains("\n400 Bad Request\n"), "{}", shown.stdout);
    assert_eq!(shown.status, Some(1));
    // Not deep, but malformed at the end of a long line.
    let name = file("brackets-flat.json", format!("[{}{{]", "[],".repeat(1_000_000)));
    let shown = run(&["check", &name]);
    assert!(shown.stdout.contains("\n1 | …"), "{}", shown.stdout);
    assert!(is_narrow(&shown.stdout.replace(&name, "")), "{}", shown.stdout);
    assert_eq!(shown.status, Some(1));
}

#[test]
fn a_body_of_a_hundred_megabytes_on_one_line_is_shown_in_part() {
    let long = "a".repeat(50_000_000);
    let body = format!("{{\"name\": \"{long}\", \"timezone\": \"{long}\", \"daily_limit_per_inbox\": 0}}");
    let name = file("huge.json", body);
    let shown = run(&["check", "--as", "create_campaign", &name]);
    let _ = std::fs::remove_file(&name);
    let text = shown.stdout.replace(&name, "huge.json");
    assert!(text.contains("--> huge.json:1:100000055\n"), "{text}");
    assert!(text.contains("\", \"daily_limit_per_inbox\": 0}\n"), "{text}");
    assert!(is_narrow(&text), "{text}");
    assert_eq!(shown.status, Some(1));
}

#[test]
fn a_huge_key_is_truncated_only_for_people() {
    let key = "k".repeat(1_000_000);
    let name = file("huge-key.json", format!("{{\"lead_mapping\": {{\"{key}\": []}}}}"));
    let shown = run(&["check", "--as", "update_campaign", &name]);
    assert!(shown.stdout.len() < 5_000, "{} bytes", shown.stdout.len());
    let shown = run(&["check", "--as", "update_campaign", "--format", "body", &name]);
    assert!(shown.stdout.contains(&key));
}

#[test]
fn a_million_errors_are_counted_but_not_all_shown() {
    let name = file("errors.json", format!("{{\"inbox_ids\": [{}1]}}", "1,\n".repeat(999_999)));
    let check = |format: &str| run(&["check", "--as", "update_campaign", "--format", format, &name]);
    let shown = check("human").stdout;
    assert!(shown.contains("… and 999950 more\n"), "{shown}");
    assert!(shown.contains("… and 999950 more items; "), "{shown}");
    assert!(shown.ends_with("\n1 file: 1 rejected (1000000 errors)\n"), "{shown}");
    assert!(shown.len() < 50_000, "{} bytes", shown.len());
    assert!(check("json").stdout.ends_with(
        ",\"advice\":[],\"left_out\":900000,\"unknown\":null,\"launch\":null,\"explanation\":null}]\n"
    ));
    assert!(check("body").stderr.ends_with(": 900000 more items are omitted\n"));
}
