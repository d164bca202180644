// The lead, with fields that the user names.
import { bound } from "./bound.js";
import { write } from "./dom.js";
import { text } from "./fields.js";
import { copy, wire } from "./list.js";

export function lead(pane, panel, changed) {
  const form = pane.querySelector("form");
  const list = pane.querySelector("#custom-fields");
  const fields = wire(list, (number, values = { key: "", value: "" }) => {
    const item = copy("custom-field");
    const key = item.querySelector(".key");
    const value = item.querySelector(".value");
    const rename = () => {
      value.name = key.value === "" ? "" : `custom_fields[${JSON.stringify(key.value)}]`;
      item.querySelector(".remove").setAttribute("aria-label", `Remove ${key.value || "this field"}`);
    };
    key.addEventListener("input", rename);
    const note = item.querySelector("p");
    note.id = `custom-field-${number}`;
    key.setAttribute("aria-describedby", note.id);
    key.value = values.key;
    value.value = values.value;
    rename();
    return item;
  }, mark);
  list.addEventListener("input", () => mark(list));
  const begin = (entries) => {
    fields.clear();
    for (const [key, value] of entries) fields.push({ key, value: text(value) });
  };
  const FIRST = [["city", "Dresden"]];
  begin(FIRST);
  form.addEventListener("reset", () => setTimeout(() => begin(FIRST)));
  const binding = bound(form, panel, changed);
  binding.bind("add_lead");
  return {
    ...binding,
    restore(state) {
      begin(Object.entries(state.body.custom_fields ?? {}));
      const { custom_fields: _, ...own } = state.body;
      for (const [name, value] of Object.entries(own)) if (form.elements[name]) form.elements[name].value = text(value);
      binding.check();
    },
  };
}

/** Marks what is not sent as shown: values without a name, and all but the last field with the same name. */
function mark(list) {
  const items = [...list.querySelectorAll(".item")].map((item) => {
    const [key, value] = ["key", "value"].map((name) => item.querySelector(`.${name}`));
    return { key, note: item.querySelector("p"), name: key.value, value: value.value };
  });
  for (const [at, { key, note, name, value }] of items.entries()) {
    const nameless = name === "" && value !== "";
    const again = name !== "" && items.slice(at + 1).some((item) => item.name === name);
    write(note, nameless ? "Not sent without a name" : again ? "Not sent: another field below has this name" : "");
    note.hidden = note.textContent === "";
    key.setAttribute("aria-invalid", String(!note.hidden));
  }
}
