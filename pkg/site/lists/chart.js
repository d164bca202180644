// A chart of the problems of a list of leads by kind: bars, with their numbers as text.
import { count, element, link, number } from "../dom.js";
import { leadRules } from "../api.js";

/** Returns the chart. Problems because of which rows are left out come first. */
export function chart({ rules, invalid_by_rule }) {
  const kinds = Object.entries(rules).map(([id, n]) => {
    const { about, effect, isError, isShared } = leadRules[id];
    const invalid = invalid_by_rule[id] ?? 0;
    return { id, n, about, effect, invalid, isError: isError && (!isShared || invalid > 0) };
  });
  if (kinds.length === 0) return [element("p", {}, "No problems were found.")];
  const most = Math.max(...kinds.map(({ n }) => n));
  kinds.sort((a, b) => b.isError - a.isError || b.n - a.n);
  const bar = ({ n, isError }) => {
    const amount = element("div", { className: isError ? "" : "advice" });
    amount.style.width = `${(100 * n) / most}%`;
    const scale = element("div", { className: "scale" }, amount);
    scale.setAttribute("aria-hidden", "true");
    return scale;
  };
  const entry = (kind) => {
    const { id, n, about, invalid } = kind;
    const effect = kind.effect === "invalid row" ? count(invalid, "invalid row") : kind.effect;
    return element(
      "li",
      {},
      element("p", { className: "kind" }, element("span", {}, about), element("strong", {}, number(n))),
      bar(kind),
      element("small", {}, link(id, ""), ` · ${effect}`),
    );
  };
  return [element("h3", {}, "Problems by kind"), element("ol", { className: "chart" }, ...kinds.map(entry))];
}
