// The page: what it looks like, who can use it, and that it keeps its promises.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { open, picture, start } from "./page.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TABS = ["campaign", "sender", "lead", "json", "error"];

let world;
before(async () => (world = await start()));
after(() => world?.close());

const quiet = async (page) => {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(await page.evaluate(() => violations), []);
};

/** Brings a tab into the state with most to see. */
async function stir(page, tab) {
  const pane = page.locator(`#${tab}`);
  if (tab === "error") await pane.getByText("Fields", { exact: true }).click();
  if (tab === "json") return;
  if (tab === "campaign") {
    await pane.locator("[name=name]").fill("Spring");
    await pane.locator("[name=distribution_percent], [name='variants[0].distribution_percent']").first().fill("50");
    await pane.locator("[name=inbox_ids]").fill("grete");
  }
  if (tab !== "error") await pane.getByText("Check the form").click();
}

for (const colorScheme of ["light", "dark"]) {
  for (const tab of TABS) {
    test(`${tab}, ${colorScheme}: accessible before and after errors, no policy violated`, async () => {
      const page = await open(world, tab, { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
      for (const state of ["", "-errors"]) {
        if (state) await stir(page, tab);
        await page.addScriptTag({ path: axe });
        const { violations, passes } = await page.evaluate(() => axe.run());
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join(" ")}`);
        assert.deepEqual(told, []);
        assert.ok(passes.length > 10);
        await picture(page, `${tab}-${colorScheme}${state}`);
      }
      await page.context().close();

      const strict = await open(world, tab, { colorScheme });
      await stir(strict, tab);
      await quiet(strict);
      await strict.context().close();
    });
  }
}

test("a phone shows every tab without scrolling sideways", async () => {
  for (const tab of TABS) {
    const page = await open(world, tab, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    await stir(page, tab);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide[0] <= wide[1], `${tab}: ${wide} ${scrollWidth} ${clientWidth}`);
    await picture(page, `${tab}-phone`);
    await page.context().close();
  }
});

test("the policy is strict, and what is outside of the package is not served", async () => {
  const response = await fetch(world.address);
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  const { origin } = new URL(world.address);
  for (const path of ["/package.json", "/demo/..%2f..%2fCargo.toml", "/demo/.hidden", "/src/", "/Cargo.toml"]) {
    assert.equal((await fetch(origin + path)).status, 404, path);
  }
  assert.equal((await fetch(world.address, { method: "POST" })).status, 405);
  assert.equal((await fetch(`${origin}/dist/coldsend-lint.wasm`)).headers.get("content-type"), "application/wasm");
});

test("nothing is requested after the page is there", async () => {
  const page = await open(world);
  const requests = [];
  // A browser looks for the icon again when the address changes.
  page.on("request", (request) => request.url().endsWith("/icon.svg") || requests.push(request.url()));
  for (const tab of TABS) {
    await page.locator(`#tab-${tab}`).click();
    await stir(page, tab);
  }
  assert.deepEqual(requests, []);
  await page.context().close();
});

test("the tabs work by keyboard", async () => {
  const page = await open(world);
  await page.locator("#tab-campaign").focus();
  for (const tab of ["sender", "lead", "json", "error", "campaign"]) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.id), `tab-${tab}`);
    assert.ok(await page.locator(`#${tab}`).isVisible());
  }
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.locator("#error").isVisible(), true);
  await page.context().close();
});

test("variants come and go, and their sum is told", async () => {
  const page = await open(world);
  const variants = page.locator("#later > .variants");
  assert.match(await variants.locator(".share").innerText(), /60 \+ 40 = 100 %/);
  await variants.getByText("Remove").first().click();
  assert.match(await variants.locator(".share").innerText(), /40 %/);
  assert.match(await page.locator(".verdict").innerText(), /^400/);
  await page.getByText("Check the form").first().click();
  assert.match(await page.locator("[data-error-for=variants]").innerText(), /exactly 100/);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.name), "distribution_percent");
  assert.equal(await variants.locator("[data-name=distribution_percent]").getAttribute("aria-invalid"), "true");
  await variants.getByText("Add a variant").click();
  assert.match(await variants.locator(".share").innerText(), /40 \+ 60 = 100 %/);
  // What is new is checked too, under the place it has in the request.
  assert.match(await page.locator(".answer .body").innerText(), /"variants",1,"subject_template"/);
  await page.locator("#sequences > .add").click();
  assert.match(await page.locator(".request").innerText(), /"step_number": 3/);
  for (const list of ["#sequences", "#later > .variants"]) {
    while ((await page.locator(`${list} > .items > *`).count()) > 0) await page.locator(`${list} > .items > * > .item-title .remove`).first().click();
  }
  assert.match(await page.locator(".request").innerText(), /"variants": \[\],\s+"sequences": \[\]/);
  await page.getByText("Check the form").first().click();
  assert.match(await page.locator("[data-error-for=variants]").innerText(), /At least 1 item; this has 0/);
  assert.equal(await page.locator("[data-error-for=sequences]").innerText(), "");
  await page.context().close();
});

test("a campaign that is created has no variants, and needs a name", async () => {
  const page = await open(world);
  await page.locator("[name=name]").fill("");
  assert.doesNotMatch(await page.locator(".request").innerText(), /"name"/);
  await page.locator("#campaign-operation").selectOption("create_campaign");
  assert.match(await page.locator(".request").innerText(), /"name": ""/);
  assert.doesNotMatch(await page.locator(".request").innerText(), /variants|launch/);
  assert.equal(await page.locator("#later").isVisible(), false);
  await page.locator("#campaign").getByText("Check the form").click();
  assert.match(await page.locator("#campaign").innerText(), /At least 8 characters; this has 0/);
  await page.getByText("Start over").first().click();
  await page.waitForFunction(() => document.querySelector(".request").textContent.includes("variants"));
  assert.equal(await page.locator(".verdict").innerText(), "It would take this");
  await page.context().close();
});

test("a preset fills in the provider, and a password shows nowhere", async () => {
  const page = await open(world, "sender");
  await page.getByText("Google").click();
  assert.equal(await page.locator("[name=smtp_host]").inputValue(), "smtp.gmail.com");
  assert.match(await page.locator("#sender ~ .answer .request").innerText(), /"imap_port": 993/);
  const secret = "s3cret-" + "x".repeat(300);
  await page.locator("[name=smtp_password]").fill(secret);
  await page.locator("#sender").getByText("Check the form").click();
  assert.match(await page.locator("#sender").innerText(), /At most 255 characters/);
  assert.ok(!(await page.locator("body").innerText()).includes("s3cret"));
  await page.context().close();
});

test("JSON errors are underlined where they are", async () => {
  const page = await open(world, "json");
  // The text under a misspelt name is advice.
  const marked = ['"Spring"', "101", "8", "9", "{", '"Hi {{first_name}}"', '"60%"', '"now"'];
  assert.deepEqual(await page.locator(".editor mark").allInnerTexts(), marked);
  await page.locator("#json-text").fill('{"name": "😀", x}');
  assert.deepEqual(await page.locator(".editor mark").allInnerTexts(), ["x"]);
  await page.locator(".findings button").click();
  assert.equal(await page.evaluate(() => document.activeElement.selectionStart), 15);
  await page.context().close();
});

test("a pasted answer is explained", async () => {
  const page = await open(world, "error");
  const explained = page.locator(".explained");
  for (const [status, pasted, ...told] of [
    ["", '{"detail":"Variant distributions must sum to 100%, got 90%"}', /^400 · distribution-sum/, /got 90%/, /sum to exactly 100/, /Once that is done/],
    ["422", '{"detail":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}', /^422 · validation/, /body\.name\s+field required/],
    ["429", '{"detail":"Rate limit exceeded. Retry after 60 seconds."}', /rate-limited/, /In 60 seconds/],
    ["502", "<html>502</html>", /^502 · server-error/, /grows with each try/],
    ["400", '{"detail":"Invalid or revoked API key"}', /invalid-api-key/, /Note\s+The documentation has this with status 401/, /Not at all/],
    ["", '{"is_launch_ready": false, "missing_requirements": ["leads"]}', /^launch-requirements/, /Missing: leads/],
    ["503", "", /^503 · unavailable/],
    ["", "null", /^unknown/],
    ["42", "null", /^unknown/],
  ]) {
    await page.locator("#error-status").fill(status);
    await page.locator("#error-text").fill(pasted);
    for (const words of told) assert.match(await explained.innerText(), words, pasted);
  }
  assert.equal(await page.locator("#error-status").getAttribute("aria-invalid"), "true");
  await page.locator("#error-status").fill("");
  await page.locator("#error-text").fill("");
  assert.equal(await explained.innerText(), "");
  for (const example of await page.locator(".example").all()) {
    await example.click();
    assert.match(await explained.innerText(), /What happened\s+[A-Z].*\.\s/);
    assert.doesNotMatch(await explained.innerText(), /undefined/);
  }
  await quiet(page);
  await page.context().close();
});
