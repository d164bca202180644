// A form that tells what the API would say, while it is filled in.
import { Messages } from "./messages.js";
import { dotted } from "./name.js";
import { read } from "./read.js";
import { target } from "./target.js";
import { find, tree } from "./tree.js";

/** The binding of each form; there is one at most. */
const bound = new WeakMap();

const WATCHED = { childList: true, subtree: true, attributeFilter: ["name", "disabled", "type", "data-error-for"] };

export function bind(form, operation, fields, { check, messages = {}, onCheck }) {
  bound.get(form)?.();
  // What is wrong with the arguments shows before anything is changed.
  check(operation, read(tree(form, fields)));

  const left = new WeakSet();
  let tried = false;
  let firstError;
  const view = new Messages(form);
  const { noValidate } = form;
  // The API's answer decides, not the browser.
  form.noValidate = true;

  const text = (issue) => {
    const own = Object.hasOwn(messages, issue.rule) ? messages[issue.rule] : undefined;
    return (typeof own === "function" ? own(issue) : own) || issue.hint || issue.message;
  };

  function update() {
    const top = tree(form, fields);
    const value = read(top);
    const answer = check(operation, value);
    const slots = new Map();
    for (const [name, slot] of view.slots()) {
      const place = find(top, name);
      if (place !== undefined && place !== top) slots.set(place, slot);
    }

    const texts = new Map();
    const lines = new Map();
    const general = [];
    const wrong = new Set();
    const errors = (answer.issues ?? []).map((issue) => ({ issue, advice: false }));
    for (const { issue, advice } of [...errors, ...answer.advice.map((issue) => ({ issue, advice: true }))]) {
      const { key, controls, invalid, near, slot, fieldset } = target(top, slots, issue, advice);
      const line = { text: text(issue), advice };
      if (!advice) {
        for (const control of invalid) if (!texts.has(control)) texts.set(control, line.text);
        wrong.add(invalid[0] ?? key);
      }
      if (key === undefined) {
        if (tried) general.push({ ...line, text: [dotted(issue.path), line.text].filter(Boolean).join(": ") });
      } else if (tried || near.some((control) => left.has(control))) {
        const entry = lines.get(key) ?? { controls: new Set(), slot, fieldset, lines: [] };
        for (const control of controls) entry.controls.add(control);
        entry.lines.push(line);
        lines.set(key, entry);
      }
    }

    view.invalidate(texts);
    view.begin();
    for (const [key, { controls, lines: shown, ...place }] of lines) view.show(key, [...controls], place, shown);
    view.end();
    view.summary(general);
    firstError = () => {
      const first = [...form.elements].find((control) => wrong.has(control));
      first ? first.focus() : view.focus([...wrong][0]);
    };
    // What this changed in the page is no news.
    observer.takeRecords();
    onCheck?.(answer, value);
    return answer;
  }

  const group = (control) => (control.name && find(tree(form, fields), control.name)?.controls) || [control];
  const ours = (event) => event.target?.form === form;
  const observer = new MutationObserver(update);
  const listening = new AbortController();
  const { signal } = listening;
  // Controls may stand outside of their form.
  const page = form.getRootNode();
  for (const name of ["input", "change"]) page.addEventListener(name, (event) => ours(event) && update(), { signal });
  // A message that comes between the press of a button and its release moves the button away from under the
  // pointer, and the click is lost: such a message waits.
  let pressed = false;
  const waiting = new Set();
  const tell = () => {
    if (signal.aborted || waiting.size === 0) return;
    for (const control of waiting) left.add(control);
    waiting.clear();
    update();
  };
  const press = () => (pressed = true);
  const release = () => {
    pressed = false;
    setTimeout(tell);
  };
  page.addEventListener("pointerdown", press, { signal, capture: true });
  for (const name of ["pointerup", "pointercancel"]) page.addEventListener(name, release, { signal, capture: true });
  const leave = (event) => {
    if (!ours(event)) return;
    const controls = group(event.target);
    // From one box of a group to the next is not out of it.
    if (controls.includes(event.relatedTarget)) return;
    for (const control of controls) waiting.add(control);
    if (!pressed) tell();
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
      update();
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
  update();
  observer.observe(form, WATCHED);
  return unbind;
}
