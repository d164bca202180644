//! System packages.
use super::program;
use std::process::Command;

/// Installs Debian packages as root; otherwise fails with the command to run.
pub(crate) fn install(packages: &[&str]) -> Result<(), String> {
    let command = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    let is_root =
        Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if !is_root {
        return Err(format!("type this once, then try again: sudo {command}"));
    }
    println!("{command}");
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.args(["--quiet=2", "--yes"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        program::run(&mut apt).is_ok()
    };
    let install = [&["install", "--no-install-recommends"], packages].concat();
    if apt(&install) || (apt(&["update"]) && apt(&install)) {
        Ok(())
    } else {
        Err(format!("failed: {command}"))
    }
}
