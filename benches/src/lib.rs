//! Benchmarks: one corpus, and the same work done by coldsend-lint and by its peers.
//!
//! - `corpus`  request bodies and addresses, from a seed
//! - `peers`   structs with the same rejecting rules, for other validators
//! - `rows`    what is measured: each row runs rounds over its inputs and counts the violations
//! - `measure` rounds of all rows, interleaved
//!
//! Peers in other languages are in `node` and `python`, each a process that runs rounds of one row over the same corpus.
//! `cargo xtask bench` measures all of them.
// A benchmark that fails must stop.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod corpus;
pub mod measure;
pub mod peers;
pub mod rows;
