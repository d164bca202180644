// What every entry offers to foretell answers; an entry adds where the WASM comes from.
import { explanation } from "../answers/api.js";
import { answer, named, optionsOf, textOf } from "../api.js";
import { fitting } from "../limits.js";

/**
 * Makes `preflight` of `run(operation, text, situation)`, which gives JSON text, or of an unknown operation the ids of
 * all.
 * @param {(operation: string, text: string, situation: string) => string} run
 */
export const foreteller = (run) =>
  function preflight(operation, body, situation = {}, options) {
    optionsOf(options);
    if (typeof situation !== "object" || situation === null) {
      throw new TypeError(`the situation is ${named(situation)}; an object is needed`);
    }
    const known = fitting("situation", JSON.stringify(situation) ?? "");
    const told = answer(run, operation, () => textOf(operation, body), known);
    if (told.invalid !== undefined) throw new TypeError(`the situation is wrong: ${told.invalid}`);
    if (told.explanation) told.explanation = explanation(told.explanation);
    return told;
  };
