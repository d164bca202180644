// The engine in a page: the same answers as everywhere, many times over, without growing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fixtures, goldens, line, natives, ndjson } from "../package/support/goldens.js";
import { open, start } from "./page.js";

let world;
before(async () => (world = await start(["--js-flags=--expose-gc", "--enable-precise-memory-info"])));
after(() => world?.close());

const CHECKS = Number(process.env.CHECKS ?? 100_000);

test("the host's Unicode keeps and refuses the addresses that the server does", async () => {
  const addresses = ndjson("email.ndjson");
  assert.ok(addresses.length > 1000);
  const page = await open(world);
  // Half a surrogate pair does not survive the way into the page as a value, but as text.
  const wrong = await page.evaluate(async (texts) => {
    const { checkText } = await import("/src/browser.js");
    const wrong = [];
    for (const text of texts) {
      const { input, kept } = JSON.parse(text);
      const answer = checkText("add_lead", JSON.stringify({ email: input }));
      const refused = !answer.ok && answer.issues.some(({ path }) => path[0] === "email");
      if (refused !== (kept === null)) wrong.push(text);
    }
    return wrong;
  }, addresses.map((address) => JSON.stringify(address)));
  assert.deepEqual(wrong, []);
  await page.context().close();
});

for (const [what, requests, least] of [
  ["the goldens' bodies", goldens("bodies.ndjson"), 600],
  ["the goldens that were found", goldens("found.ndjson"), 300],
  ["the fixtures of every rule", fixtures(), 1_500],
]) {
  test(`${what}: the same lines as the binary's`, async () => {
    assert.ok(requests.length > least);
    const page = await open(world);
    const answers = await page.evaluate(async (text) => {
      const { checkText } = await import("/src/browser.js");
      return JSON.parse(text).map(({ operation, body }) => {
        const { ok, status, body: told } = checkText(operation, body);
        return { ok, status, body: told };
      });
    }, JSON.stringify(requests));
    const expected = natives(requests);
    for (const [i, answer] of answers.entries()) assert.equal(line(answer), expected[i], JSON.stringify(requests[i]).slice(0, 300));
    await page.context().close();
  });
}

test(`${CHECKS} checks leave memory as it was`, async (t) => {
  const page = await open(world);
  const client = await page.context().newCDPSession(page);
  const used = async () => {
    await client.send("HeapProfiler.collectGarbage");
    return (await client.send("Runtime.getHeapUsage")).usedSize;
  };
  const run = (count) => page.evaluate(async (count) => {
    const { check } = await import("/src/browser.js");
    const glue = await import("/dist/glue.js");
    // Once more gives what is there already.
    const { memory } = glue.initSync({ module: new Uint8Array() });
    const variant = { subject_template: "Hello", email_content: "Hi {{first_name}}, how are you?", distribution_percent: 100 };
    const bodies = [
      ["create_campaign", { name: "Spring", daily_limit_per_inbox: 101 }],
      ["update_campaign", { variants: [variant, variant], lead_mapping: { email: 1 } }],
      ["add_lead", { email: "jörg@exämple.com", custom_fields: { city: "Dresden" } }],
      ["add_lead", { email: "nobody" }],
    ];
    const begun = performance.now();
    for (let i = 0; i < count; i += 1) check(...bodies[i % bodies.length]);
    return { ms: performance.now() - begun, wasm: memory.buffer.byteLength };
  }, count);
  await run(CHECKS / 10);
  const before = { heap: await used(), ...(await run(0)) };
  const tenths = [];
  for (let tenth = 0; tenth < 10; tenth += 1) tenths.push((await run(CHECKS / 10)).ms / (CHECKS / 10));
  const later = { heap: await used(), ...(await run(0)) };
  t.diagnostic(`heap ${before.heap} -> ${later.heap} bytes, wasm ${before.wasm} -> ${later.wasm} bytes`);
  t.diagnostic(`us a check, by tenths: ${tenths.map((ms) => (ms * 1000).toFixed(1)).join(" ")}`);
  assert.equal(later.wasm, before.wasm);
  assert.ok(later.heap - before.heap < 1_000_000, `${later.heap - before.heap} bytes more`);
  await page.context().close();
});

test("how long it takes (told, not judged)", async (t) => {
  const page = await open(world, "campaign");
  const told = await page.evaluate(async () => {
    const { check } = await import("/src/browser.js");
    const { readForm, bindForm } = await import("/src/form.js");
    const spread = (times) => {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (part) => `${(sorted[Math.floor(sorted.length * part)] * 1000).toFixed(0)} us`;
      return `median ${at(0.5)}, 95th percentile ${at(0.95)}`;
    };
    const time = (count, work) => Array.from({ length: count }, (_, i) => {
      const begun = performance.now();
      work(i);
      return performance.now() - begun;
    });
    const form = document.querySelector("#campaign form");
    const body = readForm(form, "update_campaign");
    const lone = form.cloneNode(true);
    document.body.append(lone);
    bindForm(lone, "update_campaign");
    const name = lone.elements.name;
    const keystroke = (i) => {
      name.value = `Spring outreach ${i}`;
      name.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    const bytes = await (async () => Uint8Array.from((await import("/dist/inline.js")).default, (c) => c.charCodeAt(0)))();
    return {
      "check of the campaign": spread(time(2000, () => check("update_campaign", body))),
      "a keystroke in a bound campaign form, all told": spread(time(2000, keystroke)),
      "compile and instantiate": spread(time(30, () => {
        const module = new WebAssembly.Module(bytes);
        const stub = Object.fromEntries(WebAssembly.Module.imports(module).map((one) => [one.name, () => {}]));
        const imports = new Proxy({}, { get: () => stub });
        return new WebAssembly.Instance(module, imports);
      })),
    };
  });
  for (const [what, times] of Object.entries(told)) t.diagnostic(`${what}: ${times}`);

  // A real key, from the event to the answer.
  const keys = await page.evaluate(() => {
    globalThis.keys = [];
    const name = document.querySelector("#campaign [name=name]");
    let begun;
    addEventListener("input", () => (begun = performance.now()), true);
    addEventListener("input", () => keys.push(performance.now() - begun));
    name.focus();
    return keys;
  });
  assert.deepEqual(keys, []);
  for (let i = 0; i < 200; i += 1) await page.keyboard.press(i % 2 ? "Backspace" : "x");
  const sorted = await page.evaluate(() => globalThis.keys.sort((a, b) => a - b));
  assert.equal(sorted.length, 200);
  t.diagnostic(`a real key in the page, with its panel: median ${(sorted[100] * 1000).toFixed(0)} us, 95th percentile ${(sorted[190] * 1000).toFixed(0)} us`);
  await page.context().close();
});
