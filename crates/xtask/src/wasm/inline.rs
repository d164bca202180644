//! A module as text in a script, for entry points that neither read a file nor fetch one.
use crate::program::through;
use std::process::Command;

/// The characters of the text. None needs an escape in a string, nor in HTML or in a template.
const CHARACTERS: &[u8] =
    b" !#%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/// The number of characters that only say that another one follows.
const PREFIXES: usize = 2;

/// Returns a script with the bytes of a module as text: one character for each of the most frequent bytes, two for each
/// of the others. After gzip it is as large as the bytes, which base64 would make larger by a quarter.
pub(super) fn script(bytes: &[u8]) -> String {
    let mut counts = [0_usize; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let mut frequent: Vec<u8> = (0..=255).collect();
    frequent.sort_by_key(|byte| std::cmp::Reverse(counts[usize::from(*byte)]));
    frequent.truncate(CHARACTERS.len() - PREFIXES);
    let others: Vec<u8> = (0..=255).filter(|byte| !frequent.contains(byte)).collect();
    let codes: Vec<Vec<u8>> = (0..=255).map(|byte| code(byte, &frequent, &others)).collect();
    let text: Vec<u8> = bytes.iter().flat_map(|byte| &codes[usize::from(*byte)]).copied().collect();
    format!(
        "export default {{ size: {}, frequent: {frequent:?}, text: \"{}\" }};\n",
        bytes.len(),
        String::from_utf8_lossy(&text)
    )
}

/// Returns the characters for a byte.
fn code(byte: u8, frequent: &[u8], others: &[u8]) -> Vec<u8> {
    let place = |list: &[u8]| list.iter().position(|other| *other == byte);
    match (place(frequent), place(others)) {
        (Some(place), _) => vec![CHARACTERS[PREFIXES + place]],
        (None, place) => {
            let place = place.unwrap_or_default();
            vec![CHARACTERS[place / CHARACTERS.len()], CHARACTERS[place % CHARACTERS.len()]]
        }
    }
}

/// Returns a script with these bytes in Brotli and base64, for Node, which unpacks this in milliseconds. Plain, they would
/// make the package, and each bundle for a server, half a megabyte larger.
pub(super) fn zipped(bytes: &[u8]) -> Result<String, String> {
    let script = "process.stdout.write(require('zlib').brotliCompressSync(require('fs').readFileSync(0)).toString('base64'))";
    let mut node = Command::new("node");
    let text = through(node.args(["-e", script]), bytes)?;
    Ok(format!("export default \"{}\";\n", String::from_utf8_lossy(&text)))
}
