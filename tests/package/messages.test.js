// Messages in your own words and in German.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fixtures, goldens } from "./support/goldens.js";
import { project } from "./support/project.js";

let here, check, checkText, de, preflight, rules, schemas, translate, types;
before(async () => {
  here = project("messages");
  ({ check, checkText, de, preflight, rules, schemas, translate } = await here.load('export * from "coldsend-lint"; export { de } from "coldsend-lint/messages/de";'));
  types = readFileSync(join(here.folder, "node_modules/coldsend-lint/src/generated/requests.d.cts"), "utf8");
});

/** Returns the members of a union in the generated types. */
const members = (text) => text.match(/"[^"]+"/g).map((member) => JSON.parse(member));
const textOf = (name) => new RegExp(`^export type ${name} =\\n([^;]*);`, "m").exec(types)[1];
const union = (name) => members(textOf(name));
const ruleConstraints = () => [...textOf("RuleConstraint").matchAll(/`([\w-]+)\/\$\{([^}]*)\}`/g)].flatMap(([, rule, names]) => members(names).map((name) => `${rule}/${name}`));

const constraintOf = (type) => type.slice(type.lastIndexOf(".") + 1);

describe("translate", () => {
  const hints = (answer, messages) => translate(answer, messages).issues.map(({ hint }) => hint);

  test("the most specific message is used", () => {
    const answer = check("create_campaign", { name: "Hi" });
    const messages = { min_length: "constraint", "campaign-name": "rule", "campaign-name/min_length": "both" };
    assert.deepEqual(hints(answer, messages), ["both"]);
    delete messages["campaign-name/min_length"];
    assert.deepEqual(hints(answer, messages), ["rule"]);
    delete messages["campaign-name"];
    assert.deepEqual(hints(answer, messages), ["constraint"]);
    for (const none of [{}, { max_length: "other" }, { min_length: undefined, "campaign-name": () => undefined }, { min_length: "" }]) {
      assert.deepEqual(hints(answer, none), ["At least 8 characters; this has 2"]);
    }
    assert.deepEqual(hints(answer, { "campaign-name": () => undefined, min_length: "next" }), ["next"]);
  });

  test("only the hints change", () => {
    const answer = check("create_campaign", { name: "Hi", nickname: "Jo" });
    const before = JSON.stringify(answer);
    const translated = translate(answer, { min_length: "short", "unknown-field": "unknown" });
    assert.deepEqual(translated, {
      ...answer,
      issues: [{ ...answer.issues[0], hint: "short" }],
      advice: [{ ...answer.advice[0], hint: "unknown" }],
    });
    assert.equal(JSON.stringify(answer), before);
    const predicted = preflight("create_campaign", { name: "Autumn campaign" }, { scopes: ["campaigns:read"] });
    assert.deepEqual(translate(predicted, de), predicted);
  });

  test("placeholders", () => {
    const one = (operation, body, text) => hints(checkText(operation, body), { min_length: text, enum: text, json_invalid: text, not_le: ({ ctx }) => `{limit} ${ctx.limit_value}` })[0];
    assert.equal(one("create_campaign", '{"name": "Hi"}', "{limit} {{limit}} {values} {other} {}"), "8 {8} {values} {other} {}");
    assert.equal(one("update_campaign", '{"sequences": [{"step_number": 2, "trigger_type": "X", "wait_days": 1, "variants": []}]}', "of {values}"), "of NOT_OPENED, NOT_REPLIED, OPENED_BUT_NOT_REPLIED");
    assert.equal(one("create_campaign", '{"name"', "{error}"), "Expecting ':' delimiter");
    // What a function returns is used as it is.
    assert.equal(one("create_campaign", '{"name": "Autumn campaign", "daily_limit_per_inbox": 101}'), "{limit} 100");
  });
});

describe("schemas", () => {
  const messagesOf = (options, value = { name: "Hi" }) => {
    const from = options ? schemas.with(options) : schemas;
    return from.create_campaign["~standard"].validate(value).issues.map(({ message }) => message);
  };

  test("the message of an issue is the hint, or your own", () => {
    assert.deepEqual(messagesOf(), ["At least 8 characters; this has 2"]);
    assert.deepEqual(messagesOf({}), ["At least 8 characters; this has 2"]);
    assert.deepEqual(messagesOf({ messages: de }), ["Mindestens 8 Zeichen"]);
    assert.deepEqual(messagesOf({ message: ({ rule, ctx }) => `${rule} ${ctx.limit_value}` }), ["campaign-name 8"]);
    assert.deepEqual(messagesOf({ message: () => undefined }), ["At least 8 characters; this has 2"]);
    assert.deepEqual(messagesOf({ message: () => undefined, messages: de }), ["Mindestens 8 Zeichen"]);
    const seen = [];
    assert.deepEqual(messagesOf({ messages: de, message: (issue) => void seen.push(issue) ?? `${issue.message}!` }), ["ensure this value has at least 8 characters!"]);
    const [issue] = check("create_campaign", { name: "Hi" }).issues;
    assert.deepEqual(seen, [{ ...issue, hint: "Mindestens 8 Zeichen" }]);
  });

  test("wrong options are errors", () => {
    assert.throws(() => schemas.with({ message: "x" }), { name: "TypeError", message: "the option message must be a function, not of type string" });
    assert.throws(() => schemas.with({ messages: "de" }), { name: "TypeError", message: "the option messages must be an object, not of type string" });
    assert.throws(() => schemas.with({ empty: true }), { name: "TypeError", message: 'the option empty must be "omit"' });
    assert.throws(() => schemas.with({ mesage: 1 }), { name: "TypeError", message: /^unknown option mesage; the options are message, messages, empty, deny$/ });
  });
});

describe("German", () => {
  test("it can be imported and required", () => {
    const script = `
      import { createRequire } from "node:module";
      import { de } from "coldsend-lint/messages/de";
      const required = createRequire(import.meta.url)("coldsend-lint/messages/de").de;
      console.log(Object.keys(required).join() === Object.keys(de).join(), required.min_length);`;
    assert.equal(here.node(script), "true Mindestens {limit} Zeichen\n");
  });

  test("it has every key that a translation needs, and no other", () => {
    const needed = [...union("Constraint"), ...union("OwnMessageKey")];
    assert.ok(needed.length > 60);
    assert.deepEqual(needed.filter((key) => !Object.hasOwn(de, key)), []);
    const known = new Set([...needed, ...union("RuleId"), ...ruleConstraints()]);
    assert.deepEqual(Object.keys(de).filter((key) => !known.has(key)), []);
  });

  test("the keys are those of the rules", () => {
    const keys = rules().filter(({ subject }) => subject !== "list").flatMap(({ id, constraints }) => constraints.map(({ type }) => `${id}/${constraintOf(type)}`));
    assert.deepEqual(new Set(ruleConstraints()), new Set(keys));
  });

  test("every issue and every advice of the fixtures and goldens is in German", () => {
    const seen = new Set();
    const large = { body: "Hi", attachments: [{ filename: "a", content_base64: "A".repeat(15e6) }] };
    const bodies = [...fixtures(), ...goldens("bodies.ndjson"), ...goldens("found.ndjson"), { operation: "send_reply", body: JSON.stringify(large) }];
    for (const { operation, body } of bodies) {
      const answer = checkText(operation, body);
      const translated = translate(answer, de);
      for (const list of ["issues", "advice"]) {
        for (const [i, issue] of answer[list].entries()) {
          const { hint } = translated[list][i];
          seen.add(`${issue.rule}/${constraintOf(issue.type)}`);
          assert.notEqual(hint, issue.hint, `${issue.rule}: ${issue.message}`);
          assert.doesNotMatch(hint.replace(/^undefined hat/, ""), /\{(limit|values|error)\}|undefined|\$\d/, `${issue.rule}: ${issue.message}`);
          // A text has the limit of its message.
          if (issue.ctx?.limit_value !== undefined) assert.ok(hint.includes(issue.ctx.limit_value), hint);
        }
      }
    }
    // Only preflight looks at keys.
    const missing = ruleConstraints().filter((key) => !seen.has(key) && !/^(api-key-prefix|wildcard-scope)\//.test(key));
    assert.deepEqual(missing, []);
  });
});
