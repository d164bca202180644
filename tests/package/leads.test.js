// `checkLeads`: the same reports and files as from the binary, for every kind of list and all chunks.
import assert from "node:assert/strict";
import { createReadStream, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { comparable, lists, reported } from "./support/leads.js";
import { project, root, run } from "./support/project.js";

let folder, checkLeads, rules;
before(async () => {
  const here = project("leads");
  folder = here.folder;
  ({ checkLeads, rules } = await here.load('export { checkLeads, rules } from "coldsend-lint";'));
});

const LIST = "E-Mail;Vorname;Notiz\r\nAda@Example.com;Ada;=1\r\nada@example.com;Ada;\r\n\r\nbob@;Bob;x\r\na..b@c.co;;\r\n";

/** A generator of numbers below a maximum, the same in each run. */
function random(seed) {
  let state = seed;
  return (below) => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % below;
}

/** Returns a stream of chunks of random sizes. */
function streamOf(bytes, seed) {
  const next = random(seed);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const size = 1 + next(next(2) ? 20 : 100_000);
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}

test("lists are checked as by the binary, in chunks of any size", async () => {
  assert.ok(lists.length > 60);
  for (const [i, [name, bytes]] of lists.entries()) {
    const expected = reported(bytes);
    for (const list of [bytes, streamOf(bytes, i), streamOf(bytes, i + 1000)]) {
      const report = await checkLeads(list, { fix: true, rejects: true });
      assert.deepEqual(await comparable(report), expected, name);
      assert.equal(report.complete, report.fixed !== null, name);
    }
  }
});

test("a list may be a file, a stream, bytes or text", async () => {
  const file = join(folder, "leads.csv");
  writeFileSync(file, LIST);
  const bytes = Buffer.from(LIST);
  const copy = new Uint8Array(bytes);
  const expected = await checkLeads(LIST);
  assert.deepEqual([expected.rows, expected.invalid, expected.blank], [4, 1, 0]);
  for (const list of [
    new Blob([LIST]), new File([LIST], "leads.csv"), bytes, copy, copy.buffer, new DataView(copy.buffer), new Blob([LIST]).stream(), new Response(LIST).body,
    createReadStream(file), createReadStream(file, { encoding: "utf8", highWaterMark: 7 }), (async function* () { yield* LIST; })(),
  ]) {
    assert.deepEqual(await checkLeads(list), expected);
  }
  assert.equal((await checkLeads(new Blob([]))).problems[0].rule, "lead-file-empty");
});

test("the report says what the list is like", async () => {
  const { mapping, columns, ok, complete, blank, omitted, invalid_by_rule, fixed, rejects } = await checkLeads(LIST.replace("\r\n", "\r\n;;\r\n"));
  assert.deepEqual({ ok, complete, blank, omitted, fixed, rejects }, { ok: false, complete: true, blank: 1, omitted: 0, fixed: null, rejects: null });
  assert.deepEqual(invalid_by_rule, { "lead-address": 1 });
  assert.deepEqual(mapping, { email: "E-Mail", first_name: "Vorname" });
  assert.deepEqual(columns, [
    { name: "E-Mail", field: "email", empty: 0 },
    { name: "Vorname", field: "first_name", empty: 1 },
    { name: "Notiz", field: null, empty: 2 },
  ]);
  const secret = await checkLeads("email,cs_live_0123456789abcdef\na@b.co,1\n");
  assert.ok(secret.ok && !JSON.stringify(secret).includes("abcdef"));
});

test("options: a mapping, a campaign, rules", async () => {
  const list = "Mail,Name,Job\na@b.co,,=x\nA@b.co,Ada,\n";
  const campaign = { variants: [{ subject_template: "Hi {{first_name}}", email_content: "{{city}}" }] };
  const mapping = { email: "Mail", first_name: "Name" };
  const counted = async (options) => {
    const { ok, rules } = await checkLeads(list, options);
    return [ok, rules];
  };
  const expected = [true, { "lead-duplicate": 1, "lead-formula": 1, "lead-variable-column": 1, "lead-variable-empty": 1 }];
  assert.deepEqual(await counted({ mapping, campaign }), expected);
  assert.deepEqual(await counted({ mapping: JSON.stringify(mapping), campaign: JSON.stringify(campaign) }), expected);
  assert.deepEqual(await counted({ allow: ["lead-formula"] }), [true, { "lead-duplicate": 1 }]);
  assert.deepEqual(await counted({ deny: ["lead-duplicate"] }), [false, { "lead-duplicate": 1, "lead-formula": 1 }]);
  assert.equal((await checkLeads(list, { mapping })).mapping, null);
});

test("all problems are counted, and as many listed as wanted", async () => {
  const list = `email\n${"x\n".repeat(10_050)}`;
  const some = await checkLeads(list);
  assert.deepEqual([some.problems.length, some.omitted, some.rules["lead-address"]], [10_000, 51, 10_050]);
  const none = await checkLeads(list, { limit: 0 });
  assert.deepEqual([none.problems, none.omitted, none.invalid], [[], 10_051, 10_050]);
  assert.equal((await checkLeads(list, { limit: Infinity })).problems.length, 10_051);
});

test("wrong arguments are errors that quote no value", async () => {
  const wrong = [
    [[5], /^TypeError: the list must be a Blob, a stream, bytes or text, not of type number$/],
    [[null], /not null$/],
    [[{}], /not of type object$/],
    [[[LIST]], /not of type object$/],
    [[new ReadableStream({ start: (stream) => stream.enqueue({ secret: 1 }) })], /^TypeError: a stream of a list must have bytes or text, not of type object$/],
    [[LIST, { fixed: true }], /^TypeError: unknown option fixed; the options are mapping, campaign, /],
    [[LIST, { fix: 1 }], /^TypeError: the option fix must be a boolean, not of type number$/],
    [[LIST, { limit: "10" + "x" }], /^TypeError: the option limit must be a number of problems, not of type string$/],
    [[LIST, { onProgress: {} }], /^TypeError: the option onProgress must be a function/],
    [[LIST, { mapping: ["E-Mail"] }], /^TypeError: wrong option mapping: a mapping is a JSON object of texts, such as \{"email": "E-Mail"\}$/],
    [[LIST, { mapping: "{" }], /^TypeError: wrong option mapping: this is not JSON$/],
    [[LIST, { campaign: {} }], /^TypeError: wrong option campaign: a campaign is a JSON object that has texts/],
    [[LIST, { deny: "lead-duplicate" }], /^TypeError: the option deny must be a list of rule ids, not of type string$/],
    [[LIST, { allow: ["lead-duplicates"] }], /^TypeError: unknown rule in the option allow: "lead-duplicates"$/],
    [[LIST, { deny: ["campaign-name"] }], /^TypeError: unknown rule in the option deny: "campaign-name"$/],
  ];
  for (const [values, message] of wrong) await assert.rejects(checkLeads(...values), (error) => assert.match(String(error), message) ?? true);
  const huge = (async function* () {
    yield "email\n";
    for (let i = 0; i < 16; i += 1) yield new Uint8Array(2 ** 24).fill(10);
  })();
  await assert.rejects(checkLeads(huge), /^RangeError: the list has more than 268435456 bytes, the maximum$/);
});

test("a check is aborted, and its stream canceled", async () => {
  const reason = new Error("enough");
  await assert.rejects(checkLeads(LIST, { signal: AbortSignal.abort(reason) }), reason);
  const abort = new AbortController();
  let canceled = false;
  const endless = new ReadableStream({
    pull: (stream) => stream.enqueue(Buffer.from("a@b.co\n".repeat(1000))),
    start: (stream) => stream.enqueue(Buffer.from("email\n")),
    cancel: () => (canceled = true),
  });
  let calls = 0;
  const onProgress = ({ bytes, total }) => {
    assert.ok(bytes > 0 && total === null);
    if ((calls += 1) === 5) abort.abort(reason);
  };
  await assert.rejects(checkLeads(endless, { signal: abort.signal, onProgress, limit: 0 }), reason);
  assert.deepEqual([calls, canceled], [5, true]);
  // What a function of the caller throws ends the check as well.
  await assert.rejects(checkLeads(LIST, { onProgress: () => { throw reason; } }), reason);
});

test("progress, and checks at the same time", async () => {
  const list = `email\n${Array.from({ length: 40_000 }, (_, i) => `a${i}@b.co\n`).join("")}`;
  const told = [];
  const [one, two] = await Promise.all([
    checkLeads(new Blob([list]), { onProgress: (progress) => told.push(progress) }),
    checkLeads(`${list}x\n`),
  ]);
  assert.deepEqual([one.valid, one.invalid, two.valid, two.invalid], [40_000, 0, 40_000, 1]);
  assert.deepEqual(told.at(-1), { bytes: list.length, total: list.length });
  assert.ok(told.length > 5 && told.every(({ bytes }, i) => i === 0 || bytes > told[i - 1].bytes));
});

test("Vite bundles the worker, as the README says", () => {
  const files = {
    "index.html": '<script type="module" src="/main.js"></script>',
    "main.js": `import { checkLeads } from "coldsend-lint/leads";
      const worker = new Worker(new URL("coldsend-lint/leads/worker", import.meta.url), { type: "module" });
      checkLeads("email\\n", { worker }).then(console.log);`,
    "own.js": 'import "coldsend-lint/leads/worker";',
  };
  const here = project("leads-vite", { files });
  here.tool("vite/bin/vite.js", "build", "--logLevel", "warn");
  const assets = join(here.folder, "dist/assets");
  const worker = readdirSync(assets).find((name) => /^worker-.*\.js$/.test(name));
  assert.match(readFileSync(join(assets, worker), "utf8"), /size:\d+,frequent:\[[^]*addEventListener\("message"|addEventListener\("message"[^]*size:\d+,frequent:\[/);
  // A file that only imports the script has it: the script is not dropped as one without effects.
  const esbuild = join(root, "tests/package/node_modules/esbuild/bin/esbuild");
  run(esbuild, ["own.js", "--bundle", "--format=esm", "--outfile=own.out.js", "--log-level=warning"], { cwd: here.folder });
  assert.match(readFileSync(join(here.folder, "own.out.js"), "utf8"), /addEventListener\("message"/);
});

test("rules have the rules of reports", async () => {
  const ids = new Set(rules().map(({ id }) => id));
  for (const [, bytes] of lists) for (const { rule } of (await checkLeads(bytes)).problems) assert.ok(ids.has(rule), rule);
});
