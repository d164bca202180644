// Explains a pasted answer from the API: what happened, where, what to do, and when to try again.
import { check, explain } from "../src/browser.js";
import { element, write } from "./dom.js";
import { heading, meaning } from "./meaning.js";
import { textWithoutSecrets } from "./redacted.js";

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

export function error(pane, _panel, changed) {
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
    place.replaceChildren(...(none ? [element("p", {}, NOTHING)] : found ? meaning(found, "") : []));
    write(heard, none ? NOTHING : found ? `${heading(found)}: ${found.title}.` : "");
    changed();
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
  return {
    state: () => ({ status: status.value, text: textWithoutSecrets(text.value) }),
    restore(state) {
      [status.value, text.value] = [String(state.status ?? ""), String(state.text ?? "")];
      update();
    },
  };
}
