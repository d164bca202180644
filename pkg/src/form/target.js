// Where in a form an issue is told.
import { locate, within } from "./tree.js";

/**
 * What an issue is shown at; without a `key`, it is told for the form as a whole.
 * @param {import("./tree.js").Place} top
 * @param {Map<import("./tree.js").Place, Element>} slots the page's own places for messages
 * @param {{ path: readonly (string | number)[], rule: string }} issue
 * @param {boolean} advice
 * @returns {{
 *   key: unknown, controls: Element[], invalid: Element[], near: Element[], slot?: Element, fieldset?: Element,
 * }} a key that stays the same; the controls that it describes, those that it makes invalid, and those of which one
 *   must have been left before it shows; the slot or else the group that it stands in
 */
export function target(top, slots, { path, rule }, advice) {
  const { place, exact } = locate(top, path);
  const own = exact ? visible(place.controls) : [];
  // An item that one of a group of controls holds is told about where the group is.
  const group = place.group ?? place;
  const slot = exact ? (slots.get(place) ?? slots.get(group)) : undefined;
  if (own.length > 0) {
    const controls = visible(group.controls);
    return { key: slot ?? controls[0], controls, invalid: own.slice(0, 1), near: controls, slot };
  }
  // What is wrong with a list or an object is told at what is in it.
  const whole = exact && place !== top;
  const controls = whole && !advice ? visible(within(place, rule)) : [];
  const fieldset = whole ? place.fieldset : undefined;
  const key = slot ?? (fieldset || controls.length > 0 ? place.name : undefined);
  const near = controls.length > 0 ? controls : [...place.all()];
  return { key, controls, invalid: controls, near, slot, fieldset };
}

const visible = (controls) => controls.filter((control) => control.type !== "hidden");
