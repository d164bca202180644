// Determines where in a form an issue is shown.
import { locate, within } from "./tree.js";

/**
 * Returns where an issue is shown. Without a `key`, it is shown for the whole form.
 * @param {import("./tree.js").Place} top
 * @param {Map<import("./tree.js").Place, Element>} slots the page's own message slots
 * @param {{ path: readonly (string | number)[], rule: string }} issue
 * @param {boolean} advice
 * @param {(element: Element) => boolean} shows whether an element is rendered; nothing is shown at other elements
 * @returns {{
 *   key: unknown, described: Element[], invalid: Element[], near: Element[], slot?: Element, fieldset?: Element,
 *   line?: number,
 * }} a key that stays the same; the controls that the message describes, those that it makes invalid, and those of
 *   which the user must have left one before it is shown; the slot, or else the group, that contains it; the line of a
 *   text area
 */
export function target(top, slots, { path, rule }, advice, shows) {
  const { place, exact } = locate(top, path);
  const own = exact ? place.controls.filter(isOpen) : [];
  // An item that is one control of a group is shown at the group.
  const group = place.group ?? place;
  const slot = exact ? (slots.get(place) ?? slots.get(group)) : undefined;
  if (own.length > 0) {
    const near = group.controls.filter(isOpen);
    const described = near.filter(shows);
    // As for the browser, a group of radio buttons is invalid as a whole.
    const invalid = own.every((control) => control.type === "radio") ? own : own.slice(0, 1);
    return { key: slot ?? described[0], described, invalid, near, slot, line: place.line };
  }
  // An error about a list or an object is shown at its controls.
  const whole = exact && place !== top;
  const invalid = whole && !advice ? within(place, rule).filter(isOpen) : [];
  const described = invalid.filter(shows);
  const fieldset = whole && place.fieldset && shows(place.fieldset) ? place.fieldset : undefined;
  const key = slot ?? (fieldset || described.length > 0 ? place.name : undefined);
  const near = invalid.length > 0 ? invalid : [...place.all()];
  return { key, described, invalid, near, slot, fieldset };
}

const isOpen = (control) => control.type !== "hidden";
