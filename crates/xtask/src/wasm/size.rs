//! The size of the package: its modules, and minified bundles of its functions.
use super::read;
use crate::npm;
use crate::program::through;
use crate::root::root;
use std::path::Path;
use std::process::Command;

/// The maximum size of a bundle of `check` after gzip -9.
const MAX_BUNDLE: usize = 62_000;

/// Prints the sizes. Fails if the module is built as published and its bundle is too large.
pub(super) fn report(dist: &Path, is_published: bool) -> Result<(), String> {
    println!("{:<30}{:>9}{:>9}{:>9}", "bytes", "raw", "gzip -9", "brotli");
    let row = |name: &str, bytes: &[u8]| {
        let (gzip, brotli) = compressed(bytes)?;
        println!("{name:<30}{:>9}{gzip:>9}{brotli:>9}", bytes.len());
        Ok::<usize, String>(gzip)
    };
    for name in ["coldsend-lint.wasm", "answers.wasm", "preflight.wasm", "node.wasm"] {
        row(name, &read(&dist.join(name))?)?;
    }
    row("coldsend-lint.wasm, packed", &read(&dist.join("inline.js"))?)?;
    for function in ["preflight", "explain"] {
        row(&format!("bundle of import {{ {function} }}"), &bundle(function)?)?;
    }
    let gzipped = row("bundle of import { check }", &bundle("check")?)?;
    match gzipped > MAX_BUNDLE {
        true if is_published => Err(format!("the bundle has {gzipped} bytes, more than {MAX_BUNDLE}")),
        true => {
            println!(
                "the bundle has {gzipped} bytes; --small builds what is published, with {MAX_BUNDLE} at most"
            );
            Ok(())
        }
        false => Ok(()),
    }
}

/// Bundles one function for a browser, with esbuild.
fn bundle(function: &str) -> Result<Vec<u8>, String> {
    let tools = npm::install("crates/xtask/npm")?;
    let mut esbuild = Command::new(tools.join("esbuild/bin/esbuild"));
    esbuild.args(["--bundle", "--minify", "--format=esm", "--platform=browser", "--charset=utf8"]);
    esbuild.arg("--loader=js").current_dir(root().join("pkg"));
    let script = format!("import {{ {function} }} from \"./src/browser.js\"; globalThis.f = {function};");
    through(&mut esbuild, script.as_bytes())
}

/// Returns the sizes after gzip -9 and brotli 11.
fn compressed(bytes: &[u8]) -> Result<(usize, usize), String> {
    let script = "const z = require('zlib'), b = require('fs').readFileSync(0);\
                  console.log(z.gzipSync(b, { level: 9 }).length, z.brotliCompressSync(b).length)";
    let mut node = Command::new("node");
    node.args(["-e", script]);
    let output = String::from_utf8(through(&mut node, bytes)?).map_err(|error| error.to_string())?;
    let mut sizes = output.split_whitespace().map_while(|size| size.parse().ok());
    sizes.next().zip(sizes.next()).ok_or_else(|| format!("no sizes: {output}"))
}
