// What a list of leads is like, in a few words.
import { count, number } from "../dom.js";

/** Says what a list is like. */
export function words({ complete, ok, rows, invalid, duplicates, problems, omitted }) {
  if (!complete) return "The list cannot be read";
  const wrong = [
    invalid > 0 && `${number(invalid)} invalid`,
    duplicates > 0 && count(duplicates, "duplicate"),
    !ok && invalid === 0 && "the file cannot be uploaded as it is",
  ].filter(Boolean);
  const remarks = ok && problems.length > 0 ? `, ${count(problems.length + omitted, "remark")}` : "";
  return `${count(rows, "row")}${wrong.length > 0 ? `: ${wrong.join(", ")}` : ""}${remarks}`;
}
