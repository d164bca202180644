//! Rust for WebAssembly: rustup's target if it is installed and the module need not be small. Otherwise Debian's
//! compiler with the source of its standard library, unpacked into `.tools` so that the system does not change.
use super::{Goal, Profile};
use crate::program;
use crate::root::root;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// A small stack: nothing here recurses deeply, and the data that follows gets short addresses.
const STACK: &str = "link-arg=-zstack-size=524288";
const SCRIPT: &str = include_str!("debian-rust.sh");
const BOTH_WAYS: &str = "Rust for WebAssembly is not installed: run `rustup target add wasm32-unknown-unknown`, or \
                         use a machine with Debian, whose packages this unpacks by itself";

pub(crate) enum Compiler {
    Rustup,
    /// Debian's compiler in this folder.
    Debian(PathBuf),
}

impl Compiler {
    pub(crate) fn find(profile: Profile) -> Result<Self, String> {
        let installed = Command::new("rustup").args(["target", "list", "--installed"]).output();
        let has_target = installed
            .is_ok_and(|list| String::from_utf8_lossy(&list.stdout).lines().any(|line| line == TARGET));
        if has_target && profile == Profile::Installed {
            return Ok(Compiler::Rustup);
        }
        let folder = root().canonicalize().map_err(|error| error.to_string())?.join(".tools/rust-web");
        if !folder.join("rustc").exists() {
            if !Path::new("/etc/debian_version").exists() {
                return Err(BOTH_WAYS.to_owned());
            }
            println!("unpacking Debian's Rust for WebAssembly into .tools");
            let mut unpack = Command::new("sh");
            unpack.args(["-c", SCRIPT, "debian-rust"]).arg(&folder);
            program::run(&mut unpack).map_err(|error| format!("{error}\n{BOTH_WAYS}"))?;
        }
        Ok(Compiler::Debian(folder))
    }

    pub(crate) fn about(&self) -> &'static str {
        match self {
            Compiler::Rustup => {
                "building with rustup's WebAssembly target (--small builds what is published)"
            }
            Compiler::Debian(_) => {
                "building with Debian's Rust for WebAssembly, standard library from source"
            }
        }
    }

    /// Builds the crate with these features. Returns the path of the module, which has no bindings yet.
    pub(crate) fn build(&self, features: &str, goal: Goal) -> Result<PathBuf, String> {
        let profile = match goal {
            Goal::Size => "wasm",
            Goal::Speed => "wasm-speed",
        };
        let target = root().join("target/wasm");
        let mut cargo = program::cargo();
        cargo.args(["rustc", "--locked", "--profile", profile, "--package", "coldsend-lint-wasm"]);
        cargo.args(["--no-default-features", "--features", features]);
        if goal == Goal::Size {
            cargo.args(["--features", "small"]);
        }
        cargo.args(["--lib", "--crate-type", "cdylib", "--target", TARGET]).env("CARGO_TARGET_DIR", &target);
        // The module holds no JavaScript values, so it needs no table for them.
        let features = match goal {
            Goal::Size => "-Ctarget-feature=-reference-types",
            Goal::Speed => "-Ctarget-feature=-reference-types,+simd128,+bulk-memory",
        };
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", features);
        if let Compiler::Debian(folder) = self {
            // Nobody sees a panic, so it needs no message.
            cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
            cargo.arg("-Zpanic-immediate-abort");
            cargo.arg("--config").arg(format!("profile.{profile}.panic=\"immediate-abort\""));
            cargo.env("RUSTC", folder.join("rustc")).env("RUSTC_BOOTSTRAP", "1");
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", folder.join("wasm-ld"));
        }
        cargo.args(["--", "-C", STACK]);
        program::run(&mut cargo)?;
        Ok(target.join(TARGET).join(profile).join("coldsend_lint_wasm.wasm"))
    }
}
