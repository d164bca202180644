// `readForm` and `bindForm` in a real page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { form, start } from "./page.js";

let world;
before(async () => (world = await start()));
after(() => world?.close());

/** Asserts what `readForm` returns for a form. */
async function reads(operation, markup, expected) {
  const page = await form(world, markup);
  // Compare text, which keeps the order of keys and is not converted on its way out of the page.
  assert.equal(await page.evaluate((operation) => JSON.stringify(readForm(f, operation)), operation), JSON.stringify(expected));
  await page.context().close();
}

test("numbers, checkboxes, and omitted fields", () =>
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

test("a required field is sent even if it is empty", () =>
  reads("create_campaign", `<input name="name">`, { name: "" }));

test("repeated checkboxes and selects are lists", async () => {
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

test("a list whose items were all removed is sent empty if it is required or a fieldset has its name", async () => {
  const step = `<input name="sequences[0].wait_days" value="3">`;
  await reads("update_campaign", step, { sequences: [{ wait_days: 3, variants: [] }] });
  await reads("create_smtp_accounts", "", { inboxes: [] });
  await reads("update_campaign", "", {});
  await reads("update_campaign", `<fieldset name="sequences"></fieldset>`, { sequences: [] });
  await reads("update_campaign", `<fieldset name="sequences">${step}</fieldset>`, { sequences: [{ wait_days: 3, variants: [] }] });
  await reads("update_campaign", `<fieldset name="sequences" disabled></fieldset>`, {});
  // This applies only to lists.
  await reads("update_campaign", `<fieldset name="lead_mapping"></fieldset><fieldset name="name"></fieldset><fieldset name="x"></fieldset>`, {});
});

test("a file is omitted; its content can be sent in a hidden field", async () => {
  const page = await bound(
    `<input name="body" value="See the file">
     <input type="file" name="attachments[0].content_base64"><input type="file" name="attachments">
     <input name="attachments[0].filename" value="a.txt"><button>Send</button>`,
    "send_reply",
  );
  await page.locator("input[type=file]").first().setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hi") });
  const read = () => page.evaluate(() => readForm(f, "send_reply"));
  assert.deepEqual(await read(), { body: "See the file", attachments: [{ filename: "a.txt" }] });
  await page.getByText("Send").click();
  assert.match(await page.locator("[role=alert]").innerText(), /^attachments\[0\]\.content_base64: Add `content_base64`/);
  await page.evaluate(() => {
    f.append(Object.assign(document.createElement("input"), { type: "hidden", name: "attachments[0].content_base64", value: btoa("hi") }));
  });
  await page.waitForFunction(() => document.querySelector("[role=alert]").textContent === "");
  await page.getByText("Send").click();
  assert.deepEqual(await page.sent(), [{ body: "See the file", attachments: [{ filename: "a.txt", content_base64: "aGk=" }] }]);
  await page.context().close();
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

test("radio buttons, selects and other values", () =>
  reads(
    "create_smtp_account",
    `<input type="radio" name="inbox_type" value="A"><input type="radio" name="inbox_type" value="CUSTOM_SMTP" checked>
     <select name="smtp_use_tls"><option value="false" selected>no</option></select>
     <select name="imap_use_ssl"><option value="" selected>as usual</option></select>
     <input type="number" name="smtp_port" value="587"><input type="password" name="smtp_password" value=" p ">`,
    { inbox_type: "CUSTOM_SMTP", smtp_use_tls: false, smtp_port: 587, smtp_password: " p " },
  ));

test("a number that the browser cannot read is not silently omitted", async () => {
  const page = await form(world, `<input name="name" value="x"><input type="number" name="daily_limit_per_inbox">`);
  await page.locator("[type=number]").pressSequentially("1e");
  assert.deepEqual(await page.evaluate(() => readForm(f, "create_campaign")), { name: "x", daily_limit_per_inbox: "" });
  await page.context().close();
});

test("wrong names are reported", async () => {
  const page = await form(world, "");
  const message = (call) => page.evaluate((call) => {
    const calls = {
      read: () => readForm(f, "create_campain"), bind: () => bindForm(f, undefined), proto: () => readForm(f, "constructor"),
      option: () => bindForm(f, "add_lead", { message: {} }),
    };
    try { calls[call](); return null; } catch (error) { return `${error.name}: ${error.message}`; }
  }, call);
  assert.match(await message("read"), /^TypeError: unknown operation create_campain; the operations are create_campaign, /);
  assert.match(await message("bind"), /^TypeError: unknown operation undefined/);
  assert.match(await message("proto"), /^TypeError: unknown operation constructor/);
  assert.match(await message("option"), /^TypeError: unknown option message; the options are /);
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

const bound = async (markup = CAMPAIGN, operation = "create_campaign", deny = undefined) => {
  const page = await form(world, markup);
  await page.evaluate(async ([operation, deny]) => {
    const { check } = await import("/src/browser.js");
    globalThis.before = document.body.innerHTML;
    globalThis.sent = [];
    f.addEventListener("submit", (event) => { event.preventDefault(); sent.push(readForm(f, operation)); });
    const denying = { check: (operation, body) => check(operation, body, { deny }) };
    globalThis.unbind = bindForm(f, operation, deny && denying);
  }, [operation, deny]);
  page.errors = () => page.locator(".coldsend-lint-error").allInnerTexts();
  page.sent = () => page.evaluate(() => sent);
  return page;
};

test("an error is shown only after the user has left its field", async () => {
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
  // It is not in the label, where it would be read as part of the name.
  assert.equal(await page.locator("label .coldsend-lint-error").count(), 0);
  // From now on, it is updated while the user types.
  await name.pressSequentially("x");
  await name.pressSequentially("x");
  assert.deepEqual(await page.errors(), []);
  assert.equal(await name.getAttribute("aria-describedby"), "help");
  assert.equal(await name.getAttribute("aria-invalid"), null);
  assert.equal(await page.evaluate(() => f.elements.name.validationMessage), "");
  assert.equal(await page.locator("[maxlength]").count(), 0);
  await page.context().close();
});

test("a submit is blocked only if the API would reject the form, and the first error is focused", async () => {
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
  await page.locator("#limit").fill("80");
  await page.locator("[value='9']").uncheck();
  // A rule that no page states gives advice, which is shown but does not block.
  await page.locator("[name=enable_click_tracking]").fill("maybe");
  assert.deepEqual(await page.locator(".coldsend-lint-advice").allInnerTexts(), ["Write true or false"]);
  assert.deepEqual(await page.errors(), []);
  await page.getByText("Send").click();
  const sent = { name: "Spring outreach", daily_limit_per_inbox: 80, sending_days: [1], enable_click_tracking: "maybe" };
  assert.deepEqual(await page.sent(), [sent]);
  await page.context().close();
});

const LEAD = `<label>E-mail <input name="email"></label><button>Send</button>`;
const ADDRESS = "taro..yamada@docomo.ne.jp";
const HINT = "One plain address, such as ada@example.com";

test("advice is shown at its field and does not block", async () => {
  const page = await bound(LEAD, "add_lead");
  const email = page.locator("[name=email]");
  const advice = () => page.locator(".coldsend-lint-advice").allInnerTexts();
  await email.fill(ADDRESS);
  assert.deepEqual(await advice(), []);
  await page.keyboard.press("Tab");
  assert.deepEqual(await advice(), [HINT]);
  assert.equal(await page.locator("label + .coldsend-lint-messages > .coldsend-lint-advice").innerText(), HINT);
  assert.equal(await page.locator(`#${await email.getAttribute("aria-describedby")}`).innerText(), HINT);
  const unmarked = async () => {
    assert.deepEqual(await page.errors(), []);
    assert.equal(await email.getAttribute("aria-invalid"), null);
    assert.equal(await page.evaluate(() => f.elements.email.validationMessage), "");
    assert.equal(await page.locator("[role=alert]").innerText(), "");
  };
  await unmarked();
  await page.getByText("Send").click();
  assert.deepEqual(await page.sent(), [{ email: ADDRESS }]);
  assert.deepEqual(await advice(), [HINT]);
  await unmarked();
  await email.fill("taro.yamada@docomo.ne.jp");
  assert.deepEqual(await advice(), []);
  assert.equal(await email.getAttribute("aria-describedby"), null);
  await page.context().close();
});

test("denied advice is an error", async () => {
  const page = await bound(LEAD, "add_lead", ["lead-email"]);
  const email = page.locator("[name=email]");
  await email.fill(ADDRESS);
  await page.getByText("Send").click();
  assert.deepEqual(await page.sent(), []);
  assert.deepEqual(await page.errors(), [HINT]);
  assert.equal(await page.locator(".coldsend-lint-advice").count(), 0);
  assert.equal(await page.locator(`#${await email.getAttribute("aria-describedby")}`).innerText(), HINT);
  assert.equal(await email.getAttribute("aria-invalid"), "true");
  assert.equal(await page.evaluate(() => f.elements.email.validationMessage), HINT);
  assert.equal(await page.evaluate(() => document.activeElement.name), "email");
  assert.equal(await page.locator("[role=alert]").innerText(), "");
  assert.deepEqual(await page.evaluate(() => [unbind.check().status, unbind.check().body]), [null, null]);
  await email.fill("taro.yamada@docomo.ne.jp");
  assert.equal(await email.getAttribute("aria-invalid"), null);
  await page.getByText("Send").click();
  assert.deepEqual(await page.sent(), [{ email: "taro.yamada@docomo.ne.jp" }]);
  await page.context().close();
});

test("an error without a field is shown for the whole form, and focused if there is no other", async () => {
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

test("fields that are added or removed later are checked at their current index", async () => {
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
  // The second by name is the first item that is sent.
  await page.locator("[name='variants[1].email_content']").fill("");
  await page.getByText("Send").click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "variants[1].email_content");
  await page.evaluate(() => unbind());
  assert.equal(await slot.innerText(), "Shares");
  await page.context().close();
});

const VARIANT = (name, n, percent) => `<div>
  <label>Subject <input name="${name}[${n}].subject_template" value="Hello"></label>
  <textarea name="${name}[${n}].email_content">Hello there, you</textarea>
  <input name="${name}[${n}].variant_name" value="${"AB"[n]}">
  <label>Percent <input name="${name}[${n}].distribution_percent" value="${percent}" aria-invalid="false"></label></div>`;
const STEP = `<input name="sequences[0].step_number" value="2"><input name="sequences[0].wait_days" value="3">
  <input type="hidden" name="sequences[0].trigger_type" value="NOT_REPLIED">`;

/** Returns the names of the controls that match a selector. */
const named = (page, holds) => page.evaluate(
  (holds) => [...f.elements].filter((control) => control.name && control.type !== "fieldset" && control.matches(holds)).map(({ name }) => name),
  holds,
);

for (const [list, markup] of [
  ["variants", `${VARIANT("variants", 0, 50)}${VARIANT("variants", 1, 40)}`],
  ["sequences[0].variants", `${STEP}${VARIANT("sequences[0].variants", 0, 50)}${VARIANT("sequences[0].variants", 1, 40)}`],
]) {
  test(`a wrong sum of ${list} is shown at its percentages`, async () => {
    const page = await bound(`${markup}<button>Send</button>`, "update_campaign");
    const percents = [0, 1].map((n) => `${list}[${n}].distribution_percent`);
    const control = (name) => page.locator(`[name='${name}']`);
    assert.deepEqual(await named(page, ":invalid"), percents);
    // Nothing is shown before the user has left one of them.
    await control(`${list}[0].subject_template`).focus();
    await page.keyboard.press("Tab");
    assert.deepEqual(await page.errors(), []);
    await control(percents[0]).focus();
    await page.keyboard.press("Tab");
    const text = "The percentages must add up to exactly 100; an omitted one counts as 100";
    assert.deepEqual(await page.errors(), [text]);
    assert.deepEqual(await named(page, "[aria-invalid=true]"), percents);
    const [described, ...others] = new Set(await page.evaluate(() => [...document.querySelectorAll("[aria-describedby]")].map((one) => one.getAttribute("aria-describedby"))));
    assert.deepEqual(others, []);
    assert.equal(await page.locator(`#${described}`).innerText(), text);
    assert.equal(await page.evaluate((name) => f.elements[name].validationMessage, percents[1]), text);
    // The message is after the last of them, outside its label.
    assert.equal(await page.locator(`label:has([name='${percents[1]}']) + div`).innerText(), text);
    await page.getByText("Send").click();
    assert.equal(await page.evaluate(() => document.activeElement.name), percents[0]);
    assert.equal(await page.locator("[role=alert]").innerText(), "");
    // It moves when the last one is removed.
    await page.evaluate((name) => f.elements[name].closest("div").remove(), percents[1]);
    await page.waitForFunction((name) => document.querySelector(`label:has([name='${name}']) + .coldsend-lint-messages`), percents[0]);
    assert.deepEqual(await named(page, "[aria-invalid=true]"), percents.slice(0, 1));
    await control(percents[0]).fill("100");
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await named(page, ":invalid, [aria-invalid=true], [aria-describedby]"), []);
    assert.deepEqual(await named(page, "[aria-invalid=false]"), percents.slice(0, 1));
    await page.context().close();
  });
}

test("without percentages, a wrong sum is shown at all controls of the list", async () => {
  const part = (n) => `<input name="variants[${n}].subject_template" value="Hello"><input name="variants[${n}].email_content" value="Hello there, you"><input name="variants[${n}].variant_name" value="${"AB"[n]}">`;
  const page = await bound(`<input name="name" value="Spring outreach">${part(0)}${part(1)}<button>Send</button>`, "update_campaign");
  const all = [0, 1].flatMap((n) => ["subject_template", "email_content", "variant_name"].map((field) => `variants[${n}].${field}`));
  assert.deepEqual(await named(page, ":invalid"), all);
  await page.getByText("Send").click();
  assert.deepEqual(await named(page, "[aria-invalid=true]"), all);
  assert.equal((await page.errors()).length, 1);
  await page.context().close();
});

test("an error about a list that is too long is shown at its controls, in its fieldset", async () => {
  const steps = Array.from({ length: 11 }, (_, n) => `<input name="sequences[${n}].wait_days" value="3">`).join("");
  const page = await bound(`<fieldset name="sequences">${steps}<button type="button">Add</button></fieldset><button>Send</button>`, "update_campaign");
  assert.equal((await named(page, ":invalid")).length, 11);
  await page.getByText("Send").click();
  assert.equal(await page.locator("fieldset > :last-child").innerText(), "At most 10 items; this has 11");
  assert.equal(await page.evaluate(() => document.activeElement.name), "sequences[0].wait_days");
  await page.evaluate(() => unbind());
  assert.equal(await page.evaluate(() => document.body.innerHTML === before), true);
  await page.context().close();
});

test("an error about a list without items is shown in its fieldset, and the message is focused", async () => {
  const page = await bound(
    `<fieldset name="inboxes"><legend>Accounts</legend><input name="inboxes[0].email_prefix" value="jo"></fieldset>
     <input name="domain_id" value="8d2f0c64-5d0b-4b8e-9a57-1f0a6c3b7e21"><button>Send</button>`,
    "create_native_accounts",
  );
  await page.evaluate(() => f.querySelector("input").remove());
  await page.waitForFunction(() => !unbind.check().ok);
  assert.deepEqual(await page.errors(), []);
  await page.getByText("Send").click();
  const fieldset = page.locator("fieldset");
  assert.deepEqual(await page.errors(), ["At least 1 item; this has 0"]);
  assert.match(await fieldset.innerText(), /At least 1 item/);
  assert.equal(await fieldset.getAttribute("aria-describedby"), await page.evaluate(() => document.activeElement.id));
  assert.equal(await page.locator("[role=alert]").innerText(), "");
  assert.deepEqual(await page.sent(), []);
  await page.evaluate(() => f.querySelector("fieldset").append(Object.assign(document.createElement("input"), { name: "inboxes[0].email_prefix", value: "jo" })));
  await page.waitForFunction(() => document.querySelectorAll(".coldsend-lint-error").length === 0);
  assert.equal(await fieldset.getAttribute("aria-describedby"), null);
  await page.getByText("Send").click();
  assert.equal((await page.sent()).length, 1);
  await page.context().close();
});

test("without a fieldset, an error about a list without items is shown for the whole form", async () => {
  const page = await bound(`<button>Send</button>`, "create_smtp_accounts");
  await page.getByText("Send").click();
  assert.equal(await page.locator("[role=alert]").innerText(), "inboxes: At least 1 item; this has 0");
  await page.context().close();
});

test("a message does not move a button from under the pointer", async () => {
  const page = await bound();
  await page.locator("#limit").fill("101");
  const { x, y, height } = await page.getByText("Send").boundingBox();
  await page.mouse.move(x + 5, y + height / 2);
  await page.mouse.down();
  assert.deepEqual(await page.errors(), []);
  await page.mouse.up();
  // All errors are shown, because the click was a submit.
  await page.waitForFunction(() => document.querySelectorAll(".coldsend-lint-error").length === 2);
  await page.context().close();
});

test("custom messages by rule, and advice from a custom check", async () => {
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

test("ending the binding restores the page", async () => {
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

test("a form that is bound twice has one binding, and a reset hides the errors", async () => {
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

test("a draft may be sent with errors, and controls may be outside the form", async () => {
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

test("with slim, binding fails before `init` and works after it", async () => {
  const page = await form(world, CAMPAIGN);
  const result = await page.evaluate(async () => {
    const { init } = await import("/src/slim.js");
    const { bindForm, readForm } = await import("/src/slim-form.js");
    const { default: text } = await import("/dist/inline.js");
    const { bytesOf } = await import("/src/wasm/bytes.js");
    let result;
    readForm(f, "create_campaign");
    try {
      bindForm(f, "create_campaign");
    } catch (error) {
      result = { message: error.message, noValidate: f.noValidate, alerts: document.querySelectorAll("[role=alert]").length };
    }
    init(bytesOf(text));
    bindForm(f, "create_campaign");
    return result;
  });
  assert.match(result.message, /init/);
  assert.deepEqual([result.noValidate, result.alerts], [false, 0]);
  await page.getByText("Send").click();
  assert.deepEqual(await page.locator(".coldsend-lint-error").allInnerTexts(), ["At least 8 characters; this has 0"]);
  await page.context().close();
});

test("errors of hidden fields are shown for the whole form, and parameters are read like bodies", async () => {
  const page = await bound(`<input type="hidden" name="page" value="0"><input name="limit" value="20"><button>Send</button>`, "list_campaigns");
  await page.getByText("Send").click();
  assert.equal(await page.locator("[role=alert]").innerText(), "page: 1 or more; this is 0");
  await page.context().close();
});

/** A short form, for tests that need only some form. */
const SHORT = `<input name="name" value="Spring"><button>Send</button>`;

test("output that onCheck writes does not cause a check, but fields that it adds do", async () => {
  const page = await form(world, `${SHORT}<output></output><p></p>`);
  const result = await page.evaluate(async () => {
    let calls = 0;
    const onCheck = (answer) => {
      // Without this limit, the page could hang.
      if ((calls += 1) > 20) throw new Error("again and again");
      f.querySelector("output").value = `${answer.ok}`;
      f.querySelector("button").disabled = !answer.ok;
      f.querySelector("p").replaceChildren(document.createElement("b"));
      f.classList.toggle("wrong", !answer.ok);
    };
    bindForm(f, "create_campaign", { onCheck });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const quiet = calls;
    f.querySelector("output").value = "later";
    f.querySelector("p").append("later");
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [quiet, calls];
  });
  assert.deepEqual(result, [1, 1]);
  const grown = await page.evaluate(async () => {
    const bodies = [];
    const binding = bindForm(f, "create_campaign", {
      onCheck: (answer, body) => {
        bodies.push(Object.keys(body).join());
        if (!f.elements.timezone) f.append(Object.assign(document.createElement("input"), { name: "timezone", value: "UTC" }));
      },
    });
    f.elements.name.dispatchEvent(new Event("input", { bubbles: true }));
    binding();
    // This changes the form each time, but the form is checked again only once.
    let calls = 0;
    bindForm(f, "create_campaign", {
      onCheck: () => {
        if ((calls += 1) > 20) throw new Error("again and again");
        f.elements.timezone.replaceWith(f.elements.timezone.cloneNode());
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [bodies, calls];
  });
  assert.deepEqual(grown, [["name", "name,timezone", "name,timezone"], 2]);
  await page.context().close();
});

test("the module starts while the page is idle, or on the first focus, input, submit or check", async () => {
  for (const [what, act] of [
    ["nothing", async () => {}],
    ["focus", (page) => page.evaluate(() => f.elements.name.focus())],
    ["input", (page) => page.evaluate(() => f.elements.name.dispatchEvent(new Event("input", { bubbles: true })))],
    ["submit", (page) => page.evaluate(() => f.requestSubmit())],
    ["check", (page) => page.evaluate(() => assert(!binding.check().ok))],
  ]) {
    const page = await form(world, SHORT, { cold: true });
    const early = await page.evaluate((what) => {
      globalThis.assert = (holds) => { if (!holds) throw new Error("not so"); };
      globalThis.result = [];
      // A page that is never idle.
      if (what !== "nothing") globalThis.requestIdleCallback = () => {};
      const wrong = ["create_campain", "create_campaign", "create_campaign"].map((operation, i) => {
        try { bindForm(f, operation, [{}, { onchek: 1 }, { onCheck: 1 }][i]); } catch (error) { return error.name; }
      });
      const untouched = f.noValidate;
      globalThis.binding = bindForm(f, "create_campaign", { onCheck: (answer, body) => result.push(body.name) });
      return [...wrong, untouched, f.noValidate, f.elements.name.validationMessage, result.length];
    }, what);
    assert.deepEqual(early, ["TypeError", "TypeError", "TypeError", false, true, "", 0], what);
    await act(page);
    if (what !== "nothing") assert.deepEqual(await page.evaluate(() => result), ["Spring"], what);
    await page.waitForFunction(() => result.length === 1);
    assert.equal(await page.evaluate(() => f.elements.name.validationMessage), "At least 8 characters; this has 6", what);
    await page.context().close();
  }
});

test("a form that is bound and unbound before the start is never checked", async () => {
  const page = await form(world, SHORT, { cold: true });
  const result = await page.evaluate(async () => {
    const before = document.body.innerHTML;
    let calls = 0;
    bindForm(f, "create_campaign", { onCheck: () => (calls += 1) })();
    const { warmUp } = await import("/src/browser.js");
    await warmUp();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [calls, before === document.body.innerHTML, f.noValidate];
  });
  assert.deepEqual(result, [0, true, false]);
  await page.context().close();
});

test("a form that is bound before it is in the document, and one that is moved into a shadow root", async () => {
  const page = await form(world, "");
  await page.evaluate(() => {
    globalThis.g = Object.assign(document.createElement("form"), { id: "g" });
    g.append(Object.assign(document.createElement("input"), { name: "name" }));
    g.addEventListener("submit", (event) => event.preventDefault());
    globalThis.checks = 0;
    bindForm(g, "create_campaign", { onCheck: () => (checks += 1) });
    document.body.append(g);
    globalThis.outside = Object.assign(document.createElement("input"), { name: "timezone" });
    outside.setAttribute("form", "g");
    document.body.append(outside);
    globalThis.leave = (input, text) => {
      input.focus();
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      input.blur();
      return [...g.getRootNode().querySelectorAll(".coldsend-lint-error")].map((error) => error.textContent);
    };
  });
  const leave = (name, text) => page.evaluate(([name, text]) => leave(g.elements[name], text), [name, text]);
  const [short, long] = ["At least 8 characters; this has 2", "At most 100 characters; this has 101"];
  assert.deepEqual(await leave("name", "Hi"), [short]);
  assert.deepEqual(await leave("timezone", "x".repeat(101)), [short, long]);
  await page.evaluate(() => {
    outside.remove();
    const host = document.createElement("div");
    document.body.append(host);
    host.attachShadow({ mode: "closed" }).append(g);
  });
  assert.deepEqual(await leave("name", "Autumn campaign"), []);
  assert.deepEqual(await leave("name", "Hi"), [short]);
  // `change` does not leave a shadow root.
  const counts = await page.evaluate(() => {
    const before = checks;
    g.elements.name.value = "Short";
    g.elements.name.dispatchEvent(new Event("change", { bubbles: true }));
    return [before, checks];
  });
  assert.equal(counts[1], counts[0] + 1);
  await page.evaluate(() => g.requestSubmit());
  assert.equal(await page.evaluate(() => g.getRootNode().activeElement.name), "name");
  // Back in the document, each event is handled once.
  await page.evaluate(() => document.body.append(g));
  assert.deepEqual(await leave("name", "Autumn campaign"), []);
  assert.equal(await page.evaluate(() => checks), counts[1] + 2);
  await page.context().close();
});

test("all radio buttons of a group are invalid, and so is their radiogroup", async () => {
  const radios = (group) => ["google", "outlook"].map((value) => `<label><input type="radio" name="inbox_type" value="${value}"> ${value}</label>`).join("");
  const page = await bound(`<div role="radiogroup" aria-label="Type">${radios()}</div><button>Send</button>`, "create_smtp_account");
  await page.locator("[value=google]").check();
  const invalid = () => page.evaluate(() => [...f.elements.inbox_type].map((radio) => radio.validationMessage));
  const hint = "One of GOOGLE_WORKSPACE, OUTLOOK_365, CUSTOM_SMTP (exact spelling)";
  assert.deepEqual(await invalid(), [hint, hint]);
  const group = page.locator("[role=radiogroup]");
  assert.equal(await group.getAttribute("aria-invalid"), null);
  await page.getByText("Send").click();
  assert.equal(await group.getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator("input[aria-invalid]").count(), 0);
  const [first, second] = await page.evaluate(() => [...f.elements.inbox_type].map((radio) => radio.getAttribute("aria-describedby")));
  assert.equal(first, second);
  assert.equal(await page.locator(`#${first}`).innerText(), hint);
  await page.evaluate(() => {
    f.elements.inbox_type[1].value = "OUTLOOK_365";
    f.elements.inbox_type[1].click();
  });
  assert.deepEqual(await invalid(), ["", ""]);
  assert.equal(await group.getAttribute("aria-invalid"), null);
  await page.context().close();
});

test("after a submit, onCheck does not replace what the page shows", async () => {
  const page = await form(world, `<fieldset>${SHORT}<input name="timezone" value="UTC"></fieldset><output></output>`);
  await page.evaluate(() => {
    globalThis.checks = 0;
    const say = (text) => (f.querySelector("output").value = text);
    globalThis.binding = bindForm(f, "create_campaign", { onCheck: ({ ok }) => { checks += 1; say(ok ? "ready" : "wrong"); } });
    f.addEventListener("submit", (event) => {
      event.preventDefault();
      say("sent");
      // As pages do while they send.
      f.querySelector("fieldset").disabled = true;
      setTimeout(() => { f.querySelector("fieldset").disabled = false; f.elements.timezone.focus(); f.elements.timezone.blur(); }, 20);
    });
  });
  const output = page.locator("output");
  await page.locator("[name=name]").fill("Spring outreach");
  assert.equal(await output.innerText(), "ready");
  // The field is left when the button is pressed.
  await page.getByText("Send").click();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.equal(await output.innerText(), "sent");
  const checks = await page.evaluate(() => globalThis.checks);
  // A change is news.
  await page.locator("[name=name]").fill("Short");
  assert.deepEqual([await output.innerText(), await page.evaluate(() => globalThis.checks)], ["wrong", checks + 1]);
  // Leaving the field shows its message, which is none.
  await page.locator("[name=name]").blur();
  assert.deepEqual(await page.locator(".coldsend-lint-error").allInnerTexts(), ["At least 8 characters; this has 5"]);
  assert.equal(await page.evaluate(() => globalThis.checks), checks + 1);
  await page.context().close();
});

test("denied advice by option, German messages, and a signal that ends the binding", async () => {
  const page = await form(world, LEAD);
  await page.evaluate(async () => {
    const { de } = await import("/src/messages/de.js");
    globalThis.before = document.body.innerHTML;
    globalThis.controller = new AbortController();
    globalThis.binding = bindForm(f, "add_lead", { deny: ["lead-email"], messages: de, signal: controller.signal });
    f.addEventListener("submit", (event) => event.preventDefault());
  });
  await page.locator("[name=email]").fill(ADDRESS);
  await page.getByText("Send").click();
  assert.deepEqual(await page.locator(".coldsend-lint-error").allInnerTexts(), ["Eine einzelne E-Mail-Adresse, zum Beispiel ada@example.com"]);
  const result = await page.evaluate(() => {
    controller.abort();
    binding.destroy();
    binding();
    const restored = document.body.innerHTML === before && !f.noValidate;
    const aborted = bindForm(f, "add_lead", { signal: controller.signal });
    const again = document.body.innerHTML === before && !f.noValidate;
    const errors = [{ deny: ["lead-email"], check: () => ({}) }, { deny: ["nope"] }, { message: {} }].map((options) => {
      try { bindForm(f, "add_lead", options); } catch (error) { return error.message; }
    });
    let noForm;
    try { bindForm(null, "add_lead"); } catch (error) { noForm = error.message; }
    return [restored, again, aborted.check().ok, binding.check().ok, errors, noForm];
  });
  assert.deepEqual(result, [true, true, true, false, [
    "deny is for the default check: pass it to yours",
    'unknown rule in the option deny: "nope"',
    "unknown option message; the options are check, deny, messages, onCheck, signal",
  ], "expected a form, not null"]);
  await page.context().close();
});

test("if the first onCheck throws, the form is left as it was", async () => {
  const page = await form(world, SHORT);
  const result = await page.evaluate(() => {
    const before = document.body.innerHTML;
    let message;
    try { bindForm(f, "create_campaign", { onCheck: () => { throw new Error("oh"); } }); } catch (error) { message = error.message; }
    return [message, document.body.innerHTML === before, f.noValidate, f.elements.name.validationMessage];
  });
  assert.deepEqual(result, ["oh", true, false, ""]);
  // A check in `onCheck` returns its answer, and does not call `onCheck` again.
  const nested = await page.evaluate(() => {
    let calls = 0;
    let binding;
    const inner = [];
    binding = bindForm(f, "create_campaign", { onCheck: () => { calls += 1; if (binding) inner.push(binding.check().ok); } });
    f.elements.name.dispatchEvent(new Event("input", { bubbles: true }));
    binding();
    const [shown, after] = [document.body.innerHTML, binding.check().ok];
    return [calls, inner, after, document.body.innerHTML === shown];
  });
  assert.deepEqual(nested, [2, [false], false, true]);
  await page.context().close();
});

test("the page's own validity messages are restored", async () => {
  const page = await form(world, `${SHORT}<input name="timezone" value="UTC"><input name="start_date" readonly value="soon">`);
  const result = await page.evaluate(() => {
    const { name, timezone, start_date } = f.elements;
    const type = (control, value) => {
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      return control.validationMessage;
    };
    for (const control of [name, timezone, start_date]) control.setCustomValidity(`own of ${control.name}`);
    const unbind = bindForm(f, "create_campaign");
    const first = [name, timezone].map((control) => control.validationMessage);
    const right = type(name, "Spring outreach");
    type(name, "Short");
    // The page sets another message in the meantime.
    name.setCustomValidity("own since");
    const between = [type(name, "Sho"), type(name, "Spring outreach"), type(timezone, "x".repeat(101))];
    unbind();
    start_date.readOnly = false;
    return [first, right, between, [name, timezone, start_date].map((control) => control.validationMessage)];
  });
  assert.deepEqual(result, [
    ["At least 8 characters; this has 6", "own of timezone"],
    "own of name",
    ["At least 8 characters; this has 3", "own since", "At most 100 characters; this has 101"],
    ["own since", "own of timezone", "own of start_date"],
  ]);
  await page.context().close();
});

test("an error at a control that is not rendered is shown for the whole form", async () => {
  const page = await bound(
    `<div id="step" hidden><label>Name <input name="name" value="x"></label></div>
     <input name="daily_limit_per_inbox" value="101"><button>Send</button>`,
  );
  await page.getByText("Send").click();
  const summary = page.locator("[role=alert]");
  assert.equal(await summary.innerText(), "name: At least 8 characters; this has 1");
  assert.equal(await page.evaluate(() => document.activeElement.name), "daily_limit_per_inbox");
  await page.locator("[name=daily_limit_per_inbox]").fill("50");
  await page.getByText("Send").click();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "alert");
  assert.deepEqual(await page.sent(), []);
  // A page with several steps can find the right one in this way.
  assert.equal(await page.evaluate(() => document.querySelectorAll("#step :invalid").length), 1);
  await page.evaluate(() => (document.getElementById("step").hidden = false));
  await page.waitForFunction(() => document.querySelector("[role=alert]").textContent === "");
  assert.equal(await page.locator("label + .coldsend-lint-messages").innerText(), "At least 8 characters; this has 1");
  await page.evaluate(() => (document.getElementById("step").style.visibility = "hidden"));
  await page.waitForFunction(() => document.querySelector("[role=alert]").textContent !== "");
  await page.context().close();
});

test("a submit opens closed details around errors", async () => {
  const page = await bound(
    `<input name="name" value="Spring outreach">
     <details><summary>More</summary><details><summary>Still more</summary><input name="daily_limit_per_inbox" value="101"></details></details>
     <details id="other"><summary>Other</summary><input name="timezone" value="UTC"></details><button>Send</button>`,
  );
  await page.getByText("Send").click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "daily_limit_per_inbox");
  assert.equal(await page.locator("details[open] .coldsend-lint-error").innerText(), "100 or less; this is 101");
  assert.equal(await page.locator("[role=alert]").innerText(), "");
  assert.equal(await page.locator("#other[open]").count(), 0);
  await page.context().close();
});

test("a slot is used if its parent is rendered, even if the slot itself is empty and hidden", async () => {
  const page = await bound(
    `<style>[data-error-for]:empty { display: none }</style>
     <input name="name" value="Spring outreach" hidden><div data-error-for="name"></div>
     <div hidden><input name="timezone" value="${"x".repeat(101)}"><div data-error-for="timezone"></div></div><button>Send</button>`,
  );
  await page.evaluate(() => (f.elements.name.value = "x"));
  await page.getByText("Send").click();
  assert.equal(await page.locator("[data-error-for=name]").innerText(), "At least 8 characters; this has 1");
  assert.equal(await page.locator("[role=alert]").innerText(), "timezone: At most 100 characters; this has 101");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.errorFor), "name");
  await page.context().close();
});

test("a rejection because of the situation is shown, even if the form has no error", async () => {
  const page = await form(world, `<input name="name" value="Spring outreach"><button>Send</button>`);
  await page.evaluate(async () => {
    const { preflight } = await import("/src/browser.js");
    globalThis.statuses = [];
    const check = (operation, body) => preflight(operation, body, { scopes: ["campaigns:read"] });
    bindForm(f, "create_campaign", { check, onCheck: ({ status }) => statuses.push(status) });
  });
  const summary = page.locator("[role=alert]");
  assert.equal(await summary.innerText(), "");
  await page.getByText("Send").click();
  assert.equal(await summary.innerText(), "Create a new API key that has the required scopes (https://docs.coldsend.pro/authentication/scopes), and use it for one integration only.");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "alert");
  assert.deepEqual(await page.evaluate(() => [...new Set(statuses)]), [403]);
  for (const [answer, words] of [
    [{ status: 409, body: '{"detail":"Taken"}' }, "Taken"],
    [{ status: 503, body: "<html>" }, "503"],
    [{ status: null, body: '{"is_launch_ready":false}' }, '{"is_launch_ready":false}'],
  ]) {
    await page.evaluate((answer) => {
      bindForm(f, "create_campaign", { check: () => ({ ok: false, issues: [], advice: [], ...answer }) });
      f.requestSubmit();
    }, answer);
    assert.equal(await summary.innerText(), words);
  }
  await page.context().close();
});

test("errors about a list in a text area have the line", async () => {
  const page = await form(world, `<textarea name="inbox_ids">grete\n\nhans</textarea><button>Send</button>`);
  await page.evaluate(() => bindForm(f, "update_campaign"));
  await page.getByText("Send").click();
  const errors = () => page.locator(".coldsend-lint-error").allInnerTexts();
  const [first, second, ...others] = await errors();
  assert.deepEqual(others, []);
  assert.match(first, /^Line 1: /);
  assert.match(second, /^Line 3: /);
  await page.locator("textarea").fill("\nhans");
  assert.deepEqual(await errors(), [first.replace("Line 1: ", "")]);
  await page.evaluate(() => bindForm(f, "update_campaign", { messages: { "campaign-inbox-ids": "Keine Nummer" } }));
  await page.locator("textarea").fill("grete\nhans");
  await page.getByText("Send").click();
  assert.deepEqual(await errors(), ["1: Keine Nummer", "2: Keine Nummer"]);
  await page.context().close();
});
