// A JSON editor that underlines findings.
import { checkText } from "../src/browser.js";
import { operations } from "./api.js";
import { count, write } from "./dom.js";
import { textWithoutSecrets } from "./redacted.js";
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

export function json(pane, panel, changed) {
  const select = pane.querySelector("select");
  const text = pane.querySelector("textarea");
  const under = pane.querySelector(".editor pre");
  const known = Object.entries(operations).filter(([, { payload }]) => payload === "body" || payload === "query");
  select.append(...known.map(([id, { method, path }]) => new Option(`${method} ${path}`, id)));
  select.value = "update_campaign";
  text.value = EXAMPLE;

  function update() {
    const answer = checkText(select.value, text.value);
    panel.report(answer, { operation: select.value, text: text.value });
    changed();
    const found = [
      ...(answer.ok ? [] : answer.issues.map((issue) => ({ issue, advice: false }))),
      ...answer.advice.map((issue) => ({ issue, advice: true })),
    ].map((one) => ({ ...one, span: span(text.value, one.issue) }));
    underline(under, text.value, found);
    write(pane.querySelector(".note"), found.length > 0 ? `${count(found.length, "finding")}, underlined` : "Nothing found");
  }
  for (const [element, event] of [[text, "input"], [select, "change"]]) element.addEventListener(event, update);
  text.addEventListener("scroll", () => (under.scrollTop = text.scrollTop));
  panel.place = (issue) => {
    const go = () => {
      text.focus();
      text.setSelectionRange(...span(text.value, issue));
    };
    const [line, column] = lineColumn(text.value, span(text.value, issue)[0]);
    const path = issue.type === "json_invalid" ? "" : `: ${issue.path.join(".")}`;
    return { name: `Line ${line}, column ${column}${path}`, go };
  };
  update();
  return {
    state: () => ({ operation: select.value, text: textWithoutSecrets(text.value) }),
    restore(state) {
      if (operations[state.operation]) select.value = state.operation;
      text.value = state.text;
      update();
    },
  };
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
