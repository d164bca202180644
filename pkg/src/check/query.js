// Builds query strings.
import { isPlain } from "../arguments.js";

/**
 * Returns a query string from text, pairs (a URLSearchParams, FormData, Map or list), or an object of parameters.
 *
 * Parameters that are undefined, null, functions or symbols are omitted; a list repeats its parameter; other values
 * are written as in JSON, without quotation marks.
 * @param {unknown} body
 */
export function queryText(body) {
  if (typeof body === "string" || body instanceof String) return String(body);
  if (body === null || /^(u|f|sy)/.test(typeof body)) return "";
  return String(new URLSearchParams(body[Symbol.iterator] ? body : pairs(body)));
}

function pairs(parameters) {
  if (!isPlain(parameters)) throw new TypeError("a query string must be text, pairs, or a plain object");
  return Object.entries(parameters).flatMap(([name, value]) =>
    [value].flat().map(valueText).filter((text) => text !== undefined).map((text) => [name, text]),
  );
}

function valueText(value) {
  if (typeof value === "string") return value;
  const text = JSON.stringify(value);
  if (text === undefined || text === "null") return undefined;
  // A date, for example, is a string in JSON.
  return text.startsWith('"') ? JSON.parse(text) : text;
}
