//! Tests of the core through its public interface.
// Clippy recognizes tests only by their attribute, but their helpers may panic too.
#![allow(clippy::unwrap_used, clippy::panic, clippy::unreachable)]

mod advice;
mod answers;
mod closure;
mod datafusion;
mod endpoint;
mod from_json;
mod goldens;
mod large;
mod leads;
mod one_liners;
mod pages;
mod paths;
mod preflight;
mod rules;
mod secrets;
mod texts;
mod typed;
