// For Node: decodes what is embedded in a script as compressed text.

/** Returns the bytes. A `require` would fail in an ES module that esbuild bundles. */
export function unzip(text) {
  const { brotliDecompressSync } = process.getBuiltinModule("node:zlib");
  return brotliDecompressSync(Buffer.from(text, "base64"));
}
