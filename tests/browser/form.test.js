// `readForm` and `bindForm` in a real page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { form, start } from "./page.js";

let world;
before(async () => (world = await start()));
after(() => world?.close());

/** What `readForm` makes of a form. */
async function reads(operation, markup, expected) {
  const page = await form(world, markup);
  // As text: the order of keys, and no conversion on the way.
  assert.equal(await page.evaluate((operation) => JSON.stringify(readForm(f, operation)), operation), JSON.stringify(expected));
  await page.context().close();
}

test("numbers, boxes, and what is left out", () =>
  reads(
    "create_campaign",
    `<input name="name" value="Spring outreach">
     <input name="daily_limit_per_inbox" value=" 30 ">
     <input name="start_date" type="datetime-local" value="">
     <input name="timezone" value="">
     <input name="sending_window_start" value="nine">
     <input name="sending_window_end" value="9.5">
     <input name="ramp_up_increment" value="99999999999999999999">
     <input name="enable_tracking" type="checkbox">
     <input name="enable_unsubscribe" type="checkbox" checked>
     <input name="ramp_up_enabled" value="true">
     <input name="constructor" value="x"><input name="__proto__" value="x"><input name="csrf" value="x">
     <input name="sending_window_end_minute" value="5" disabled>
     <input value="no name"><button name="name" value="button">Send</button>`,
    {
      name: "Spring outreach", daily_limit_per_inbox: 30, sending_window_start: "nine", sending_window_end: "9.5",
      ramp_up_increment: "99999999999999999999", enable_tracking: false, enable_unsubscribe: true, ramp_up_enabled: true,
    },
  ));

test("a field that is required is sent empty", () =>
  reads("create_campaign", `<input name="name">`, { name: "" }));

test("repeated boxes and selects are lists", async () => {
  const days = [1, 2, 3].map((day) => `<input type="checkbox" name="sending_days" value="${day}" ${day === 2 ? "" : "checked"}>`);
  await reads("create_campaign", `<input name=name value=x>${days.join("")}`, { name: "x", sending_days: [1, 3] });
  const none = days.map((box) => box.replace("checked", "")).join("");
  await reads("create_campaign", `<input name=name value=x>${none}`, { name: "x", sending_days: [] });
  const options = `<option value="1" selected>a</option><option value="2">b</option><option value="5" selected>c</option>`;
  await reads("update_campaign", `<select multiple name="sending_days">${options}</select>`, { sending_days: [1, 5] });
  await reads("update_campaign", `<input name="sending_days[]" value="4"><input name="sending_days[]" value="">`, { sending_days: [4] });
  await reads("update_campaign", `<input name="sending_days[5]" value="4"><input name="sending_days[2]" value="x">`, { sending_days: ["x", 4] });
  await reads("delete_accounts", `<textarea name="inbox_ids">a\n\nb\n</textarea>`, { inbox_ids: ["a", "b"] });
  await reads("delete_accounts", `<textarea name="inbox_ids"></textarea>`, { inbox_ids: [] });
});

test("paths lead into lists, objects and maps", () =>
  reads(
    "update_campaign",
    `<input name="variants[7].subject_template" value="Second">
     <input name="variants[2].subject_template" value="First"><input name="variants[2].distribution_percent" value="60">
     <input name="variants[2].variant_label" value="">
     <input name="sequences[0].variants[0].variant_name" value="A"><input name="sequences[0].wait_days" value="3">
     <input name="lead_mapping.email" value="E-mail"><input name="lead_mapping[company]" value="Firm">
     <input name='lead_mapping["e.mail]"]' value="x"><input name="lead_mapping.last_name" value="">
     <input name="lead_mapping[__proto__]" value="own"><input name="variants[1][oops" value="x"><input name="variants[a].b" value="x">`,
    {
      variants: [{ subject_template: "First", distribution_percent: 60 }, { subject_template: "Second" }],
      sequences: [{ variants: [{ variant_name: "A" }], wait_days: 3 }],
      lead_mapping: JSON.parse('{"email":"E-mail","company":"Firm","e.mail]":"x","__proto__":"own"}'),
    },
  ));

test("radios, selects and other values", () =>
  reads(
    "create_smtp_account",
    `<input type="radio" name="inbox_type" value="A"><input type="radio" name="inbox_type" value="CUSTOM_SMTP" checked>
     <select name="smtp_use_tls"><option value="false" selected>no</option></select>
     <select name="imap_use_ssl"><option value="" selected>as usual</option></select>
     <input type="number" name="smtp_port" value="587"><input type="password" name="smtp_password" value=" p ">`,
    { inbox_type: "CUSTOM_SMTP", smtp_use_tls: false, smtp_port: 587, smtp_password: " p " },
  ));

test("a number that the browser cannot read is not silently left out", async () => {
  const page = await form(world, `<input name="name" value="x"><input type="number" name="daily_limit_per_inbox">`);
  await page.locator("[type=number]").pressSequentially("1e");
  assert.deepEqual(await page.evaluate(() => readForm(f, "create_campaign")), { name: "x", daily_limit_per_inbox: "" });
  await page.context().close();
});

test("wrong names are told", async () => {
  const page = await form(world, "");
  const message = (call) => page.evaluate((call) => {
    const calls = {
      read: () => readForm(f, "create_campain"), bind: () => bindForm(f, undefined), proto: () => readForm(f, "constructor"),
      option: () => bindForm(f, "add_lead", { message: {} }),
    };
    try { calls[call](); return null; } catch (error) { return `${error.name}: ${error.message}`; }
  }, call);
  assert.match(await message("read"), /^TypeError: unknown operation create_campain; known are: create_campaign, /);
  assert.match(await message("bind"), /^TypeError: unknown operation undefined/);
  assert.match(await message("proto"), /^TypeError: unknown operation constructor/);
  assert.match(await message("option"), /^TypeError: unknown option message; known are: /);
  assert.equal(await page.evaluate(() => f.noValidate), false);
  await page.context().close();
});

const CAMPAIGN = `
  <p id="help">Eight or more</p>
  <label>Name <input name="name" aria-describedby="help"></label>
  <label for="limit">Limit</label><input id="limit" name="daily_limit_per_inbox">
  <fieldset><legend>Days</legend>
    <label><input type="checkbox" name="sending_days" value="1" checked>1</label>
    <label><input type="checkbox" name="sending_days" value="9">9</label></fieldset>
  <input name="enable_click_tracking" value="false">
  <button>Send</button>`;

const bound = async (markup = CAMPAIGN, operation = "create_campaign") => {
  const page = await form(world, markup);
  await page.evaluate((operation) => {
    globalThis.before = document.body.innerHTML;
    globalThis.sent = [];
    f.addEventListener("submit", (event) => { event.preventDefault(); sent.push(readForm(f, operation)); });
    globalThis.unbind = bindForm(f, operation);
  }, operation);
  page.errors = () => page.locator(".coldsend-lint-error").allInnerTexts();
  page.sent = () => page.evaluate(() => sent);
  return page;
};

test("an error shows only after its field was left", async () => {
  const page = await bound();
  assert.deepEqual(await page.errors(), []);
  await page.locator("[name=name]").pressSequentially("Spring");
  assert.deepEqual(await page.errors(), []);
  assert.equal(await page.evaluate(() => f.elements.name.validationMessage), "At least 8 characters; this has 6");
  assert.equal(await page.locator("[name=name]").getAttribute("aria-invalid"), null);
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.errors(), ["At least 8 characters; this has 6"]);
  const name = page.locator("[name=name]");
  assert.equal(await name.getAttribute("aria-invalid"), "true");
  const described = (await name.getAttribute("aria-describedby")).split(" ");
  assert.equal(described[0], "help");
  assert.equal(await page.locator(`#${described[1]}`).innerText(), "At least 8 characters; this has 6");
  // Not in the label, or it would be read as a part of the name.
  assert.equal(await page.locator("label .coldsend-lint-error").count(), 0);
  // From now on while typing.
  await name.pressSequentially("x");
  await name.pressSequentially("x");
  assert.deepEqual(await page.errors(), []);
  assert.equal(await name.getAttribute("aria-describedby"), "help");
  assert.equal(await name.getAttribute("aria-invalid"), null);
  assert.equal(await page.evaluate(() => f.elements.name.validationMessage), "");
  assert.equal(await page.locator("[maxlength]").count(), 0);
  await page.context().close();
});

test("a submit is blocked only when rejected, and the first error is focused", async () => {
  const page = await bound();
  await page.locator("#limit").fill("101");
  await page.locator("[value='9']").check();
  await page.getByText("Send").click();
  assert.deepEqual(await page.errors(), ["At least 8 characters; this has 0", "100 or less; this is 101", "7 or less; this is 9"]);
  assert.match(await page.locator("fieldset").innerText(), /7 or less; this is 9$/);
  const marked = () => page.evaluate(() => [...f.elements.sending_days].map((box) => box.validationMessage));
  assert.deepEqual(await marked(), ["", "7 or less; this is 9"]);
  assert.equal(await page.evaluate(() => document.activeElement.name), "name");
  assert.deepEqual(await page.sent(), []);
  await page.locator("[name=name]").fill("Spring outreach");
  await page.locator("#limit").fill("100");
  await page.locator("[value='9']").uncheck();
  // What no page says is advice: shown, and sent.
  await page.locator("[name=enable_click_tracking]").fill("maybe");
  assert.deepEqual(await page.locator(".coldsend-lint-advice").allInnerTexts(), ["Write true or false"]);
  assert.deepEqual(await page.errors(), []);
  await page.getByText("Send").click();
  const sent = { name: "Spring outreach", daily_limit_per_inbox: 100, sending_days: [1], enable_click_tracking: "maybe" };
  assert.deepEqual(await page.sent(), [sent]);
  await page.context().close();
});

test("what has no field is told for the whole form, and focused if it is all", async () => {
  const page = await bound(`<input name="email_address"><button>Send</button>`, "send_test_email");
  const summary = page.locator("[role=alert]");
  assert.equal(await summary.innerText(), "");
  await page.getByText("Send").click();
  assert.match(await summary.innerText(), /^recipient_email: Add `recipient_email`/);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "alert");
  assert.deepEqual(await page.sent(), []);
  await page.evaluate(() => f.append(Object.assign(document.createElement("input"), { name: "recipient_email", value: "a@example.com" })));
  await page.waitForFunction(() => document.querySelector("[role=alert]").textContent === "");
  await page.getByText("Send").click();
  assert.deepEqual(await page.sent(), [{ recipient_email: "a@example.com" }]);
  await page.context().close();
});

test("fields that come and go later are checked under the place they have", async () => {
  const variant = (n) => `<div><input name="variants[${n}].subject_template" value="Hello"><textarea name="variants[${n}].email_content">Hello there, you</textarea>
    <input name="variants[${n}].variant_name" value="${"AB"[n]}"><input name="variants[${n}].distribution_percent" value="50"></div>`;
  const page = await bound(`<section>${variant(0)}${variant(1)}</section><div data-error-for="variants">Shares</div><button>Send</button>`, "update_campaign");
  await page.evaluate(() => f.querySelector("section").firstElementChild.remove());
  await page.waitForFunction(() => unbind.check().status === 400);
  assert.deepEqual(await page.errors(), []);
  await page.locator("[name='variants[1].distribution_percent']").focus();
  await page.keyboard.press("Tab");
  const slot = page.locator("[data-error-for=variants]");
  assert.match(await slot.innerText(), /add up to exactly 100/);
  await page.locator("[name='variants[1].distribution_percent']").fill("100");
  assert.equal(await slot.innerText(), "Shares");
  // The second by name is the first that is sent.
  await page.locator("[name='variants[1].subject_template']").fill("");
  await page.getByText("Send").click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "variants[1].subject_template");
  await page.evaluate(() => unbind());
  assert.equal(await slot.innerText(), "Shares");
  await page.context().close();
});

test("a message does not move a button away from under the pointer", async () => {
  const page = await bound();
  await page.locator("#limit").fill("101");
  const { x, y, height } = await page.getByText("Send").boundingBox();
  await page.mouse.move(x + 5, y + height / 2);
  await page.mouse.down();
  assert.deepEqual(await page.errors(), []);
  await page.mouse.up();
  // All of them: the click was a submit.
  await page.waitForFunction(() => document.querySelectorAll(".coldsend-lint-error").length === 2);
  await page.context().close();
});

test("own words by rule, and advice of one's own check", async () => {
  const page = await form(world, CAMPAIGN);
  await page.evaluate(() => {
    const messages = { "campaign-name": "Der Name ist zu kurz", "campaign-daily-limit-per-inbox": ({ ctx }) => `Höchstens ${ctx.limit_value}` };
    globalThis.unbind = bindForm(f, "create_campaign", { messages });
    f.elements.daily_limit_per_inbox.value = "101";
  });
  await page.getByText("Send").click();
  assert.deepEqual(await page.locator(".coldsend-lint-error").allInnerTexts(), ["Der Name ist zu kurz", "Höchstens 100"]);
  await page.evaluate(() => {
    const check = (operation, body) => ({ ok: true, advice: [{ path: ["name"], rule: "x", hint: `${operation} ${body.name}`, message: "" }] });
    bindForm(f, "create_campaign", { check });
    f.addEventListener("submit", (event) => { event.preventDefault(); globalThis.passed = true; });
  });
  await page.locator("[name=name]").fill("y");
  await page.getByText("Send").click();
  assert.equal(await page.evaluate(() => passed), true);
  assert.deepEqual(await page.locator(".coldsend-lint-advice").allInnerTexts(), ["create_campaign y"]);
  assert.equal(await page.locator("[aria-invalid]").count(), 0);
  await page.context().close();
});

test("unbound, the page is what it was", async () => {
  const page = await bound(`${CAMPAIGN}<div data-error-for="daily_limit_per_inbox">Slot <b>kept</b></div>`);
  await page.locator("#limit").fill("101");
  await page.getByText("Send").click();
  assert.match(await page.locator("[data-error-for]").innerText(), /100 or less/);
  assert.equal(await page.evaluate(() => f.noValidate), true);
  await page.evaluate(() => { unbind(); unbind(); });
  assert.equal(await page.evaluate(() => document.body.innerHTML === before), true, await page.evaluate(() => document.body.innerHTML));
  assert.deepEqual(await page.evaluate(() => [...f.elements].map((element) => element.validationMessage).filter(Boolean)), []);
  assert.equal(await page.evaluate(() => f.noValidate), false);
  await page.locator("[name=name]").fill("z");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.body.innerHTML === before), true);
  await page.getByText("Send").click();
  assert.equal((await page.sent()).length, 1);
  await page.context().close();
});

test("bound twice, a form has one binding; a reset forgets what was tried", async () => {
  const page = await bound(`${CAMPAIGN}<button type="reset">Reset</button>`);
  await page.evaluate(() => (globalThis.unbind = bindForm(f, "create_campaign")));
  await page.getByText("Send").click();
  assert.equal((await page.errors()).length, 1);
  assert.equal(await page.locator("[role=alert]").count(), 1);
  await page.getByText("Reset").click();
  await page.waitForFunction(() => document.querySelectorAll(".coldsend-lint-error").length === 0);
  await page.evaluate(() => unbind());
  assert.equal(await page.locator("[role=alert]").count(), 0);
  await page.context().close();
});

test("a draft may be sent unchecked, and controls may stand outside of the form", async () => {
  const page = await bound(`${CAMPAIGN}<button formnovalidate>Draft</button>`);
  await page.evaluate(() => {
    const outside = Object.assign(document.createElement("input"), { name: "timezone", value: "x".repeat(101) });
    outside.setAttribute("form", "f");
    document.body.append(outside);
  });
  await page.locator("[name=timezone]").focus();
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.errors(), ["At most 100 characters; this has 101"]);
  await page.getByText("Draft").click();
  assert.equal((await page.sent()).length, 1);
  await page.context().close();
});

test("with WASM of one's own: told before it is there, bound after", async () => {
  const page = await form(world, CAMPAIGN);
  const told = await page.evaluate(async () => {
    const { check, init } = await import("/src/slim.js");
    const { default: bytes } = await import("/dist/inline.js");
    let told;
    try {
      bindForm(f, "create_campaign", { check });
    } catch (error) {
      told = { message: error.message, noValidate: f.noValidate, alerts: document.querySelectorAll("[role=alert]").length };
    }
    init(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
    bindForm(f, "create_campaign", { check });
    return told;
  });
  assert.match(told.message, /init/);
  assert.deepEqual([told.noValidate, told.alerts], [false, 0]);
  await page.getByText("Send").click();
  assert.deepEqual(await page.locator(".coldsend-lint-error").allInnerTexts(), ["At least 8 characters; this has 0"]);
  await page.context().close();
});

test("hidden fields have no place of their own, and parameters are read like bodies", async () => {
  const page = await bound(`<input type="hidden" name="page" value="0"><input name="limit" value="20"><button>Send</button>`, "list_campaigns");
  await page.getByText("Send").click();
  assert.equal(await page.locator("[role=alert]").innerText(), "page: 1 or more; this is 0");
  await page.context().close();
});
