// The lead: fields whose names the user makes up.
import { bindForm } from "../src/form.js";
import { copy, wire } from "./list.js";

export function lead(pane, panel) {
  const form = pane.querySelector("form");
  const fields = wire(pane.querySelector("#custom-fields"), (_, values = { key: "", value: "" }) => {
    const item = copy("custom-field");
    const key = item.querySelector(".key");
    const value = item.querySelector(".value");
    const rename = () => {
      value.name = key.value === "" ? "" : `custom_fields[${JSON.stringify(key.value)}]`;
      item.querySelector(".remove").setAttribute("aria-label", `Remove ${key.value || "this field"}`);
    };
    key.addEventListener("input", rename);
    key.value = values.key;
    value.value = values.value;
    rename();
    return item;
  });
  const fill = () => {
    fields.clear();
    fields.push({ key: "city", value: "Dresden" });
  };
  fill();
  const binding = bindForm(form, "add_lead", { onCheck: (answer, value) => panel.say(answer, value) });
  form.addEventListener("reset", () => setTimeout(fill));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.say(binding.check(), panel.value, true);
  });
}
