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

/// How small to build.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Effort {
    /// With what the machine has.
    Installed,
    /// With the standard library built from source: this is published.
    Small,
}

/// A WebAssembly module of the package.
struct Module {
    /// The name of its file.
    name: &'static str,
    /// What the names of its script and of its text begin with.
    prefix: &'static str,
    /// The features of the crate that it has.
    features: &'static str,
    /// How its text is written.
    text: Text,
}

/// How a module becomes the text in a script.
#[derive(Clone, Copy)]
enum Text {
    /// As small as possible, but slow to unpack.
    Packed,
    /// Ready immediately.
    Plain,
}

/// Apart, so that who checks does not load what explains or predicts. The module that predicts checks by itself: with the
/// outcome of another module, both together would be smaller, but each of them would need the other.
const MODULES: [Module; 3] = [
    Module { name: "coldsend-lint", prefix: "", features: "check", text: Text::Packed },
    Module { name: "answers", prefix: "answers-", features: "explain", text: Text::Plain },
    Module { name: "preflight", prefix: "preflight-", features: "preflight", text: Text::Plain },
];

pub(crate) fn run(effort: Effort) -> Result<(), String> {
    let compiler = Compiler::find(effort)?;
    println!("{}", compiler.about());
    let dist = root().join("pkg/dist");
    std::fs::create_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    for Module { name, prefix, features, text } in MODULES {
        let (glue, module) = (dist.join(format!("{prefix}glue.js")), dist.join(format!("{name}.wasm")));
        bindings::write(&compiler.build(features)?, &glue, &module)?;
        optimize(&module)?;
        let script = dist.join(format!("{prefix}inline.js"));
        match text {
            Text::Packed => pack(&module, &script)?,
            Text::Plain => inline(&module, &script)?,
        }
    }
    size::report(&dist, matches!(compiler, Compiler::Debian(_)))
}

/// Nothing is ever in the first kilobyte of the stack's end. What is skipped saves bytes, and with them what the packer
/// would have known again: data in one piece, values computed twice, functions called at one place.
const OPTIMIZE: [&str; 7] = [
    "-Oz",
    "--low-memory-unused",
    "--skip-pass=memory-packing",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--one-caller-inline-max-function-size",
    "20",
];

/// Debian's own wasm-opt writes broken modules, so it is npm's.
fn optimize(module: &Path) -> Result<(), String> {
    let tools = npm::install("crates/xtask/npm")?;
    let mut optimizer = Command::new("node");
    optimizer.arg(tools.join("binaryen/bin/wasm-opt")).args(OPTIMIZE).arg(module).arg("-o").arg(module);
    program::run(&mut optimizer)?;
    bindings::without_custom_sections(module)
}

/// The module as text, for entries that must not read a file: a character a byte, which compresses as well as
/// the bytes do, where base64 would take a fifth more.
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

/// The module as text that is packed as no server's compression would.
fn pack(module: &Path, script: &Path) -> Result<(), String> {
    let mut pack = Command::new("node");
    pack.arg(root().join("crates/xtask/npm/pack.mjs"));
    program::run(pack.args([module, script]))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}
