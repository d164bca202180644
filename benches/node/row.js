// Runs one row as a process: prints how many violations of the corpus it finds, then, for each number of rounds on the
// standard input, the CPU time in seconds, that of the garbage collector included.
//
//   node row.js ROW FOLDER
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { rows } from "./rows.js";

const [name, folder] = process.argv.slice(2);
assert(Object.hasOwn(rows, name), `there is no row ${name}; there are ${Object.keys(rows).join(", ")}`);
const { prepare = (text) => text, issuesOf, pointerOf } = await rows[name]();

const lines = readFileSync(`${folder}/bodies.ndjson`, "utf8").trimEnd().split("\n");
const corpus = lines.map((line) => JSON.parse(line));
const inputs = corpus.map(({ operation, body }) => ({ operation, input: prepare(body) }));

/** Checks all bodies and returns the number of issues. */
function round() {
  let found = 0;
  for (const { operation, input } of inputs) found += issuesOf(operation, input).length;
  return found;
}

/** Returns how many violations of the corpus are found. A peer must accept the valid bodies. */
function violations() {
  let found = 0;
  corpus.forEach(({ operation, body, violations, pointers }) => {
    const issues = issuesOf(operation, prepare(body));
    assert(violations > 0 || issues.length === 0, `${name} rejects a valid body: ${JSON.stringify(issues)}`);
    const places = new Set(issues.map(pointerOf));
    found += pointers.filter((pointer) => places.has(pointer)).length;
  });
  return found;
}

const expected = round();
console.log(violations());
for await (const rounds of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  for (let i = 0; i < Number(rounds); i++) assert.equal(round(), expected);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6);
}
