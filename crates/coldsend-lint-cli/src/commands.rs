//! The commands: what each does, apart from how it is printed.
pub(crate) mod batch;
pub(crate) mod check;
pub(crate) mod rules;
