//! `--format github`: annotations.
use crate::config::check;
use crate::program::{feed, feed_in, file, finish, program, repository, run};

#[test]
fn each_finding_is_an_annotation_of_its_lines() {
    let files = ["accepted.json", "errors-and-advice.json", "page-distribution.json", "empty.json"];
    let folder = repository("github-findings", &files);
    let arguments = [&["--format", "github"], &files[..], &["nowhere.json"]].concat();
    let shown = check(&folder, &arguments);
    let lines: Vec<&str> = shown.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "::error file=requests/errors-and-advice.json,line=4,col=20,endLine=4,endColumn=21,title=lead-custom-fields::requests/errors-and-advice.json:4:20: value is not a valid dict%0AWrite an object: { … }",
            "::warning file=requests/errors-and-advice.json,line=2,col=12,endLine=2,endColumn=25,title=lead-email::requests/errors-and-advice.json:2:12: value is not a valid email address%0AOne plain address, such as ada@example.com",
            "::warning file=requests/errors-and-advice.json,line=3,col=12,endLine=3,endColumn=14,title=lead-title::requests/errors-and-advice.json:3:12: str type expected%0AWrite it as text",
            "::error file=requests/page-distribution.json,line=7,col=31,endLine=7,endColumn=33,title=distribution-sum::requests/page-distribution.json:7:31: Variant distributions must sum to 100%25, got 90%25%0AThe percentages must add up to exactly 100; an omitted one counts as 100",
            "::error file=requests/empty.json,title=request-body::requests/empty.json: field required%0ASend a JSON object; there is no text here",
            "::error file=requests/nowhere.json,title=coldsend-lint::requests/nowhere.json: no such file",
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
        feed_in(&repository("github-lines", &[]), &arguments, body).stdout,
        "::error file=requests/x.json,line=2,endLine=3,title=campaign-name::requests/x.json:2:1: str type expected%0AWrite it as text\n"
    );
    let unnamed = feed(&["check", "--format", "github", "--as", "create_campaign", "-"], body);
    assert_eq!(unnamed.stdout, "::error title=campaign-name::-:2:1: str type expected%0AWrite it as text\n");
}

#[test]
fn names_cannot_end_a_property_or_begin_a_command() {
    let name = "50%,a:b\r\n::error::\u{1b}";
    let arguments = ["check", "--format", "github", "--stdin-filename", name, "-"];
    let shown = feed_in(&repository("github-names", &[]), &arguments, b"");
    assert_eq!(
        shown.stdout,
        "::error file=requests/50%25%2Ca%3Ab%0D%0A%3A%3Aerror%3A%3A␛,title=request-body::requests/50%25,a:b␍␊::error::␛: field required%0ASend a JSON object; there is no text here\n"
    );
}

#[test]
fn files_are_relative_to_the_root_of_the_repository() {
    let folder = repository("github-root", &["empty.json"]);
    let root = folder.parent().unwrap();
    let place = |here: &std::path::Path, file: &str, workspace: Option<&std::path::Path>| {
        let mut command = program(&["check", "--format", "github", file]);
        command.current_dir(here).envs(workspace.map(|folder| ("GITHUB_WORKSPACE", folder)));
        let shown = finish(command).stdout;
        shown.split_once("file=").unwrap().1.split_once(',').unwrap().0.to_owned()
    };
    for (here, file) in [
        (&*folder, "empty.json"),
        (&folder, "./empty.json"),
        (&folder, "../requests/empty.json"),
        (root, "requests/empty.json"),
        (root, "./requests/../requests//empty.json"),
        (root, folder.join("empty.json").to_str().unwrap()),
    ] {
        assert_eq!(place(here, file, None), "requests/empty.json", "{file}");
    }
    assert_eq!(place(root, "no/../folder/x.json", None), "folder/x.json");
    // Of a file elsewhere, the whole path is shown.
    let outside = place(root, "../github-elsewhere/x.json", None);
    assert!(outside.starts_with('/') && !outside.contains(".."), "{outside}");
    // A worktree has a file of this name.
    std::fs::remove_dir(root.join(".git")).unwrap();
    std::fs::write(root.join(".git"), "gitdir: elsewhere").unwrap();
    assert_eq!(place(&folder, "empty.json", Some(&folder)), "requests/empty.json");
}

#[test]
fn without_a_repository_files_are_relative_to_the_workspace_or_the_current_folder() {
    let folder = std::env::temp_dir().join(format!("coldsend-lint-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("a")).unwrap();
    let in_repository = folder.ancestors().any(|folder| folder.join(".git").exists());
    for (workspace, file) in
        [(None, "x.json"), (Some(&folder), "a/x.json"), (Some(&folder.join("b")), "x.json")]
    {
        let mut command = program(&["check", "--format", "github", "x.json"]);
        command.current_dir(folder.join("a")).envs(workspace.map(|folder| ("GITHUB_WORKSPACE", folder)));
        let shown = finish(command).stdout;
        assert!(in_repository || shown.starts_with(&format!("::error file={file},")), "{shown}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn more_than_ten_findings_are_summed_up() {
    let folder = repository("github-summary", &["errors-and-advice.json"]);
    let check = |ids: usize, files: &[&str]| {
        std::fs::write(folder.join("many.json"), format!("{{\"inbox_ids\": [{}1]}}", "1,".repeat(ids - 1)))
            .unwrap();
        let arguments = [&["--format", "github", "--as", "update_campaign"], files].concat();
        let shown = check(&folder, &arguments).stdout;
        let last = shown.lines().next_back().unwrap();
        last.strip_prefix("::notice title=coldsend-lint::").map(str::to_owned)
    };
    let rest = "; GitHub shows only 10 annotations of each kind per step, see the log for the others";
    assert_eq!(check(10, &["many.json"]), None);
    assert_eq!(check(11, &["many.json"]), Some(format!("11 errors in 1 file{rest}")));
    assert_eq!(check(9, &["many.json", "nowhere.json"]), None);
    assert_eq!(check(10, &["many.json", "nowhere.json"]), Some(format!("11 errors in 2 files{rest}")));
    let both = check(200_000, &["many.json", "errors-and-advice.json"]).unwrap();
    assert!(
        both.starts_with("200000 errors and ") && both.ends_with(&format!(" in 2 files{rest}")),
        "{both}"
    );
}

#[test]
fn findings_outside_the_file_have_no_line() {
    let folder = repository("github-outside", &[]);
    for operation in ["GET /campaigns/x", "GET /replies/threads/{thread_id}/messages?page=0"] {
        let arguments = ["check", "--format", "github", "--as", operation, "--stdin-filename", "q", "-"];
        let shown = feed_in(&folder, &arguments, b"page=1");
        let start = "::error file=requests/q,title=";
        assert!(
            shown.stdout.starts_with(start) && shown.stdout.contains("::requests/q: "),
            "{}",
            shown.stdout
        );
        assert_eq!((shown.stdout.lines().count(), shown.status), (1, Some(1)), "{}", shown.stdout);
    }
    let arguments = ["check", "--format", "github", "--as", "GET /campaigns", "--stdin-filename", "q", "-"];
    let shown = feed_in(&folder, &arguments, b"limit=5&page=0\r\n");
    assert!(
        shown.stdout.starts_with(
            "::error file=requests/q,line=1,col=14,endLine=1,endColumn=15,title=list-campaigns-page::"
        ),
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
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines.len(), 52);
    assert!(lines[50].ends_with("github-errors.json: … and 999950 more"), "{shown}");
    assert!(lines[51].starts_with("::notice title=coldsend-lint::1000000 errors in 1 file; "), "{shown}");
}
