//! Tools for the commands: programs, packages and paths.
pub(crate) mod apt;
pub(crate) mod npm;
pub(crate) mod program;
pub(crate) mod root;
pub(crate) mod venv;
