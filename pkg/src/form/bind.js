// A form that shows the API's answer while it is filled in.
import { idle } from "./idle.js";
import { Messages } from "./messages.js";
import { dotted } from "./name.js";
import { read } from "./read.js";
import { refusal } from "./refusal.js";
import { isRendered } from "./rendered.js";
import { target } from "./target.js";
import { controls, find, tree } from "./tree.js";

/** The binding of each form; a form has at most one. */
const bound = new WeakMap();

const WATCHED = {
  childList: true,
  subtree: true,
  attributeFilter: ["name", "disabled", "type", "data-error-for", "hidden", "open", "class", "style"],
};

/**
 * Binds a form. Returns a function that ends the binding.
 * @param {HTMLFormElement} form
 * @param {string} operation
 * @param {object} fields the operation's shape
 * @param {object} options those of `bindForm`
 * @param {{ isReady: () => boolean }} [module] the module that the first check starts
 */
export function bind(form, operation, fields, { check, messages = {}, onCheck }, module) {
  bound.get(form)?.();
  // Check the arguments before changing anything.
  const first = read(tree(form, fields));
  const ready = module?.isReady() ?? true;
  if (ready) check(operation, first);

  const left = new WeakSet();
  let tried = false;
  let firstError;
  /** Whether the form has been checked before. */
  let live = false;
  /** Whether `onCheck` is running, and whether its changes are being checked. */
  let reporting = false;
  let again = false;
  /** What the last check depended on, and whether those elements were rendered. */
  let seen;
  const view = new Messages(form);
  const { noValidate } = form;
  // The API's answer decides, not the browser.
  form.noValidate = true;

  function text(issue, line) {
    const own = Object.hasOwn(messages, issue.rule) ? messages[issue.rule] : undefined;
    const words = typeof own === "function" ? own(issue) : own;
    if (!line) return words || issue.hint || issue.message;
    return words ? `${line}: ${words}` : `Line ${line}: ${issue.hint || issue.message}`;
  }

  /** Checks the form, and shows the result. */
  function update() {
    if (signal.aborted) return check(operation, read(tree(form, fields)));
    if (live) return refresh();
    try {
      return refresh();
    } catch (error) {
      unbind();
      throw error;
    }
  }

  function refresh() {
    const top = tree(form, fields);
    const value = read(top);
    const answer = check(operation, value);
    live = true;
    const rendered = new Map();
    const shows = (element) => {
      if (!rendered.has(element)) rendered.set(element, isRendered(element));
      return rendered.get(element);
    };
    const slots = new Map();
    for (const [name, slot] of view.slots()) {
      const place = find(top, name);
      // An empty slot may be hidden, so look at its parent.
      if (place !== undefined && place !== top && shows(slot.parentElement)) slots.set(place, slot);
    }

    const texts = new Map();
    const lines = new Map();
    const general = [];
    const wrong = new Set();
    const keys = [];
    const issues = answer.issues ?? [];
    const errors = issues.map((issue) => ({ issue, advice: false }));
    for (const { issue, advice } of [...errors, ...answer.advice.map((issue) => ({ issue, advice: true }))]) {
      const { key, described, invalid, near, slot, fieldset, line: at } = target(top, slots, issue, advice, shows);
      const line = { text: text(issue, at), advice };
      if (!advice) {
        for (const control of invalid) if (!texts.has(control)) texts.set(control, line.text);
        wrong.add(invalid[0]);
        keys.push(key);
      }
      if (key === undefined) {
        if (tried) general.push({ ...line, text: [dotted(issue.path), line.text].filter(Boolean).join(": ") });
      } else if (tried || near.some((control) => left.has(control))) {
        const entry = lines.get(key) ?? { controls: new Set(), slot, fieldset, lines: [] };
        for (const control of described) entry.controls.add(control);
        entry.lines.push(line);
        lines.set(key, entry);
      }
    }
    // A predicted answer may be a rejection for a reason outside the form.
    if (!answer.ok && issues.length === 0 && tried) general.push({ text: refusal(answer), advice: false });

    view.invalidate(texts);
    view.begin();
    for (const [key, entry] of lines) view.show(key, [...entry.controls], entry, entry.lines);
    view.end();
    view.summary(general);
    firstError = () => {
      const all = [...form.elements].filter((control) => wrong.has(control));
      if (reveal(all)) update();
      if (!all.some(focus)) view.focus(keys[0]);
    };
    // Ignore the changes made here.
    observer.takeRecords();
    seen = { about: about(value), rendered };
    if (reporting) return answer;
    reporting = true;
    try {
      onCheck?.(answer, value);
    } finally {
      reporting = false;
    }
    // Check again if `onCheck` changed the form, but only once, since it may do so every time.
    const changed = observer.takeRecords().length > 0 && hasChanged();
    if (!changed || again) return answer;
    again = true;
    try {
      return refresh();
    } finally {
      again = false;
    }
  }

  /** Returns what a check depends on: the controls and message slots by name, and the value to send. */
  const about = (value) => {
    const byName = [...controls(form)].map((control) => [control.name, control]);
    return [...byName, ...view.slots(), [JSON.stringify(value)]].flat();
  };

  function hasChanged() {
    const now = about(read(tree(form, fields)));
    const same = now.length === seen.about.length && now.every((part, i) => part === seen.about[i]);
    return !same || [...seen.rendered].some(([element, was]) => isRendered(element) !== was) || !view.isWhole();
  }

  const group = (control) => (control.name && find(tree(form, fields), control.name)?.controls) || [control];
  const ours = (event) => event.target?.form === form;
  // Most changes in a form do not affect the check.
  const observer = new MutationObserver(() => live && hasChanged() && update());
  const listening = new AbortController();
  const { signal } = listening;
  // Controls may be outside their form.
  const page = form.getRootNode();
  for (const name of ["input", "change"]) page.addEventListener(name, (event) => ours(event) && update(), { signal });
  page.addEventListener("focusin", (event) => !live && ours(event) && update(), { signal });
  // A message that appears while a button is pressed would move the button from under the pointer, and the click
  // would be lost, so wait until it is released.
  let pressed = false;
  const waiting = new Set();
  const report = () => {
    if (signal.aborted || waiting.size === 0) return;
    for (const control of waiting) left.add(control);
    waiting.clear();
    if (live) update();
  };
  const press = () => (pressed = true);
  const release = () => {
    pressed = false;
    setTimeout(report);
  };
  page.addEventListener("pointerdown", press, { signal, capture: true });
  for (const name of ["pointerup", "pointercancel"]) page.addEventListener(name, release, { signal, capture: true });
  const leave = (event) => {
    if (!ours(event)) return;
    const same = group(event.target);
    // Moving from one checkbox of a group to another does not leave the group.
    if (same.includes(event.relatedTarget)) return;
    for (const control of same) waiting.add(control);
    if (!pressed) report();
  };
  page.addEventListener("focusout", leave, { signal });
  const submit = (event) => {
    tried = true;
    if (update().ok || event.submitter?.formNoValidate) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    firstError();
  };
  form.addEventListener("submit", submit, { signal, capture: true });
  const reset = () => {
    // The controls have their old values only after the event.
    setTimeout(() => {
      if (signal.aborted) return;
      tried = false;
      waiting.clear();
      for (const control of form.elements) left.delete(control);
      if (live) update();
    });
  };
  form.addEventListener("reset", reset, { signal });

  function unbind() {
    if (signal.aborted) return;
    listening.abort();
    observer.disconnect();
    view.clear();
    form.noValidate = noValidate;
    bound.delete(form);
  }
  unbind.check = update;
  bound.set(form, unbind);
  observer.observe(form, WATCHED);
  if (ready) update();
  // The first check starts the module.
  else idle().then(() => signal.aborted || live || update());
  return unbind;
}

/** Opens closed `<details>` around controls. Returns whether there were any. */
function reveal(controls) {
  let found = false;
  for (const control of controls) {
    if (isRendered(control)) continue;
    for (let closed; (closed = control.closest("details:not([open])")); ) found = closed.open = true;
  }
  return found;
}

/** Focuses a control. Returns whether it took the focus. */
function focus(control) {
  control.focus();
  return control.getRootNode().activeElement === control;
}
