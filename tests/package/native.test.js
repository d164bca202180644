// The same answers as the native binary's, byte for byte.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { addresses, fixtures, goldens, line, natives } from "./support/goldens.js";
import { project } from "./support/project.js";

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
    assert.equal(line(ours), bare[i], message);
    assert.deepEqual(checkText(operation, body, { advice: false }), { ...ours, advice: [] }, message);
    const theirs = JSON.parse(whole[i]);
    assert.deepEqual(
      ours.advice.map(({ rule, loc, message: msg }) => ({ rule, loc, msg })),
      theirs.advice.map(({ rule, loc, msg }) => ({ rule, loc, msg })),
      message,
    );
    if (ours.ok || typeof theirs.body.detail === "string") continue;
    const items = ours.issues.map(({ loc, message: msg, type, ctx }) => (ctx ? { loc, msg, type, ctx } : { loc, msg, type }));
    assert.deepEqual(items, theirs.body.detail, message);
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
  const requests = addresses();
  compare(requests.map(({ body }) => ({ operation: "create_smtp_account", body })));
});

test("addresses, against the server's own verdict", () => {
  for (const { body, kept } of addresses()) {
    assert.equal(checkText("create_smtp_account", body).ok, kept !== null, body);
  }
});
