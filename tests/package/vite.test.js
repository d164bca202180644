// Vite: its bundles for browsers work, and contain only what is used.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { project } from "./support/project.js";

const answer =
  '{"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]}';

let folder, built;
before(() => {
  const here = project("vite", { from: "vite" });
  here.tool("vite/bin/vite.js", "build", "--logLevel", "warn");
  folder = join(here.folder, "dist/assets");
  built = readdirSync(folder);
});

const named = (pattern) => join(folder, built.find((name) => pattern.test(name)));

test("the default entry point contains its WASM", async () => {
  await import(pathToFileURL(named(/^index-.*\.js$/)));
  assert.equal(globalThis.result, answer);
});

test("slim loads the WASM file from the build", async () => {
  await import(pathToFileURL(named(/^slim-.*\.js$/)));
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(address);
    return new Response(readFileSync(join(folder, "..", String(address))));
  };
  assert.equal(await globalThis.start(), answer);
  assert.deepEqual(asked.map((address) => address.replace(/-[\w-]{8}\./, ".")), ["/assets/coldsend-lint.wasm"]);
});

/** A module in a script. */
const MODULE = /{size:\d+,frequent:\[/g;

test("slim and its forms contain no WASM", () => {
  const text = (name) => readFileSync(join(folder, name), "utf8");
  const slim = text(built.find((name) => /^slim-.*\.js$/.test(name)));
  const parts = [slim, ...built.filter((name) => name.endsWith(".js") && slim.includes(name)).map(text)].join("\n");
  assert.match(parts, /aria-describedby/);
  assert.doesNotMatch(parts, MODULE);
  // The pattern matches a script that contains WASM.
  assert.match(text(built.find((name) => /^index-.*\.js$/.test(name))), MODULE);
});

test("bundles omit rules, schemas, explain, preflight and checkLeads if they are not used", () => {
  const all = built.filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  assert.doesNotMatch(all, /corroborated|~standard|node:fs/);
  // There is only one module, without the scripts of the others.
  assert.equal(all.match(MODULE).length, 1);
  assert.doesNotMatch(all, /from 100 to 599|the situation is|the list must be/);
});
