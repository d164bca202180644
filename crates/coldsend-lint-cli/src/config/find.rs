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
}

/// Returns the nearest configuration in a folder or above it.
fn above(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}
