// Where in a form an issue is shown.
import { locate, within } from "./tree.js";

/**
 * What an issue is shown at; without a `key`, it is shown for the form as a whole.
 * @param {import("./tree.js").Place} top
 * @param {Map<import("./tree.js").Place, Element>} slots the page's own places for messages
 * @param {{ path: readonly (string | number)[], rule: string }} issue
 * @param {boolean} advice
 * @param {(element: Element) => boolean} shows whether it is rendered; nothing is shown where nobody sees it
 * @returns {{
 *   key: unknown, described: Element[], invalid: Element[], near: Element[], slot?: Element, fieldset?: Element,
 *   line?: number,
 * }} a key that stays the same; the controls that it describes, those that it makes invalid, and those of which one
 *   must have been left before it shows; the slot or else the group that it stands in; the line of a text area
 */
export function target(top, slots, { path, rule }, advice, shows) {
  const { place, exact } = locate(top, path);
  const own = exact ? place.controls.filter(isOpen) : [];
  // An item that one of a group of controls holds is shown where the group is.
  const group = place.group ?? place;
  const slot = exact ? (slots.get(place) ?? slots.get(group)) : undefined;
  if (own.length > 0) {
    const near = group.controls.filter(isOpen);
    const described = near.filter(shows);
    return { key: slot ?? described[0], described, invalid: own.slice(0, 1), near, slot, line: place.line };
  }
  // What is wrong with a list or an object is shown at what is in it.
  const whole = exact && place !== top;
  const invalid = whole && !advice ? within(place, rule).filter(isOpen) : [];
  const described = invalid.filter(shows);
  const fieldset = whole && place.fieldset && shows(place.fieldset) ? place.fieldset : undefined;
  const key = slot ?? (fieldset || described.length > 0 ? place.name : undefined);
  const near = invalid.length > 0 ? invalid : [...place.all()];
  return { key, described, invalid, near, slot, fieldset };
}

const isOpen = (control) => control.type !== "hidden";
