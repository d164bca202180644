//! `--color`, and the environment variables with the same effect.
use crate::program::{finish, program, run};

/// Returns whether standard output and standard error are colored.
fn colored(arguments: &[&str], variables: &[(&str, &str)]) -> (bool, bool) {
    let mut command = program(arguments);
    command.envs(variables.iter().copied());
    let shown = finish(command);
    (shown.stdout.contains('\x1b'), shown.stderr.contains('\x1b'))
}

#[test]
fn colors_are_only_for_terminals_and_only_if_wanted() {
    let checked = |color: &[&str], variables: &[(&str, &str)]| {
        colored(&[&["check", "page-constraint.json", "nowhere.json"], color].concat(), variables)
    };
    let (forced, no_color) = (("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1"));
    for color in [&[][..], &["--color", "auto"]] {
        assert_eq!(checked(color, &[]), (false, false));
        assert_eq!(checked(color, &[forced]), (true, true));
        assert_eq!(checked(color, &[forced, no_color]), (false, false));
    }
    for variables in [&[][..], &[forced], &[no_color], &[("CLICOLOR", "0")], &[("TERM", "dumb")]] {
        assert_eq!(checked(&["--color", "always"], variables), (true, true), "{variables:?}");
        assert_eq!(checked(&["--color", "never"], variables), (false, false), "{variables:?}");
    }
}

#[test]
fn the_option_may_precede_or_follow_the_command() {
    let file = "page-constraint.json";
    let expected = run(&["check", "--color", "always", file]);
    assert_eq!(run(&["--color", "always", "check", file]), expected);
    assert_eq!(run(&["check", file, "--color=always"]), expected);
    assert_eq!(run(&["--color", "never", "check", file, "--color=always"]), expected);
}

#[test]
fn help_and_usage_errors_are_colored_too() {
    let forced = [("CLICOLOR_FORCE", "1")];
    for help in [&["--help"][..], &["help", "check"], &["check", "-h"]] {
        for (color, expected) in [("always", true), ("never", false)] {
            let variables = if expected { &[][..] } else { &forced };
            let before = [&["--color", color], help].concat();
            assert_eq!(colored(&before, variables), (expected, false), "{before:?}");
        }
    }
    let always = ["-h", "--color=always"];
    assert_eq!(colored(&always, &[]), (true, false));
    for (arguments, expected) in [
        (&["check", "--nope", "--color", "always"][..], true),
        (&["check", "--nope", "--color=always"], true),
        (&["--color", "always", "rules", "NOPE"], true),
        (&["check", "--nope", "--color", "never"], false),
        (&["--color", "always", "check", "--nope", "--color", "never"], false),
        // After `--`, this is the name of a file.
        (&["check", "--format", "nope", "--", "--color=never"], true),
    ] {
        let variables = if arguments.contains(&"always") { &[][..] } else { &forced };
        assert_eq!(colored(arguments, variables), (false, expected), "{arguments:?}");
    }
}

#[test]
fn output_for_programs_is_never_colored() {
    for format in ["json", "body", "github", "sarif"] {
        let arguments = ["check", "--color", "always", "--format", format, "page-constraint.json"];
        assert_eq!(colored(&arguments, &[]), (false, false), "{format}");
    }
}

#[test]
fn an_unknown_value_is_an_error() {
    let shown = run(&["check", "--color", "sometimes", "accepted.json"]);
    assert!(shown.stderr.contains("[possible values: auto, always, never]"), "{}", shown.stderr);
    assert_eq!((shown.stdout.as_str(), shown.status), ("", Some(2)));
}
