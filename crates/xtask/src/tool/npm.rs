//! npm packages, in the versions of a folder's lock file.
use super::program;
use super::root::root;
use std::path::PathBuf;
use std::process::Command;

/// Installs the packages of a folder's `package-lock.json`, unless they are up to date, and returns their folder.
pub(crate) fn install(folder: &str) -> Result<PathBuf, String> {
    let folder = root().join(folder);
    let (lock, modules) = (folder.join("package-lock.json"), folder.join("node_modules"));
    let stamp = modules.join(".installed");
    let wanted = std::fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(modules);
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&folder);
    program::run(&mut npm)?;
    std::fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(modules)
}
