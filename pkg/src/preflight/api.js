// What every entry offers to predict answers; an entry adds where the WASM comes from.
import { explanation } from "../answers/api.js";
import { optionsOf, typeName } from "../arguments.js";
import { answer, textOf } from "../check/api.js";
import { assertLength } from "../wasm/limits.js";

/**
 * Makes `preflight` of `callWasm(operation, text, situation)`, which gives JSON text, or for an unknown operation a
 * sentence.
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
