// The reference of the rules, as the static files that `cargo xtask site` writes, in a subfolder of a plain server.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, posix } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browsers.js";
import { accessible, open, picture, root } from "./page.js";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

let folder;
let files;
let server;
let world;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "coldsend-lint-site-"));
  const { status, stderr } = spawnSync(process.env.CARGO ?? "cargo", ["xtask", "site", folder], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  files = new Set(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)));
  // It sets no policy: the pages have their own.
  server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.replace(/^\/tools\/coldsend\//, "").replace(/(^|\/)$/, "$1index.html");
    if (!files.has(path)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(path)] }).end(readFileSync(join(folder, path)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  world = { address: `http://127.0.0.1:${server.address().port}/tools/coldsend/`, browser: await launch() };
});
after(async () => {
  await world?.browser.close();
  server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const quiet = async (page) => {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(await page.evaluate(() => violations), []);
};

test("every link of the site leads somewhere, and none to the root of the server", () => {
  const pages = [...files].filter((path) => path.endsWith(".html"));
  assert.ok(pages.length > 200);
  const text = (path) => readFileSync(join(folder, path), "utf8");
  const anchors = new Map(pages.map((path) => [path, new Set([...text(path).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]));
  const wrong = [];
  let links = 0;
  for (const page of pages) {
    for (const [, link] of text(page).matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^https:/.test(link)) continue;
      links += 1;
      const [path, anchor] = link.split("#");
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      if (path.startsWith("/") || !files.has(target) || (anchor && !anchors.get(target)?.has(anchor))) wrong.push(`${page}: ${link}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(links > 2_000);
});

test("in a subfolder, the pages load, under their own policy, and then request nothing", async () => {
  for (const path of ["index.html", "rules/index.html", "rules/operations.html", "rules/evidence.html", "rules/campaign-name.html", "rules/api-key-prefix.html", "rules/rate-limited.html"]) {
    const page = await open(world, path.includes("/") ? path : "campaign");
    const requests = [];
    page.on("request", (request) => request.url().endsWith("/icon.svg") || requests.push(request.url()));
    for (const area of await page.locator("textarea:visible, input.words").all()) await area.pressSequentially("x");
    assert.deepEqual(requests, [], path);
    await quiet(page);
    // The policy is in force.
    const blocked = await page.evaluate(async () => {
      document.body.append(Object.assign(document.createElement("img"), { src: "https://example.com/x.png" }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return violations.length;
    });
    assert.ok(blocked > 0, path);
    await page.context().close();
  }
});

test("rules are found by id, field, message and what is pasted", async () => {
  const page = await open(world, "rules/index.html");
  const words = page.locator("input.words");
  const found = () => page.locator(".group li[data-id]:visible").evaluateAll((all) => all.map((item) => item.dataset.id));
  const all = (await found()).length;
  assert.ok(all > 200);
  for (const [query, expected] of [
    ["campaign-name", "campaign-name"],
    ["daily_limit_per_inbox", "campaign-daily-limit-per-inbox"],
    ["at least 8 characters", "campaign-name"],
    ['"msg": "Variant distributions must sum to 100%, got 93%"', "distribution-sum"],
    ["Revoked key", "invalid-api-key"],
    ["status 429", "rate-limited"],
  ]) {
    await words.fill(query);
    const ids = await found();
    assert.ok(ids.includes(expected) && ids.length < 30, `${query}: ${ids}`);
  }
  await words.fill("at least 8 characters");
  assert.equal(await page.locator("[data-id=campaign-name] .messages").innerText(), "ensure this value has at least 8 characters");
  assert.equal(await page.locator(".search [role=status]").innerText(), "1 rule");
  await words.fill("zzz");
  assert.deepEqual(await found(), []);
  assert.equal(await page.locator(".search [role=status]").innerText(), "0 rules");
  // With the keyboard to the page, and back to the same list.
  await words.fill("campaign-name");
  await page.keyboard.press("Enter");
  await page.waitForURL(/rules\/campaign-name\.html$/);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("input.words").value === "campaign-name");
  assert.ok((await found()).length < 10);
  await words.fill("");
  assert.equal((await found()).length, all);
  await page.context().close();
});

test("an example of a rule is answered while it is edited", async () => {
  const page = await open(world, "rules/campaign-name.html");
  const example = page.locator(".example").first();
  const [text, verdict, said] = [example.locator("textarea"), example.locator(".verdict"), example.locator(".said")];
  assert.equal(await verdict.innerText(), "Rejected (422): 1 error");
  assert.match(await said.innerText(), /body\.name\s+At least 8 characters; this has 5/);
  await text.fill('POST /campaigns\n\n{"name": "Spring outreach"}');
  assert.equal(await verdict.innerText(), "Accepted");
  await text.fill("PUT /campaigns/7\n\n{}");
  assert.match(await said.innerText(), /path\.campaign_id/);
  await text.fill("PUT /campaigns/{campaign_id}\n\n{x");
  assert.match(await said.innerText(), /Invalid JSON/);
  await text.fill("GET /nothing");
  assert.equal(await verdict.innerText(), "Not a request that is known");
  // A finding leads to the page of its rule.
  await text.fill('POST /campaigns\n\n{"name": "Spring outreach", "daily_limit_per_inbox": 101}');
  await said.locator("a").click();
  await page.waitForURL(/campaign-daily-limit-per-inbox\.html$/);
  await page.context().close();
});

test("an example of a list of leads is checked while it is edited", async () => {
  const page = await open(world, "rules/lead-address.html");
  const example = page.locator(".example").first();
  const [text, verdict, said] = [example.locator("textarea"), example.locator(".verdict"), example.locator(".said")];
  await verdict.getByText("2 rows: 2 invalid").waitFor();
  assert.match(await said.innerText(), /line 2, column 1 \(email\)\s+this is not a valid e-mail address: it has no @/);
  await text.fill("email\nada@example.com\nAda@example.com");
  await verdict.getByText("2 rows: 1 duplicate").waitFor();
  await text.fill("email\nada@example.com");
  await verdict.getByText(/^1 row$/).waitFor();
  await text.fill("name\nAda");
  await verdict.getByText("The list cannot be read").waitFor();
  await page.context().close();
});

test("examples with a key, of answers, and without JavaScript", async () => {
  const keyed = await open(world, "rules/api-key-prefix.html");
  const first = keyed.locator(".example").first();
  assert.equal(await first.locator(".verdict").innerText(), "Accepted, 1 remark");
  assert.doesNotMatch(await first.locator(".said").innerText(), /abc123/);
  await first.locator("textarea").fill("GET /campaigns\nX-API-Key: \n\n");
  assert.equal(await first.locator(".verdict").innerText(), "Rejected (401)");
  await quiet(keyed);
  await keyed.context().close();

  const answers = await open(world, "rules/insufficient-scopes.html");
  const example = answers.locator(".example").first();
  assert.equal(await example.locator(".verdict").innerText(), "403 · insufficient-scopes");
  await example.locator("input").fill("429");
  await example.locator("textarea").fill('{"detail": "Rate limit exceeded. Retry after 5 seconds."}');
  assert.match(await example.innerText(), /429 · rate-limited[^]*In 5 seconds/);
  await quiet(answers);
  await answers.context().close();

  const context = await world.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${world.address}rules/campaign-name.html`);
  assert.match(await page.locator(".example .result").first().innerText(), /"ensure this value has at least 8 characters"/);
  await context.close();
});

test("if a policy forbids WASM, the examples stay as they are", async () => {
  for (const name of ["campaign-name", "insufficient-scopes"]) {
    const page = await (await world.browser.newContext()).newPage();
    const html = readFileSync(join(folder, `rules/${name}.html`), "utf8");
    await page.route(`**/${name}.html`, (route) => route.fulfill({ contentType: "text/html", body: html.replace(" 'wasm-unsafe-eval'", "") }));
    const failed = page.waitForEvent("pageerror");
    await page.goto(`${world.address}rules/${name}.html`);
    assert.match((await failed).message, /WebAssembly/);
    assert.match(await page.locator(".example").first().innerHTML(), /<div class="result">(<pre|<\/div>)/);
    await page.context().close();
  }
});

test("the examples of every rule give the answers that are printed", async () => {
  const page = await open(world, "rules/campaign-name.html");
  const wrong = [];
  let examples = 0;
  for (const path of files) {
    if (!path.startsWith("rules/") || !path.endsWith(".html")) continue;
    const html = readFileSync(join(folder, path), "utf8");
    const found = [...html.matchAll(/data-kind="request"[^]*?<textarea[^>]*>\n([^<]*)<\/textarea><\/label><div class="result">(?:<pre class="code">([^<]*)<\/pre>|<p>)/g)];
    examples += found.length;
    if (found.length === 0) continue;
    // As a page shows them.
    const results = await page.evaluate(async (found) => {
      const { checkText } = await import("../src/browser.js");
      const { parts } = await import("../site/example.js");
      const text = (html) => html?.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
      return found.map(([html, answer]) => {
        const { route, body } = parts(text(html));
        const { ok, body: given } = checkText(route, body);
        return ok ? answer === undefined : JSON.stringify(JSON.parse(given)) === JSON.stringify(JSON.parse(text(answer)));
      });
    }, found.map(([, ...both]) => both));
    if (results.includes(false)) wrong.push(`${path}: ${results}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(examples > 350);
  await page.context().close();
});

const PAGES = ["campaign-name", "insufficient-scopes", "lead-email-column", "index", "evidence", "operations"];
for (const [colorScheme, pages] of [["light", PAGES], ["dark", PAGES.slice(0, 4)]]) {
  test(`the reference is accessible, ${colorScheme}`, async () => {
    for (const name of pages) {
      const page = await open(world, `rules/${name}.html`, { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
      await accessible(page);
      await picture(page, `rules-${name}-${colorScheme}`);
      await page.context().close();
    }
  });
}

test("on a phone, no page of the reference scrolls sideways", async () => {
  for (const path of ["index.html", "operations.html", "evidence.html", "campaign-name.html", "insufficient-scopes.html", "api-key-prefix.html"]) {
    const page = await open(world, `rules/${path}`, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    const [width, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width <= screen, `${path}: ${width} > ${screen}`);
    await page.context().close();
  }
});
