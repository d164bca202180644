// Characters that older hosts map differently or reject. Node 20 has the tables of an older Unicode.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { project } from "./support/project.js";

let check;
before(async () => {
  ({ check } = await project("host").load('export { check } from "coldsend-lint";'));
});

const letters = ["\u1e9e", "\u04c0", "\u10a0", "\u10c5", "\u2132", "\u2183"];
const ignored = ["\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0"];

test("a domain with them is accepted, as by the API", () => {
  for (const character of [...letters, ...ignored]) {
    const { ok, body } = check("add_lead", { email: `jo@a${character}b.co` });
    assert.ok(ok, `U+${character.codePointAt(0).toString(16)}: ${body}`);
  }
});
