// The campaign: a form whose lists grow and shrink while it is bound.
import { bindForm } from "../src/form.js";
import { write } from "./answer.js";
import { copy, wire } from "./list.js";

const FIRST = {
  variant_name: "A",
  distribution_percent: 60,
  subject_template: "{{company}}: how long does month end take?",
  email_content: "Hi {{first_name}},\n\nwould fifteen minutes next week be worth it?",
};
const SECOND = {
  variant_name: "B",
  distribution_percent: 40,
  subject_template: "A day and a half for month end",
  email_content: "Hi {{first_name}},\n\nis month end a topic at {{company}} this spring?",
};
const FOLLOW_UP = {
  variant_name: "A",
  distribution_percent: 100,
  email_content: "Hi {{first_name}},\n\nmy note from last week may have slipped through.",
};

export function campaign(pane, panel) {
  const form = pane.querySelector("form");
  const operation = pane.querySelector("#campaign-operation");
  const later = pane.querySelector("#later");

  const texts = (list, name) => wire(list, (n, values) => copy("variant", `${name}[${n}]`, values ?? next(list)), share);
  const variants = texts(pane.querySelector(".variants"), "variants");
  const sequences = wire(pane.querySelector("#sequences"), (n, values) => {
    const steps = [...pane.querySelectorAll("#sequences [data-name=step_number]")].map((control) => Number(control.value) || 0);
    const step = Math.max(1, ...steps) + 1;
    const item = copy("sequence", `sequences[${n}]`, { step_number: step, ...values });
    texts(item.querySelector(".variants"), `sequences[${n}].variants`).push(FOLLOW_UP);
    return item;
  });
  const fill = () => {
    variants.clear();
    sequences.clear();
    for (const values of [FIRST, SECOND]) variants.push(values);
    sequences.push();
  };
  fill();

  form.addEventListener("input", (event) => {
    const list = event.target.closest(".variants");
    if (list) share(list);
  });

  let unbind;
  const rebind = () => {
    const create = operation.value === "create_campaign";
    later.disabled = create;
    later.hidden = create;
    unbind?.();
    unbind = bindForm(form, operation.value, { onCheck: (answer, value) => panel.report(answer, value) });
  };
  operation.addEventListener("change", rebind);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.report(unbind.check(), panel.value, true);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    fill();
    rebind();
  }));
  rebind();
}

/** A new variant gets the first free name and the remaining percentage. */
function next(list) {
  const names = [...list.querySelectorAll("[data-name=variant_name]")];
  // An omitted name counts as the API's default; case is ignored.
  const taken = new Set(names.map((control) => control.value.trim().toUpperCase() || "A"));
  let number = 0;
  while (taken.has(letters(number))) number += 1;
  const left = Math.max(0, 100 - percents(list).reduce((a, b) => a + b, 0));
  return { variant_name: letters(number), distribution_percent: left };
}

/** A to Z, then AA, AB and so on, like spreadsheet columns. */
function letters(number) {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}

/** An omitted percentage counts as the API's default. */
function percents(list) {
  const controls = list.querySelectorAll("[data-name=distribution_percent]");
  return [...controls].map((control) => (control.value.trim() === "" ? 100 : Number(control.value) || 0));
}

/** Shows the percentages and their sum, which screen readers announce when it changes. */
function share(list) {
  const parts = percents(list);
  const sum = parts.reduce((a, b) => a + b, 0);
  const place = list.querySelector(".share");
  place.hidden = parts.length === 0;
  place.classList.toggle("off", sum !== 100 && parts.length > 0);
  place.querySelector(".bar").replaceChildren(...parts.map((part) => {
    const piece = document.createElement("span");
    piece.style.flexGrow = String(Math.max(0, part));
    return piece;
  }));
  write(place.querySelector("p > span"), parts.length > 1 ? `${parts.join(" + ")} =` : "Total");
  write(place.querySelector("strong"), `${sum}%`);
}
