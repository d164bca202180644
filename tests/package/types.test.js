// TypeScript, strict.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { project } from "./support/project.js";

let here;
before(() => {
  here = project("types", { from: "types" });
});

test("for a bundler", () => {
  here.tool("typescript/bin/tsc", "-p", ".");
});

test("for Node", () => {
  here.tool("typescript/bin/tsc", "-p", ".", "--module", "nodenext", "--moduleResolution", "nodenext");
});

test("what is marked as wrong is wrong", () => {
  const marks = readFileSync(join(here.folder, "use.ts"), "utf8").match(/@ts-expect-error/g).length;
  assert.ok(marks >= 20);
  const unmarked = readFileSync(join(here.folder, "use.ts"), "utf8").replaceAll("@ts-expect-error", "wrong");
  writeFileSync(join(here.folder, "use.ts"), unmarked);
  assert.throws(() => here.tool("typescript/bin/tsc", "-p", ".", "--pretty", "false"), (error) => {
    const lines = new Set([...error.message.matchAll(/^use\.ts\((\d+),/gm)].map((match) => match[1]));
    assert.equal(lines.size, marks);
    assert.match(error.message, /'time_zone' does not exist in type/);
    return true;
  });
});
