//! `coldsend-lint.toml`: the operations of files, and the levels of rules.
mod find;
pub(crate) mod glob;
pub(crate) mod levels;

pub(crate) use find::Configs;

use crate::args::names;
use crate::excerpt::position::{self, Position, Positions};
use crate::excerpt::text;
use crate::input::{Input, reason};
use coldsend_lint::{Request, redact_credentials};
use globset::GlobSet;
use levels::{Level, Levels};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The name of the configuration file.
pub(crate) const NAME: &str = "coldsend-lint.toml";

/// The content of a configuration file.
#[derive(Debug, Default)]
pub(crate) struct Config {
    /// Its path, for messages.
    name: String,
    /// The folder that its globs are relative to.
    folder: PathBuf,
    operations: Vec<(GlobSet, Request)>,
    /// The positions of the globs of each operation.
    positions: Vec<Vec<Option<Position>>>,
    pub(crate) levels: Levels,
}

/// The file as written. Unknown keys are errors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    operations: Vec<Operations>,
    #[serde(default)]
    allow: Vec<Spanned<String>>,
    #[serde(default)]
    deny: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Operations {
    files: Vec<Spanned<String>>,
    operation: Spanned<String>,
}

/// An error and its byte offset.
struct Wrong {
    at: Option<usize>,
    message: String,
}

impl Wrong {
    fn in_text(text: &Spanned<String>, message: String) -> Wrong {
        Wrong { at: Some(text.span().start), message }
    }
}

/// Returns the reason for an error of the TOML parser, in the words of TOML's documentation.
fn reason_of(error: &toml::de::Error, text: &str) -> String {
    let at = error.span().and_then(|span| text.get(span)).unwrap_or_default();
    match at.starts_with("[operations]") {
        true => "write `[[operations]]`: there may be several".to_owned(),
        false => error.message().replace("a sequence", "a list in brackets"),
    }
}

impl Config {
    /// Reads a configuration file. An error contains its name, the position and the reason.
    pub(crate) fn read(path: &Path) -> Result<Config, String> {
        let name = shown(path);
        let mut bytes = Vec::new();
        let read = Input::File(path.to_owned()).read(&mut bytes);
        read.map_err(|error| position::located(&name, &[], None, &reason(&error)))?;
        match Config::parse(&bytes) {
            Ok(config) => Ok(Config { name, folder: folder(path), ..config }),
            Err(Wrong { at, message }) => {
                Err(position::located(&name, &bytes, at, &redact_credentials(&message)))
            }
        }
    }

    fn parse(bytes: &[u8]) -> Result<Config, Wrong> {
        let text = std::str::from_utf8(bytes).map_err(|error| Wrong {
            at: Some(error.valid_up_to()),
            message: "this is not UTF-8".to_owned(),
        })?;
        let Written { operations, allow, deny } = toml::from_str(text).map_err(|error| Wrong {
            at: error.span().map(|span| span.start),
            message: reason_of(&error, text),
        })?;
        let offsets = operations.iter().flat_map(|entry| &entry.files).map(|glob| glob.span().start);
        let found = Positions::new(bytes, offsets);
        let place = |glob: &Spanned<String>| found.of(glob.span().start);
        let positions = operations.iter().map(|entry| entry.files.iter().map(place).collect()).collect();
        let operations = operations.iter().map(Operations::read).collect::<Result<_, _>>()?;
        let mut levels = Levels::default();
        for (rules, level, named) in
            [(&allow, Level::Allow, names::allowable as fn(&str) -> _), (&deny, Level::Deny, names::rule)]
        {
            for rule in rules {
                let id = named(rule.get_ref()).map_err(|message| Wrong::in_text(rule, message))?;
                if !levels.set(id, level) {
                    return Err(Wrong::in_text(rule, format!("`{id}` is both allowed and denied")));
                }
            }
        }
        Ok(Config { operations, positions, levels, ..Config::default() })
    }

    /// Returns the operation of a file: the first one whose globs match.
    pub(crate) fn operation(&self, file: &Path) -> Option<&Request> {
        let path = absolute(file)?;
        // A file outside the folder is matched by its full path.
        let path = path.strip_prefix(&self.folder).unwrap_or(&path);
        self.operations.iter().find(|(files, _)| files.is_match(path)).map(|(_, operation)| operation)
    }

    /// Returns whether its folder is in another one.
    pub(crate) fn is_in(&self, folder: &Path) -> bool {
        !self.folder.as_os_str().is_empty() && self.folder.starts_with(folder)
    }

    /// Returns a message for each glob that matches none of these files, which are absolute paths.
    pub(crate) fn unmatched<'f>(&self, files: impl IntoIterator<Item = &'f Path>) -> Vec<String> {
        let mut unmatched = self.positions.clone();
        for file in files {
            let path = file.strip_prefix(&self.folder).unwrap_or(file);
            for ((globs, _), unmatched) in self.operations.iter().zip(&mut unmatched) {
                for matched in globs.matches(path) {
                    unmatched.get_mut(matched).map(Option::take);
                }
            }
        }
        let message = |Position { line, column }| {
            format!("{}:{line}:{column}: no file matches this glob", text::name(&self.name))
        };
        unmatched.into_iter().flatten().flatten().map(message).collect()
    }
}

impl Operations {
    fn read(&self) -> Result<(GlobSet, Request), Wrong> {
        let globs = self.files.iter().map(|glob| glob.get_ref().as_str());
        let files = glob::compile_all(globs).map_err(|(i, message)| {
            let glob = self.files.get(i).unwrap_or(&self.operation);
            Wrong::in_text(glob, message)
        })?;
        let operation = names::operation(self.operation.get_ref())
            .map_err(|message| Wrong::in_text(&self.operation, message))?;
        Ok((files, operation))
    }
}

/// Returns a path for display, relative to the current folder if possible.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(fs::canonicalize).unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// Returns the absolute path of a file, with links and `..` resolved in its folder.
pub(crate) fn absolute(file: &Path) -> Option<PathBuf> {
    Some(folder(file).join(file.file_name()?))
}

/// Returns the folder of a file, with links and `..` resolved if it exists.
fn folder(file: &Path) -> PathBuf {
    let folder = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::canonicalize(folder).or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, String> {
        let config = Config::parse(text.as_bytes());
        let config = config.map_err(|wrong| format!("{:?}: {}", wrong.at, wrong.message))?;
        Ok(Config { folder: PathBuf::from("/p"), name: "p.toml".to_owned(), ..config })
    }

    #[test]
    fn the_first_operation_that_matches_is_meant() {
        let config = parse(
            r#"
            [[operations]]
            files = ["campaigns/*.json"]
            operation = "create_campaign"

            [[operations]]
            files = ["**/lead-{a,b}.json", "campaigns/**"]
            operation = "POST /campaigns/{campaign_id}/leads/manual"
            "#,
        )
        .unwrap();
        let operation = |file| config.operation(Path::new(file)).map(|request| request.operation().id());
        assert_eq!(operation("/p/campaigns/x.json"), Some("create_campaign"));
        assert_eq!(operation("/p/campaigns/x/y.json"), Some("add_lead"));
        assert_eq!(operation("/p/lead-a.json"), Some("add_lead"));
        assert_eq!(operation("/elsewhere/x/lead-b.json"), Some("add_lead"));
        assert_eq!(operation("/elsewhere/campaigns/x.json"), None);
        assert_eq!(operation("/p/x.json"), None);
    }

    #[test]
    fn globs_that_match_no_file_are_told() {
        let config = parse(
            "[[operations]]\nfiles = ['a/*.json', './b/']\noperation = 'add_lead'\n\n\
             [[operations]]\nfiles = ['**/c.json']\noperation = 'add_lead'",
        )
        .unwrap();
        let unmatched = |files: &[&str]| config.unmatched(files.iter().map(|file| Path::new(*file)));
        assert_eq!(unmatched(&["/p/a/x.json", "/p/b/c/c.json"]), [""; 0]);
        assert_eq!(unmatched(&["/p/a/x.json", "/p/c.json"]), ["p.toml:2:22: no file matches this glob"]);
        assert_eq!(unmatched(&["/p/a/b/x.json"]).len(), 3);
        assert!(config.is_in(Path::new("/p")) && config.is_in(Path::new("/")));
        assert!(!config.is_in(Path::new("/p/a")) && !Config::default().is_in(Path::new("/")));
    }

    #[test]
    fn levels_are_read() {
        let config =
            parse("allow = ['lead-title']\ndeny = ['variant-content-type', 'campaign-name']").unwrap();
        let mut levels = Levels::default();
        levels.set("lead-title", Level::Allow);
        levels.set("variant-content-type", Level::Deny);
        levels.set("campaign-name", Level::Deny);
        assert_eq!(config.levels, levels);
        assert_eq!(parse("").unwrap().levels, Levels::default());
    }
}
