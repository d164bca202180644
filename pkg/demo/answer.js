// The panel beside the forms: what is sent, and what comes back.
const verdict = document.querySelector(".verdict");
const asked = document.querySelector(".asked");
const request = document.querySelector(".request");
const body = document.querySelector(".answer .body");
let current;

/** What one tab has to show; it is shown when the tab is. A request that stands there already is given as undefined. */
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
  write(body, answer.ok ? "accepted; only the API knows what it returns" : answer.body);
}

/** Nothing is known yet. */
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

/** Not to be read over a shoulder. */
const masked = (key, value) => (/password/.test(key) && value !== "" ? "••••••••" : value);

/** Only what has changed is announced. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
