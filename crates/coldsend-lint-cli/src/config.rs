//! `coldsend-lint.toml`: the operations of files, and the levels of rules.
mod find;
pub(crate) mod levels;

pub(crate) use find::Configs;

use crate::args::names;
use crate::excerpt::position;
use crate::input::reason;
use coldsend_lint::{Request, redact_credentials};
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use levels::{Level, Levels};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The maximum length of a glob in bytes. A compiled glob takes about 700 times as much memory.
const MAX_GLOB: usize = 1 << 12;

/// The name of the configuration file.
pub(crate) const NAME: &str = "coldsend-lint.toml";

/// The content of a configuration file.
#[derive(Debug, Default)]
pub(crate) struct Config {
    /// The folder that its globs are relative to.
    folder: PathBuf,
    operations: Vec<(GlobSet, Request)>,
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

impl Config {
    /// Reads a configuration file. An error contains its name, the position and the reason.
    pub(crate) fn read(path: &Path) -> Result<Config, String> {
        let name = shown(path);
        let bytes = fs::read(path).map_err(|error| format!("{name}: {}", reason(&error)))?;
        let folder = folder(path);
        Config::parse(&bytes, folder).map_err(|Wrong { at, message }| {
            position::located(&name, &bytes, at, &redact_credentials(&message))
        })
    }

    fn parse(bytes: &[u8], folder: PathBuf) -> Result<Config, Wrong> {
        let text = std::str::from_utf8(bytes).map_err(|error| Wrong {
            at: Some(error.valid_up_to()),
            message: "this is not UTF-8".to_owned(),
        })?;
        let Written { operations, allow, deny } = toml::from_str(text).map_err(|error| Wrong {
            at: error.span().map(|span| span.start),
            message: error.message().to_owned(),
        })?;
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
        Ok(Config { folder, operations, levels })
    }

    /// Returns the operation of a file: the first one whose globs match.
    pub(crate) fn operation(&self, file: &Path) -> Option<&Request> {
        let path = folder(file).join(file.file_name()?);
        // A file outside the folder is matched by its full path.
        let path = path.strip_prefix(&self.folder).unwrap_or(&path);
        self.operations.iter().find(|(files, _)| files.is_match(path)).map(|(_, operation)| operation)
    }
}

impl Operations {
    fn read(&self) -> Result<(GlobSet, Request), Wrong> {
        let mut files = GlobSetBuilder::new();
        for glob in &self.files {
            let wrong = |error: globset::Error| Wrong::in_text(glob, error.kind().to_string());
            let length = glob.get_ref().len();
            if length > MAX_GLOB {
                let message = format!("this glob has {length} bytes; the maximum is {MAX_GLOB}");
                return Err(Wrong::in_text(glob, message));
            }
            files.add(build(glob.get_ref()).map_err(wrong)?);
        }
        let files =
            files.build().map_err(|error| Wrong::in_text(&self.operation, error.kind().to_string()))?;
        let operation = names::operation(self.operation.get_ref())
            .map_err(|message| Wrong::in_text(&self.operation, message))?;
        Ok((files, operation))
    }
}

/// Builds a glob in which `*` matches part of a single name, and `**` matches any folders.
fn build(glob: &str) -> Result<Glob, globset::Error> {
    GlobBuilder::new(glob).literal_separator(true).build()
}

/// Returns a path for display, relative to the current folder if possible.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(fs::canonicalize).unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
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
        Config::parse(text.as_bytes(), PathBuf::from("/p"))
            .map_err(|wrong| format!("{:?}: {}", wrong.at, wrong.message))
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
