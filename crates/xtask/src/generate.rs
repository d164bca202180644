//! `cargo xtask generate`: writes the reference from the declarations. A test checks that it is up to date.
mod npm;
mod operations;
mod page;
mod pages;
mod rules;

use crate::tool::root::core;
use coldsend_lint::catalogue;
use std::path::PathBuf;

pub(crate) use page::{effect, statuses};
pub(crate) use rules::{group, markdown as reference};

/// What to do with a generated file.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Mode {
    /// Write it.
    Write,
    /// Check whether it is up to date.
    Check,
}

const COMMAND: &str = "cargo xtask generate";

pub(crate) fn run(mode: Mode) -> Result<(), String> {
    let rules = catalogue::rules();
    let mut files: Vec<(PathBuf, String)> = vec![
        (core().join("RULES.md"), rules::markdown(&rules)),
        (core().join("src/reference/pages.rs"), pages::module(&rules)),
    ];
    files.extend(npm::files()?);
    for rule in &rules {
        let path = core().join(format!("docs/rules/{}.md", rule.id));
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("docs/rules/{}.md: {error}; write the rule's page first", rule.id))?;
        files.push((path, page::with_declarations(rule, &text)?));
    }
    let stale: Vec<&(PathBuf, String)> = files
        .iter()
        .filter(|(path, text)| std::fs::read_to_string(path).ok().as_ref() != Some(text))
        .collect();
    match mode {
        Mode::Check if stale.is_empty() => Ok(()),
        Mode::Check => {
            let names: Vec<String> = stale.iter().map(|(path, _)| path.display().to_string()).collect();
            Err(format!("stale; run {COMMAND}:\n{}", names.join("\n")))
        }
        Mode::Write => stale.iter().try_for_each(|(path, text)| {
            std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
        }),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_reference_is_up_to_date() {
        assert_eq!(super::run(super::Mode::Check), Ok(()));
    }
}
