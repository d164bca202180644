// Node, as an ES module and as CommonJS.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { project } from "./support/project.js";

const show = `
const answer = check("create_campaign", { name: "Hi" });
console.log(JSON.stringify([answer.status, answer.body, answer.issues[0].path, answer.issues[0].hint]));`;
const shown = JSON.stringify([
  422,
  '{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]}',
  ["name"],
  "At least 8 characters; this has 2",
]);

let here;
before(() => {
  here = project("node");
});

test("import", () => {
  assert.equal(here.node(`import { check } from "coldsend-lint";${show}`).trim(), shown);
});

test("require", () => {
  assert.equal(here.node(`const { check } = require("coldsend-lint");${show}`, "main.cjs").trim(), shown);
});

test("an import does not fetch, read or compile anything", () => {
  const script = `
    const refuse = () => { throw new Error("too early"); };
    globalThis.fetch = refuse;
    const { Module, Instance } = WebAssembly;
    WebAssembly.Module = WebAssembly.Instance = WebAssembly.compile = WebAssembly.instantiate = refuse;
    const { check } = await import("coldsend-lint");
    Object.assign(WebAssembly, { Module, Instance });
    console.log(check("get_campaign").ok);`;
  assert.equal(here.node(script).trim(), "true");
});

test("the entry point for browsers works too, without a file or a fetch", () => {
  const script = `
    globalThis.fetch = () => { throw new Error("fetch"); };
    const { check } = await import("./node_modules/coldsend-lint/src/browser.js");${show}`;
  assert.equal(here.node(script).trim(), shown);
});

test("all entry points have the same functions", () => {
  const script = `
    const names = async (entry) => Object.keys(await import(entry)).sort().join();
    console.log(await names("coldsend-lint"));
    console.log(await names("./node_modules/coldsend-lint/src/browser.js"));
    console.log((await names("coldsend-lint/slim")).replace("init,initAnswers,initPreflight,", ""));`;
  const [node, browser, slim] = here.node(script).trim().split("\n");
  assert.equal(node, "check,checkText,explain,preflight,rules,schemas,toFieldErrors,toPointer,warmUp");
  assert.deepEqual([browser, slim], [node, node]);
});

test("both entry points for forms have the same functions", () => {
  const script = `
    const names = async (entry) => Object.keys(await import(entry)).sort().join();
    console.log(await names("coldsend-lint/form"), await names("coldsend-lint/slim/form"));`;
  assert.equal(here.node(script).trim(), "bindForm,readForm bindForm,readForm");
});

test("internal modules cannot be imported", () => {
  assert.throws(() => here.node(`import "coldsend-lint/src/check/api.js"`), /ERR_PACKAGE_PATH_NOT_EXPORTED/);
});
