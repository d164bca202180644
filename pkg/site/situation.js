// What else is known: the first answer to a request that follows from the key, the campaign and the accounts.
import { preflight } from "../src/browser.js";
import { operations, scopes, statuses } from "./api.js";
import { element } from "./dom.js";
import { meaning } from "./meaning.js";
import { withoutSecrets } from "./redacted.js";

/** Stands for a campaign or an account in a path. */
export const ID = "550e8400-e29b-41d4-a716-446655440000";

/** The names of unknown facts. */
const FACTS = {
  api_key: "the API key",
  api_key_valid: "whether the API key is valid",
  requests_seconds_ago: "the rate limit",
  scopes: "the scopes of the key",
  required_scope: "the scope that this request needs, which is not documented",
  "{campaign_id}": "which campaign it is",
  campaign_ids: "whether the campaign exists",
  "campaigns[].status": "the status of the campaign",
  accepted_status: "the statuses in which this is accepted, which are not documented",
  connected_addresses: "whether the address is connected already",
  "{inbox_id}": "which account it is",
  inboxes_in_use: "whether a campaign uses the account",
  "campaigns[].has_leads": "whether the campaign has leads",
  "campaigns[].has_inboxes": "whether the campaign has sender accounts",
  "campaigns[].has_variants": "whether the campaign has a first e-mail",
};

/**
 * @param {(tab: string) => { operation: string, body: unknown }} requestOf returns the request in another tab
 */
export function situation(pane, panel, changed, requestOf) {
  const form = pane.querySelector("form");
  const { elements } = form;
  const select = pane.querySelector("#situation-request");
  const TABS = { campaign: "The campaign", sender: "The sender account", lead: "The lead" };
  for (const [tab, name] of Object.entries(TABS)) select.append(new Option(`${name}, as in its tab`, tab));
  const others = element("optgroup", { label: "Without a body" });
  for (const [id, { method, path, payload }] of Object.entries(operations)) {
    if (payload === null || payload === "query") others.append(new Option(`${method} ${path}`, id));
  }
  select.append(others);
  for (const status of statuses) elements.status.append(new Option(status, status));
  for (const scope of ["*", ...scopes]) {
    const box = element("input", { type: "checkbox", name: "scopes", value: scope });
    pane.querySelector(".scopes").append(element("label", { className: "chip" }, box, scope === "*" ? " * (all)" : ` ${scope}`));
  }

  /** Returns what is known, in the form of `Situation`. */
  function known(body) {
    const { key, wait, status, connected, used } = elements;
    const granted = [...elements.scopes].filter((box) => box.checked).map((box) => box.value);
    const is = (control) => (control.value === "" ? null : control.value === "true");
    const campaign = {
      campaign_id: ID,
      status: statuses.includes(status.value) ? status.value : null,
      ...Object.fromEntries(["has_leads", "has_inboxes", "has_variants"].map((name) => [name, is(elements[name])])),
    };
    const exists = status.value !== "none";
    return {
      ...(key.value === "none" ? { api_key: null } : {}),
      ...(key.value === "valid" ? { api_key_valid: true } : {}),
      ...(key.value === "revoked" ? { api_key_valid: false } : {}),
      ...(granted.length > 0 ? { scopes: granted } : {}),
      ...(/^\d{1,9}$/.test(wait.value.trim()) ? { wait_seconds: Number(wait.value) } : {}),
      campaigns: exists ? [campaign] : [],
      ...(exists ? {} : { campaign_ids: [] }),
      ...(is(connected) === null ? {} : { connected_addresses: is(connected) ? [body?.email_address].filter(Boolean) : [] }),
      ...(is(used) === null ? {} : { inboxes_in_use: is(used) ? [ID] : [] }),
    };
  }

  function update() {
    const request = operations[select.value] ? { operation: select.value } : requestOf(select.value);
    const { method, path } = operations[request.operation];
    for (const [name, shown] of [
      ["campaign", path.includes("{campaign_id}")],
      ["address", request.operation === "create_smtp_account"],
      ["inbox", path.includes("{inbox_id}")],
    ]) pane.querySelector(`.for-${name}`).hidden = !shown;
    const route = `${method} ${path.replace(/\{(campaign|inbox)_id\}/, ID)}`;
    const answer = preflight(route, request.body, known(request.body));
    const unknown = answer.unknown.map((fact) => FACTS[fact] ?? fact);
    const extra = [
      ...(answer.explanation ? [element("div", { className: "explained" }, ...meaning(answer.explanation, ""))] : []),
      ...(unknown.length > 0 ? [element("h3", {}, "Not known, so not checked"), element("ul", {}, ...unknown.map((text) => element("li", {}, text)))] : []),
    ];
    panel.report(answer, request, { extra });
    changed();
  }
  form.addEventListener("input", update);
  select.addEventListener("change", update);
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  update();
  return {
    opened: update,
    state: () => ({ request: select.value, values: withoutSecrets([...new FormData(form)]) }),
    restore({ request, values }) {
      if (TABS[request] || operations[request]) select.value = request;
      for (const [name, value] of values) {
        const control = elements.namedItem(name);
        if (name === "scopes") for (const box of control) box.checked ||= box.value === value;
        else if (control) control.value = value;
      }
      update();
    },
  };
}
