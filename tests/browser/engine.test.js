// The WASM in a page: it gives the same answers as everywhere, many times, without using more memory.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answers, explained } from "../package/support/answers.js";
import { addresses, findings, fixtures, goldens, line, natives, verdict } from "../package/support/goldens.js";
import { calls, comparable, predicted } from "../package/support/situations.js";
import { name } from "./browsers.js";
import { form, open, start } from "./page.js";

let world;
before(async () => (world = await start()));
after(() => world?.close());

test("`warmUp` starts the module, which starts only once", async () => {
  const page = await form(world, "", { cold: true });
  const result = await page.evaluate(async () => {
    const { Module } = WebAssembly;
    let starts = 0;
    WebAssembly.Module = new Proxy(Module, { construct: (target, values) => (starts += 1, Reflect.construct(target, values)) });
    const { check, warmUp } = await import("/src/browser.js");
    const before = starts;
    await warmUp();
    await warmUp();
    return [before, check("add_lead", { email: null }).ok, check("add_lead", { email: "jo@example.com" }).ok, starts];
  });
  assert.deepEqual(result, [0, false, true, 1]);
  await page.context().close();
});

test("with the host's Unicode, addresses are accepted as by the server", async () => {
  const requests = addresses();
  assert.ok(requests.length > 1000);
  const page = await open(world);
  // Pass JSON text, because half a surrogate pair would not survive as a value.
  const wrong = await page.evaluate(async (texts) => {
    const { checkText } = await import("/src/browser.js");
    const wrong = [];
    for (const text of texts) {
      const { body, kept } = JSON.parse(text);
      if (checkText("create_smtp_account", body).ok !== (kept !== null)) wrong.push(text);
    }
    return wrong;
  }, requests.map((request) => JSON.stringify(request)));
  assert.deepEqual(wrong, []);
  await page.context().close();
});

for (const [what, requests, least] of [
  ["the goldens from the seed", goldens("bodies.ndjson"), 600],
  ["the goldens that were found", goldens("found.ndjson"), 300],
  ["the fixtures of every rule", fixtures(), 1_500],
]) {
  test(`${what}: the same lines as from the binary`, async () => {
    assert.ok(requests.length > least);
    const page = await open(world);
    const answers = await page.evaluate(async (text) => {
      const { checkText } = await import("/src/browser.js");
      return JSON.stringify(JSON.parse(text).map(({ operation, body }) => checkText(operation, body)));
    }, JSON.stringify(requests));
    const expected = natives(requests, "--advice", "on");
    for (const [i, answer] of JSON.parse(answers).entries()) {
      const message = JSON.stringify(requests[i]).slice(0, 300);
      assert.equal(line(answer), verdict(expected[i]), message);
      const { errors, advice } = JSON.parse(expected[i]);
      // Compare text, because -0 became 0 when it left the page.
      const found = (errors, advice) => JSON.stringify([findings(errors), findings(advice)]);
      assert.equal(found(answer.issues ?? [], answer.advice), found(errors, advice), message);
    }
    await page.context().close();
  });
}

test("answers are explained as by the binary", async () => {
  const page = await open(world);
  const found = await page.evaluate(async (text) => {
    const { explain } = await import("/src/browser.js");
    return JSON.parse(text).map((answer) => explain(...answer));
  }, JSON.stringify(answers));
  for (const [i, answer] of found.entries()) assert.deepEqual(answer, JSON.parse(explained(answers[i])), JSON.stringify(answers[i]));
  await page.context().close();
});

test("requests in situations are answered as by the binary", async () => {
  const page = await open(world);
  const found = await page.evaluate(async (text) => {
    const { preflight } = await import("/src/browser.js");
    return JSON.parse(text).map(([operation, body, situation]) => preflight(operation, body ?? undefined, situation));
  }, JSON.stringify(calls));
  for (const [i, answer] of found.entries()) {
    assert.deepEqual(comparable(answer), comparable(JSON.parse(predicted(calls[i], "json"))[0]), JSON.stringify(calls[i]));
  }
  await page.context().close();
});

// Only Chromium says how much memory it uses.
test("100,000 checks use no more memory", { skip: name !== "chromium" }, async () => {
  const page = await open(world);
  const client = await page.context().newCDPSession(page);
  const used = async () => {
    await client.send("HeapProfiler.collectGarbage");
    return (await client.send("Runtime.getHeapUsage")).usedSize;
  };
  /** Checks bodies, and returns the size of the WASM's memory. */
  const run = (count) => page.evaluate(async (count) => {
    const { check } = await import("/src/browser.js");
    const glue = await import("/dist/glue.js");
    // A second call returns the module that has started.
    const { memory } = glue.initSync({ module: new Uint8Array() });
    const variant = { subject_template: "Hello", email_content: "Hi {{first_name}}, how are you?", distribution_percent: 100 };
    const bodies = [
      ["create_campaign", { name: "Spring", daily_limit_per_inbox: 101 }],
      ["update_campaign", { variants: [variant, variant], lead_mapping: { email: 1 } }],
      ["add_lead", { email: "jörg@exämple.com", custom_fields: { city: "Dresden" } }],
      ["add_lead", { email: null }],
      ["add_lead", { email: "nobody" }],
      ["add_lead", { email: "nobody" }, { deny: ["lead-email"] }],
    ];
    for (let i = 0; i < count; i += 1) check(...bodies[i % bodies.length]);
    return memory.buffer.byteLength;
  }, count);
  const wasm = await run(10_000);
  const heap = await used();
  assert.equal(await run(100_000), wasm);
  const more = (await used()) - heap;
  assert.ok(more < 1_000_000, `${more} bytes more`);
  await page.context().close();
});
