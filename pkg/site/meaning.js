// What `explain` says about an answer, for people.
import { element, link, prose } from "./dom.js";

const AGAIN = {
  never: () => "Not as it is: the same request with the same API key gets the same answer.",
  after_fix: () => "Once it is fixed.",
  after: (seconds) => `In ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  backoff: () => "After a wait that grows with each attempt.",
};

/** Returns a heading: the status and the id of an answer. */
export const heading = ({ status, id }) => [status, id].filter(Boolean).join(" · ");

/**
 * Returns the explanation of an answer.
 * @param {object} found the result of `explain`
 * @param {string} root leads to the root of the site
 */
export function meaning(found, root) {
  const list = element("dl");
  const entry = (term, ...content) => list.append(element("dt", {}, term), element("dd", {}, ...content));
  entry("What happened", `${found.title}.`);
  if (found.items.length > 0) entry("Where", findings(found.items, root));
  else if (found.missing_requirements !== null) entry("Missing", found.missing_requirements.join(", "));
  else if (found.detail !== null) entry("The API says", element("q", {}, shown(found.detail)));
  for (const [name, value] of Object.entries(found.extra ?? {})) entry(name, element("q", {}, shown(value)));
  if (found.required !== null) entry("Required scopes", codes(found.required));
  if (found.granted !== null) entry("Granted scopes", codes(found.granted));
  entry("What to do", ...prose(found.fix));
  entry("Send it again?", again(found));
  if (found.status_expected !== null) entry("Note", `The documented status is ${found.status_expected}.`);
  if (found.note) entry("Note", found.note);
  if (found.others.length > 0) entry("Answers before it", found.others.map(heading).join(", "));
  const title = element("h3", {}, found.status ? `${found.status} · ` : "", link(found.id, root));
  return [title, list];
}

function again({ status, retry, retry_after_seconds: seconds }) {
  return status >= 200 && status < 300 ? "No need to: it succeeded." : AGAIN[retry](seconds);
}

function findings(items, root) {
  const entries = items.map(({ loc, msg, type, hint, rule }) => {
    const exact = [type, rule && link(rule, root)].filter(Boolean);
    const line = element("small", {}, ...exact.flatMap((part, at) => (at > 0 ? [" · ", part] : [part])));
    return element("li", {}, element("strong", {}, loc.join(".")), element("div", {}, msg), element("div", {}, ...prose(hint ?? "")), line);
  });
  return element("ol", { className: "findings" }, ...entries);
}

const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value));

function codes(texts) {
  const list = texts.length > 0 ? texts.map((text) => element("code", {}, text)) : ["none"];
  return element("span", { className: "codes" }, ...list);
}
