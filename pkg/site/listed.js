// The page of a rule for lists of leads: its lists are checked.
import { checkLeads } from "../src/leads/embedded.js";
import { count, element, link } from "./dom.js";
import { answerExamples } from "./example.js";

answerExamples("list", async (text) => {
  const list = await checkLeads(text);
  const problems = list.problems.map(({ line, column, rule, msg }) => {
    const place = [line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ") || "the list";
    const exact = element("small", {}, link(rule, "../"));
    return element("li", { className: list.ok ? "advice" : "" }, element("code", {}, place), element("p", {}, msg), exact);
  });
  return {
    words: words(list),
    className: tone(list),
    content: problems.length === 0 ? [] : [element("ol", { className: "findings" }, ...problems)],
  };
});

/** Says in a few words what the list is like. */
function words({ complete, ok, rows, invalid, duplicates, problems }) {
  if (!complete) return "The list cannot be read";
  const left = [invalid > 0 && `${invalid} invalid`, duplicates > 0 && count(duplicates, "duplicate")].filter(Boolean);
  const remarks = ok && problems.length > 0 ? `, ${count(problems.length, "remark")}` : "";
  return `${count(rows, "row")}${left.length > 0 ? `: ${left.join(", ")}` : ""}${remarks}`;
}

const tone = ({ ok, problems }) => (ok ? (problems.length > 0 ? "advised" : "accepted") : "rejected");
