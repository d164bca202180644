// What every entry offers to foretell answers; an entry adds where the WASM comes from.
import { explanation } from "../answers/api.js";
import { named, read, refuseUnlessText, textOf } from "../api.js";

/**
 * Makes `preflight` of `run(operation, text, situation)`, which gives JSON text, or nothing for an unknown operation.
 * @param {(operation: string, text: string, situation: string) => string | undefined} run
 */
export const foreteller = (run) =>
  function preflight(operation, body, situation = {}) {
    refuseUnlessText(operation);
    if (typeof situation !== "object" || situation === null) {
      throw new TypeError(`the situation is ${named(situation)}; an object is needed`);
    }
    const answer = read(operation, run(operation, textOf(operation, body), JSON.stringify(situation) ?? ""));
    if (answer.invalid !== undefined) throw new TypeError(`the situation is wrong: ${answer.invalid}`);
    if (answer.explanation) answer.explanation = explanation(answer.explanation);
    return answer;
  };
