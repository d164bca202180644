//! What the commands need: programs, packages and places.
pub(crate) mod apt;
pub(crate) mod npm;
pub(crate) mod program;
pub(crate) mod root;
