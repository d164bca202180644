// The part of `explain` that all entry points share; each adds its way to load the WASM.
import { typeName } from "../arguments.js";
import { assertLength } from "../wasm/limits.js";
import { waitOf } from "./wait.js";

/**
 * Creates `explain` from `callWasm(status, text, wait)`, which returns JSON text. Status 0 and a negative wait mean
 * none.
 * @param {(status: number, text: string, wait: number) => string} callWasm
 */
export const explainer = (callWasm) =>
  function explain(status, body, options) {
    const known = Number.isInteger(status) && status >= 100 && status <= 599;
    if (!known && status !== null && status !== undefined) {
      const given = typeof status === "number" ? status : typeName(status);
      throw new TypeError(`the status must be a number from 100 to 599 or null, not ${given}`);
    }
    const wait = waitOf(options);
    const text = assertLength("answer", typeof body === "string" ? body : (JSON.stringify(body) ?? ""));
    return explanation(JSON.parse(callWasm(known ? status : 0, text, wait)));
  };

/** Returns the result of the WASM, with `detail` and `extra` as values, and without what is empty but optional. */
export function explanation({ extra, received, note, ...result }) {
  const values = Object.entries(extra).map(([name, text]) => [name, valueOf(text)]).filter(([, value]) => value !== null);
  const others = values.length > 0 ? { extra: Object.fromEntries(values) } : {};
  if (received !== null) others.received = received;
  if (note !== null) others.note = note;
  return { ...result, detail: valueOf(result.detail), items: result.items.map(item), ...others };
}

const item = ({ rules, ...item }) => (rules.length > 0 ? { ...item, rules } : item);

/** Parses the server's text. Returns `null` if that fails, because Python's JSON has numbers that JSON lacks. */
function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
