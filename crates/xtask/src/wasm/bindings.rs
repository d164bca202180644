//! The JavaScript side of the module, by the library behind wasm-bindgen's command, of the same version.
use std::path::Path;

#[cfg(feature = "wasm")]
pub(super) fn write(built: &Path, glue: &Path, module: &Path) -> Result<(), String> {
    let told = |error: &dyn std::fmt::Display| format!("wasm-bindgen: {error:#}");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.web(true).map_err(|error| told(&error))?;
    bindgen.input_path(built).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    // Every browser that runs the module has it.
    bindgen.encode_into(wasm_bindgen_cli_support::EncodeInto::Always);
    let mut output = bindgen.generate_output().map_err(|error| told(&error))?;
    let written = |path: &Path, content: &[u8]| {
        std::fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
    };
    written(glue, output.js().as_bytes())?;
    written(module, &output.wasm_mut().emit_wasm())
}

/// Without the feature the program is not here.
#[cfg(not(feature = "wasm"))]
pub(super) fn write(_: &Path, _: &Path, _: &Path) -> Result<(), String> {
    Err("xtask was built without its feature wasm".to_owned())
}

/// Drops the list of features that wasm-opt needed; a host finds out by itself.
pub(super) fn without_features(module: &Path) -> Result<(), String> {
    let bytes = super::read(module)?;
    let (header, mut rest) = bytes.split_at_checked(8).ok_or("the module is too short")?;
    let mut kept = header.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (length, body) = leb128(after).ok_or("the module is broken")?;
        let (content, others) = body.split_at_checked(length).ok_or("the module is broken")?;
        const CUSTOM: u8 = 0;
        if *id != CUSTOM {
            kept.extend_from_slice(&rest[..rest.len() - others.len()]);
        }
        debug_assert!(content.len() == length);
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
