//! What people wait for on the command line.
use super::children::median;
use super::folder;
use crate::tool::root::root;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The number of starts and of runs over many inputs, whose median counts.
const STARTS: usize = 20;
const RUNS: usize = 5;
/// The number of files for `check`, in folders of a hundred, and of lines for `batch`.
const FILES: usize = 10_000;
const LINES: usize = 20_000;
const LINES_FILE: &str = "lines.ndjson";

/// The time of a command.
pub(super) struct Time {
    pub(super) command: &'static str,
    pub(super) milliseconds: f64,
}

pub(super) fn measure() -> Result<Vec<Time>, String> {
    let describe = |error: std::io::Error| format!("{}: {error}", folder().display());
    let files = files().map_err(describe)?;
    write_lines().map_err(describe)?;
    let check = |format| {
        let options = ["check", "--as", "add_lead", "--format", format];
        options.into_iter().chain(files.iter().map(String::as_str)).collect()
    };
    let rows: [(&str, Vec<&str>, usize); 5] = [
        ("`coldsend-lint --version`", vec!["--version"], STARTS),
        ("`check` of one file", vec!["check", "--as", "add_lead", &files[1]], STARTS),
        ("`check --format json` of 10,000 files", check("json"), RUNS),
        ("`check --format sarif` of 10,000 files", check("sarif"), RUNS),
        ("`batch` of 20,000 lines", vec!["batch", LINES_FILE], RUNS),
    ];
    let time = |(command, arguments, runs): (_, Vec<&str>, _)| {
        let times = (0..runs).map(|_| milliseconds(&arguments)).collect::<Result<_, _>>()?;
        Ok(Time { command, milliseconds: median(times) })
    };
    rows.into_iter().map(time).collect()
}

/// Runs the command line, whose output is not shown.
fn milliseconds(arguments: &[&str]) -> Result<f64, String> {
    let mut command = Command::new(root().join("target/release/coldsend-lint"));
    command.args(arguments).current_dir(folder()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().map_err(|error| format!("coldsend-lint could not start: {error}"))?;
    let elapsed = start.elapsed();
    // Status 1 means that a request is rejected.
    match status.code() {
        Some(0 | 1) => Ok(elapsed.as_secs_f64() * 1e3),
        _ => Err(format!("coldsend-lint {} failed ({status})", arguments[0])),
    }
}

/// Writes small files, every tenth of which is rejected, and returns their paths in the folder.
fn files() -> std::io::Result<Vec<String>> {
    let write = |index: usize| {
        let part = format!("files/{}", index / 100);
        let domain = if index.is_multiple_of(10) { "" } else { "@example.com" };
        let path = format!("{part}/{index}.json");
        fs::create_dir_all(folder().join(part))?;
        fs::write(
            folder().join(&path),
            format!("{{\"email\": \"ada.{index}{domain}\", \"first_name\": \"Ada\"}}\n"),
        )?;
        Ok(path)
    };
    (0..FILES).map(write).collect()
}

/// Writes the bodies of the corpus for `batch`, again and again.
fn write_lines() -> std::io::Result<()> {
    let bodies = fs::read_to_string(folder().join("bodies.ndjson"))?;
    let lines: Vec<&str> = bodies.lines().cycle().take(LINES).collect();
    fs::write(folder().join(LINES_FILE), lines.join("\n") + "\n")
}
