// Converts the values of controls to the value to send.

/**
 * Returns the value of a node; `undefined` is not sent.
 * @param {import("./tree.js").Place} place
 */
export function read(place) {
  const { kind, required } = place.shape;
  if (kind === "list") return list(place);
  if (kind !== "object" && kind !== "map") return scalar(place);
  if (place.controls.length === 0) place.complete();
  const entries = [];
  for (const [key, inner] of place.inner) {
    const value = read(inner);
    if (value !== undefined) entries.push([key, value]);
  }
  if (place.controls.length > 0 && entries.length === 0) return scalar(place);
  if (entries.length === 0 && !required) return undefined;
  // `fromEntries` makes own keys, even of `__proto__`.
  return Object.fromEntries(entries);
}

/** Returns the value of a list. Omitted items leave no gap; `place.items` has the node of each item that is sent. */
function list(place) {
  const { of, required } = place.shape;
  const values = [];
  place.items = [];
  const add = (value, from) => {
    if (value === undefined) return;
    values.push(value);
    place.items.push(from);
  };
  const inner = [...place.inner].sort(([a], [b]) => a - b);
  // An item whose fields are all omitted is still sent, unless it is a scalar.
  const empty = of.kind === "object" ? {} : undefined;
  for (const [, item] of inner) add(read(item) ?? empty, item);
  for (const control of place.controls) {
    for (const { text, line } of texts(control)) {
      add(convert(of.kind, text), { controls: [control], group: place, line, inner: new Map(), items: [], all: () => [] });
    }
  }
  // Unchecked checkboxes and an empty group mean an empty list; if it were omitted, the API would use its default
  // or keep the current value.
  const none = place.controls.some(isBox) || place.fieldset !== undefined;
  return values.length > 0 || required || none ? values : undefined;
}

/** Returns the items that a control adds to its list, with line numbers if there are several. */
function texts(control) {
  if (isBox(control) || control.type === "radio") return control.checked ? [{ text: control.value }] : [];
  if (control.type === "select-multiple") return [...control.selectedOptions].map((option) => ({ text: option.value }));
  if (control.validity?.badInput) return [{ text: "" }];
  // One item per line.
  const lines = control.type === "textarea" ? control.value.split(/\r?\n/) : [control.value];
  const items = lines.map((text, i) => ({ text, line: i + 1 })).filter(({ text }) => text !== "");
  return items.length > 1 ? items : items.map(({ text }) => ({ text }));
}

function scalar({ controls, shape }) {
  if (controls.length === 0) return undefined;
  const { kind, required } = shape;
  const boxes = controls.filter(isBox);
  if (boxes.length > 0 && (kind === "boolean" || kind === "any")) return boxes.some((box) => box.checked);
  // As in a submitted form, only checked checkboxes and radio buttons count, and the last one wins.
  const control = controls.findLast((control) => control.checked || !(isBox(control) || control.type === "radio"));
  if (control === undefined) return undefined;
  // The browser shows text that it does not expose to scripts.
  const unreadable = control.validity?.badInput === true;
  const text = String(control.value ?? "");
  if (text === "" && !required && !unreadable) return undefined;
  return convert(kind === "any" && control.type === "number" ? "integer" : kind, text);
}

/** Converts text. If that is impossible, the text is left unchanged, so that the API's own answer gives the reason. */
function convert(kind, text) {
  if (kind === "integer" && /^\s*[+-]?\d+\s*$/.test(text)) {
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : text;
  }
  // A server gets "on" for a checked checkbox.
  if (kind === "boolean" && /^(true|on|false)$/.test(text)) return text !== "false";
  return text;
}

const isBox = (control) => control.type === "checkbox";
