// Vite: what it builds for browsers works, and holds no more than is used.
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

test("the default entry has its WASM inside", async () => {
  await import(pathToFileURL(named(/^index-.*\.js$/)));
  assert.equal(globalThis.told, answer);
});

test("slim loads the file that was built", async () => {
  await import(pathToFileURL(named(/^slim-.*\.js$/)));
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(address);
    return new Response(readFileSync(join(folder, "..", String(address))));
  };
  assert.equal(await globalThis.start(), answer);
  assert.deepEqual(asked.map((address) => address.replace(/-[\w-]{8}\./, ".")), ["/assets/coldsend-lint.wasm"]);
});

test("rules and schemas are left out where they are not used", () => {
  const all = built.filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  assert.doesNotMatch(all, /corroborated|~standard|node:fs/);
});
