// The part of `preflight` that all entry points share; each adds its way to load the WASM.
import { explanation } from "../answers/api.js";
import { optionsOf, typeName } from "../arguments.js";
import { answer, textOf } from "../check/api.js";
import { assertLength } from "../wasm/limits.js";

/**
 * Creates `preflight` from `callWasm(operation, text, situation)`, which returns JSON text or, for an unknown
 * operation, a message.
 * @param {(operation: string, text: string, situation: string) => string} callWasm
 */
export const predictor = (callWasm) =>
  function preflight(operation, body, situation = {}, options) {
    optionsOf(options);
    if (typeof situation !== "object" || situation === null) {
      throw new TypeError(`the situation must be an object, not ${typeName(situation)}`);
    }
    const known = assertLength("situation", JSON.stringify(situation) ?? "");
    const prediction = answer((name, text) => callWasm(name, text, known), operation, () => textOf(operation, body));
    if (prediction.invalid !== undefined) throw new TypeError(`invalid situation: ${prediction.invalid}`);
    if (prediction.explanation) prediction.explanation = explanation(prediction.explanation);
    return prediction;
  };
