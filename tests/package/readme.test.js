// The examples of the README: those in JavaScript run and print what it says, those in TypeScript compile.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { project, root } from "./support/project.js";
import { blocksOf, readme } from "./support/readme.js";

const blocks = blocksOf(readme);
const typed = blocks.filter(({ language }) => language === "ts" || language === "tsx");

let here;
before(() => {
  const files = Object.fromEntries(typed.map(({ language, text, file }, i) => [file ?? `example${i}.${language}`, text]));
  here = project("readme", { from: "types", files });
});

test("JavaScript", () => {
  const examples = blocks.flatMap((block, i) => (block.language === "js" ? [{ ...block, next: blocks[i + 1] }] : []));
  assert.ok(examples.length > 5);
  for (const { text, next } of examples) {
    assert.equal(next?.language, "text", `nothing is said of what this prints:\n${text}`);
    assert.equal(here.node(text), next.text, text);
  }
});

test("TypeScript", () => {
  assert.ok(typed.length > 2);
  here.tool("typescript/bin/tsc", "-p", ".");
});

test("it names every entry point", () => {
  const { exports } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
  for (const entry of Object.keys(exports).filter((entry) => entry.startsWith("./") && entry !== "./package.json")) {
    assert.ok(readme.includes(entry.replace(".", "coldsend-lint")), entry);
  }
});
