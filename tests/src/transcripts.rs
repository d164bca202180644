//! What people paste into `explain`, with bytes changed, removed, added and repeated.
use crate::mutated::Random;
use crate::{files, folder};
use std::path::Path;

/// The folders of the cases with such texts.
const FOLDERS: [&str; 9] = [
    "attack",
    "client-log",
    "curl-v",
    "har",
    "other-copies",
    "powershell7",
    "problem-json",
    "secrets-in-transcripts",
    "statuses",
];
/// The end of the name of an output.
const OUTPUT: &str = "snap";

/// Returns what people paste into `explain`.
///
/// # Errors
///
/// If a file cannot be read.
pub fn transcripts() -> Result<Vec<Vec<u8>>, String> {
    let mut texts = Vec::new();
    for kind in FOLDERS {
        let is_input =
            |path: &&std::path::PathBuf| path.extension().is_none_or(|extension| extension != OUTPUT);
        for path in files(&folder().join("cases").join(kind))?.iter().filter(is_input) {
            texts.push(read(path)?);
        }
    }
    Ok(texts)
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
