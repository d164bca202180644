// Lists of leads in a page and in a worker of it: the same reports as from the binary, without a frozen page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { comparable, lists, reported } from "../package/support/leads.js";
import { name } from "./browsers.js";
import { open, start } from "./page.js";

let world;
before(async () => (world = await start()));
after(() => world?.close());

/** Opens a page that has `checkLeads` and `startWorker`. */
async function opened() {
  const page = await open(world);
  await page.evaluate(async () => {
    Object.assign(globalThis, await import("/src/browser.js"));
    const policy = trustedTypes.createPolicy("worker", { createScriptURL: (path) => path });
    globalThis.startWorker = (path = "/src/leads/worker.js") => new Worker(policy.createScriptURL(path), { type: "module" });
  });
  return page;
}

for (const place of ["the page", "a worker"]) {
  test(`in ${place}, lists are checked as by the binary`, async () => {
    const page = await opened();
    const texts = lists.map(([, bytes]) => bytes.toString("latin1"));
    const reports = await page.evaluate(async ([texts, inWorker]) => {
      const worker = inWorker ? startWorker() : undefined;
      const bytesOf = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
      const textOf = async (file) => file && Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join("");
      const report = async (text) => {
        const report = await checkLeads(new Blob([bytesOf(text)]), { fix: true, rejects: true, worker });
        return { ...report, fixed: await textOf(report.fixed), rejects: await textOf(report.rejects) };
      };
      return Promise.all(texts.map(report));
    }, [texts, place === "a worker"]);
    for (const [i, report] of reports.entries()) {
      const asBlobs = { ...report, fixed: null, rejects: null };
      const { fixed, rejects } = report;
      assert.deepEqual({ ...(await comparable(asBlobs)), fixed, rejects }, reported(lists[i][1]), lists[i][0]);
    }
    await page.context().close();
  });
}

test("a worker gets any list and option, and its errors and its end are those of the check", async () => {
  const page = await opened();
  const results = await page.evaluate(async () => {
    const worker = startWorker();
    const list = "email,name\na@b.co,\n";
    const failed = (promise) => promise.then(() => "no error", ({ name, message }) => `${name}: ${message}`);
    const campaign = { variants: [{ email_content: "{{name}}" }], toString() {} };
    const reports = [];
    for (const input of [list, new Blob([list]), new TextEncoder().encode(list), new Blob([list]).stream()]) {
      let calls = 0;
      const { rules, ok } = await checkLeads(input, { worker, campaign, deny: ["lead-variable-empty"], onProgress: () => (calls += 1) });
      reports.push([rules, ok, calls]);
    }
    const abort = new AbortController();
    const long = new Blob(["email\n", "a@b.co\n".repeat(2_000_000)]);
    const aborted = checkLeads(long, { worker, signal: abort.signal, onProgress: () => abort.abort(new Error("enough")) });
    return {
      reports,
      wrong: await failed(checkLeads(list, { worker, mapping: [] })),
      aborted: await failed(aborted),
      thrown: await failed(checkLeads(list, { worker, onProgress: () => { throw new Error("mine"); } })),
      missing: await failed(checkLeads(list, { worker: startWorker("/src/no-such-file.js") })),
      after: (await checkLeads(list, { worker })).ok,
    };
  });
  const report = [{ "lead-variable-empty": 1 }, false, 1];
  assert.deepEqual(results.reports, [report, report, report, report]);
  assert.match(results.wrong, /^TypeError: wrong option mapping: a mapping is a JSON object/);
  assert.equal(results.aborted, "Error: enough");
  assert.equal(results.thrown, "Error: mine");
  assert.match(results.missing, /^Error: the worker of checkLeads failed: /);
  assert.equal(results.after, true);
  await page.context().close();
});

// Only Chromium reports long tasks, and how much memory it uses.
test("50 MB do not freeze the page, and take bounded memory", { skip: name !== "chromium", timeout: 240_000 }, async (t) => {
  const page = await opened();
  const client = await page.context().newCDPSession(page);
  const used = async () => {
    await client.send("HeapProfiler.collectGarbage");
    return (await client.send("Runtime.getHeapUsage")).usedSize;
  };
  /** Makes a list of 50 MB, one address in fifty of which is malformed, and checks it. */
  const run = (inWorker) => page.evaluate(async (inWorker) => {
    const parts = ["email,first_name,company,notes\n"];
    for (let i = 0, size = 0; size < 50e6; i += 1000) {
      let rows = "";
      for (let j = i; j < i + 1000; j += 1) rows += `lead.${j}@${j % 50 ? "" : "."}example${j % 997}.com,Ada,"Lovelace, Byron & Co",met at the fair in ${j % 13}\n`;
      parts.push(rows);
      size += rows.length;
    }
    const list = new Blob(parts);
    parts.length = 0;
    const tasks = [];
    const observer = new PerformanceObserver((found) => tasks.push(...found.getEntries().map(({ duration }) => duration)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.observe({ type: "longtask" });
    const worker = inWorker ? startWorker() : undefined;
    const start = performance.now();
    const { rows, valid, invalid, fixed } = await checkLeads(list, { worker, fix: true, limit: 100 });
    const time = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    worker?.terminate();
    const glue = await import("/dist/leads-glue.js");
    // A second call returns the module that has started.
    const memory = inWorker ? 0 : glue.initSync({ module: new Uint8Array() }).memory.buffer.byteLength;
    return { rows, valid, invalid, fixed: fixed.size, bytes: list.size, time, longest: Math.max(0, ...tasks), memory };
  }, inWorker);
  for (const inWorker of [true, false]) {
    const before = await used();
    const { rows, valid, invalid, fixed, bytes, time, longest, memory } = await run(inWorker);
    const more = (await used()) - before;
    t.diagnostic(`in ${inWorker ? "a worker" : "the page"}: ${rows} rows in ${(time / 1000).toFixed(1)} s, longest task of the page ${longest.toFixed(0)} ms, ` +
      `memory of the WASM ${(memory / 1e6).toFixed(0)} MB, heap of the page ${(more / 1e6).toFixed(1)} MB more`);
    assert.ok(bytes >= 50e6 && rows > 500_000 && valid + invalid === rows && Math.abs(invalid - rows / 50) <= 1, `${rows} ${invalid}`);
    assert.ok(fixed > 45e6 && fixed < bytes);
    // The page itself is paused when the set of addresses grows, and more on a busy machine.
    assert.ok(longest < (inWorker ? 100 : 1_000), `the page was frozen for ${longest} ms`);
    assert.ok(memory < 160e6 && more < 5e6, `${memory} and ${more} bytes`);
  }
  await page.context().close();
});
