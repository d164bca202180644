// Packs a module into text: node pack.mjs coldsend-lint.wasm inline.js
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { TREES, sortOf } from "../../../pkg/src/packed/kinds.js";
import { model, treeOf } from "../../../pkg/src/packed/model.js";
import { SHORT, finished, unpacking } from "../../../pkg/src/packed/unpack.js";

/** Packs bytes in the form that `unpacking` reads. */
export function pack(bytes) {
  const section = codeSection(bytes);
  const packed = section && packAs(bytes, section, withoutSizes(bytes, section));
  return packed ?? packAs(bytes, [0, 0], bytes);
}

/** Packs bytes. Returns `undefined` if the model does not restore them from `remaining`. */
function packAs(bytes, code, remaining) {
  // The model chooses the tree for each byte. Flat trees come first, to count the bytes of each.
  const counts = Array.from({ length: TREES }, () => new Uint32Array(256));
  const flat = counts.map(() => new Uint8Array(256).fill(8));
  coded(bytes.length, code, flat, remaining, (sort, byte) => counts[sort][byte]++);
  const { made, bits } = coded(bytes.length, code, counts.map(lengthsOf), remaining, () => {});
  if (Buffer.compare(made, bytes) !== 0) return undefined;
  return { size: bytes.length, code, text: characters(bits) };
}

/** Codes bytes with trees of these code lengths. Returns the bits, and the bytes that the model restores from them. */
function coded(size, code, lengths, bytes, told) {
  const flat = pathsOf(treeOf(new Uint8Array(256).fill(8)));
  const trees = lengths.map((those) => pathsOf(treeOf(those)));
  const heads = lengths.flatMap((those) => [...those]);
  const bits = [];
  let at = -heads.length;
  let low = 0;
  let high = 0x3fffffff;
  let path;
  let step;
  const steps = model(size, code, (probability, node, kind) => {
    if (node === 1) {
      const sort = sortOf(kind);
      // If the section is malformed, its functions may end elsewhere, and the bytes run out.
      const byte = at < 0 ? heads[heads.length + at] : (bytes[at] ?? 0);
      path = at < 0 ? flat[byte] : (trees[sort][byte] ?? []);
      if (at >= 0) told(sort, byte);
      at++;
      step = 0;
    }
    const bit = path[step++] ?? 0;
    const middle = low + Math.floor(((high - low) * probability) / 65536);
    if (bit) high = middle;
    else low = middle + 1;
    while (((low ^ high) & 0x20000000) === 0) {
      bits.push(low >>> 29);
      low = (low << 1) & 0x3fffffff;
      high = ((high << 1) | 1) & 0x3fffffff;
    }
    return bit;
  });
  const made = finished(steps);
  // The reader appends zeros, which makes this a value in the interval.
  bits.push(1);
  return { made, bits };
}

/** Returns the length of each byte's Huffman code, which is less than 16 bits. */
function lengthsOf(counts) {
  const rare = counts.reduce((sum, count) => sum + count) >> 12;
  const lengths = new Uint8Array(256);
  let nodes = Array.from(counts, (count, byte) => ({ count: count && Math.max(count, rare), bytes: [byte] }));
  // A tree has at least two leaves.
  nodes = nodes.sort((a, b) => b.count - a.count).filter(({ count }, place) => count > 0 || place < 2);
  while (nodes.length > 1) {
    const least = nodes.sort((a, b) => b.count - a.count).splice(-2);
    const bytes = least.flatMap((node) => node.bytes);
    for (const byte of bytes) lengths[byte]++;
    nodes.push({ count: least[0].count + least[1].count, bytes });
  }
  return lengths;
}

/** Returns the bits that lead to each byte of a tree. */
function pathsOf(tree) {
  const paths = [];
  const walk = (node, path) => {
    if (node > 255) paths[node - 256] = path;
    else for (const bit of [0, 1]) walk(tree[2 * node + bit], [...path, bit]);
  };
  walk(1, []);
  return paths;
}

function characters(bits) {
  let text = "";
  for (let at = 0; at < bits.length; ) {
    let value = 0;
    for (const end = at + 6; at < end; at++) value = value * 2 + (bits[at] ?? 0);
    if (value >= SHORT) value = value * 2 + (bits[at++] ?? 0) - SHORT;
    // The characters from # on, without the backslash.
    text += String.fromCharCode(value + (value > 56 ? 36 : 35));
  }
  return text;
}

/** Returns where the content of a module's code section starts and ends, or `undefined` if it is missing or cut off. */
export function codeSection(bytes) {
  const CODE = 10;
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const [size, start] = number(bytes, at + 1);
    if (id === CODE) return start + size > bytes.length ? undefined : [start, start + size];
    at = start + size;
  }
  return undefined;
}

/** Removes the sizes of functions, which the model knows once it has seen the functions. */
function withoutSizes(bytes, [start, end]) {
  let [functions, at] = number(bytes, start);
  const kept = [bytes.subarray(0, at)];
  for (; functions > 0 && at < end; functions--) {
    const [size, function_] = number(bytes, at);
    at = function_ + size;
    kept.push(bytes.subarray(function_, at));
  }
  return Buffer.concat([...kept, bytes.subarray(end)]);
}

/** Reads a number in LEB128. Returns it with the offset of its end. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) break;
  }
  return [value, at];
}

function main([, , module, script]) {
  const bytes = readFileSync(module);
  const packed = pack(bytes);
  if (Buffer.compare(finished(unpacking(packed)), bytes) !== 0) throw new Error("what was packed unpacks to something else");
  const { size, code, text } = packed;
  writeFileSync(script, `export default { size: ${size}, code: [${code}], text: "${text}" };\n`);
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) main(argv);
