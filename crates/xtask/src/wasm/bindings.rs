//! The JavaScript bindings of a module, written by the library behind the `wasm-bindgen` command, which has the same
//! version as the crate.
use crate::npm;
use crate::program::through;
use std::path::Path;
use std::process::Command;

#[cfg(feature = "wasm")]
pub(super) fn write(built: &Path, glue: &Path, module: &Path) -> Result<(), String> {
    let message = |error: &dyn std::fmt::Display| format!("wasm-bindgen: {error:#}");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.web(true).map_err(|error| message(&error))?;
    bindgen.input_path(built).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    // Every browser that runs the module supports `encodeInto`.
    bindgen.encode_into(wasm_bindgen_cli_support::EncodeInto::Always);
    let mut output = bindgen.generate_output().map_err(|error| message(&error))?;
    let mut script = format!("{TEXT}{}", cut(output.js()));
    // The names of imports contain hashes, which do not compress.
    for (place, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        let short = format!("i{place}");
        script = script.replace(&import.name, &short).replace(&import.module, "");
        import.name = short;
        import.module.clear();
    }
    let written = |path: &Path, content: &[u8]| {
        std::fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
    };
    written(glue, script.as_bytes())?;
    written(module, &output.wasm_mut().emit_wasm())
}

/// The parts of the script that are not needed here: where each begins, where it ends, and what replaces it. `initSync`
/// is the only start and always called with an object, strings may always be reallocated, passing one never fails, and views of the memory
/// and the module are not kept. Encoders and decoders are created on first use, and may be missing. The module may be of
/// another realm, as on Vercel's edge.
#[cfg(feature = "wasm")]
const CUTS: [(&str, &str, &str); 19] = [
    ("try {\nptr0 =", "", "ptr0 ="),
    ("} catch (e) {\nif (ptr", "throw e;\n}\n", ""),
    ("if (module !== undefined) {", "const imports =", "({module} = module);\nconst imports ="),
    ("if (realloc === undefined) {", "let len = arg.length;", "let len = arg.length;"),
    ("let ptr = malloc(len, 1) >>> 0;", "", ENCODED_AT_ONCE),
    (ENCODED_BYTE_BY_BYTE, "arg = arg.slice(offset);", ENCODED),
    ("cachedTextEncoder.encodeInto(arg, view)", "", "encodeInto(arg, view)"),
    ("const cachedTextEncoder = new TextEncoder();", "", ""),
    ("let cachedTextDecoder = ", "const MAX_SAFARI", "let cachedTextDecoder;\nconst MAX_SAFARI"),
    (
        "if (numBytesDecoded >= ",
        "numBytesDecoded = bytes.length;",
        "if (!cachedTextDecoder || numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {\ncachedTextDecoder = createDecoder();\n\
         numBytesDecoded = bytes.length;",
    ),
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
    (
        "if (!(module instanceof WebAssembly.Module)) {",
        "",
        "if (Object.prototype.toString.call(module) !== '[object WebAssembly.Module]') {",
    ),
    ("async function __wbg_load", "function initSync", "function initSync"),
    ("let __wbg_init_promise;", "as default };", "export { initSync };"),
];

/// What the replacements import.
#[cfg(feature = "wasm")]
const TEXT: &str = "import { createDecoder, encodeInto } from '../src/wasm/text.js';\n";

/// A text that is neither short nor long gets room for any characters, so that it is encoded at once.
#[cfg(feature = "wasm")]
const ENCODED_AT_ONCE: &str = "if (len > 40 && len < 65536) {
const ptr = malloc(3 * len, 1) >>> 0;
const { written } = encodeInto(arg, getUint8ArrayMemory0().subarray(ptr, ptr + 3 * len));
WASM_VECTOR_LEN = written;
return realloc(ptr, 3 * len, written, 1) >>> 0;
}
let ptr = malloc(len, 1) >>> 0;";

/// A loop copies the beginning of a text as long as it is ASCII. For all but short texts, the browser's encoder is many
/// times as fast; if the text is not ASCII, it has no room for all of it.
#[cfg(feature = "wasm")]
const ENCODED_BYTE_BY_BYTE: &str = "for (; offset < len; offset++) {";
#[cfg(feature = "wasm")]
const ENCODED: &str = "let read = 0;
if (len > 40) ({ read, written: offset } = encodeInto(arg, mem.subarray(ptr, ptr + len)));
else {
for (; offset < len; offset++) {
const code = arg.charCodeAt(offset);
if (code > 0x7F) break;
mem[ptr + offset] = code;
}
read = offset;
}
if (read !== len) {
if (read !== 0) {
arg = arg.slice(read);";

#[cfg(feature = "wasm")]
fn cut(script: &str) -> String {
    let mut script = script.to_owned();
    for (from, to, instead) in CUTS {
        // Not every script has every part. If a newer wasm-bindgen writes one differently, that part stays.
        let Some((before, rest)) = script.split_once(from) else { continue };
        let Some((_, after)) = rest.split_once(to) else { continue };
        script = format!("{before}{instead}{after}");
    }
    script
}

/// Fails, because without the feature wasm-bindgen is not compiled in.
#[cfg(not(feature = "wasm"))]
pub(super) fn write(_: &Path, _: &Path, _: &Path) -> Result<(), String> {
    Err("xtask was built without its feature wasm".to_owned())
}

/// Removes comments and needless white space from a script, which are two fifths of it.
pub(super) fn without_blanks(script: &Path) -> Result<(), String> {
    let mut esbuild = Command::new(npm::install("crates/xtask/npm")?.join("esbuild/bin/esbuild"));
    esbuild.args(["--minify-whitespace", "--format=esm", "--charset=utf8", "--log-level=warning"]);
    let text = through(&mut esbuild, &super::read(script)?)?;
    super::write(script, &String::from_utf8_lossy(&text))
}

/// Removes all custom sections: the remaining names, and the list of features, which only wasm-opt needs. No host reads
/// them.
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

/// Reads a number in LEB128. Returns it with the bytes that follow.
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
