//! Tests of the command line: the real program on real files.
// Clippy recognizes tests only by their attribute, but their helpers may panic too.
#![allow(clippy::unwrap_used)]

mod batch;
mod cases;
mod color;
mod completions;
mod config;
mod display;
mod explain;
mod files;
mod folders;
mod github;
mod human;
mod leads;
mod machine;
mod man;
mod program;
mod readme;
mod requests;
mod rules;
mod sarif;
mod schema;
mod secrets;
mod situation;
