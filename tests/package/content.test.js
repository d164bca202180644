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
    "dist/leads-glue.js",
    "dist/leads-inline.js",
    "dist/leads.wasm",
    "dist/node/binder.cjs",
    "dist/node/check.cjs",
    "dist/node/explain.cjs",
    "dist/node/form.cjs",
    "dist/node/index.cjs",
    "dist/node/issues.cjs",
    "dist/node/leads.cjs",
    "dist/node/messages/de.cjs",
    "dist/node/preflight.cjs",
    "dist/node/rules.cjs",
    "dist/node/slim-form.cjs",
    "dist/node/slim.cjs",
    "dist/preflight-glue.js",
    "dist/preflight-inline.js",
    "dist/preflight.wasm",
    "package.json",
  ]);
  assert.deepEqual(packed.files.filter((file) => !/\.([cm]?js|d\.c?ts|wasm|md|json)$|LICENSE-/.test(file.path)), []);
});

/** Returns the paths of an entry point, and asserts that types come first. */
function pathsOf(target, entry) {
  if (typeof target === "string") return [target];
  const { types, ...others } = target;
  if (types) assert.equal(Object.keys(target)[0], "types", entry);
  return [types, ...Object.values(others).flatMap((other) => pathsOf(other, entry))].filter(Boolean);
}

test("each entry point exists, with its types first", () => {
  const targets = [...Object.entries(manifest.exports), ...["main", "module", "types", "typesVersions"].map((field) => [field, manifest[field]])];
  for (const [entry, target] of targets) {
    for (const path of pathsOf(target, entry)) assert.ok(existsSync(join(folder, path)), `${entry}: ${path}`);
  }
});

test("the texts in scripts are the modules", async () => {
  const { bytesOf } = await import(join(folder, "src/wasm/bytes.js"));
  for (const [script, module] of [["inline", "coldsend-lint"], ["answers-inline", "answers"], ["preflight-inline", "preflight"], ["leads-inline", "leads"]]) {
    const { default: text } = await import(join(folder, `dist/${script}.js`));
    // No character needs an escape in a string, nor can the text end a script in HTML.
    assert.match(text.text, /^[ !#%&(-;=-[\]-_a-~]*$/);
    assert.ok(readFileSync(join(folder, `dist/${module}.wasm`)).equals(bytesOf(text)), script);
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
  const all = JSON.parse(run(native(), ["rules", "--format", "json"]));
  assert.deepEqual(rules, all);
});
