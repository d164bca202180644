// What a list of leads is like, in a few words.
import { count, number } from "../dom.js";

/** Says what a list is like. */
export function words({ complete, ok, rows, invalid, duplicates, problems, omitted }) {
  if (!complete) return "The list cannot be read";
  const left = [invalid > 0 && `${number(invalid)} invalid`, duplicates > 0 && count(duplicates, "duplicate")].filter(Boolean);
  const remarks = ok && problems.length > 0 ? `, ${count(problems.length + omitted, "remark")}` : "";
  return `${count(rows, "row")}${left.length > 0 ? `: ${left.join(", ")}` : ""}${remarks}`;
}
