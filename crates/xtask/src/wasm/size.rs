//! What the package weighs: its modules, and minified bundles with all they need.
use super::read;
use crate::npm;
use crate::root::root;
use std::path::Path;
use std::process::{Command, Stdio};

/// The bundle should not be larger, compressed by gzip -9.
const WANTED: usize = 40_000;
/// A bundle larger than this fails, so that it does not grow unseen.
const MOST: usize = 72_000;

pub(super) fn tell(dist: &Path) -> Result<(), String> {
    println!("{:<30}{:>9}{:>9}{:>9}", "bytes", "raw", "gzip -9", "brotli");
    let row = |name: &str, bytes: &[u8]| {
        let (gzip, brotli) = compressed(bytes)?;
        println!("{name:<30}{:>9}{gzip:>9}{brotli:>9}", bytes.len());
        Ok::<usize, String>(gzip)
    };
    for name in ["coldsend-lint.wasm", "answers.wasm", "preflight.wasm"] {
        row(name, &read(&dist.join(name))?)?;
    }
    for function in ["preflight", "explain"] {
        row(&format!("bundle of import {{ {function} }}"), &bundle(function)?)?;
    }
    let gzipped = row("bundle of import { check }", &bundle("check")?)?;
    if gzipped > MOST {
        return Err(format!("the bundle has {gzipped} bytes, more than {MOST}"));
    }
    if gzipped > WANTED {
        println!("the bundle has {gzipped} bytes, more than the {WANTED} that are wanted; {MOST} would fail");
    }
    Ok(())
}

/// Of one function, by esbuild, for a browser.
fn bundle(function: &str) -> Result<Vec<u8>, String> {
    let tools = npm::install("crates/xtask/npm")?;
    let mut esbuild = Command::new(tools.join("esbuild/bin/esbuild"));
    esbuild.args(["--bundle", "--minify", "--format=esm", "--platform=browser", "--charset=utf8"]);
    esbuild.arg("--loader=js").current_dir(root().join("pkg")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let script = format!("import {{ {function} }} from \"./src/browser.js\"; globalThis.f = {function};");
    through(&mut esbuild, script.as_bytes())
}

/// Bytes after gzip -9 and brotli 11.
fn compressed(bytes: &[u8]) -> Result<(usize, usize), String> {
    let script = "const z = require('zlib'), b = require('fs').readFileSync(0);\
                  console.log(z.gzipSync(b, { level: 9 }).length, z.brotliCompressSync(b).length)";
    let mut node = Command::new("node");
    node.args(["-e", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let told = String::from_utf8(through(&mut node, bytes)?).map_err(|error| error.to_string())?;
    let mut sizes = told.split_whitespace().map_while(|size| size.parse().ok());
    sizes.next().zip(sizes.next()).ok_or_else(|| format!("no sizes: {told}"))
}

/// What a program makes of these bytes.
fn through(command: &mut Command, input: &[u8]) -> Result<Vec<u8>, String> {
    use std::io::Write;
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.spawn().map_err(|error| format!("{name}: {error}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input).map_err(|error| format!("{name}: {error}"))?;
    }
    let output = child.wait_with_output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(format!("{name} failed ({})", output.status))
    }
}
