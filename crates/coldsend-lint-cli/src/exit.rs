//! The exit status.
use std::process::ExitCode;

/// The outcome of a command, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// The API would accept everything.
    Accepted,
    /// The API would reject something, or there is denied advice.
    Rejected,
    /// Something could not be checked.
    CouldNotCheck,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Accepted => 0,
            Exit::Rejected => 1,
            Exit::CouldNotCheck => 2,
        })
    }
}
