// An answer of `check` or `preflight` for people.
import { code, count, element, link, prose } from "./dom.js";
import { formatText } from "./format.js";

/** Says in a few words what the answer is. */
export function verdict({ ok, status, issues, advice }) {
  const remarks = advice.length > 0 ? `, ${count(advice.length, "remark")}` : "";
  if (ok) return `Accepted${remarks}`;
  const code = status === null ? "" : ` (${status})`;
  return `Rejected${code}${issues.length > 0 ? `: ${count(issues.length, "error")}` : ""}`;
}

/** Says by its class what the answer is. */
export const tone = ({ ok, advice }) => (ok ? (advice.length > 0 ? "advised" : "accepted") : "rejected");

/**
 * Returns the errors and remarks of an answer, and the answer itself.
 * @param {object} answer
 * @param {string} root leads to the root of the site
 * @param {(issue: object) => { name: string, go: () => void } | undefined} place finds the field that an issue is about
 */
export function view(answer, root, place = () => undefined) {
  const finding = (issue, advice) => {
    const field = place(issue);
    const name = field
      ? element("button", { type: "button", className: "go", onclick: field.go }, field.name)
      : element("code", {}, issue.loc.join(".") || "the request");
    const hint = issue.hint && issue.hint !== issue.message ? [element("p", {}, ...prose(issue.hint))] : [];
    const exact = element("small", {}, issue.message, " · ", link(issue.rule, root));
    return element("li", { className: advice ? "advice" : "" }, name, ...hint, exact);
  };
  const list = (heading, issues, advice) =>
    issues.length === 0
      ? []
      : [element("h3", {}, heading), element("ol", { className: "findings" }, ...issues.map((issue) => finding(issue, advice)))];
  return [
    ...list("Errors", answer.issues, false),
    ...list("Remarks: the API accepts these", answer.advice, true),
    ...(answer.ok ? [] : body(answer)),
  ];
}

/** Shows the body of an answer, as people read it and as it is. */
function body({ body: text }) {
  if (text === null) return [];
  return [
    element("h3", {}, "The answer"),
    code(formatText(text), "The answer, formatted"),
    element("details", {}, element("summary", {}, "Byte for byte, as it is sent"), code(text, "The answer, byte for byte")),
  ];
}
