// The panel next to the tabs: the answer, and the request.
import { copy, formats } from "./copy.js";
import { write } from "./dom.js";
import { format } from "./format.js";
import { operations } from "./api.js";
import { withoutSecrets, textWithoutSecrets } from "./redacted.js";
import { tone, verdict, view } from "./view.js";

const panel = document.querySelector(".answer");
const outcome = panel.querySelector(".verdict");
const more = panel.querySelector(".more");
const said = panel.querySelector(".said");
const request = panel.querySelector(".request");
const copied = panel.querySelector(".copies [role=status]");
let current;
let filledBy;

/** What a tab shows in the panel, when the tab is open. */
export function panelOf() {
  const own = {
    /**
     * @param {object} answer
     * @param {{ operation: string, body?: unknown, text?: string }} request what is sent; a text is already shown
     * @param {{ sent?: boolean, extra?: Node[] }} more whether it was submitted; what else to show
     */
    report(answer, request, { sent = false, extra = [] } = {}) {
      Object.assign(own, { answer, request, sent, extra });
      if (current === own) show(own);
    },
    /** Finds the field that an issue is about; set by the tab. */
    place: undefined,
  };
  return own;
}

export function show(own) {
  current = own;
  write(copied, "");
  panel.hidden = own === undefined;
  if (!own?.answer) return clear();
  const { answer, sent, extra, place } = own;
  outcome.className = `verdict ${tone(answer)}`;
  outcome.classList.toggle("sent", sent);
  write(outcome, sent ? `${verdict(answer)}. It would be sent now, but this page sends nothing` : verdict(answer));
  const content = [...extra, ...view(answer, "", place)];
  if (!content.length) content.push("The API would accept this request. What it returns then, only the API knows.");
  fill(content, own);
  const { operation } = own.request;
  const { method, path, payload } = operations[operation];
  const line = request.querySelector(".line");
  write(line, `${method} ${path}`);
  line.href = `rules/operations.html#${operation}`;
  const body = request.querySelector(".body");
  body.hidden = own.request.body === undefined;
  write(body, body.hidden ? "" : format(withoutSecrets(own.request.body, () => "••••••••")));
  request.querySelector("[data-format=json]").hidden = payload !== "body";
}

/**
 * Shows what an answer says. If it is the same as before, nothing is replaced: a field that is left is checked again
 * while a button here is pressed, and the click would be lost.
 */
function fill(content, own) {
  const next = document.createElement("div");
  next.append(...content);
  if (said.querySelector("details[open]")) next.querySelector("details")?.setAttribute("open", "");
  if (filledBy === own && next.innerHTML === said.innerHTML) return;
  filledBy = own;
  said.replaceChildren(...next.childNodes);
}

/** There is no answer yet. */
function clear() {
  outcome.className = "verdict";
  write(outcome, "");
  said.replaceChildren();
}

more.addEventListener("click", () => {
  const open = panel.classList.toggle("open");
  more.setAttribute("aria-expanded", String(open));
  write(more, open ? "Close" : "Details");
});
/** Closes the details, which cover the form on a phone. */
export function close() {
  if (panel.classList.contains("open")) more.click();
}
panel.addEventListener("keydown", (event) => event.key === "Escape" && close());
// The way to a field.
said.addEventListener("click", (event) => event.target.matches(".go") && close(), { capture: true });

for (const button of panel.querySelectorAll("[data-format]")) {
  button.addEventListener("click", () => {
    const { operation, body, text } = current.request;
    const { method, path, payload } = operations[operation];
    const secret = (key) => `your_${key}`;
    const content = text === undefined ? format(withoutSecrets(body, secret)) : textWithoutSecrets(text, secret);
    const sent = { body: { body: content }, query: { query: content } }[payload];
    copy(formats[button.dataset.format]({ method, path, ...(content === undefined ? {} : sent) }), copied, "Copied, with placeholders for keys and passwords.");
  });
}
