// The campaign: a form whose lists grow and shrink while it is bound.
import { check } from "../src/browser.js";
import { bound } from "./bound.js";
import { write } from "./dom.js";
import { fill } from "./fields.js";
import { copy, wire } from "./list.js";
import { joined, split, TIMES, withTimes } from "./times.js";

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

/** What stands in a time field that is not filled in as a time. */
const messages = Object.fromEntries(
  TIMES.map(([hour]) => [`campaign-${hour.replaceAll("_", "-")}`, ({ type, hint }) => (type.startsWith("type_error") ? "Enter a time, such as 09:00" : hint)]),
);

export function campaign(pane, panel, changed) {
  const form = pane.querySelector("form");
  const operation = pane.querySelector("#campaign-operation");
  const later = pane.querySelector("#later");
  const rampUp = pane.querySelector("#ramp-up");

  const texts = (list, name) => wire(list, (n, values) => copy("variant", `${name}[${n}]`, values ?? next(list)), share);
  const variants = texts(pane.querySelector(".variants"), "variants");
  const sequences = wire(pane.querySelector("#sequences"), (n, { variants = [FOLLOW_UP], ...values } = {}) => {
    const steps = [...pane.querySelectorAll("#sequences [data-name=step_number]")].map((control) => Number(control.value) || 0);
    const step = Math.max(1, ...steps) + 1;
    const item = copy("sequence", `sequences[${n}]`, { step_number: step, ...values });
    const list = texts(item.querySelector(".variants"), `sequences[${n}].variants`);
    for (const values of variants) list.push(values);
    return item;
  });
  const begin = (first, followUps) => {
    variants.clear();
    sequences.clear();
    for (const values of first) variants.push(values);
    for (const values of followUps) sequences.push(values);
  };

  form.addEventListener("input", (event) => {
    const list = event.target.closest(".variants");
    if (list) share(list);
  });

  const binding = bound(form, panel, changed);
  const rebind = () => {
    const create = operation.value === "create_campaign";
    later.disabled = create;
    later.hidden = create;
    rampUp.disabled = !form.elements.ramp_up_enabled.checked;
    const answer = (operation, values) => joined(check(operation, split(values)));
    binding.bind(operation.value, { messages, read: split, check: answer });
  };
  operation.addEventListener("change", rebind);
  form.elements.ramp_up_enabled.addEventListener("change", rebind);
  form.addEventListener("reset", () => setTimeout(() => {
    begin([FIRST, SECOND], [undefined]);
    rebind();
  }));
  begin([FIRST, SECOND], [undefined]);
  rebind();
  return {
    ...binding,
    restore(state) {
      operation.value = state.operation === "create_campaign" ? "create_campaign" : "update_campaign";
      begin([], []);
      fill(form, withTimes(state.body));
      begin(state.body.variants ?? [], state.body.sequences ?? []);
      rebind();
    },
  };
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

/** Shows the percentages and their sum beside 100; screen readers announce the sum when it changes. */
function share(list) {
  const parts = percents(list);
  const names = [...list.querySelectorAll("[data-name=variant_name]")].map((control) => control.value.trim() || "A");
  const sum = parts.reduce((a, b) => a + b, 0);
  const place = list.querySelector(".sum");
  place.hidden = parts.length === 0;
  place.classList.toggle("off", sum !== 100);
  const track = place.querySelector(".track");
  // The track is as long as 100 or, if that is more, the sum.
  const whole = Math.max(100, sum);
  track.replaceChildren(...parts.map((part, at) => {
    const piece = document.createElement("span");
    piece.style.width = `${(100 * Math.max(0, part)) / whole}%`;
    piece.textContent = names[at];
    return piece;
  }));
  track.style.setProperty("--hundred", `${10_000 / whole}%`);
  write(place.querySelector("p > span"), parts.length > 1 ? `${parts.join(" + ")} =` : "Total");
  const left = 100 - sum;
  write(place.querySelector("strong"), left === 0 ? "100%" : `${sum}%, ${left > 0 ? `${left} too few` : `${-left} too many`}`);
}
