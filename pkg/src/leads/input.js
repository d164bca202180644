// Lists of leads as a caller has them, read in chunks.
import { typeName } from "../arguments.js";

/** How many bytes of a file are read at a time. */
const READ = 2 ** 20;

/** The maximum size of a list, five times that of an upload: the addresses in it must fit into the memory of the WASM. */
const MAX = 2 ** 28;

const isBlob = (list) => typeof list?.slice === "function" && typeof list.size === "number";
const isBuffer = (list) => Object.prototype.toString.call(list) === "[object ArrayBuffer]";

/**
 * Returns the size of a list in bytes, `null` if only reading it will tell, and its chunks. Throws if it is not a list.
 * @returns {{ total: number | null, chunks: AsyncIterable<Uint8Array>, isStream: boolean }}
 */
export function sourceOf(list) {
  if (typeof list === "string") return sourceOf(new Blob([list]));
  if (isBlob(list)) return { total: list.size, chunks: limited(blobChunks(list)), isStream: false };
  if (ArrayBuffer.isView(list) || isBuffer(list)) return { total: list.byteLength, chunks: limited([bytesOf(list)]), isStream: false };
  if (typeof list?.getReader === "function") return { total: null, chunks: limited(streamChunks(list)), isStream: true };
  if (typeof list?.[Symbol.asyncIterator] === "function") return { total: null, chunks: limited(list), isStream: true };
  throw new TypeError(`the list must be a Blob, a stream, bytes or text, not ${typeName(list)}`);
}

async function* limited(chunks) {
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = bytesOf(chunk);
    size += bytes.length;
    if (size > MAX) throw new RangeError(`the list has more than ${MAX} bytes, the maximum`);
    yield bytes;
  }
}

function bytesOf(chunk) {
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (isBuffer(chunk)) return new Uint8Array(chunk);
  if (typeof chunk === "string") return new TextEncoder().encode(chunk);
  throw new TypeError(`a stream of a list must have bytes or text, not ${typeName(chunk)}`);
}

async function* blobChunks(blob) {
  for (let at = 0; at < blob.size; at += READ) yield await read(blob.slice(at, at + READ));
}

/** Reads a part. jsdom only has the old way. */
const read = (blob) =>
  typeof blob.arrayBuffer === "function"
    ? blob.arrayBuffer()
    : new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.onerror = () => reject(reader.error);
        reader.readAsArrayBuffer(blob);
      });

/** Not every browser can iterate over a stream. */
async function* streamChunks(stream) {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isDone) reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}
