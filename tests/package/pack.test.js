// The WASM as text: any bytes that are packed are the same after unpacking.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { codeSection, pack } from "../../crates/xtask/npm/pack.mjs";
import packed from "../../pkg/dist/inline.js";
import { whileIdle } from "../../pkg/src/packed/idle.js";
import { starter } from "../../pkg/src/packed/start.js";
import { finished, unpacking } from "../../pkg/src/packed/unpack.js";
import { root } from "./support/project.js";

const module = readFileSync(join(root, "pkg/dist/coldsend-lint.wasm"));

/** Returns the same bytes for each seed (mulberry32). */
function randomBytes(length, seed) {
  return Uint8Array.from({ length }, () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return mixed >>> 24;
  });
}

/** Returns a module that has only a code section with these bytes. */
function moduleOf(code) {
  const size = code.length;
  const length = [0, 1, 2, 3, 4].map((place) => ((size >>> (7 * place)) & 127) | (place < 4 ? 128 : 0));
  return Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 10, ...length, ...code]);
}

function roundTrip(bytes) {
  const { size, code, text } = pack(bytes);
  // No character needs an escape in a string, nor can the text end a script in HTML.
  assert.match(text, /^[#-[\]-~]*$/);
  assert.deepEqual(Buffer.from(finished(unpacking({ size, code, text }))), Buffer.from(bytes));
  return text.length;
}

test("the text in the package is its module", () => {
  assert.deepEqual(Buffer.from(finished(unpacking(packed))), module);
  assert.deepEqual(packed.code, codeSection(module));
});

test("no bytes", () => roundTrip(new Uint8Array(0)));

test("one byte", () => {
  for (const byte of [0, 1, 10, 127, 128, 255]) roundTrip(Uint8Array.of(byte));
});

test("random bytes, which become only a little longer", () => {
  for (const length of [2, 9, 100, 20_000]) assert.ok(roundTrip(randomBytes(length, length)) < length * 1.3 + 300);
});

test("random bytes where code is expected", () => {
  for (const seed of [1, 2, 3]) {
    const bytes = moduleOf(randomBytes(10_000, seed));
    assert.deepEqual(codeSection(bytes), [14, 10_014]);
    roundTrip(bytes);
  }
});

test("functions, whose sizes are not packed", () => {
  const body = [1, 2, 127, 32, 0, 106, 11];
  const long = [0, ...Array(20_000).fill(1), 11];
  const sized = [3, body.length, ...body, 2, 0, 11, (long.length & 127) | 128, ((long.length >> 7) & 127) | 128, long.length >> 14, ...long];
  const bytes = moduleOf(sized);
  assert.deepEqual(pack(bytes).code, [14, bytes.length]);
  roundTrip(bytes);
  // A function whose stated size is larger than the function.
  sized[1]++;
  assert.deepEqual(pack(moduleOf(sized)).code, [0, 0]);
  roundTrip(moduleOf(sized));
});

test("each opcode, with the largest numbers after it", () => {
  const largest = [255, 255, 255, 255, 15];
  for (let opcode = 0; opcode < 256; opcode++) {
    roundTrip(moduleOf([1, 40, 1, ...largest, 127, opcode, ...largest, ...largest, 11, 11]));
  }
});

test("a module that ends too early, or is followed by other bytes", () => {
  for (const length of [7, 8, 9, 12, 5_000]) roundTrip(module.subarray(0, length));
  roundTrip(Buffer.concat([module.subarray(0, 4_000), randomBytes(100, 4)]));
});

test("bytes that are not a module", () => {
  roundTrip(new TextEncoder().encode("No code section, but text, over and over. ".repeat(100)));
  assert.equal(codeSection(Uint8Array.of(1, 2, 3)), undefined);
});

test("any text unpacks to bytes without an error", () => {
  assert.equal(finished(unpacking({ ...packed, size: 100, text: packed.text.slice(0, 10) })).length, 100);
  for (let seed = 0; seed < 20; seed++) {
    const text = String.fromCharCode(...randomBytes(3_000, seed).map((byte) => 35 + (byte % 57)));
    assert.equal(finished(unpacking({ size: 2_000, code: [0, 1_500], text })).length, 2_000);
  }
});

test("the module starts in steps, either at once or while the page is idle", async () => {
  const begin = (modules) => starter(packed, (options) => modules.push(Buffer.from(options.module)));
  const modules = [];
  const step = begin(modules);
  assert.equal(step(), false);
  while (!step());
  assert.equal(step(), true);
  const whole = begin(modules);
  const idle = whileIdle(whole);
  // If the module is needed earlier, the start is finished at once, and not done twice.
  while (!whole());
  await idle;
  await whileIdle(begin(modules));
  assert.deepEqual(modules, [module, module, module]);
});
