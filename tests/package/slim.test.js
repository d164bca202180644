// `coldsend-lint/slim`, for which the caller loads the WASM.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { project } from "./support/project.js";

let here;
before(() => {
  here = project("slim");
});

const bytes = `
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { check, init } from "coldsend-lint/slim";
const bytes = readFileSync(createRequire(import.meta.url).resolve("coldsend-lint/coldsend-lint.wasm"));
const ok = () => console.log(check("get_campaign").ok);
const thrown = (run) => { try { run(); console.log("nothing thrown"); } catch (error) { console.log(error.name + ": " + error.message); } };
`;
const lines = (script) => here.node(bytes + script).trim().split("\n");

test("bytes", () => assert.deepEqual(lines("init(bytes); ok();"), ["true"]));

test("bytes of other types", () => {
  assert.deepEqual(lines("init(new Uint8Array(bytes).buffer); ok();"), ["true"]);
  assert.deepEqual(lines("init(new DataView(new Uint8Array(bytes).buffer)); ok();"), ["true"]);
});

test("a module", () => assert.deepEqual(lines("init(await WebAssembly.compile(bytes)); ok();"), ["true"]));

test("`checkLeads` has a module of its own", () => {
  const script = `
    import { checkLeads, initLeads } from "coldsend-lint/slim";
    await checkLeads("email\\n").catch(({ message }) => console.log(message));
    initLeads(readFileSync(createRequire(import.meta.url).resolve("coldsend-lint/leads.wasm")));
    console.log((await checkLeads("email\\na@b.co\\n")).valid);`;
  assert.deepEqual(lines(script), ["coldsend-lint is not ready: call initLeads() with the bytes of leads.wasm first", "1"]);
});

test("before `init`, an error says what to do", () => {
  const [error, ...rest] = lines("thrown(ok); init(bytes); ok();");
  assert.equal(error, "Error: coldsend-lint is not ready: call init() with the bytes of coldsend-lint.wasm first");
  assert.deepEqual(rest, ["true"]);
});

test("an unknown operation is reported before `init`, and after it with a list of all operations", () => {
  const messages = lines("thrown(() => check(5)); thrown(() => check(null)); thrown(() => check('nope')); init(bytes); thrown(() => check(5));");
  assert.match(messages[0], /^TypeError: operation of type number: unknown operation$/);
  assert.match(messages[1], /^TypeError: operation null: unknown operation$/);
  assert.match(messages[2], /^Error: coldsend-lint is not ready/);
  assert.match(messages[3], /^TypeError: operation of type number: unknown operation; use one of create_campaign, .*, star_thread, or METHOD \/path$/);
});

test("invalid WASM is rejected, and the right bytes work afterwards", () => {
  const messages = lines("thrown(() => init(fetch)); thrown(() => init()); thrown(() => init(new Uint8Array(9))); init(bytes); init(bytes); init(); ok();");
  const type = "TypeError: expected the bytes of coldsend-lint.wasm, or a WebAssembly.Module compiled from them";
  assert.deepEqual(messages.slice(0, 2), [type, type]);
  assert.match(messages[2], /^CompileError: /);
  assert.deepEqual(messages.slice(3), ["true"]);
});
