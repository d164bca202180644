// `bindForm` where WebAssembly is missing, or a Content-Security-Policy in a header forbids it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { launch } from "./browsers.js";
import { root } from "./page.js";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const FORM = `<form id="f" action="/sent"><input name="name" value="Spring"><button>Send</button></form>`;

/**
 * Serves a page that has the form and this script, with a policy in a header, and opens it in a new page.
 * `page.complaints` has errors that nobody caught, and `page.warnings` what is written to the console.
 */
async function served(script, { policy = "script-src 'self' 'wasm-unsafe-eval'", prepare = [] } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const isScript = pathname.endsWith(".js");
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html", "content-security-policy": policy });
    const files = { "/": `${FORM}<script type="module" src="/page.js"></script>`, "/page.js": script, "/sent": "sent", "/favicon.ico": "" };
    response.end(files[pathname] ?? readFileSync(new URL(`pkg${pathname}`, root)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const context = await browser.newContext();
  const page = await context.newPage();
  Object.assign(page, { complaints: [], warnings: [] });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => page.warnings.push(message.text()));
  for (const script of prepare) await page.addInitScript(script);
  page.end = async () => {
    await context.close();
    server.close();
  };
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => globalThis.isBound);
  return page;
}

const BIND = `
  import { bindForm } from "/src/form.js";
  globalThis.f = document.getElementById("f");
  globalThis.binding = bindForm(f, "create_campaign");
  globalThis.isBound = true;`;

for (const [what, options] of [
  ["a policy that forbids WebAssembly", { policy: "script-src 'self'" }],
  ["no WebAssembly", { prepare: [() => delete globalThis.WebAssembly] }],
]) {
  test(`with ${what}, the form works as if it were not bound`, async () => {
    const page = await served(BIND, options);
    await page.waitForFunction(() => !f.noValidate);
    assert.equal(await page.locator("[role=alert]").count(), 0);
    assert.match(page.warnings.find((text) => text.startsWith("coldsend-lint")), /does not check this form, because WebAssembly cannot start/);
    assert.equal(await page.evaluate(() => { try { binding.check(); } catch { return "throws"; } }), "throws");
    // Later bindings are not an error either.
    await page.evaluate(async () => (await import("/src/form.js")).bindForm(f, "create_campaign").destroy());
    await page.locator("[name=name]").fill("Hi");
    await page.getByText("Send").click();
    await page.waitForURL(/sent\?name=Hi$/);
    assert.deepEqual(page.complaints, []);
    await page.end();
  });

  test(`with ${what}, a form that is submitted at once is submitted`, async () => {
    const page = await served(BIND, { ...options, prepare: [...(options.prepare ?? []), () => (globalThis.requestIdleCallback = () => {})] });
    assert.equal(await page.evaluate(() => f.noValidate), true);
    await page.getByText("Send").click();
    await page.waitForURL(/sent\?name=Spring$/);
    assert.deepEqual(page.complaints, []);
    await page.end();
  });

  test(`with ${what}, a check of the page that cannot start does not stop the page`, async () => {
    const script = `
      import { preflight } from "/src/browser.js";
      import { bindForm } from "/src/form.js";
      globalThis.f = document.getElementById("f");
      bindForm(f, "create_campaign", { check: (operation, body) => preflight(operation, body, {}) });
      globalThis.isBound = true;`;
    const page = await served(script, options);
    await page.getByText("Send").click();
    await page.waitForURL(/sent\?name=Spring$/);
    assert.deepEqual(page.complaints, []);
    await page.end();
  });
}

test("a policy with 'wasm-unsafe-eval' is enough", async () => {
  const page = await served(BIND);
  await page.getByText("Send").click();
  assert.deepEqual(await page.locator(".coldsend-lint-error").allInnerTexts(), ["At least 8 characters; this has 6"]);
  assert.deepEqual([page.complaints, page.warnings], [[], []]);
  await page.end();
});
