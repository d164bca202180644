//! The size of the package: its modules, and minified bundles of its functions.
use super::read;
use crate::npm;
use crate::program::{self, through};
use crate::root::root;
use std::path::Path;
use std::process::Command;

/// The maximum size of a bundle of `check` after gzip -9.
const MAX_BUNDLE: usize = 97_000;

/// The maximum size of the installed package.
const MAX_PACKAGE: usize = 3_060_000;

/// Prints the sizes. Fails if the module is built as published and its bundle is too large.
pub(super) fn report(dist: &Path, is_published: bool) -> Result<(), String> {
    println!("{:<30}{:>9}{:>9}{:>9}", "bytes", "raw", "gzip -9", "brotli");
    let row = |name: &str, bytes: &[u8]| {
        let (gzip, brotli) = compressed(bytes)?;
        println!("{name:<30}{:>9}{gzip:>9}{brotli:>9}", bytes.len());
        Ok::<usize, String>(gzip)
    };
    for name in ["coldsend-lint.wasm", "answers.wasm", "preflight.wasm", "leads.wasm", "node.wasm"] {
        row(name, &read(&dist.join(name))?)?;
    }
    for (function, entry) in
        [("preflight", "browser"), ("explain", "browser"), ("checkLeads", "browser"), ("bindForm", "form")]
    {
        row(&format!("bundle of import {{ {function} }}"), &bundle(function, entry)?)?;
    }
    let bundle = row("bundle of import { check }", &bundle("check", "browser")?)?;
    let (packed, package) = packed()?;
    println!("{:<30}{package:>9}{packed:>9}", "npm pack: installed, tarball");
    for (what, size, most) in [("bundle of check", bundle, MAX_BUNDLE), ("package", package, MAX_PACKAGE)] {
        match size > most {
            true if is_published => return Err(format!("the {what} has {size} bytes, more than {most}")),
            true => {
                println!(
                    "the {what} has {size} bytes; --small builds what is published, with {most} at most"
                );
            }
            false => {}
        }
    }
    Ok(())
}

/// Returns the sizes of the tarball and of what is in it.
fn packed() -> Result<(usize, usize), String> {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--dry-run", "--json"]).current_dir(root().join("pkg"));
    let report = program::output(&mut npm)?;
    let report: serde_json::Value =
        serde_json::from_str(&report).map_err(|error| format!("npm pack: {error}"))?;
    let size = |name: &str| report[0][name].as_u64().and_then(|size| usize::try_from(size).ok());
    size("size").zip(size("unpackedSize")).ok_or_else(|| format!("npm pack reports no sizes: {report}"))
}

/// Bundles one function for a browser, with esbuild.
fn bundle(function: &str, entry: &str) -> Result<Vec<u8>, String> {
    let tools = npm::install("crates/xtask/npm")?;
    let mut esbuild = Command::new(tools.join("esbuild/bin/esbuild"));
    esbuild.args(["--bundle", "--minify", "--format=esm", "--platform=browser", "--charset=utf8"]);
    esbuild.arg("--loader=js").current_dir(root().join("pkg"));
    let script = format!("import {{ {function} }} from \"./src/{entry}.js\"; globalThis.f = {function};");
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
