//! `--format github`: annotations.
use crate::program::{feed, file, run};

#[test]
fn each_finding_is_an_annotation_of_its_lines() {
    let shown = run(&[
        "check",
        "--format",
        "github",
        "accepted.json",
        "errors-and-advice.json",
        "page-distribution.json",
        "empty.json",
        "nowhere.json",
    ]);
    let lines: Vec<&str> = shown.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "::error file=errors-and-advice.json,line=4,col=20,endLine=4,endColumn=21,title=lead-custom-fields::value is not a valid dict%0AWrite an object: { … }",
            "::warning file=errors-and-advice.json,line=2,col=12,endLine=2,endColumn=25,title=lead-email::value is not a valid email address%0AOne plain address, such as ada@example.com",
            "::warning file=errors-and-advice.json,line=3,col=12,endLine=3,endColumn=14,title=lead-title::str type expected%0AWrite it as text",
            "::error file=page-distribution.json,line=7,col=31,endLine=7,endColumn=33,title=distribution-sum::Variant distributions must sum to 100%25, got 90%25%0AThe percentages must add up to exactly 100; an omitted one counts as 100",
            "::error file=empty.json,title=request-body::field required%0ASend a JSON object; there is no text here",
            "::error file=nowhere.json,title=coldsend-lint::no such file",
        ]
    );
    assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(2)));
}

#[test]
fn several_lines_have_no_columns() {
    let body = b"{\"name\":\n[\n]}";
    let arguments =
        ["check", "--format", "github", "--as", "create_campaign", "--stdin-filename", "x.json", "-"];
    assert_eq!(
        feed(&arguments, body).stdout,
        "::error file=x.json,line=2,endLine=3,title=campaign-name::str type expected%0AWrite it as text\n"
    );
    let unnamed = feed(&["check", "--format", "github", "--as", "create_campaign", "-"], body);
    assert_eq!(unnamed.stdout, "::error title=campaign-name::str type expected%0AWrite it as text\n");
}

#[test]
fn names_cannot_end_a_property_or_begin_a_command() {
    let name = "50%,a:b\r\n::error::\u{1b}";
    let shown = feed(&["check", "--format", "github", "--stdin-filename", name, "-"], b"");
    assert_eq!(
        shown.stdout,
        "::error file=50%25%2Ca%3Ab%0D%0A%3A%3Aerror%3A%3A␛,title=request-body::field required%0ASend a JSON object; there is no text here\n"
    );
}

#[test]
fn findings_outside_the_file_have_no_line() {
    for operation in ["GET /campaigns/x", "GET /replies/threads/{thread_id}/messages?page=0"] {
        let arguments = ["check", "--format", "github", "--as", operation, "--stdin-filename", "q", "-"];
        let shown = feed(&arguments, b"page=1");
        assert!(shown.stdout.starts_with("::error file=q,title="), "{}", shown.stdout);
        assert_eq!((shown.stdout.lines().count(), shown.status), (1, Some(1)), "{}", shown.stdout);
    }
    let arguments = ["check", "--format", "github", "--as", "GET /campaigns", "--stdin-filename", "q", "-"];
    let shown = feed(&arguments, b"limit=5&page=0\r\n");
    assert!(
        shown
            .stdout
            .starts_with("::error file=q,line=1,col=14,endLine=1,endColumn=15,title=list-campaigns-page::"),
        "{}",
        shown.stdout
    );
}

#[test]
fn denied_advice_is_an_error_and_quiet_hides_what_does_not_fail() {
    let first = |arguments: &[&str]| {
        let shown =
            run(&[&["check", "--format", "github"], arguments, &["accepted-with-advice.json"]].concat());
        shown.stdout.split(' ').next().unwrap().to_owned()
    };
    assert_eq!(first(&[]), "::warning");
    assert_eq!(first(&["--deny", "lead-title"]), "::error");
    assert_eq!(first(&["--advice", "deny", "--quiet"]), "::error");
    assert_eq!(first(&["--quiet"]), "");
    assert_eq!(first(&["--advice", "off"]), "");
}

#[test]
fn far_too_many_errors_are_counted() {
    let name = file("github-errors.json", format!("{{\"inbox_ids\": [{}1]}}", "1,\n".repeat(999_999)));
    let shown = run(&["check", "--as", "update_campaign", "--format", "github", &name]).stdout;
    assert_eq!(shown.lines().count(), 51);
    assert!(shown.ends_with(": … and 999950 more\n"), "{shown}");
}
