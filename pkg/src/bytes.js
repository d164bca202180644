// The bytes of a module.

/** Of one that is inside a script: a character for each. By a loop: `Uint8Array.from` takes six times as long. */
export function inlined(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Of one that is handed in: its bytes, or what is compiled from them. */
export function given(source, file) {
  if (source instanceof ArrayBuffer || source instanceof WebAssembly.Module) return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  throw new TypeError(`the bytes of ${file} are needed, or a WebAssembly.Module of them`);
}

/** What stands for the ids of operations, as long as there is no module to tell them. */
export const UNKNOWN_YET = "the ids of operations";
