//! What people wait for on the command line.
use super::children::median;
use super::folder;
use crate::tool::root::root;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The number of starts and of runs over many inputs, whose median counts.
const STARTS: usize = 20;
const RUNS: usize = 5;
/// The number of files for `check`, in folders of a hundred, and of lines for `batch`.
const FILES: usize = 10_000;
const LINES: usize = 20_000;

/// The time of a command.
pub(super) struct Time {
    pub(super) command: &'static str,
    pub(super) milliseconds: f64,
}

pub(super) fn measure() -> Result<Vec<Time>, String> {
    let describe = |error: std::io::Error| format!("{}: {error}", folder().display());
    let files = files().map_err(describe)?;
    let lines = lines().map_err(describe)?;
    let lead = root().join("tests/examples/lead.json");
    let (files, lines, lead) =
        (&*files.to_string_lossy(), &*lines.to_string_lossy(), &*lead.to_string_lossy());
    let check = ["check", "--as", "add_lead", "--format"];
    let rows: [(&str, Vec<&str>, usize); 5] = [
        ("`coldsend-lint --version`", vec!["--version"], STARTS),
        ("`check` of one file", vec!["check", lead], STARTS),
        ("`check --format json` of 10,000 files", [&check[..], &["json", files]].concat(), RUNS),
        ("`check --format sarif` of 10,000 files", [&check[..], &["sarif", files]].concat(), RUNS),
        ("`batch` of 20,000 lines", vec!["batch", lines], RUNS),
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
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().map_err(|error| format!("coldsend-lint could not start: {error}"))?;
    let elapsed = start.elapsed();
    // Status 1 means that a request is rejected.
    match status.code() {
        Some(0 | 1) => Ok(elapsed.as_secs_f64() * 1e3),
        _ => Err(format!("coldsend-lint {} failed ({status})", arguments.join(" "))),
    }
}

/// Writes small files. Every tenth is rejected.
fn files() -> std::io::Result<PathBuf> {
    let files = folder().join("files");
    for index in 0..FILES {
        let folder = files.join((index / 100).to_string());
        let path = folder.join(format!("{index}.json"));
        if path.exists() {
            continue;
        }
        fs::create_dir_all(&folder)?;
        let domain = if index % 10 == 0 { "" } else { "@example.com" };
        fs::write(path, format!("{{\"email\": \"ada.{index}{domain}\", \"first_name\": \"Ada\"}}\n"))?;
    }
    Ok(files)
}

/// Writes the bodies of the corpus for `batch`, again and again.
fn lines() -> std::io::Result<PathBuf> {
    let bodies = fs::read_to_string(folder().join("bodies.ndjson"))?;
    let lines = bodies.lines().cycle().take(LINES).fold(String::new(), |mut lines, line| {
        let _ = writeln!(lines, "{line}");
        lines
    });
    let path = folder().join("lines.ndjson");
    fs::write(Path::new(&path), lines)?;
    Ok(path)
}
