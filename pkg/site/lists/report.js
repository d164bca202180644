// What was found in a list of leads, for people.
import { code, element } from "../dom.js";
import { format } from "../format.js";
import { tone } from "../view.js";
import { chart } from "./chart.js";
import { columns, counts } from "./counts.js";
import { downloads } from "./downloads.js";
import { firstProblems } from "./problems.js";
import { words } from "./words.js";

/**
 * A report: what to show, and what to call when it is no longer shown.
 * @typedef {{ nodes: Node[], end: () => void }} Report
 */

/**
 * Returns the report of a list.
 * @param {object} found the result of `checkLeads`
 * @param {{ list: File | string, go?: (line: number) => void }} source the list; `go` leads to a line of it
 * @returns {Report}
 */
export function report(found, { list, go }) {
  const name = list.name ? [element("h3", {}, `${list.name}, ${size(list.size)}`)] : [];
  const outcome = verdict(words(found), tone({ ok: found.ok, advice: found.problems }));
  if (!found.complete) return { nodes: [...name, outcome, ...firstProblems(found, go)], end() {} };
  const files = downloads(found, list.name);
  return {
    nodes: [
      ...name,
      outcome,
      ...files.nodes,
      ...counts(found),
      ...chart(found),
      ...firstProblems(found, go),
      ...columns(found),
      ...mapping(found),
    ],
    end: files.end,
  };
}

/** Returns the report of a list that was not checked. */
export const failure = (message) => ({ nodes: [verdict(message, "rejected")], end() {} });

const verdict = (text, className) => element("p", { className: `verdict ${className}` }, text);

/** Returns the mapping that has to be uploaded, if any. */
function mapping({ mapping }) {
  if (mapping === null) return [];
  return [
    element("h3", {}, "The mapping to upload with the list"),
    element("p", { className: "note" }, "Guessed by the names of the columns. Other columns become custom fields."),
    code(format(mapping), "Mapping"),
  ];
}

/** Returns a size for people. */
function size(bytes) {
  const [unit, name] = bytes < 1e6 ? [1e3, "kB"] : [1e6, "MB"];
  return `${(bytes / unit).toLocaleString("en", { maximumFractionDigits: 1 })} ${name}`;
}
