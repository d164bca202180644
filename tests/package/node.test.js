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

test("import and require have one instance", () => {
  for (const entry of ["coldsend-lint", "coldsend-lint/slim", "coldsend-lint/form", "coldsend-lint/slim/form", "coldsend-lint/leads"]) {
    const script = `
      import { createRequire } from "node:module";
      const [module, required] = [await import("${entry}"), createRequire(import.meta.url)("${entry}")];
      const names = Object.keys(module).filter((name) => name !== "default" && name !== "module.exports");
      console.log(names.length > 0, names.every((name) => module[name] === required[name]), Object.keys(required).length === names.length);`;
    assert.equal(here.node(script).trim(), "true true true", entry);
  }
});

test("nothing is fetched or read, and nothing that a realm may lack is used by an import", () => {
  const lacking = ["fetch", "TextDecoder", "TextEncoder", "atob", "WebAssembly", "requestIdleCallback", "document"];
  for (const entry of ["coldsend-lint", "./node_modules/coldsend-lint/src/browser.js", "coldsend-lint/form", "coldsend-lint/slim"]) {
    const script = `
      import fs, { readFileSync } from "node:fs";
      const kept = Object.fromEntries(${JSON.stringify(lacking)}.map((name) => [name, globalThis[name]]));
      for (const name in kept) delete globalThis[name];
      const { check = () => ({ ok: true }) } = await import("${entry}");
      Object.assign(globalThis, kept);
      fs.readFileSync = fs.openSync = globalThis.fetch = () => { throw new Error("too early"); };
      console.log(${entry.endsWith("slim") ? "true" : 'check("get_campaign").ok'});`;
    assert.equal(here.node(script).trim(), "true", entry);
  }
});

test("text is converted where TextEncoder and TextDecoder are missing, as in jsdom", () => {
  const body = { name: "Jörg 😀 \ud800 ".repeat(9), sending_days: [8], timezone: "\ufeffé" };
  const answers = ["", "delete globalThis.TextEncoder; delete globalThis.TextDecoder;"].map((without) => {
    const script = `${without}
      const { check } = await import("./node_modules/coldsend-lint/src/browser.js");
      console.log(JSON.stringify(check("create_campaign", ${JSON.stringify(body)})));`;
    return here.node(script);
  });
  assert.match(answers[0], /"unknown-time-zone"/);
  assert.equal(answers[1], answers[0]);
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
    console.log((await names("coldsend-lint/slim")).replace("init,initAnswers,initLeads,initPreflight,", ""));`;
  const [node, browser, slim] = here.node(script).trim().split("\n");
  assert.equal(node.replace(",module.exports", ""), "check,checkLeads,checkText,explain,preflight,rules,schemas,toFieldErrors,toPointer,translate,warmUp");
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
