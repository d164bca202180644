// The panel next to the forms: the request and the answer.
import { redacted } from "./redacted.js";

const verdict = document.querySelector(".verdict");
const asked = document.querySelector(".asked");
const request = document.querySelector(".request");
const body = document.querySelector(".answer .body");
let current;

/** The content of a tab, shown when the tab is open. `undefined` means that the request is already shown. */
export function panel() {
  const own = {
    report(answer, value, sent = false) {
      Object.assign(own, { answer, value, sent });
      if (current === own) show(own);
    },
  };
  return own;
}

export function show(own) {
  current = own;
  const { answer, value, sent } = own;
  if (!answer) return clear();
  const advice = answer.advice.length;
  verdict.className = "verdict";
  verdict.classList.toggle("rejected", !answer.ok);
  verdict.classList.toggle("advised", answer.ok && advice > 0);
  verdict.classList.toggle("sent", sent);
  write(verdict, words(answer, sent));
  asked.hidden = value === undefined;
  write(request, JSON.stringify(value, masked, 2) ?? "");
  write(body, answer.ok ? "accepted; only the API itself knows what it would return" : answer.body);
}

/** There is no answer yet. */
function clear() {
  verdict.className = "verdict";
  for (const element of [verdict, request, body]) write(element, "");
}

function words({ ok, status, issues, advice }, sent) {
  if (!ok) return `${status}: ${count(issues.length, "error")}`;
  const taken = sent ? "It would be sent now, but this page sends nothing" : "The API would accept this";
  return advice.length > 0 ? `${taken}; ${count(advice.length, "remark")}` : taken;
}

export const count = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

/** Hide what must not be read over the shoulder. */
function masked(key, value) {
  if (/password/.test(key) && value !== "") return "••••••••";
  return typeof value === "string" ? redacted(value) : value;
}

/** Write only changes, so that only these are announced. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
