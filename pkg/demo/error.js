// An error of the API, pasted.
import * as lint from "../src/browser.js";

const EXAMPLES = {
  422: () => lint.check("create_campaign", { name: "Spring", daily_limit_per_inbox: 101 }).body,
  400: () => {
    const half = { subject_template: "Hello", email_content: "Hi {{first_name}}", distribution_percent: 50 };
    return lint.check("update_campaign", { variants: [half] }).body;
  },
};

export function error(pane) {
  const status = pane.querySelector("#error-status");
  const text = pane.querySelector("#error-text");
  const place = pane.querySelector(".explained");
  const update = () => place.replaceChildren(...explain(status.value.trim(), text.value.trim()));
  for (const control of [status, text]) control.addEventListener("input", update);
  for (const example of pane.querySelectorAll(".example")) {
    example.addEventListener("click", () => {
      status.value = example.dataset.status;
      text.value = EXAMPLES[example.dataset.status]();
      update();
    });
  }
}

function explain(status, text) {
  if (text === "") return [];
  const known = lint.explain && meaning(status, text);
  return [...(known ?? []), ...detail(text)];
}

/** What the package knows about the answer. */
function meaning(status, text) {
  const found = lint.explain(/^\d+$/.test(status) ? Number(status) : null, text);
  const retry = { never: "Trying again does not help", after_fix: "Try again once it is fixed", after: "Try again later", backoff: "Try again, with growing pauses" };
  const lines = [line("h3", found.id), line("p", found.fix)];
  if (found.retry in retry) {
    const seconds = found.retry_after_seconds;
    lines.push(line("p", `${retry[found.retry]}${seconds == null ? "" : `, in ${seconds} seconds`}.`, "note"));
  }
  return lines;
}

/** What it says itself. */
function detail(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return [line("p", "This is not JSON, so it is no answer of the API as documented; a proxy may have written it.", "note")];
  }
  const { detail } = answer ?? {};
  if (typeof detail === "string") return [line("h3", "The API gives one reason"), line("p", detail)];
  if (!Array.isArray(detail)) return [line("p", "There is no `detail` in it: it is no error of the API as documented.", "note")];
  const list = line("ol", "", "findings");
  list.append(...detail.map((item) => {
    const entry = document.createElement("li");
    const where = Array.isArray(item?.loc) ? item.loc.join(".") : "";
    entry.append(line("strong", where), line("div", String(item?.msg ?? "")), line("small", String(item?.type ?? "")));
    return entry;
  }));
  return [line("h3", detail.length === 1 ? "One field is refused" : `${detail.length} fields are refused`), list];
}

function line(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}
