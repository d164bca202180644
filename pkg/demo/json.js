// A JSON editor that underlines findings.
import { checkText, warmUp } from "../src/browser.js";
import { shapes } from "../src/generated/shapes.js";
import { count, write } from "./answer.js";
import { lineColumn, locate, unit } from "./spans.js";

const EXAMPLE = `{
  "name": "Spring",
  "daily_limit_per_inbox": 101,
  "sending_days": [1, 2, 8],
  "sending_window_start": 16,
  "sending_window_end": 9,
  "variants": [
    {
      "variant_name": "A",
      "subject_template": "How long does month end take?",
      "email_contnet": "Hi {{first_name}}",
      "distribution_percent": "60%"
    }
  ],
  "launch": "now"
}
`;

export function json(pane, panel) {
  const select = pane.querySelector("select");
  const text = pane.querySelector("textarea");
  const under = pane.querySelector(".editor pre");
  const list = pane.querySelector(".findings");
  select.append(...Object.keys(shapes).map((id) => new Option(id, id, id === "update_campaign", id === "update_campaign")));
  text.value = EXAMPLE;

  function update() {
    const answer = checkText(select.value, text.value);
    panel.report(answer);
    const found = [
      ...(answer.ok ? [] : answer.issues.map((issue) => ({ issue, advice: false }))),
      ...answer.advice.map((issue) => ({ issue, advice: true })),
    ].map((one) => ({ ...one, span: span(text.value, one.issue) }));
    underline(under, text.value, found);
    write(pane.querySelector(".note"), found.length > 0 ? `${count(found.length, "finding")}, underlined` : "Nothing found");
    list.replaceChildren(...found.map((one) => entry(one, text)));
  }
  for (const [element, event] of [[text, "input"], [select, "change"]]) element.addEventListener(event, update);
  text.addEventListener("scroll", () => (under.scrollTop = text.scrollTop));
  // The first check would block the page. If it cannot start, the page says so.
  warmUp().then(update, () => {});
}

function span(text, { path, type }) {
  if (type !== "json_invalid") return locate(text, path);
  const at = Math.min(unit(text, Number(path[0]) || 0), Math.max(0, text.length - 1));
  return [at, at + 1];
}

/** Draws marks behind the text if it has not changed. */
function underline(under, text, found) {
  const parts = [];
  let at = 0;
  for (const { span: [start, end], advice } of found.toSorted((a, b) => a.span[0] - b.span[0])) {
    if (start < at) continue;
    const mark = document.createElement("mark");
    mark.className = advice ? "advice" : "";
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  // An empty last line also has a height.
  under.replaceChildren(...parts, text.slice(at), "\n");
}

function entry({ issue, advice, span: [start, end] }, text) {
  const item = document.createElement("li");
  item.className = advice ? "advice" : "";
  const go = document.createElement("button");
  go.type = "button";
  go.textContent = `${lineColumn(text.value, start).join(":")} ${issue.loc.join(".")}`;
  go.addEventListener("click", () => {
    text.focus();
    text.setSelectionRange(start, end);
  });
  const hint = document.createElement("div");
  hint.textContent = issue.hint;
  const exact = document.createElement("small");
  exact.textContent = `${issue.message} [${issue.rule}]`;
  item.append(go, hint, exact);
  return item;
}
