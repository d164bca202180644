//! The JavaScript side of the module, by the library behind wasm-bindgen's command, of the same version.
use std::path::Path;

#[cfg(feature = "wasm")]
pub(super) fn write(built: &Path, glue: &Path, module: &Path) -> Result<(), String> {
    let message = |error: &dyn std::fmt::Display| format!("wasm-bindgen: {error:#}");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.web(true).map_err(|error| message(&error))?;
    bindgen.input_path(built).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    // Every browser that runs the module has it.
    bindgen.encode_into(wasm_bindgen_cli_support::EncodeInto::Always);
    let mut output = bindgen.generate_output().map_err(|error| message(&error))?;
    let mut script = cut(output.js());
    // What is imported has names with hashes, which no compression makes short.
    for (import, short) in output.wasm_mut().imports.iter_mut().zip('a'..='z') {
        script = script.replace(&import.name, &short.to_string()).replace(&import.module, "");
        import.name = short.to_string();
        import.module.clear();
    }
    let written = |path: &Path, content: &[u8]| {
        std::fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
    };
    written(glue, script.as_bytes())?;
    written(module, &output.wasm_mut().emit_wasm())
}

/// What the script has for other ways to use it, from a text to another, and what stands for it here: `initSync` is
/// always called with an object, strings may always be moved, none fails to be passed, and views of the memory and the
/// module are not kept.
#[cfg(feature = "wasm")]
const CUTS: [(&str, &str, &str); 10] = [
    ("try {\nptr0 =", "", "ptr0 ="),
    ("} catch (e) {\nif (ptr", "throw e;\n}\n", ""),
    ("if (module !== undefined) {", "const imports =", "({module} = module);\nconst imports ="),
    ("if (realloc === undefined) {", "let len = arg.length;", "let len = arg.length;"),
    ("let cachedDataViewMemory0", ";", ""),
    (
        "if (cachedDataViewMemory0 === null",
        "return cachedDataViewMemory0",
        "return new DataView(wasm.memory.buffer)",
    ),
    ("cachedDataViewMemory0 =", ";", ""),
    ("let wasmModule, wasmInstance, wasm;", "", "let wasm;"),
    ("wasmInstance = instance;", "", ""),
    ("wasmModule = module;", "", ""),
];

#[cfg(feature = "wasm")]
fn cut(script: &str) -> String {
    let mut script = script.to_owned();
    for (from, to, instead) in CUTS {
        // Not every module needs all of it. A newer wasm-bindgen may write it in another way: then nothing is saved.
        let Some((before, rest)) = script.split_once(from) else { continue };
        let Some((_, after)) = rest.split_once(to) else { continue };
        script = format!("{before}{instead}{after}");
    }
    script
}

/// Without the feature the program is not here.
#[cfg(not(feature = "wasm"))]
pub(super) fn write(_: &Path, _: &Path, _: &Path) -> Result<(), String> {
    Err("xtask was built without its feature wasm".to_owned())
}

/// Drops every custom section: what is left of names, and the list of features that wasm-opt needed. No host reads one.
pub(super) fn without_custom_sections(module: &Path) -> Result<(), String> {
    let bytes = super::read(module)?;
    let (header, mut rest) = bytes.split_at_checked(8).ok_or("the module is too short")?;
    let mut kept = header.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (length, body) = leb128(after).ok_or("the module is broken")?;
        let (_, others) = body.split_at_checked(length).ok_or("the module is broken")?;
        const CUSTOM: u8 = 0;
        if *id != CUSTOM {
            kept.extend_from_slice(&rest[..rest.len() - others.len()]);
        }
        rest = others;
    }
    std::fs::write(module, kept).map_err(|error| format!("{}: {error}", module.display()))
}

/// A number, and what follows it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[place + 1..]));
        }
    }
    None
}
