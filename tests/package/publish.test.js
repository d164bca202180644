// What tools for package authors say about the tarball.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { publint } from "publint";
import { project } from "./support/project.js";

let here, tarball;
before(() => {
  here = project("publish");
  tarball = join(here.folder, here.packed.filename);
});

test("publint finds nothing", async () => {
  const bytes = readFileSync(tarball);
  const { messages } = await publint({ pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) }, strict: true });
  assert.deepEqual(messages, []);
});

test("@arethetypeswrong/cli finds nothing in any script, in each way to resolve it", () => {
  // The script of a worker is not imported, and has no types.
  const others = ["coldsend-lint.wasm", "answers.wasm", "preflight.wasm", "leads.wasm", "leads/worker"];
  const report = here.tool("@arethetypeswrong/cli/dist/index.js", tarball, "--format", "json", "--exclude-entrypoints", ...others);
  const { analysis, problems } = JSON.parse(report);
  assert.deepEqual(problems ?? {}, {});
  const entries = Object.entries(analysis.entrypoints).filter(([, { resolutions }]) => Object.keys(resolutions).length > 0);
  const names = entries.map(([name]) => name).filter((name) => !name.endsWith(".json") && !name.endsWith(".wasm"));
  assert.deepEqual(names, [".", "./slim", "./form", "./slim/form", "./messages/de", "./leads"]);
  for (const [name, { resolutions }] of entries.filter(([name]) => names.includes(name))) {
    assert.deepEqual(Object.keys(resolutions).sort(), ["bundler", "node10", "node16-cjs", "node16-esm"], name);
    for (const [way, { resolution }] of Object.entries(resolutions)) assert.ok(resolution?.isTypeScript, `${name}: ${way}`);
  }
});
