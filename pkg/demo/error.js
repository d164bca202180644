// Explains a pasted answer from the API: what happened, where, what to do, and when to try again.
import { check, explain } from "../src/browser.js";
import { write } from "./answer.js";

const EXAMPLES = {
  fields: () => [422, check("create_campaign", { name: "Spring", daily_limit_per_inbox: 101 }).body],
  sum: () => {
    const half = { subject_template: "Hello", email_content: "Hi {{first_name}}", distribution_percent: 50 };
    return [400, check("update_campaign", { variants: [half] }).body];
  },
  scopes: () => [
    403,
    '{"detail": "Missing required scopes: campaigns:write", "error": "insufficient_scopes", "required": ["campaigns:write"], "granted": ["sender_accounts:read"]}',
  ],
  rate: () => [429, '{"detail": "Rate limit exceeded. Retry after 60 seconds."}'],
  launch: () => ["", '{"is_launch_ready": false, "missing_requirements": ["leads", "inboxes"]}'],
  proxy: () => [502, "<html>\n<head><title>502 Bad Gateway</title></head>\n</html>"],
};

const NOTHING = "There is no answer in this text. Paste the status and the body of the response.";

const AGAIN = {
  never: () => "Never: the answer would be the same.",
  after_fix: () => "Once it is fixed.",
  after: (seconds) => `In ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  backoff: () => "After a wait that grows with each attempt.",
};

export function error(pane) {
  const status = pane.querySelector("#error-status");
  const wrong = pane.querySelector("#error-status-wrong");
  const text = pane.querySelector("#error-text");
  const place = pane.querySelector(".explained");
  const heard = pane.querySelector(".found");

  function update() {
    const said = text.value.trim();
    const written = status.value.trim();
    const code = /^[1-5]\d\d$/.test(written) ? Number(written) : null;
    // Do not complain while the user is typing.
    const typing = document.activeElement === status && /^[1-5]\d?$/.test(written);
    complain(code === null && written !== "" && !typing);
    const found = said === "" && code === null ? undefined : explain(code, said);
    const none = found?.id === null;
    place.replaceChildren(...(none ? [line("p", NOTHING)] : found ? meaning(found) : []));
    write(heard, none ? NOTHING : found ? `${heading(found)}: ${found.title}.` : "");
  }
  function complain(is) {
    wrong.hidden = !is;
    status.setAttribute("aria-invalid", String(is));
    is ? status.setAttribute("aria-describedby", wrong.id) : status.removeAttribute("aria-describedby");
  }
  for (const control of [status, text]) control.addEventListener("input", update);
  status.addEventListener("blur", update);
  for (const example of pane.querySelectorAll(".example")) {
    example.addEventListener("click", () => {
      [status.value, text.value] = EXAMPLES[example.dataset.example]();
      update();
    });
  }
}

const heading = (found) => [found.status, found.id].filter(Boolean).join(" · ");

function meaning(found) {
  const list = document.createElement("dl");
  const entry = (term, ...content) => {
    const value = document.createElement("dd");
    value.append(...content);
    list.append(line("dt", term), value);
  };
  entry("What happened", `${found.title}.`);
  const where = places(found);
  if (where) entry("Where", where);
  for (const [name, value] of Object.entries(found.extra ?? {})) entry(name, line("q", shown(value)));
  for (const [scopes, term] of [[found.required, "Required scopes"], [found.granted, "Granted scopes"]]) {
    if (scopes !== null) entry(term, codes(scopes));
  }
  entry("What to do", found.fix);
  entry("When to try again", again(found));
  if (found.status_expected !== null) entry("Note", `The documented status is ${found.status_expected}.`);
  return [line("h3", heading(found)), list];
}

function again({ status, retry, retry_after_seconds: seconds }) {
  return status >= 200 && status < 300 ? "No need to: it succeeded." : AGAIN[retry](seconds);
}

/** Returns the details of the answer. */
function places({ detail, items, missing_requirements: missing }) {
  if (items.length > 0) return findings(items);
  if (missing !== null) return `Missing: ${missing.join(", ")}`;
  return detail === null ? undefined : line("q", shown(detail));
}

function findings(items) {
  const list = line("ol", "", "findings");
  list.append(...items.map(({ loc, msg, type, hint }) => {
    const entry = document.createElement("li");
    entry.append(line("strong", loc.join(".")), line("div", msg), line("div", hint ?? ""), line("small", type ?? ""));
    return entry;
  }));
  return list;
}

const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value));

function codes(texts) {
  const list = document.createElement("span");
  list.className = "codes";
  list.append(...(texts.length > 0 ? texts.map((text) => line("code", text)) : ["none"]));
  return list;
}

function line(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}
