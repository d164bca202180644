// Decodes a module that is embedded in a script as text; crates/xtask/src/wasm/inline.rs encodes it.

/** The printable characters of ASCII that do not occur in the text. */
const EXCLUDED = "\"$'<\\`";

/** The number of characters that only say that another one follows. */
const PREFIXES = 2;

/**
 * Returns the bytes of a module.
 * @param {{ size: number, frequent: number[], text: string }} module the bytes of one character, then the text
 */
export function bytesOf({ size, frequent, text }) {
  const others = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !frequent.includes(byte));
  const places = new Uint8Array(127);
  let count = 0;
  for (let code = 32; code < 127; code += 1) if (!EXCLUDED.includes(String.fromCharCode(code))) places[code] = count++;
  const bytes = new Uint8Array(size);
  for (let at = 0, next = 0; at < size; at += 1) {
    const place = places[text.charCodeAt(next++)];
    bytes[at] = place < PREFIXES ? others[place * count + places[text.charCodeAt(next++)]] : frequent[place - PREFIXES];
  }
  return bytes;
}
