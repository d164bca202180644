// The first answer in a situation: the same as the binary's, for any argument that JavaScript can pass.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fixtures, goldens } from "./support/goldens.js";
import { project } from "./support/project.js";
import { calls, comparable, predicted, forPeople, readByPeople } from "./support/situations.js";

let here, check, explain, preflight;
before(async () => {
  here = project("preflight");
  ({ check, explain, preflight } = await here.load('export { check, explain, preflight } from "coldsend-lint";'));
});

test("requests in situations are answered as by the binary, byte for byte", () => {
  const seen = new Set();
  const launches = new Set();
  for (const call of calls) {
    const ours = preflight(...call);
    const message = JSON.stringify(call);
    const [record] = JSON.parse(predicted(call, "json"));
    assert.deepEqual(comparable(ours), comparable(record), message);
    assert.deepEqual(forPeople(ours, check(...call.slice(0, 2)).issues), readByPeople(predicted(call, "human")), message);
    launches.add(ours.launch?.is_launch_ready);
    if (ours.ok) continue;
    assert.equal(ours.body, predicted(call, "body"), message);
    assert.deepEqual(ours.explanation, explain(ours.status, ours.body), message);
    seen.add(ours.explanation.id);
  }
  const all = [
    "api-key-required", "campaign-not-draft", "campaign-not-found", "distribution-sum", "email-already-exists", "inbox-in-use",
    "insufficient-scopes", "invalid-api-key", "launch-requirements", "rate-limited", "validation",
  ];
  assert.deepEqual([...seen].sort(), all);
  assert.deepEqual(launches, new Set([undefined, null, false, true]));
});

test("if nothing is known, the answer is that of the check", () => {
  const requests = [...goldens("bodies.ndjson"), ...fixtures()].flatMap(({ operation, body }) => {
    try {
      return [[operation, JSON.parse(body)]];
    } catch {
      return [];
    }
  });
  assert.ok(requests.length > 1_500, `${requests.length} requests`);
  for (const request of requests) {
    const { unknown, launch, explanation, ...answer } = preflight(...request);
    assert.deepEqual(answer, check(...request), JSON.stringify(request).slice(0, 300));
    assert.ok(unknown.includes("api_key"));
  }
});

test("a failure caused by the body is not retried", () => {
  const { status, body, issues, explanation } = preflight("update_campaign", { lead_mapping: { "\ud800": [] } });
  assert.equal(status, 500);
  assert.deepEqual([explanation.id, explanation.retry, explanation.fix], ["server-error", "after_fix", `${issues[0].hint}.`]);
  assert.equal(explanation.detail, "Internal Server Error");
  // The API's answer does not state the cause.
  assert.equal(explain(status, body).retry, "backoff");
});

describe("a launch", () => {
  const campaign_id = "550e8400-e29b-41d4-a716-446655440000";
  const launch = (known) =>
    preflight(`PUT /campaigns/${campaign_id}`, { launch: true }, { campaigns: [{ campaign_id, status: "DRAFT", ...known }] });

  test("lists what is missing", () => {
    const answer = launch({ has_leads: false, has_inboxes: true });
    assert.deepEqual(answer.launch, { is_launch_ready: false, missing_requirements: ["leads"] });
    assert.deepEqual([answer.ok, answer.status, answer.body], [false, null, '{"is_launch_ready":false,"missing_requirements":["leads"]}']);
    assert.deepEqual(answer.issues, []);
    assert.ok(answer.unknown.includes("campaigns[].has_variants"));
  });

  test("says that nothing is missing, or that it is not known", () => {
    assert.deepEqual(launch({ has_leads: true, has_inboxes: true, has_variants: true }).launch, { is_launch_ready: true, missing_requirements: [] });
    assert.deepEqual(launch({}).launch, { is_launch_ready: null, missing_requirements: [] });
    assert.equal(preflight("create_campaign", { name: "Autumn campaign" }).launch, null);
  });
});

describe("arguments", () => {
  const body = { name: "Autumn campaign" };

  test("an invalid situation is rejected without repeating a value", () => {
    const message = (situation) => {
      try {
        preflight("create_campaign", body, situation);
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    assert.equal(message({ scope: [] }), "TypeError: invalid situation: `scope` is unknown; did you mean `scopes`?");
    assert.match(message({ campaigns: [{ campaign_id: "hunter2" }] }), /^TypeError: invalid situation: campaigns\[0\]\.campaign_id: /);
    for (const situation of [null, "{}", 5, true, () => 1, Symbol("x"), 5n]) assert.match(message(situation), /^TypeError: the situation must be an object, not /);
    for (const situation of [[], new Date(0), { toJSON: () => undefined }]) assert.match(message(situation), /^TypeError: invalid situation: /);
    assert.match(message({ api_key: 1n }), /^TypeError: .*BigInt/);
    for (const situation of [{ api_key: ["hunter2"] }, { hunter2: 1 }, { api_key: "hunter2", scopes: "hunter2" }]) assert.doesNotMatch(message(situation), /hunter2/);
    // An undefined fact is omitted, and the next call works as before.
    assert.equal(preflight("create_campaign", body, { scopes: undefined }).ok, true);
  });

  test("there are no options", () => {
    assert.throws(() => preflight("create_campaign", body, {}, { ctx: true }), { name: "TypeError", message: "unknown option ctx; there are none" });
    for (const none of [undefined, null, {}, 0]) assert.equal(preflight("create_campaign", body, {}, none).ok, true);
  });

  test("a text that is too long is rejected", () => {
    const long = "x".repeat(2 ** 25);
    for (const [what, ...call] of [["text", "add_lead", { email: long }], ["situation", "create_campaign", body, { api_key: long }]]) {
      assert.throws(() => preflight(...call), (error) => {
        assert.match(`${error.name}: ${error.message}`, new RegExp(`^RangeError: the ${what} has 335\\d+ characters; the maximum is 33554432$`));
        return true;
      });
    }
    assert.throws(() => preflight("x".repeat(4097)), RangeError);
  });

  test("an API key is never shown", () => {
    for (const api_key of ["hunter2", "cs_live_hunter2"]) {
      assert.doesNotMatch(JSON.stringify(preflight("create_campaign", body, { api_key, api_key_valid: false })), /hunter2/);
    }
  });

  test("an unknown operation is a TypeError, whatever the situation is", () => {
    for (const name of ["nope", "", undefined, null, 5, {}]) {
      assert.throws(() => preflight(name, body, {}), { name: "TypeError", message: /^operation .*: unknown operation/ });
      assert.throws(() => preflight(name, body, { scope: [] }), { name: "TypeError", message: /^operation .*: unknown operation/ });
    }
  });

  test("bodies are read as by check", () => {
    assert.throws(() => preflight("create_campaign", { name: 1n }), TypeError);
    for (const none of [undefined, () => 1]) assert.deepEqual(preflight("add_lead", none).issues, check("add_lead", none).issues);
    assert.equal(preflight("list_campaigns", { page: 0 }).issues[0].path[0], "page");
    const long = "x".repeat(10e6);
    assert.equal(preflight("create_campaign", { name: long }).status, 422);
    assert.equal(preflight("add_lead", { email: long }).advice[0].rule, "lead-email");
  });
});

test("all entry points give the same prediction, and say what is missing", () => {
  const script = `
    import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    import * as node from "coldsend-lint";
    import * as slim from "coldsend-lint/slim";
    import * as browser from "./node_modules/coldsend-lint/src/browser.js";
    const attempt = (run) => { try { return run(); } catch (error) { return error.name + ": " + error.message; } };
    const show = ({ preflight }) => attempt(() => JSON.stringify(preflight("create_campaign", { name: "Hi" }, { scopes: [] })));
    console.log(show(slim));
    slim.initPreflight(readFileSync(createRequire(import.meta.url).resolve("coldsend-lint/preflight.wasm")));
    for (const entry of [node, browser, slim]) console.log(show(entry));`;
  const [before, node, browser, slim] = here.node(script).trim().split("\n");
  assert.equal(before, "Error: coldsend-lint is not ready: call initPreflight() with the bytes of preflight.wasm first");
  assert.equal(JSON.parse(node).status, 403);
  assert.deepEqual([browser, slim], [node, node]);
});
