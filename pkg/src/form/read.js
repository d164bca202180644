// From what controls hold to what the API is sent.

/**
 * The value of a place; undefined is not sent.
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
  // Own keys, `__proto__` too.
  return Object.fromEntries(entries);
}

/** Items left out leave no gap, and every item knows its place. */
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
  // An item of which all is left out is there nevertheless, unless it is a plain value.
  const empty = of.kind === "object" ? {} : undefined;
  for (const [, item] of inner) add(read(item) ?? empty, item);
  for (const control of place.controls) {
    for (const { text, line } of texts(control)) {
      add(convert(of.kind, text), { controls: [control], group: place, line, inner: new Map(), items: [], all: () => [] });
    }
  }
  // Boxes of which none is checked, and a group without items, say "none"; left out, the API would take its default,
  // or keep what it has.
  const none = place.controls.some(isBox) || place.fieldset !== undefined;
  return values.length > 0 || required || none ? values : undefined;
}

/** All that a control of a list adds to it; with its line, if there are several. */
function texts(control) {
  if (isBox(control) || control.type === "radio") return control.checked ? [{ text: control.value }] : [];
  if (control.type === "select-multiple") return [...control.selectedOptions].map((option) => ({ text: option.value }));
  if (control.validity?.badInput) return [{ text: "" }];
  // One item a line.
  const lines = control.type === "textarea" ? control.value.split("\n") : [control.value];
  const items = lines.map((text, i) => ({ text, line: i + 1 })).filter(({ text }) => text !== "");
  return items.length > 1 ? items : items.map(({ text }) => ({ text }));
}

function scalar({ controls, shape }) {
  if (controls.length === 0) return undefined;
  const { kind, required } = shape;
  const boxes = controls.filter(isBox);
  if (boxes.length > 0 && (kind === "boolean" || kind === "any")) return boxes.some((box) => box.checked);
  // As in a form that is sent: boxes and buttons count when checked, and the last one wins.
  const control = controls.findLast((control) => control.checked || !(isBox(control) || control.type === "radio"));
  if (control === undefined) return undefined;
  // The browser shows text that it does not hand out.
  const unreadable = control.validity?.badInput === true;
  const text = String(control.value ?? "");
  if (text === "" && !required && !unreadable) return undefined;
  return convert(kind === "any" && control.type === "number" ? "integer" : kind, text);
}

/** Text that is nothing of its kind stays as it is: the API's own answer has the reason. */
function convert(kind, text) {
  if (kind === "integer" && /^\s*[+-]?\d+\s*$/.test(text)) {
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : text;
  }
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

const isBox = (control) => control.type === "checkbox";
