//! `--color`: when to use colors.
use clap::ColorChoice;
use std::ffi::OsString;

/// Applies a choice to everything that is printed from now on, including by clap.
pub(crate) fn apply(choice: ColorChoice) {
    let choice = match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// Finds the option among the program's arguments, for clap's help and errors, which are printed before clap has
/// parsed all arguments.
pub(crate) fn find(arguments: impl IntoIterator<Item = OsString>) -> ColorChoice {
    let mut choice = ColorChoice::default();
    let mut arguments = arguments.into_iter().skip(1).take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        let value = match argument.to_str().and_then(|argument| argument.strip_prefix("--color")) {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('=').map(OsString::from),
            None => None,
        };
        let value = value.and_then(|value| value.to_str()?.parse().ok());
        choice = value.unwrap_or(choice);
    }
    choice
}
