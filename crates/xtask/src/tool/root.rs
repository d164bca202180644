//! Paths of the repository.
use std::path::PathBuf;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The crate that declares the rules.
pub(crate) fn core() -> PathBuf {
    root().join("crates/coldsend-lint")
}
