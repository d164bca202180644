// Shows an answer in a form.
import { ownMessage } from "../check/messages.js";
import { dotted } from "./name.js";
import { refusal } from "./refusal.js";
import { isRendered } from "./rendered.js";
import { target } from "./target.js";
import { find } from "./tree.js";

/**
 * Shows the issues and the advice of an answer where they belong.
 * @param {import("./messages.js").Messages} view
 * @param {import("./tree.js").Place} top
 * @param {object} answer
 * @param {{ isTouched: (control: Element) => boolean, tried: boolean, messages: object }} state whether the user has left
 *   a control, and has tried to submit; your own messages
 * @returns {{
 *   rendered: Map<Element, boolean>, invalid: { controls: Set<Element>, message?: { key: unknown } },
 * }} the elements on which this depends, and whether they are rendered; the invalid controls, and the first message
 */
export function show(view, top, answer, { isTouched, tried, messages }) {
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
  const invalid = { controls: new Set(), message: undefined };
  const issues = answer.issues ?? [];
  const errors = issues.map((issue) => ({ issue, advice: false }));
  for (const { issue, advice } of [...errors, ...answer.advice.map((issue) => ({ issue, advice: true }))]) {
    const found = target(top, slots, issue, advice, shows);
    const { key } = found;
    const line = { text: textOf(issue, found.line, messages), advice };
    if (!advice) {
      for (const control of found.invalid) if (!texts.has(control)) texts.set(control, line.text);
      invalid.controls.add(found.invalid[0]);
      invalid.message ??= { key };
    }
    if (key === undefined) {
      if (tried) general.push({ ...line, text: [dotted(issue.path), line.text].filter(Boolean).join(": ") });
    } else if (tried || found.near.some(isTouched)) {
      const entry = lines.get(key) ?? { controls: new Set(), slot: found.slot, fieldset: found.fieldset, lines: [] };
      for (const control of found.described) entry.controls.add(control);
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
  return { rendered, invalid };
}

/** Returns what is shown for an issue, with the line of a text area. */
function textOf(issue, line, messages) {
  const own = ownMessage(issue, messages);
  const text = own ?? (issue.hint || issue.message);
  if (!line) return text;
  return own === undefined ? `Line ${line}: ${text}` : `${line}: ${text}`;
}
