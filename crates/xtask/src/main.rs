//! `cargo xtask`: what the project does with itself.
#![allow(clippy::print_stdout, clippy::print_stderr)]
mod generate;
mod root;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  test          everything: formatting, lints, Rust tests, documentation
  test --rust   the quick part, for the inner loop
  generate      writes the reference from the declarations
  generate --check
                tells whether the reference is up to date
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["test"] => test::run(test::Extent::Everything),
        ["test", "--rust"] => test::run(test::Extent::Rust),
        ["generate"] => generate::run(generate::Mode::Write),
        ["generate", "--check"] => generate::run(generate::Mode::Check),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown command\n\n{HELP}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
