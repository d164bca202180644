//! Finds the configuration of a file.
use super::{Config, NAME, folder};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The configurations read so far, so that each is read once.
#[derive(Default)]
pub(crate) struct Configs {
    read: BTreeMap<PathBuf, Rc<Config>>,
}

impl Configs {
    /// Returns the configuration of a file: the given one or, if there is none, the nearest one. Without a file, the
    /// search starts in the current folder.
    pub(crate) fn of(&mut self, named: Option<&Path>, file: Option<&Path>) -> Result<Rc<Config>, String> {
        let found = match named {
            Some(path) => Some(path.to_owned()),
            None => above(&folder(file.unwrap_or(Path::new("")))),
        };
        let Some(path) = found else { return Ok(Rc::default()) };
        if let Some(config) = self.read.get(&path) {
            return Ok(Rc::clone(config));
        }
        let config = Rc::new(Config::read(&path)?);
        self.read.insert(path, Rc::clone(&config));
        Ok(config)
    }

    /// Returns a message for each glob that matches no file, of the configurations read so far whose folder is in one
    /// of these folders. `files` are all the files in them; all paths are absolute.
    pub(crate) fn unmatched(
        &self,
        named: Option<&Path>,
        folders: &[PathBuf],
        files: &[PathBuf],
    ) -> Vec<String> {
        let mut nearest: BTreeMap<&Path, Option<PathBuf>> = BTreeMap::new();
        let mut files_of: BTreeMap<&Path, Vec<&Path>> = BTreeMap::new();
        if named.is_none() {
            for folder in files.iter().filter_map(|file| file.parent()) {
                nearest.entry(folder).or_insert_with(|| above(folder));
            }
        }
        for file in files {
            let config = named.or_else(|| nearest.get(file.parent()?)?.as_deref());
            if let Some(config) = config {
                files_of.entry(config).or_default().push(file);
            }
        }
        let read = self.read.iter().filter(|(_, config)| folders.iter().any(|folder| config.is_in(folder)));
        read.flat_map(|(path, config)| {
            let files = files_of.get(path.as_path()).map_or(&[][..], Vec::as_slice);
            config.unmatched(files.iter().copied())
        })
        .collect()
    }
}

/// Returns the nearest configuration in a folder or above it.
fn above(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}
