// Any argument that JavaScript can pass: the call has the intended result, and the next one works as before.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { project } from "./support/project.js";

let check, checkText, all, preflight, readForm, schemas, toFieldErrors, toPointer;
before(async () => {
  ({ check, checkText, rules: all, preflight, readForm, schemas, toFieldErrors, toPointer } = await project("input").load('export * from "coldsend-lint"; export { readForm } from "coldsend-lint/form";'));
});

const plain = { name: "Autumn campaign", daily_limit_per_inbox: 101 };
afterEach(() => {
  assert.deepEqual(errors(check("create_campaign", plain)), [["daily_limit_per_inbox", "value_error.number.not_le"]]);
});

const errors = (answer) => (answer.ok ? [] : answer.issues.map((issue) => [issue.path.join("."), issue.type]));
const missing = [["", "value_error.missing"]];
const lead = (more) => errors(check("add_lead", { email: "jo@example.com", ...more }));

describe("bodies", () => {
  test("undefined, a function or a symbol means no body", () => {
    for (const body of [undefined, () => 1, class {}, Symbol("x")]) assert.deepEqual(errors(check("add_lead", body)), missing);
    assert.deepEqual(errors(check("add_lead")), missing);
  });

  test("other values are read as JSON.stringify writes them", () => {
    const values = [null, true, 0, -0, 1e400, NaN, "", "text", [], [1], new Map([[1, 2]]), new Set([1]), new Date(0), /x/,
      new Uint8Array(3), new String("x"), Object.create(null), new Proxy({}, {}), { toJSON: () => ({ email: 5 }) }, globalThis.Math];
    for (const value of values) {
      assert.deepEqual(check("add_lead", value), checkText("add_lead", JSON.stringify(value)));
    }
    assert.deepEqual(errors(check("add_lead", null)), missing);
    assert.deepEqual(errors(check("add_lead", [1])), [["", "type_error.dict"]]);
  });

  test("members that are undefined, functions or symbols are omitted", () => {
    for (const email of [undefined, () => 1, Symbol("x")]) {
      assert.deepEqual(errors(check("add_lead", { email })), [["email", "value_error.missing"]]);
    }
    assert.deepEqual(errors(check("create_campaign", { name: "Autumn campaign", start_date: new Date(0) })), []);
    assert.deepEqual(errors(check("create_campaign", { name: "Autumn campaign", timezone: null })), [["timezone", "type_error.none.not_allowed"]]);
  });

  test("BigInt and cycles throw what JSON.stringify throws", () => {
    const cycle = { email: "jo@example.com" };
    cycle.self = cycle;
    for (const body of [1n, { email: 1n }, cycle, { toJSON() { throw new RangeError("own"); } }]) {
      const thrown = (run) => { try { run(); } catch (error) { return [error.name, error.message]; } };
      assert.deepEqual(thrown(() => check("add_lead", body)), thrown(() => JSON.stringify(body)));
      assert.ok(thrown(() => check("add_lead", body)));
    }
  });

  test("10 MB of text", () => {
    for (const text of ["x".repeat(10e6), "é".repeat(5e6), "😀".repeat(2.5e6), "\0".repeat(5e6), "\ud800".repeat(2e6)]) {
      assert.deepEqual(errors(check("add_lead", { email: text }, { deny: ["lead-email"] }))[0][0], "email");
      assert.deepEqual(errors(check("create_campaign", { name: text }))[0][0], "name");
      assert.equal(checkText("add_lead", text).ok, false);
    }
    assert.equal(check("add_lead", { email: "jo@example.com", x: "y".repeat(10e6) }).ok, true);
    assert.equal(check("add_lead", { email: "jo@example.com", x: Array(1e6).fill({}) }).ok, true);
  });

  test("texts of the maximum length with any content are accepted, longer ones are not", () => {
    const most = 2 ** 25;
    const filled = (begin, item, end) => begin + item.repeat(Math.floor((most - begin.length - end.length) / item.length)) + end;
    const worst = [
      ["add_lead", filled("[", "1,", "1]")],
      ["add_lead", filled("", "€", "")],
      ["add_lead", filled("{", '"a":1,', '"b":1}')],
      ["update_campaign", filled('{"inbox_ids":[', "0,", "0]}")],
    ];
    for (const [operation, text] of worst) assert.equal(checkText(operation, text).ok, false);
    assert.equal(checkText("list_campaigns", filled("page=0", "&€", "")).ok, false);
    const message = (run) => {
      try {
        run();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    for (const operation of ["add_lead", "list_campaigns"]) {
      assert.equal(message(() => checkText(operation, "x".repeat(most + 1))), "RangeError: the text has 33554433 characters; the maximum is 33554432");
      assert.equal(message(() => checkText(operation, `[${"1,".repeat(7e7)}1]`)), "RangeError: the text has 140000003 characters; the maximum is 33554432");
      assert.match(message(() => check(operation, { email: "x".repeat(most) })), /^RangeError: the text has 335544\d\d characters; the maximum is 33554432$/);
    }
    for (const operation of ["x".repeat(4097), `GET /campaigns?${"a&".repeat(1e8)}`]) {
      for (const run of [check, checkText]) {
        assert.equal(message(() => run(operation)), `RangeError: the operation has ${operation.length} characters; the maximum is 4096`);
      }
    }
    assert.match(message(() => check("x".repeat(4096))), /^TypeError: operation "x{100}": unknown operation; /);
  });

  test("nesting", () => {
    const deep = (levels) => `{"email":"jo@example.com","x":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    assert.equal(checkText("add_lead", deep(800)).ok, true);
    for (const levels of [1_000, 100_000, 2_000_000]) {
      const answer = checkText("add_lead", deep(levels));
      assert.deepEqual([answer.status, answer.body], [400, '{"detail":"There was an error parsing the body"}']);
    }
  });

  test("lone surrogates", () => {
    // JSON.stringify escapes them; in text, they become U+FFFD.
    for (const lone of ["\ud800", "\udfff", "a\udc00\ud800b"]) {
      assert.deepEqual(lead({ first_name: lone }), errors(checkText("add_lead", JSON.stringify({ email: "jo@example.com", first_name: lone }))));
      assert.deepEqual(errors(check("add_lead", { email: `${lone}@example.com` }, { deny: ["lead-email"] })), [["email", "value_error.email"]]);
      const replaced = `{"email":"${lone.replaceAll(/[\ud800-\udfff]/g, "\ufffd")}@example.com"}`;
      for (const options of [{}, { deny: ["lead-email"] }]) {
        assert.deepEqual(checkText("add_lead", `{"email":"${lone}@example.com"}`, options), checkText("add_lead", replaced, options));
      }
    }
  });

  test("names that every object has", () => {
    const body = JSON.parse('{"__proto__":{"email":"jo@example.com"},"constructor":1,"toString":2}');
    assert.deepEqual(errors(check("add_lead", body)), [["email", "value_error.missing"]]);
    assert.equal({}.email, undefined);
  });
});

describe("texts", () => {
  test("only text is accepted", () => {
    for (const text of [null, 5, {}, [], 5n, Symbol("x"), () => 1]) {
      assert.throws(() => checkText("add_lead", text), { name: "TypeError", message: /must be a string/ });
    }
  });

  test("undefined or an empty text means no body", () => {
    for (const text of [undefined, ""]) assert.deepEqual(errors(checkText("add_lead", text)), missing);
  });
});

describe("operations", () => {
  test("an unknown operation is rejected with a list of all operations", () => {
    const names = ["", "nope", "create_campaign ", "__proto__", "constructor", "FETCH /nope", "get /nope", "\ud800", undefined, null, 5, 5n,
      {}, Object.create(null), ["create_campaign"], Symbol("x"), () => 1, { toString: () => "create_campaign" }];
    for (const name of names) {
      for (const run of [() => check(name, {}), () => checkText(name, "{}")]) {
        assert.throws(run, { name: "TypeError", message: /^operation .*: unknown operation; use one of create_campaign, .*, star_thread, or METHOD \/path$/s });
      }
    }
  });

  test("a misspelled, wrong or undocumented operation gets a suggestion or a reason", () => {
    const cases = [
      ["create_campain", "unknown operation; did you mean create_campaign (POST /campaigns)?"],
      ["PATCH /campaigns/{campaign_id}", "unknown operation; did you mean update_campaign (PUT /campaigns/{campaign_id})?"],
      ["FETCH /campaigns", "unknown operation; did you mean create_campaign (POST /campaigns)?"],
      ["get /campaing/1", "unknown operation; did you mean get_campaign (GET /campaigns/{campaign_id})?"],
      ["GET /sender-accounts/quotas?campaign_id=1", "GET /sender-accounts/quotas is not documented, so it is not checked"],
      ["POST /sender-accounts", "POST /sender-accounts is retired; use create_smtp_account or create_native_account"],
    ];
    for (const [operation, sentence] of cases) {
      for (const run of [() => check(operation, {}), () => checkText(operation)]) {
        assert.throws(run, { name: "TypeError", message: `operation ${JSON.stringify(operation.replace(/\?.*/, ""))}: ${sentence}` });
      }
    }
  });

  test("an unknown operation is reported without possible secrets", () => {
    const message = (operation) => {
      try {
        check(operation);
      } catch ({ message }) {
        return message.slice(0, message.indexOf(": unknown operation"));
      }
    };
    assert.equal(message("GET /campaing?api_key=cs_live_hunter2"), 'operation "GET /campaing"');
    assert.equal(message("GET /campaing#hunter2?\nhunter2"), 'operation "GET /campaing"');
    assert.equal(message("GET https://jo:hunter2@example.com/campaing"), 'operation "GET https://…@example.com/campaing"');
    for (const key of ["cs_live_hunter2", "cs_test_hunter2-x", "X-API-Key: cs_live_hunter2 x"]) {
      assert.doesNotMatch(message(key), /hunter2/);
      assert.match(message(key), /cs_(live|test)_…/);
      assert.doesNotMatch(message(`GET /campaing/${"x".repeat(80)}/${key}`), /hunter2/);
    }
    assert.ok(message("é".repeat(4000)).length < 130);
  });

  test("a method and a path", () => {
    assert.deepEqual(errors(check("PUT /campaigns/{campaign_id}", {})), []);
    assert.deepEqual(errors(check("PUT /campaigns/5", { name: "Hi" })), [["campaign_id", "type_error.uuid"], ["name", "value_error.any_str.min_length"]]);
    assert.deepEqual(errors(check("GET /campaigns?page=0")), [["page", "value_error.number.not_ge"]]);
  });

  test("a method in any case", () => {
    for (const method of ["get", "Get", "gET"]) {
      assert.deepEqual(check(`${method} /campaigns`, { page: 0 }), check("GET /campaigns", { page: 0 }), method);
      assert.deepEqual(check(`${method} /campaigns?page=0`), check("GET /campaigns?page=0"), method);
      assert.throws(() => check(`${method} /campaigns?page=1`, "page=0"), { message: /^there are two query strings/ }, method);
    }
    const body = { name: "Hi", page: 0 };
    for (const [given, known] of [["post /campaigns", "POST /campaigns"], ["Put /campaigns/5", "PUT /campaigns/5"]]) {
      assert.deepEqual(check(given, body), check(known, body));
      assert.deepEqual(checkText(given, JSON.stringify(body)), check(known, body));
    }
  });
});

describe("options", () => {
  const lead = { email: "jo@example.com", nickname: "Jo" };
  const advice = (answer) => answer.advice.map(({ rule }) => rule);

  test("{ advice: false } omits advice and nothing else", () => {
    const dates = { from_date: "2024-03-31", to_date: "2024-01-01" };
    const calls = [
      ["add_lead", lead, "unknown-field"],
      ["add_lead", { ...lead, email: null }, "unknown-field"],
      ["list_campaign_analytics", dates, "campaign-analytics-dates"],
      ["get /analytics/campaigns", dates, "campaign-analytics-dates"],
    ];
    for (const [operation, body, rule] of calls) {
      const whole = check(operation, body);
      assert.deepEqual(advice(whole), [rule]);
      assert.deepEqual(check(operation, body, { advice: false }), { ...whole, advice: [] });
      for (const options of [{}, { advice: true }, { advice: undefined }]) assert.deepEqual(check(operation, body, options), whole);
    }
    const text = JSON.stringify(lead);
    assert.deepEqual(advice(checkText("add_lead", text)), ["unknown-field"]);
    assert.deepEqual(checkText("add_lead", text, { advice: false }), { ok: true, issues: [], advice: [] });
    assert.deepEqual(checkText("add_lead", text, { advice: true }), checkText("add_lead", text));
    assert.deepEqual(checkText("add_lead", undefined, { advice: false }), { ...checkText("add_lead"), advice: [] });
  });

  test("an invalid option is rejected, and its value is not repeated", () => {
    for (const run of [check, checkText]) {
      const call = (options) => () => run("add_lead", "{}", options);
      assert.throws(call({ ctx: true }), { name: "TypeError", message: "unknown option ctx; the options are advice, deny" });
      assert.throws(call({ advice: false, denied: [] }), { name: "TypeError", message: "unknown option denied; the options are advice, deny" });
      for (const [value, type] of [[0, "of type number"], [null, "null"], ["hunter2", "of type string"], [{}, "of type object"], [() => 1, "of type function"]]) {
        assert.throws(call({ advice: value }), { name: "TypeError", message: `the option advice must be a boolean, not ${type}` });
      }
      assert.throws(() => run("nope", "{}", { advice: false }), { message: /^operation "nope": .*, star_thread, or METHOD \/path$/ });
      assert.throws(() => run(5, "{}", { advice: false }), { message: /^operation of type number: .*, star_thread, or METHOD \/path$/ });
    }
  });

  const address = { email: "jo@example", nickname: "Jo" };
  const deny = ["lead-email"];
  const rules = (answer) => [answer.issues.map(({ rule }) => rule), advice(answer)];

  test("{ deny } turns advice into issues", () => {
    const plain = check("add_lead", address);
    assert.deepEqual([plain.ok, ...rules(plain)], [true, [], ["lead-email", "unknown-field"]]);
    const [email, field] = plain.advice;
    const whole = { ok: false, status: null, body: null, issues: [email], advice: [field] };
    assert.deepEqual(check("add_lead", address, { deny }), whole);
    assert.deepEqual(checkText("add_lead", JSON.stringify(address), { deny }), whole);
    assert.deepEqual(check("POST /campaigns/{campaign_id}/leads/manual", address, { deny }), whole);
    assert.deepEqual([email.path, email.hint, email.type], [["email"], "One plain address, such as ada@example.com", "value_error.email"]);
    // The issues are in the order of the advice, whatever the order of the rules. A repeated rule has no effect.
    const both = { ...whole, issues: [email, field], advice: [] };
    for (const deny of [["lead-email", "unknown-field"], ["unknown-field", "lead-email", "unknown-field"]]) {
      assert.deepEqual(check("add_lead", address, { deny }), both);
    }
    // Advice about a query string, too.
    const dates = { from_date: "2024-03-31", to_date: "2024-01-01" };
    assert.deepEqual(rules(check("list_campaign_analytics", dates, { deny: ["campaign-analytics-dates"] })), [["campaign-analytics-dates"], []]);
  });

  test("denied advice comes after the API's issues, and the status and body do not change", () => {
    const body = { name: "Hi", timezone: "UTC", nickname: "Jo", title: 1 };
    const plain = check("create_campaign", body);
    assert.deepEqual(rules(plain), [["campaign-name"], ["unknown-field", "unknown-field"]]);
    const whole = { ...plain, issues: [...plain.issues, ...plain.advice], advice: [] };
    assert.deepEqual(check("create_campaign", body, { deny: ["unknown-field"] }), whole);
    assert.deepEqual(checkText("create_campaign", JSON.stringify(body), { deny: ["unknown-field"] }), whole);
    assert.equal(whole.status, 422);
    assert.doesNotMatch(whole.body, /nickname/);
  });

  test("{ advice: false } omits only advice that is not denied", () => {
    const options = { advice: false, deny };
    for (const [operation, body] of [["add_lead", address], ["add_lead", { ...address, first_name: ["x"] }]]) {
      const whole = check(operation, body, { deny });
      assert.ok(whole.advice.length > 0);
      assert.deepEqual(check(operation, body, options), { ...whole, advice: [] });
      assert.deepEqual(checkText(operation, JSON.stringify(body), options), { ...whole, advice: [] });
    }
    assert.deepEqual(check("add_lead", lead, options), { ok: true, issues: [], advice: [] });
  });

  test("denying a rule without advice has no effect", () => {
    for (const deny of [[], undefined, ["campaign-name"], ["campaign-analytics-dates"]]) {
      assert.deepEqual(check("add_lead", address, { deny }), check("add_lead", address));
      assert.deepEqual(checkText("add_lead", JSON.stringify(address), { deny }), check("add_lead", address));
    }
    assert.deepEqual(check("add_lead", lead, { deny }), check("add_lead", lead));
    // An error of the same rule is not affected.
    assert.deepEqual(check("add_lead", { email: null }, { deny }), check("add_lead", { email: null }));
    assert.equal(check("get_campaign", undefined, { deny }).ok, true);
  });

  test("an unknown rule cannot be denied", () => {
    const operations = [["add_lead", "{}"], ["create_campaign", undefined], ["list_campaigns", "page=1"]];
    for (const run of [check, checkText]) {
      for (const [operation, text] of operations) {
        const call = (deny) => () => run(operation, text, { deny });
        // The id of an answer is not a rule, nor are two ids in one text.
        for (const id of ["nope", "Lead-Email", " lead-email", "rate-limited", "lead-email,unknown-field", ",", "", "\n", "__proto__", "é"]) {
          for (const deny of [[id], ["lead-email", id]]) {
            assert.throws(call(deny), { name: "TypeError", message: `unknown rule in the option deny: ${JSON.stringify(id)}` });
          }
        }
        const needed = (type) => ({ name: "TypeError", message: `the option deny must be a list of rule ids, not ${type}` });
        assert.throws(call("lead-email"), needed("of type string"));
        assert.throws(call(null), needed("null"));
        assert.throws(call(new Set(["lead-email"])), needed("of type object"));
        assert.throws(call(true), needed("of type boolean"));
        for (const other of [5, null, undefined, ["lead-email"], {}, new String("lead-email"), Symbol("x")]) {
          assert.throws(call([other]), needed("of other values"));
          assert.throws(call(["lead-email", other]), needed("of other values"));
        }
      }
      assert.throws(() => run("add_lead", "{}", { deny: Array(2 ** 22).fill("lead-email") }), { name: "RangeError", message: "the option deny has 46137343 characters; the maximum is 33554432" });
      assert.throws(() => run("nope", "{}", { deny: ["lead-email"] }), { message: /^operation "nope": unknown operation/ });
    }
  });

  test("each rule may be denied, and all of them at once", () => {
    const ids = all().filter(({ subject }) => !["answer", "list"].includes(subject)).map(({ id }) => id);
    assert.ok(ids.length > 100);
    for (const id of ids) assert.equal(check("add_lead", address, { deny: [id] }).ok, !["lead-email", "unknown-field"].includes(id));
    assert.deepEqual(rules(check("add_lead", address, { deny: ids })), [["lead-email", "unknown-field"], []]);
  });

  test("options that are not an object are ignored", () => {
    // As in a callback of `map`.
    for (const none of [undefined, null, 0, false, "advice"]) assert.deepEqual(advice(check("add_lead", lead, none)), ["unknown-field"]);
  });
});

describe("query strings", () => {
  const page = [["page", "value_error.number.not_ge"]];

  test("text, pairs or an object", () => {
    const form = new FormData();
    form.append("page", "0");
    const queries = ["page=0", "?page=0", new String("page=0"), new URLSearchParams({ page: "0" }), form, new Map([["page", "0"]]), [["page", "0"]],
      new Set([["page", 0]]), Object.entries({ page: 0 }).values(), { page: 0 }, { page: "0" }, { page: [1, 0] }, Object.assign(Object.create(null), { page: 0 })];
    for (const query of queries) assert.deepEqual(errors(check("list_campaigns", query)), page);
    for (const query of ["page=0", { page: 0 }, form]) assert.deepEqual(errors(check("GET /campaigns", query)), page);
  });

  test("parameters without a value are omitted", () => {
    const query = { page: undefined, limit: null, days: () => 1, search: Symbol("x"), status: [] };
    assert.deepEqual(errors(check("list_campaigns", query)), []);
    for (const none of [undefined, null, "", () => 1, Symbol("x"), [], new Map(), {}]) assert.deepEqual(errors(check("list_campaigns", none)), []);
  });

  test("values that are not a query string are rejected", () => {
    const queries = [0, 5, true, false, 5n, new Date(0), /x/, new (class Query { page = 0; })(), new WeakMap(), ["page", "0"], [1], new Set(["page"]), Promise.resolve("page=0")];
    for (const query of queries) assert.throws(() => check("list_campaigns", query), TypeError, String(query));
    for (const query of queries.slice(0, 8)) assert.throws(() => check("GET /campaigns", query), { message: "a query string must be text, pairs, or a plain object" });
  });

  test("two query strings are rejected", () => {
    const error = { name: "TypeError", message: "there are two query strings: one is in the operation" };
    for (const query of [{ page: 0 }, "page=0", "?"]) assert.throws(() => check("GET /campaigns?page=1", query), error);
    assert.throws(() => checkText("GET /campaigns?page=1", "page=0"), error);
    assert.deepEqual(errors(checkText("GET /campaigns?page=0", "")), page);
    for (const none of [undefined, "", {}]) assert.deepEqual(errors(check("GET /campaigns?page=0", none)), page);
    assert.deepEqual(errors(check("GET /campaigns#?page=1", { page: 0 })), page);
    // If there is a body, the query string is not read.
    assert.deepEqual(errors(check("POST /campaigns?page=1", { name: "Autumn campaign" })), []);
  });

  test("values are escaped", () => {
    assert.deepEqual(errors(check("list_campaigns", { search: "a&page=0", limit: 5 })), []);
    assert.deepEqual(errors(check("list_campaigns", { page: new Date(0) })), [["page", "type_error.integer"]]);
    assert.deepEqual(errors(check("list_replies", { is_read: true })), []);
  });

  test("BigInt throws what JSON.stringify throws", () => {
    assert.throws(() => check("list_campaigns", { page: 1n }), TypeError);
  });
});

describe("answers", () => {
  test("a sum is about the list", () => {
    const variant = { subject_template: "a", email_content: "Hi there, Jo.", distribution_percent: 50 };
    const follow = { step_number: 2, trigger_type: "NOT_REPLIED", wait_days: 3, variants: [variant] };
    for (const [body, path] of [[{ variants: [variant] }, ["variants"]], [{ sequences: [follow] }, ["sequences", 0, "variants"]]]) {
      const { status, body: text, issues } = check("update_campaign", body);
      assert.deepEqual([status, text], [400, '{"detail":"Variant distributions must sum to 100%, got 50%"}']);
      assert.deepEqual(issues.map(({ path, rule, type }) => ({ path, rule, type })), [{ path, rule: "distribution-sum", type: "value_error" }]);
    }
  });

  test("a password is never shown", () => {
    const answer = check("create_smtp_account", { smtp_password: "hunter2".repeat(100), imap_password: 5 });
    assert.doesNotMatch(JSON.stringify(answer), /hunter2/);
  });

  test("schemas are synchronous, and return the same value or issues", () => {
    const value = { email: "jo@example.com" };
    assert.equal(schemas.add_lead["~standard"].validate(value).value, value);
    const { issues } = schemas.add_lead["~standard"].validate({ email: null });
    assert.deepEqual(issues, check("add_lead", { email: null }).issues.map((issue) => ({ ...issue, message: issue.hint })));
    const { version, vendor } = schemas.add_lead["~standard"];
    assert.deepEqual([version, vendor, Object.keys(schemas).length], [1, "coldsend-lint", 37]);
  });

  test("schemas with denied advice have the same operations, and do not change the others", () => {
    const strict = schemas.with({ deny: ["lead-email"] });
    const validate = (from, value) => from.add_lead["~standard"].validate(value);
    const value = { email: "jo@example", nickname: "Jo" };
    assert.deepEqual(validate(strict, value).issues.map(({ path, rule }) => [path, rule]), [[["email"], "lead-email"]]);
    assert.equal(validate(strict, value).issues.length, 1);
    assert.equal(validate(schemas, value).value, value);
    assert.equal(validate(schemas.with({ deny: [] }), value).value, value);
    for (const none of [undefined, {}, { deny: undefined }]) assert.equal(validate(schemas.with(none), value).value, value);
    // The API's issues come first.
    const campaign = { name: "Hi", nickname: "Jo" };
    const { issues } = schemas.with({ deny: ["unknown-field"] }).create_campaign["~standard"].validate(campaign);
    assert.deepEqual(issues.map(({ rule }) => rule), ["campaign-name", "unknown-field"]);
    // `with` is not listed as an operation.
    for (const each of [schemas, strict]) {
      assert.deepEqual(Object.keys(each), Object.keys(schemas));
      assert.ok(!Object.keys(each).includes("with"));
    }
    assert.throws(() => schemas.with({ advice: false }), { name: "TypeError", message: "unknown option advice; the options are message, messages, empty, deny" });
    assert.throws(() => validate(schemas.with({ deny: ["nope"] }), value), { name: "TypeError", message: 'unknown rule in the option deny: "nope"' });
    assert.throws(() => validate(schemas.with({ deny: "lead-email" }), value), { name: "TypeError", message: /^the option deny must be a list of rule ids/ });
  });

  test("schemas for forms omit what is empty, and report the paths of the given value", () => {
    const { update_campaign, add_lead } = schemas.with({ empty: "omit" });
    const validate = (schema, value) => schema["~standard"].validate(value);
    const variant = { subject_template: "", email_content: "Hi there, Jo.", distribution_percent: "", extra: "" };
    const given = {
      name: "", daily_limit_per_inbox: NaN, timezone: undefined, start_date: null, sending_days: ["", 1, NaN, 2], inbox_ids: ["", ""],
      lead_mapping: { email: "", first_name: "Name" }, variants: [variant], sequences: [], unknown: "", launch: false,
    };
    const before = JSON.stringify(given);
    assert.deepEqual(validate(update_campaign, given).value, {
      start_date: null, sending_days: [1, 2], lead_mapping: { first_name: "Name" },
      variants: [{ subject_template: "", email_content: "Hi there, Jo.", extra: "" }], sequences: [], unknown: "", launch: false,
    });
    assert.equal(JSON.stringify(given), before);
    assert.deepEqual(validate(update_campaign, { lead_mapping: { email: "" } }).value, {});
    const date = new Date(0);
    assert.equal(validate(update_campaign, { start_date: date }).value.start_date, date);
    // A required field stays, and so does an item whose fields are all omitted.
    const paths = (schema, value) => validate(schema, value).issues.map(({ path, loc }) => [path.join("."), loc.join(".")]);
    assert.deepEqual(validate(add_lead, { email: "", first_name: "" }).value, { email: "" });
    assert.deepEqual(paths(update_campaign, { variants: [{ subject_template: "" }] }), [["variants.0.email_content", "body.variants.0.email_content"]]);
    assert.deepEqual(paths(update_campaign, { sending_days: ["", 1, "", 9], inbox_ids: ["", "x"] }), [["sending_days.3", "body.sending_days.1"], ["inbox_ids.1", "body.inbox_ids.0"]]);
    assert.deepEqual(paths(schemas.with({ empty: "omit" }).delete_accounts, { inbox_ids: ["", ""], confirm_deletion: true }), [["inbox_ids", "body.inbox_ids"]]);
    // Whatever is not a plain object or list is checked as it is.
    for (const value of [undefined, null, "", 5, [], "x"]) assert.deepEqual(validate(update_campaign, value).issues, validate(schemas.update_campaign, value).issues);
    assert.deepEqual(validate(update_campaign, JSON.parse('{"__proto__": "", "name": ""}')).value, JSON.parse('{"__proto__": ""}'));
  });

  test("a form as a body is an error, except where it is a query string or a list of leads", () => {
    const form = new FormData();
    form.append("email", "jo@example.com");
    const error = { name: "TypeError", message: "read the form first, with readForm of coldsend-lint/form" };
    for (const body of [form, new URLSearchParams(form)]) {
      for (const operation of ["add_lead", "POST /campaigns", "POST /campaigns/{id}/leads/manual"]) {
        assert.throws(() => check(operation, body), error);
        assert.throws(() => preflight(operation, body, {}), error);
      }
      assert.throws(() => schemas.with({ empty: "omit" }).add_lead["~standard"].validate(body), error);
      for (const operation of ["upload_leads", "POST /campaigns/{id}/leads"]) assert.doesNotThrow(() => check(operation, body));
      assert.equal(check("add_lead", readForm(body, "add_lead")).ok, true);
    }
  });

  test("a FormData is read as a form is", () => {
    const form = new FormData();
    for (const [name, value] of [
      ["name", "Autumn campaign"], ["daily_limit_per_inbox", " 30 "], ["timezone", ""], ["enable_tracking", "on"], ["sending_days", "1"], ["sending_days", "2"],
      ["variants[0].email_content", "Hi"], ["variants[0].distribution_percent", ""], ["inbox_ids", "a\r\n\r\nb"], ["lead_mapping[email]", "E-Mail"], ["csrf", "x"], ["name", new Blob(["file"])],
    ]) form.append(name, value);
    assert.deepEqual(readForm(form, "update_campaign"), {
      name: "Autumn campaign", daily_limit_per_inbox: 30, enable_tracking: true, sending_days: [1, 2], lead_mapping: { email: "E-Mail" },
      inbox_ids: ["a", "b"], variants: [{ email_content: "Hi" }],
    });
    assert.deepEqual(readForm(new URLSearchParams("page=2&limit="), "list_campaigns"), { page: 2 });
    assert.throws(() => readForm(form, "create_campain"), TypeError);
    for (const wrong of [null, undefined, {}, [], "form"]) assert.throws(() => readForm(wrong, "add_lead"), { name: "TypeError", message: /^expected a form or a FormData, not / });
  });

  test("errors in the shape of the request", () => {
    const nested = (...issues) => toFieldErrors(issues.map(([message, ...path]) => ({ message, path })), { nested: true });
    assert.deepEqual(nested(), {});
    assert.deepEqual(nested(["a", "name"], ["b", "name"], ["c", "variants", 1, "x"], ["d", "variants", 1, "y"]), { name: "a", variants: [, { x: "c", y: "d" }] });
    // A message inside wins.
    assert.deepEqual(nested(["list", "variants"], ["item", "variants", 0]), { variants: ["item"] });
    assert.deepEqual(nested(["item", "variants", 0, "x"], ["list", "variants"]), { variants: [{ x: "item" }] });
    assert.deepEqual(nested(["all"]), { "": "all" });
    const own = nested(["a", "__proto__", "toString"]);
    assert.deepEqual([Object.keys(own), own.toString], [["__proto__"], Object.prototype.toString]);
    assert.deepEqual(toFieldErrors(undefined), Object.create(null));
    assert.deepEqual(toFieldErrors(undefined, { nested: true }), {});
    assert.throws(() => toFieldErrors([], { nest: true }), { name: "TypeError", message: "unknown option nest; the options are nested" });
  });

  test("errors by field, and pointers", () => {
    const { issues } = check("update_campaign", { name: "Hi", variants: [{}] });
    const fields = toFieldErrors(issues);
    assert.equal(fields["variants.0.subject_template"], "field required");
    assert.equal(toFieldErrors([{ path: ["__proto__"], message: "a" }, { path: ["__proto__"], message: "b" }]).__proto__, "a");
    assert.equal(toFieldErrors(check("add_lead").issues)[""], "field required");
    assert.equal(toPointer(["a/b~c", 0, ""]), "/a~1b~0c/0/");
    assert.equal(toPointer([]), "");
  });
});
