//! The command line, seen from outside: the real program on real files.
// Clippy knows tests by their attribute only; what helps them may fail them too.
#![allow(clippy::unwrap_used)]

mod batch;
mod color;
mod completions;
mod config;
mod explain;
mod files;
mod github;
mod human;
mod machine;
mod man;
mod program;
mod readme;
mod rules;
mod sarif;
mod schema;
mod secrets;
mod situation;
