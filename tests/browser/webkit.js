// Debian's WebKitGTK over WebDriver, with the part of Playwright's interface that the tests of the engine and the forms
// use. Playwright itself can only drive its own build of WebKit.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const BINARY = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;
/** The key of a reference to an element, fixed by WebDriver. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const KEYS = { Tab: "\ue004", Enter: "\ue007", Backspace: "\ue003" };
/** How long to wait for an element or a condition, in milliseconds. */
const PATIENCE = 10_000;

/** Starts the browser. All its pages are one window, so only the last one may be used. */
export async function launch() {
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env: { ...process.env, WEBKIT_DISABLE_DMABUF_RENDERER: "1" } });
  const session = { path: `http://127.0.0.1:${port}/session` };
  const options = { binary: BINARY, args: ["--automation"] };
  const capabilities = { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options, timeouts: { script: 120_000 } } };
  try {
    const started = await retry(() => send(session, "POST", "", { capabilities }));
    session.path += `/${started.sessionId}`;
  } catch (error) {
    driver.kill();
    throw error;
  }
  const newPage = () => new Page(session, context);
  const context = { newPage, close() {} };
  const close = async () => {
    await send(session, "DELETE", "");
    driver.kill();
  };
  return { newContext: () => context, newPage, close };
}

class Page {
  constructor(session, context) {
    this.session = session;
    this.context = () => context;
    const actions = (type, list, parameters) => send(session, "POST", "/actions", { actions: [{ type, id: type, parameters, actions: list }] });
    const mouse = (action) => actions("pointer", [action], { pointerType: "mouse" });
    this.mouse = {
      move: (x, y) => mouse({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 }),
      down: () => mouse({ type: "pointerDown", button: 0 }),
      up: () => mouse({ type: "pointerUp", button: 0 }),
    };
    this.keyboard = {
      press: (key) => actions("key", ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[key] ?? key }))),
    };
  }

  /** Neither events of the page nor scripts before its own can be had. */
  on() {}
  addInitScript() {}

  goto(url) {
    return send(this.session, "POST", "/url", { url });
  }

  /** Calls a function in the page, and returns its result as JSON would carry it, with all numbers. */
  async evaluate(use, argument) {
    const script = `
      const [done] = arguments;
      const number = (_, value) => (Object.is(value, -0) ? { number: "-0" } : value === Infinity || value === -Infinity ? { number: String(value) } : value);
      (async () => JSON.stringify(await (${use})(${source(argument)}), number))().then((text) => done({ text }), (error) => done({ error: \`\${error}\\n\${error.stack}\` }));`;
    const { text, error } = await send(this.session, "POST", "/execute/async", { script, args: [] });
    if (error) throw new Error(error);
    return text === undefined ? undefined : JSON.parse(text, (_, value) => (value?.number ? Number(value.number) : value));
  }

  waitForFunction(condition, argument) {
    return retry(async () => {
      const use = `async (argument) => Boolean(await (${condition})(argument))`;
      if (!(await this.evaluate(use, argument))) throw new Error(`not true after ${PATIENCE} ms: ${condition}`);
    });
  }

  locator(selector) {
    return new Locator(this, `[...document.querySelectorAll(${JSON.stringify(selector)})]`);
  }

  /** Finds the innermost elements with a text. */
  getByText(text) {
    const has = `(element) => element.textContent.includes(${JSON.stringify(text)})`;
    return new Locator(this, `[...document.body.querySelectorAll("*")].filter((element) => (${has})(element) && ![...element.children].some(${has}))`);
  }
}

class Locator {
  constructor(page, list) {
    this.page = page;
    this.list = list;
  }

  first() {
    return new Locator(this.page, `${this.list}.slice(0, 1)`);
  }

  count() {
    return this.page.evaluate(`() => ${this.list}.length`);
  }

  /** WebKit ends the text of a block with empty lines. */
  allInnerTexts() {
    return this.page.evaluate(`() => ${this.list}.map((element) => element.innerText.trimEnd())`);
  }

  /** Calls a function with the only element in the page, as soon as there is one. */
  #use(use, argument) {
    const one = `(argument) => {
      const list = ${this.list};
      if (list.length !== 1) throw new Error(\`\${list.length} elements\`);
      return (${use})(list[0], argument);
    }`;
    return retry(() => this.page.evaluate(one, argument));
  }

  /** Sends a command about the element, to which the WebDriver gives a name. */
  async #send(command, body) {
    await this.#use(() => {});
    const [element] = await send(this.page.session, "POST", "/execute/sync", { script: `return ${this.list}`, args: [] });
    return send(this.page.session, "POST", `/element/${element[ELEMENT]}/${command}`, body);
  }

  innerText() {
    return this.#use((element) => element.innerText.trimEnd());
  }

  getAttribute(name) {
    return this.#use((element, name) => element.getAttribute(name), name);
  }

  boundingBox() {
    return this.#use((element) => element.getBoundingClientRect().toJSON());
  }

  focus() {
    return this.#use((element) => element.focus());
  }

  blur() {
    return this.#use((element) => element.blur());
  }

  click() {
    return this.#send("click", {});
  }

  async check(wanted = true) {
    if ((await this.#use((element) => element.checked)) !== wanted) await this.click();
  }

  uncheck() {
    return this.check(false);
  }

  /** Replaces the text, as if it had been pasted. */
  fill(text) {
    return this.#use((element, text) => {
      element.focus();
      element.select();
      document.execCommand(text === "" ? "delete" : "insertText", false, text);
    }, text);
  }

  pressSequentially(text) {
    return this.#send("value", { text });
  }

  async setInputFiles({ name, buffer }) {
    const folder = mkdtempSync(join(tmpdir(), "webkit-"));
    writeFileSync(join(folder, name), buffer);
    await this.#send("value", { text: join(folder, name) });
    rmSync(folder, { recursive: true });
  }
}

/** Returns a value as JavaScript, which has `undefined` in lists. */
const source = (value) => (Array.isArray(value) ? `[${value.map(source)}]` : String(JSON.stringify(value)));

async function send({ path }, method, command, body) {
  const response = await fetch(path + command, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${command}: ${value.error}: ${value.message}`);
  return value;
}

/** Repeats what fails until it succeeds or patience ends. */
async function retry(use) {
  for (const end = Date.now() + PATIENCE; ; await sleep(50)) {
    try {
      return await use();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Returns a port that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
