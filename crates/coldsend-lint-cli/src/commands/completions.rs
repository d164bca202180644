//! `completions`: prints completion scripts for shells.
mod fish;

use crate::args::{Args, Completions};
use crate::exit::Exit;
use crate::output;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};

pub(crate) fn run(options: &Completions) -> io::Result<Exit> {
    let mut command = Args::command();
    let name = command.get_name().to_owned();
    // The generator panics if writing fails, so it does not write to the output directly.
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, &name, &mut script);
    let script = String::from_utf8_lossy(&script);
    let script = match options.shell {
        Shell::Bash => with_one_name(&script, &name),
        Shell::Fish => fish::with_positional_arguments(&script, &command),
        _ => script.into_owned(),
    };
    let mut out = output::plain();
    out.write_all(script.as_bytes())?;
    out.flush()?;
    Ok(Exit::Accepted)
}

/// Makes the bash script spell the name in one way. It spells a name with a hyphen in two ways, so it does not find the
/// options of commands: <https://github.com/clap-rs/clap/issues/6421>.
fn with_one_name(script: &str, name: &str) -> String {
    script.replace(&name.replace('-', "__subcmd__"), &name.replace('-', "__"))
}
