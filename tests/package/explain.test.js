// What answers mean: the same as the binary says, and whatever JavaScript hands in.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { answers, blocks, explained } from "./support/answers.js";
import { project } from "./support/project.js";

let here, explain;
before(async () => {
  here = project("explain");
  ({ explain } = await here.load('export { explain } from "coldsend-lint";'));
});

test("every block of the errors page, with every status, is explained as by the binary", () => {
  assert.ok(blocks.length > 15, `${blocks.length} blocks`);
  for (const [status, text] of answers) {
    const line = explained([status, text]);
    const ours = explain(status, text);
    assert.deepEqual(ours, JSON.parse(line), `${status} ${text}`);
    // What is on one line is the binary's line, to the byte.
    if (blocks.some((block) => JSON.stringify(JSON.parse(block)) === text)) assert.equal(`${JSON.stringify(ours)}\n`, line);
  }
});

describe("what is handed in", () => {
  const id = (...answer) => explain(...answer).id;

  test("an object is taken as JSON.stringify has it", () => {
    const body = { detail: "Invalid or revoked API key" };
    assert.deepEqual(explain(401, body), explain(401, JSON.stringify(body)));
    assert.deepEqual(explain(401, { toJSON: () => body }), explain(401, body));
    for (const body of [undefined, () => 1, Symbol("x")]) assert.deepEqual(explain(503, body), explain(503, ""));
    for (const body of [null, 5, true, [], new Map()]) assert.deepEqual(explain(503, body), explain(503, JSON.stringify(body)));
    assert.throws(() => explain(400, { detail: 1n }), TypeError);
  });

  test("without a status, the documented one is taken", () => {
    assert.equal(explain(null, { detail: "Invalid or revoked API key" }).status, 401);
    assert.deepEqual(explain(undefined, "{}"), explain(null, "{}"));
    assert.deepEqual([id(null, ""), explain(null, "").status], ["unknown", null]);
  });

  test("what is no status is refused", () => {
    for (const status of [0, 99, 600, 65536 + 401, -401, 401.5, NaN, Infinity, "401", "", true, {}, [], 401n, Symbol("x"), () => 401]) {
      assert.throws(() => explain(status, "{}"), { name: "TypeError", message: /a number from 100 to 599 is needed/ }, String(status));
    }
  });

  test("long and odd texts, and the next call works as before", () => {
    for (const text of ["x".repeat(10e6), `{"detail":"${"é".repeat(5e6)}"}`, `{"detail":${"[".repeat(1e6)}`, "\ud800", "\0", '{"detail":"\ud800"}']) {
      assert.equal(id(500, text), "server-error");
      assert.equal(id(401, { detail: "Invalid or revoked API key" }), "invalid-api-key");
    }
  });

  test("what may be a secret is not repeated", () => {
    const item = { loc: ["body", "smtp_password"], msg: "Input should be a valid string", type: "string_type", input: "hunter2" };
    assert.doesNotMatch(JSON.stringify(explain(422, { detail: [item] })), /hunter2/);
    assert.doesNotMatch(JSON.stringify(explain(400, { detail: "cs_live_secret is no key" })), /secret/);
  });
});

test("the entries explain alike, and say what is missing", () => {
  const script = `
    import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    import * as node from "coldsend-lint";
    import * as slim from "coldsend-lint/slim";
    import * as browser from "./node_modules/coldsend-lint/src/browser.js";
    const told = (run) => { try { return run(); } catch (error) { return error.name + ": " + error.message; } };
    const show = ({ explain }) => told(() => JSON.stringify(explain(429, { detail: "Rate limit exceeded. Retry after 60 seconds." })));
    console.log(show(slim));
    console.log(told(() => slim.initAnswers(fetch)));
    slim.initAnswers(readFileSync(createRequire(import.meta.url).resolve("coldsend-lint/answers.wasm")));
    slim.initAnswers();
    for (const entry of [node, browser, slim]) console.log(show(entry));
    console.log(told(() => slim.check("get_campaign")));`;
  const [before, wrong, node, browser, slim, check] = here.node(script).trim().split("\n");
  assert.equal(before, "Error: coldsend-lint is not ready: call initAnswers() with the bytes of answers.wasm first");
  assert.equal(wrong, "TypeError: the bytes of answers.wasm are needed, or a WebAssembly.Module of them");
  assert.equal(JSON.parse(node).retry_after_seconds, 60);
  assert.deepEqual([browser, slim], [node, node]);
  assert.match(check, /call init\(\)/);
});

test("a check does not load it, and it loads no check", () => {
  const script = `
    import { check, explain } from "coldsend-lint";
    const modules = [];
    const { Module } = WebAssembly;
    WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); modules.push(bytes.length); } };
    check("get_campaign"); check("get_campaign");
    console.log(modules.length);
    explain(401, ""); explain(401, "");
    console.log(modules.length);`;
  assert.equal(here.node(script).trim(), "1\n2");
});
