// Explanations of answers: the same as the binary's, for any argument that JavaScript can pass.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { answers, blocks, explained } from "./support/answers.js";
import { native, project, run } from "./support/project.js";

let here, explain;
before(async () => {
  here = project("explain");
  ({ explain } = await here.load('export { explain } from "coldsend-lint";'));
});

test("every block of the errors page, with every status, is explained as by the binary", () => {
  assert.ok(blocks.length > 15, `${blocks.length} blocks`);
  for (const [status, text] of answers) {
    const line = explained([status, text]);
    const ours = explain(status, text);
    assert.deepEqual(ours, JSON.parse(line), `${status} ${text}`);
    // For a text on one line, our JSON is the binary's, byte for byte.
    if (blocks.some((block) => JSON.stringify(JSON.parse(block)) === text)) assert.equal(`${JSON.stringify(ours)}\n`, line);
  }
});

test("items have their rule and a hint, and what stands beside detail is kept", () => {
  const errors = [{ loc: ["body", "name"], msg: "field required", type: "value_error.missing" }];
  const problem = explain(422, { title: "Validation Error", detail: "Input validation failed.", errors });
  assert.deepEqual(problem.items, [{ ...errors[0], rule: "campaign-name", hint: "Add `name`" }]);
  assert.deepEqual([problem.detail, problem.extra], ["Input validation failed.", { title: "Validation Error" }]);
  const several = explain(422, { detail: [{ loc: ["query", "limit"], msg: "value is not a valid integer", type: "type_error.integer" }] });
  assert.equal(several.items[0].rule, null);
  assert.ok(several.items[0].rules.includes("list-replies-limit"));
  const keys = ["id", "status", "status_expected", "retry", "retry_after_seconds", "title", "fix", "detail", "items", "missing_requirements", "required", "granted", "others"];
  assert.deepEqual(Object.keys(explain(401, { detail: "Invalid or revoked API key" })), keys);
});

describe("arguments", () => {
  const id = (...answer) => explain(...answer).id;

  test("an object is read as JSON.stringify writes it", () => {
    const body = { detail: "Invalid or revoked API key" };
    assert.deepEqual(explain(401, body), explain(401, JSON.stringify(body)));
    assert.deepEqual(explain(401, { toJSON: () => body }), explain(401, body));
    for (const body of [undefined, () => 1, Symbol("x")]) assert.deepEqual(explain(503, body), explain(503, ""));
    for (const body of [null, 5, true, [], new Map()]) assert.deepEqual(explain(503, body), explain(503, JSON.stringify(body)));
    assert.throws(() => explain(400, { detail: 1n }), TypeError);
  });

  test("without a status, the documented one is used", () => {
    assert.equal(explain(null, { detail: "Invalid or revoked API key" }).status, 401);
    assert.deepEqual(explain(undefined, "{}"), explain(null, "{}"));
    assert.deepEqual([id(null, ""), explain(null, "").status], [null, null]);
  });

  test("an invalid status is rejected", () => {
    for (const status of [0, 99, 600, 65536 + 401, -401, 401.5, NaN, Infinity, "401", "", true, {}, [], 401n, Symbol("x"), () => 401]) {
      assert.throws(() => explain(status, "{}"), { name: "TypeError", message: /must be a number from 100 to 599/ }, String(status));
    }
    assert.throws(() => explain("429", "{}"), { message: "the status must be a number from 100 to 599 or null, not of type string" });
    assert.throws(() => explain(4290, "{}"), { message: "the status must be a number from 100 to 599 or null, not 4290" });
  });

  test("an answer that is too long is rejected", () => {
    const most = 2 ** 25;
    for (const text of ["x".repeat(most), `{"detail":[${"{},".repeat(11e6)}1]}`]) assert.equal(id(500, text), "server-error");
    assert.throws(() => explain(500, "x".repeat(most + 1)), { name: "RangeError", message: "the answer has 33554433 characters; the maximum is 33554432" });
  });

  test("after a long or odd text, the next call works as before", () => {
    for (const text of ["x".repeat(10e6), `{"detail":"${"é".repeat(5e6)}"}`, `{"detail":${"[".repeat(1e6)}`, "\ud800", "\0", '{"detail":"\ud800"}']) {
      assert.equal(id(500, text), "server-error");
      assert.equal(id(401, { detail: "Invalid or revoked API key" }), "invalid-api-key");
    }
  });

  test("possible secrets are not repeated", () => {
    const item = { loc: ["body", "smtp_password"], msg: "Input should be a valid string", type: "string_type", input: "hunter2" };
    assert.doesNotMatch(JSON.stringify(explain(422, { detail: [item] })), /hunter2/);
    assert.doesNotMatch(JSON.stringify(explain(400, { detail: "cs_live_secret is no key" })), /secret/);
  });
});

describe("headers", () => {
  const reset = 1704067230;
  const date = "Mon, 01 Jan 2024 00:00:00 GMT";
  const headers = { "X-RateLimit-Reset": String(reset), Date: date };
  const wait = (options, body = "", status = 429) => explain(status, body, options).retry_after_seconds;

  test("are read as the binary reads those of curl -i", () => {
    const answers = ["", '{"detail":"Rate limit exceeded. Retry after 7 seconds."}', '{"detail":"Invalid or revoked API key"}'];
    const resets = [reset, reset - 100, `+${reset}`, ` ${reset} `, "", "-5", "1e9", "5.5", "x", `${reset}, ${reset}`, 2n ** 64n - 1n, 2n ** 64n, "9".repeat(40)];
    let waits = 0;
    for (const status of [401, 429, 503]) {
      for (const text of answers) {
        for (const value of resets) {
          for (const name of ["X-RateLimit-Reset", "x-ratelimit-reset"]) {
            const answer = `HTTP/1.1 ${status} x\r\nDate: ${date}\r\n${name}: ${value}\r\n\r\n${text}`;
            const ours = explain(status, text, { headers: { Date: date, [name]: value } });
            assert.deepEqual(ours, JSON.parse(run(native(), ["explain", "--format", "json", "-"], { input: answer })), answer);
            waits += ours.retry === "after" ? 1 : 0;
          }
        }
      }
    }
    assert.ok(waits > 20, `${waits} waits`);
  });

  test("may be of any type, with names in any case", () => {
    const lower = { "x-ratelimit-reset": String(reset), date };
    const kinds = [headers, lower, new Headers(headers), new Map(Object.entries(headers)), Object.entries(headers), { ...lower, "set-cookie": ["a", "b"], via: undefined }];
    for (const headers of kinds) assert.equal(wait({ headers }), 30);
    assert.deepEqual(explain(429, "", { headers }).retry, "after");
  });

  test("the current time is the option, otherwise the date, otherwise that of the clock", () => {
    const now = 1704067200_000 + 12_999;
    for (const time of [now, new Date(now)]) assert.equal(wait({ headers, now: time }), 18);
    assert.equal(wait({ headers, now: 0 }), reset);
    const soon = Math.floor(Date.now() / 1000) + 1000;
    for (const date of [undefined, "soon", "2024-01-01", "Mon, 99 Jan 2024 00:00:00 GMT"]) {
      const seconds = wait({ headers: { "X-RateLimit-Reset": soon, date } });
      assert.ok(seconds > 900 && seconds <= 1000, `${seconds}`);
    }
  });

  test("without headers or a reset, the wait grows with each attempt", () => {
    for (const options of [undefined, null, {}, 0, "x", { headers: undefined }, { headers: null }, { headers: {} }, { headers: { date } }, { now: 5 }]) {
      assert.deepEqual([explain(429, "", options).retry, wait(options)], ["backoff", null]);
    }
  });

  test("invalid headers and times are rejected", () => {
    for (const odd of ["X-RateLimit-Reset: 5", 5, true, () => 1, ["X-RateLimit-Reset", "5"]]) assert.throws(() => wait({ headers: odd }), { name: "TypeError", message: /^the headers must be an object/ });
    for (const now of ["2024-01-01", NaN, Infinity, new Date(NaN), null, true, 5n]) assert.throws(() => wait({ headers, now }), { name: "TypeError", message: /^now must be a valid Date/ });
    assert.throws(() => wait({ header: headers }), { name: "TypeError", message: "unknown option header; the options are headers, now" });
  });
});

test("all entry points give the same explanation, and say what is missing", () => {
  const script = `
    import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    import * as node from "coldsend-lint";
    import * as slim from "coldsend-lint/slim";
    import * as browser from "./node_modules/coldsend-lint/src/browser.js";
    const attempt = (run) => { try { return run(); } catch (error) { return error.name + ": " + error.message; } };
    const show = ({ explain }) => attempt(() => JSON.stringify(explain(429, { detail: "Rate limit exceeded. Retry after 60 seconds." })));
    console.log(show(slim));
    console.log(attempt(() => slim.initAnswers(fetch)));
    slim.initAnswers(readFileSync(createRequire(import.meta.url).resolve("coldsend-lint/answers.wasm")));
    slim.initAnswers();
    for (const entry of [node, browser, slim]) console.log(show(entry));
    console.log(attempt(() => slim.check("get_campaign")));`;
  const [before, wrong, node, browser, slim, check] = here.node(script).trim().split("\n");
  assert.equal(before, "Error: coldsend-lint is not ready: call initAnswers() with the bytes of answers.wasm first");
  assert.equal(wrong, "TypeError: expected the bytes of answers.wasm, or a WebAssembly.Module compiled from them");
  assert.equal(JSON.parse(node).retry_after_seconds, 60);
  assert.deepEqual([browser, slim], [node, node]);
  assert.match(check, /call init\(\)/);
});

test("check and explain do not load each other's module", () => {
  const script = `
    import { check, explain } from "coldsend-lint";
    const modules = [];
    const { Module } = WebAssembly;
    WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); modules.push(bytes.length); } };
    check("get_campaign"); check("get_campaign");
    console.log(modules.length);
    explain(401, ""); explain(401, "");
    console.log(modules.length);`;
  assert.equal(here.node(script).trim(), "1\n2");
});
