//! Paths of the repository.
use std::path::PathBuf;

/// Returns the root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Returns the folder of the crate that declares the rules.
pub(crate) fn core() -> PathBuf {
    root().join("crates/coldsend-lint")
}
