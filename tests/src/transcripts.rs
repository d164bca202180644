//! What people paste into `explain`, with bytes changed, removed, added and repeated.
use crate::mutated::Random;
use crate::{files, folder};
use std::path::{Path, PathBuf};

/// The folders of the cases that `explain` reads.
pub const EXPLAINED: [&str; 10] = [
    "attack",
    "client-log",
    "curl-v",
    "detail-dict",
    "har",
    "other-copies",
    "powershell7",
    "problem-json",
    "secrets-in-transcripts",
    "statuses",
];
/// The folder of what clients print and people copy, with a folder for each kind.
pub const PASTES: &str = "pastes";

/// The folder with lists of leads as people have them, by kind.
pub const LISTS: &str = "lead-lists";

/// The extensions of snapshots, accepted and new.
const SNAPSHOTS: [&str; 2] = ["snap", "new"];

/// Returns what people paste into `explain`.
///
/// # Errors
///
/// If a file cannot be read.
pub fn transcripts() -> Result<Vec<Vec<u8>>, String> {
    let cases = folder().join("cases");
    let mut kinds: Vec<PathBuf> = EXPLAINED.iter().map(|kind| cases.join(kind)).collect();
    kinds.extend(inputs(&cases.join(PASTES))?);
    let mut texts = Vec::new();
    for kind in kinds {
        for path in inputs(&kind)? {
            texts.push(read(&path)?);
        }
    }
    Ok(texts)
}

/// Returns the files and folders in a folder of cases, sorted, without snapshots.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn inputs(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut paths = files(folder)?;
    paths.retain(|path| path.extension().is_none_or(|extension| SNAPSHOTS.iter().all(|of| extension != *of)));
    Ok(paths)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Returns this many mutated transcripts, always the same ones.
///
/// # Errors
///
/// If a file cannot be read.
pub fn mutated_transcripts(count: usize) -> Result<impl Iterator<Item = Vec<u8>>, String> {
    let texts = transcripts()?;
    let mut random = Random::default();
    Ok((0..count).map(move |round| {
        let mut text = texts[round % texts.len()].clone();
        for _ in 0..=random.below(8) {
            random.mutate(&mut text);
        }
        if random.below(4) == 0 {
            text.extend_from_slice(&texts[random.below(texts.len())]);
        }
        text
    }))
}
