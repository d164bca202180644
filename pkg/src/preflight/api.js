// The part of `preflight` that all entry points share; each adds its way to load the WASM.
import { optionsOf, typeName } from "../arguments.js";
import { answer, textOf } from "../check/api.js";
import { assertLength } from "../wasm/limits.js";

/**
 * Creates `preflight` from `callWasm(operation, text, situation)`. If the operation is unknown, that throws a text.
 * @param {(operation: string, text: string, situation: string) => object} callWasm
 */
export const predictor = (callWasm) =>
  function preflight(operation, body, situation = {}, options) {
    optionsOf(options);
    if (typeof situation !== "object" || situation === null) {
      throw new TypeError(`the situation must be an object, not ${typeName(situation)}`);
    }
    const known = assertLength("situation", JSON.stringify(situation) ?? "");
    return answer((name, text) => callWasm(name, text, known), operation, () => textOf(operation, body));
  };
