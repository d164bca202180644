// The part of `explain` that all entry points share; each adds its way to load the WASM.
import { typeName } from "../arguments.js";
import { assertLength } from "../wasm/limits.js";
import { waitOf } from "./wait.js";

/**
 * Creates `explain` from `callWasm(status, text, wait)`. Status 0 and a negative wait mean none.
 * @param {(status: number, text: string, wait: number) => object} callWasm
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
    return callWasm(known ? status : 0, text, wait);
  };
