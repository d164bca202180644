// Measures the time from navigation to the first answer in Chromium, beside other libraries, and prints a table.
// `cargo xtask bench --page` runs it, after `cargo xtask wasm --small`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { launch } from "./browsers.js";
import { root } from "./page.js";

const [visits = 15] = process.argv.slice(2).map(Number);

const ROWS = [
  ["ours", "coldsend-lint"],
  ["slim", "coldsend-lint/slim, module beside the script"],
  ["zod", "zod, one schema"],
  ["ajv", "ajv, one schema, compiled in the page"],
];

/** What is measured: two errors in the request. */
const BODY = { name: "Hi", daily_limit_per_inbox: 101 };
const ERRORS = 2;

/** 4G as WebPageTest has it: 9 Mbit/s and 170 ms; and no limits. */
const FOUR_G = { offline: false, latency: 170, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 };
const CONDITIONS = [
  { name: "4G, processor 4× slower", slower: 4, network: FOUR_G },
  { name: "no limits", slower: 1 },
];

const esbuild = new URL("crates/xtask/npm/node_modules/esbuild/bin/esbuild", root).pathname;

function bundle(row) {
  const options = ["--bundle", "--minify", "--format=esm", "--platform=browser"];
  const { status, stdout, stderr } = spawnSync(esbuild, [new URL(`benches/node/start/${row}.js`, root).pathname, ...options], { maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(String(stderr));
  return stdout;
}

const module = readFileSync(new URL("pkg/dist/coldsend-lint.wasm", root));
const scripts = Object.fromEntries(ROWS.map(([row]) => [row, bundle(row)]));

/** The files of the server by path: type and content. A page loads its script, and its module if it is separate. */
const files = new Map([["/coldsend-lint.wasm", ["application/wasm", gzipSync(module, { level: 9 })]]]);
for (const [row] of ROWS) {
  const preload = row === "slim" ? '<link rel="preload" href="/coldsend-lint.wasm" as="fetch" crossorigin>' : "";
  const page = `<!doctype html><meta charset="utf-8"><title>${row}</title>${preload}<script>body = ${JSON.stringify(BODY)}</script><script type="module" src="/${row}.js"></script>`;
  files.set(`/${row}`, ["text/html", gzipSync(page)]);
  files.set(`/${row}.js`, ["text/javascript", gzipSync(scripts[row], { level: 9 })]);
}

const server = createServer((request, response) => {
  const [type, content] = files.get(request.url) ?? [];
  if (!type) return response.writeHead(404).end();
  const cache = type === "text/html" ? "no-cache" : "public, max-age=31536000, immutable";
  response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip", "Cache-Control": cache, "Content-Length": content.length });
  response.end(content);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();

/** Returns the milliseconds from navigation to the first answer. */
async function visit(context, row, { slower, network }) {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  if (network) await client.send("Network.emulateNetworkConditions", network);
  await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(() => {
    let found;
    Object.defineProperty(globalThis, "found", { get: () => found, set: (count) => { found = count; globalThis.time = performance.now(); } });
  });
  await page.goto(`${address}/${row}`);
  await page.waitForFunction(() => globalThis.found !== undefined, undefined, { timeout: 60_000 });
  const [found, time] = await page.evaluate(() => [globalThis.found, globalThis.time]);
  if (found !== ERRORS) throw new Error(`${row} found ${found} errors`);
  await page.close();
  return time;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

const version = (name) => JSON.parse(readFileSync(new URL(`benches/node/node_modules/${name}/package.json`, root), "utf8")).version;

try {
  console.log(`Chromium ${browser.version()}, zod ${version("zod")}, ajv ${version("ajv")}.\n`);
  console.log("| conditions | row | first visit | × zod | cached visit | × zod |\n|---|---|--:|--:|--:|--:|");
  for (const condition of CONDITIONS) {
    const times = Object.fromEntries(ROWS.map(([row]) => [row, { first: [], cached: [] }]));
    // In turn, so that whatever else the machine does slows all rows alike.
    for (let i = 0; i < visits; i += 1) {
      for (const [row] of ROWS) {
        const context = await browser.newContext();
        times[row].first.push(await visit(context, row, condition));
        times[row].cached.push(await visit(context, row, condition));
        await context.close();
      }
    }
    for (const [row, name] of ROWS) {
      const cells = ["first", "cached"].flatMap((kind) => {
        const time = median(times[row][kind]);
        return [`${time.toFixed(0)} ms`, (time / median(times.zod[kind])).toFixed(2)];
      });
      console.log(`| ${condition.name} | ${name} | ${cells.join(" | ")} |`);
    }
  }
  console.log("\n| row | minified | gzip -9 | brotli |\n|---|--:|--:|--:|");
  const size = (...parts) => [parts, parts.map((part) => gzipSync(part, { level: 9 })), parts.map((part) => brotliCompressSync(part))]
    .map((all) => `${(all.reduce((sum, { length }) => sum + length, 0) / 1000).toFixed(1)} kB`).join(" | ");
  for (const [row, name] of ROWS) console.log(`| ${name} | ${row === "slim" ? size(scripts[row], module) : size(scripts[row])} |`);
} finally {
  await browser.close();
  server.close();
}
