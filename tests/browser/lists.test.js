// The tab for lists of leads: what it shows and writes is what the command line says and writes, without a frozen page.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";
import { lists, reported } from "../package/support/leads.js";
import { isFocused, open, start, tabTo } from "./page.js";

let world;
before(async () => (world = await start()));
after(() => world?.close());

const LIST = "E-Mail;Vorname\nAda@Example.com;Ada\nada@example.com;Ada\nbob@;Bob\n#N/A;#N/A\n";

const quiet = async (page) => {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(await page.evaluate(() => violations), []);
};

/** The parts of the tab. */
function partsOf(page) {
  const pane = page.locator("#pane-lists");
  return { pane, file: pane.locator("[name=file]"), text: pane.locator("[name=text]"), report: pane.locator(".report"), verdict: pane.locator(".report .verdict") };
}

const asFile = (content, name = "leads.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

/** Returns the file that is downloaded when this link is clicked. */
async function downloaded(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

test("pasted rows are checked while they are edited, and a problem leads to its line", async () => {
  const page = await open(world, "lists");
  const { pane, text, report, verdict } = partsOf(page);
  assert.equal(await report.innerText(), "");
  await text.fill(LIST);
  await verdict.getByText("4 rows: 2 invalid, 1 duplicate").waitFor();
  assert.equal(await pane.locator("[role=status]").innerText(), "4 rows: 2 invalid, 1 duplicate");
  const cells = (table) => report.locator(`${table} tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)));
  assert.deepEqual((await cells(".counts")).map(([name, n]) => `${name} ${n}`), ["Rows 4", "Valid 1", "Doubtful 0", "Invalid 2", "Duplicates 1"]);
  assert.match((await cells(".counts"))[3][2], /: 1 lead-address, 1 leftover-value$/);
  assert.deepEqual(await cells(".columns-of-list"), [["E-Mail", "email", "0"], ["Vorname", "first_name", "0"]]);
  assert.match(await report.locator("pre").innerText(), /"email": "E-Mail",\s+"first_name": "Vorname"/);
  const kinds = await report.locator(".chart li").evaluateAll((items) =>
    items.map((item) => [item.querySelector("a").innerText, item.querySelector("strong").innerText, item.querySelector(".scale div").className, Math.round(item.querySelector(".scale div").getBoundingClientRect().width / item.querySelector(".scale").getBoundingClientRect().width * 100)]));
  assert.deepEqual(kinds, [
    ["leftover-value", "2", "", 100],
    ["lead-address", "1", "", 50],
    ["lead-duplicate", "1", "advice", 50],
    ["lead-separator", "1", "advice", 50],
  ]);
  const problems = report.locator(".findings li");
  const shown = await problems.evaluateAll((items) => items.map((item) => `${item.className} ${item.innerText.replace(/\n+/g, " · ")}`.trim()));
  assert.ok(shown.some((text) => /^line 4, column 1 \(E-Mail\) · this is not a valid e-mail address: .* · lead-address$/.test(text)), shown.join("\n"));
  // What is left in a name is advice.
  assert.ok(shown.some((text) => /^advice line 5, column 2 \(Vorname\) · #N\/A was probably/.test(text)), shown.join("\n"));
  await problems.getByText("line 4, column 1").click();
  assert.deepEqual(await page.evaluate(() => [document.activeElement.name, getSelection().toString()]), ["text", "bob@;Bob"]);
  // The files are as written by the command line.
  const { fixed, rejects } = reported(Buffer.from(LIST));
  for (const [label, expected, name] of [["cleaned list", fixed, "leads.cleaned.csv"], ["other rows", rejects, "leads.rejects.csv"]]) {
    const file = await downloaded(page, report.getByText(`Download the ${label}`));
    assert.deepEqual([readFileSync(file.path, "latin1"), file.name], [expected, name]);
  }
  await text.fill("email\nada@example.com\n");
  await verdict.getByText(/^1 row$/).waitFor();
  assert.ok(await report.locator(".verdict.accepted").isVisible());
  assert.match(await report.innerText(), /No problems were found\./);
  await text.fill("name\nAda\n");
  await verdict.getByText("The list cannot be read").waitFor();
  assert.equal(await report.locator("a.download").count(), 0);
  await text.fill("");
  assert.equal(await report.innerText(), "");
  await quiet(page);
  await page.context().close();
});

test("every list of the tests is counted and written as by the command line", async () => {
  const page = await open(world, "lists");
  const { file, text, report } = partsOf(page);
  for (const [name, bytes] of lists) {
    await file.setInputFiles(asFile(bytes, "any.csv"));
    const { rows, valid, doubtful, invalid, duplicates, fixed, rejects, rules } = reported(bytes);
    // What the tab says next is about this list.
    await page.waitForFunction((size) => document.querySelector("#pane-lists .report h3")?.textContent.endsWith(size), sizeOf(bytes.length));
    const numbers = await report.locator(".counts .number").allInnerTexts();
    const isComplete = fixed !== null;
    assert.deepEqual(numbers.map((text) => Number(text.replaceAll(",", ""))), isComplete ? [rows, valid, doubtful, invalid, duplicates] : [], name);
    assert.equal(await report.locator(".verdict").innerText() === "The list cannot be read", !isComplete, name);
    for (const [label, expected, has] of [["cleaned list", fixed, valid + doubtful > 0], ["other rows", rejects, invalid + duplicates > 0]]) {
      const link = report.getByText(`Download the ${label}`);
      assert.equal(await link.count(), isComplete && has ? 1 : 0, name);
      if (isComplete && has) assert.equal(readFileSync((await downloaded(page, link)).path, "latin1"), expected, name);
    }
    const counted = Object.fromEntries(await report.locator(".chart li").evaluateAll((items) => items.map((item) => [item.querySelector("a").innerText, Number(item.querySelector("strong").innerText.replaceAll(",", ""))])));
    assert.deepEqual(counted, isComplete ? rules : {}, name);
    // Blank text instead of the file.
    await text.fill(" ");
    await page.waitForFunction(() => document.querySelector("#pane-lists .report").childElementCount === 0);
  }
  await quiet(page);
  await page.context().close();
});

/** A size as the tab shows it. */
const sizeOf = (bytes) => (bytes < 1e6 ? `${(bytes / 1e3).toLocaleString("en", { maximumFractionDigits: 1 })} kB` : `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`);

test("a file is dropped or pasted, and one that is dropped elsewhere in the tab is not opened", async () => {
  const page = await open(world, "lists");
  const { pane, text, verdict } = partsOf(page);
  const give = (selector, type, list) => page.evaluate(([selector, type, list]) => {
    const data = new DataTransfer();
    data.items.add(new File([list], "leads.csv", { type: "text/csv" }));
    const options = { bubbles: true, cancelable: true };
    const event = type === "paste" ? new ClipboardEvent(type, { ...options, clipboardData: data }) : new DragEvent(type, { ...options, dataTransfer: data });
    return !document.querySelector(`#pane-lists ${selector}`).dispatchEvent(event);
  }, [selector, type, list]);
  assert.ok(await give(".drop", "dragover", ""));
  assert.ok(await pane.locator(".drop.over").isVisible());
  assert.ok(await give(".drop", "drop", LIST));
  await verdict.getByText("4 rows: 2 invalid, 1 duplicate").waitFor();
  assert.equal(await pane.locator(".drop.over").count(), 0);
  assert.match(await pane.locator(".report h3").first().innerText(), /^leads\.csv, 0\.1 kB$/);
  // The lines of a file cannot be shown.
  assert.equal(await pane.locator(".findings .go").count(), 0);
  assert.ok(await give("h2", "drop", "email\nada@example.com\n"));
  await verdict.getByText(/^1 row$/).waitFor();
  await text.fill("email\nada@example.com\nbob@example.com\n");
  await verdict.getByText(/^2 rows$/).waitFor();
  assert.ok(await give("[name=text]", "paste", LIST));
  await verdict.getByText("4 rows: 2 invalid, 1 duplicate").waitFor();
  assert.equal(await text.inputValue(), "");
  await quiet(page);
  await page.context().close();
});

test("a long text is pasted at once", async () => {
  const page = await open(world, "lists", { permissions: ["clipboard-read", "clipboard-write"] });
  const { text, report, verdict } = partsOf(page);
  const paste = async (content, into) => {
    await page.evaluate((content) => navigator.clipboard.writeText(content), content);
    await into.focus();
    await page.keyboard.press("Control+V");
  };
  const rows = (n) => `email\n${Array.from({ length: n }, (_, i) => `a${i}@example.com\n`).join("")}`;
  await paste(rows(100), text);
  await verdict.getByText(/^100 rows$/).waitFor();
  assert.equal(await text.inputValue(), rows(100));
  const begun = Date.now();
  await paste(rows(100_000), text);
  await verdict.getByText(/^100,000 rows: the file cannot be uploaded as it is$/).waitFor();
  // In the text area, it would take minutes.
  assert.ok(Date.now() - begun < 10_000);
  assert.equal(await text.inputValue(), "");
  assert.match(await report.locator("h3").first().innerText(), /^pasted rows, 1\.\d MB$/);
  assert.match(await report.locator(".chart").innerText(), /A list may have at most 10000 leads\.\s+1\s+lead-count · rejected file/);
  await page.context().close();
});

test("a campaign and a mapping are taken into account, and what is wrong with them is told", async () => {
  const page = await open(world, "lists");
  const { pane, text, report, verdict } = partsOf(page);
  await text.fill("mail,first_name,company\nada@example.com,,Ada's\n");
  await verdict.getByText(/^1 row/).waitFor();
  await pane.locator("summary").click();
  const [campaign, mapping] = ["campaign", "mapping"].map((name) => pane.locator(`[name=${name}]`));
  await campaign.fill('{"variants": [{"email_content": "Hi {{first_name}} of {{city}}"}]}');
  await report.getByText("lead-variable-empty").first().waitFor();
  assert.match(await report.locator(".chart").innerText(), /lead-variable-column/);
  await campaign.fill("{");
  const wrong = pane.locator("#lists-campaign-wrong");
  await wrong.getByText("this is not JSON").waitFor();
  assert.equal(await campaign.getAttribute("aria-invalid"), "true");
  assert.match(await verdict.innerText(), /^Not checked, because of the campaign$/);
  await pane.getByText("Use the one in the tab Campaign").click();
  await report.getByText("lead-variable-empty").first().waitFor();
  assert.equal(await campaign.getAttribute("aria-invalid"), "false");
  assert.match(await campaign.inputValue(), /month end/);
  await mapping.fill("[]");
  await pane.locator("#lists-mapping-wrong").getByText("a mapping is a JSON object").waitFor();
  await mapping.fill('{"email": "company"}');
  await verdict.getByText("1 row: 1 invalid").waitFor();
  await quiet(page);
  await page.context().close();
});

test("the list is neither kept nor shared; the campaign and the mapping are, without secrets", async () => {
  const page = await open(world, "lists", { permissions: ["clipboard-read", "clipboard-write"] });
  const { pane, text, verdict } = partsOf(page);
  const SECRET = "hunter2-S3cret";
  await text.fill("email\nprivate.person@example.com\n");
  await pane.locator("summary").click();
  await pane.locator("[name=campaign]").fill(`{"api_key": "${SECRET}", "variants": [{"email_content": "Hi"}]}`);
  await pane.locator("[name=mapping]").fill('{"email": "email"}');
  await verdict.getByText(/^1 row/).waitFor();
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage, ...history.state }));
  assert.ok(stored.includes("mapping") && !stored.includes("private.person") && !stored.includes(SECRET), stored);
  await page.locator(".share").click();
  await page.getByText("without the list").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const state = Buffer.from(link.split("=")[1], "base64url").toString();
  assert.ok(state.includes("variants") && !state.includes("private.person") && !state.includes(SECRET), state);
  await page.reload();
  await page.locator("#pane-lists details[open]").waitFor();
  assert.equal(await text.inputValue(), "");
  assert.match(await pane.locator("[name=campaign]").inputValue(), /variants/);
  assert.equal(await pane.locator("[name=mapping]").inputValue(), '{"email": "email"}');
  await quiet(page);
  await page.context().close();
});

/** Makes a list of this many bytes, one address in fifty of which is malformed, and chooses it. */
const choose = (page, size) => page.evaluate((size) => {
  const parts = ["email,first_name,company,notes\n"];
  for (let i = 0, made = 0; made < size; i += 1000) {
    let rows = "";
    for (let j = i; j < i + 1000; j += 1) rows += `lead.${j}@${j % 50 ? "" : "."}example${j % 997}.com,Ada,"Lovelace, Byron & Co",met at the fair in ${j % 13}\n`;
    parts.push(rows);
    made += rows.length;
  }
  const data = new DataTransfer();
  data.items.add(new File(parts, "long.csv", { type: "text/csv" }));
  const file = document.querySelector("#pane-lists [name=file]");
  file.files = data.files;
  file.dispatchEvent(new Event("change", { bubbles: true }));
}, size);

test("50 MB do not freeze the page: it shows the progress, can be used, and can cancel", { timeout: 240_000 }, async (t) => {
  const page = await open(world, "lists");
  const { pane, report, verdict } = partsOf(page);
  await page.evaluate(() => {
    globalThis.tasks = [];
    globalThis.progress = [];
    const bar = document.querySelector("#pane-lists progress");
    new MutationObserver(() => bar.closest("[hidden]") || progress.push(bar.value)).observe(bar, { attributes: true });
  });
  const observe = () => page.evaluate(() => new PerformanceObserver((found) => tasks.push(...found.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" }));
  await choose(page, 50e6);
  await observe();
  await pane.locator(".progress").waitFor();
  // The page is in use while the list is checked.
  await page.locator("#tab-json").click();
  await page.locator("#json-text").fill('{"name": "Hi"}');
  assert.equal(await page.locator(".answer .verdict").innerText(), "Rejected (422): 1 error");
  await page.locator("#tab-lists").click();
  assert.ok(await pane.locator(".progress").isVisible(), "the list was checked too soon to tell");
  const begun = Date.now();
  await pane.locator(".report .counts").waitFor({ timeout: 200_000 });
  const { tasks, progress } = await page.evaluate(() => ({ tasks, progress }));
  const longest = Math.max(0, ...tasks);
  t.diagnostic(`${((Date.now() - begun) / 1000).toFixed(1)} s more, longest task of the page ${longest.toFixed(0)} ms, ${progress.length} steps of progress`);
  assert.ok(longest < 300, `the page was frozen for ${longest} ms`);
  assert.ok(progress.length > 20 && progress.every((value, at) => at === 0 || value >= progress[at - 1]), `${progress}`);
  assert.ok(await pane.locator(".progress").isHidden());
  // Exceeds the rows of an upload.
  assert.match(await report.locator(".chart").innerText(), /lead-count/);
  const file = await downloaded(page, report.getByText("Download the cleaned list"));
  assert.equal(file.name, "long.cleaned.csv");
  assert.ok(statSync(file.path).size > 45e6);
  // Cancelled with the keyboard, which then goes on from the file.
  await choose(page, 50e6);
  await pane.locator(".progress").waitFor();
  await pane.getByText("Cancel").focus();
  await page.keyboard.press("Enter");
  await verdict.getByText("Cancelled").waitFor();
  assert.ok(await pane.locator(".progress").isHidden());
  assert.equal(await page.evaluate(() => document.activeElement.name), "file");
  // Another list ends the check before.
  await choose(page, 50e6);
  await pane.locator(".progress").waitFor();
  await partsOf(page).text.fill("email\nada@example.com\n");
  await verdict.getByText(/^1 row$/).waitFor();
  assert.ok(await pane.locator(".progress").isHidden());
  await quiet(page);
  await page.context().close();
});

test("if the worker does not load, the tab says so, and tries again", async () => {
  const page = await open(world, "json");
  await page.route("**/src/leads/worker.js", (route) => route.abort());
  await page.locator("#tab-lists").click();
  const { text, verdict } = partsOf(page);
  await text.fill("email\nada@example.com\n");
  await verdict.getByText(/^Not checked: the worker of checkLeads failed/).waitFor();
  await page.unroute("**/src/leads/worker.js");
  await text.fill("email\nbob@example.com\n");
  await verdict.getByText(/^1 row$/).waitFor();
  await page.context().close();
});

test("a keyboard is enough: an example, the cleaned list, a problem and its rule", async () => {
  const page = await open(world, "lists");
  const { verdict } = partsOf(page);
  const { keyboard } = page;
  await page.locator("#tab-lists").focus();
  await tabTo(page, "#pane-lists [name=file]");
  await tabTo(page, "#pane-lists [name=text]");
  await tabTo(page, "#pane-lists .try");
  await keyboard.press("Enter");
  await verdict.getByText("7 rows: 2 invalid, 1 duplicate").waitFor();
  await tabTo(page, "#pane-lists .download");
  const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
  assert.equal(download.suggestedFilename(), "leads.cleaned.csv");
  for (let links = 0; links < 30; links += 1) {
    await keyboard.press("Tab");
    if (await isFocused(page, ".findings .go")) break;
  }
  await keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.name), "text");
  await page.locator(".findings .go").first().focus();
  await tabTo(page, ".findings a");
  // The list stays.
  const [rule] = await Promise.all([page.waitForEvent("popup"), keyboard.press("Enter")]);
  await rule.waitForURL(/rules\/lead-[\w-]+\.html$/);
  assert.ok(await verdict.isVisible());
  await page.context().close();
});
