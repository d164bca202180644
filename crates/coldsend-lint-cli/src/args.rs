//! The command-line arguments. The names of operations and rules come from the core.
pub(crate) mod color;
pub(crate) mod names;
mod suggest;

use crate::input::Input;
use clap::{Args as Options, ColorChoice, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use coldsend_lint::Request;
use names::{Described, Name};
use std::path::PathBuf;

/// Check requests to the ColdSend API without sending them, and print what the API would answer.
#[derive(Parser)]
#[command(name = "coldsend-lint", version, arg_required_else_help = true, after_help = EXIT_STATUS)]
pub(crate) struct Args {
    /// When to use colors.
    ///
    /// `auto` uses them on a terminal only, unless NO_COLOR, CLICOLOR or CLICOLOR_FORCE say otherwise; `always` and
    /// `never` override these. Formats for programs, such as `json`, never have colors.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", display_order = 100)]
    pub(crate) color: ColorChoice,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_STATUS: &str = "\
Exit status:
  0  the API would accept everything
  1  the API would reject something, or `check` found advice that you deny
  2  something could not be checked
  With several files or lines, the highest status wins.";

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Batch(Batch),
    Leads(Leads),
    Explain(Explain),
    Rules(Rules),
    Schema(Schema),
    Completions(Completions),
    Man(Man),
}

/// Check requests, one per file.
///
/// A file contains the body of a request or, if the operation takes one, its query string. Prints what is wrong and
/// where, and the answer that the API would give. Values that may be secrets are never shown.
#[derive(Options)]
#[command(after_help = EXIT_STATUS)]
pub(crate) struct Check {
    /// The operation of all files: an id, or METHOD /path.
    ///
    /// For example, `create_campaign` or "PUT /campaigns/550e8400-e29b-41d4-a716-446655440000". A full URL works, too.
    /// Values in the path are checked, unless they are placeholders such as {campaign_id}. If a query string follows
    /// the path, it is checked instead of the file. Without this option, the operation is taken from coldsend-lint.toml or, if
    /// that does not give one, detected from the keys of the body.
    #[arg(long = "as", value_name = "OPERATION", value_parser = Name::OPERATION, hide_possible_values = true)]
    pub(crate) request: Option<Request>,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Add `ctx` to the items of the answer, as FastAPI does; the documentation shows none.
    #[arg(long)]
    pub(crate) ctx: bool,
    /// What to do with advice: findings that the API accepts, but that you may want to fix.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) advice: Advice,
    /// Hide the advice of this rule; can be repeated.
    #[arg(long, value_name = "RULE", value_parser = Name::ALLOWABLE, hide_possible_values = true)]
    pub(crate) allow: Vec<&'static str>,
    /// Fail on the advice of this rule; can be repeated.
    #[arg(long, value_name = "RULE", value_parser = Name::RULE, hide_possible_values = true)]
    pub(crate) deny: Vec<&'static str>,
    /// The configuration file, instead of the nearest coldsend-lint.toml in or above the folder of each file.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// Skip the files for which the configuration names no operation, instead of detecting it.
    ///
    /// This is for tools that pass all JSON files of a repository. Skipped files are counted; if all are skipped, the exit
    /// status is 0.
    #[arg(long, conflicts_with = "request")]
    pub(crate) configured: bool,
    /// What you know about your account: a JSON file, as described by `schema situation`; `-` is standard input.
    ///
    /// It can contain the API key and its scopes, your campaigns and accounts and their states, and when you sent
    /// requests. The result is then the first answer that the API would give. Checks that need something you omitted are
    /// skipped and listed. The key is never shown.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) situation: Option<Input>,
    /// Print only failures.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Exit with 0 even if something is rejected; if a file cannot be checked, still exit with 2.
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// The file name to use for standard input, in messages and to find coldsend-lint.toml.
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,
    /// The files to check, folders with such files, or globs such as "campaigns/**/*.json"; `-` is standard input.
    ///
    /// In a folder, all .json, .http and .rest files are checked, also in its subfolders. Files that are hidden or that
    /// git ignores are left out, except if you name them. A file in a folder or of a glob is skipped if its operation
    /// cannot be detected; if all are skipped, the exit status is 2.
    #[arg(value_name = "FILE|DIR|GLOB", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) files: Vec<Input>,
}

/// The output format of a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// For people: what is wrong, the lines it is about, and the answer.
    #[default]
    Human,
    /// A single array with a record for each file.
    Json,
    /// The exact body of the answer to one file; nothing if it is accepted.
    Body,
    /// Annotations for GitHub Actions.
    Github,
    /// A SARIF 2.1.0 log, for code scanning.
    Sarif,
}

/// What to do with advice.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum Advice {
    /// Do not show it.
    Off,
    /// Show it.
    #[default]
    On,
    /// Show it, and fail if there is any; see also --allow.
    Deny,
}

/// Check many requests, one per line.
///
/// Each line is {"operation": "…", "body": "the text of the body"}; "body" may also be the body itself, as an object, or
/// the line has "body_base64" instead. Blank lines are passed over. For an operation with a query string, "body" is the
/// query string; an operation with neither needs no "body". Each line of input gives one line of output, in the same
/// order: {"ok": …, "status": …, "body": …, …}, or {"ok": null, "error": "…"} if the line is not such an object.
#[derive(Options)]
#[command(after_help = EXIT_STATUS)]
pub(crate) struct Batch {
    /// Add `ctx` to the items of the answers, as FastAPI does; the documentation shows none.
    #[arg(long)]
    pub(crate) ctx: bool,
    /// Whether to add advice; by default, it is omitted.
    #[arg(long, value_enum)]
    pub(crate) advice: Option<BatchAdvice>,
    /// Hide the advice of this rule; can be repeated.
    #[arg(long, value_name = "RULE", value_parser = Name::ALLOWABLE, hide_possible_values = true)]
    pub(crate) allow: Vec<&'static str>,
    /// Fail on the advice of this rule, even if advice is omitted by default; can be repeated.
    #[arg(long, value_name = "RULE", value_parser = Name::RULE, hide_possible_values = true)]
    pub(crate) deny: Vec<&'static str>,
    /// What you know about your account: a JSON file, as described by `schema situation`; see `check --help`.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) situation: Option<Input>,
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Input,
}

/// Whether to add advice.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub(crate) enum BatchAdvice {
    /// Omit it, even what is denied.
    Off,
    /// Add it.
    On,
}

/// Check a list of leads, a CSV, before you upload it.
///
/// Prints what is wrong with rows and where, and counts them: valid, doubtful (an address that only browsers accept),
/// invalid, and duplicates. The columns are guessed by their names, unless you give the mapping of the upload.
#[derive(Options)]
#[command(
    after_help = "Exit status:\n  0  no row is invalid, and no limit is exceeded\n  1  a row is invalid, the file cannot be uploaded as it is, or there is a problem that you deny\n  2  the file could not be checked to its end, or an output exists"
)]
pub(crate) struct Leads {
    /// The mapping of the upload: a JSON object such as {"email": "E-Mail", "first_name": "Vorname"}, or a file with it.
    #[arg(long, value_name = "JSON|FILE")]
    pub(crate) mapping: Option<String>,
    /// The campaign: a JSON file with `variants` or `sequences`, as `update_campaign` takes it.
    ///
    /// Columns and cells are reported that are missing or empty although its texts use them without a fallback.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) campaign: Option<Input>,
    /// Hide the problems of this rule, which makes no row invalid; can be repeated.
    ///
    /// Rows are counted as before: duplicates, for example, stay duplicates.
    #[arg(long, value_name = "RULE", value_parser = Name::ALLOWABLE_OF_LISTS, hide_possible_values = true)]
    pub(crate) allow: Vec<&'static str>,
    /// Fail on the problems of this rule, such as `lead-duplicate`; can be repeated.
    #[arg(long, value_name = "RULE", value_parser = Name::LIST_RULE, hide_possible_values = true)]
    pub(crate) deny: Vec<&'static str>,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: LeadsFormat,
    /// Write a cleaned copy: valid and doubtful rows, without duplicates.
    ///
    /// Valid addresses are written as the API keeps them. All other cells stay as they are.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) fix: Option<PathBuf>,
    /// Write the other rows, with the reason in a last column.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) rejects: Option<PathBuf>,
    /// Write the cleaned copy in parts that can be uploaded, to a directory; created if it does not exist.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) split: Option<PathBuf>,
    /// Overwrite files that exist.
    #[arg(long)]
    pub(crate) force: bool,
    /// The CSV; `-` is standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Input,
}

/// The output format of a check of leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum LeadsFormat {
    /// For people: the first problems, and the counts.
    #[default]
    Human,
    /// An object with the counts and all problems.
    Json,
    /// A table of all problems.
    Csv,
    /// Annotations for GitHub Actions.
    Github,
}

/// Explain an answer from the API: what happened, where, what to do, and whether to send the request again.
///
/// The file contains what you have of the answer: its body, the output of curl or another client, a log, or a HAR file. The last answer in it
/// is explained. Values that may be secrets, and text that is not recognized, are never shown.
#[derive(Options)]
#[command(
    after_help = "Exit status:\n  0  an answer was found, whatever it says\n  2  there is no answer in the file, or it could not be read"
)]
pub(crate) struct Explain {
    /// The status of the answer; by default, the one in the status line, or else the documented one.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Option<u16>,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ExplainFormat,
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Input,
}

/// The output format of an explanation.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum ExplainFormat {
    /// For people.
    #[default]
    Human,
    /// A JSON object.
    Json,
}

/// List all rules and answers, or print the page of one.
#[derive(Options)]
pub(crate) struct Rules {
    /// The id of a rule or an answer, such as `campaign-name`.
    #[arg(value_parser = Name::RULE_OR_ANSWER, hide_possible_values = true)]
    pub(crate) id: Option<&'static str>,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: RulesFormat,
}

/// The output format of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// For people.
    #[default]
    Human,
    /// An array of all rules and answers, or one of them as an object.
    Json,
    /// A table of all rules and answers, or the page of one.
    Markdown,
}

/// Print the JSON Schema of an operation, for editors, generators and validators.
///
/// The schema describes the documented types. It cannot express rules that compare or add up values: its `$comment`
/// lists them.
#[derive(Options)]
pub(crate) struct Schema {
    /// The operation: its id, or METHOD /path; or `situation`, for the file that `check --situation` takes.
    #[arg(value_name = "OPERATION", value_parser = Name::DESCRIBED, hide_possible_values = true)]
    pub(crate) of: Described,
}

/// Print a completion script for a shell.
#[derive(Options)]
pub(crate) struct Completions {
    /// The shell.
    pub(crate) shell: Shell,
}

/// Print the manual page, or write the pages of all commands to a directory.
#[derive(Options)]
pub(crate) struct Man {
    /// The directory; created if it does not exist.
    ///
    /// The pages are named coldsend-lint.1, coldsend-lint-check.1 and so on. Existing files are overwritten.
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) dir: Option<PathBuf>,
}

/// Creates a usage error that the declarations above cannot express.
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
