// A form that shows the API's answer while it is filled in.
import { focus, reveal } from "./focus.js";
import { idle } from "./idle.js";
import { Messages } from "./messages.js";
import { read } from "./read.js";
import { isRendered } from "./rendered.js";
import { RootListeners } from "./root.js";
import { show } from "./show.js";
import { Touched } from "./touched.js";
import { controls, find, tree } from "./tree.js";

/** The binding of each form; a form has at most one. */
const bound = new WeakMap();

const WATCHED = {
  childList: true,
  subtree: true,
  attributeFilter: ["name", "disabled", "type", "data-error-for", "hidden", "open", "class", "style"],
};

export class Binding {
  #form;
  #operation;
  #fields;
  #options;
  #module;
  /** The error with which the module did not start. */
  #startError;
  #noValidate;
  #view;
  #root;
  #ended = new AbortController();
  #touched = new Touched(() => this.#live && this.#changed());
  /** Whether the user has tried to submit. */
  #tried = false;
  /** Whether the form has been checked before. */
  #live = false;
  /** Whether `onCheck` is running, and whether its changes are being checked. */
  #reporting = false;
  #again = false;
  /** The value that `onCheck` got last, as text. */
  #reported;
  /** What the last check depended on, and whether those elements were rendered. */
  #seen;
  /** The invalid controls, and the message to focus if none of them takes the focus. */
  #invalid = { controls: new Set(), message: undefined };
  // Most changes in a form do not affect the check.
  #observer = new MutationObserver(() => this.#live && this.#hasChanged() && this.#changed());

  /**
   * @param {HTMLFormElement} form
   * @param {string} operation
   * @param {object} fields the operation's shape
   * @param {object} options those of `bindForm`
   * @param {{ isReady: () => boolean, start: () => void }} [module] the module that the first check starts
   */
  constructor(form, operation, fields, options, module) {
    this.#form = form;
    this.#operation = operation;
    this.#fields = fields;
    this.#options = options;
    this.#module = module;
    bound.get(form)?.destroy();
    const isReady = options.signal?.aborted ? undefined : this.#tryFirst();
    if (isReady === undefined) this.#ended.abort();
    else this.#bind(isReady);
  }

  /**
   * Checks the arguments before anything is changed, if the module has started. Returns whether it has, or `undefined`
   * if it cannot start.
   */
  #tryFirst() {
    return this.#unlessUnavailable(() => {
      const isReady = this.#start(() => this.#module?.isReady() ?? true);
      if (isReady) this.#ask(this.#read());
      return isReady;
    });
  }

  #bind(isReady) {
    const form = this.#form;
    const { signal } = this.#ended;
    this.#view = new Messages(form);
    this.#noValidate = form.noValidate;
    // The API's answer decides, not the browser.
    form.noValidate = true;
    bound.set(form, this);
    const ifOurs = (run) => (event) => event.target?.form === form && run(event);
    this.#root = new RootListeners(form, {
      input: ifOurs(() => this.#update()),
      // After an input, it is only news that the user has finished.
      change: ifOurs(() => (this.#live ? this.#changed() : this.#update())),
      focusin: ifOurs(() => this.#live || this.#update()),
      focusout: ifOurs((event) => this.#leave(event)),
      pointerdown: () => this.#touched.press(),
      pointerup: () => this.#touched.release(),
      pointercancel: () => this.#touched.release(),
    });
    form.addEventListener("submit", (event) => this.#submit(event), { signal, capture: true });
    // The controls have their old values only after the event.
    form.addEventListener("reset", () => setTimeout(() => this.#reset()), { signal });
    this.#options.signal?.addEventListener("abort", () => this.destroy(), { signal });
    this.#observer.observe(form, WATCHED);
    if (isReady) this.#update();
    // The first check starts the module.
    else idle().then(() => this.#isEnded || this.#live || this.#update());
  }

  get #isEnded() {
    return this.#ended.signal.aborted;
  }

  /** Checks the form, shows the result, and returns the answer. */
  check() {
    if (this.#isEnded) return this.#ask(this.#read());
    if (this.#live) return this.#refresh();
    try {
      return this.#refresh();
    } catch (error) {
      this.destroy();
      throw error;
    }
  }

  /** Ends the binding, and restores the form. */
  destroy() {
    if (this.#isEnded) return;
    this.#ended.abort();
    this.#root.stop();
    this.#observer.disconnect();
    this.#view.clear();
    this.#form.noValidate = this.#noValidate;
    bound.delete(this.#form);
  }

  /** Checks the form because of an event. */
  #update() {
    return this.#unlessUnavailable(() => this.check());
  }

  /** Checks the form because something else has happened, which `onCheck` is only told if it changed the value. */
  #changed() {
    if (!this.#isEnded && !this.#isDisabled()) this.#refresh({ isNews: false });
  }

  /**
   * Returns the result, or `undefined` if WebAssembly is missing or forbidden. Then the form works as if it were not
   * bound, since an error would only stop the page.
   */
  #unlessUnavailable(run) {
    try {
      return run();
    } catch (error) {
      const isForbidden = typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError;
      if (error !== this.#startError && !isForbidden) throw error;
      if (bound.get(this.#form) === this) this.destroy();
      console.warn("coldsend-lint does not check this form, because WebAssembly cannot start:", error);
      return undefined;
    }
  }

  #tree() {
    return tree(this.#form, this.#fields);
  }

  #read() {
    return read(this.#tree());
  }

  /** Returns the answer to a value. */
  #ask(value) {
    this.#start(() => this.#module?.start());
    return this.#options.check(this.#operation, value);
  }

  #start(run) {
    try {
      return run();
    } catch (error) {
      this.#startError = error;
      throw error;
    }
  }

  #refresh({ isNews = true } = {}) {
    this.#root.follow();
    const top = this.#tree();
    const value = read(top);
    const answer = this.#ask(value);
    this.#live = true;
    const { rendered, invalid } = show(this.#view, top, answer, {
      isTouched: (control) => this.#touched.has(control),
      tried: this.#tried,
      messages: this.#options.messages ?? {},
    });
    this.#invalid = invalid;
    // Ignore the changes made here.
    this.#observer.takeRecords();
    const about = this.#about(value);
    this.#seen = { about, rendered };
    const text = about.at(-1);
    if (this.#reporting || (!isNews && text === this.#reported)) return answer;
    this.#reported = text;
    this.#reporting = true;
    try {
      this.#options.onCheck?.(answer, value);
    } finally {
      this.#reporting = false;
    }
    // Check again if `onCheck` changed the form, but only once, since it may do so every time.
    const changed = this.#observer.takeRecords().length > 0 && this.#hasChanged();
    if (!changed || this.#again || this.#isEnded) return answer;
    this.#again = true;
    try {
      return this.#refresh();
    } finally {
      this.#again = false;
    }
  }

  /** Returns what a check depends on: the controls and message slots by name, and the value to send, as text. */
  #about(value) {
    const byName = [...controls(this.#form)].map((control) => [control.name, control]);
    return [...byName, ...this.#view.slots(), [JSON.stringify(value)]].flat();
  }

  #hasChanged() {
    const { about, rendered } = this.#seen;
    const now = this.#about(this.#read());
    const same = now.length === about.length && now.every((part, i) => part === about[i]);
    return !same || [...rendered].some(([element, was]) => isRendered(element) !== was) || !this.#view.isWhole();
  }

  /** Returns whether all controls are disabled, as while a page sends the form. */
  #isDisabled() {
    const isEnabled = !controls(this.#form).next().done;
    return !isEnabled && [...this.#form.elements].some((control) => control.name && control.matches(":disabled"));
  }

  #leave({ target: control, relatedTarget }) {
    const group = (control.name && find(this.#tree(), control.name)?.controls) || [control];
    // Moving from one checkbox of a group to another does not leave the group.
    if (!group.includes(relatedTarget)) this.#touched.leave(group);
  }

  #submit(event) {
    this.#tried = true;
    // A submit shows all messages: none may come later, when the page shows that the form was sent.
    this.#touched.settle();
    const answer = this.#update();
    if (!answer || answer.ok || event.submitter?.formNoValidate) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#focusFirst();
  }

  #focusFirst() {
    const all = () => [...this.#form.elements].filter((control) => this.#invalid.controls.has(control));
    if (reveal(all())) this.check();
    if (!all().some(focus)) this.#view.focus(this.#invalid.message?.key);
  }

  #reset() {
    if (this.#isEnded) return;
    this.#tried = false;
    this.#touched.forget(this.#form.elements);
    if (this.#live) this.#changed();
  }
}
