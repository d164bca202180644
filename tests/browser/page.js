// The site as served by `cargo xtask demo`, in its own Chromium.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { launch } from "./browsers.js";

export const root = new URL("../../", import.meta.url);

/** Starts a server. Returns its address, and a function that stops it. */
async function serve() {
  const cargo = process.env.CARGO ?? "cargo";
  const server = spawn(cargo, ["xtask", "demo", "--port", "0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"], detached: true });
  const address = await new Promise((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(String(data).trim()));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  // Stop cargo and the program that it runs.
  return { address, stop: () => process.kill(-server.pid) };
}

/** Starts a server and a browser. `close` ends both. */
export async function start(flags = []) {
  const server = await serve();
  try {
    const browser = await launch(flags);
    const close = async () => {
      await browser.close();
      server.stop();
    };
    return { address: server.address, browser, close };
  } catch (error) {
    server.stop();
    throw error;
  }
}

/** Opens a tab of the page to try it, or another path of the site. `page.complaints` has the browser's errors. */
export async function open({ browser, address }, tab = "campaign", options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  page.on("requestfailed", (request) => page.complaints.push(`failed: ${request.url()}`));
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(tab.includes("/") ? address + tab : `${address}#${tab}`);
  const ready = () =>
    [...document.querySelectorAll(".verdict")].some((verdict) => verdict.textContent) || !document.querySelector(".answer:not([hidden]), .result");
  await page.waitForFunction(ready, undefined, { timeout: 10_000 }).catch(() => assert.deepEqual(page.complaints, []));
  return page;
}

/**
 * Opens a page of the same origin with `bindForm`, `readForm` and a form of this markup. If `cold`, the WASM is not
 * started.
 */
export async function form({ browser, address }, markup, { cold = false } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(new URL("/src/form.js", address).href);
  await page.evaluate(async ([markup, cold]) => {
    const policy = trustedTypes.createPolicy("test", { createHTML: (text) => text });
    document.body.innerHTML = policy.createHTML(`<form id="f">${markup}</form>`);
    Object.assign(globalThis, await import("/src/form.js"));
    globalThis.f = document.getElementById("f");
    if (!cold) await (await import("/src/browser.js")).warmUp();
  }, [markup, cold]);
  return page;
}

/** Returns whether an element that matches has the focus. */
export const isFocused = (page, selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);

/** Goes to an element with the tabulator key. */
export async function tabTo(page, selector) {
  for (let steps = 0; steps < 12; steps += 1) {
    await page.keyboard.press("Tab");
    if (await isFocused(page, selector)) return;
  }
  assert.fail(`${selector} is not within 12 steps of the tabulator`);
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Asserts that axe finds nothing. The page needs `bypassCSP`. */
export async function accessible(page) {
  await page.addScriptTag({ path: axe });
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  const failures = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join(" ")}`);
  assert.deepEqual(failures, []);
  assert.ok(passes.length > 10);
}

const pictures = new URL("target/browser/", root);
export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname, fullPage: true });
}
