// The contents of the package.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { native, project, root, run } from "./support/project.js";

let packed, folder, manifest;
before(() => {
  const made = project("content");
  ({ packed } = made);
  folder = join(made.folder, "node_modules/coldsend-lint");
  manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
});

test("only what is needed is packed", () => {
  const files = packed.files.map((file) => file.path).filter((path) => !path.startsWith("src/"));
  assert.deepEqual(files.sort(), [
    "ECOSYSTEM.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "dist/answers-glue.js",
    "dist/answers-inline.js",
    "dist/answers.wasm",
    "dist/coldsend-lint.wasm",
    "dist/glue.js",
    "dist/inline.js",
    "dist/node-glue.js",
    "dist/node.wasm",
    "dist/preflight-glue.js",
    "dist/preflight-inline.js",
    "dist/preflight.wasm",
    "package.json",
  ]);
  assert.deepEqual(packed.files.filter((file) => !/\.(js|ts|wasm|md|json)$|LICENSE-/.test(file.path)), []);
});

test("each entry point exists, with its types first", () => {
  for (const [entry, targets] of Object.entries(manifest.exports)) {
    if (typeof targets === "object") assert.equal(Object.keys(targets)[0], "types", entry);
    const paths = typeof targets === "object" ? Object.values(targets) : [targets];
    for (const path of paths) assert.ok(existsSync(join(folder, path)), `${entry}: ${path}`);
  }
});

test("it has the version of the crates", () => {
  const workspace = readFileSync(join(root, "Cargo.toml"), "utf8");
  assert.equal(manifest.version, /^version = "(.*)"$/m.exec(workspace)[1]);
});

test("it has no dependencies", () => {
  assert.equal(manifest.dependencies, undefined);
});

test("it has the same rules as the binary", async () => {
  const { default: rules } = await import(join(folder, "src/generated/rules.js"));
  assert.deepEqual(rules, JSON.parse(run(native(), ["rules", "--format", "json"])));
});
