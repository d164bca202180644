//! Virtual environments of Python in `.tools`, rebuilt when their pinned requirements change.
use super::apt;
use super::program::run;
use super::root::root;
use std::path::PathBuf;
use std::process::Command;

/// The version of Python. The oracle's answers depend on its Unicode tables and its JSON parser.
const VERSION: &str = "3.11";

/// Returns the Python of the environment with this name. Creates the environment if it is missing or if the
/// `requirements.txt` in the folder has changed.
pub(crate) fn python(name: &str, folder: &str) -> Result<PathBuf, String> {
    let home = root().join(".tools").join(name);
    let requirements = root().join(folder).join("requirements.txt");
    let wanted = std::fs::read_to_string(&requirements)
        .map_err(|error| format!("{}: {error}", requirements.display()))?;
    let (stamp, python) = (home.join("requirements.txt"), home.join("bin/python"));
    if std::fs::read_to_string(&stamp).is_ok_and(|made| made == wanted) && python.exists() {
        return Ok(python);
    }
    println!("making a Python environment: {name}");
    let system = system_python()?;
    // Debian's Python has no pip to install in an environment until python3-venv is installed.
    let make = || run(Command::new(system).args(["-m", "venv", "--clear"]).arg(&home));
    if make().is_err() {
        apt::install(&["python3-venv"])?;
        make()?;
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", "-r"]);
    run(pip.arg(&requirements))?;
    std::fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(python)
}

fn system_python() -> Result<&'static str, String> {
    let is_wanted = |name: &&str| {
        let output = Command::new(name).arg("--version").output();
        output.is_ok_and(|output| {
            String::from_utf8_lossy(&output.stdout).trim().strip_prefix("Python ").is_some_and(|version| {
                version.strip_prefix(VERSION).is_some_and(|patch| patch.starts_with('.'))
            })
        })
    };
    ["python3.11", "python3", "python"].into_iter().find(is_wanted).ok_or_else(|| {
        format!("Python {VERSION} is missing; the API's answers depend on its Unicode version")
    })
}
