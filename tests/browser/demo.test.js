// The demo page: how it looks, whether it is accessible, and whether it does what it says.
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

/** Brings a tab into a state in which it shows as much as possible. */
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
    test(`${tab}, ${colorScheme}: accessible before and after errors, without policy violations`, async () => {
      const page = await open(world, tab, { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
      for (const state of ["", "-errors"]) {
        if (state) await stir(page, tab);
        await page.addScriptTag({ path: axe });
        const { violations, passes } = await page.evaluate(() => axe.run());
        const failures = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join(" ")}`);
        assert.deepEqual(failures, []);
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

test("on a phone, no tab scrolls sideways", async () => {
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

test("the policy is strict, and files outside the package are not served", async () => {
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

test("nothing is requested after the page has loaded", async () => {
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

test("the tabs work with the keyboard", async () => {
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

test("variants can be added and removed, and their sum is shown", async () => {
  const page = await open(world);
  const variants = page.locator("#later > .variants");
  assert.match(await variants.locator(".share").innerText(), /60 \+ 40 = 100%/);
  await variants.getByText("Remove").first().click();
  assert.match(await variants.locator(".share").innerText(), /40%/);
  assert.match(await page.locator(".verdict").innerText(), /^400/);
  await page.getByText("Check the form").first().click();
  assert.match(await page.locator("[data-error-for=variants]").innerText(), /exactly 100/);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.name), "distribution_percent");
  assert.equal(await variants.locator("[data-name=distribution_percent]").getAttribute("aria-invalid"), "true");
  await variants.getByText("Add a variant").click();
  assert.match(await variants.locator(".share").innerText(), /40 \+ 60 = 100%/);
  // A new variant is checked too, at its index in the request.
  assert.match(await page.locator(".answer .body").innerText(), /"variants",1,"email_content"/);
  await page.locator("#sequences > .add").click();
  assert.match(await page.locator(".request").innerText(), /"step_number": 3/);
  // A new step gets the number after the highest one, and a new variant the first free name.
  await page.locator("#sequences [data-name=step_number]").last().fill("7");
  await page.locator("#sequences > .add").click();
  assert.equal(await page.locator("#sequences [data-name=step_number]").last().inputValue(), "8");
  const names = () => variants.locator("[data-name=variant_name]").evaluateAll((all) => all.map((control) => control.value).join());
  assert.equal(await names(), "B,A");
  await variants.locator("[data-name=variant_name]").first().fill("");
  await variants.locator("[data-name=variant_name]").last().fill("c");
  for (let added = 0; added < 26; added += 1) await variants.locator(":scope > .add").click();
  assert.equal(await names(), ",c,B,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,AA,AB");
  for (const list of ["#sequences", "#later > .variants"]) {
    while ((await page.locator(`${list} > .items > *`).count()) > 0) await page.locator(`${list} > .items > * > .item-title .remove`).first().click();
  }
  assert.match(await page.locator(".request").innerText(), /"variants": \[\],\s+"sequences": \[\]/);
  await page.getByText("Check the form").first().click();
  assert.match(await page.locator("[data-error-for=variants]").innerText(), /At least 1 item; this has 0/);
  assert.equal(await page.locator("[data-error-for=sequences]").innerText(), "");
  await page.context().close();
});

test("a new campaign has no variants and needs a name", async () => {
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
  assert.equal(await page.locator(".verdict").innerText(), "The API would accept this");
  await page.context().close();
});

test("values typed for a custom provider are restored, unless the user starts over", async () => {
  const page = await open(world, "sender");
  const host = page.locator("[name=smtp_host]");
  await host.fill("mail.example.com");
  await page.getByText("Google").click();
  await page.getByText("Outlook").click();
  assert.equal(await host.inputValue(), "smtp.office365.com");
  await page.getByText("Custom", { exact: false }).first().click();
  assert.equal(await host.inputValue(), "mail.example.com");
  await page.locator("#sender").getByText("Start over").click();
  await page.getByText("Google").click();
  await page.getByText("any SMTP server").click();
  assert.equal(await host.inputValue(), "");
  await page.context().close();
});

test("a custom field that is not sent says why", async () => {
  const page = await open(world, "lead");
  const fields = page.locator("#custom-fields");
  const notes = () => fields.locator("p").allInnerTexts();
  assert.deepEqual(await notes(), [""]);
  await fields.locator(".add").click();
  await fields.locator(".value").last().fill("Pirna");
  assert.deepEqual(await notes(), ["", "Not sent without a name"]);
  await fields.locator(".key").last().fill("city");
  assert.deepEqual(await notes(), ["Not sent: another field below has this name", ""]);
  const first = fields.locator(".key").first();
  assert.equal(await first.getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator(`#${await first.getAttribute("aria-describedby")}`).innerText(), (await notes())[0]);
  await fields.getByText("Remove").last().click();
  assert.deepEqual(await notes(), [""]);
  await page.context().close();
});

test("if a policy forbids WASM, the page says so", async () => {
  const page = await (await world.browser.newContext()).newPage();
  await page.route("**/demo/", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    headers["content-security-policy"] = headers["content-security-policy"].replace("'wasm-unsafe-eval'", "");
    await route.fulfill({ response, headers });
  });
  for (const tab of ["campaign", "json"]) {
    await page.goto(`${world.address}#${tab}`);
    await page.reload();
    const failure = page.locator(".failure");
    await failure.waitFor();
    assert.match(await failure.innerText(), /^Nothing is checked, because .* \(.*WebAssembly/);
    assert.equal(await page.locator(".verdict").innerText(), "");
  }
  await page.context().close();
});

test("on a phone, the verdict stays visible and does not cover the focused control", async () => {
  const page = await open(world, "campaign", { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  await page.locator("[name=daily_limit_per_inbox]").fill("101");
  const verdict = page.locator(".verdict");
  const { width, height } = await verdict.boundingBox();
  assert.ok(width === 360 && height < 50, `${width} ${height}`);
  assert.match(await verdict.innerText(), /^422: 1 error/);
  await page.getByText("Check the form").first().focus();
  for (let back = 0; back < 30; back += 1) {
    await page.keyboard.press("Shift+Tab");
    const [focused, top] = await page.evaluate(() => {
      const { name, id, type } = document.activeElement;
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      // In a text area, only the line with the caret is scrolled into view, which is the last one.
      return [name || id, type === "textarea" ? bottom - 32 : top];
    });
    assert.ok(top >= height, `${focused} at ${top}`);
    assert.equal((await verdict.boundingBox()).y, 0);
  }
  await page.context().close();
});

test("screen readers announce changes, not every key", async () => {
  const page = await open(world, "campaign");
  const heard = () => page.evaluate(() => heard.splice(0));
  await page.evaluate(() => {
    globalThis.heard = [];
    const live = document.querySelectorAll("[role=status], [role=alert], [aria-live]");
    new MutationObserver((records) => {
      for (const { target } of records) {
        const region = (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status], [role=alert], [aria-live]");
        if (region) heard.push(region.textContent);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
    return live.length;
  });
  await page.locator("[name='variants[0].subject_template']").pressSequentially("abc");
  assert.deepEqual(await heard(), []);
  await page.locator("[name='variants[0].distribution_percent']").fill("50");
  assert.deepEqual((await heard()).sort(), ["400: 1 error", "90%"]);
  await page.locator("#tab-error").click();
  await heard();
  await page.locator("#error-text").pressSequentially("abc");
  assert.equal((await heard()).length, 1);
  await page.context().close();
});

test("a preset fills in the servers, and a password is never shown", async () => {
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

test("the text of the JSON pane is not repeated in the answer", async () => {
  const page = await open(world, "json");
  await page.locator("#json-operation").selectOption("create_smtp_account");
  await page.locator("#json-text").fill('{"smtp_password": "s3cret"}');
  assert.match(await page.locator(".answer .body").innerText(), /field required/);
  assert.equal(await page.locator(".asked").isVisible(), false);
  assert.ok(!(await page.locator(".answer").evaluate((answer) => answer.textContent)).includes("s3cret"));
  await page.locator("#tab-lead").click();
  await page.waitForFunction(() => document.querySelector(".request").textContent.includes("email"));
  assert.equal(await page.locator(".asked").isVisible(), true);
  await page.context().close();
});

test("JSON errors are underlined at their position", async () => {
  const page = await open(world, "json");
  // The value of a misspelled field has advice.
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
  for (const [status, pasted, ...patterns] of [
    ["", '{"detail":"Variant distributions must sum to 100%, got 90%"}', /^400 · distribution-sum/, /got 90%/, /add up to exactly 100/, /Once it is fixed/],
    ["422", '{"detail":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}', /^422 · validation/, /body\.name\s+field required/],
    ["429", '{"detail":"Rate limit exceeded. Retry after 60 seconds."}', /rate-limited/, /In 60 seconds/],
    ["502", "<html>502</html>", /^502 · server-error/, /grows with each attempt/],
    ["400", '{"detail":"Invalid or revoked API key"}', /invalid-api-key/, /Note\s+The documented status is 401/, /Never: the answer/],
    ["", '{"is_launch_ready": false, "missing_requirements": ["leads"]}', /^launch-requirements/, /Missing: leads/],
    ["503", "", /^503 · unavailable/],
    ["201", "{}", /^201 · success/, /No need to: it succeeded/],
    ["403", '{"detail":"Missing required scopes: x:read","error":"insufficient_scopes","required":["x:read","x:write"],"granted":[]}', /Required scopes\s+x:read\s*x:write/, /Granted scopes\s+none/],
    ["", "null", /^There is no answer in this text/],
    ["42", "null", /^There is no answer in this text/],
  ]) {
    await page.locator("#error-status").fill(status);
    await page.locator("#error-text").fill(pasted);
    for (const pattern of patterns) assert.match(await explained.innerText(), pattern, pasted);
  }
  assert.equal(await page.locator("#error-status").getAttribute("aria-invalid"), "true");
  await page.locator("#error-status").fill("");
  await page.locator("#error-text").fill("");
  assert.equal(await explained.innerText(), "");
  // Type key by key, while there is no text.
  const status = page.locator("#error-status");
  await status.pressSequentially("42");
  assert.equal(await status.getAttribute("aria-invalid"), "false");
  await status.pressSequentially("9");
  assert.match(await explained.innerText(), /^429 · rate-limited/);
  await status.pressSequentially("9");
  assert.equal(await explained.innerText(), "");
  assert.equal(await status.getAttribute("aria-invalid"), "true");
  assert.match(await page.locator(`#${await status.getAttribute("aria-describedby")}`).innerText(), /from 100 to 599/);
  await status.fill("4");
  await page.keyboard.press("Tab");
  assert.equal(await status.getAttribute("aria-invalid"), "true");
  await status.fill("");
  assert.equal(await status.getAttribute("aria-describedby"), null);
  for (const example of await page.locator(".example").all()) {
    await example.click();
    assert.match(await explained.innerText(), /What happened\s+[A-Z].*\.\s/);
    assert.doesNotMatch(await explained.innerText(), /undefined/);
  }
  await quiet(page);
  await page.context().close();
});
