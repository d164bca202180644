// Problems of a list of leads, with their places.
import { count, element, link } from "../dom.js";
import { leadRules } from "../api.js";

/** How many problems are shown, and how many of the same rule, as on the command line. */
const MAX_SHOWN = 50;
const MAX_OF_RULE = 5;

/** Returns the first problems of each rule; `go` leads to a line. */
export function firstProblems({ problems, omitted, columns }, go) {
  const seen = new Map();
  const isShown = ({ rule }) => seen.set(rule, (seen.get(rule) ?? 0) + 1).get(rule) <= MAX_OF_RULE;
  const shown = problems.filter(isShown).slice(0, MAX_SHOWN);
  if (shown.length === 0) return [];
  const others = problems.length + omitted - shown.length;
  const note = others > 0 ? [element("p", { className: "note" }, `… and ${count(others, "more problem")} of these kinds`)] : [];
  const entries = shown.map((problem) => entry(problem, { root: "", isError: isError(problem, columns), columns, go }));
  return [element("h3", {}, others > 0 ? "The first problems" : "Problems"), element("ol", { className: "findings" }, ...entries), ...note];
}

/**
 * Returns a problem as an item of a list.
 * @param {object} problem
 * @param {{ root: string, isError: boolean, columns: { name: string }[], go?: (line: number) => void }} more `root` leads to
 * the root of the site
 */
export function entry({ line, column, rule, msg }, { root, isError, columns, go }) {
  const name = column && columns[column - 1]?.name;
  const cell = column ? `, column ${column}${name ? ` (${name})` : ""}` : "";
  const place = `line ${line}${cell}`;
  const at = go ? element("button", { type: "button", className: "go", onclick: () => go(line) }, place) : element("code", {}, place);
  return element("li", { className: isError ? "" : "advice" }, at, element("p", {}, msg), element("small", {}, link(rule, root)));
}

/** Returns whether a problem is more than advice. What breaks a rule of requests makes a row invalid only as its address. */
function isError({ rule, column }, columns) {
  const { isError, isShared } = leadRules[rule];
  return isError && (!isShared || columns[column - 1]?.field === "email");
}
