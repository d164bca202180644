//! The core, seen from outside.
// Clippy knows tests by their attribute only; what helps them may fail them too.
#![allow(clippy::unwrap_used, clippy::panic, clippy::unreachable)]

mod advice;
mod answers;
mod closure;
mod endpoint;
mod from_json;
mod goldens;
mod large;
mod one_liners;
mod pages;
mod paths;
mod preflight;
mod rules;
mod typed;
