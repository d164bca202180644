// What every entry offers about answers; an entry adds where the WASM comes from.
import { named } from "../api.js";
import { fitting } from "../limits.js";
import { waitOf } from "./wait.js";

/**
 * Makes `explain` of `run(status, text, wait)`, which gives JSON text; status 0 is none, and so is a wait below 0.
 * @param {(status: number, text: string, wait: number) => string} run
 */
export const explainer = (run) =>
  function explain(status, body, options) {
    const known = Number.isInteger(status) && status >= 100 && status <= 599;
    if (!known && status !== null && status !== undefined) {
      const told = typeof status === "number" ? status : named(status);
      throw new TypeError(`the status is ${told}; a number from 100 to 599 is needed, or null`);
    }
    const wait = waitOf(options);
    const text = fitting("answer", typeof body === "string" ? body : (JSON.stringify(body) ?? ""));
    return explanation(JSON.parse(run(known ? status : 0, text, wait)));
  };

/** What was told, its `detail` as a value. */
export const explanation = (told) => ({ ...told, detail: valueOf(told.detail) });

/** What a server wrote: Python's JSON has numbers that JSON has not. */
function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
