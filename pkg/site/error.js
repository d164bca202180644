// Explains a pasted answer from the API: what happened, where, what to do, and when to try again.
import { check, explain, preflight } from "../src/browser.js";
import { element, write } from "./dom.js";
import { formatText } from "./format.js";
import { heading, meaning } from "./meaning.js";
import { textWithoutSecrets } from "./redacted.js";
import { ID } from "./situation.js";

/** Answers of the API, each with its status. */
const EXAMPLES = {
  fields: () => check("create_campaign", { name: "Spring", daily_limit_per_inbox: 101 }),
  sum: () => {
    const half = { subject_template: "Hello", email_content: "Hi {{first_name}}", distribution_percent: 50 };
    return check("update_campaign", { variants: [half] });
  },
  scopes: () => preflight("create_campaign", { name: "Spring outreach" }, { scopes: ["sender_accounts:read"] }),
  rate: () => preflight("list_campaigns", undefined, { wait_seconds: 60 }),
  launch: () => {
    const campaign = { campaign_id: ID, status: "DRAFT", has_leads: false, has_inboxes: false };
    return preflight(`PUT /campaigns/${ID}`, { launch: true }, { campaigns: [campaign] });
  },
  proxy: () => ({ status: 502, body: "<html>\n<head><title>502 Bad Gateway</title></head>\n</html>" }),
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
      const answer = EXAMPLES[example.dataset.example]();
      [status.value, text.value] = [answer.status ?? "", formatText(answer.body)];
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
