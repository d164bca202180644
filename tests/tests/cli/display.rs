//! What is shown of characters that are wide, joined, invisible or act on a terminal, and of names with them.
use crate::program::{feed, file, run};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Returns the line of source that is shown, and the line of carets below it.
fn excerpt(shown: &str) -> (&str, &str) {
    let mut lines = shown.lines().filter_map(|line| line.split_once("| ").map(|(_, line)| line));
    (lines.next().unwrap(), lines.next().unwrap())
}

/// Returns the width of a text for terminals that join emoji, and for those that do not.
fn widths(text: &str) -> [usize; 2] {
    [text.width(), text.chars().map(|c| c.width().unwrap()).sum()]
}

#[test]
fn carets_stand_under_what_they_mark() {
    for text in [
        "plain",
        "日本語 ｱ",
        "e\u{301}",
        "👨\u{200D}👩\u{200D}👧",
        "👩🏽\u{200D}💻 👍🏽",
        "❤\u{FE0F}\u{200D}🔥 ☎\u{FE0F} ☎\u{FE0E}",
        "🇩🇪 1\u{FE0F}\u{20E3}",
        "می\u{200C}خواهم",
        "a\u{AD}b\u{200B}c\u{200D}d\u{2060}e\u{3164}f\u{115F}g\u{FE0F}h\u{E0041}i\u{34F}j\u{FEFF}",
        "\u{202E}\u{2066}\u{9B}\u{7F}",
    ] {
        let body = format!("{{\"{text}\": true, \"timezone\": \"{text}\", \"name\": 5}}");
        let arguments = ["check", "--as", "update_campaign", "--advice", "off", "-"];
        let shown = feed(&arguments, body.as_bytes()).stdout;
        let (line, carets) = excerpt(&shown);
        let (before, _) = line.rsplit_once('5').unwrap();
        assert_eq!(carets, format!("{}^", " ".repeat(carets.len() - 1)), "{shown}");
        assert_eq!(widths(before), [carets.len() - 1; 2], "{shown}");
    }
}

#[test]
fn invisible_characters_are_shown_unless_an_emoji_or_a_script_needs_them() {
    let shown = |text: &str| {
        let body = format!("{{\"timezone\": \"{text}\", \"name\": 5}}");
        let shown = feed(&["check", "--as", "update_campaign", "--advice", "off", "-"], body.as_bytes());
        let (line, _) = excerpt(&shown.stdout);
        line.strip_prefix("{\"timezone\": \"").unwrap().strip_suffix("\", \"name\": 5}").unwrap().to_owned()
    };
    for c in ['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{3164}', '\u{FE0F}', '\u{E0041}'] {
        assert_eq!(shown(&format!("a{c}b")), "a\u{FFFD}b", "{c:?}");
    }
    assert_eq!(shown("👨\u{200D}👩❤\u{FE0F}👍🏽"), "👨👩❤👍");
    assert_eq!(shown("ی\u{200C}خ"), "ی\u{200C}خ");
}

#[test]
fn an_empty_value_of_a_query_string_is_marked_where_it_would_stand() {
    for (query, column) in [("limit=&page=1", 6), ("page=1&limit=", 13), ("?limit=&page=1", 6)] {
        let shown = feed(&["check", "--as", "list_campaigns", "-"], query.as_bytes()).stdout;
        let (line, carets) = excerpt(&shown);
        assert_eq!((line, carets), (query.trim_start_matches('?'), &*format!("{}^", " ".repeat(column))));
    }
}

#[test]
fn json_escapes_what_acts_on_a_terminal_also_in_the_answer() {
    let body = "{\"lead_mapping\": {\"\u{9B}31m\u{202E}\u{7F}\": []}}";
    for format in ["json", "sarif"] {
        let shown = feed(&["check", "--as", "update_campaign", "--format", format, "-"], body.as_bytes());
        assert!(!shown.stdout.contains('\u{9B}'), "{}", shown.stdout);
    }
    let shown = feed(&["check", "--as", "update_campaign", "--format", "json", "-"], body.as_bytes());
    let records: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(records[0]["body"]["detail"][0]["loc"][2], "\u{9B}31m\u{202E}\u{7F}");
    let line = serde_json::json!({"operation": "update_campaign", "body": body}).to_string();
    let shown = feed(&["batch", "-"], line.as_bytes());
    assert!(!shown.stdout.contains('\u{9B}') && shown.stdout.contains("\\u009b31m"), "{}", shown.stdout);
    let answer = "{\"detail\": [\n{\"\u{9B}31m\": \"\u{9B}\"}]}";
    let shown = feed(&["explain", "--format", "json", "-"], answer.as_bytes());
    assert!(!shown.stdout.contains('\u{9B}') && shown.stdout.contains("\\u009b31m"), "{}", shown.stdout);
}

#[test]
fn names_stay_on_their_line() {
    let name = "a\n::error title=x::\u{9B}b.json";
    let safe = "a␊::error title=x::\u{FFFD}b.json";
    for arguments in [
        &["check", name][..],
        &["check", "--format", "body", name],
        &["check", "--situation", name, "-"],
        &["check", "--config", name, "-"],
        &["batch", name],
        &["explain", name],
    ] {
        let shown = run(arguments);
        assert_eq!(shown.stderr, format!("error: {safe}: no such file\n"), "{arguments:?}");
        assert_eq!(shown.status, Some(2));
    }
    let body = "{\"email\": 5}";
    let shown = feed(&["check", "--stdin-filename", name, "-"], body.as_bytes());
    assert!(shown.stdout.contains(&format!("--> {safe}:1:11\n")), "{}", shown.stdout);
}

#[test]
fn no_line_begins_with_a_command_for_a_ci_system() {
    let config = file("commands.toml", "\"a\\n::error::x\" = 1");
    let shown = run(&["check", "--config", &config, "-"]);
    assert_eq!(shown.stderr.lines().count(), 1, "{}", shown.stderr);
    // A name that looks like an option.
    let shown = run(&["check", "--x\n::error title=x::y.json"]);
    assert!(shown.stderr.starts_with("error: unexpected argument '--x␊::error title'"), "{}", shown.stderr);
    for name in ["::error title=x::y.json", " ::error::y.json", "##[error]y.json"] {
        for format in crate::program::FORMATS {
            let shown =
                feed(&["check", "--format", format, "--stdin-filename", name, "-"], b"{\"email\": 5}");
            for line in shown.stdout.lines().chain(shown.stderr.lines()) {
                assert!(!line.trim_start().starts_with("::error title=x"), "{format}: {line}");
                assert!(!line.trim_start().starts_with("::error::"), "{format}: {line}");
                assert!(format != "human" || !line.contains("##["), "{format}: {line}");
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_a_failure() {
    use crate::program::{finish, program};
    for arguments in [&["--help"][..], &["--version"], &["check", "--help"], &["help", "batch"], &["rules"]] {
        let mut command = program(arguments);
        command.stdout(std::fs::File::options().write(true).open("/dev/full").unwrap());
        command.stderr(std::process::Stdio::piped());
        let shown = finish(command);
        assert_eq!(shown.stderr, "error: cannot write: No space left on device\n", "{arguments:?}");
        assert_eq!(shown.status, Some(2), "{arguments:?}");
    }
    assert_eq!(run(&["--help"]).status, Some(0));
}
