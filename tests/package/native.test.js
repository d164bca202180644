// The same answers as those of the native binary, byte for byte.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { addresses, findings, fixtures, goldens, line, natives, verdict } from "./support/goldens.js";
import { native, project, run } from "./support/project.js";

let checkText;
before(async () => {
  ({ checkText } = await project("native").load('export { checkText } from "coldsend-lint";'));
});

function compare(requests) {
  const bare = natives(requests);
  const whole = natives(requests, "--ctx", "--advice", "on");
  for (const [i, { operation, body }] of requests.entries()) {
    const ours = checkText(operation, body);
    const message = `${operation} ${body.slice(0, 300)}`;
    assert.equal(line(ours), verdict(bare[i]), message);
    assert.deepEqual(checkText(operation, body, { advice: false }), { ...ours, advice: [] }, message);
    const theirs = JSON.parse(whole[i]);
    assert.deepEqual(findings(ours.issues ?? []), findings(theirs.errors), message);
    assert.deepEqual(findings(ours.advice), findings(theirs.advice), message);
    deny(operation, body, ours, message);
    if (ours.ok || typeof theirs.body.detail === "string") continue;
    const items = ours.issues.map(({ loc, message: msg, type, ctx }) => (ctx ? { loc, msg, type, ctx } : { loc, msg, type }));
    assert.deepEqual(items, theirs.body.detail, message);
  }
}

/** Asserts that denied advice comes after the issues, and that nothing else changes. */
function deny(operation, body, plain, message) {
  const rules = [...new Set(plain.advice.map(({ rule }) => rule))];
  for (const denied of new Set([rules.slice(0, 1), rules])) {
    const [failed, left] = [true, false].map((fails) => plain.advice.filter(({ rule }) => denied.includes(rule) === fails));
    const { ok, status = null, body: text = null, issues = [] } = plain;
    const expected = failed.length > 0 ? { ok: false, status, body: text, issues: [...issues, ...failed], advice: left } : plain;
    assert.deepEqual(checkText(operation, body, { deny: denied }), expected, message);
    assert.deepEqual(checkText(operation, body, { deny: denied, advice: false }), { ...expected, advice: [] }, message);
  }
}

test("the goldens from the seed", () => {
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
  const requests = addresses();
  compare(requests.map(({ body }) => ({ operation: "create_smtp_account", body })));
});

test("denied advice", () => {
  const rules = ["lead-email", "unknown-field"];
  for (const body of ['{"email":"jo@example","x":1}', '{"email":null,"x":1}', '{"email":"jo@example.com"}', "["]) {
    const options = ["check", "--as", "add_lead", ...rules.flatMap((rule) => ["--deny", rule]), "--format", "json", "-"];
    const [theirs] = JSON.parse(run(native(), options, { input: body, accepted: [0, 1] }));
    const ours = checkText("add_lead", body, { deny: rules });
    assert.deepEqual([ours.ok, ours.status ?? null, ours.body ?? null], [theirs.ok, theirs.status, theirs.body && JSON.stringify(theirs.body)], body);
    assert.deepEqual([findings(ours.issues ?? []), findings(ours.advice)], [findings(theirs.errors), findings(theirs.advice)], body);
  }
});

test("addresses are accepted as by the server", () => {
  for (const { body, kept } of addresses()) {
    assert.equal(checkText("create_smtp_account", body).ok, kept !== null, body);
  }
});
