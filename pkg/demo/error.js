// An answer of the API, pasted: what happened, where, what to do, and when to try again.
import { check, explain, rules } from "../src/browser.js";

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
  never: () => "Not at all: it would be answered the same.",
  after_fix: () => "Once that is done.",
  after: (seconds) => `In ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  backoff: () => "After a wait that grows with each try.",
};

export function error(pane) {
  const status = pane.querySelector("#error-status");
  const text = pane.querySelector("#error-text");
  const place = pane.querySelector(".explained");
  const causes = new Map(rules().flatMap(({ id, answer }) => (answer ? [[id, answer.cause]] : [])));

  function update() {
    const said = text.value.trim();
    const wrong = said !== "" && status.value.trim() !== "" && !/^[1-5]\d\d$/.test(status.value.trim());
    status.setAttribute("aria-invalid", String(wrong));
    const code = wrong || status.value.trim() === "" ? null : Number(status.value);
    place.replaceChildren(...(said === "" && code === null ? [] : meaning(explain(code, said), said, causes)));
  }
  for (const control of [status, text]) control.addEventListener("input", update);
  for (const example of pane.querySelectorAll(".example")) {
    example.addEventListener("click", () => {
      [status.value, text.value] = EXAMPLES[example.dataset.example]();
      update();
    });
  }
}

function meaning(found, text, causes) {
  const title = line("h3", [found.status, found.id].filter(Boolean).join(" · "));
  const list = document.createElement("dl");
  const entry = (term, ...content) => {
    const value = document.createElement("dd");
    value.append(...content);
    list.append(line("dt", term), value);
  };
  entry("What happened", causes.get(found.id));
  const where = places(found.detail, text);
  if (where) entry("Where", where);
  entry("What to do", found.fix);
  entry("When to try again", AGAIN[found.retry](found.retry_after_seconds));
  if (found.status_expected !== null) entry("Note", `The documentation has this with status ${found.status_expected}.`);
  return [title, list];
}

/** What the answer names. */
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

/** What a campaign lacks for its launch; that answer has no `detail`. */
function missing(text) {
  try {
    const { missing_requirements: requirements } = JSON.parse(text);
    return Array.isArray(requirements) ? `Missing: ${requirements.join(", ")}` : undefined;
  } catch {
    return undefined;
  }
}

function line(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}
