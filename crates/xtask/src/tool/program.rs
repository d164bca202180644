//! Runs programs and waits for them.
use super::root::root;
use std::io::Write;
use std::process::{Command, ExitStatus, Stdio};

/// Returns a command for the cargo that runs this program, in the root of the repository.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Runs a program and shows its output.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| could_not_start(command, &error))?;
    check_status(command, status)
}

/// Runs a program and returns its output as text.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    String::from_utf8(through(command, b"")?).map_err(|error| format!("{}: {error}", name(command)))
}

/// Runs a program with this input and returns its output.
pub(crate) fn through(command: &mut Command, input: &[u8]) -> Result<Vec<u8>, String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| could_not_start(command, &error))?;
    let describe = |error: std::io::Error| format!("{}: {error}", name(command));
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input).map_err(describe)?;
    }
    let output = child.wait_with_output().map_err(describe)?;
    check_status(command, output.status).map(|()| output.stdout)
}

fn check_status(command: &Command, status: ExitStatus) -> Result<(), String> {
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", name(command))) }
}

fn could_not_start(command: &Command, error: &std::io::Error) -> String {
    format!("{} could not start: {error}", name(command))
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
