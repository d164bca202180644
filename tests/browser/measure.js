// Measures the package in Chromium, without any limits. Run it by hand, after `cargo xtask wasm --small`:
//
//   npm ci --prefix tests/browser && node tests/browser/measure.js [checks] [runs]
import { readFileSync } from "node:fs";
import { form, open, root, start } from "./page.js";

const [checks = 1_000_000, runs = 3] = process.argv.slice(2).map(Number);

const wasm = readFileSync(new URL("pkg/dist/coldsend-lint.wasm", root), "base64");

const CAMPAIGN = `
  <input name="name" value="Spring outreach"><input name="daily_limit_per_inbox" value="50"><input name="timezone" value="Europe/Berlin">
  ${[1, 2, 3, 4, 5, 6, 7].map((day) => `<input type="checkbox" name="sending_days" value="${day}" checked>`).join("")}
  ${["lead_mapping.email", "lead_mapping.first_name", "lead_mapping.company"].map((name) => `<input name="${name}" value="column">`).join("")}
  ${["variants[0]", "variants[1]", "sequences[0].variants[0]"].map((name, n) => `
    <input name="${name}.subject_template" value="How long does month end take?"><textarea name="${name}.email_content">Hi {{first_name}}, how are you?</textarea>
    <input name="${name}.variant_name" value="${"ABA"[n]}"><input name="${name}.distribution_percent" value="${[60, 40, 100][n]}">`).join("")}
  <input name="sequences[0].step_number" value="2"><input name="sequences[0].wait_days" value="3"><input name="sequences[0].trigger_type" value="NOT_REPLIED">`;

const world = await start(["--js-flags=--expose-gc", "--enable-precise-memory-info"]);
try {
  for (let run = 1; run <= runs; run += 1) console.log(`${checks} checks, run ${run}: ${await many()}`);
  for (const slower of [1, 4]) {
    const suffix = slower === 1 ? "" : `, on a processor that is ${slower} times slower`;
    console.log(`the first check in a page, the module decoded, compiled and started${suffix}: ${spread(await firsts(slower, embedded))}`);
    console.log(`the same with slim, the bytes in hand${suffix}: ${spread(await firsts(slower, slim))}`);
  }
  for (const [what, times] of Object.entries(await latencies())) console.log(`${what}: ${spread(times)}`);
} finally {
  await world.close();
}

/** Returns the memory before and after, and the median time of a check in each tenth. */
async function many() {
  const page = await open(world, "error");
  const client = await page.context().newCDPSession(page);
  const memory = async () => {
    await client.send("HeapProfiler.collectGarbage");
    return { heap: (await client.send("Runtime.getHeapUsage")).usedSize, wasm: await page.evaluate(() => wasm.buffer.byteLength) };
  };
  await page.evaluate(async () => {
    const { check } = await import("/src/browser.js");
    const variant = { subject_template: "Hello", email_content: "Hi {{first_name}}, how are you?", distribution_percent: 50 };
    const bodies = [
      ["create_campaign", { name: "Spring", daily_limit_per_inbox: 101 }],
      ["update_campaign", { name: "Spring outreach", variants: [variant, { ...variant, variant_name: "B" }] }],
      ["update_campaign", { variants: [variant, variant], lead_mapping: { email: 1 } }],
      ["add_lead", { email: "jörg@exämple.com", custom_fields: { city: "Dresden" } }],
      ["add_lead", { email: "nobody" }],
    ];
    // The clock is coarse, so time a hundred checks at once.
    globalThis.measure = (count) => {
      const times = [];
      for (let i = 0; i < count; i += 100) {
        const begun = performance.now();
        for (let j = 0; j < 100; j += 1) check(...bodies[j % bodies.length]);
        times.push((performance.now() - begun) / 100);
      }
      return times.sort((a, b) => a - b)[times.length >> 1];
    };
    measure(20_000);
    globalThis.wasm = (await import("/dist/glue.js")).initSync({ module: new Uint8Array() }).memory;
  });
  const before = await memory();
  const tenths = [];
  for (let i = 0; i < 10; i += 1) tenths.push(await page.evaluate((count) => measure(count), checks / 10));
  const after = await memory();
  await page.context().close();
  const us = tenths.map((time) => (time * 1000).toFixed(2)).join(" ");
  return `heap ${before.heap} -> ${after.heap}, wasm ${before.wasm} -> ${after.wasm} bytes; median us a check by tenths: ${us}; last / first ${(tenths[9] / tenths[0]).toFixed(3)}`;
}

async function embedded() {
  const { check } = await import("/src/browser.js");
  const begun = performance.now();
  check("get_campaign");
  return performance.now() - begun;
}

async function slim(text) {
  const { check, init } = await import("/src/slim.js");
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const begun = performance.now();
  init(bytes);
  check("get_campaign");
  return performance.now() - begun;
}

/** Returns the times of the first check in new, empty pages. A slower processor, as in a phone, slows every part. */
async function firsts(slower, first) {
  const times = [];
  for (let i = 0; i < 20; i += 1) {
    const context = await world.browser.newContext();
    const page = await context.newPage();
    // Do not use the page to try it, which starts the module by itself.
    await page.goto(`${world.address}/src/slim.js`);
    const client = await context.newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
    times.push(await page.evaluate(first, wasm));
    await context.close();
  }
  return times;
}

async function latencies() {
  const page = await form(world, CAMPAIGN);
  const result = await page.evaluate(async () => {
    const { check } = await import("/src/browser.js");
    const { default: text } = await import("/dist/inline.js");
    const { bytesOf } = await import("/src/wasm/bytes.js");
    const time = (count, work) => Array.from({ length: count }, (_, i) => {
      const begun = performance.now();
      work(i);
      return performance.now() - begun;
    });
    const bytes = bytesOf(text);
    const module = new WebAssembly.Module(bytes);
    const imports = new Proxy({}, { get: () => new Proxy({}, { get: () => () => {}, has: () => true }) });
    const body = readForm(f, "update_campaign");
    const keystroke = (i) => {
      f.elements.name.value = `Spring outreach ${i}`;
      f.elements.name.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    bindForm(f, "update_campaign");
    return {
      "decode": time(50, () => bytesOf(text)),
      "compile": time(50, () => new WebAssembly.Module(bytes)),
      "instantiate": time(50, () => new WebAssembly.Instance(module, imports)),
      "check of a campaign": time(2000, () => check("update_campaign", body)),
      "readForm": time(2000, () => readForm(f, "update_campaign")),
      "a keystroke in a bound form, all told": time(2000, keystroke),
    };
  });
  // Press real keys, and measure from the event to the answer.
  await page.evaluate(() => {
    globalThis.keys = [];
    let begun;
    addEventListener("input", () => (begun = performance.now()), true);
    addEventListener("input", () => keys.push(performance.now() - begun));
    f.elements.name.focus();
  });
  for (let i = 0; i < 300; i += 1) await page.keyboard.press(i % 2 ? "Backspace" : "x");
  result["a real key in it"] = await page.evaluate(() => keys);
  await page.context().close();
  return result;
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => `${(sorted[Math.floor(sorted.length * part)] * 1000).toFixed(0)} us`;
  return `least ${at(0)}, median ${at(0.5)}, 95th percentile ${at(0.95)}`;
}
