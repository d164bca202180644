//! Helpers for the tests: fixtures, the API's errors page, and random data.
mod errors_page;
mod fixtures;
mod mutated;
mod planted;
mod response;
mod transcripts;

pub use errors_page::{ERRORS_PAGE, blocks_of_the_errors_page, compact};
pub use fixtures::{Answer, Fixture, Promise, RequestFixture, fixtures};
pub use mutated::mutated_answers;
pub use planted::{
    CREDENTIALS, FOREIGN, Planted, SECRET, SPELLINGS, planted, planted_answers, planted_pastes,
};
pub use response::{Response, responses};
pub use transcripts::{EXPLAINED, LISTS, PASTES, inputs, mutated_transcripts, transcripts};

use std::path::{Path, PathBuf};

/// Returns the folder of the tests.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the files and folders in a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}
