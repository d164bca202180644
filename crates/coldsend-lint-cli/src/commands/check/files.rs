//! The files to check: those that are named, and those that are found in folders and by globs.
use crate::config::{absolute, glob};
use crate::input::{Input, reason, requests};
use globset::GlobSet;
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The extension of a body. In a folder, files with it and files of requests are checked.
const BODY: &str = "json";

/// A file to check.
pub(super) struct Target {
    pub(super) name: String,
    /// What to read, or why that is unknown.
    pub(super) input: Result<Input, String>,
    /// Whether it was found, rather than named. A found file may be no request at all.
    pub(super) found: bool,
}

impl Target {
    fn named(input: &Input) -> Target {
        Target { name: input.name(), input: Ok(input.clone()), found: false }
    }

    fn found(path: PathBuf) -> Target {
        let input = Input::File(path);
        Target { name: input.name(), input: Ok(input), found: true }
    }

    fn failed(name: impl Into<String>, error: impl Into<String>) -> Target {
        Target { name: name.into(), input: Err(error.into()), found: false }
    }
}

/// The files that arguments stand for, each once, in the order of the arguments, then by name.
#[derive(Default)]
pub(super) struct Files {
    pub(super) targets: Vec<Target>,
    /// The folders among the arguments, as absolute paths.
    pub(super) folders: Vec<PathBuf>,
    /// All files in these folders, with any extension, as absolute paths.
    pub(super) in_folders: Vec<PathBuf>,
    /// The absolute paths of the targets.
    known: HashSet<PathBuf>,
}

impl Files {
    pub(super) fn new(arguments: &[Input]) -> Files {
        let mut files = Files::default();
        for argument in arguments {
            match argument {
                Input::File(path) if !path.is_dir() => files.known.extend(absolute(path)),
                _ => {}
            }
        }
        for argument in arguments {
            match argument {
                Input::File(path) if path.is_dir() => files.add_folder(path),
                Input::File(path) => match path.to_str() {
                    Some(text) if is_glob(text) && !path.exists() => files.add_glob(text, argument),
                    _ => files.targets.push(Target::named(argument)),
                },
                Input::Stdin => files.targets.push(Target::named(argument)),
            }
        }
        files
    }

    fn add_folder(&mut self, folder: &Path) {
        let (before, mut any) = (self.targets.len(), false);
        let root = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        for entry in walk(folder, None, false) {
            let Some(path) = self.or_failed(entry) else { continue };
            let place = path.strip_prefix(folder).map_or_else(|_| path.clone(), |rest| root.join(rest));
            let is_body = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(BODY));
            if is_body || requests::is_requests(&path) {
                any = true;
                self.add_found(path, place.clone());
            }
            self.in_folders.push(place);
        }
        if !any && self.targets.len() == before {
            let name = folder.to_string_lossy();
            let [one, other] = requests::EXTENSIONS;
            let error = format!(
                "there is no .{BODY}, .{one} or .{other} file in this folder, except hidden or ignored ones"
            );
            self.targets.push(Target::failed(name, error));
        }
        self.folders.push(root);
    }

    fn add_glob(&mut self, written: &str, argument: &Input) {
        let pattern = if cfg!(windows) { written.replace('\\', "/") } else { written.to_owned() };
        let (folder, names) = split(&pattern);
        let Ok(matcher) = glob::compile(names) else {
            // This is an unusual name of a file that does not exist.
            return self.targets.push(Target::named(argument));
        };
        let before = self.targets.len();
        if !self.add_matches(folder, names, &matcher) && self.targets.len() == before {
            self.targets.push(Target::failed(written, "no file matches this glob"));
        }
    }

    /// Adds the files that match, and returns whether there are any.
    fn add_matches(&mut self, folder: &str, names: &str, matcher: &GlobSet) -> bool {
        let root = Path::new(if folder.is_empty() { "./" } else { folder });
        if !root.is_dir() {
            return false;
        }
        let depth = (!names.contains("**") && !names.contains('{')).then(|| names.split('/').count());
        let hidden = names.starts_with('.') || names.contains("/.");
        let mut any = false;
        for entry in walk(root, depth, hidden) {
            let Some(path) = self.or_failed(entry) else { continue };
            let Ok(rest) = path.strip_prefix(root) else { continue };
            if matcher.is_match(rest) {
                any = true;
                let name = if folder.is_empty() { rest.to_owned() } else { path.clone() };
                let place = absolute(&name).unwrap_or_else(|| name.clone());
                self.add_found(name, place);
            }
        }
        any
    }

    fn add_found(&mut self, path: PathBuf, place: PathBuf) {
        if self.known.insert(place) {
            self.targets.push(Target::found(path));
        }
    }

    /// Adds a target that cannot be read if the walk fails.
    fn or_failed(&mut self, entry: Result<PathBuf, ignore::Error>) -> Option<PathBuf> {
        entry.map_err(|error| self.targets.push(failed(error))).ok()
    }
}

/// Returns whether an argument is a glob, unless there is a file of this name.
fn is_glob(text: &str) -> bool {
    text.contains(['*', '?', '[', '{'])
}

/// Splits a glob into the folder that all matches are in, and the rest.
fn split(pattern: &str) -> (&str, &str) {
    let literal = pattern.find(['*', '?', '[', '{', '\\']).and_then(|end| pattern.get(..end));
    let folder = literal.unwrap_or(pattern).rfind('/').map_or(0, |slash| slash + 1);
    pattern.split_at(folder)
}

/// Returns the files in a folder, in a stable order, without those that git ignores. Linked folders are not entered, so
/// that there are no circles.
fn walk(
    folder: &Path,
    depth: Option<usize>,
    hidden: bool,
) -> impl Iterator<Item = Result<PathBuf, ignore::Error>> {
    let mut walk = WalkBuilder::new(folder);
    walk.hidden(!hidden).ignore(false).require_git(false).max_depth(depth);
    walk.filter_entry(|entry| entry.file_name() != ".git").sort_by_file_name(Ord::cmp);
    let path = |entry: ignore::DirEntry| {
        let is_link = entry.file_type().is_some_and(|kind| kind.is_symlink());
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        (is_file || (is_link && entry.path().is_file())).then(|| entry.into_path())
    };
    walk.build().filter_map(move |entry| entry.map(path).transpose())
}

/// Returns a target for what a walk cannot read.
fn failed(mut error: ignore::Error) -> Target {
    let mut name = String::new();
    loop {
        error = match error {
            ignore::Error::WithPath { path, err } => {
                name = path.to_string_lossy().into_owned();
                *err
            }
            ignore::Error::WithDepth { err, .. } => *err,
            ignore::Error::Io(error) => return Target::failed(name, reason(&error)),
            other => return Target::failed(name, other.to_string()),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_are_split_after_the_last_literal_folder() {
        for (pattern, folder, names) in [
            ("*.json", "", "*.json"),
            ("a/b/*.json", "a/b/", "*.json"),
            ("./a*/b", "./", "a*/b"),
            ("/a/**", "/a/", "**"),
            ("a{b/c,d}/e", "", "a{b/c,d}/e"),
            ("a/\\*/?", "a/", "\\*/?"),
        ] {
            assert_eq!(split(pattern), (folder, names));
        }
    }
}
