// Lists in forms: items are created from a template, and named with a number that is never reused.
import { text } from "./fields.js";

/** Copies a template, with `name` as the prefix of its control names. */
export function copy(template, name, values = {}) {
  const item = document.getElementById(template).content.firstElementChild.cloneNode(true);
  for (const control of item.querySelectorAll("[data-name]")) {
    const field = control.dataset.name;
    control.name = `${name}.${field}`;
    if (Object.hasOwn(values, field)) control.value = text(values[field]);
  }
  for (const slot of item.querySelectorAll("[data-slot]")) slot.dataset.errorFor = `${name}.${slot.dataset.slot}`;
  return item;
}

/**
 * Adds behavior to a fieldset with `.items` and `.add`.
 * @param {Element} list
 * @param {(number: number, values?: object) => Element} make
 * @param {(list: Element) => void} changed
 */
export function wire(list, make, changed = () => {}) {
  const items = list.querySelector(":scope > .items");
  const add = list.querySelector(":scope > .add");
  let next = 0;
  const push = (values) => {
    const item = make(next++, values);
    item.querySelector(".remove").addEventListener("click", () => {
      const neighbour = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      (neighbour?.querySelector("input") ?? add).focus();
      renumber();
    });
    items.append(item);
    renumber();
    return item;
  };
  const renumber = () => {
    for (const [place, item] of [...items.children].entries()) {
      const heading = item.querySelector("h3");
      if (heading) {
        heading.textContent = `${item.getAttribute("aria-label").replace(/ \d+$/, "")} ${place + 1}`;
        item.setAttribute("aria-label", heading.textContent);
        item.querySelector(".remove").setAttribute("aria-label", `Remove ${heading.textContent.toLowerCase()}`);
      }
    }
    changed(list);
  };
  add.addEventListener("click", () => push().querySelector("input").focus());
  return {
    push,
    clear() {
      items.replaceChildren();
      renumber();
    },
  };
}
