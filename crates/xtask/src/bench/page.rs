//! How soon a page has its first answer: `STARTUP.md`.
use crate::tool::npm;
use crate::tool::program;
use crate::tool::root::{core, root};
use std::process::Command;

const HEAD: &str = "<!-- Written by `cargo xtask bench --page`. -->

# From navigation to the first answer

Milliseconds until a page in Chromium has found the two errors in a body of `create_campaign`: medians of 15 visits, \
each row in turn. Scripts are bundled by esbuild and served with gzip -9; 4G is 9 Mbit/s with 170 ms. A cached visit \
is the second one in the same profile.

";

/// Measures the rows in one run, and writes the tables.
pub(crate) fn page() -> Result<(), String> {
    for folder in ["benches/node", "crates/xtask/npm", "tests/browser"] {
        npm::install(folder)?;
    }
    let mut node = Command::new("node");
    let tables = program::output(node.arg("tests/browser/start.js").current_dir(root()))?;
    print!("{tables}");
    let path = core().join("STARTUP.md");
    std::fs::write(&path, format!("{HEAD}{tables}")).map_err(|error| format!("{}: {error}", path.display()))
}
