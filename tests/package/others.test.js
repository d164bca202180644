// Nothing that is no ColdSend request is checked as one: the JSON files of the packages that the tests install.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { native, root, run } from "./support/project.js";

/** The folders with packages of npm, and the environments with packages of PyPI. */
const npm = ["tests/package", "tests/browser", "crates/xtask/npm", "benches/node"].map((folder) => join(folder, "node_modules"));
const folders = [...npm, ".tools"].map((folder) => join(root, folder)).filter(existsSync);

/** Returns the JSON files in a folder, without links. */
function jsonFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.json$/i.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}

const files = folders.flatMap(jsonFiles);
const check = (names) => JSON.parse(run(native(), ["check", "--format", "json", ...names], { accepted: [0, 1, 2] }));

test("files of other programs are named as what they are, or their keys do not decide", () => {
  assert.ok(files.length >= 60, `only ${files.length} files in ${folders}`);
  const records = check(files);
  assert.equal(records.length, files.length);
  for (const { file, operation, ok, error, errors } of records) {
    const name = relative(root, file);
    assert.equal(operation, null, `${name} is checked as ${operation}`);
    // A file with comments is malformed for every operation.
    if (ok === null) assert.match(error, /^(cannot detect the operation|this is )/, name);
    else assert.deepEqual([ok, errors.map(({ rule }) => rule)], [false, ["malformed-json"]], name);
  }
});

test("in a folder, they are skipped", () => {
  for (const folder of folders) {
    const records = check([folder]).filter(({ error }) => !error?.startsWith("there is no "));
    assert.deepEqual(records, [], folder);
  }
});
