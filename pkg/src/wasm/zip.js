// For Node: decodes a module that is embedded in a script as compressed text.
import { brotliDecompressSync } from "node:zlib";

/** Returns the bytes of a module. */
export const unzip = (text) => brotliDecompressSync(Buffer.from(text, "base64"));
