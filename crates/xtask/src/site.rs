//! `cargo xtask site`: the page to try coldsend-lint and the reference of the rules, as static files.
//!
//! - `data`     what the scripts need from the declarations
//! - `markdown` Markdown of the reference as HTML, with links and examples
//! - `rules`    the pages of the reference
//! - `shell`    what all pages share
mod data;
mod markdown;
mod rules;
mod shell;

pub(crate) use shell::POLICY;

use crate::tool::root::root;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of the site by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The folder of the page's own scripts and styles, in `pkg` as in the site.
const ASSETS: &str = "site";

/// Writes the site into a folder, by default `target/site`. Other files in the folder are left alone.
pub(crate) fn run(folder: Option<&str>) -> Result<(), String> {
    let default = root().join("target/site");
    let folder = folder.map_or(default.as_path(), Path::new);
    let files = files()?;
    for (path, content) in &files {
        let path = folder.join(path);
        let describe = |error| format!("{}: {error}", path.display());
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(describe)?;
        fs::write(&path, content).map_err(describe)?;
    }
    let size = files.values().map(Vec::len).sum::<usize>() / 1_000;
    println!("{}: {} files, {size} kB", folder.display(), files.len());
    Ok(())
}

/// Builds the site.
pub(crate) fn files() -> Result<Files, String> {
    let package = root().join("pkg");
    if !package.join("dist/glue.js").exists() {
        return Err("pkg/dist is not built; run `cargo xtask wasm` first".to_owned());
    }
    let mut files = Files::new();
    for folder in [ASSETS, "src", "dist"] {
        copy(&package, folder, &mut files)?;
    }
    let template = |name: &str| {
        let path = package.join(ASSETS).join(name);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let shell = shell::Shell(template("shell.html")?);
    files.insert("index.html".to_owned(), shell.start(&template("try.html")?));
    files.insert(format!("{ASSETS}/api.js"), data::module().into_bytes());
    files.extend(rules::pages(&shell, &template("search.html")?)?);
    Ok(files)
}

/// Adds the scripts, styles and images in a folder of the package, at any depth.
fn copy(package: &Path, folder: &str, files: &mut Files) -> Result<(), String> {
    let path = package.join(folder);
    let describe = |error: std::io::Error| format!("{}: {error}", path.display());
    for entry in fs::read_dir(&path).map_err(describe)? {
        let entry = entry.map_err(describe)?;
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            // Browsers do not load what is for Node.
            if entry.file_name() != "node" {
                copy(package, &name, files)?;
            }
        } else if [".js", ".css", ".svg"].iter().any(|extension| name.ends_with(extension)) {
            files.insert(name, fs::read(entry.path()).map_err(describe)?);
        }
    }
    Ok(())
}
