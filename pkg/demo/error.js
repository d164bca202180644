// Explains a pasted answer from the API: what happened, where, what to do, and when to try again.
import { check, explain, rules } from "../src/browser.js";
import { write } from "./answer.js";
import { redacted } from "./redacted.js";

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
  const causes = new Map(rules().flatMap(({ id, answer }) => (answer ? [[id, answer.cause]] : [])));

  function update() {
    const said = text.value.trim();
    const written = status.value.trim();
    const code = /^[1-5]\d\d$/.test(written) ? Number(written) : null;
    // Do not complain while the user is typing.
    const typing = document.activeElement === status && /^[1-5]\d?$/.test(written);
    complain(code === null && written !== "" && !typing);
    const found = said === "" && code === null ? undefined : explain(code, said);
    place.replaceChildren(...(found ? meaning(found, said, causes) : []));
    write(heard, found ? `${title(found)}: ${causes.get(found.id)}` : "");
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

const title = (found) => [found.status, found.id].filter(Boolean).join(" · ");

function meaning(found, text, causes) {
  const list = document.createElement("dl");
  const entry = (term, ...content) => {
    const value = document.createElement("dd");
    value.append(...content);
    list.append(line("dt", term), value);
  };
  entry("What happened", causes.get(found.id));
  const where = places(found.detail, text);
  if (where) entry("Where", where);
  for (const [name, term] of [["required", "Required scopes"], ["granted", "Granted scopes"]]) {
    const scopes = member(text, name);
    if (Array.isArray(scopes)) entry(term, codes(scopes));
  }
  entry("What to do", found.fix);
  entry("When to try again", again(found));
  if (found.status_expected !== null) entry("Note", `The documented status is ${found.status_expected}.`);
  return [line("h3", title(found)), list];
}

function again({ status, retry, retry_after_seconds: seconds }) {
  return status >= 200 && status < 300 ? "No need to: it succeeded." : AGAIN[retry](seconds);
}

/** Returns the details of the answer. */
function places(detail, text) {
  if (typeof detail === "string") return line("q", detail);
  if (!Array.isArray(detail)) return missing(text);
  const list = line("ol", "", "findings");
  list.append(...detail.map((item) => {
    const entry = document.createElement("li");
    const where = Array.isArray(item?.loc) ? item.loc.join(".") : "";
    entry.append(line("strong", where), line("div", String(item?.msg ?? "")), line("small", String(item?.type ?? "")));
    return entry;
  }));
  return list;
}

/** Returns the missing requirements of a launch, since that answer has no `detail`. */
function missing(text) {
  const requirements = member(text, "missing_requirements");
  return Array.isArray(requirements) ? `Missing: ${requirements.map((text) => redacted(String(text))).join(", ")}` : undefined;
}

/** Returns what the answer contains apart from `detail`. */
function member(text, name) {
  try {
    return JSON.parse(text)?.[name];
  } catch {
    return undefined;
  }
}

function codes(texts) {
  const list = document.createElement("span");
  list.className = "codes";
  list.append(...(texts.length > 0 ? texts.map((text) => line("code", redacted(String(text)))) : ["none"]));
  return list;
}

function line(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}
