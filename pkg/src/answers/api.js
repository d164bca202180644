// What every entry offers about answers; an entry adds where the WASM comes from.
import { typeName } from "../arguments.js";
import { assertLength } from "../wasm/limits.js";
import { waitOf } from "./wait.js";

/**
 * Makes `explain` of `callWasm(status, text, wait)`, which gives JSON text; status 0 is none, and so is a wait below 0.
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

/** The result of the WASM, its `detail` as a value. */
export const explanation = (result) => ({ ...result, detail: valueOf(result.detail) });

/** What a server wrote: Python's JSON has numbers that JSON has not. */
function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
