// Bytes that are written in parts.

/** How many bytes are kept before they become a Blob, which a browser may keep on disk. */
const KEPT = 2 ** 22;

/** Creates a Blob of the bytes that are added. */
export function collector(options) {
  let parts = [];
  let size = 0;
  return {
    add(bytes) {
      if (bytes.length === 0) return;
      parts.push(bytes);
      size += bytes.length;
      if (size < KEPT) return;
      parts = [new Blob(parts)];
      size = 0;
    },
    blob: () => new Blob(parts, options),
  };
}
