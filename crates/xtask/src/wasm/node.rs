//! The scripts for Node: CommonJS, which Node, Jest and bundlers for servers can all load, and which reads no file.
use super::inline;
use crate::npm;
use crate::program;
use crate::root::root;
use std::process::Command;

/// The scripts, and the modules that they are made of.
const SCRIPTS: [&str; 12] = [
    "check=src/check/node.js",
    "explain=src/answers/node.js",
    "preflight=src/preflight/node.js",
    "leads=src/leads/node.js",
    "issues=src/node/issues.js",
    "rules=src/node/rules.js",
    "index=src/node/index.js",
    "slim=src/node/slim.js",
    "binder=src/form/entry.js",
    "form=src/node/form.js",
    "slim-form=src/node/slim-form.js",
    "messages/de=src/messages/de.js",
];

/// Bundles the scripts into `pkg/dist/node`. They load each other, so that a program has one instance of each module.
pub(super) fn bundle() -> Result<(), String> {
    let package = root().join("pkg");
    let script = "import rules from './src/generated/rules.js'; process.stdout.write(JSON.stringify(rules))";
    let mut node = Command::new("node");
    let rules = program::output(node.args(["--input-type=module", "-e", script]).current_dir(&package))?;
    super::write(&package.join("dist/node/rules.js"), &inline::zipped(rules.as_bytes())?)?;
    let tools = npm::install("crates/xtask/npm")?;
    let mut esbuild = Command::new(tools.join("esbuild/bin/esbuild"));
    esbuild.args(SCRIPTS).args(["--bundle", "--format=cjs", "--platform=node", "--target=node20"]);
    esbuild.args([
        "--external:./*.cjs",
        "--outdir=dist/node",
        "--out-extension:.js=.cjs",
        "--log-level=warning",
    ]);
    // The names of functions stay, for stack traces.
    esbuild.args(["--minify-whitespace", "--charset=utf8"]).current_dir(package);
    program::run(&mut esbuild)
}
