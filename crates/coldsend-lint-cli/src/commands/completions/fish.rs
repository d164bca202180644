//! Adds what the script for fish lacks: values of positional arguments
//! (<https://github.com/clap-rs/clap/issues/6295>).
use clap::{Arg, Command};
use clap_complete::generator::utils::possible_values;

/// Adds the values of positional arguments for each command.
pub(crate) fn with_positional_arguments(script: &str, program: &Command) -> String {
    let name = program.get_name();
    let function = format!("__fish_{}_using_subcommand", name.replace('-', "_"));
    let lines = program.get_subcommands().flat_map(|command| {
        let condition = format!("{function} {}", command.get_name());
        let values = command.get_positionals().filter_map(values);
        values.map(move |values| format!("complete -c {name} -n \"{condition}\" -f -a \"{values}\"\n"))
    });
    [script, &lines.collect::<String>()].concat()
}

/// Returns the possible values of an argument, if they are known.
fn values(argument: &Arg) -> Option<String> {
    let values = possible_values(argument)?;
    Some(values.iter().map(|value| value.get_name()).collect::<Vec<_>>().join(" "))
}
