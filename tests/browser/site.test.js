// The page to try it: how it looks, whether it is accessible, and whether it does what it says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessible, open, picture, start, tabTo } from "./page.js";

const TABS = ["campaign", "sender", "lead", "lists", "json", "situation", "error"];

let world;
before(async () => (world = await start()));
after(() => world?.close());

const quiet = async (page) => {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(await page.evaluate(() => violations), []);
};

/** Brings a tab into a state in which it shows as much as possible. */
async function stir(page, tab) {
  const pane = page.locator(`#pane-${tab}`);
  if (tab === "error") await pane.getByText("Fields", { exact: true }).click();
  if (tab === "situation") await pane.locator("[name=status]").selectOption("ACTIVE");
  if (tab === "lists") {
    await pane.getByText("Try an example").click();
    await pane.locator("summary").click();
    await pane.locator(".counts").waitFor();
  }
  if (["lists", "json", "situation"].includes(tab)) return;
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
        await accessible(page);
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

test("the policy is strict, and only files of the site are served", async () => {
  const response = await fetch(world.address);
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  const { origin } = new URL(world.address);
  for (const path of ["/package.json", "/site/..%2f..%2fCargo.toml", "/site/.hidden", "/src/", "/Cargo.toml"]) {
    assert.equal((await fetch(origin + path)).status, 404, path);
  }
  assert.equal((await fetch(world.address, { method: "POST" })).status, 405);
});

test("nothing is requested after the page has loaded", async () => {
  const page = await open(world);
  // The worker for lists loads its scripts when their tab is opened.
  await page.locator("#tab-lists").click();
  await stir(page, "lists");
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
  for (const tab of [...TABS.slice(1), TABS[0]]) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.id), `tab-${tab}`);
    assert.ok(await page.locator(`#pane-${tab}`).isVisible());
  }
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.locator("#pane-error").isVisible(), true);
  await page.context().close();
});

test("variants can be added and removed, and their sum is shown", async () => {
  const page = await open(world);
  const variants = page.locator("#later > .variants");
  assert.match(await variants.locator(".sum").innerText(), /60 \+ 40 = 100%$/);
  await variants.getByText("Remove").first().click();
  assert.match(await variants.locator(".sum").innerText(), /Total 40%, 60 too few/);
  assert.equal(await page.locator(".verdict").innerText(), "Rejected (400): 1 error");
  await page.getByText("Check the form").first().click();
  assert.match(await page.locator("[data-error-for=variants]").innerText(), /exactly 100/);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.name), "distribution_percent");
  assert.equal(await variants.locator("[data-name=distribution_percent]").getAttribute("aria-invalid"), "true");
  await variants.getByText("Add a variant").click();
  assert.match(await variants.locator(".sum").innerText(), /40 \+ 60 = 100%/);
  // A new variant is checked too, at its index in the request.
  assert.match(await page.locator(".answer .said").innerText(), /First e-mail › Variant 2 › Text/);
  await page.locator("#sequences > .add").click();
  assert.match(await page.locator(".request .body").innerText(), /"step_number": 3/);
  // A new step gets the number after the highest one, and a new variant the first free name.
  await page.locator("#sequences [data-name=step_number]").last().fill("7");
  await page.locator("#sequences > .add").click();
  assert.equal(await page.locator("#sequences [data-name=step_number]").last().inputValue(), "8");
  assert.equal(await page.locator(".request .line").getAttribute("href"), "rules/operations.html#update_campaign");
  const names = () => variants.locator("[data-name=variant_name]").evaluateAll((all) => all.map((control) => control.value).join());
  assert.equal(await names(), "B,A");
  await variants.locator("[data-name=variant_name]").first().fill("");
  await variants.locator("[data-name=variant_name]").last().fill("c");
  for (let added = 0; added < 26; added += 1) await variants.locator(":scope > .add").click();
  assert.equal(await names(), ",c,B,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,AA,AB");
  for (const list of ["#sequences", "#later > .variants"]) {
    while ((await page.locator(`${list} > .items > *`).count()) > 0) await page.locator(`${list} > .items > * > .item-title .remove`).first().click();
  }
  assert.match(await page.locator(".request .body").innerText(), /"variants": \[\],\s+"sequences": \[\]/);
  await page.getByText("Check the form").first().click();
  assert.match(await page.locator("[data-error-for=variants]").innerText(), /At least 1 item; this has 0/);
  assert.equal(await page.locator("[data-error-for=sequences]").innerText(), "");
  await page.context().close();
});

test("a new campaign has no variants and needs a name", async () => {
  const page = await open(world);
  await page.locator("[name=name]").fill("");
  assert.doesNotMatch(await page.locator(".request .body").innerText(), /"name"/);
  await page.locator("#campaign-operation").selectOption("create_campaign");
  assert.match(await page.locator(".request .body").innerText(), /"name": ""/);
  assert.doesNotMatch(await page.locator(".request .body").innerText(), /variants|launch/);
  assert.equal(await page.locator("#later").isVisible(), false);
  await page.locator("#pane-campaign").getByText("Check the form").click();
  assert.match(await page.locator("#pane-campaign").innerText(), /At least 8 characters; this has 0/);
  await page.getByText("Start over").first().click();
  await page.waitForFunction(() => document.querySelector(".request .body").textContent.includes("variants"));
  assert.equal(await page.locator(".verdict").innerText(), "Accepted");
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
  await page.locator("#pane-sender").getByText("Start over").click();
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
  await page.route(world.address, async (route) => {
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
  const { width, height } = await page.locator(".answer").boundingBox();
  assert.ok(width === 360 && height < 50, `${width} ${height}`);
  assert.equal(await verdict.innerText(), "Rejected (422): 1 error");
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
  assert.deepEqual((await heard()).sort(), ["90%, 10 too few", "Rejected (400): 1 error"]);
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
  assert.match(await page.locator(".request .body").innerText(), /"imap_port": 993/);
  const secret = "s3cret-" + "x".repeat(300);
  await page.locator("[name=smtp_password]").fill(secret);
  await page.locator("#pane-sender").getByText("Check the form").click();
  assert.match(await page.locator("#pane-sender").innerText(), /At most 255 characters/);
  assert.ok(!(await page.locator("body").innerText()).includes("s3cret"));
  await page.context().close();
});

test("the text of the JSON pane is not repeated in the answer", async () => {
  const page = await open(world, "json");
  await page.locator("#json-operation").selectOption("create_smtp_account");
  await page.locator("#json-text").fill('{"smtp_password": "s3cret"}');
  assert.match(await page.locator(".answer .said").innerText(), /field required/);
  assert.equal(await page.locator(".request .body").isVisible(), false);
  assert.ok(!(await page.locator(".answer").evaluate((answer) => answer.textContent)).includes("s3cret"));
  await page.locator("#tab-lead").click();
  await page.waitForFunction(() => document.querySelector(".request .body").textContent.includes("email"));
  assert.equal(await page.locator(".request .body").isVisible(), true);
  await page.context().close();
});

test("JSON errors are underlined at their position", async () => {
  const page = await open(world, "json");
  // The value of a misspelled field has advice.
  const marked = ['"Spring"', "101", "8", "9", "{", '"Hi {{first_name}}"', '"60%"', '"now"'];
  assert.deepEqual(await page.locator(".editor mark").allInnerTexts(), marked);
  await page.locator("#json-text").fill('{"name": "😀", x}');
  assert.deepEqual(await page.locator(".editor mark").allInnerTexts(), ["x"]);
  await page.locator(".answer .findings button").click();
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
    ["400", '{"detail":"Invalid or revoked API key"}', /invalid-api-key/, /Note\s+The documented status is 401/, /Not as it is: the same request with the same API key/],
    ["", '{"is_launch_ready": false, "missing_requirements": ["leads"]}', /^launch-requirements/, /Missing\s+leads/],
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

const request = async (page) => JSON.parse(await page.locator(".request .body").innerText());

test("times are time fields, and the end of the day is hour 24", async () => {
  const page = await open(world);
  const [from, until] = [page.locator("[name=sending_window_start]"), page.locator("[name=sending_window_end]")];
  await from.fill("22:30");
  await until.fill("00:00");
  const { sending_window_start, sending_window_start_minute, sending_window_end, sending_window_end_minute } = await request(page);
  assert.deepEqual([sending_window_start, sending_window_start_minute, sending_window_end, sending_window_end_minute], [22, 30, 24, 0]);
  await until.fill("22:00");
  await until.blur();
  assert.match(await page.locator(".findings").innerText(), /When to send › Until/);
  assert.equal(await until.getAttribute("aria-invalid"), "true");
  await until.fill("");
  assert.ok(!("sending_window_end" in (await request(page))));
  // A time that is filled in only in part.
  await from.focus();
  await page.keyboard.press("Backspace");
  await from.blur();
  assert.match(await page.locator("#pane-campaign").innerText(), /Enter a time, such as 09:00/);
  await page.context().close();
});

test("the amounts of the ramp-up are sent only if it is on", async () => {
  const page = await open(world);
  const step = page.locator("[name=ramp_up_increment]");
  assert.ok(await step.isDisabled());
  await page.locator("[name=ramp_up_enabled]").check();
  await step.fill("5");
  assert.equal((await request(page)).ramp_up_increment, 5);
  await page.locator("[name=ramp_up_enabled]").uncheck();
  assert.ok(!("ramp_up_increment" in (await request(page))));
  await page.context().close();
});

test("required fields are marked, which depends on the request", async () => {
  const page = await open(world);
  const name = page.locator("#pane-campaign [name=name]");
  assert.equal(await name.getAttribute("aria-required"), null);
  await page.locator("#campaign-operation").selectOption("create_campaign");
  assert.equal(await name.getAttribute("aria-required"), "true");
  await page.locator("#campaign-operation").selectOption("update_campaign");
  await page.locator("#later > .variants > .add").click();
  const texts = page.locator("#later > .variants [data-name=email_content]");
  assert.equal(await texts.last().getAttribute("aria-required"), "true");
  assert.equal(await page.locator("[data-name=variant_label]").first().getAttribute("aria-required"), null);
  await page.context().close();
});

test("an error is named after its field, and leads to it", async () => {
  const page = await open(world);
  await page.locator("#later > .variants > .add").click();
  await page.locator("#later > .variants > .items > .item").first().getByText("Remove").click();
  await page.locator("#sequences [data-name=subject_template]").fill("x".repeat(501));
  await page.locator("[name=inbox_ids]").fill("grete");
  const names = await page.locator(".findings .go").allInnerTexts();
  assert.deepEqual(names, [
    "Sender accounts › Ids, one per line",
    "First e-mail › Variant 2 › Text",
    "Follow-ups › Follow-up 1 › Variants › Variant 1 › Subject",
    // Remarks.
    "First e-mail › Variant 2 › Share (%)",
    "First e-mail › Variant 2 › Subject",
  ]);
  for (const [at, name] of ["inbox_ids", "variants[2].email_content", "sequences[0].variants[0].subject_template", "variants[2].distribution_percent"].entries()) {
    await page.locator(".findings .go").nth(at).click();
    assert.equal(await page.evaluate(() => document.activeElement.name), name);
  }
  await page.context().close();
});

/** What is copied when this button is pressed. */
async function copied(page, button) {
  await button.click();
  await page.getByText(/^Copied/).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const SECRET = "hunter2-S3cret";

test("a request is copied as JSON, for curl and for fetch, without secrets", async () => {
  const page = await open(world, "sender", CLIPBOARD);
  await page.locator("[name=display_name]").fill("Ada's \"team\" cs_live_0123456789abcdef");
  await page.locator("[name=smtp_password]").fill(SECRET);
  const button = (name) => page.locator(`[data-format=${name}]`);
  const json = JSON.parse(await copied(page, button("json")));
  assert.equal(json.smtp_password, "your_smtp_password");
  assert.equal(json.display_name, "Ada's \"team\" cs_live_…");
  assert.equal(json.imap_password, "");
  const curl = await copied(page, button("curl"));
  // The shell passes what is meant.
  const { stdout } = spawnSync("sh", ["-c", `curl() { for word; do printf '%s\\0' "$word"; done; }\n${curl}`]);
  const words = String(stdout).split("\0");
  assert.deepEqual(words.slice(0, 3), ["-X", "POST", "https://api.coldsend.pro/api/public/v1/sender-accounts/smtp"]);
  assert.deepEqual(words.slice(3, 7), ["-H", "X-API-Key: cs_live_your_key", "-H", "Content-Type: application/json"]);
  assert.deepEqual([words[7], JSON.parse(words[8])], ["--data-raw", json]);
  const code = await copied(page, button("fetch"));
  const [url, init] = await new Function("fetch", `return (async () => { ${code}\nreturn response; })()`)((...all) => all);
  assert.equal(url, words[2]);
  assert.deepEqual([init.method, JSON.parse(init.body)], ["POST", json]);
  // Text that would not be the same as an object is copied as it is, and a query string is part of the address.
  await page.locator("#tab-json").click();
  await page.locator("#json-text").fill('{"name": "Spring 2026", "name": "Autumn 2026"}');
  assert.match(await copied(page, button("fetch")), /body: "\{\\"name\\": \\"Spring 2026\\", \\"name\\"/);
  await page.locator("#json-operation").selectOption("list_campaigns");
  await page.locator("#json-text").fill("page=2&limit=5");
  assert.match(await copied(page, button("curl")), /campaigns\?page=2&limit=5' \\\n {2}-H 'X-API-Key: cs_live_your_key'$/);
  assert.ok(await button("json").isHidden());
  await page.context().close();
});

test("a link shares the work without secrets", async () => {
  const page = await open(world, "sender", CLIPBOARD);
  await page.getByText("Google").click();
  await page.locator("#pane-sender [name=email_address]").fill("ada@example.com");
  await page.locator("[name=display_name]").fill("Ada — cs_live_0123456789abcdef");
  for (const name of ["smtp_password", "imap_password"]) await page.locator(`[name=${name}]`).fill(SECRET);
  const expected = await request(page);
  const link = await copied(page, page.locator(".share"));
  const state = Buffer.from(link.split("=")[1], "base64url").toString();
  for (const secret of [SECRET, "0123456789abcdef", "password"]) assert.ok(!state.includes(secret), state);
  const other = await page.context().browser().newPage();
  await other.goto(link);
  await other.waitForFunction(() => document.querySelector(".request .body").textContent.includes("ada@example.com"));
  const shared = await request(other);
  assert.deepEqual(shared, { ...expected, smtp_password: "", imap_password: "" });
  assert.equal(new URL(other.url()).hash, "#sender");
  await other.context().close();

  for (const [tab, text] of [["json", `{"name": "Spring", "api_key": "${SECRET}"`], ["json", `{"smtp_password": "${SECRET}", "smtp_port": 1}`], ["error", `{"detail": [{"loc": ["body", "smtp_password"], "msg": "no", "type": "x", "input": "${SECRET}"}]}`]]) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`#${tab}-text`).fill(text);
    const link = await copied(page, page.locator(".share"));
    assert.ok(!Buffer.from(link.split("=")[1], "base64url").toString().includes(SECRET), text);
  }
  await page.context().close();
});

test("a link to a campaign brings back its lists", async () => {
  const page = await open(world, "campaign", CLIPBOARD);
  await page.locator("#later > .variants > .add").click();
  await page.locator("[name='variants[2].subject_template']").fill("Third");
  await page.locator("[name=start_date]").fill("2026-12-01T08:30");
  await page.locator("[name=sending_days]").last().check();
  await page.locator("[name=ramp_up_enabled]").check();
  await page.locator("[name=ramp_up_increment]").fill("many");
  await page.locator("[name=sending_window_end]").fill("00:00");
  await page.locator("#sequences [data-name=enable_unsubscribe]").selectOption("false");
  const link = await copied(page, page.locator(".share"));
  const other = await page.context().browser().newPage();
  await other.goto(link);
  await other.waitForFunction(() => document.querySelector(".request .body").textContent.includes("Third"));
  assert.deepEqual(await request(other), await request(page));
  await other.context().close();
  await page.context().close();
});

test("a link that makes no sense opens the page as usual", async () => {
  const states = ["%%%", "e30", ...[{ body: null }, { body: { variants: 5 } }, { body: { variants: [null], sequences: [{ variants: "x" }] } }, [], 7].map((state) => Buffer.from(JSON.stringify(state)).toString("base64url"))];
  for (const tab of TABS) {
    for (const state of states) {
      const page = await open(world, `${tab}=${state}`);
      await quiet(page);
      assert.ok(await page.locator(`#pane-${tab}`).isVisible());
      await page.context().close();
    }
  }
  const page = await open(world, "__proto__");
  assert.ok(await page.locator("#pane-campaign").isVisible());
  await page.context().close();
});

test("reloading and going back keep the work, but no secret", async () => {
  const page = await open(world, "sender");
  await page.locator("[name=display_name]").fill("Ada");
  await page.locator("[name=smtp_password]").fill(SECRET);
  // A text is kept as it is if it has no secret.
  await page.locator("#tab-json").click();
  const text = '{"smtp_password": "",  "smtp_host": "mail.example.com"}';
  await page.locator("#json-text").fill(text);
  await page.locator("#tab-campaign").click();
  await page.locator("[name=name]").fill("Spring");
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage, ...history.state }));
  assert.ok(stored.includes("Spring") && stored.includes("Ada") && !stored.includes(SECRET), stored);
  await page.reload();
  await page.waitForFunction(() => document.querySelector(".verdict").textContent.startsWith("Rejected"));
  assert.equal(await page.locator("[name=name]").inputValue(), "Spring");
  // The rule of an error, and back.
  await page.locator(".findings a").click();
  await page.waitForURL(/rules\/campaign-name\.html$/);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector(".verdict").textContent.startsWith("Rejected"));
  assert.equal(await page.locator("[name=name]").inputValue(), "Spring");
  await page.locator("#tab-json").click();
  assert.equal(await page.locator("#json-text").inputValue(), text);
  await page.locator("#tab-sender").click();
  assert.equal(await page.locator("[name=display_name]").inputValue(), "Ada");
  assert.equal(await page.locator("[name=smtp_password]").inputValue(), "");
  await page.context().close();
});

test("the answer depends on what else is known", async () => {
  const page = await open(world, "situation");
  const pane = page.locator("#pane-situation");
  const said = page.locator(".answer .said");
  assert.match(await said.innerText(), /Not known, so not checked\s+the API key/);
  await pane.locator("[name=status]").selectOption("ACTIVE");
  assert.match(await said.innerText(), /Can only update campaigns in DRAFT status/);
  await pane.locator("[name=scopes][value='leads:read']").check();
  assert.match(await said.innerText(), /Missing required scopes: campaigns:update/);
  await pane.locator("[name=key]").selectOption("none");
  assert.match(await said.innerText(), /API key required/);
  await pane.locator("[name=key]").selectOption("valid");
  await pane.locator("[name=scopes][value='*']").check();
  await pane.locator("[name=wait]").fill("30");
  assert.match(await said.innerText(), /Retry after 30 seconds/);
  await pane.locator("[name=wait]").fill("");
  await pane.locator("[name=status]").selectOption("none");
  assert.match(await said.innerText(), /Campaign 550e8400-e29b-41d4-a716-446655440000 not found/);
  // The request is that of its tab.
  await page.locator("#tab-campaign").click();
  await page.locator("[name=name]").fill("Spring");
  await page.locator("#tab-situation").click();
  assert.match(await said.innerText(), /At least 8 characters; this has 6/);
  await pane.locator("#situation-request").selectOption("delete_account");
  assert.ok(await pane.locator("[name=status]").isHidden());
  await pane.locator("[name=used]").selectOption("true");
  assert.match(await said.innerText(), /Inbox is assigned to a campaign/);
  const before = await said.innerText();
  await page.reload();
  await page.waitForFunction(() => document.querySelector(".said").textContent.includes("Inbox"));
  assert.equal(await said.innerText(), before);
  await quiet(page);
  await page.context().close();
});

test("what the errors page prints can be pasted with its headings", async () => {
  const page = await open(world, "error");
  const text = readFileSync(new URL("../errors_page.txt", import.meta.url), "utf8");
  const part = (from, to) => text.slice(text.indexOf(`\n${from}\n`), text.indexOf(`\n${to}\n`));
  for (const [from, to, expected] of [
    ["Missing API Key", "Invalid or Revoked Key", /^401 · api-key-required/],
    ["Invalid or Revoked Key", "Insufficient Permissions", /^401 · invalid-api-key/],
    ["Insufficient Permissions", "Validation Errors", /^403 · insufficient-scopes/],
    ["Field Required", "Value Constraint Violated", /^422 · validation/],
    ["Campaign Not Found", "Campaign Not Modifiable", /^404 · campaign-not-found/],
    ["Missing Launch Requirements", "Variant Distribution Mismatch", /^launch-requirements[^]*Missing\s+leads, inboxes, variants/],
    ["Variant Distribution Mismatch", "Sender Account Errors", /^400 · distribution-sum/],
    ["Connection Failed", "Inbox In Use", /^400 · connection-failed/],
    ["Rate Limit Error", "Best Practices", /^429 · rate-limited[^]*In 60 seconds/],
  ]) {
    const pasted = part(from, to);
    assert.ok(pasted.length > 80, from);
    await page.locator("#error-text").fill(pasted);
    assert.match(await page.locator(".explained").innerText(), expected, from);
  }
  await page.context().close();
});

test("a missing scope asks for a new key, and does not say that nothing helps", async () => {
  const page = await open(world, "error");
  await page.getByText("Scopes", { exact: true }).click();
  const text = await page.locator(".explained").innerText();
  assert.match(text, /Create a new API key/);
  assert.equal(await page.locator(".explained dd a").getAttribute("href"), "https://docs.coldsend.pro/authentication/scopes");
  assert.match(text, /with the same API key gets the same answer/);
  assert.doesNotMatch(text, /never|not at all/i);
  await page.context().close();
});

test("on a phone, the whole answer is one tap away", async () => {
  const page = await open(world, "campaign", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await page.locator("[name=name]").fill("Spring");
  const more = page.locator(".more");
  assert.ok(await page.locator(".findings").isHidden());
  await more.click();
  assert.equal(await more.getAttribute("aria-expanded"), "true");
  assert.ok(await page.locator(".findings .go").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(await page.locator(".findings").isHidden());
  await more.click();
  // The way to a field closes what covers it.
  await page.locator(".findings .go").click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "name");
  assert.ok(await page.locator(".findings").isHidden());
  await page.context().close();
});

test("a keyboard is enough: to a tab, through its form, to an error, to its rule, and through an example", async () => {
  const page = await open(world);
  const { keyboard } = page;
  await tabTo(page, "#tab-campaign");
  for (const _ of TABS.slice(0, TABS.indexOf("json"))) await keyboard.press("ArrowRight");
  await tabTo(page, "#json-operation");
  await keyboard.press("ArrowUp");
  assert.equal(await page.locator("#json-operation").inputValue(), "create_campaign");
  await tabTo(page, "#json-text");
  await keyboard.press("Control+A");
  await keyboard.type('{"name": "Hi"}');
  assert.equal(await page.locator(".verdict").innerText(), "Rejected (422): 1 error");
  await tabTo(page, ".findings .go");
  await keyboard.press("Enter");
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, getSelection().toString()]), ["json-text", '"Hi"']);
  await tabTo(page, ".findings a");
  await keyboard.press("Enter");
  await page.waitForURL(/rules\/campaign-name\.html$/);
  await page.locator(".verdict").first().waitFor();
  await tabTo(page, ".example textarea");
  await keyboard.press("Control+A");
  await keyboard.type('PUT /campaigns/{id}\n\n{"launch": true}');
  assert.match(await page.locator(".verdict").first().innerText(), /^Accepted/);
  await tabTo(page, ".example ~ .example textarea");
  await page.context().close();
});
