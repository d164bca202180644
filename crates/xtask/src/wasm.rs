//! `cargo xtask wasm`: builds the npm package into `pkg/dist` and prints its size.
mod bindings;
mod compiler;
mod inline;
mod node;
mod size;

use crate::npm;
use crate::program;
use crate::root::root;
use compiler::Compiler;
use std::path::Path;
use std::process::Command;

/// How to build.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    /// With the installed toolchain.
    Installed,
    /// With the standard library built from source, as published.
    Small,
}

/// A WebAssembly module of the package.
struct Module {
    /// Its file in `pkg/dist`, without the extension.
    name: &'static str,
    /// The prefix of the names of its scripts.
    prefix: &'static str,
    /// The features with which the crate is built.
    features: &'static str,
    goal: Goal,
    /// The script with its text for Node, without the extension.
    node: Option<&'static str>,
}

/// What a module is optimized for.
#[derive(Clone, Copy, PartialEq)]
enum Goal {
    /// Size, for browsers.
    Size,
    /// Speed, for Node, which does not wait for a download.
    Speed,
}

/// The modules are separate so that a page that only checks does not load the code that explains or predicts.
/// `preflight` includes the checks: using the outcome of the first module would make the two smaller together, but each
/// would need the other.
const MODULES: [Module; 5] = [
    Module { name: "coldsend-lint", prefix: "", features: "check", goal: Goal::Size, node: None },
    Module {
        name: "answers",
        prefix: "answers-",
        features: "explain",
        goal: Goal::Size,
        node: Some("answers"),
    },
    Module {
        name: "preflight",
        prefix: "preflight-",
        features: "preflight",
        goal: Goal::Size,
        node: Some("preflight"),
    },
    Module { name: "leads", prefix: "leads-", features: "leads", goal: Goal::Size, node: Some("leads") },
    Module { name: "node", prefix: "node-", features: "check", goal: Goal::Speed, node: Some("check") },
];

pub(crate) fn run(profile: Profile) -> Result<(), String> {
    let compiler = Compiler::find(profile)?;
    println!("{}", compiler.about());
    let dist = root().join("pkg/dist");
    // What an earlier version built must not be published.
    if dist.exists() {
        std::fs::remove_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    std::fs::create_dir_all(dist.join("node")).map_err(|error| format!("{}: {error}", dist.display()))?;
    for Module { name, prefix, features, goal, node } in MODULES {
        let (glue, module) = (dist.join(format!("{prefix}glue.js")), dist.join(format!("{name}.wasm")));
        bindings::write(&compiler.build(features, goal)?, &glue, &module)?;
        bindings::without_blanks(&glue)?;
        optimize(&module, goal)?;
        let bytes = read(&module)?;
        if goal == Goal::Size {
            write(&dist.join(format!("{prefix}inline.js")), &inline::script(&bytes))?;
        }
        if let Some(node) = node {
            write(&dist.join(format!("node/{node}.js")), &inline::zipped(&bytes)?)?;
        }
    }
    node::bundle()?;
    size::report(&dist, matches!(compiler, Compiler::Debian(_)))
}

/// The options of wasm-opt. The first kilobyte of memory, at the end of the stack, is never used. The skipped passes
/// would make the module smaller, but larger after compression.
const OPTIMIZE: [&str; 7] = [
    "-Oz",
    "--low-memory-unused",
    "--skip-pass=memory-packing",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--one-caller-inline-max-function-size",
    "20",
];

/// Optimizes a module with wasm-opt from npm, because Debian's writes broken modules.
fn optimize(module: &Path, goal: Goal) -> Result<(), String> {
    let options = match goal {
        Goal::Size => &OPTIMIZE[..],
        Goal::Speed => &["-O3", "--low-memory-unused"],
    };
    let tools = npm::install("crates/xtask/npm")?;
    let mut optimizer = Command::new("node");
    optimizer.arg(tools.join("binaryen/bin/wasm-opt")).args(options).arg(module).arg("-o").arg(module);
    program::run(&mut optimizer)?;
    bindings::without_custom_sections(module)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
