//! The names of files as platforms want them: relative to the root of the repository.
use crate::config::absolute;
use crate::input::STDIN;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

/// A repository.
pub(super) struct Repository {
    /// Its root, as an absolute path.
    root: Option<PathBuf>,
}

/// The place of a file, with `/` between names.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    /// The path from the root of the repository, without `.` and `..`.
    Inside(String),
    /// The absolute path of a file that is not in the repository.
    Outside(String),
    /// Standard input, without a name.
    Stdin,
}

impl Repository {
    /// Finds the repository of the current folder or, if there is none, the one of the workflow. The last resort is the
    /// current folder itself.
    pub(super) fn find() -> Self {
        let here = std::env::current_dir().and_then(|folder| folder.canonicalize()).ok();
        let above = here.iter().flat_map(|here| here.ancestors()).find(|folder| folder.join(".git").exists());
        let workspace = || Path::new(&std::env::var_os("GITHUB_WORKSPACE")?).canonicalize().ok();
        let root = above.map(Path::to_owned).or_else(workspace).or_else(|| here.clone());
        Repository { root }
    }

    /// Returns the place of a file with this name.
    pub(super) fn place(&self, name: &str) -> Place {
        if name == STDIN {
            return Place::Stdin;
        }
        let path = absolute(Path::new(name)).map(|path| without_dots(&path)).unwrap_or_else(|| name.into());
        match self.root.as_ref().and_then(|root| path.strip_prefix(root).ok()) {
            Some(inside) => {
                Place::Inside(inside.iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/"))
            }
            None => Place::Outside(with_slashes(&path)),
        }
    }
}

impl Place {
    /// Returns the path, or what stands for standard input.
    pub(super) fn path(&self) -> &str {
        match self {
            Place::Inside(path) | Place::Outside(path) => path,
            Place::Stdin => STDIN,
        }
    }
}

/// Resolves `..` in the path of a folder that does not exist, which the file system cannot do.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

/// Returns a path with slashes and, on Windows, without the prefix of resolved paths.
fn with_slashes(path: &Path) -> String {
    let path = path.to_string_lossy();
    match cfg!(windows) {
        true => path.trim_start_matches(r"\\?\").replace('\\', "/"),
        false => path.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn places_are_relative_to_the_root() {
        let repository = Repository { root: Some("/no/repo".into()) };
        let inside = |path: &str| Place::Inside(path.to_owned());
        assert_eq!(repository.place("/no/repo/a/b.json"), inside("a/b.json"));
        assert_eq!(repository.place("/no/repo/./a/../../repo/b.json"), inside("b.json"));
        assert_eq!(repository.place("/no/repository/b.json"), Place::Outside("/no/repository/b.json".into()));
        assert_eq!(repository.place("/no/repo/../../../b.json"), Place::Outside("/b.json".into()));
        assert_eq!(repository.place("-"), Place::Stdin);
    }
}
