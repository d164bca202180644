// The same answers as the native binary's, byte for byte.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { native, project, root, run } from "./support/project.js";

let checkText;
before(async () => {
  ({ checkText } = await project("native").load('export { checkText } from "coldsend-lint";'));
});

const ndjson = (name) =>
  readFileSync(join(root, "tests/goldens", name), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** The requests of goldens; bytes that are no text cannot be handed in from JavaScript. */
function goldens(name) {
  return ndjson(name).flatMap(({ operation, body, body_base64: base64 }) => {
    if (base64 === undefined) return [{ operation, body }];
    const bytes = Buffer.from(base64, "base64");
    const text = bytes.toString();
    return Buffer.from(text).equals(bytes) ? [{ operation, body: text }] : [];
  });
}

function fixtures() {
  const folder = join(root, "tests/fixtures");
  return readdirSync(folder).flatMap((rule) =>
    readdirSync(join(folder, rule)).filter((name) => name.endsWith(".http")).flatMap((name) => {
      const bytes = readFileSync(join(folder, rule, name));
      const text = bytes.toString();
      if (!Buffer.from(text).equals(bytes)) return [];
      const [, operation, body] = /^(.*)\n(?:\n([^]*))?$/.exec(text);
      return [{ operation, body: (body ?? "").replace(/\n$/, "") }];
    }),
  );
}

/** What the binary says of each, a line each. */
function natives(requests, ...options) {
  const input = requests.map((request) => JSON.stringify(request)).join("\n");
  const lines = run(native(), ["batch", ...options, "-"], { input, accepted: [0, 1] }).trim().split("\n");
  assert.equal(lines.length, requests.length);
  return lines;
}

function compare(requests) {
  const bare = natives(requests);
  const whole = natives(requests, "--ctx", "--advice", "on");
  for (const [i, { operation, body }] of requests.entries()) {
    const ours = checkText(operation, body);
    const told = `${operation} ${body.slice(0, 300)}`;
    // As text: numbers must be written in the same way.
    const line = ours.ok ? '{"ok":true,"status":null,"body":null}' : `{"ok":false,"status":${ours.status},"body":${ours.body}}`;
    assert.equal(line, bare[i], told);
    const theirs = JSON.parse(whole[i]);
    assert.deepEqual(
      ours.advice.map(({ rule, loc, message: msg }) => ({ rule, loc, msg })),
      theirs.advice.map(({ rule, loc, msg }) => ({ rule, loc, msg })),
      told,
    );
    if (ours.ok || typeof theirs.body.detail === "string") continue;
    const items = ours.issues.map(({ loc, message: msg, type, ctx }) => (ctx ? { loc, msg, type, ctx } : { loc, msg, type }));
    assert.deepEqual(items, theirs.body.detail, told);
  }
}

test("the goldens' bodies", () => {
  const requests = goldens("bodies.ndjson");
  assert.ok(requests.length > 600);
  compare(requests);
});

test("the goldens that were found", () => {
  const requests = goldens("found.ndjson");
  assert.ok(requests.length > 300);
  compare(requests);
});

test("the fixtures of every rule", () => {
  const requests = fixtures();
  assert.ok(requests.length > 1_500);
  compare(requests);
});

test("addresses", () => {
  const requests = ndjson("email.ndjson").map(({ input }) => ({ operation: "add_lead", body: JSON.stringify({ email: input }) }));
  compare(requests);
});

test("addresses, against the server's own verdict", () => {
  for (const { input, kept } of ndjson("email.ndjson")) {
    const refused = (checkText("add_lead", JSON.stringify({ email: input })).issues ?? []).some((issue) => issue.type === "value_error.email");
    assert.equal(!refused, kept !== null, JSON.stringify(input));
  }
});
