//! Inputs from the field: files that are no requests, or are broken in the ways that people's files are, and what people
//! paste into `explain`.
use crate::program::{FORMATS, feed, finish, program};
use coldsend_lint_tests::{EXPLAINED, LISTS, PASTES, inputs};
use std::path::{Path, PathBuf};

/// What no output contains.
const PLANTED: [&str; 9] = [
    "hunter2",
    "abcdef1234567890",
    "hunterTWO",
    "zz_keysecret",
    "COOKIEsecret",
    "tokTOK",
    "dXNlcjpodW50ZXJUV08",
    "jo@example.com",
    "s3cr3tCookie",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// Runs the commands for a file in its folder.
fn shown(folder: &Path, file: &str) -> String {
    if EXPLAINED.iter().any(|kind| folder.ends_with(kind)) {
        let formats =
            ["human", "json"].map(|format| shown_by(&["explain", "--format", format], folder, file));
        return formats.join("\n");
    }
    if folder.ends_with("leads") {
        let formats = ["human", "json"].map(|format| shown_by(&["leads", "--format", format], folder, file));
        return formats.join("\n");
    }
    let command = if file.ends_with(".ndjson") { &["batch", "--advice", "on"][..] } else { &["check"] };
    shown_by(command, folder, file)
}

fn shown_by(command: &[&str], folder: &Path, file: &str) -> String {
    let arguments = [command, &[file]].concat();
    let mut command = program(&arguments);
    let run = finish({
        command.current_dir(folder);
        command
    });
    let status = run.status.unwrap();
    format!(
        "$ coldsend-lint {}\n{}--- stderr\n{}--- exit {status}",
        arguments.join(" "),
        run.stdout,
        run.stderr
    )
}

#[test]
fn each_case_matches_its_snapshot() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let is_one_kind = |kind: &PathBuf| ![PASTES, LISTS].iter().any(|of_kinds| kind.ends_with(of_kinds));
    for kind in inputs(&folder()).unwrap().into_iter().filter(is_one_kind) {
        settings.set_snapshot_path(&kind);
        // The configuration counts for the folder as a whole.
        let files = if kind.ends_with("config") { vec![PathBuf::from(".")] } else { inputs(&kind).unwrap() };
        for file in files {
            let file = file.file_name().map_or(".", |name| name.to_str().unwrap());
            let name = if file == "." { "all" } else { file };
            let snapshot = shown(&kind, file);
            assert_eq!(PLANTED.iter().find(|planted| snapshot.contains(**planted)), None, "{snapshot}");
            settings.bind(|| insta::assert_snapshot!(name, snapshot));
        }
    }
}

#[test]
fn no_format_shows_a_secret_of_a_case() {
    let kind = folder().join("secrets");
    let files = inputs(&kind).unwrap();
    assert!(files.iter().filter(|file| file.extension().is_some_and(|of| of == "http")).count() > 10);
    for file in files {
        let name = file.file_name().map_or("", |name| name.to_str().unwrap());
        for format in FORMATS {
            let shown = shown_by(&["check", "--ctx", "--format", format], &kind, name);
            assert_eq!(PLANTED.iter().find(|planted| shown.contains(**planted)), None, "{shown}");
        }
    }
}

/// What real clients print and people copy.
#[test]
fn each_paste_is_explained() {
    each_of_all_kinds(PASTES, "explain");
}

/// What programs export, and what has become of it.
#[test]
fn each_list_of_leads_is_checked() {
    each_of_all_kinds(LISTS, "leads");
}

/// Runs a command for at least ten inputs of each kind. A snapshot for each kind has what is said about each.
fn each_of_all_kinds(kinds: &str, command: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for kind in inputs(&folder().join(kinds)).unwrap() {
        settings.set_snapshot_path(&kind);
        let files = inputs(&kind).unwrap();
        assert!(files.len() >= 10, "{}", kind.display());
        let said: Vec<String> = files.iter().map(|file| said_about(&kind, file, command)).collect();
        let said = said.join("\n");
        assert_eq!(PLANTED.iter().find(|planted| said.contains(**planted)), None, "{}", kind.display());
        settings.bind(|| insta::assert_snapshot!("all", said));
    }
}

fn said_about(folder: &Path, file: &Path, command: &str) -> String {
    let name = file.file_name().map_or("", |name| name.to_str().unwrap());
    let mut command = program(&[command, name]);
    command.current_dir(folder);
    let run = finish(command);
    format!("=== {name}: exit {}\n{}{}", run.status.unwrap(), run.stdout, run.stderr)
}

/// Checks what is said about texts of a kind.
fn said(kind: &[(&str, &str)]) {
    for (text, expected) in kind {
        let shown = feed(&["check", "-"], text.as_bytes());
        let all = shown.stdout + &shown.stderr;
        assert!(all.contains(expected), "{text}\n{all}");
        assert!(!all.contains("hunter2") && shown.status != Some(0), "{text}\n{all}");
    }
}

#[test]
fn commands_and_texts_that_are_no_json_are_named() {
    said(&[
        ("curl https://api.coldsend.pro -d '{\"smtp_password\": \"hunter2\"}'", "this is a curl command"),
        ("  curl \\\n  -X POST https://x", "this is a curl command"),
        ("$ curl -s https://x", "this is a curl command"),
        ("curl.exe --json @body.json https://x", "this is a curl command"),
        ("POST https://api.coldsend.pro/campaigns\n\n{}", "this is an HTTP request"),
        ("PUT /campaigns/1 HTTP/1.1\nX-API-Key: hunter2\n\n{}", "this is an HTTP request"),
        ("HTTP/1.1 422 Unprocessable Entity\n\n{}", "`explain` says what it means"),
        ("name: Autumn campaign\nsending_days: [1]", "this is YAML"),
        ("---\nname: x", "this is YAML"),
        ("# comment\nname: x", "this is YAML"),
        ("variants:\n  - variant_name: A", "this is YAML"),
        ("- email: a@b.co\n- email: c@d.co", "this is YAML"),
        ("name=Autumn+campaign", "this is a form"),
        ("name=x&smtp_password=hunter2", "this is a form"),
        ("email,first_name\nada@example.com,Ada", "this is a table"),
        ("email;first_name\nada@example.com;Ada", "this is a table"),
        ("email\tname\nada@example.com\tAda", "this is a table"),
        ("```json\n{\"name\": \"x\"}\n```", "remove the lines with ```"),
        ("```\n{}\n```", "remove the lines with ```"),
        ("<!doctype html>", "this is HTML, XML or RTF"),
        ("<?xml version=\"1.0\"?><a/>", "this is HTML, XML or RTF"),
        ("", "there is no text here"),
        ("\n \t\n", "there is no text here"),
        ("<<<<<<< HEAD\n{}\n=======\n{\"a\": 1}\n>>>>>>> x", "merge conflict: resolve it at line 1"),
        ("{\n\"a\": 1,\n=======\n\"b\": 2\n}", "merge conflict: resolve it at line 3"),
        ("{\"email\": \"a@b.co\"}\n{\"email\": \"c@d.co\"}", "these are several JSON values"),
        ("{\"email\": \"a@b.co\"},\n{\"email\": \"c@d.co\"}", "these are several JSON values"),
        ("{} {}", "these are several JSON values"),
    ]);
}

#[test]
fn documents_that_are_no_requests_are_named() {
    said(&[
        (r#"{"data": {"name": "Autumn campaign"}}"#, "the request is wrapped in `data`"),
        (r#"{"payload": {"email": "a@b.co", "first_name": "Ada"}}"#, "the request is wrapped in `payload`"),
        (r#"{"json": "{\"email\": \"a@b.co\"}"}"#, "the request is wrapped in `json`"),
        (r#"{"body": "{\"name\": \"Autumn campaign\"}"}"#, "the request is wrapped in `body`"),
        (
            r#"{"request": {"smtp_host": "x", "smtp_password": "hunter2"}}"#,
            "the request is wrapped in `request`",
        ),
        (r#""{\"name\": \"Autumn campaign\"}""#, "this is a JSON string that contains a request"),
        (r#"[{"email": "a@b.co"}]"#, "this is a list of 1 item:"),
        (r#"[{"name": "Autumn campaign"}, {"name": "Other campaign"}, 5]"#, "this is a list of 3 items"),
        (r#"{"info": {"name": "x"}, "item": []}"#, "this is a Postman collection"),
        (r#"{"nodes": [], "connections": {}}"#, "this is an n8n workflow"),
        (r#"{"log": {"entries": []}}"#, "this is a HAR file"),
        (r#"{"_type": "export", "resources": []}"#, "this is an Insomnia export"),
        (r#"{"openapi": "3.1.0", "paths": {}}"#, "this is an OpenAPI description"),
        (r#"{"$schema": "x", "properties": {}}"#, "this is a JSON Schema"),
        (r#"{"detail": "Not Found"}"#, "`explain` says what it means"),
    ]);
}

#[test]
fn files_of_other_programs_are_not_judged() {
    for text in [
        r#"{"name": "web", "version": "1.0.0", "private": true}"#,
        r#"{"name": "x", "main": "index.js"}"#,
        r#"{"type": "module"}"#,
        r#"{"compilerOptions": {}}"#,
        r#"{"version": 2}"#,
        r#"{"domain": "localhost", "port": 3000}"#,
        r#"{"timezone": "Europe/Berlin", "schedule": []}"#,
        r#"{"title": "x", "description": "y"}"#,
        r#"["a", "b"]"#,
        r#"[{"op": "add", "path": "/a"}]"#,
        "5",
        "true",
        r#""text""#,
        "{}",
        "[]",
    ] {
        let shown = feed(&["check", "-"], text.as_bytes());
        assert_eq!((shown.stdout.as_str(), shown.status), ("1 file: 1 not checked\n", Some(2)), "{text}");
        assert!(
            shown.stderr.contains("cannot detect the operation from the keys"),
            "{text}: {}",
            shown.stderr
        );
    }
}
