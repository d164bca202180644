// A separate module, so that bundles without it are smaller.
import all from "./generated/rules.js";

/** Returns a copy of every rule and every answer, as in `coldsend-lint rules --format json`. */
export const rules = () => structuredClone(all);
