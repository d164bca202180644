// The campaign: a form whose lists grow and shrink while it is bound.
import { bindForm } from "../src/form.js";
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
  email_content: "Hi {{first_name}},\n\nmy note of last week may have gone under.",
};

export function campaign(pane, panel) {
  const form = pane.querySelector("form");
  const operation = pane.querySelector("#campaign-operation");
  const later = pane.querySelector("#later");

  const texts = (list, name) => wire(list, (n, values) => copy("variant", `${name}[${n}]`, values ?? next(list)), share);
  const variants = texts(pane.querySelector(".variants"), "variants");
  const sequences = wire(pane.querySelector("#sequences"), (n, values) => {
    const step = pane.querySelectorAll("#sequences > .items > *").length + 2;
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
    unbind = bindForm(form, operation.value, { onCheck: (answer, value) => panel.say(answer, value) });
  };
  operation.addEventListener("change", rebind);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.say(unbind.check(), panel.value, true);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    fill();
    rebind();
  }));
  rebind();
}

/** A new variant has the next letter and what is left of the percentages. */
function next(list) {
  const items = [...list.querySelectorAll(":scope > .items > *")];
  const left = Math.max(0, 100 - percents(list).reduce((a, b) => a + b, 0));
  return { variant_name: String.fromCharCode(65 + items.length), distribution_percent: left };
}

/** One left out counts as the API's default. */
function percents(list) {
  const controls = list.querySelectorAll("[data-name=distribution_percent]");
  return [...controls].map((control) => (control.value.trim() === "" ? 100 : Number(control.value) || 0));
}

/** The percentages and their sum. */
function share(list) {
  const parts = percents(list);
  const sum = parts.reduce((a, b) => a + b, 0);
  const place = list.querySelector(".share");
  place.classList.toggle("off", sum !== 100 && parts.length > 0);
  const bar = document.createElement("div");
  bar.className = "bar";
  bar.append(...parts.map((part) => {
    const piece = document.createElement("span");
    piece.style.flexGrow = String(Math.max(0, part));
    return piece;
  }));
  const total = document.createElement("strong");
  total.textContent = `${sum} %`;
  const words = document.createElement("span");
  words.append(parts.length > 1 ? `${parts.join(" + ")} = ` : "In all ", total);
  place.hidden = parts.length === 0;
  place.replaceChildren(bar, words);
}
