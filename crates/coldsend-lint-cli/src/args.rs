//! The arguments. What operations and rules there are is the core's to say.
pub(crate) mod color;
pub(crate) mod names;
mod suggest;

use crate::input::Input;
use clap::{Args as Options, ColorChoice, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use coldsend_lint::Request;
use names::{Described, Name};
use std::path::PathBuf;

/// Answers locally what the ColdSend API would answer to a request.
#[derive(Parser)]
#[command(name = "coldsend-lint", version, arg_required_else_help = true, after_help = EXIT_STATUS)]
pub(crate) struct Args {
    /// When to print in colours.
    ///
    /// With `auto`, on a terminal only, unless NO_COLOR, CLICOLOR or CLICOLOR_FORCE say otherwise; `always` and
    /// `never` win over these. Formats for programs, like `json`, have no colours.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", display_order = 100)]
    pub(crate) color: ColorChoice,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_STATUS: &str = "\
Exit status:
  0  the API would accept everything
  1  the API would refuse something, or there is advice that is denied
  2  something could not be checked
  The worst of all files and lines counts.";

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Batch(Batch),
    Explain(Explain),
    Rules(Rules),
    Schema(Schema),
    Completions(Completions),
    Man(Man),
}

/// Check requests, each in a file: its body or, if its operation takes one, its query string.
///
/// Prints what is wrong and where, and the API's answer. Values that may be secrets are never shown.
#[derive(Options)]
#[command(after_help = EXIT_STATUS)]
pub(crate) struct Check {
    /// What the requests ask for: an operation's id, or METHOD /path.
    ///
    /// As in `create_campaign` or "PUT /campaigns/550e8400-e29b-41d4-a716-446655440000". Scheme, host and
    /// base path may stand before the path. The values in the path are checked too, but for a parameter's
    /// own name in braces, and so is a query string after it, instead of the file. Without this option,
    /// coldsend-lint.toml tells the operation, or else the keys of the body.
    #[arg(long = "as", value_name = "OPERATION", value_parser = Name::OPERATION, hide_possible_values = true)]
    pub(crate) request: Option<Request>,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Add `ctx` to the items of the answer, as the API's server does.
    #[arg(long)]
    pub(crate) ctx: bool,
    /// What to do about things that are worth a look and do not reject.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) advice: Advice,
    /// A rule whose advice is not to be shown; may be repeated.
    #[arg(long, value_name = "RULE", value_parser = Name::ALLOWABLE, hide_possible_values = true)]
    pub(crate) allow: Vec<&'static str>,
    /// A rule whose advice fails; may be repeated.
    #[arg(long, value_name = "RULE", value_parser = Name::RULE, hide_possible_values = true)]
    pub(crate) deny: Vec<&'static str>,
    /// The configuration, instead of the first coldsend-lint.toml in the folder of each file or above it.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// What is known before the requests are sent: a JSON file, as `schema situation` describes it; `-` is standard input.
    ///
    /// It may tell the API key and its scopes, which campaigns and accounts there are and in which state, and
    /// when requests were sent. The answer is then the first that the API would give by all of this; what is not
    /// known is passed over and named. The key is never shown.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) situation: Option<Input>,
    /// Print only what fails.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Exit with 0 even if something is refused; what could not be checked still counts.
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// The name of standard input: it is printed, and coldsend-lint.toml is looked for where it says.
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,
    /// The files; `-` is standard input.
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<Input>,
}

/// How to print what a check found.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// For people: the lines, what is wrong, and the answer.
    #[default]
    Human,
    /// One array with a record for each file.
    Json,
    /// The bytes of the answer to one file, and nothing if it is accepted.
    Body,
    /// Annotations, as a workflow of GitHub Actions prints them.
    Github,
    /// One log in the Static Analysis Results Interchange Format 2.1.0.
    Sarif,
}

/// What to do about advice.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum Advice {
    /// Do not look.
    Off,
    /// Show it.
    #[default]
    On,
    /// Show it, and exit with 1; but see --allow.
    Deny,
}

/// Check many requests, one in each line.
///
/// A line is {"operation": "…", "body": "the body's text"}, or has "body_base64" instead of "body"; the body
/// of an operation that takes a query string is that, and one that takes neither needs none. Each
/// line gets one line of output, in the same order: {"ok": …, "status": …, "body": …}, or
/// {"ok": null, "error": "…"} if it is no such object. An empty line is none, so that lines of input and
/// output always match.
#[derive(Options)]
#[command(after_help = EXIT_STATUS)]
pub(crate) struct Batch {
    /// Add `ctx` to the items of the answers, as the API's server does.
    #[arg(long)]
    pub(crate) ctx: bool,
    /// Whether to add what is worth a look and does not reject.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) advice: BatchAdvice,
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Input,
}

/// Whether to add advice.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum BatchAdvice {
    /// Do not.
    #[default]
    Off,
    /// Add it.
    On,
}

/// Explain an answer of the API: what happened, where, what to do, and whether to send the request again.
///
/// The answer is a body, or what `curl -i` prints: status and headers are then taken from it. Values that
/// may be secrets are never shown.
#[derive(Options)]
#[command(after_help = "Exit status:\n  0  the answer was read, whatever it says\n  2  it could not be read")]
pub(crate) struct Explain {
    /// The status of the answer; without it, that of the headers, else the documented one.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Option<u16>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ExplainFormat,
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Input,
}

/// How to print an explanation.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum ExplainFormat {
    /// For people.
    #[default]
    Human,
    /// An object.
    Json,
}

/// Print all rules, or the page of one.
#[derive(Options)]
pub(crate) struct Rules {
    /// The rule, like `campaign-name`.
    #[arg(value_parser = Name::RULE_OR_ANSWER, hide_possible_values = true)]
    pub(crate) id: Option<&'static str>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: RulesFormat,
}

/// How to print rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// For people.
    #[default]
    Human,
    /// An array of all rules, or one rule as an object.
    Json,
    /// A table of all rules, or one rule's page.
    Markdown,
}

/// Print what an operation takes as JSON Schema, for editors, generators and validators.
///
/// The schema describes the documented types. It knows no sums and comparisons: its `$comment` names the
/// rules that it does not tell.
#[derive(Options)]
pub(crate) struct Schema {
    /// The operation: its id, or METHOD /path; or `situation`, for the file of `check --situation`.
    #[arg(value_name = "OPERATION", value_parser = Name::DESCRIBED, hide_possible_values = true)]
    pub(crate) of: Described,
}

/// Print a script that completes the arguments in a shell.
#[derive(Options)]
pub(crate) struct Completions {
    /// The shell.
    pub(crate) shell: Shell,
}

/// Print the manual page of this program, or write the pages of all commands into a directory.
#[derive(Options)]
pub(crate) struct Man {
    /// The directory; it is created if there is none.
    ///
    /// The pages are coldsend-lint.1, coldsend-lint-check.1 and so on. Files of these names are overwritten.
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) dir: Option<PathBuf>,
}

/// A usage error that the declarations above cannot express.
pub(crate) fn misused(message: &str) -> clap::Error {
    use clap::CommandFactory;
    Args::command().error(clap::error::ErrorKind::ArgumentConflict, message)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_declarations_are_sound() {
        super::Args::command().debug_assert();
    }
}
