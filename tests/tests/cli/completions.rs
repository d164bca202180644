//! `completions`: what shells complete.
use crate::program::{FORMATS, file, run};
use coldsend_lint::{Operation, catalogue};
use std::process::Command;

#[test]
fn every_shell_gets_a_script_with_every_name() {
    for shell in ["bash", "zsh", "fish"] {
        let shown = run(&["completions", shell]);
        assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(0)), "{shell}");
        for word in ["check", "batch", "rules", "schema", "completions", "man", "stdin-filename", "sarif"] {
            assert!(shown.stdout.contains(word), "{shell}: {word}");
        }
        for operation in Operation::ALL {
            assert!(shown.stdout.contains(operation.id()), "{shell}: {operation}");
        }
        // Answers too, because `rules` accepts them.
        for rule in catalogue::rules() {
            assert!(shown.stdout.contains(rule.id), "{shell}: {}", rule.id);
        }
    }
    let starts = |shell: &str, start: &str| run(&["completions", shell]).stdout.starts_with(start);
    assert!(starts("bash", "_coldsend__lint() {\n"));
    assert!(starts("zsh", "#compdef coldsend-lint\n"));
    assert!(run(&["completions", "fish"]).stdout.contains("complete -c coldsend-lint "));
}

#[test]
fn an_unknown_shell_is_an_error() {
    let shown = run(&["completions", "sh"]);
    assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)));
    assert!(shown.stderr.contains("bash") && shown.stderr.contains("fish"), "{}", shown.stderr);
}

/// Skipped if bash is not installed.
#[test]
fn bash_completes_with_its_script() {
    if Command::new("bash").arg("--version").output().is_err() {
        return;
    }
    let script = file("completions.bash", run(&["completions", "bash"]).stdout);
    let complete = |words: &[&str]| {
        let test = r#"source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1));
            _coldsend__lint coldsend-lint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}";
            echo "${COMPREPLY[*]}""#;
        let output = Command::new("bash").args(["-c", test, &script, "coldsend-lint"]).args(words).output();
        String::from_utf8(output.unwrap().stdout).unwrap().trim().to_owned()
    };
    assert_eq!(complete(&["ch"]), "check");
    assert_eq!(complete(&["check", "--form"]), "--format");
    assert_eq!(complete(&["check", "--format", ""]), FORMATS.join(" "));
    assert_eq!(complete(&["check", "--as", "create_c"]), "create_campaign");
    assert_eq!(complete(&["check", "--allow", "lead-"]), "lead-email lead-title");
    assert_eq!(complete(&["check", "--color", "a"]), "auto always");
    assert_eq!(complete(&["rules", "inbox-"]), "inbox-in-use");
    assert_eq!(complete(&["rules", "--format", "json", "lead-t"]), "lead-title");
    assert_eq!(complete(&["schema", "sit"]), "situation");
    assert_eq!(complete(&["completions", "z"]), "zsh");
}

/// Skipped if fish is not installed.
#[test]
fn fish_completes_with_its_script() {
    if Command::new("fish").arg("--version").output().is_err() {
        return;
    }
    let script = file("completions.fish", run(&["completions", "fish"]).stdout);
    let complete = |line: &str| {
        let test = format!("source {script}; complete --do-complete 'coldsend-lint {line}'");
        let output = Command::new("fish").args(["--no-config", "--command", &test]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(complete("check --as create_c"), "create_campaign");
    assert_eq!(complete("check --color a"), "always auto");
    assert_eq!(complete("rules inbox-"), "inbox-in-use");
    assert_eq!(complete("rules --format json lead-t"), "lead-title");
    assert_eq!(complete("schema sit"), "situation");
    assert_eq!(complete("completions z"), "zsh");
}
