// The counts of a list of leads, as tables.
import { count, element, link, number } from "../dom.js";

/** Returns the table of rows by class. */
export function counts({ rows, valid, doubtful, invalid, duplicates, blank, invalid_by_rule }) {
  const reasons = Object.entries(invalid_by_rule).sort(([, a], [, b]) => b - a);
  const byRule = reasons.flatMap(([id, n], at) => [at === 0 ? ": " : ", ", `${number(n)} `, link(id, "")]);
  const entries = [
    ["Rows", rows, `without the header${blank > 0 ? `, and without ${count(blank, "blank row")}` : ""}`],
    ["Valid", valid, "with one well-formed address"],
    ["Doubtful", doubtful, "only browsers accept the address: it may exist, but the API may reject it"],
    ["Invalid", invalid, "without such an address, or unreadable", ...byRule],
    ["Duplicates", duplicates, "an earlier row has the same address"],
  ];
  const row = ([name, n, ...what]) =>
    element("tr", {}, headed("row", name), element("td", { className: "number" }, number(n)), element("td", {}, ...what));
  return table("Rows", "counts", entries.map(row));
}

/** How many columns are listed. */
const MAX_COLUMNS = 100;

/** Returns the table of columns: what they become, and how many of their cells are empty. */
export function columns({ columns }) {
  const rows = columns.slice(0, MAX_COLUMNS).map(({ name, field, empty }) =>
    element("tr", {}, headed("row", name || "(no name)"), element("td", {}, field ? element("code", {}, field) : "custom field"), element("td", { className: "number" }, number(empty))));
  const others = columns.length - rows.length;
  const note = others > 0 ? [element("p", { className: "note" }, `… and ${count(others, "more column")}`)] : [];
  const head = element("tr", {}, headed("col", "Column"), headed("col", "becomes"), headed("col", "empty cells", "number"));
  return [...table("Columns", "columns-of-list", rows, element("thead", {}, head)), ...note];
}

const headed = (scope, text, className = "") => element("th", { scope, className }, text);

function table(heading, className, rows, ...head) {
  const created = element("table", { className }, ...head, element("tbody", {}, ...rows));
  created.setAttribute("aria-label", heading);
  return [element("h3", {}, heading), created];
}
