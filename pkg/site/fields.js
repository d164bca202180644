// The controls of a form by path, and their names for people.

/**
 * Returns the control that a path leads to, or the nearest one around it, with its name: `First e-mail › Variant 2 ›
 * Share (%)`.
 * @param {HTMLFormElement} form
 * @param {readonly (string | number)[]} path
 */
export function locate(form, path) {
  const name = path.reduce((name, part) => inner(form, name, part), "");
  const found = form.elements.namedItem(name);
  if (!name || !found) return undefined;
  const group = found instanceof RadioNodeList;
  const control = group ? found[0] : found;
  const own = control.matches("fieldset") || group ? legend(control.closest("fieldset")) : label(control);
  const around = [];
  for (let place = control.parentElement; place && place !== form; place = place.parentElement) {
    if (place.matches("[role=group]")) around.unshift(place.getAttribute("aria-label"));
    else if (place !== control && place.matches("fieldset:not(.plain)")) around.unshift(legend(place));
  }
  return { name: [...around, own].filter(Boolean).join(" › "), control };
}

/** Returns the name of a part of a field, or that of the field if the form has no such part. */
function inner(form, name, part) {
  const has = (name) => [...form.elements].some((control) => control.name === name || control.name?.startsWith(`${name}.`));
  if (typeof part === "string") {
    const names = name === "" ? [part] : [`${name}.${part}`, `${name}[${JSON.stringify(part)}]`];
    return names.find(has) ?? name;
  }
  // The numbers in names have gaps where items were removed.
  const numbers = new Set();
  for (const control of form.elements) {
    if (control.name?.startsWith(`${name}[`)) numbers.add(Number.parseInt(control.name.slice(name.length + 1), 10));
  }
  const number = [...numbers].sort((a, b) => a - b)[part];
  return number === undefined ? name : `${name}[${number}]`;
}

const legend = (fieldset) => fieldset?.querySelector(":scope > legend")?.textContent.trim() ?? "";

/** Returns the text of a control's label, without what is in the control. */
function label(control) {
  const [own] = control.labels ?? [];
  const texts = [...(own?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
  return texts.map((node) => node.textContent.trim()).filter(Boolean).join(" ") || control.name;
}

/** Moves the focus to a control, or to the first one in a fieldset. */
export function go(control) {
  const target = control.matches("fieldset") ? (control.querySelector("input, select, textarea, button") ?? control) : control;
  target.focus();
}

/** Writes a request into the named controls of a form; what the request does not have is emptied. */
export function fill(form, body) {
  for (const control of form.elements) {
    if (!control.name || control.matches("fieldset")) continue;
    const value = control.name.split(".").reduce((value, key) => value?.[key], body);
    if (control.type === "checkbox") {
      control.checked = Array.isArray(value) ? value.map(String).includes(control.value) : value === true;
    } else if (control.type === "radio") control.checked = control.value === value;
    else control.value = text(value);
  }
}

/** Returns a value as the text of a control: one item of a list per line. */
export function text(value) {
  if (Array.isArray(value)) return value.map(text).join("\n");
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Marks the labels of required controls. */
export function markRequired(form, shape) {
  for (const control of form.elements) {
    if (!control.name || control.matches("fieldset, button")) continue;
    const required = shapeOf(shape, control.name)?.required === true;
    control.toggleAttribute("data-required", required);
    if (control.type === "checkbox" || control.type === "radio") continue;
    required ? control.setAttribute("aria-required", "true") : control.removeAttribute("aria-required");
  }
}

function shapeOf(fields, name) {
  let shape = { fields };
  for (const part of name.split(/[.[\]]+/).filter(Boolean)) {
    shape = /^\d+$/.test(part) ? shape?.of : shape?.fields?.[part];
  }
  return shape;
}
