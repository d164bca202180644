// Predicts the bytes of a module from their kind in WASM and from the bytes before them. Any bytes can be packed.
import {
  ALIGN,
  BLOCK,
  BYTES,
  CONSTANT,
  EXTENDED,
  FLOAT,
  FUNCTION,
  FUNCTIONS,
  GROUP,
  GROUPS,
  INDEX,
  KINDS,
  LABEL,
  LABELS,
  LOCAL,
  OFFSET,
  OPCODE,
  TREES,
  sortOf,
} from "./kinds.js";
import { CONTEXTS, hash, mixer } from "./mixer.js";

/** The number of sets of weights. A set is chosen by the opcode before an opcode, the kind, or the two bytes before. */
const SETS = 256 + 2 * KINDS + 256;

/**
 * Returns the tree of a canonical code: where each bit leads from a node, which is another node, or 256 plus a byte.
 * The root is 1.
 * @param {Uint8Array} lengths the number of bits of each byte, or 0 if it does not occur
 */
export function treeOf(lengths) {
  const tree = new Uint16Array(512).fill(256);
  for (let length = 1, at = 2, end = 4, node = 2; length < 16 && at < end; length++) {
    for (let byte = 0; byte < 256; byte++) if (lengths[byte] === length) tree[at++] = 256 + byte;
    while (at < end) tree[at++] = node++;
    end = 2 * node;
  }
  return tree;
}

/**
 * Returns the bytes whose bits `code` gives. `code` receives the probability of a one, in 65536ths, the node of the
 * tree, and the kind of the byte. The generator yields after every few bytes.
 * @param {number} size
 * @param {[number, number]} section where the content of the code section starts and ends
 * @param {(probability: number, node: number, kind: number) => number} code
 */
export function* model(size, [start, end], code) {
  const bytes = new Uint8Array(size);
  const contexts = new Int32Array(CONTEXTS);
  const next = mixer(contexts, KINDS, SETS, code);
  const immediates = new Uint8Array(256)
    .fill(OPCODE)
    .fill(BLOCK, 0x02, 0x05)
    .fill(LABEL, 0x0c, 0x0e)
    .fill(LABELS, 0x0e, 0x0f)
    .fill(FUNCTION, 0x10, 0x11)
    .fill(INDEX, 0x11, 0x12)
    .fill(LOCAL, 0x20, 0x23)
    .fill(INDEX, 0x23, 0x27)
    .fill(ALIGN, 0x28, 0x3f)
    .fill(INDEX, 0x3f, 0x41)
    .fill(CONSTANT, 0x41, 0x43)
    .fill(FLOAT, 0x43, 0x45)
    .fill(EXTENDED, 0xfc, 0xfd);
  let kind = BYTES;
  // How many more of this kind follow.
  let more = 0;
  // The current instruction, the four before it, and a hash of all since the stack was empty.
  let opcode = 0;
  let opcodes = 0;
  let statement = 0;
  let depth = 0;
  // Where the function starts.
  let begin = 0;
  let value = 0;
  let shift = 0;
  // The first byte of the last value of each kind.
  const last = new Uint8Array(KINDS);
  // The last four bytes, and the four before them.
  let four = 0;
  let early = 0;
  // The number of zeros before this byte, and the two bytes before those.
  let zeros = 0;
  let filled = 0;
  let filled2 = 0;
  let letters = 0;
  let word = 0;
  // The upper bits of the last eight bytes.
  let classes = 0;
  let shapes = 0;
  let pointer = 0;
  let aligned = 0;

  // The trees come first, as code lengths in bytes of eight bits.
  const lengths = new Uint8Array(256 * TREES);
  let trees = [treeOf(lengths.fill(8))];
  for (let at = -lengths.length; at < size; at++) {
    if ((at & 127) === 0) yield;
    if (at === 0) trees = Array.from({ length: TREES }, (_, sort) => treeOf(lengths.subarray(256 * sort, 256 * sort + 256)));
    if (at === start) kind = FUNCTIONS;
    if (at === end) kind = BYTES;
    const byte = four >>> 24;
    if (kind) {
      const place = hash(kind, opcode);
      const within = shift ? byte : 0;
      contexts[0] = hash(place, shift);
      contexts[1] = hash(hash(place, statement), within);
      contexts[2] = hash(hash(place, opcodes), within);
      contexts[3] = hash(hash(place, opcodes & 0xffff), (last[kind] << 8) | within);
      contexts[4] = hash(hash(place, shift), (last[kind] << 8) | byte);
      contexts[5] = hash(place, four >>> 8);
    } else {
      // An address is often that of the text before plus its length.
      if (early >>> 16 && early >>> 24 === 0 && four > 0 && four < 1024) {
        pointer = early + four;
        aligned = at;
      }
      const lane = (at - aligned) & 3;
      // What each of the last five words was: zero, a number or an address.
      if ((at & 3) === 0) shapes = (3 * shapes + (four >>> 16 ? 2 : four ? 1 : 0)) % 243;
      contexts[0] = hash(hash(zeros, filled), filled2);
      contexts[1] = hash((pointer >> (8 * lane)) & 255, lane);
      contexts[2] = hash(word, byte);
      contexts[3] = letters;
      contexts[4] = hash(hash(zeros, classes & 0xff0000), at & 3);
      contexts[5] = hash(hash(shapes, byte), at & 3);
    }

    const choice =
      kind === OPCODE ? opcodes & 255 : kind ? 256 + (shift ? KINDS : 0) + kind : 256 + 2 * KINDS + (classes & 255);
    const tree = trees[sortOf(kind)];
    let node = 1;
    while (node < 256) node = tree[2 * node + next(kind, node, choice)];
    const now = node - 256;
    if (at < 0) lengths[lengths.length + at] = now;
    else bytes[at] = now;
    early = (four << 24) | (early >>> 8);
    four = (now << 24) | (four >>> 8);
    if (now) {
      filled2 = byte;
      filled = now;
      zeros = 0;
    } else if (zeros < 40) zeros++;
    // The same names occur with hyphens and with underscores.
    const letter = now === 0x5f ? 0x2d : now;
    letters = (letters << 8) | letter;
    word = now > 0x60 && now < 0x7b ? hash(word, now) : 0;
    classes = (classes << 4) | (now && (now >> 5) + 1);
    if (kind === BYTES) continue;
    if (!shift) last[kind] = now;
    if (kind === OPCODE) {
      opcode = now;
      kind = immediates[now];
      more = now === 0x43 ? 3 : now === 0x44 ? 7 : now === 0x11 ? 1 : 0;
      if (now > 1 && now < 5) depth++;
      if (now === 0x0b && depth-- === 0) {
        depth = 0;
        kind = GROUPS;
        // The size of a function precedes it, and is not packed.
        const length = at + 1 - begin;
        const digits = Math.floor((38 - Math.clz32(length)) / 7);
        bytes.copyWithin(begin + digits, begin, at + 1);
        for (let i = 0; i < digits; i++) bytes[begin + i] = ((length >> (7 * i)) & 127) | (i < digits - 1 ? 128 : 0);
        at += digits;
        begin = at + 1;
      }
      const ends = now < 0x10 || now === 0x21 || (now > 0x35 && now < 0x3f);
      statement = ends ? now : hash(statement, now);
    } else {
      value |= (now & 127) << shift;
      shift += 7;
      if (now > 127 && kind !== FLOAT) continue;
      if (more > 0) more--;
      else if (kind === ALIGN) kind = OFFSET;
      else if (kind === LABELS) {
        kind = LABEL;
        more = value;
      } else if (kind === FUNCTIONS) {
        kind = GROUPS;
        begin = at + 1;
      } else if (kind === GROUPS && value) {
        kind = GROUP;
        more = 2 * value - 1;
      } else if (kind === EXTENDED && (value === 10 || value === 11)) {
        kind = INDEX;
        more = 11 - value;
      } else kind = OPCODE;
      value = shift = 0;
    }
    if (kind === OPCODE || kind === GROUPS) {
      opcodes = (opcodes << 8) | opcode;
      opcode = 0;
    }
  }
  return bytes;
}
