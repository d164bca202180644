//! `cargo xtask wasm`: builds the npm package into `pkg/dist` and prints its size.
mod bindings;
mod compiler;
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
    /// The name of its file.
    name: &'static str,
    /// The prefix of the names of its two scripts.
    prefix: &'static str,
    /// The features with which the crate is built.
    features: &'static str,
    /// How it is embedded in a script, if it is.
    text: Option<Text>,
    goal: Goal,
}

/// What a module is optimized for.
#[derive(Clone, Copy, PartialEq)]
enum Goal {
    /// Size, for browsers.
    Size,
    /// Speed, for Node, which reads it from a file.
    Speed,
}

/// How a module is embedded in a script as text.
#[derive(Clone, Copy)]
enum Text {
    /// As small as possible, but slow to unpack.
    Packed,
    /// Larger, but ready to use immediately.
    Plain,
}

/// The modules are separate so that a page that only checks does not load the code that explains or predicts.
/// `preflight` includes the checks: using the outcome of the first module would make the two smaller together, but each
/// would need the other.
const MODULES: [Module; 4] = [
    module("coldsend-lint", "", "check", Some(Text::Packed), Goal::Size),
    module("answers", "answers-", "explain", Some(Text::Plain), Goal::Size),
    module("preflight", "preflight-", "preflight", Some(Text::Plain), Goal::Size),
    module("node", "node-", "check", None, Goal::Speed),
];

const fn module(
    name: &'static str,
    prefix: &'static str,
    features: &'static str,
    text: Option<Text>,
    goal: Goal,
) -> Module {
    Module { name, prefix, features, text, goal }
}

pub(crate) fn run(profile: Profile) -> Result<(), String> {
    let compiler = Compiler::find(profile)?;
    println!("{}", compiler.about());
    let dist = root().join("pkg/dist");
    std::fs::create_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    for Module { name, prefix, features, text, goal } in MODULES {
        let (glue, module) = (dist.join(format!("{prefix}glue.js")), dist.join(format!("{name}.wasm")));
        bindings::write(&compiler.build(features, goal)?, &glue, &module)?;
        optimize(&module, goal)?;
        let script = dist.join(format!("{prefix}inline.js"));
        match text {
            Some(Text::Packed) => pack(&module, &script)?,
            Some(Text::Plain) => inline(&module, &script)?,
            None => {}
        }
    }
    size::report(&dist, matches!(compiler, Compiler::Debian(_)))
}

/// The options of wasm-opt. The first kilobyte of memory, at the end of the stack, is never used. The skipped passes
/// would make the module smaller but harder to pack: the packer does better with data in one piece, values computed
/// twice and functions with a single caller.
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

/// Writes the module as text, for entry points that must not read a file. One character per byte compresses as well as
/// the bytes do; base64 would be a fifth larger.
fn inline(module: &Path, script: &Path) -> Result<(), String> {
    let mut text = String::from("export default \"");
    for byte in read(module)? {
        match byte {
            b'"' | b'\\' => text.extend(['\\', char::from(byte)]),
            b'\n' => text += "\\n",
            b'\r' => text += "\\r",
            0 => text += "\\x00",
            _ => text.push(char::from(byte)),
        }
    }
    text += "\";\n";
    std::fs::write(script, text).map_err(|error| format!("{}: {error}", script.display()))
}

/// Writes the module as text, packed better than by any server's compression.
fn pack(module: &Path, script: &Path) -> Result<(), String> {
    let mut pack = Command::new("node");
    pack.arg(root().join("crates/xtask/npm/pack.mjs"));
    program::run(pack.args([module, script]))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}
